import { applyQuota, type Classification, type CriteriaSet, classify, type Grading, type GradingEvent, type QuotaResult } from "par-index";
import { invented, scoresGiven } from "./smallSet";

type Grade = Grading["scales"][number]["grades"][number];

/** Grades by their ids, best first: the band of each, and what else it needs. */
export type Grades = Readonly<Record<string, Omit<Grade, "id" | "title">>>;

/** How a set grades that has one group of units, or these grades for each of several groups. */
export function gradingOf(grades: Grades, more?: Partial<Grading>): Grading {
  return gradingByGroup({ unit: grades }, more);
}

export function gradingByGroup(scales: Readonly<Record<string, Grades>>, more: Partial<Grading> = {}): Grading {
  return {
    compare: "exact",
    scales: Object.entries(scales).map(([group, grades]) => ({
      groups: [group],
      grades: Object.entries(grades).map(([id, grade]) => ({ id, title: { vi: id }, ...grade })),
    })),
    unrecorded: "didNotHappen",
    incomplete: "graded",
    provenance: invented,
    ...more,
  };
}

export function event(id: string, effect: GradingEvent["effect"]): GradingEvent {
  return { id, title: { vi: id }, effect, provenance: invented };
}

/** Grades before any quota of units whose one leaf is given points. */
export function gradesGiven(criteria: CriteriaSet, points: Readonly<Record<string, string>>): readonly Classification[] {
  return classify(criteria, scoresGiven(criteria, points));
}

export function quotasGiven(criteria: CriteriaSet, points: Readonly<Record<string, string>>): QuotaResult {
  return applyQuota(criteria, gradesGiven(criteria, points));
}

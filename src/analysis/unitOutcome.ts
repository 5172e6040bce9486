import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Unit } from "../evidence/evidence";
import { exactText } from "../exact/decimal";
import type { Words } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { applyQuota } from "../rank/applyQuota";
import type { Classification } from "../rank/classification";
import { classify } from "../rank/classify";
import { rank } from "../rank/rank";
import { standingOf } from "../rank/standing";
import type { Score } from "../score/score";

/** What a unit comes to among the others (kết quả của đơn vị). */
export interface UnitOutcome {
  readonly unit: Unit;
  readonly points: string;
  readonly countedMax: string;
  /** What the set publishes, points or index, exact and rounded; `null` where there is none. */
  readonly exact: string | null;
  readonly published: string | null;
  /** Its rank by the total, `null` where it has none, and of how many that have one. */
  readonly rank: number | null;
  readonly of: number;
  /** Its grade after quotas, where the set grades; `null` where it does not, or where the grade is not decided. */
  readonly grade: { readonly id: string; readonly title: Words } | null;
}

/** The outcomes of all units that are scored together, in the order of their scores. */
export function unitOutcomes(criteria: CriteriaSet, scores: readonly Score[]): readonly UnitOutcome[] {
  const groups = rank(criteria, scores).groups;
  const grades = gradesOf(criteria, scores);
  return scores.map((score) => {
    const { unit, points, countedMax, published } = score;
    const { exact } = standingOf(criteria, score, totalCode);
    const list = groups.find(({ places }) => places.some((place) => place.unit.id === unit.id))?.places ?? [];
    return {
      unit,
      points,
      countedMax,
      exact: exact === null ? null : exactText(exact),
      published,
      rank: list.find((place) => place.unit.id === unit.id)?.rank ?? null,
      of: list.filter((place) => place.rank !== null || place.reason === "undecided").length,
      grade: grades.get(unit.id) ?? null,
    };
  });
}

function gradesOf(criteria: CriteriaSet, scores: readonly Score[]): ReadonlyMap<string, UnitOutcome["grade"]> {
  if (criteria.file.grading === undefined) return new Map();
  const { classifications } = applyQuota(criteria, classify(criteria, scores));
  return new Map(classifications.map((one) => [one.unit.id, gradeOf(one)]));
}

function gradeOf({ grade, title }: Classification): UnitOutcome["grade"] {
  return grade === null || title === undefined ? null : { id: grade, title };
}

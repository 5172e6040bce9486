import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import type { Issue } from "../issue/issue";
import { type Line, readReportLine } from "../node/readReportLines";
import { type CohortPart, cohortParts, scorePart } from "../score/scorePart";
import type { UnitOptions } from "./context";

/** Some lines of a file that has a report in each, one behind the other. */
export type Stretch = readonly Line[];

/** Whose report a line holds. */
export type Heading = Pick<Evidence, "unit" | "period" | "round">;

/** What the first reading keeps of a stretch: what is wrong, whose reports there are, and what the cohorts come to. */
export interface StretchRead {
  readonly headings: readonly Heading[];
  readonly issues: readonly Issue[];
  readonly cohorts: readonly CohortPart[];
}

export function readStretch(criteria: CriteriaSet, stretch: Stretch): StretchRead {
  const read = stretch.flatMap((line) => readReportLine(criteria, line) ?? []);
  const reports = read.flatMap((line) => (line.ok ? [line.value] : []));
  return {
    headings: reports.map(({ unit, period, round }) => ({ unit, period, round })),
    issues: read.flatMap((line) => (line.ok ? line.warnings : line.issues)),
    cohorts: cohortParts(criteria, distinct(reports)),
  };
}

/** The last report of each unit: that one has two is told at the end, with all else that is wrong. */
function distinct(reports: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(reports.map((report) => [JSON.stringify([report.unit.id, report.period, report.round]), report])).values()];
}

/** The scores of a stretch that was found to be right, each as a line; the cohorts are those of all stretches. */
export function scoreStretch(
  criteria: CriteriaSet,
  stretch: Stretch,
  cohorts: readonly CohortPart[],
  wanted: UnitOptions,
): readonly string[] {
  return stretch.flatMap((line) => {
    const read = readReportLine(criteria, line);
    if (read === undefined || !read.ok || !isChosen(read.value, wanted)) return [];
    return scorePart(criteria, [read.value], cohorts).map((score) => `${JSON.stringify(score)}\n`);
  });
}

export function isChosen({ unit: { id, name }, period, round }: Heading, wanted: UnitOptions): boolean {
  const { unit = id } = wanted;
  return (unit === id || unit === name) && (wanted.period ?? period) === period && (wanted.round ?? round) === round;
}

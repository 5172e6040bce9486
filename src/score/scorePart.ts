import { type CriteriaSet, type Leaf, measureOf, treeOf } from "../criteria/criteriaSet";
import type { Evidence, Round } from "../evidence/evidence";
import { checkedReports } from "../evidence/parseEvidence";
import { attempt, type Result } from "../issue/result";
import { mergeGathered } from "../rules/boundRule";
import type { BoundMeasure } from "../rules/ruleKind";
import { type Cohort, type Cohorts, cohortsOf, comparedReports, isRated } from "./cohort";
import { requireDistinctUnits, requireResolved } from "./sameSet";
import type { Score } from "./score";
import { type Awards, scoreInCohort } from "./scoreUnit";

/**
 * What the units of one group, period and round come to, for the leaves that compare them: of a part of them, or of all.
 * It can be sent to another worker or process by structured cloning.
 */
export interface CohortPart {
  readonly group: string;
  readonly period: string;
  readonly round: Round;
  readonly leaves: Cohorts;
}

/**
 * What the units of these reports come to, for the leaves that compare units: a part of what `scorePart` needs, to be put
 * together with the other parts by {@link mergeCohorts}.
 *
 * **Errors:** {@link ParError} as `scoreAll`.
 *
 * @example
 * ```ts
 * import { cohortParts, parseReports } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const reports = parseReports(tiny, { unit: { id: "a", name: "A", group: "commune" }, period: "2021", round: "selfAssessed", items: {} });
 * cohortParts(tiny, reports); // => [{ group: "commune", period: "2021", round: "selfAssessed", leaves: new Map() }]
 * ```
 */
export function cohortParts(criteria: CriteriaSet, reports: readonly Evidence[]): readonly CohortPart[] {
  return comparedReports(distinctReports(criteria, reports)).flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const { unit, period, round } = first;
    return [{ group: unit.group, period, round, leaves: cohortsOf(treeOf(criteria, unit.group), together.filter(isRated)) }];
  });
}

/** {@link cohortParts} that answers a {@link Result} and never throws. */
export function safeCohortParts(criteria: CriteriaSet, reports: readonly Evidence[]): Result<readonly CohortPart[]> {
  return attempt(() => cohortParts(criteria, reports));
}

/**
 * What all parts come to together. The order of the parts does not matter, nor in which turns they are merged.
 *
 * **Exactness:** exact sums, counts and maxima, so that nothing depends on how the units were parted.
 *
 * @example
 * ```ts
 * import { cohortParts, mergeCohorts, parseReports } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const partOf = (id: string) =>
 *   cohortParts(tiny, parseReports(tiny, { unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: {} }));
 * mergeCohorts(tiny, [partOf("a"), partOf("b")]).length; // => 1
 * ```
 */
export function mergeCohorts(criteria: CriteriaSet, parts: readonly (readonly CohortPart[])[]): readonly CohortPart[] {
  const merged = new Map<string, CohortPart>();
  for (const part of parts.flat()) {
    const known = merged.get(keyOf(part));
    merged.set(keyOf(part), known === undefined ? part : { ...part, leaves: mergeLeaves(criteria, part.group, known.leaves, part.leaves) });
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}

/**
 * The scores of a part of the units, in the order of their reports: those of `scoreAll` of all units, whose merged `cohorts`
 * are given. Parts are scored apart from each other, in whichever order or place.
 *
 * **Errors:** {@link ParError} as `scoreAll`.
 *
 * @example
 * ```ts
 * import { cohortParts, mergeCohorts, parseReports, scorePart } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const part = (id: string, done: number) => parseReports(tiny, {
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const parts = [part("a", 955), part("b", 1000)];
 * const cohorts = mergeCohorts(tiny, parts.map((reports) => cohortParts(tiny, reports)));
 * parts.flatMap((reports) => scorePart(tiny, reports, cohorts)).map(({ points }) => points); // => ["3.82", "4"]
 * ```
 */
export function scorePart(criteria: CriteriaSet, reports: readonly Evidence[], cohorts: readonly CohortPart[]): readonly Score[] {
  const whole = new Map(cohorts.map((cohort) => [keyOf(cohort), cohort.leaves]));
  const awards: Awards = new Map();
  return distinctReports(criteria, reports).map((report) => {
    const { unit, period, round } = report;
    const rated = whole.get(keyOf({ group: unit.group, period, round })) ?? new Map();
    return scoreInCohort(criteria, report, isRated(report) ? rated : withUnrated(criteria, rated, report), awards);
  });
}

/** {@link scorePart} that answers a {@link Result} and never throws. */
export function safeScorePart(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  cohorts: readonly CohortPart[],
): Result<readonly Score[]> {
  return attempt(() => scorePart(criteria, reports, cohorts));
}

/** A unit that is not rated is compared with those that are, and is in nobody's cohort but its own. */
function withUnrated(criteria: CriteriaSet, rated: Cohorts, report: Evidence): Cohorts {
  const { group } = report.unit;
  return mergeLeaves(criteria, group, rated, cohortsOf(treeOf(criteria, group), [report]));
}

function distinctReports(criteria: CriteriaSet, reports: readonly Evidence[]): readonly Evidence[] {
  const checked = checkedReports(criteria, reports);
  requireDistinctUnits(checked);
  requireResolved(criteria, checked);
  return checked;
}

function keyOf({ group, period, round }: Omit<CohortPart, "leaves">): string {
  return JSON.stringify([group, period, round]);
}

/** Leaves that only one of the two has units for stay as they are. */
function mergeLeaves(criteria: CriteriaSet, group: string, one: Cohorts, other: Cohorts): Cohorts {
  const { nodes } = treeOf(criteria, group);
  const merged = new Map(one);
  for (const [code, cohort] of other) {
    const known = one.get(code);
    merged.set(code, known === undefined ? cohort : mergeCohort(measureOf(nodes.get(code) as Leaf) as BoundMeasure, known, cohort));
  }
  return merged;
}

function mergeCohort(measure: BoundMeasure, a: Cohort, b: Cohort): Cohort {
  return {
    units: Object.freeze([...a.units, ...b.units].sort()),
    gathered: mergeGathered(measure, a.gathered, b.gathered),
  };
}

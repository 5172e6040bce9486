import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { checkedReports } from "../evidence/parseEvidence";
import { attempt, type Result } from "../issue/result";
import { gatherCohorts } from "./cohort";
import { requireDistinctUnits, requireResolved } from "./sameSet";
import type { Score } from "./score";
import { type Awards, scoreInCohort } from "./scoreUnit";

/**
 * The scores of many units, in the order of their reports. Leaves that depend on the cohort are scored against all units of
 * the same group, period and round that report them and are rated.
 *
 * **Errors:** as `scoreUnit`, for all reports at once; two reports of one unit for one period and round. Appraisals by several
 * agencies are put together by `scoreRounds`.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * scoreAll(tiny, parseReports(tiny, [report("a", 955), report("b", 1000)])).map(({ points }) => points); // => ["3.82", "4"]
 * ```
 */
export function scoreAll(criteria: CriteriaSet, reports: readonly Evidence[]): readonly Score[] {
  const all = checkedReports(criteria, reports);
  requireDistinctUnits(all);
  requireResolved(criteria, all);
  const cohorts = gatherCohorts(criteria, all);
  const awards: Awards = new Map();
  return all.map((report) => scoreInCohort(criteria, report, cohorts.get(report), awards));
}

/** {@link scoreAll} that answers a {@link Result} and never throws. */
export function safeScoreAll(criteria: CriteriaSet, reports: readonly Evidence[]): Result<readonly Score[]> {
  return attempt(() => scoreAll(criteria, reports));
}

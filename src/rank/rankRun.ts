import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Unit } from "../evidence/evidence";
import { exactText, fromExactText } from "../exact/decimal";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { Score } from "../score/score";
import { byUnit, groupScores, type ScoreGroup, type Within } from "./groupScores";
import { byValues, type Contender, contenderOf, placesOf, type Ranking, type RankOptions } from "./rank";
import { nodeBy, type Unplaced } from "./standing";

/** The units of a part in their order, best first: all that a ranking needs of them, as plain data. */
export interface RankRun {
  readonly by: string;
  readonly within: Within;
  readonly groups: readonly RunGroup[];
}

export interface RunGroup extends ScoreGroup {
  readonly units: readonly RunUnit[];
}

export interface RunUnit {
  readonly unit: Unit;
  readonly exact: string | null;
  readonly published: string | null;
  readonly unplaced?: Unplaced;
  /** The exact value compared, then those of the set's tie-breakers; none for a unit that has no place. */
  readonly values: readonly string[];
}

/**
 * The units of a part in their order, best first (danh sách đã sắp xếp của một phần): to be merged with those of the other
 * parts by {@link mergeRuns} and ranked by {@link rankRun}.
 *
 * **Exactness:** values are exact texts.
 * **Errors:** {@link ParError} as `rank`.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll, sortedRun } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const [communes] = sortedRun(tiny, scoreAll(tiny, parseReports(tiny, [report("a", 955), report("b", 1000)])), { by: "1.2" }).groups;
 * communes?.units.map(({ unit, values }) => [unit.id, values]); // => [["b", ["100"]], ["a", ["95.5"]]]
 * ```
 */
export function sortedRun(criteria: CriteriaSet, scores: readonly Score[], options: RankOptions = {}): RankRun {
  requireScores(criteria, scores);
  requireDistinctUnits(scores);
  const by = nodeBy(criteria, options.by ?? totalCode).code;
  const within = options.within ?? criteria.file.policies.ranking.within;
  const groups = groupScores(criteria, scores, within).map(({ members, ...group }) => {
    const contenders = members.map((score) => contenderOf(criteria, score, by)).sort(inOrder);
    return { ...group, units: contenders.map(asRunUnit) };
  });
  return { by, within, groups };
}

/** {@link sortedRun} that answers a {@link Result} and never throws. */
export function safeSortedRun(criteria: CriteriaSet, scores: readonly Score[], options: RankOptions = {}): Result<RankRun> {
  return attempt(() => sortedRun(criteria, scores, options));
}

/**
 * The run of all units of those parts. The order of the parts does not matter, nor in which turns they are merged.
 *
 * @example
 * ```ts
 * import { mergeRuns, parseReports, scoreAll, sortedRun } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const runOf = (id: string, done: number) => sortedRun(tiny, scoreAll(tiny, parseReports(tiny, {
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * })), { by: "1.2" });
 * mergeRuns(tiny, [runOf("a", 955), runOf("b", 1000)]).groups[0]?.units.map(({ unit }) => unit.id); // => ["b", "a"]
 * ```
 */
export function mergeRuns(criteria: CriteriaSet, runs: readonly RankRun[]): RankRun {
  const { by, within } = runs[0] ?? { by: totalCode, within: criteria.file.policies.ranking.within };
  if (runs.some((run) => run.by !== by || run.within !== within)) throw new TypeError("runs that are by different nodes cannot be merged");
  const merged = new Map<string, RunGroup>();
  for (const group of runs.flatMap(({ groups }) => groups)) {
    const key = keyOf(criteria, group);
    merged.set(key, { ...group, units: [...(merged.get(key)?.units ?? []), ...group.units] });
  }
  const inTurn = [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return { by, within, groups: inTurn.map(({ units, ...group }) => ({ ...group, units: merge(units) })) };
}

/**
 * The ranking of the units of a run: what `rank` answers for the scores of all of them.
 *
 * @example
 * ```ts
 * import { parseReports, rank, rankRun, scoreAll, sortedRun } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const scores = scoreAll(tiny, parseReports(tiny, {
 *   unit: { id: "a", name: "A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 9, due: 10 } },
 * }));
 * rankRun(tiny, sortedRun(tiny, scores)); // => rank(tiny, scores)
 * ```
 */
export function rankRun(criteria: CriteriaSet, { by, within, groups }: RankRun): Ranking {
  const { file, readings } = criteria;
  return {
    criteria: { id: file.id, revision: file.revision, status: file.status, readings },
    by,
    within,
    groups: groups.map(({ units, ...group }) => ({ ...group, places: placesOf(criteria, units.map(asContender)) })),
  };
}

function inOrder(a: Contender, b: Contender): number {
  return byValues(a, b) || byUnit(a, b);
}

/** Sorted lists behind each other; sorting finds the runs in them and merges those. */
function merge(units: readonly RunUnit[]): readonly RunUnit[] {
  return units.map(asContender).sort(inOrder).map(asRunUnit);
}

/** Text that sorts groups as `groupScores` does: in the order of the set, then by period and round. */
function keyOf({ file: { groups } }: CriteriaSet, { group, period, round }: ScoreGroup): string {
  const place = groups.findIndex(({ id }) => id === group) + 1;
  return `${String(place).padStart(9, "0")}${JSON.stringify([period, round])}`;
}

function asRunUnit({ unit, exact, published, unplaced, values }: Contender): RunUnit {
  return { unit, exact, published, ...(unplaced === undefined ? {} : { unplaced }), values: values.map(exactText) };
}

function asContender({ values, ...unit }: RunUnit): Contender {
  return { ...unit, values: values.map(fromExactText) };
}

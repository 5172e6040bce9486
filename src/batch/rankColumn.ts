import type { CriteriaSet } from "../criteria/criteriaSet";
import { orderOf } from "../exact/filtered";
import { compare, type Ratio, zero } from "../exact/ratio";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import type { RankOptions } from "../rank/rank";
import { nodeBy, standingOf } from "../rank/standing";
import { type BatchScores, settledScore } from "./batchScores";
import { publishedSteps } from "./publishedColumn";
import { type ValueColumn, valueColumn } from "./valueColumn";

/**
 * The rank of every row, as `rank` has it (xếp hạng): among its group, or all, of its period and round. 0 where it has none:
 * without a value, not rated, or equal to others where the set leaves that undecided.
 *
 * **Exactness:** two values whose errors leave their order open are compared exactly.
 * **Errors:** {@link ParError} when the set has no criterion `by`.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { columnsOf, compileBatch, rankColumn, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const scores = scoreColumns(batch, columnsOf(batch, parseReports(tiny, [report("a", 960), report("b", 1000), report("c", 960)])));
 * rankColumn(scores, { by: "1.2" }); // => new Int32Array([2, 1, 2])
 * ```
 */
export function rankColumn(scores: BatchScores, options: RankOptions = {}): Int32Array {
  const { criteria } = scores.batch;
  const { ranking } = criteria.file.policies;
  const by = nodeBy(criteria, options.by ?? totalCode).code;
  const values = (by === totalCode ? rankedBy(criteria) : [by]).map((code) => comparedColumn(scores, code));
  const ranks = new Int32Array(scores.columns.reports.length);
  const isPlaced = placedRows(scores, values[0] as ComparedColumn);
  for (const rows of comparableRows(scores, options.within ?? ranking.within)) {
    setRanks(ranks, rows.filter(isPlaced), (a, b) => compareRows(scores, values, a, b), ranking.ties);
  }
  return ranks;
}

/**
 * The codes of the nodes whose values decide ranks by the total: that, and the tie-breakers of the set, in turn.
 *
 * @example
 * ```ts
 * import { rankedBy } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 * rankedBy(loadCriteria("example/tiny")); // => ["total"]
 * ```
 */
export function rankedBy({ file }: CriteriaSet): readonly string[] {
  return [totalCode, ...(file.policies.ranking.tieBreakers ?? [])];
}

/** {@link rankColumn} that answers a {@link Result} and never throws. */
export function safeRankColumn(scores: BatchScores, options: RankOptions = {}): Result<Int32Array> {
  return attempt(() => rankColumn(scores, options));
}

/** The values of a node as rows are compared by them. */
interface ComparedColumn extends ValueColumn {
  readonly code: string;
}

function comparedColumn(scores: BatchScores, code: string): ComparedColumn {
  const { published, ranking } = scores.batch.criteria.file.policies;
  const exact = valueColumn(scores, code, published.value);
  if (ranking.compare === "exact") return { code, ...withNothing(exact) };
  const steps = publishedSteps(scores, code, exact);
  return { code, ...withNothing({ ...exact, value: steps, error: new Float64Array(steps.length) }) };
}

/** A tie-breaker at which a unit has no value counts as nothing earned there. */
function withNothing(column: ValueColumn): ValueColumn {
  const { value, error, exists } = column;
  exists.forEach((is, row) => {
    if (is === 0) [value[row], error[row]] = [0, 0];
  });
  return column;
}

function placedRows({ batch, columns }: BatchScores, { exists, incomplete }: ComparedColumn): (row: number) => boolean {
  const unranked = batch.criteria.file.policies.ranking.incomplete === "unranked";
  return (row) => exists[row] === 1 && columns.reports[row]?.unit.notRated === undefined && !(unranked && (incomplete[row] as number) > 0);
}

/** Rows that are ranked together. */
function comparableRows({ columns: { cohorts, reports } }: BatchScores, within: "group" | "all"): readonly Int32Array[] {
  const together = new Map<string, number[]>();
  for (const { group, from, to } of cohorts) {
    const first = reports[from];
    const key = JSON.stringify([within === "group" ? group : null, first?.period, first?.round]);
    const rows = together.get(key) ?? [];
    for (let row = from; row < to; row += 1) rows.push(row);
    together.set(key, rows);
  }
  return [...together.values()].map((rows) => Int32Array.from(rows));
}

type Order = (a: number, b: number) => number;

/** Ranks rows by their order, the best first. */
function setRanks(ranks: Int32Array, rows: Int32Array, order: Order, ties: CriteriaSet["file"]["policies"]["ranking"]["ties"]): void {
  const best = rows.sort((a, b) => order(b, a));
  let [first, rank] = [0, 0];
  for (let next = 1; next <= best.length; next += 1) {
    if (next < best.length && order(best[first] as number, best[next] as number) === 0) continue;
    rank = ties === "dense" ? rank + 1 : first + 1;
    const shared = ties === "undecided" && next - first > 1 ? 0 : rank;
    for (let index = first; index < next; index += 1) ranks[best[index] as number] = shared;
    first = next;
  }
}

/** The order of two rows: the first value in which they differ decides. */
function compareRows(scores: BatchScores, values: readonly ComparedColumn[], a: number, b: number): number {
  for (const column of values) {
    const order = compareValues(scores, column, a, b);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(scores: BatchScores, { code, value, error }: ComparedColumn, a: number, b: number): number {
  const order = orderOf(value[a] as number, error[a] as number, value[b] as number, error[b] as number);
  if (!Number.isNaN(order)) return order;
  if (scores.exact.areAlike(a, b)) return 0;
  scores.exact.taken.orders += 1;
  return compare(exactValue(scores, code, a), exactValue(scores, code, b));
}

function exactValue(scores: BatchScores, code: string, row: number): Ratio {
  return standingOf(scores.batch.criteria, settledScore(scores, row), code).exact ?? zero;
}

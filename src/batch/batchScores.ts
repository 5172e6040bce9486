import type { Evidence } from "../evidence/evidence";
import { type Cohorts, gatherCohorts } from "../score/cohort";
import type { Score } from "../score/score";
import { scoreInCohort } from "../score/scoreUnit";
import type { CohortColumns } from "./columnsOf";
import type { Batch } from "./compileBatch";
import { haveSameFigures } from "./sameFigures";

/** The scores of many units as columns (kết quả chấm hàng loạt): a row for each report, columns for each node. */
export interface BatchScores {
  readonly batch: Batch;
  readonly columns: CohortColumns;
  /** By the codes of nodes. A row whose tree has no such node has nothing there. */
  readonly nodes: ReadonlyMap<string, NodeColumns>;
  readonly exact: ExactPath;
}

/**
 * What a node came to, row by row. Points stand in units of `1 ÷ scale` of a point, and beside them how far they may be off:
 * 0 for points that are exact, and then a whole number of units.
 */
export interface NodeColumns {
  readonly points: Float64Array;
  readonly error: Float64Array;
  /** Of a leaf: the place of its state among `leafStates`. */
  readonly state: Uint8Array;
  /** Of a branch: the maximum that counts, exact, in those units. */
  readonly countedMax: Float64Array;
  /** Of a branch: how many leaves below have no points yet. */
  readonly incomplete: Int32Array;
  /** Of a branch: how many leaves below have points, though these be zero. */
  readonly withPoints: Int32Array;
  /** Of a leaf to which others may give their points: 1 where its maximum grew by some. */
  readonly grown: Uint8Array;
}

/** The way to exact values, and how often it had to be taken: for a leaf, for a row, for the order of two rows. */
export interface ExactPath {
  readonly taken: { leaves: number; rows: number; orders: number };
  /** The exact score of a row; computed once. */
  readonly scoreOf: (row: number) => Score;
  /** The cohorts of a row, gathered when they are first asked for. */
  readonly cohortsOf: (row: number) => Cohorts | undefined;
  /** True where two rows surely come to the same at every node. */
  readonly areAlike: (a: number, b: number) => boolean;
}

/** The exact path of scores as `scoreAll` has them. */
export function exactPath({ criteria, trees }: Batch, columns: CohortColumns): ExactPath {
  const comparesUnits = [...trees.values()].some(({ leaves }) => leaves.some((leaf) => leaf.comparesUnits));
  const gathered = once(() => gatherCohorts(criteria, columns.reports));
  const cohortsOf = (row: number) => (comparesUnits ? gathered().get(reportAt(columns, row)) : undefined);
  return {
    taken: { leaves: 0, rows: 0, orders: 0 },
    cohortsOf,
    scoreOf: onceEach((row) => scoreInCohort(criteria, reportAt(columns, row), cohortsOf(row), new Map())),
    areAlike: (a, b) => haveSameFigures(columns, a, b),
  };
}

/** An answer, computed when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Answers for each row, computed when it is first asked for. */
export function onceEach<T>(make: (row: number) => T): (row: number) => T {
  const made = new Map<number, T>();
  return (row) => {
    const value = made.get(row) ?? make(row);
    made.set(row, value);
    return value;
  };
}

export function reportAt({ reports }: CohortColumns, row: number): Evidence {
  const report = reports[row];
  if (report === undefined) throw new RangeError(`no row ${row}`);
  return report;
}

/** The columns of a node. */
export function nodeColumns({ nodes }: Pick<BatchScores, "nodes">, code: string): NodeColumns {
  const columns = nodes.get(code);
  if (columns === undefined) throw new TypeError(`no columns of ${code}`);
  return columns;
}

/**
 * The whole score of a row, with every step, as `scoreAll` answers it: what `explain` and every other reading of a score takes.
 *
 * **Exactness:** exact; columns are not looked at.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { columnsOf, compileBatch, scoreAt, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const reports = parseReports(tiny, [
 *   { unit: { id: "a", name: "A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } } },
 * ]);
 * scoreAt(scoreColumns(batch, columnsOf(batch, reports)), 0).points; // => "3.82"
 * ```
 */
export function scoreAt({ exact }: BatchScores, row: number): Score {
  return exact.scoreOf(row);
}

/** The score of a row that its columns do not settle. */
export function settledScore({ exact }: BatchScores, row: number): Score {
  exact.taken.rows += 1;
  return exact.scoreOf(row);
}

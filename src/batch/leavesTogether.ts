import { type BatchScores, type NodeColumns, nodeColumns } from "./batchScores";
import type { Rows } from "./columnsOf";
import { isBatchLeaf, stateAt } from "./compileBatch";
import type { WeightedBranch, WeightedTree } from "./weightedTree";

/** What leaves of a branch earned that are weighed and added up together, side by side for every row. */
export interface LeavesTogether {
  readonly points: Float64Array;
  readonly error: Float64Array;
  /** Where a leaf earned no points of its own: the row, the place of the leaf, the place of its state. */
  readonly unscored: readonly { readonly row: number; readonly place: number; readonly state: number }[];
}

/** The leaves of every branch that has such, by its code. */
export type Together = ReadonlyMap<string, LeavesTogether>;

export function togetherIn(scores: BatchScores, { nodes }: WeightedTree, rows: Rows): Together {
  const branches = nodes.flatMap((node) => (isBatchLeaf(node) || node.together.length === 0 ? [] : [node]));
  return new Map(branches.map((branch) => [branch.code, leavesTogether(scores, branch, rows)]));
}

/** Those of a branch, a number below zero with no error that says anything, of some rows of scores that have not been weighed. */
function leavesTogether(scores: BatchScores, { together }: WeightedBranch, { from, to }: Rows): LeavesTogether {
  const leaves = together.map(({ code }) => nodeColumns(scores, code));
  const ofRows = <Value>(read: (columns: NodeColumns, row: number, place: number) => Value) =>
    Array.from({ length: to - from }, (_, index) => leaves.map((columns, place) => read(columns, from + index, place))).flat();
  return {
    points: Float64Array.from(ofRows(({ points }, row) => points[row] as number)),
    error: Float64Array.from(ofRows(({ points, error }, row) => ((points[row] as number) >= 0 ? (error[row] as number) : Number.NaN))),
    unscored: ofRows(({ state }, row, place) => ({ row, place, state: state[row] as number })).filter(
      ({ state }) => state !== stateAt.scored,
    ),
  };
}

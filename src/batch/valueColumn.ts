import { proportionError, wholeNumber } from "../exact/filtered";
import { ratio } from "../exact/ratio";
import { type BatchScores, nodeColumns } from "./batchScores";
import type { Rows } from "./columnsOf";
import { type BatchLeaf, type BatchNode, batchTree, isBatchLeaf, isIncomplete } from "./compileBatch";

/** What is published and compared of a node: the points, or the points in percent of the maximum that counts. */
export type PublishedValue = "points" | "index";

/** The value of a node, row by row, in units of `1 ÷ scale`. */
export interface ValueColumn {
  readonly value: Float64Array;
  readonly error: Float64Array;
  /** 1 where there is a value: the row's tree has the node, something there has points, and its maximum counts. */
  readonly exists: Uint8Array;
  readonly incomplete: Int32Array;
}

export function valueColumn(scores: BatchScores, code: string, published: PublishedValue): ValueColumn {
  const { length } = scores.columns.reports;
  const column: ValueColumn = {
    value: new Float64Array(length),
    error: new Float64Array(length),
    exists: new Uint8Array(length),
    incomplete: new Int32Array(length),
  };
  for (const rows of scores.columns.cohorts) {
    const node = batchTree(scores.batch, rows.group).nodes.find((one) => one.code === code);
    if (node !== undefined) setValues(scores, node, rows, published, column);
  }
  return column;
}

function setValues(scores: BatchScores, node: BatchNode, { from, to }: Rows, published: PublishedValue, column: ValueColumn): void {
  const { points, error, ...columns } = nodeColumns(scores, node.code);
  const percent = percentOf(scores.batch.scale);
  for (let row = from; row < to; row += 1) {
    const state = columns.state[row] as number;
    const leaf = isBatchLeaf(node) ? node : undefined;
    const countedMax = leaf === undefined ? (columns.countedMax[row] as number) : countedMaxOf(leaf, state, columns.grown[row] === 1);
    const withPoints = (leaf === undefined ? columns.withPoints[row] : leaf.hasPoints[state]) as number;
    column.exists[row] = withPoints > 0 && countedMax !== 0 ? 1 : 0;
    column.incomplete[row] = leaf === undefined ? (columns.incomplete[row] as number) : Number(isIncomplete(state));
    const { factor, divisor } = published === "points" ? { factor: 1, divisor: 1 } : percent(countedMax);
    const value = ((points[row] as number) * factor) / divisor;
    column.value[row] = value;
    column.error[row] =
      factor === divisor ? (error[row] as number) : proportionError(value, points[row] as number, error[row] as number, factor, divisor);
  }
}

/** The maximum that counts of a leaf; `NaN` where it grew by what others gave, which need not be a whole number. */
function countedMaxOf({ countedMax }: BatchLeaf, state: number, isGrown: boolean): number {
  return isGrown ? Number.NaN : (countedMax[state] as number);
}

/** How points become percent of a maximum: times `factor`, by `divisor`, in lowest terms, so that they stay exact for longer. */
function percentOf(scale: bigint): (countedMax: number) => { readonly factor: number; readonly divisor: number } {
  const hundred = wholeNumber(ratio(100), scale);
  let [known, lowest] = [0, { factor: 1, divisor: 1 }];
  return (countedMax) => {
    if (countedMax === known) return lowest;
    known = countedMax;
    const common = commonDivisor(hundred, countedMax);
    lowest = { factor: hundred / common, divisor: countedMax / common };
    return lowest;
  };
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

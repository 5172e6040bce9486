import { heldError, proportionError, roundToSteps, sumError, totalError } from "../exact/filtered";
import { type BatchScores, type NodeColumns, nodeColumns } from "./batchScores";
import type { Rows } from "./columnsOf";
import { type BatchBranch, type BatchLeaf, type BatchNode, countedMaxIn, isBatchLeaf, isIncomplete, stateAt } from "./compileBatch";
import type { LeavesTogether } from "./leavesTogether";
import type { WeightedLeaf } from "./weightedTree";

/**
 * A branch of many rows, in the order of `addUp`, which does the same for one unit exactly. Holding a sum at a cap needs no
 * decision, since it takes nothing away from how near a number is; so only the rounding of leaves can stay open: such rows
 * are added to `unsettled`.
 */
export function addUpColumns(scores: BatchScores, node: BatchBranch, rows: Rows, unsettled: Set<number>, together?: LeavesTogether): void {
  const columns = nodeColumns(scores, node.code);
  start(node, columns, rows);
  if (together !== undefined) addTogether(columns, node.together, together, rows);
  shareOut(scores, node, rows);
  for (const child of node.base) {
    const added = nodeColumns(scores, child.code);
    if (isBatchLeaf(child)) finishLeaf(scores, child, added, rows, unsettled);
    addBase(columns, added, node.sign, rows);
    count(columns, child, added, rows, true);
  }
  settleErrors(columns, node, rows);
  rescale(node, columns, rows);
  hold(node, columns, rows);
  for (const child of node.beyond) {
    const added = nodeColumns(scores, child.code);
    if (isBatchLeaf(child)) finishLeaf(scores, child, added, rows, unsettled);
    addBeyond(columns, added, rows);
    count(columns, child, added, rows, false);
  }
}

/** Starts from no points, and as though every leaf had some: most have. */
function start(
  { base, beyond, together }: BatchBranch,
  { points, error, countedMax, incomplete, withPoints }: NodeColumns,
  { from, to }: Rows,
): void {
  let [most, scored] = [0, 0];
  for (const child of base) if (isBatchLeaf(child)) most += child.most;
  for (const child of together) most += child.most;
  for (const children of [base, beyond, together]) {
    for (const child of children) if (isBatchLeaf(child)) scored += child.hasPoints[stateAt.scored] as number;
  }
  points.fill(0, from, to);
  error.fill(0, from, to);
  countedMax.fill(most, from, to);
  incomplete.fill(0, from, to);
  withPoints.fill(scored, from, to);
}

/** The weighted sum of leaves that are added up together. */
function addTogether(
  sum: NodeColumns,
  leaves: readonly WeightedLeaf[],
  { points, error, unscored }: LeavesTogether,
  { from, to }: Rows,
): void {
  const factors = Float64Array.from(leaves, ({ factor }) => factor);
  const { length } = factors;
  for (let row = from, next = 0; row < to; row += 1) {
    let [total, errors] = [0, 0];
    for (let place = 0; place < length; place += 1, next += 1) {
      const factor = factors[place] as number;
      total += (points[next] as number) * factor;
      errors += (error[next] as number) * factor;
    }
    sum.points[row] = total;
    sum.error[row] = errors;
  }
  for (const { row, place, state } of unscored) countUnscored(sum, leaves[place] as WeightedLeaf, row, state, true);
}

/** Adds points that all have one sign, and their errors: what the additions lose is known by their sum, in the end. */
function addBase(sum: NodeColumns, { points, error }: NodeColumns, sign: 1 | -1, { from, to }: Rows): void {
  const { points: total, error: errors } = sum;
  for (let row = from; row < to; row += 1) {
    const more = points[row] as number;
    total[row] = (total[row] as number) + more;
    errors[row] = (errors[row] as number) + (more * sign >= 0 ? (error[row] as number) : Number.NaN);
  }
}

function settleErrors({ points, error }: NodeColumns, { base, together }: BatchBranch, { from, to }: Rows): void {
  const count = base.length + together.length;
  for (let row = from; row < to; row += 1) error[row] = totalError(points[row] as number, error[row] as number, count);
}

/** Adds points of any sign. */
function addBeyond(sum: NodeColumns, { points, error }: NodeColumns, { from, to }: Rows): void {
  const { points: total, error: errors } = sum;
  for (let row = from; row < to; row += 1) {
    const before = total[row] as number;
    const more = points[row] as number;
    errors[row] = sumError(before, errors[row] as number, more, error[row] as number);
    total[row] = before + more;
  }
}

/** Counts a child's leaves, and its maximum where it is part of the base. */
function count(sum: NodeColumns, child: BatchNode, columns: NodeColumns, rows: Rows, isBase: boolean): void {
  if (isBatchLeaf(child)) countLeaf(sum, child, columns, rows, isBase);
  else countBranch(sum, columns, rows, isBase);
}

/** Takes back what {@link start} supposed of a leaf, where it earned no points of its own. */
function countLeaf(sum: NodeColumns, leaf: BatchLeaf, { state }: NodeColumns, { from, to }: Rows, isBase: boolean): void {
  const { scored } = stateAt;
  for (let row = from; row < to; row += 1) if (state[row] !== scored) countUnscored(sum, leaf, row, state[row] as number, isBase);
}

function countUnscored(
  { countedMax, incomplete, withPoints }: NodeColumns,
  leaf: BatchLeaf,
  row: number,
  state: number,
  isBase: boolean,
): void {
  if (isBase) countedMax[row] = (countedMax[row] as number) - leaf.most + countedMaxIn(leaf, state);
  if (isIncomplete(state)) incomplete[row] = (incomplete[row] as number) + 1;
  const lost = (leaf.hasPoints[stateAt.scored] as number) - (leaf.hasPoints[state] as number);
  withPoints[row] = (withPoints[row] as number) - lost;
}

function countBranch(sum: NodeColumns, child: NodeColumns, { from, to }: Rows, isBase: boolean): void {
  const { countedMax, incomplete, withPoints } = sum;
  const { countedMax: more, incomplete: moreIncomplete, withPoints: moreWithPoints } = child;
  for (let row = from; row < to; row += 1) {
    if (isBase) countedMax[row] = (countedMax[row] as number) + (more[row] as number);
    incomplete[row] = (incomplete[row] as number) + (moreIncomplete[row] as number);
    withPoints[row] = (withPoints[row] as number) + (moreWithPoints[row] as number);
  }
}

/** Where something was left out, what counts is brought up to the points that the set says. */
function rescale({ rescaleTo, most }: BatchBranch, { points, error, countedMax }: NodeColumns, { from, to }: Rows): void {
  if (rescaleTo === undefined) return;
  // Where it is no whole number of units, what is in percent of it is computed exactly.
  const worth = rescaleTo.dividend % rescaleTo.divisor === 0 ? rescaleTo.dividend / rescaleTo.divisor : Number.NaN;
  for (let row = from; row < to; row += 1) {
    const counted = countedMax[row] as number;
    if (counted === 0 || counted >= most) continue;
    const before = points[row] as number;
    const divisor = rescaleTo.divisor * counted;
    const brought = (before * rescaleTo.dividend) / divisor;
    error[row] = proportionError(brought, before, error[row] as number, rescaleTo.dividend, divisor);
    points[row] = brought;
    countedMax[row] = worth;
  }
}

/** A bonus or penalty comes to its cap at most. */
function hold({ beyondMax, most }: BatchBranch, { points, error, countedMax }: NodeColumns, { from, to }: Rows): void {
  if (beyondMax === undefined) return;
  const sign = beyondMax === "bonus" ? 1 : -1;
  for (let row = from; row < to; row += 1) {
    const size = sign * (points[row] as number);
    error[row] = heldError(size, error[row] as number, most);
    points[row] = sign * Math.min(size, most);
    countedMax[row] = Math.min(countedMax[row] as number, most);
  }
}

/** A leaf's points as its branch adds them: rounded, where the set rounds leaves; below zero, where they are taken off. */
function finishLeaf(
  { batch: { criteria, half } }: BatchScores,
  node: BatchLeaf,
  { points, error, state, grown }: NodeColumns,
  { from, to }: Rows,
  unsettled: Set<number>,
): void {
  const { mode, stage } = criteria.file.policies.rounding;
  if (stage !== "leaf" && node.sign === 1) return;
  for (let row = from; row < to; row += 1) {
    if (stage === "leaf") {
      const steps = grown[row] === 1 ? Number.NaN : roundToSteps(points[row] as number, error[row] as number, half, mode);
      if (Number.isNaN(steps)) unsettled.add(row);
      points[row] = Math.min(countedMaxIn(node, state[row] as number), steps * 2 * half);
      error[row] = 0;
    }
    if (node.sign === -1) points[row] = 0 - (points[row] as number);
  }
}

/**
 * Gives the points of leaves that are split equally to the leaves beside them that count: each maximum grows by the same
 * amount, what was earned in proportion, and the maximum of the branch stays.
 */
function shareOut(scores: BatchScores, node: BatchBranch, { from, to }: Rows): void {
  if (node.sharing.length === 0) return;
  const leaves = node.sharing.map((leaf) => ({ leaf, columns: nodeColumns(scores, leaf.code) }));
  const branch = nodeColumns(scores, node.code);
  for (let row = from; row < to; row += 1) {
    const givers = leaves.filter(({ leaf, columns }) => leaf.gives[columns.state[row] as number] === 1);
    const takers = leaves.filter(({ leaf, columns }) => countedMaxIn(leaf, columns.state[row] as number) !== 0);
    for (const { columns } of leaves) columns.grown[row] = 0;
    if (givers.length === 0 || takers.length === 0) continue;
    const given = givers.reduce((total, { leaf }) => total + leaf.most, 0);
    for (const { leaf, columns } of takers) grow(columns, row, leaf.most, given, takers.length);
    branch.countedMax[row] = (branch.countedMax[row] as number) + given;
  }
}

function grow({ points, error, grown }: NodeColumns, row: number, most: number, given: number, takers: number): void {
  const before = points[row] as number;
  const [factor, divisor] = [most * takers + given, most * takers];
  const more = (before * factor) / divisor;
  error[row] = proportionError(more, before, error[row] as number, factor, divisor);
  points[row] = more;
  grown[row] = 1;
}

import { heldError, proportionError, roundToSteps, sumError } from "../exact/filtered";
import { type BatchScores, type NodeColumns, nodeColumns } from "./batchScores";
import type { Rows } from "./columnsOf";
import { type BatchBranch, type BatchLeaf, type BatchNode, isBatchLeaf, isIncomplete, stateAt } from "./compileBatch";

/**
 * A branch of many rows, in the order of `addUp`, which does the same for one unit exactly. Holding a sum at a cap needs no
 * decision, since it takes nothing away from how near a number is; so only the rounding of leaves can stay open: such rows
 * are added to `unsettled`.
 */
export function addUpColumns(scores: BatchScores, node: BatchBranch, rows: Rows, unsettled: Set<number>): void {
  const columns = nodeColumns(scores, node.code);
  start(node, columns, rows);
  shareOut(scores, node, rows);
  for (const child of [...node.base, ...node.beyond]) if (isBatchLeaf(child)) finishLeaf(scores, child, rows, unsettled);
  for (const child of node.base) addChild(scores, columns, child, rows, true);
  rescale(node, columns, rows);
  hold(node, columns, rows);
  for (const child of node.beyond) addChild(scores, columns, child, rows, false);
}

/** Starts from no points, and as though every leaf had some: most have. */
function start(
  { base, beyond }: BatchBranch,
  { points, error, countedMax, incomplete, withPoints }: NodeColumns,
  { from, to }: Rows,
): void {
  const leaves = base.filter(isBatchLeaf);
  const scored = [...leaves, ...beyond.filter(isBatchLeaf)].filter(({ hasPoints }) => hasPoints[stateAt.scored] === 1);
  points.fill(0, from, to);
  error.fill(0, from, to);
  countedMax.fill(
    leaves.reduce((total, { most }) => total + most, 0),
    from,
    to,
  );
  incomplete.fill(0, from, to);
  withPoints.fill(scored.length, from, to);
}

/** Adds a child to its branch: its points, and, where it is part of the base, the maximum that counts. */
function addChild(scores: BatchScores, sum: NodeColumns, child: BatchNode, rows: Rows, isBase: boolean): void {
  const columns = nodeColumns(scores, child.code);
  addPoints(sum, columns, rows);
  if (isBatchLeaf(child)) countLeaf(sum, child, columns, rows, isBase);
  else countBranch(sum, columns, rows, isBase);
}

function addPoints({ points: sum, error: sumOff }: NodeColumns, { points, error }: NodeColumns, { from, to }: Rows): void {
  for (let row = from; row < to; row += 1) {
    const before = sum[row] as number;
    const more = points[row] as number;
    sumOff[row] = sumError(before, sumOff[row] as number, more, error[row] as number);
    sum[row] = before + more;
  }
}

function countLeaf(sum: NodeColumns, leaf: BatchLeaf, { state }: NodeColumns, { from, to }: Rows, isBase: boolean): void {
  const { countedMax, incomplete, withPoints } = sum;
  for (let row = from; row < to; row += 1) {
    const place = state[row] as number;
    if (place === stateAt.scored) continue;
    if (isBase) countedMax[row] = (countedMax[row] as number) - leaf.most + (leaf.countedMax[place] as number);
    if (isIncomplete(place)) incomplete[row] = (incomplete[row] as number) + 1;
    const lost = (leaf.hasPoints[stateAt.scored] as number) - (leaf.hasPoints[place] as number);
    withPoints[row] = (withPoints[row] as number) - lost;
  }
}

function countBranch(sum: NodeColumns, child: NodeColumns, { from, to }: Rows, isBase: boolean): void {
  for (let row = from; row < to; row += 1) {
    if (isBase) sum.countedMax[row] = (sum.countedMax[row] as number) + (child.countedMax[row] as number);
    sum.incomplete[row] = (sum.incomplete[row] as number) + (child.incomplete[row] as number);
    sum.withPoints[row] = (sum.withPoints[row] as number) + (child.withPoints[row] as number);
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
function finishLeaf(scores: BatchScores, { code, leaf, countedMax }: BatchLeaf, { from, to }: Rows, unsettled: Set<number>): void {
  const { criteria, half } = scores.batch;
  const { mode, stage } = criteria.file.policies.rounding;
  const isPenalty = leaf.beyondMax === "penalty";
  if (stage !== "leaf" && !isPenalty) return;
  const { points, error, state, grown } = nodeColumns(scores, code);
  for (let row = from; row < to; row += 1) {
    if (stage === "leaf") {
      const steps = grown[row] === 1 ? Number.NaN : roundToSteps(points[row] as number, error[row] as number, half, mode);
      if (Number.isNaN(steps)) unsettled.add(row);
      points[row] = Math.min(countedMax[state[row] as number] as number, steps * 2 * half);
      error[row] = 0;
    }
    if (isPenalty) points[row] = 0 - (points[row] as number);
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
    const takers = leaves.filter(({ leaf, columns }) => leaf.countedMax[columns.state[row] as number] !== 0);
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

import { type Branch, type CriteriaNode, isLeaf, type Leaf, treeOf } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";
import { exactText, fromDecimal } from "../exact/decimal";
import { proportionError, wholeQuotient } from "../exact/filtered";
import { divide, isZero, multiply, type Ratio, ratio, sum } from "../exact/ratio";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { type Added, addUp } from "../score/addUp";
import type { LeafAward } from "../score/awardLeaf";
import { leafStates, type Score } from "../score/score";
import { awardInCohort, scoreOfWhole } from "../score/scoreUnit";
import { addUpColumns } from "./addUpColumns";
import { type BatchScores, type ExactPath, nodeColumns, once, onceEach, reportAt } from "./batchScores";
import type { CohortRows, Rows } from "./columnsOf";
import { type Batch, type BatchBranch, type BatchLeaf, type BatchNode, type BatchTree, batchTree, isBatchLeaf } from "./compileBatch";
import { emptyNodes, emptyScores, scoreNodes, setExactly, workFor } from "./scoreColumns";

/**
 * Other weights (trọng số) for the leaves of a set: what each maximum is multiplied by, as a whole number of which `one` leaves
 * it as it is. A leaf that is not named keeps its maximum, and so do bonus and penalty.
 */
export interface Weighting {
  readonly one: number;
  readonly factors: Readonly<Record<string, number>>;
}

/** The awards of a batch, before they were added up: what every weighting starts from. */
export interface Awarded {
  readonly scores: BatchScores;
  /** The exact awards of a row, by the codes of leaves. */
  readonly awardsOf: (row: number) => ReadonlyMap<string, LeafAward>;
  /** For every row, the first of the rows that earn the same at every leaf: they are equal under every weighting. */
  readonly firstAlike: () => Int32Array;
}

/**
 * The awards of scores, ready to be added up under many weightings by {@link reweigh}.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { awardedBy, columnsOf, compileBatch, publishedColumn, rankColumn, reweigh, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const report = (id: string, option: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.1": { option }, "1.2": { done, due: 10 } },
 * });
 * const reports = parseReports(tiny, [report("a", "onTime", 5), report("b", "late", 9)]);
 * const awarded = awardedBy(scoreColumns(batch, columnsOf(batch, reports)));
 * const doubled = reweigh(awarded, { one: 1, factors: { "1.1": 2 } });
 * [rankColumn(awarded.scores), rankColumn(doubled)]; // => [new Int32Array([2, 1]), new Int32Array([1, 2])]
 * ```
 */
export function awardedBy({ batch, columns, exact }: BatchScores): Awarded {
  const scores = emptyScores(batch, columns);
  const work = workFor(columns.reports.length);
  for (const cohort of columns.cohorts) scoreNodes(scores, batchTree(batch, cohort.group).leaves, cohort, cohort, work);
  const awardsOf = onceEach((row) => exactAwards(scores, exact, row));
  return {
    scores: { batch, columns, exact, rules: scores.rules, nodes: scores.nodes },
    awardsOf,
    firstAlike: once(() => firstAlike(scores, awardsOf)),
  };
}

/**
 * The scores of a batch under other weights (đổi trọng số): the points of every leaf in proportion to its maximum, added up again
 * under the same policies; what something is brought up to changes with the maximum of its branch, bonus and penalty do not.
 * Scores `into` which new ones are written are gone; they must be of a weighting of the same awards.
 *
 * **Exactness:** as exact as `scoreColumns`: digits, ranks and grades of these scores are those of exact sums.
 * **Errors:** {@link ParError} for a leaf that the set does not have, and for a factor that is no whole number from 0.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { awardedBy, columnsOf, compileBatch, publishedColumn, reweigh, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const reports = parseReports(tiny, [
 *   { unit: { id: "a", name: "A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } } },
 * ]);
 * const awarded = awardedBy(scoreColumns(batch, columnsOf(batch, reports)));
 * publishedColumn(reweigh(awarded, { one: 100, factors: { "1.2": 150 } })); // => new Float64Array([573])
 * ```
 */
export function reweigh(awarded: Awarded, weighting: Weighting, into?: BatchScores): BatchScores {
  const { batch, columns, rules } = awarded.scores;
  requireWeights(batch, weighting);
  const weighted = weightedBatch(batch, weighting);
  const nodes = into?.nodes ?? emptyNodes(batch, columns);
  const scores: BatchScores = { batch: weighted, columns, rules, nodes, exact: weightedPath(awarded, weighting) };
  for (const cohort of columns.cohorts) addUpCohort(awarded, scores, weighting, cohort);
  return scores;
}

/** {@link reweigh} that answers a {@link Result} and never throws. */
export function safeReweigh(awarded: Awarded, weighting: Weighting, into?: BatchScores): Result<BatchScores> {
  return attempt(() => reweigh(awarded, weighting, into));
}

function requireWeights({ trees }: Batch, { one, factors }: Weighting): void {
  const known = new Set([...trees.values()].flatMap(({ leaves }) => leaves.map(({ code }) => code)));
  const isWhole = (factor: number) => Number.isSafeInteger(factor) && factor >= 0;
  const faults = Object.entries(factors).flatMap(([code, factor]) => {
    if (!known.has(code)) return [issue("unknownCode", { code }, { path: ["factors", code] })];
    return isWhole(factor) ? [] : [issue("notWhole", { received: String(factor) }, { code, path: ["factors", code] })];
  });
  const ofOne = isWhole(one) && one > 0 ? [] : [issue("notWhole", { received: String(one) }, { path: ["one"] })];
  if (faults.length + ofOne.length > 0) throw new ParError([...ofOne, ...faults]);
}

function factorOf({ one, factors }: Weighting, { code, beyondMax }: Leaf): number {
  return beyondMax === undefined ? (factors[code] ?? one) : one;
}

function weightedBatch(batch: Batch, weighting: Weighting): Batch {
  const { one } = weighting;
  const trees = new Map([...new Set(batch.trees.values())].map((tree) => [tree, weightedTree(tree, weighting)]));
  return {
    ...batch,
    scale: batch.scale * BigInt(one),
    half: batch.half * one,
    trees: new Map([...batch.trees].map(([group, tree]) => [group, trees.get(tree) as BatchTree])),
  };
}

function weightedTree(tree: BatchTree, weighting: Weighting): BatchTree {
  const weighted = new Map<BatchNode, BatchNode>();
  const of = (node: BatchNode) => weighted.get(node) as BatchNode;
  for (const node of tree.nodes)
    weighted.set(node, isBatchLeaf(node) ? weightedLeaf(node, weighting) : weightedBranch(node, of, weighting));
  const nodes = tree.nodes.map(of);
  return { nodes, leaves: nodes.filter(isBatchLeaf) };
}

function weightedLeaf(leaf: BatchLeaf, weighting: Weighting): BatchLeaf {
  const factor = factorOf(weighting, leaf.leaf);
  return {
    ...leaf,
    most: leaf.most * factor,
    countedMax: leaf.countedMax.map((counted) => counted * factor),
    hasPoints: factor === 0 ? new Uint8Array(leaf.hasPoints.length) : leaf.hasPoints,
  };
}

function weightedBranch(branch: BatchBranch, of: (node: BatchNode) => BatchNode, { one }: Weighting): BatchBranch {
  const base = branch.base.map(of);
  const most = branch.beyondMax === undefined ? base.reduce((total, child) => total + child.most, 0) : branch.most * one;
  return {
    ...branch,
    most,
    base,
    beyond: branch.beyond.map(of),
    sharing: branch.sharing.map((leaf) => of(leaf) as BatchLeaf),
    rescaleTo: branch.rescaleTo === undefined ? undefined : inProportion(branch.rescaleTo, most, branch.most),
  };
}

function inProportion({ dividend, divisor }: { readonly dividend: number; readonly divisor: number }, most: number, before: number) {
  const isKnown = [dividend, divisor, most, before].every(Number.isSafeInteger) && before > 0;
  if (!isKnown) return { dividend: Number.NaN, divisor: 1 };
  return wholeQuotient(divide(multiply(ratio(dividend), ratio(most)), multiply(ratio(divisor), ratio(before))), 1n);
}

function addUpCohort({ scores: before }: Awarded, scores: BatchScores, weighting: Weighting, { group, ...rows }: CohortRows): void {
  const unsettled = new Set<number>();
  for (const node of batchTree(scores.batch, group).nodes) {
    if (isBatchLeaf(node)) weighLeaf(before, scores, node.leaf, factorOf(weighting, node.leaf), rows);
    else addUpColumns(scores, node, rows, unsettled);
  }
  for (const row of unsettled) setExactly(scores, batchTree(scores.batch, group).nodes, row);
}

function weighLeaf(before: BatchScores, after: BatchScores, { code }: Leaf, factor: number, { from, to }: Rows): void {
  const { points, error, state } = nodeColumns(before, code);
  const weighted = nodeColumns(after, code);
  for (let row = from; row < to; row += 1) {
    const own = points[row] as number;
    weighted.points[row] = own * factor;
    weighted.error[row] = proportionError(own * factor, own, error[row] as number, factor, 1);
    weighted.state[row] = state[row] as number;
  }
}

/** The exact path under other weights. */
function weightedPath({ scores, awardsOf, firstAlike }: Awarded, weighting: Weighting): ExactPath {
  return {
    taken: { leaves: 0, rows: 0, orders: 0 },
    cohortsOf: scores.exact.cohortsOf,
    areAlike: (a, b) => firstAlike()[a] === firstAlike()[b],
    scoreOf: onceEach((row) => weightedScore(scores, awardsOf(row), weighting, row)),
  };
}

function weightedScore(
  { batch: { criteria }, columns }: BatchScores,
  awards: ReadonlyMap<string, LeafAward>,
  weighting: Weighting,
  row: number,
): Score {
  const report = reportAt(columns, row);
  const { root } = treeOf(criteria, report.unit.group);
  const most = weightedMaxima(root, weighting);
  const total = fold<CriteriaNode, Added | LeafAward>(root, (node, children) =>
    isLeaf(node)
      ? weightedAward(awards.get(node.code) as LeafAward, exactFactor(weighting, node))
      : addUp(criteria, report, exactBranch(node, most.get(node) as Ratio), children),
  );
  return scoreOfWhole(criteria, report, total as Added);
}

function exactFactor(weighting: Weighting, leaf: Leaf): Ratio {
  return ratio(factorOf(weighting, leaf), weighting.one);
}

/** The maximum of every branch under other weights; that of a bonus or penalty stays. */
function weightedMaxima(root: CriteriaNode, weighting: Weighting): ReadonlyMap<CriteriaNode, Ratio> {
  const maxima = new Map<CriteriaNode, Ratio>();
  fold<CriteriaNode, Ratio>(root, (node, children) => {
    const base = (node.children ?? []).flatMap((child, index) => (child.node.beyondMax === undefined ? [children[index] as Ratio] : []));
    const own = isLeaf(node) ? multiply(node.maxPoints, exactFactor(weighting, node)) : sum(base);
    const most = node.node.beyondMax === undefined ? own : node.maxPoints;
    maxima.set(node, most);
    return most;
  });
  return maxima;
}

function weightedAward(award: LeafAward, factor: Ratio): LeafAward {
  const maxPoints = multiply(award.leaf.maxPoints, factor);
  return {
    ...award,
    leaf: { ...award.leaf, maxPoints, node: { ...award.leaf.node, maxPoints: exactText(maxPoints) } },
    points: multiply(award.points, factor),
    countedMax: multiply(award.countedMax, factor),
  };
}

function exactBranch(branch: Branch, maxPoints: Ratio): Branch {
  const { rescaleTo } = branch.node;
  const node = { ...branch.node, maxPoints: exactText(maxPoints) };
  if (rescaleTo === undefined || isZero(branch.maxPoints)) return { ...branch, maxPoints, node };
  const worth = divide(multiply(fromDecimal(rescaleTo.points), maxPoints), branch.maxPoints);
  return { ...branch, maxPoints, node: { ...node, rescaleTo: { ...rescaleTo, points: exactText(worth) } } };
}

function exactAwards({ batch: { criteria }, columns }: BatchScores, { cohortsOf }: ExactPath, row: number): ReadonlyMap<string, LeafAward> {
  const report = reportAt(columns, row);
  const cohorts = cohortsOf(row);
  const { leaves } = treeOf(criteria, report.unit.group);
  return new Map(leaves.map((leaf) => [leaf.code, awardInCohort(criteria, report, leaf, cohorts?.get(leaf.code), new Map())]));
}

/** Rows whose numbers are the same at every leaf are looked at exactly; others differ at some leaf. */
function firstAlike({ nodes, batch, columns }: BatchScores, awardsOf: Awarded["awardsOf"]): Int32Array {
  const first = new Int32Array(columns.reports.length);
  for (const { group, from, to } of columns.cohorts) {
    const leaves = batchTree(batch, group).leaves.map(({ code }) => nodeColumns({ nodes }, code));
    const near = (row: number) => leaves.map(({ points, state }) => `${points[row]} ${state[row]}`).join(",");
    const exactly = (row: number) =>
      [...awardsOf(row).values()].map(({ points, state }) => `${exactText(points)} ${leafStates.indexOf(state)}`).join(",");
    const rows = Array.from({ length: to - from }, (_, index) => from + index);
    for (const alike of grouped(rows, near)) {
      const same = alike.length === 1 ? [alike] : grouped(alike, exactly);
      for (const equal of same) for (const row of equal) first[row] = equal[0] as number;
    }
  }
  return first;
}

function grouped(rows: readonly number[], keyOf: (row: number) => string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

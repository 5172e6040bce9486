import { type Branch, type CriteriaNode, isLeaf, type Leaf, treeOf } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";
import { exactText, fromDecimal } from "../exact/decimal";
import { productError, wholeQuotient } from "../exact/filtered";
import { divide, isZero, multiply, type Ratio, ratio, sum } from "../exact/ratio";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { type Added, addUp } from "../score/addUp";
import type { LeafAward } from "../score/awardLeaf";
import { leafStates, type Score } from "../score/score";
import { awardInCohort, scoreOfWhole } from "../score/scoreUnit";
import { addUpColumns } from "./addUpColumns";
import { type BatchScores, type ExactPath, type NodeColumns, nodeColumns, once, onceEach, reportAt } from "./batchScores";
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
  /** The codes of all leaves, which a weighting may name. */
  readonly codes: ReadonlySet<string>;
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
 * import { awardedBy, columnsOf, compileBatch, rankColumn, reweigh, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const report = (id: string, option: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.1": { option }, "1.2": { done, due: 100 } },
 * });
 * const reports = parseReports(tiny, [report("a", "onTime", 50), report("b", "late", 96)]);
 * const awarded = awardedBy(scoreColumns(batch, columnsOf(batch, reports)));
 * const ranksWith = (factor: number) => rankColumn(reweigh(awarded, { one: 1, factors: { "1.1": factor } }), { by: "1" });
 * [ranksWith(1), ranksWith(10)]; // => [new Int32Array([2, 1]), new Int32Array([1, 2])]
 * ```
 */
export function awardedBy({ batch, columns, exact }: BatchScores): Awarded {
  const scores = emptyScores(batch, columns);
  const work = workFor(columns.reports.length);
  for (const cohort of columns.cohorts) scoreNodes(scores, batchTree(batch, cohort.group).leaves, cohort, cohort, work);
  const awardsOf = onceEach((row) => exactAwards(scores, exact, row));
  return {
    scores: { batch, columns, exact, rules: scores.rules, nodes: scores.nodes },
    codes: new Set([...batch.trees.values()].flatMap(({ leaves }) => leaves.map(({ code }) => code))),
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
 * publishedColumn(reweigh(awarded, { one: 100, factors: { "1.2": 150 } })); // => new Float64Array([4775])
 * ```
 */
export function reweigh(awarded: Awarded, weighting: Weighting, into?: BatchScores): BatchScores {
  const { batch, columns, rules } = awarded.scores;
  requireWeights(awarded.codes, weighting);
  const weighted = weightedBatch(batch, weighting, into?.batch);
  const nodes = into?.nodes ?? weightedNodes(awarded.scores);
  const scores: BatchScores = { batch: weighted, columns, rules, nodes, exact: weightedPath(awarded, weighting) };
  for (const cohort of columns.cohorts) addUpCohort(awarded, scores, cohort);
  return scores;
}

/** {@link reweigh} that answers a {@link Result} and never throws. */
export function safeReweigh(awarded: Awarded, weighting: Weighting, into?: BatchScores): Result<BatchScores> {
  return attempt(() => reweigh(awarded, weighting, into));
}

function requireWeights(codes: ReadonlySet<string>, { one, factors }: Weighting): void {
  const faults = isWhole(one) && one > 0 ? [] : [issue("notWhole", { received: String(one) }, { path: ["one"] })];
  for (const code of Object.keys(factors)) {
    const factor = factors[code] as number;
    if (!codes.has(code)) faults.push(issue("unknownCode", { code }, { path: ["factors", code] }));
    else if (!isWhole(factor)) faults.push(issue("notWhole", { received: String(factor) }, { code, path: ["factors", code] }));
  }
  if (faults.length > 0) throw new ParError(faults);
}

function isWhole(factor: number): boolean {
  return Number.isSafeInteger(factor) && factor >= 0;
}

function factorOf({ one, factors }: Weighting, { code, beyondMax }: Leaf): number {
  return beyondMax === undefined ? (factors[code] ?? one) : one;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A leaf under other weights, and what its own points are multiplied by. */
interface WeightedLeaf extends BatchLeaf {
  readonly factor: number;
}

/** The batch under other weights; trees of an earlier weighting are written over. */
function weightedBatch(batch: Batch, weighting: Weighting, into?: Batch): Batch {
  const trees = into?.trees ?? copiedTrees(batch);
  const done = new Set<BatchTree>();
  for (const [group, tree] of trees) {
    if (!done.has(tree)) setWeights(batchTree(batch, group), tree, weighting);
    done.add(tree);
  }
  return { ...batch, scale: batch.scale * BigInt(weighting.one), half: batch.half * weighting.one, trees };
}

function copiedTrees({ trees }: Batch): Batch["trees"] {
  const copies = new Map([...new Set(trees.values())].map((tree) => [tree, copiedTree(tree)]));
  return new Map([...trees].map(([group, tree]) => [group, copies.get(tree) as BatchTree]));
}

function copiedTree(tree: BatchTree): BatchTree {
  const copies = new Map<BatchNode, BatchNode>();
  const of = (node: BatchNode) => copies.get(node) as BatchNode;
  for (const node of tree.nodes) {
    const copy = isBatchLeaf(node)
      ? { ...node, factor: 1 }
      : { ...node, base: node.base.map(of), beyond: node.beyond.map(of), sharing: node.sharing.map((leaf) => of(leaf) as BatchLeaf) };
    copies.set(node, copy);
  }
  const nodes = tree.nodes.map(of);
  return { nodes, leaves: nodes.filter(isBatchLeaf) };
}

/** Writes the weights into a copy of a tree, whose nodes stand in the same order. */
function setWeights({ nodes }: BatchTree, copy: BatchTree, weighting: Weighting): void {
  for (let place = 0; place < nodes.length; place += 1) {
    const node = nodes[place] as BatchNode;
    if (isBatchLeaf(node)) weighLeaf(node, copy.nodes[place] as Writable<WeightedLeaf>, factorOf(weighting, node.leaf));
    else weighBranch(node, copy.nodes[place] as Writable<BatchBranch>, weighting.one);
  }
}

function weighLeaf(leaf: BatchLeaf, weighted: Writable<WeightedLeaf>, factor: number): void {
  weighted.factor = factor;
  weighted.most = leaf.most * factor;
  weighted.counts = factor === 0 ? new Uint8Array(leaf.counts.length) : leaf.counts;
  weighted.hasPoints = factor === 0 ? new Uint8Array(leaf.hasPoints.length) : leaf.hasPoints;
}

function weighBranch(branch: BatchBranch, weighted: Writable<BatchBranch>, one: number): void {
  weighted.most = branch.beyondMax === undefined ? sumOfMost(weighted.base) : branch.most * one;
  weighted.rescaleTo = branch.rescaleTo && inProportion(branch.rescaleTo, weighted.most, branch.most);
}

function sumOfMost(nodes: readonly BatchNode[]): number {
  let most = 0;
  for (const node of nodes) most += node.most;
  return most;
}

function inProportion({ dividend, divisor }: { readonly dividend: number; readonly divisor: number }, most: number, before: number) {
  const isKnown = [dividend, divisor, most, before].every(Number.isSafeInteger) && before > 0;
  if (!isKnown) return { dividend: Number.NaN, divisor: 1 };
  return wholeQuotient(divide(multiply(ratio(dividend), ratio(most)), multiply(ratio(divisor), ratio(before))), 1n);
}

/** Columns for scores under other weights; the states of leaves do not change with these. */
function weightedNodes({ batch, columns, nodes }: BatchScores): BatchScores["nodes"] {
  const empty = [...emptyNodes(batch, columns)];
  return new Map(empty.map(([code, node]) => [code, { ...node, state: nodeColumns({ nodes }, code).state }]));
}

function addUpCohort({ scores: before }: Awarded, scores: BatchScores, { group, ...rows }: CohortRows): void {
  const unsettled = new Set<number>();
  const { nodes } = batchTree(scores.batch, group);
  for (const node of nodes) {
    if (isBatchLeaf(node)) weighPoints(nodeColumns(before, node.code), nodeColumns(scores, node.code), (node as WeightedLeaf).factor, rows);
    else addUpColumns(scores, node, rows, unsettled);
  }
  for (const row of unsettled) setExactly(scores, nodes, row);
}

function weighPoints({ points, error }: NodeColumns, weighted: NodeColumns, factor: number, { from, to }: Rows): void {
  const { points: weightedPoints, error: weightedError } = weighted;
  for (let row = from; row < to; row += 1) {
    const own = points[row] as number;
    const value = own * factor;
    weightedPoints[row] = value;
    weightedError[row] = productError(value, error[row] as number, factor);
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

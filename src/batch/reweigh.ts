import { type Branch, type CriteriaNode, isLeaf, type Leaf, treeOf } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";
import { exactText, fromDecimal } from "../exact/decimal";
import { productError } from "../exact/filtered";
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
import { type Batch, batchTree, isBatchLeaf } from "./compileBatch";
import { type Together, togetherIn } from "./leavesTogether";
import { emptyNodes, emptyScores, type ScoredColumns, scoreNodes, setExactly, workFor } from "./scoreColumns";
import { factorOf, setWeights, type WeightedTrees, weightedTrees } from "./weightedTree";

/**
 * Other weights (trọng số) for the leaves of a set: what each maximum is multiplied by, as a whole number of which `one` leaves
 * it as it is. A leaf that is not named keeps its maximum, and so do bonus and penalty.
 */
export interface Weighting {
  readonly one: number;
  readonly factors: Readonly<Record<string, number>>;
}

/** Scores under other weights, of the nodes that are wanted. */
export interface WeightedScores extends BatchScores {
  readonly batch: Batch & { readonly trees: WeightedTrees };
}

/** The awards of a batch, before they were added up: what every weighting starts from. */
export interface Awarded {
  readonly scores: ScoredColumns;
  /** True for the code of a node that weightings are asked for. */
  readonly isWanted: (code: string) => boolean;
  /** For every cohort, the leaves that are weighed together. */
  readonly together: readonly Together[];
  /** The codes of all leaves, which a weighting may name. */
  readonly codes: ReadonlySet<string>;
  /** The exact awards of a row, by the codes of leaves. */
  readonly awardsOf: (row: number) => ReadonlyMap<string, LeafAward>;
  /** For every row, the first of the rows that earn the same at every leaf: they are equal under every weighting. */
  readonly firstAlike: () => Int32Array;
}

/**
 * The awards of scores, ready to be added up under many weightings by {@link reweigh}. Where only some nodes are `wanted`, by their
 * codes, weightings have columns for these and for nothing else, and are made three times as fast; `rankedBy` names those of a ranking.
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
export function awardedBy({ batch, columns, exact }: ScoredColumns, wanted?: Iterable<string>): Awarded {
  const scores = emptyScores(batch, columns);
  const work = workFor(columns.reports.length);
  for (const cohort of columns.cohorts) scoreNodes(scores, batchTree(batch, cohort.group).leaves, cohort, cohort, work);
  const awardsOf = onceEach((row) => exactAwards(scores, exact, row));
  const codes = wanted === undefined ? undefined : new Set(wanted);
  // Where leaves are rounded, each is a number of its own.
  const isWanted = (code: string) => codes === undefined || codes.has(code) || batch.criteria.file.policies.rounding.stage === "leaf";
  const trees = weightedTrees(batch, isWanted);
  return {
    scores: { ...scores, exact },
    isWanted,
    together: columns.cohorts.map((cohort) => togetherIn(scores, batchTree({ trees }, cohort.group), cohort)),
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
export function reweigh(awarded: Awarded, weighting: Weighting, into?: WeightedScores): WeightedScores {
  const { batch, columns } = awarded.scores;
  requireWeights(awarded.codes, weighting);
  const trees = into?.batch.trees ?? weightedTrees(batch, awarded.isWanted);
  for (const tree of new Set(trees.values())) setWeights(tree, weighting);
  const scores: WeightedScores = {
    batch: { ...batch, scale: batch.scale * BigInt(weighting.one), half: batch.half * weighting.one, trees },
    columns,
    nodes: into?.nodes ?? weightedNodes(awarded.scores, trees),
    exact: weightedPath(awarded, weighting),
  };
  for (const [place, cohort] of columns.cohorts.entries()) addUpCohort(awarded, scores, cohort, awarded.together[place]);
  return scores;
}

/** {@link reweigh} that answers a {@link Result} and never throws. */
export function safeReweigh(awarded: Awarded, weighting: Weighting, into?: WeightedScores): Result<WeightedScores> {
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

/** Columns for scores under other weights; the states of leaves do not change with these. */
function weightedNodes({ columns, nodes }: BatchScores, trees: WeightedTrees): BatchScores["nodes"] {
  const empty = [...emptyNodes({ trees }, columns)];
  return new Map(empty.map(([code, node]) => [code, { ...node, state: nodeColumns({ nodes }, code).state }]));
}

function addUpCohort({ scores: before }: Awarded, scores: WeightedScores, { group, ...rows }: CohortRows, together?: Together): void {
  const unsettled = new Set<number>();
  const { nodes } = batchTree(scores.batch, group);
  for (const node of nodes) {
    if (isBatchLeaf(node)) weighPoints(nodeColumns(before, node.code), nodeColumns(scores, node.code), node.factor, rows);
    else addUpColumns(scores, node, rows, unsettled, together?.get(node.code));
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

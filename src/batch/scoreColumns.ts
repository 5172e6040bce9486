import { listNodes } from "../criteria/tree";
import type { Evidence } from "../evidence/evidence";
import { fromExactText } from "../exact/decimal";
import { nearestError, nearestNumber, wholeNumber } from "../exact/filtered";
import type { Ratio } from "../exact/ratio";
import { type LeafRows, outcomes } from "../rules/columnForm";
import { awardLeaf } from "../score/awardLeaf";
import type { NodeScore } from "../score/score";
import { addUpColumns } from "./addUpColumns";
import { type BatchScores, exactPath, type NodeColumns, nodeColumns, settledScore } from "./batchScores";
import { type ColumnRule, columnRule } from "./columnRule";
import { type CohortColumns, formAt, type LeafColumns, type Rows } from "./columnsOf";
import { type Batch, type BatchLeaf, type BatchNode, batchTree, isBatchLeaf, stateAt } from "./compileBatch";

/** So many rows at a time: all that is worked on then stays in the fastest memory. */
const stretch = 1024;

/** Scores as the figures in columns earn them. */
export interface ScoredColumns extends BatchScores {
  /** How leaves award columns; those that cannot are awarded row by row. */
  readonly rules: ReadonlyMap<BatchLeaf, ColumnRule | undefined>;
}

/**
 * The scores of many units at once (chấm hàng loạt): the same points, states and published digits as `scoreAll`, in columns and
 * without steps. `pointsColumn`, `publishedColumn`, `rankColumn` and `gradeColumn` read them; `scoreAt` answers the steps of one.
 *
 * Scores `into` which new ones are written are gone; they must be of the same columns, whose figures may have changed.
 *
 * **Exactness:** every number knows how far it may be off. What that does not settle is computed exactly, and counted.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { columnsOf, compileBatch, pointsColumn, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const scores = scoreColumns(batch, columnsOf(batch, parseReports(tiny, [report("a", 955), report("b", 1000)])));
 * pointsColumn(scores).points; // => new Float64Array([3.82, 4])
 * ```
 */
export function scoreColumns(batch: Batch, columns: CohortColumns, into?: ScoredColumns): ScoredColumns {
  const scores = into === undefined ? emptyScores(batch, columns) : { ...into, exact: exactPath(batch, columns) };
  const work = workFor(columns.reports.length);
  for (const cohort of columns.cohorts) scoreNodes(scores, batchTree(batch, cohort.group).nodes, cohort, cohort, work);
  return scores;
}

/** Scores those nodes, each behind those below it, of some rows of a cohort. */
export function scoreNodes(scores: ScoredColumns, nodes: readonly BatchNode[], cohort: Rows, rows: Rows, work: Work): void {
  const awards = new Map(nodes.filter(isBatchLeaf).map((leaf) => [leaf, awardsIn(scores, leaf, cohort)]));
  for (let { from } = rows; from < rows.to; from += stretch) {
    scoreRows(scores, nodes, { from, to: Math.min(from + stretch, rows.to) }, awards, work);
  }
}

/** Awards rows that report figures for a leaf; nothing where its rule has no column form. */
type Awards = ColumnRule["award"] | undefined;

/** What is worked with for one leaf after the other. */
type Work = Pick<LeafRows, "outcome" | "dividend" | "divisor">;

export function workFor(length: number): Work {
  return { outcome: new Uint8Array(length), dividend: new Float64Array(length), divisor: new Float64Array(length) };
}

function scoreRows(
  scores: ScoredColumns,
  nodes: readonly BatchNode[],
  rows: Rows,
  awards: ReadonlyMap<BatchLeaf, Awards>,
  work: Work,
): void {
  const unsettled = new Set<number>();
  for (const node of nodes) {
    if (isBatchLeaf(node)) awardRows(scores, node, rows, awards.get(node), work);
    else addUpColumns(scores, node, rows, unsettled);
  }
  for (const row of unsettled) setExactly(scores, nodes, row);
}

/** How a leaf's rule awards rows of a cohort; one that compares units, once it knows what they come to. */
function awardsIn({ columns, rules }: ScoredColumns, leaf: BatchLeaf, cohort: Rows): Awards {
  const rule = rules.get(leaf);
  if (rule === undefined || rule.gather === undefined) return rule?.award;
  const members = comparedRows(columns, columns.leaves.get(leaf.code) as LeafColumns, cohort);
  if (members === undefined) return undefined;
  const gathered = rule.gather(members);
  return (rows) => rule.award(rows, gathered);
}

/** The rows of a cohort that are compared at a leaf: of units that are rated and report figures; none where columns do not hold some. */
function comparedRows({ reports }: CohortColumns, { reported }: LeafColumns, { from, to }: Rows): Int32Array | undefined {
  const members: number[] = [];
  for (let row = from; row < to; row += 1) {
    if (reports[row]?.unit.notRated !== undefined) continue;
    if (reported[row] === formAt.beyondColumns) return undefined;
    if (reported[row] === formAt.figures) members.push(row);
  }
  return Int32Array.from(members);
}

/** Awards a leaf of those rows: what has figures by its columns, where it has any, and the rest by what it says. */
function awardRows(scores: ScoredColumns, node: BatchLeaf, { from, to }: Rows, awards: Awards, { outcome, ...work }: Work): void {
  const { points, error, state } = nodeColumns(scores, node.code);
  const { reported } = scores.columns.leaves.get(node.code) as LeafColumns;
  outcome.fill(awards === undefined ? outcomes.unsettled : outcomes.earned, from, to);
  awards?.({ from, to, outcome, ...work, points, error });
  for (let row = from; row < to; row += 1) {
    const found = reported[row] === formAt.figures ? outcome[row] : undefined;
    if (found === outcomes.earned && isBounded(points[row] as number, error[row] as number)) state[row] = stateAt.scored;
    else awardOther(scores, node, row, found === outcomes.nothingDue);
  }
  if (node.comparesUnits) awardUnrated(scores, node, { from, to });
}

/** A unit that is not rated is compared in a cohort of its own. */
function awardUnrated(scores: BatchScores, node: BatchLeaf, { from, to }: Rows): void {
  const { reports, leaves } = scores.columns;
  const { reported } = leaves.get(node.code) as LeafColumns;
  for (let row = from; row < to; row += 1) {
    if (reports[row]?.unit.notRated !== undefined && reported[row] === formAt.figures) awardExactly(scores, node, row);
  }
}

function isBounded(points: number, error: number): boolean {
  return error < Number.POSITIVE_INFINITY && !Number.isNaN(points);
}

/** Awards a row that earns no points by its columns: by what it says, or else exactly. */
function awardOther(scores: BatchScores, node: BatchLeaf, row: number, isNothingDue: boolean): void {
  const form = scores.columns.leaves.get(node.code)?.reported[row] as number;
  const state = node.leaf.rule === undefined ? stateAt.monitored : (stateOfForm[form] ?? (isNothingDue ? stateAt.nothingDue : undefined));
  if (state === undefined) awardExactly(scores, node, row);
  else setState(node, nodeColumns(scores, node.code), row, state);
}

/** What becomes of a row, by the place of what it says, where no points follow from that. */
const stateOfForm: Readonly<Record<number, number>> = {
  [formAt.nothing]: stateAt.missing,
  [formAt.notSelfScored]: stateAt.notSelfScored,
  [formAt.notApplicable]: stateAt.notApplicable,
};

function setState({ points }: BatchLeaf, columns: NodeColumns, row: number, state: number): void {
  columns.points[row] = points[state] as number;
  columns.error[row] = 0;
  columns.state[row] = state;
}

/** Awards one leaf of one row exactly, and puts the number nearest to that into its columns. */
function awardExactly(scores: BatchScores, { code, leaf }: BatchLeaf, row: number): void {
  const { batch, columns, exact } = scores;
  const { round, items } = columns.reports[row] as Evidence;
  const { state, points } = awardLeaf(batch.criteria, leaf, round, items[code], exact.cohortsOf(row)?.get(code));
  exact.taken.leaves += 1;
  setPoints(nodeColumns(scores, code), row, points, batch.scale);
  nodeColumns(scores, code).state[row] = stateAt[state];
}

function setPoints(columns: NodeColumns, row: number, points: Ratio, scale: bigint): void {
  const number = nearestNumber(points, scale);
  columns.points[row] = number;
  columns.error[row] = nearestError(number, points, scale);
}

/** Puts the numbers nearest to a row's exact score into the columns of those nodes. */
export function setExactly(scores: BatchScores, nodes: readonly BatchNode[], row: number): void {
  const { scale } = scores.batch;
  const exact = new Map(listNodes<NodeScore>(settledScore(scores, row).root).map((node) => [node.code, node]));
  for (const node of nodes) {
    const columns = nodeColumns(scores, node.code);
    const { points, countedMax } = exact.get(node.code) as NodeScore;
    setPoints(columns, row, fromExactText(points), scale);
    if (!isBatchLeaf(node)) columns.countedMax[row] = wholeNumber(fromExactText(countedMax), scale);
  }
}

export function emptyScores(batch: Batch, columns: CohortColumns): ScoredColumns {
  const leaves = columns.cohorts.flatMap(({ group }) => batchTree(batch, group).leaves);
  const rules = leaves.map((leaf) => [leaf, columnRule(leaf.leaf, batch.scale, columns.leaves.get(leaf.code))] as const);
  return { batch, columns, rules: new Map(rules), nodes: emptyNodes(batch, columns), exact: exactPath(batch, columns) };
}

export function emptyNodes({ trees }: Pick<Batch, "trees">, { reports }: CohortColumns): ReadonlyMap<string, NodeColumns> {
  const { length } = reports;
  const ofTrees = [...new Set(trees.values())].map(({ nodes }) => new Map(nodes.map((node) => [node.code, node])));
  const sharing = new Set<BatchNode>(
    [...trees.values()].flatMap((tree) => tree.nodes.flatMap((node) => (isBatchLeaf(node) ? [] : node.sharing))),
  );
  const nodes = new Map<string, NodeColumns>();
  for (const code of new Set(ofTrees.flatMap((tree) => [...tree.keys()]))) {
    const found = ofTrees.map((tree) => tree.get(code));
    const isOf = (belongs: (node: BatchNode) => boolean) => (found.some((node) => node !== undefined && belongs(node)) ? length : 0);
    const leaf = isOf(isBatchLeaf);
    const branch = isOf((node) => !isBatchLeaf(node));
    const taker = isOf((node) => sharing.has(node));
    nodes.set(code, emptyColumns({ length, leaf, branch, taker, isEverywhere: !found.includes(undefined) }));
  }
  return nodes;
}

/** Columns for a node that is a leaf, a branch, or, in the trees of two groups, both. */
function emptyColumns(rows: {
  readonly length: number;
  readonly leaf: number;
  readonly branch: number;
  readonly taker: number;
  readonly isEverywhere: boolean;
}): NodeColumns {
  const { length, leaf, branch, taker, isEverywhere } = rows;
  return {
    points: isEverywhere ? new Float64Array(length) : new Float64Array(length).fill(Number.NaN),
    error: new Float64Array(length),
    state: leaf === 0 ? none.bytes : new Uint8Array(leaf),
    grown: taker === 0 ? none.bytes : new Uint8Array(taker),
    countedMax: branch === 0 ? none.numbers : new Float64Array(branch),
    incomplete: branch === 0 ? none.counts : new Int32Array(branch),
    withPoints: branch === 0 ? none.counts : new Int32Array(branch),
  };
}

/** In the place of columns that a node does not have. */
const none = { numbers: new Float64Array(), bytes: new Uint8Array(), counts: new Int32Array() };

import { listNodes } from "../criteria/tree";
import type { Evidence } from "../evidence/evidence";
import { fromExactText } from "../exact/decimal";
import { nearestError, nearestNumber, wholeNumber } from "../exact/filtered";
import type { Ratio } from "../exact/ratio";
import { type LeafRows, type MeasureColumns, outcomes } from "../rules/columnForm";
import { awardLeaf } from "../score/awardLeaf";
import type { NodeScore } from "../score/score";
import { addUpColumns } from "./addUpColumns";
import { type BatchScores, exactPath, type NodeColumns, nodeColumns, settledScore } from "./batchScores";
import { type CohortColumns, type CohortRows, formAt, type LeafColumns } from "./columnsOf";
import { type Batch, type BatchLeaf, type BatchNode, type BatchTree, batchTree, isBatchLeaf, stateAt } from "./compileBatch";

/** So many rows at a time: all that is worked on then stays in the fastest memory. */
const stretch = 1024;

/**
 * The scores of many units at once (chấm hàng loạt): the same points, states and published digits as `scoreAll`, in columns and
 * without steps. `pointsColumn`, `publishedColumn`, `rankColumn` and `gradeColumn` read them; `scoreAt` answers the steps of one.
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
export function scoreColumns(batch: Batch, columns: CohortColumns): BatchScores {
  const scores: BatchScores = { batch, columns, nodes: emptyNodes(batch, columns), exact: exactPath(batch, columns) };
  const work = leafRows(stretch);
  for (const cohort of columns.cohorts) scoreCohort(scores, cohort, work);
  return scores;
}

function scoreCohort(scores: BatchScores, { group, rows }: CohortRows, work: LeafRows): void {
  const tree = batchTree(scores.batch, group);
  const awards = new Map(tree.leaves.map((leaf) => [leaf, awardsOf(scores, leaf, rows)]));
  for (let from = 0; from < rows.length; from += stretch) {
    scoreRows(scores, tree, rows.subarray(from, from + stretch), awards, work);
  }
}

/** Awards rows that report figures for a leaf; nothing where its rule has no column form. */
type Awards = ((rows: LeafRows) => void) | undefined;

function scoreRows(scores: BatchScores, tree: BatchTree, rows: Int32Array, awards: ReadonlyMap<BatchLeaf, Awards>, work: LeafRows): void {
  const unsettled = new Set<number>();
  for (const node of tree.nodes) {
    if (isBatchLeaf(node)) awardRows(scores, node, rows, awards.get(node), work);
    else addUpColumns(scores, node, rows, unsettled);
  }
  for (const row of unsettled) setExactly(scores, tree, row);
}

/** How a leaf's rule awards columns: its kind, and the measure that it reads, in the cohort of those rows. */
export function awardsOf({ batch: { scale }, columns }: BatchScores, { leaf, comparesUnits }: BatchLeaf, cohort: Int32Array): Awards {
  const { rule, maxPoints } = leaf;
  const figures = columns.leaves.get(leaf.code);
  if (rule === undefined || figures === undefined) return undefined;
  const { kind, params, measure } = rule;
  if (kind.reads === "evidence") return kind.columns?.({ params, maxPoints, scale, figures });
  const read = measure?.measure.columns?.({ params: measure.params, figures });
  const award = kind.columns?.({ params, maxPoints, scale });
  if (read === undefined || award === undefined || (comparesUnits && read.gather === undefined)) return undefined;
  if (!comparesUnits) return inTurn(read.read, award, undefined);
  const members = ratedRows(columns, cohort);
  return members.some((row) => figures.reported[row] === formAt.beyondColumns)
    ? undefined
    : inTurn(read.read, award, read.gather?.(members.filter((row) => figures.reported[row] === formAt.figures)));
}

function inTurn(read: MeasureColumns["read"], award: (rows: LeafRows) => void, gathered: unknown): (rows: LeafRows) => void {
  return (rows) => {
    read(rows, gathered);
    award(rows);
  };
}

/** The rows of a cohort whose units are rated. */
function ratedRows({ reports }: CohortColumns, cohort: Int32Array): Int32Array {
  return cohort.filter((row) => reports[row]?.unit.notRated === undefined);
}

/** Awards a leaf of those rows: what has figures by its columns, where it has any, and the rest by what it says. */
function awardRows(scores: BatchScores, node: BatchLeaf, rows: Int32Array, awards: Awards, work: LeafRows): void {
  const { reported } = scores.columns.leaves.get(node.code) as LeafColumns;
  work.count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    if (awards !== undefined && reported[row] === formAt.figures) {
      work.rows[work.count] = row;
      work.count += 1;
    } else awardWithoutColumns(scores, node, row);
  }
  if (awards === undefined || work.count === 0) return;
  work.outcome.fill(outcomes.earned, 0, work.count);
  awards(work);
  setAwards(scores, node, work);
}

function setAwards(scores: BatchScores, node: BatchLeaf, { rows, count, outcome, points, error }: LeafRows): void {
  const columns = nodeColumns(scores, node.code);
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] as number;
    if (node.comparesUnits && !isRated(scores, row)) awardExactly(scores, node, row);
    else if (outcome[index] === outcomes.nothingDue) setState(node, columns, row, stateAt.nothingDue);
    else if (outcome[index] === outcomes.earned && isBounded(points[index] as number, error[index] as number)) {
      columns.points[row] = points[index] as number;
      columns.error[row] = error[index] as number;
      columns.state[row] = stateAt.scored;
    } else awardExactly(scores, node, row);
  }
}

function isBounded(points: number, error: number): boolean {
  return error < Number.POSITIVE_INFINITY && !Number.isNaN(points);
}

/** A unit that is not rated is compared in a cohort of its own. */
function isRated({ columns }: BatchScores, row: number): boolean {
  return columns.reports[row]?.unit.notRated === undefined;
}

/** Awards a row that reports no figures; one whose columns do not hold what it says, exactly. */
function awardWithoutColumns(scores: BatchScores, node: BatchLeaf, row: number): void {
  const form = scores.columns.leaves.get(node.code)?.reported[row] as number;
  const state = node.leaf.rule === undefined ? stateAt.monitored : stateOfForm[form];
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

/** Puts the numbers nearest to a row's exact score into the columns of all its nodes. */
function setExactly(scores: BatchScores, { nodes }: BatchTree, row: number): void {
  const { scale } = scores.batch;
  const exact = new Map(listNodes<NodeScore>(settledScore(scores, row).root).map((node) => [node.code, node]));
  for (const node of nodes) {
    const columns = nodeColumns(scores, node.code);
    const { points, countedMax } = exact.get(node.code) as NodeScore;
    setPoints(columns, row, fromExactText(points), scale);
    if (!isBatchLeaf(node)) columns.countedMax[row] = wholeNumber(fromExactText(countedMax), scale);
  }
}

function leafRows(length: number): LeafRows {
  return {
    rows: new Int32Array(length),
    count: 0,
    outcome: new Uint8Array(length),
    dividend: new Float64Array(length),
    divisor: new Float64Array(length),
    points: new Float64Array(length),
    error: new Float64Array(length),
  };
}

function emptyNodes({ trees }: Batch, { reports }: CohortColumns): ReadonlyMap<string, NodeColumns> {
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

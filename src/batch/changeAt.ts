import { type Leaf, treeOf } from "../criteria/criteriaSet";
import type { Evidence, EvidenceItem } from "../evidence/evidence";
import { readItem } from "../evidence/readItem";
import { asChecked } from "../evidence/readReport";
import { isUnitsRound } from "../evidence/roundsHeld";
import { at, issue, under } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { requireResolved } from "../score/sameSet";
import { type BatchScores, exactPath, type NodeColumns, nodeColumns, reportAt } from "./batchScores";
import { columnRule } from "./columnRule";
import { type CohortColumns, type CohortRows, type LeafColumns, type Rows, setItem } from "./columnsOf";
import { type BatchLeaf, type BatchNode, batchTree, isBatchLeaf } from "./compileBatch";
import { scoreNodes, workFor } from "./scoreColumns";

/**
 * Scores as they would be, had one row reported something else for one leaf: for each keystroke of a form, and for what-if.
 * Only that leaf is awarded anew, of the row's whole cohort where it compares units, and what is above it added up; the scores
 * given stay as they are.
 *
 * **Errors:** {@link ParError} when the row's tree has no such leaf, or the item is wrong.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { changeAt, columnsOf, compileBatch, pointsColumn, rankColumn, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const scores = scoreColumns(batch, columnsOf(batch, parseReports(tiny, [report("a", 955), report("b", 1000)])));
 * const after = changeAt(scores, 1, "1.2", { done: 500, due: 1000 });
 * [pointsColumn(scores).points, pointsColumn(after).points]; // => [new Float64Array([3.82, 4]), new Float64Array([3.82, 2])]
 * ```
 */
export function changeAt(scores: BatchScores, row: number, code: string, item: unknown): BatchScores {
  const report = changedReport(scores, row, code, item);
  const cohort = scores.columns.cohorts.find(({ from, to }) => row >= from && row < to) as CohortRows;
  const { nodes } = batchTree(scores.batch, cohort.group);
  const leaf = nodes.find((node) => isBatchLeaf(node) && node.code === code) as BatchLeaf;
  const columns = changedColumns(scores, leaf.leaf, row, report);
  const affected = affectedNodes(nodes, leaf);
  const changed: BatchScores = {
    ...scores,
    columns,
    exact: exactPath(scores.batch, columns),
    nodes: new Map([...scores.nodes, ...affected.map((node) => [node.code, copied(nodeColumns(scores, node.code))] as const)]),
    rules: new Map(
      [...scores.rules].map(([one, rule]) => [
        one,
        one.code === code ? columnRule(one.leaf, scores.batch.scale, columns.leaves.get(code)) : rule,
      ]),
    ),
  };
  const rows: Rows = leaf.comparesUnits ? cohort : { from: row, to: row + 1 };
  scoreNodes(changed, affected, cohort, rows, workFor(columns.reports.length));
  return changed;
}

/** {@link changeAt} that answers a {@link Result} and never throws. */
export function safeChangeAt(scores: BatchScores, row: number, code: string, item: unknown): Result<BatchScores> {
  return attempt(() => changeAt(scores, row, code, item));
}

/** A row's report with another item, which is checked as it would be in a report. */
function changedReport({ batch: { criteria }, columns }: BatchScores, row: number, code: string, item: unknown): Evidence {
  const report = reportAt(columns, row);
  const leaf = treeOf(criteria, report.unit.group).leaves.find((one) => one.code === code);
  if (leaf === undefined) throw new ParError([issue("unknownCode", { code }, { unit: report.unit.id, path: ["items", code] })]);
  const { value, issues } = readItem(criteria, leaf, report.round, item);
  const place = { unit: report.unit.id, code, title: leaf.title.vi };
  if (issues.length > 0) throw new ParError(issues.map((one) => at(place, under(["items", code], one))));
  const { [code]: _, ...others } = report.items;
  const items: Evidence["items"] = Object.freeze(value === undefined ? others : { ...others, [code]: Object.freeze(value) });
  const changed = asChecked(criteria, Object.freeze({ ...report, items }));
  requireResolved(criteria, [changed]);
  return changed;
}

/** Columns that hold another report at a row; all but those of the leaf are shared. */
function changedColumns({ batch: { criteria }, columns }: BatchScores, leaf: Leaf, row: number, report: Evidence): CohortColumns {
  const before = columns.leaves.get(leaf.code) as LeafColumns;
  const after: LeafColumns = {
    ...before,
    reported: before.reported.slice(),
    figures: Object.fromEntries(Object.entries(before.figures).map(([key, column]) => [key, column.slice()])),
  };
  const item: EvidenceItem | undefined = report.items[leaf.code];
  setItem(after, leaf, row, item, leaf.node.selfScored === false && isUnitsRound(criteria, report.round));
  return { ...columns, reports: columns.reports.with(row, report), leaves: new Map([...columns.leaves, [leaf.code, after]]) };
}

/** The branches above a leaf, with the leaves that each adds up, since an award is finished where it is added. */
function affectedNodes(nodes: readonly BatchNode[], leaf: BatchLeaf): readonly BatchNode[] {
  const affected = new Set<BatchNode>([leaf]);
  for (const node of nodes) {
    if (isBatchLeaf(node)) continue;
    const children = [...node.base, ...node.beyond];
    if (!children.some((child) => affected.has(child))) continue;
    for (const child of children.filter(isBatchLeaf)) affected.add(child);
    affected.add(node);
  }
  return nodes.filter((node) => affected.has(node));
}

function copied({ points, error, state, countedMax, incomplete, withPoints, grown }: NodeColumns): NodeColumns {
  return {
    points: points.slice(),
    error: error.slice(),
    state: state.slice(),
    countedMax: countedMax.slice(),
    incomplete: incomplete.slice(),
    withPoints: withPoints.slice(),
    grown: grown.slice(),
  };
}

import { type CriteriaSet, type Leaf, treeOf } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { readItem } from "../evidence/readItem";
import { asChecked } from "../evidence/readReport";
import { isUnitsRound } from "../evidence/roundsHeld";
import { at, type Issue, issue, under } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { requireResolved } from "../score/sameSet";
import { exactPath, type NodeColumns, reportAt } from "./batchScores";
import { columnRule } from "./columnRule";
import { type CohortColumns, type LeafColumns, setItem } from "./columnsOf";
import { type BatchNode, batchTree, isBatchLeaf } from "./compileBatch";
import { type ScoredColumns, scoreNodes, workFor } from "./scoreColumns";

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
 * const after = changeAt(scores, 1, "1.2", { done: 960, due: 1000 });
 * [pointsColumn(scores).points, pointsColumn(after).points]; // => [new Float64Array([3.82, 4]), new Float64Array([3.82, 3.84])]
 * ```
 */
export function changeAt(scores: ScoredColumns, row: number, code: string, item: unknown): ScoredColumns {
  return changesAt(scores, [{ row, code, item }]);
}

/** {@link changeAt} that answers a {@link Result} and never throws. */
export function safeChangeAt(scores: ScoredColumns, row: number, code: string, item: unknown): Result<ScoredColumns> {
  return attempt(() => changeAt(scores, row, code, item));
}

/** What a row reports instead for a leaf. */
export interface Change {
  readonly row: number;
  readonly code: string;
  readonly item: unknown;
}

/**
 * Scores as they would be, had several rows reported something else: {@link changeAt} for many at once. Of two changes at one
 * place the last holds.
 *
 * **Errors:** {@link ParError} with all that is wrong, as {@link changeAt}.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { changesAt, columnsOf, compileBatch, pointsColumn, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const scores = scoreColumns(batch, columnsOf(batch, parseReports(tiny, [report("a", 955), report("b", 1000)])));
 * const after = changesAt(scores, [{ row: 0, code: "2", item: { percent: "80" } }, { row: 1, code: "1.2", item: { done: 960, due: 1000 } }]);
 * pointsColumn(after).points; // => new Float64Array([7.02, 3.84])
 * ```
 */
export function changesAt(scores: ScoredColumns, changes: readonly Change[]): ScoredColumns {
  const columns = changedColumns(scores, changes);
  const codes = new Set(changes.map(({ code }) => code));
  const isChanged = (node: BatchNode) => codes.has(node.code) && isBatchLeaf(node);
  const touched = columns.cohorts.flatMap((cohort) => {
    const rows = changes.map(({ row }) => row).filter((row) => row >= cohort.from && row < cohort.to);
    return rows.length === 0 ? [] : [{ cohort, rows, nodes: affectedNodes(batchTree(scores.batch, cohort.group).nodes, isChanged) }];
  });
  const affected = new Set(touched.flatMap(({ nodes }) => nodes.map(({ code }) => code)));
  const changed: ScoredColumns = {
    ...scores,
    columns,
    exact: exactPath(scores.batch, columns),
    nodes: new Map([...scores.nodes].map(([code, node]) => [code, affected.has(code) ? copied(node) : node])),
    rules: new Map(
      [...scores.rules].map(([leaf, rule]) => [
        leaf,
        isChanged(leaf) ? columnRule(leaf.leaf, scores.batch.scale, columns.leaves.get(leaf.code)) : rule,
      ]),
    ),
  };
  const work = workFor(columns.reports.length);
  for (const { cohort, rows, nodes } of touched) {
    const comparesUnits = nodes.some((node) => isBatchLeaf(node) && codes.has(node.code) && node.comparesUnits);
    scoreNodes(changed, nodes, cohort, comparesUnits ? cohort : { from: Math.min(...rows), to: Math.max(...rows) + 1 }, work);
  }
  return changed;
}

/** {@link changesAt} that answers a {@link Result} and never throws. */
export function safeChangesAt(scores: ScoredColumns, changes: readonly Change[]): Result<ScoredColumns> {
  return attempt(() => changesAt(scores, changes));
}

/** Columns that hold other reports; all but those of the leaves that change are shared. */
function changedColumns({ batch: { criteria }, columns }: ScoredColumns, changes: readonly Change[]): CohortColumns {
  const reports = changedReports(criteria, columns, changes);
  const leaves = new Map(columns.leaves);
  for (const code of new Set(changes.map((change) => change.code))) leaves.set(code, ownColumns(leaves.get(code) as LeafColumns));
  for (const { row, code } of changes) {
    const report = reports[row] as Evidence;
    const leaf = leafOf(criteria, report, code) as Leaf;
    const isLeftToOthers = leaf.node.selfScored === false && isUnitsRound(criteria, report.round);
    setItem(leaves.get(code) as LeafColumns, leaf, row, report.items[code], isLeftToOthers);
  }
  return { ...columns, reports, leaves };
}

/** The reports with other items, which are checked as they would be in a report. */
function changedReports(criteria: CriteriaSet, columns: CohortColumns, changes: readonly Change[]): readonly Evidence[] {
  const reports = [...columns.reports];
  const faults: Issue[] = [];
  for (const { row, code, item } of changes) {
    const before = reports[row] ?? reportAt(columns, row);
    const { report, issues } = changedReport(criteria, before, code, item);
    faults.push(...issues);
    reports[row] = report;
  }
  if (faults.length > 0) throw new ParError(faults);
  requireResolved(criteria, [...new Set(changes.map(({ row }) => reports[row] as Evidence))]);
  return reports;
}

function leafOf(criteria: CriteriaSet, { unit }: Evidence, code: string): Leaf | undefined {
  return treeOf(criteria, unit.group).leaves.find((one) => one.code === code);
}

function changedReport(
  criteria: CriteriaSet,
  report: Evidence,
  code: string,
  item: unknown,
): { report: Evidence; issues: readonly Issue[] } {
  const leaf = leafOf(criteria, report, code);
  if (leaf === undefined) return { report, issues: [issue("unknownCode", { code }, { unit: report.unit.id, path: ["items", code] })] };
  const { value, issues } = readItem(criteria, leaf, report.round, item);
  const place = { unit: report.unit.id, code, title: leaf.title.vi };
  const { [code]: _, ...others } = report.items;
  const items: Evidence["items"] = Object.freeze(value === undefined ? others : { ...others, [code]: Object.freeze(value) });
  return {
    report: asChecked(criteria, Object.freeze({ ...report, items })),
    issues: issues.map((one) => at(place, under(["items", code], one))),
  };
}

function ownColumns(before: LeafColumns): LeafColumns {
  return {
    ...before,
    reported: before.reported.slice(),
    figures: Object.fromEntries(Object.entries(before.figures).map(([key, column]) => [key, column.slice()])),
  };
}

/** Leaves that change and the branches above them, with the leaves that each adds up, since an award is finished where it is added. */
function affectedNodes(nodes: readonly BatchNode[], isChanged: (node: BatchNode) => boolean): readonly BatchNode[] {
  const affected = new Set<BatchNode>(nodes.filter(isChanged));
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

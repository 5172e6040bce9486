import { parseReports, type Score, scoreAll } from "par-index";
import { columnsOf, compileBatch, type ScoredColumns, scoreColumns } from "par-index/batch";
import type { CriteriaSet } from "../../src/criteria/criteriaSet";
import { listNodes } from "../../src/criteria/tree";
import { publishedValue } from "../../src/rank/standing";
import { hasPoints } from "../../src/score/nodeScore";
import type { NodeScore } from "../../src/score/score";
import type { ReportDocument } from "../oracle/documents";

/** What both engines make of the same reports, in the order of the rows. */
export interface Scene {
  readonly criteria: CriteriaSet;
  readonly exact: readonly Score[];
  readonly scores: ScoredColumns;
}

export function sceneOf(criteria: CriteriaSet, reports: readonly ReportDocument[] | unknown): Scene {
  const batch = compileBatch(criteria);
  const columns = columnsOf(batch, parseReports(criteria, reports));
  return { criteria, exact: scoreAll(criteria, columns.reports), scores: scoreColumns(batch, columns) };
}

export function nodesOf({ root }: Score): readonly NodeScore[] {
  return listNodes<NodeScore>(root);
}

/** What the exact engine publishes of a node; nothing where nothing below it has points. */
export function publishedOf(criteria: CriteriaSet, node: NodeScore): string | null {
  return hasPoints(node) ? (publishedValue(criteria, node)?.published ?? null) : null;
}

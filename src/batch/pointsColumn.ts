import { proportionError } from "../exact/filtered";
import { totalCode } from "../issue/issue";
import { type BatchScores, nodeColumns } from "./batchScores";

/** Points as numbers, and how far each may be off. */
export interface PointsColumn {
  readonly points: Float64Array;
  readonly error: Float64Array;
}

/**
 * The points of every row at a node, the total unless given, as numbers near to the exact ones. `NaN` where a row's tree has
 * no such node.
 *
 * **Exactness:** `error` bounds how far each may be off; digits to be published come from `publishedColumn`, places from `rankColumn`.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { columnsOf, compileBatch, pointsColumn, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const reports = parseReports(tiny, [
 *   { unit: { id: "a", name: "A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } } },
 * ]);
 * pointsColumn(scoreColumns(batch, columnsOf(batch, reports)), "1.2").points; // => new Float64Array([3.82])
 * ```
 */
export function pointsColumn(scores: BatchScores, code: string = totalCode): PointsColumn {
  const { points, error } = nodeColumns(scores, code);
  const scale = Number(scores.batch.scale);
  return {
    points: points.map((units) => units / scale),
    error: error.map((own, row) => proportionError((points[row] as number) / scale, points[row] as number, own, 1, scale)),
  };
}

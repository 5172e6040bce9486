import { withPoint } from "../exact/decimal";
import { roundToSteps } from "../exact/filtered";
import { totalCode } from "../issue/issue";
import { publishedValue } from "../rank/standing";
import { nodeScore } from "../score/nodeScore";
import type { NodeScore } from "../score/score";
import { type BatchScores, settledScore } from "./batchScores";
import { type ValueColumn, valueColumn } from "./valueColumn";

/**
 * What is published of every row at a node, the total unless given, as a whole number of its last digit: 9544 for 95.44. It is
 * the points or the index, as the set says. `NaN` where nothing is: no leaf has figures, or no maximum counts.
 *
 * **Exactness:** the very digits of `scoreAll`. Where the error of a number leaves them open, the row is scored exactly.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { columnsOf, compileBatch, publishedColumn, publishedText, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const reports = parseReports(tiny, [
 *   { unit: { id: "a", name: "A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 1, due: 3 } } },
 * ]);
 * const [units = 0] = publishedColumn(scoreColumns(batch, columnsOf(batch, reports)));
 * [units, publishedText(batch, units)]; // => [133, "1.33"]
 * ```
 */
export function publishedColumn(scores: BatchScores, code: string = totalCode): Float64Array {
  return publishedSteps(scores, code, valueColumn(scores, code, scores.batch.criteria.file.policies.published.value));
}

/** The digits of a value of {@link publishedColumn}, as they are published; `null` where there is none. */
export function publishedText({ criteria }: Pick<BatchScores["batch"], "criteria">, units: number): string | null {
  return Number.isNaN(units) ? null : withPoint(BigInt(units), criteria.file.policies.rounding.places);
}

export function publishedSteps(scores: BatchScores, code: string, { value, error, exists }: ValueColumn): Float64Array {
  const { criteria, half } = scores.batch;
  const { mode } = criteria.file.policies.rounding;
  return value.map((units, row) => {
    if (exists[row] === 0) return Number.NaN;
    const steps = roundToSteps(units, error[row] as number, half, mode);
    return Number.isNaN(steps) ? exactSteps(scores, code, row) : steps;
  });
}

function exactSteps(scores: BatchScores, code: string, row: number): number {
  const node = nodeScore(settledScore(scores, row), code) as NodeScore;
  return Number(publishedValue(scores.batch.criteria, node)?.published.replace(".", ""));
}

import { type Issue, issue } from "../issue/issue";
import type { QuestionnaireFile } from "./questionnaireFile";

/**
 * Why the results of two surveys may not be compared: nothing where both belong to one series (chuỗi số liệu). Another series
 * asked other people or other questions, so that a difference tells of the method as much as of opinion; and what a province
 * asks of its own people is never set beside what the ministry asks.
 *
 * @example
 * ```ts
 * import { loadQuestionnaire } from "par-index/node";
 * import { requireSameSeries } from "par-index/survey";
 *
 * const [before, after] = [loadQuestionnaire("sipas-2640"), loadQuestionnaire("sipas-2022")];
 * requireSameSeries(before.file, after.file).map(({ code }) => code); // => ["otherSeries"]
 * ```
 */
export function requireSameSeries(a: Pick<QuestionnaireFile, "series">, b: Pick<QuestionnaireFile, "series">): readonly Issue[] {
  const [first, second] = [a.series, b.series];
  const titles = { series: first.title, other: second.title };
  if (first.by !== second.by) return [issue("otherConductor", { ...titles, by: first.by, otherBy: second.by })];
  return first.id === second.id ? [] : [issue("otherSeries", titles)];
}

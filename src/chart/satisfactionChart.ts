import { fromDecimal } from "../exact/decimal";
import { formatNumber, type Language } from "../exact/formatNumber";
import { round, shownDecimal } from "../exact/rounding";
import { attempt, type Result } from "../issue/result";
import { combinationWords } from "../survey/combinationWords";
import { safeConfidenceInterval } from "../survey/precision/confidenceInterval";
import type { Questionnaire } from "../survey/questionnaire";
import type { SatisfactionEstimates } from "../survey/satisfactionEstimates";
import { type Chart, type ChartOptions, type ChartRow, chart, colours, drawnAt } from "./chart";

/**
 * How satisfied people are, and how sure that is (chỉ số hài lòng và khoảng tin cậy): for each unit its index and the 95 % interval
 * by the sample's design, highest first. Where two intervals meet, ask `inseparable` before calling one unit better.
 *
 * **Exactness:** none; for looking at.
 *
 * @example
 * ```ts
 * import { satisfactionChart } from "par-index/chart";
 * import { loadQuestionnaire } from "par-index/node";
 * import { satisfactionEstimates } from "par-index/survey";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const row = (cluster: string, answer: string, count: number) => ({ cell: { cluster }, question: "q1", answer, count });
 * const tally = {
 *   questionnaire: { id: survey.file.id, revision: survey.file.revision }, keys: ["cluster" as const], respondents: 80, parts: [],
 *   answers: [row("A1", "5", 30), row("A1", "2", 10), row("A2", "5", 20), row("A2", "2", 20)],
 * };
 * satisfactionChart(survey, satisfactionEstimates(survey, tally, { part: "q1" })).data.values.map(({ unit, index }) => [unit, index]); // => [["all", "62,5"]]
 * ```
 */
export function satisfactionChart(questionnaire: Questionnaire, estimates: SatisfactionEstimates, options: ChartOptions = {}): Chart {
  const { lang = "vi" } = options;
  const rule = combinationWords[estimates.rule];
  const rows = estimates.units.map(({ name }) => rowOf(estimates, name, lang));
  return chart(questionnaire.file, lang, {
    title: { vi: "Chỉ số hài lòng", en: "Satisfaction index" },
    subtitle: {
      vi: `Cách gộp: ${rule.vi} · vạch ngang: khoảng tin cậy 95 %, gần đúng`,
      en: `Rule: ${rule.en} · bars: 95 % intervals, approximate`,
    },
    description: {
      vi: `Chỉ số hài lòng của ${rows.length} đơn vị với khoảng tin cậy 95 %.`,
      en: `Satisfaction index of ${rows.length} units with 95 % intervals.`,
    },
    rows,
    view: view(lang),
  });
}

/** {@link satisfactionChart} that answers a {@link Result} and never throws. */
export function safeSatisfactionChart(
  questionnaire: Questionnaire,
  estimates: SatisfactionEstimates,
  options: ChartOptions = {},
): Result<Chart> {
  return attempt(() => satisfactionChart(questionnaire, estimates, options));
}

/** Percentages with one decimal: nobody is surer than that of a sample. */
function rowOf({ estimates }: SatisfactionEstimates, name: string, lang: Language): ChartRow {
  const estimate = estimates.byName[name];
  const interval = estimate === undefined ? undefined : safeConfidenceInterval(estimate);
  const bounds = interval?.ok === true ? interval.value : undefined;
  const percent = (part: number | undefined) =>
    part === undefined ? null : round(fromDecimal(shownDecimal(100 * part)), { places: 1, mode: "halfUp" });
  const drawn = (text: string | null) => (text === null ? null : drawnAt(text));
  const told = (text: string | null) => (text === null ? "" : formatNumber(text, lang));
  const [index, low, high] = [percent(estimate?.value), percent(bounds?.low), percent(bounds?.high)];
  return { unit: name, value: drawn(index), index: told(index), low: drawn(low), high: drawn(high), from: told(low), to: told(high) };
}

function view(lang: Language) {
  const words = (vi: string, en: string) => (lang === "vi" ? vi : en);
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { zero: false, padding: 16 },
    axis: { title: words("Chỉ số (%)", "Index (%)") },
  });
  return {
    width: 420,
    height: { step: 26 },
    encoding: {
      y: {
        field: "unit",
        type: "nominal",
        sort: { field: "value", order: "descending" },
        axis: { title: null, ticks: false, domain: false, labelPadding: 8 },
      },
      tooltip: [
        { field: "unit", title: words("Đơn vị", "Unit") },
        { field: "index", title: words("Chỉ số (%)", "Index (%)") },
        { field: "from", title: words("95 %: từ", "95 %: from") },
        { field: "to", title: words("đến", "to") },
      ],
    },
    layer: [
      { mark: { type: "rule", strokeWidth: 2, color: colours.quiet }, encoding: { x: x("low"), x2: { field: "high" } } },
      { mark: { type: "point", filled: true, size: 80, color: colours.accent, opacity: 1 }, encoding: { x: x("value") } },
      { mark: { type: "text", dy: -11, fontSize: 11, color: colours.ink }, encoding: { x: x("value"), text: { field: "index" } } },
    ],
  };
}

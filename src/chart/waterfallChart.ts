import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { fromDecimal, fromExactText } from "../exact/decimal";
import { formatNumber, type Language } from "../exact/formatNumber";
import { add, isZero, larger, type Ratio, smaller, subtract, zero } from "../exact/ratio";
import { round } from "../exact/rounding";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { type Change, compareScores } from "../report/compareScores";
import { whenLine } from "../report/groupTitle";
import type { Score } from "../score/score";
import { type Chart, type ChartOptions, type ChartRow, chart, colours, drawnAt } from "./chart";

/**
 * How a unit's points came from one score to another (biểu đồ thác nước), such as from its self-score to what counts: the total
 * before, what each area added or took off, the total after. Areas that did not change are left out.
 *
 * **Errors:** {@link ParError} when a score is of another set.
 *
 * @example
 * ```ts
 * import { parseReports, scoreRounds } from "par-index";
 * import { waterfallChart } from "par-index/chart";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/rounds");
 * const unit = { id: "a", name: "Sở A" };
 * const { rounds } = scoreRounds(criteria, parseReports(criteria, [
 *   { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } },
 *   { unit, period: "2021", round: "appraised", items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn" } } },
 * ]));
 * const [self, appraised] = rounds;
 * const picture = self && appraised && waterfallChart(criteria, self, appraised);
 * picture?.data.values.map(({ code, points }) => [code, points]); // => [["", "10,00"], ["1", "−1,50"], ["", "8,50"]]
 * ```
 */
export function waterfallChart(criteria: CriteriaSet, before: Score, after: Score, options: ChartOptions = {}): Chart {
  const { lang = "vi" } = options;
  const change = compareScores(criteria, before, after);
  const [from, to] = [whenLine(criteria, before.period, before.round), whenLine(criteria, after.period, after.round)];
  const rows = rowsOf(criteria, after, change, { from: from[lang], to: to[lang] }, lang);
  return chart(criteria.file, lang, {
    title: {
      vi: `${after.unit.name}: từ ${shown(change.before, "vi")} đến ${shown(change.after, "vi")} điểm`,
      en: `${after.unit.name}: from ${shown(change.before, "en")} to ${shown(change.after, "en")} points`,
    },
    subtitle: { vi: `${from.vi} → ${to.vi}`, en: `${from.en} → ${to.en}` },
    description: {
      vi: `Điểm thay đổi ở ${rows.length - 2} lĩnh vực.`,
      en: `Points changed in ${rows.length - 2} areas.`,
    },
    rows,
    view: view(lang),
  });
}

/** {@link waterfallChart} that answers a {@link Result} and never throws. */
export function safeWaterfallChart(criteria: CriteriaSet, before: Score, after: Score, options: ChartOptions = {}): Result<Chart> {
  return attempt(() => waterfallChart(criteria, before, after, options));
}

function shown(published: string | null, lang: Language): string {
  return published === null ? "–" : formatNumber(published, lang);
}

/** Each step stands where the one before ended. What the steps do not come to, such as what a cap takes off the whole, is the rest. */
function rowsOf(
  criteria: CriteriaSet,
  after: Score,
  change: Change,
  ends: { readonly from: string; readonly to: string },
  lang: Language,
): readonly ChartRow[] {
  const { places } = criteria.file.policies.rounding;
  const textOf = (value: Ratio) => round(value, { places, mode: "halfUp" });
  const rows: ChartRow[] = [];
  const put = (code: string, label: string, kind: string, low: Ratio, high: Ratio, told: string) =>
    rows.push({ order: rows.length, code, label, kind, low: drawnAt(textOf(low)), high: drawnAt(textOf(high)), points: told });
  const [start, end] = [fromDecimal(change.before ?? "0"), fromDecimal(change.after ?? "0")];
  put("", ends.from, "total", zero, start, shown(change.before, lang));
  let at = start;
  const step = (code: string, label: string, difference: Ratio) => {
    if (isZero(difference)) return;
    const next = add(at, difference);
    const isUp = difference.numerator > 0n;
    put(code, label, isUp ? "up" : "down", smaller(at, next), larger(at, next), signed(textOf(difference), lang));
    at = next;
  };
  const { nodes } = treeOf(criteria, after.unit.group);
  for (const area of change.children) {
    const title = nodes.get(area.code)?.title;
    step(area.code, `${area.code} ${title === undefined ? "" : wordsIn(title, lang)}`.trim(), differenceOf(area));
  }
  step(totalCode, lang === "vi" ? "Phần còn lại" : "The rest", subtract(end, at));
  put("", ends.to, "total", zero, end, shown(change.after, lang));
  return rows;
}

/** What an area adds or takes off; all its points, where it has none on the other side, such as one that units do not score themselves. */
function differenceOf({ before, after, difference }: Change): Ratio {
  return difference === null ? subtract(fromDecimal(after ?? "0"), fromDecimal(before ?? "0")) : fromExactText(difference);
}

/** `+1,50` or `−1,50`. */
function signed(published: string, lang: Language): string {
  return published.startsWith("-") ? `−${formatNumber(published.slice(1), lang)}` : `+${formatNumber(published, lang)}`;
}

function view(lang: Language) {
  const words = (vi: string, en: string) => (lang === "vi" ? vi : en);
  const y = {
    field: "label",
    type: "nominal",
    sort: { field: "order" },
    axis: { title: null, ticks: false, domain: false, labelPadding: 8 },
  };
  return {
    width: 420,
    height: { step: 28 },
    encoding: {
      y,
      tooltip: [
        { field: "label", title: words("Lĩnh vực", "Area") },
        { field: "points", title: words("Điểm", "Points") },
      ],
    },
    layer: [
      {
        mark: { type: "bar", height: 16 },
        encoding: {
          x: { field: "low", type: "quantitative", axis: { title: words("Điểm", "Points") } },
          x2: { field: "high" },
          color: {
            field: "kind",
            type: "nominal",
            scale: { domain: ["total", "up", "down"], range: [colours.ink, colours.up, colours.down] },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 6, fontSize: 12, color: colours.ink },
        encoding: { x: { field: "high", type: "quantitative" }, text: { field: "points" } },
      },
    ],
  };
}

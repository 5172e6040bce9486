import type { CriteriaSet } from "../criteria/criteriaSet";
import { formatNumber, type Language } from "../exact/formatNumber";
import { attempt, type Result } from "../issue/result";
import { type Place, type RankedGroup, type Ranking, type RankOptions, rank } from "../rank/rank";
import { summarize } from "../rank/summarize";
import { groupTitle } from "../report/groupTitle";
import type { Score } from "../score/score";
import { type Chart, type ChartOptions, type ChartRow, chart, colours, drawnAt } from "./chart";
import { valueTitle, whatTitle } from "./chartWords";
import { placeLabel } from "./placeLabel";

/** How a ranking is drawn. */
export interface RankingChartOptions extends ChartOptions, RankOptions {
  /** An earlier ranking of the same units, by whatever set: how many places each went up or down since. */
  readonly before?: Ranking | undefined;
}

/**
 * Units by rank, a picture for each group, period and round (biểu đồ xếp hạng): a dot at what is published of each, best first, and a
 * line at their mean. Units without a value are named in the subtitle.
 *
 * **Errors:** as `rank`.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { rankingCharts } from "par-index/chart";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const scores = scoreAll(tiny, parseReports(tiny, [report("A", 960), report("B", 1000)]));
 * const [communes] = rankingCharts(tiny, scores, { by: "1.2" });
 * communes?.data.values.map(({ label, published }) => [label, published]); // => [["1. Xã B", "100,00"], ["2. Xã A", "96,00"]]
 * ```
 */
export function rankingCharts(criteria: CriteriaSet, scores: readonly Score[], options: RankingChartOptions = {}): readonly Chart[] {
  const ranking = rank(criteria, scores, options);
  // The same groups in the same order.
  const means = summarize(criteria, scores, options).map(({ mean }) => mean?.published);
  return ranking.groups.map((group, place) => rankingChart(criteria, ranking, group, means[place], options));
}

/** {@link rankingCharts} that answers a {@link Result} and never throws. */
export function safeRankingCharts(
  criteria: CriteriaSet,
  scores: readonly Score[],
  options: RankingChartOptions = {},
): Result<readonly Chart[]> {
  return attempt(() => rankingCharts(criteria, scores, options));
}

function rankingChart(
  criteria: CriteriaSet,
  { by }: Ranking,
  group: RankedGroup,
  mean: string | undefined,
  { before, lang = "vi" }: RankingChartOptions,
): Chart {
  const placed = group.places.filter(({ exact }) => exact !== null);
  const earlier = new Map(before?.groups.flatMap(({ places }) => places.map(({ unit, rank }) => [unit.id, rank] as const)));
  const names = placed.map(({ unit }) => unit.name);
  const rows = placed.map((place, order) => rowOf(place, order, names, earlier, lang));
  const without = group.places.filter(({ exact }) => exact === null).map(({ unit }) => unit.name);
  const what = whatTitle(criteria, by);
  const of = groupTitle(criteria, group);
  const unranked = {
    vi: without.length === 0 ? "" : ` · chưa xếp hạng: ${without.join(", ")}`,
    en: without.length === 0 ? "" : ` · without a rank: ${without.join(", ")}`,
  };
  const best = rows[0]?.label ?? "";
  return chart(criteria.file, lang, {
    title: { vi: `Xếp hạng theo ${what.vi}`, en: `Ranked by ${what.en}` },
    subtitle: { vi: `${of.vi}${unranked.vi}`, en: `${of.en}${unranked.en}` },
    description: {
      vi: `${rows.length} đơn vị theo thứ hạng; đứng đầu: ${best}.`,
      en: `${rows.length} units by rank; first: ${best}.`,
    },
    rows,
    view: view(criteria, lang, mean, before !== undefined),
  });
}

function rowOf(
  { rank, unit, exact, published, tiedWith, between }: Place,
  order: number,
  names: readonly string[],
  earlier: ReadonlyMap<string, number | null>,
  lang: Language,
): ChartRow {
  return {
    unit: unit.id,
    order,
    label: placeLabel(`${rank ?? between?.join("–") ?? ""}`, unit, names),
    rank,
    value: drawnAt(published ?? ""),
    published: formatNumber(published ?? "", lang),
    exact,
    tied: tiedWith.length,
    change: changeInSigns(earlier.get(unit.id) ?? null, rank),
  };
}

/** Places gained or lost from a rank to another, in signs that need no colour; nothing where there is no rank. */
export function changeInSigns(before: number | null, after: number | null): string {
  if (before === null || after === null) return "";
  const gained = before - after;
  return gained === 0 ? "=" : gained > 0 ? `▲ ${gained}` : `▼ ${-gained}`;
}

function view(criteria: CriteriaSet, lang: Language, mean: string | undefined, hasBefore: boolean) {
  const y = {
    field: "label",
    type: "nominal",
    sort: { field: "order" },
    axis: { title: null, ticks: false, domain: false, labelPadding: 8 },
  };
  const x = {
    field: "value",
    type: "quantitative",
    scale: { zero: false, nice: true, padding: 12 },
    axis: { title: valueTitle(criteria)[lang] },
  };
  const text = (field: string, dx: number, color: string) => ({
    mark: { type: "text", align: "left", dx, fontSize: 12, color },
    encoding: { x, text: { field } },
  });
  return {
    width: 420,
    height: { step: 22 },
    encoding: {
      y,
      tooltip: [
        { field: "label", title: lang === "vi" ? "Đơn vị" : "Unit" },
        { field: "published", title: valueTitle(criteria)[lang] },
        { field: "exact", title: lang === "vi" ? "Chính xác" : "Exact" },
      ],
    },
    layer: [
      ...(mean === undefined ? [] : meanLine(mean, lang)),
      { mark: { type: "rule", color: colours.line, strokeDash: [1, 3] } },
      { mark: { type: "point", filled: true, size: 90, color: colours.accent, opacity: 1 }, encoding: { x } },
      text("published", 9, colours.ink),
      ...(hasBefore ? [text("change", 52, colours.quiet)] : []),
    ],
  };
}

/** A line of its own, apart from the rows. */
function meanLine(mean: string, lang: Language) {
  const data = { values: [{ mean: drawnAt(mean), label: `${lang === "vi" ? "Trung bình" : "Mean"} ${formatNumber(mean, lang)}` }] };
  const encoding = { x: { field: "mean", type: "quantitative" }, y: null, tooltip: null };
  return [
    { data, mark: { type: "rule", color: colours.quiet }, encoding },
    {
      data,
      mark: { type: "text", align: "right", baseline: "bottom", dx: -5, y: "height", dy: -3, fontSize: 11, color: colours.quiet },
      encoding: { ...encoding, text: { field: "label" } },
    },
  ];
}

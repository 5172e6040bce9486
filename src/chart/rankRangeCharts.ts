import type { RankRange, TriedRanks } from "../analysis/robustness/triedRanks";
import type { CriteriaSet } from "../criteria/criteriaSet";
import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import type { ScoreGroup } from "../rank/groupScores";
import { groupTitle } from "../report/groupTitle";
import { type Chart, type ChartOptions, type ChartRow, chart, colours } from "./chart";
import { placeLabel } from "./placeLabel";

/** How ranges of ranks are drawn. */
export interface RankRangeChartOptions extends ChartOptions {
  /** What was drawn anew, in a few words under the title: "the weights of areas up to 25 % off". */
  readonly tried?: Bilingual | undefined;
}

/**
 * How sure ranks are, a picture for each group, period and round (biểu đồ độ vững của thứ hạng): for each unit a dot at its rank, a
 * broad line over the ranks of nine draws in ten, and a thin one from the best to the worst of any.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { rankRanges } from "par-index/analysis";
 * import { rankRangeCharts } from "par-index/chart";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number, percent: string) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent } },
 * });
 * const reports = parseReports(tiny, [report("A", 1000, "100"), report("B", 1000, "70"), report("C", 970, "73.5")]);
 * const [picture] = rankRangeCharts(tiny, rankRanges(tiny, reports, { seed: 1, draws: 1000 }));
 * picture?.data.values.map(({ label, low, high }) => [label, low, high]); // => [["1. Xã A", 1, 1], ["2. Xã C", 2, 3], ["3. Xã B", 2, 3]]
 * ```
 */
export function rankRangeCharts(criteria: CriteriaSet, { units }: TriedRanks, options: RankRangeChartOptions = {}): readonly Chart[] {
  const keyOf = ({ group, period, round }: ScoreGroup) => JSON.stringify([group, period, round]);
  return [...new Set(units.map(keyOf))].map((key) =>
    rankRangeChart(
      criteria,
      units.filter((row) => keyOf(row) === key),
      options,
    ),
  );
}

function rankRangeChart(criteria: CriteriaSet, ranges: readonly RankRange[], { lang = "vi", tried }: RankRangeChartOptions): Chart {
  const [first] = ranges as readonly [RankRange];
  const of = groupTitle(criteria, first);
  const draws = formatNumber(String(Math.max(...ranges.map((range) => range.draws))), lang);
  const names = ranges.map(({ name }) => name);
  const how = tried === undefined ? { vi: "", en: "" } : { vi: `, ${tried.vi}`, en: `, ${tried.en}` };
  return chart(criteria.file, lang, {
    title: { vi: "Thứ hạng vững đến đâu", en: "How sure ranks are" },
    subtitle: {
      vi: `${of.vi} · ${draws} lần thử${how.vi}. Chấm: hạng công bố; nét đậm: chín phần mười số lần; nét mảnh: mọi lần.`,
      en: `${of.en} · ${draws} draws${how.en}. Dot: the published rank; broad line: nine draws in ten; thin line: all.`,
    },
    description: {
      vi: `Khoảng thứ hạng của ${ranges.length} đơn vị qua ${draws} lần thử.`,
      en: `Ranges of the ranks of ${ranges.length} units over ${draws} draws.`,
    },
    rows: ranges.map((range, order) => rowOf(range, order, names)),
    view: view(lang, ranges),
  });
}

function rowOf(range: RankRange, order: number, names: readonly string[]): ChartRow {
  const { unit, name, rank, median, low, high, best, worst, same, draws } = range;
  return {
    unit,
    order,
    label: placeLabel(`${rank}`, { id: unit, name }, names),
    rank,
    median,
    low,
    high,
    best,
    worst,
    same,
    draws,
    range: spanWords(range),
  };
}

function spanWords({ low, high }: RankRange): string {
  return low === high ? `${low}` : `${low}–${high}`;
}

/** Ranks that the axis names: each of a few, else the first and every fifth. */
function ranksNamed(last: number): readonly number[] {
  const all = Array.from({ length: last }, (_, index) => index + 1);
  return last <= 10 ? all : all.filter((rank) => rank === 1 || rank % 5 === 0);
}

function view(lang: Language, ranges: readonly RankRange[]) {
  const last = Math.max(2, ...ranges.map(({ worst }) => worst));
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: [1, last], nice: false, padding: 12 },
    axis: { title: lang === "vi" ? "Hạng" : "Rank", values: ranksNamed(last), format: "d", orient: "top" },
  });
  const span = (from: string, to: string, mark: object) => ({
    mark: { type: "rule", strokeCap: "round", ...mark },
    encoding: { x: x(from), x2: { field: to } },
  });
  const titles = {
    vi: ["Đơn vị", "Hạng", "Chín phần mười số lần", "Giữ nguyên hạng (lần)"],
    en: ["Unit", "Rank", "Nine draws in ten", "Same rank (draws)"],
  };
  return {
    width: 420,
    height: { step: 22 },
    encoding: {
      y: {
        field: "label",
        type: "nominal",
        sort: { field: "order" },
        axis: { title: null, ticks: false, domain: false, labelPadding: 8, grid: true, gridColor: "#f0f0f0" },
      },
      tooltip: ["label", "rank", "range", "same"].map((field, index) => ({ field, title: titles[lang][index] })),
    },
    layer: [
      span("best", "worst", { size: 1.5, color: colours.quiet }),
      span("low", "high", { size: 7, color: colours.up }),
      { mark: { type: "point", filled: true, size: 80, color: colours.ink, opacity: 1 }, encoding: { x: x("rank") } },
    ],
  };
}

import { type CriteriaNode, type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { exactText } from "../exact/decimal";
import { formatNumber, type Language } from "../exact/formatNumber";
import { round } from "../exact/rounding";
import { wordsIn } from "../issue/fields";
import { attempt, type Result } from "../issue/result";
import { groupScores } from "../rank/groupScores";
import { rank } from "../rank/rank";
import { groupTitle } from "../report/groupTitle";
import { nodeScore } from "../score/nodeScore";
import type { Score } from "../score/score";
import { type Chart, type ChartOptions, type ChartRow, chart, drawnAt } from "./chart";
import { nodesAt } from "./nodesAt";
import { shareOfMax } from "./shareOfMax";

/** How a heat map is drawn. */
export interface HeatChartOptions extends ChartOptions {
  /** How deep the criteria are: 1 for areas, 2 for what they consist of; 1 unless given. */
  readonly level?: number | undefined;
}

/**
 * Which units lose points where (bản đồ nhiệt đơn vị × tiêu chí), a picture for each group, period and round: a field for each unit,
 * best first, and criterion, the darker the more of its maximum the unit has. A field without points is empty, not light.
 *
 * **Errors:** {@link ParError} when a score is of another set.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { heatCharts } from "par-index/chart";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const reports = parseReports(tiny, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 960, due: 1000 } } },
 * ]);
 * const [communes] = heatCharts(tiny, scoreAll(tiny, reports), { level: 2 });
 * communes?.data.values.map(({ code, share }) => [code, share]); // => [["1.1", ""], ["1.2", "96,0"], ["2", ""]]
 * ```
 */
export function heatCharts(criteria: CriteriaSet, scores: readonly Score[], options: HeatChartOptions = {}): readonly Chart[] {
  const { level = 1, lang = "vi" } = options;
  const places = new Map(rank(criteria, scores, { within: "group" }).groups.map((group) => [groupTitle(criteria, group).vi, group.places]));
  return groupScores(criteria, scores, "group").map((group) => {
    const title = groupTitle(criteria, group);
    const order = new Map(places.get(title.vi)?.map(({ unit }, place) => [unit.id, place]));
    const nodes = nodesAt(treeOf(criteria, group.group ?? undefined).root, level);
    const rows = group.members.flatMap((score) =>
      nodes.map((node, column) => rowOf(score, node, order.get(score.unit.id) ?? 0, column, lang)),
    );
    return chart(criteria.file, lang, {
      title: { vi: "Tỷ lệ đạt theo tiêu chí", en: "Share of the maximum by criterion" },
      subtitle: title,
      description: {
        vi: `${group.members.length} đơn vị và ${nodes.length} tiêu chí: càng đậm càng gần điểm tối đa.`,
        en: `${group.members.length} units and ${nodes.length} criteria: the darker, the closer to the maximum.`,
      },
      rows,
      view: view(lang),
    });
  });
}

/** {@link heatCharts} that answers a {@link Result} and never throws. */
export function safeHeatCharts(criteria: CriteriaSet, scores: readonly Score[], options: HeatChartOptions = {}): Result<readonly Chart[]> {
  return attempt(() => heatCharts(criteria, scores, options));
}

function rowOf(score: Score, { code, title }: CriteriaNode, order: number, column: number, lang: Language): ChartRow {
  const found = nodeScore(score, code);
  const share = shareOfMax(found);
  const shown = share === undefined ? null : round(share, { places: 1, mode: "halfUp" });
  return {
    unit: score.unit.name,
    order,
    code,
    title: wordsIn(title, lang),
    column,
    value: shown === null ? null : drawnAt(shown),
    share: shown === null ? "" : formatNumber(shown, lang),
    exact: share === undefined ? null : exactText(share),
  };
}

function view(lang: Language) {
  const words = (vi: string, en: string) => (lang === "vi" ? vi : en);
  const y = { field: "unit", type: "nominal", sort: { field: "order" }, axis: { title: null, ticks: false, domain: false } };
  const x = {
    field: "code",
    type: "nominal",
    sort: { field: "column" },
    axis: { title: null, orient: "top", labelAngle: 0, ticks: false, domain: false },
  };
  return {
    width: { step: 44 },
    height: { step: 22 },
    encoding: {
      x,
      y,
      tooltip: [
        { field: "unit", title: words("Đơn vị", "Unit") },
        { field: "code", title: words("Mã", "Code") },
        { field: "title", title: words("Tiêu chí", "Criterion") },
        { field: "share", title: words("Tỷ lệ đạt (%)", "Share (%)") },
      ],
    },
    layer: [
      {
        mark: { type: "rect", stroke: "white" },
        encoding: {
          color: {
            field: "value",
            type: "quantitative",
            scale: { scheme: "blues", domain: [0, 100] },
            legend: { title: words("Tỷ lệ đạt (%)", "Share of the maximum (%)") },
          },
        },
      },
      {
        mark: { type: "text", fontSize: 10 },
        encoding: {
          text: { field: "share" },
          color: { condition: { test: "datum.value > 60", value: "white" }, value: "#222222" },
        },
      },
    ],
  };
}

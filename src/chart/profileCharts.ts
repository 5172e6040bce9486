import { type CriteriaNode, type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { exactText } from "../exact/decimal";
import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import { divide, larger, type Ratio, ratio, smaller, sum } from "../exact/ratio";
import { round } from "../exact/rounding";
import { wordsIn } from "../issue/fields";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { groupScores } from "../rank/groupScores";
import { groupTitle } from "../report/groupTitle";
import { nodeScore } from "../score/nodeScore";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { Score } from "../score/score";
import { type Chart, type ChartOptions, type ChartRow, chart, colours, drawnAt } from "./chart";
import { nodesAt } from "./nodesAt";
import { shareOfMax } from "./shareOfMax";

/**
 * A unit's areas beside those of its group (hồ sơ lĩnh vực), a picture for each period and round: how much of each maximum the unit
 * has, the mean of the group's units, and from the lowest of them to the highest. A row of dots is read more surely than a radar.
 *
 * **Errors:** {@link ParError} when a score is of another set, or none is of that unit.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { profileCharts } from "par-index/chart";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const [profile] = profileCharts(tiny, scoreAll(tiny, parseReports(tiny, [report("A", 960), report("B", 1000)])), "A");
 * profile?.data.values.map(({ code, share, mean }) => [code, share, mean]); // => [["1", "64,0", "65,3"]]
 * ```
 */
export function profileCharts(criteria: CriteriaSet, scores: readonly Score[], unit: string, options: ChartOptions = {}): readonly Chart[] {
  requireScores(criteria, scores);
  requireDistinctUnits(scores);
  const charts = groupScores(criteria, scores, "group").flatMap((group) => {
    const own = group.members.find((score) => score.unit.id === unit);
    return own === undefined ? [] : [profileChart(criteria, own, group.members, groupTitle(criteria, group), options.lang ?? "vi")];
  });
  if (charts.length === 0) throw new ParError([issue("unknownUnit", { unit, units: scores.map((score) => score.unit.id) })]);
  return charts;
}

/** {@link profileCharts} that answers a {@link Result} and never throws. */
export function safeProfileCharts(
  criteria: CriteriaSet,
  scores: readonly Score[],
  unit: string,
  options: ChartOptions = {},
): Result<readonly Chart[]> {
  return attempt(() => profileCharts(criteria, scores, unit, options));
}

function profileChart(criteria: CriteriaSet, own: Score, members: readonly Score[], subtitle: Bilingual, lang: Language): Chart {
  const areas = nodesAt(treeOf(criteria, own.unit.group).root, 1);
  return chart(criteria.file, lang, {
    title: { vi: `${own.unit.name}: tỷ lệ đạt theo lĩnh vực`, en: `${own.unit.name}: share of the maximum by area` },
    subtitle,
    description: {
      vi: `Tỷ lệ đạt của ${own.unit.name} ở ${areas.length} lĩnh vực, bên cạnh trung bình, thấp nhất và cao nhất của ${members.length} đơn vị.`,
      en: `Shares of ${own.unit.name} in ${areas.length} areas beside the mean, the lowest and the highest of ${members.length} units.`,
    },
    rows: areas.flatMap((area, order) => rowOf(area, order, own, members, lang)),
    view: view(own.unit.name, lang),
  });
}

function rowOf(area: CriteriaNode, order: number, own: Score, members: readonly Score[], lang: Language): readonly ChartRow[] {
  const shares = members.flatMap((score) => shareOfMax(nodeScore(score, area.code)) ?? []);
  const [first] = shares;
  if (first === undefined) return [];
  const share = shareOfMax(nodeScore(own, area.code));
  const mean = divide(sum(shares), ratio(shares.length));
  const [lowest, highest] = [shares.reduce(smaller), shares.reduce(larger)];
  const told = (value: Ratio | undefined) => (value === undefined ? "" : formatNumber(shown(value), lang));
  const drawn = (value: Ratio | undefined) => (value === undefined ? null : drawnAt(shown(value)));
  return [
    {
      code: area.code,
      title: `${area.code} ${wordsIn(area.title, lang)}`,
      order,
      units: shares.length,
      value: drawn(share),
      share: told(share),
      exact: share === undefined ? null : exactText(share),
      meanValue: drawn(mean),
      mean: told(mean),
      lowestValue: drawn(lowest),
      lowest: told(lowest),
      highestValue: drawn(highest),
      highest: told(highest),
    },
  ];
}

function shown(value: Ratio): string {
  return round(value, { places: 1, mode: "halfUp" });
}

function view(unit: string, lang: Language) {
  const words = (vi: string, en: string) => (lang === "vi" ? vi : en);
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, 100] },
    axis: { title: words("Tỷ lệ đạt (% điểm tối đa được tính)", "Share (% of the maximum that counts)"), grid: true, gridColor: "#eeeeee" },
  });
  const [mean, range] = [words("Trung bình nhóm", "Mean of the group"), words("Thấp nhất – cao nhất", "Lowest to highest")];
  const scale = { domain: [unit, mean, range], range: [colours.accent, colours.ink, "#dddddd"] };
  const legend = (name: string) => ({ datum: name, type: "nominal", scale, legend: { title: null, symbolType: "circle" } });
  return {
    width: 420,
    height: { step: 30 },
    encoding: {
      y: { field: "title", type: "nominal", sort: { field: "order" }, axis: { title: null, ticks: false, domain: false, labelPadding: 8 } },
      tooltip: [
        { field: "title", title: words("Lĩnh vực", "Area") },
        { field: "share", title: unit },
        { field: "mean", title: mean },
        { field: "lowest", title: words("Thấp nhất", "Lowest") },
        { field: "highest", title: words("Cao nhất", "Highest") },
        { field: "units", title: words("Số đơn vị", "Units") },
      ],
    },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 8, strokeCap: "round" },
        encoding: { x: x("lowestValue"), x2: { field: "highestValue" }, color: legend(range) },
      },
      { mark: { type: "tick", thickness: 2, size: 18 }, encoding: { x: x("meanValue"), color: legend(mean) } },
      { mark: { type: "point", filled: true, size: 110, opacity: 1 }, encoding: { x: x("value"), color: legend(unit) } },
      { mark: { type: "text", dy: -13, fontSize: 11, color: colours.ink }, encoding: { x: x("value"), text: { field: "share" } } },
    ],
  };
}

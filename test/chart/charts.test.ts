import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { rankRanges } from "../../src/analysis";
import {
  type Chart,
  chartSvg,
  heatCharts,
  profileCharts,
  rankingCharts,
  rankRangeCharts,
  safeProfileCharts,
  satisfactionChart,
  slopeChart,
  waterfallChart,
} from "../../src/chart";
import { rank, resolveRounds, type Score, scoreRounds } from "../../src/index";
import { loadCriteria, loadQuestionnaire, loadReports } from "../../src/node";
import { parseResponses, satisfactionEstimates } from "../../src/survey";

const criteria = loadCriteria("example/agency-quality");
const { reports } = loadReports(criteria, ["criteria/example/agency-quality/examples.json"]);
const { rounds, counted } = scoreRounds(criteria, reports);
const self = rounds.filter(({ round }) => round === "selfAssessed");
const one = counted[3] as Score;
const own = self.find(({ unit }) => unit.id === one.unit.id) as Score;
const side = (title: string, scores: readonly Score[]) => ({ title, criteria, scores });
const survey = loadQuestionnaire("example/satisfaction");
const { tally } = parseResponses(survey, readFileSync("criteria/example/satisfaction/answers.csv", "utf8"));

const ranges = rankRanges(criteria, resolveRounds(criteria, reports).counted, { seed: 1, draws: 100 });

const pictures = (lang: "vi" | "en"): Readonly<Record<string, readonly Chart[]>> => ({
  ranking: rankingCharts(criteria, counted, { lang, before: rank(criteria, self) }),
  ranges: rankRangeCharts(criteria, ranges, { lang, tried: { vi: "trọng số lệch tối đa 25 %", en: "weights up to 25 % off" } }),
  heat: heatCharts(criteria, counted, { lang, level: 2 }),
  profile: profileCharts(criteria, counted, one.unit.id, { lang }),
  waterfall: [waterfallChart(criteria, own, one, { lang })],
  slope: [slopeChart(side("Tự chấm", self), side("Kết quả", counted), { lang })],
  satisfaction: [satisfactionChart(survey, satisfactionEstimates(survey, tally, { by: ["district"], smallCells: "flag" }), { lang })],
});

const all = (["vi", "en"] as const).flatMap((lang) =>
  Object.entries(pictures(lang)).flatMap(([kind, charts]) =>
    charts.map((chart, place) => ({ name: `${kind} ${place + 1} ${lang}`, lang, chart })),
  ),
);

test.each(all)("$name: Vega-Lite takes it without a warning", ({ chart }) => {
  const said: unknown[] = [];
  const hear = (...words: unknown[]) => said.push(words);
  const logger = { level: () => logger, error: hear, warn: hear, info: () => logger, debug: () => logger };
  compile(chart as unknown as TopLevelSpec, { logger: logger as never });
  expect(said).toEqual([]);
});

test.each(all)("$name: says whose set it is of and that it is an example, and how numbers are written", ({ chart, lang }) => {
  expect(chart.title.subtitle.join(" ")).toContain(lang === "vi" ? "⚠ VÍ DỤ" : "⚠ EXAMPLE");
  expect(chart.description.length).toBeGreaterThan(20);
  expect(JSON.stringify(chart.config)).toContain(`"decimal":"${lang === "vi" ? "," : "."}"`);
  expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
});

test("a picture is drawn the same twice, and needs no network", async () => {
  const [picture] = rankingCharts(criteria, counted);
  const [first, second] = [await chartSvg(picture as Chart), await chartSvg(picture as Chart)];
  expect(second).toBe(first);
  expect(first).toMatch(/^<svg /);
  expect(first).not.toMatch(/href|<script|url\(http/);
});

test("rows that stand elsewhere are not fetched", async () => {
  const folder = mkdtempSync(join(tmpdir(), "par-index-chart-"));
  const [picture] = rankingCharts(criteria, counted);
  const rows = (picture as Chart).data.values.map((row) => ({ ...row, published: "ELSEWHERE" }));
  writeFileSync(join(folder, "rows.json"), JSON.stringify(rows));
  const asking = { ...(picture as Chart), data: { url: join(folder, "rows.json") } } as unknown as Chart;
  expect(await chartSvg({ ...(picture as Chart), data: { values: rows } })).toContain("ELSEWHERE");
  expect(await chartSvg(asking)).not.toContain("ELSEWHERE");
  rmSync(folder, { recursive: true });
});

test("a name that looks like markup stays text", async () => {
  const named = counted.map((score) => ({ ...score, unit: { ...score.unit, name: `<script>alert("${score.unit.id}")</script>` } }));
  const [picture] = rankingCharts(criteria, named);
  const drawn = await chartSvg(picture as Chart);
  expect(drawn).not.toContain("<script");
  expect(drawn).toContain("&lt;script");
});

test("a ranking has every unit that has a value, in the order of rank, with the digits published", () => {
  for (const [place, group] of rank(criteria, counted).groups.entries()) {
    const rows = rankingCharts(criteria, counted)[place]?.data.values ?? [];
    const valued = group.places.filter(({ exact }) => exact !== null);
    expect(rows.map(({ unit, rank: drawn, published }) => [unit, drawn, published])).toEqual(
      valued.map(({ unit, rank: given, published }) => [unit.id, given, published?.replace(".", ",")]),
    );
  }
});

test("steps of a waterfall lead from one total to the other", () => {
  const rows = waterfallChart(criteria, own, one).data.values;
  const [first, last] = [rows[0], rows.at(-1)];
  const hundredths = (value: unknown) => Number((Number(value) * 100).toFixed());
  let at = hundredths(first?.high);
  for (const row of rows.slice(1, -1)) {
    const [low, high] = [hundredths(row.low), hundredths(row.high)];
    expect(row.kind === "up" ? low : high).toBe(at);
    at = row.kind === "up" ? high : low;
  }
  expect(at).toBe(hundredths(last?.high));
  expect(first?.points).toBe(own.published?.replace(".", ","));
  expect(last?.points).toBe(one.published?.replace(".", ","));
});

test("two units of one name are told apart", () => {
  const named = counted.map((score) => ({ ...score, unit: { ...score.unit, name: "Phòng Nội vụ" } }));
  const labels = rankingCharts(criteria, named).flatMap(({ data }) => data.values.map(({ label }) => label));
  expect(new Set(labels).size).toBe(labels.length);
});

test("a unit that has no score is named", () => {
  expect(safeProfileCharts(criteria, counted, "so-khong-co")).toMatchObject({ ok: false, issues: [{ code: "unknownUnit" }] });
});

test("without scores there is nothing to draw", () => {
  expect(rankingCharts(criteria, [])).toEqual([]);
  expect(heatCharts(criteria, [])).toEqual([]);
});

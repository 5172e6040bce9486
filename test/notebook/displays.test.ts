import { describe, expect, test } from "vitest";
import {
  applyQuota,
  classify,
  explain,
  explainGrade,
  parseEvidence,
  parseReports,
  rank,
  type Score,
  scoreAll,
  scoreRounds,
  scoreUnit,
  toColumns,
} from "../../src";
import { type Chart, rankingCharts, waterfallChart } from "../../src/chart";
import { loadCriteria, loadReports } from "../../src/node";
import {
  chartDisplay,
  columnsDisplay,
  type Display,
  explanationDisplay,
  rankingDisplay,
  rowsDisplay,
  safeRankingDisplay,
  safeScoreDisplay,
  scoreDisplay,
  showIn,
} from "../../src/notebook";

const tiny = loadCriteria("example/tiny");
const attack = "<script>alert(1)</script>";
const report = (id: string, name: string, items: object) => ({
  unit: { id, name, group: "commune" },
  period: "2021",
  round: "appraised",
  items,
});
const whole = { "1.1": { option: "onTime" }, "1.2": { done: 955, due: 1000 }, "2": { percent: "82.5" } };
const scores = scoreAll(
  tiny,
  parseReports(tiny, [
    report("a", `Xã ${attack}`, whole),
    report("b", "Xã B", whole),
    report("c", "Xã C", { "1.1": { option: "late" } }),
    report("d", "Xã D", { ...whole, "1.1": { option: "late" } }),
  ]),
);
const [a, , c] = scores as readonly [Score, Score, Score, Score];

const agencies = loadCriteria("example/agency-quality");
const round = scoreRounds(agencies, loadReports(agencies, ["criteria/example/agency-quality/examples.json"]).reports);
const ofUnit = (id: string) => round.counted.find(({ unit }) => unit.id === id) as Score;

const html = ({ mime }: Display) => mime["text/html"];
const text = ({ mime }: Display) => mime["text/plain"];
const lineOf = (display: Display, start: string) =>
  text(display)
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .find((line) => line.startsWith(start));

test.each([
  ["a score", scoreDisplay(tiny, a)],
  ["a ranking", rankingDisplay(tiny, scores)],
  ["rows", rowsDisplay([{ unit: attack, [attack]: 1 }], { title: { vi: attack } })],
  ["columns", columnsDisplay(toColumns(tiny, scores, "long"))],
  ["an explanation", explanationDisplay({ code: "1", heading: attack, steps: [attack], basis: [attack], children: [] })],
] as const)("%s: what a file holds never becomes a tag", (_, display) => {
  expect(html(display)).toContain("alert(1)");
  expect(html(display)).not.toMatch(/<script/i);
  expect(text(display)).toContain(attack);
});

test("a picture: a title never becomes a tag, and a description never an attribute", async () => {
  const [ranking] = rankingCharts(tiny, scores) as readonly [Chart];
  const display = await chartDisplay({ ...ranking, description: `" onerror="alert(1)` });
  expect(html(display)).toMatch(/^<p><img src="data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+" alt="[^"<]*" style="max-width:100%"><\/p>$/);
});

describe("a score as a tree", () => {
  test("has a bar of the tenths that were earned in full, and exact published digits", () => {
    expect(lineOf(scoreDisplay(tiny, a), "1.2")).toBe("1.2 Hồ sơ giải quyết đúng hạn ■■■■■■■■■□ 3,82 4");
    expect(lineOf(scoreDisplay(tiny, a, { lang: "en" }), "1.2")).toMatch(/■■■■■■■■■□ 3\.82 4$/);
  });

  test("shows a missing leaf, and what waits for it, without a number and without a bar", () => {
    expect(lineOf(scoreDisplay(tiny, c), "2 ")).toBe("2 Mức độ hài lòng – 4 chưa có số liệu");
    expect(lineOf(scoreDisplay(tiny, c), "Tổng điểm")).toBe("Tổng điểm 1,00 10 chưa đầy đủ (2)");
    expect(text(scoreDisplay(tiny, c))).toContain("Chưa đầy đủ: 2 tiêu chí chưa có số liệu (1.2, 2)");
  });

  test("gives what stands beside the base no share of it", () => {
    const display = scoreDisplay(agencies, ofUnit("so-k"));
    expect(lineOf(display, "4 ")).toBe("4 Điểm cộng 1,00 5 cộng ngoài điểm nền");
    expect(lineOf(display, "7.1")).not.toMatch(/[■□]/);
    expect(lineOf(display, "2.2.1")).toBe("2.2.1 Hồ sơ giải quyết đúng hạn – 6 không áp dụng");
  });

  test("is bounded by its bar where a bonus carries a unit beyond its maximum, or a penalty below nothing", () => {
    for (const score of round.rounds.concat(round.counted)) expect(html(scoreDisplay(agencies, score))).not.toMatch(/[■□]{11}/);
  });

  test("says of a reconstruction that it is one, and of an example", () => {
    const index = loadCriteria("index-766");
    const unit = { id: "x", name: "Sở X", group: index.file.groups[0]?.id ?? "" };
    const blank = scoreUnit(index, parseEvidence(index, { unit, period: "2026", round: "appraised", items: {} }));
    expect(html(scoreDisplay(index, blank))).toContain("⚠ PHỤC DỰNG:");
    expect(html(scoreDisplay(index, blank, { lang: "en" }))).toContain("⚠ RECONSTRUCTION:");
    expect(html(rankingDisplay(index, [blank]))).toContain("⚠ PHỤC DỰNG:");
    expect(html(explanationDisplay(explain(index, blank, "total", "vi")))).toContain("không phải bộ tiêu chí chính thức");
    expect(html(scoreDisplay(tiny, a))).toContain("⚠ VÍ DỤ:");
  });
});

describe("a ranking as a table", () => {
  test("shows ties as such, who has no rank, and the mean", () => {
    const display = rankingDisplay(tiny, scores);
    expect(lineOf(display, "1 Xã B")).toBe("1 Xã B 91,20 đồng hạng");
    expect(lineOf(display, "– Xã C")).toBe("– Xã C – chưa có đủ số liệu, chưa xếp hạng");
    expect(lineOf(display, "Trung bình")).toBe("Trung bình 87,87");
    expect(html(display)).toContain("<tfoot><tr>");
  });

  test("shows ranks that are to be decided as what they may be, grades, and places gained or lost", () => {
    const before = rank(
      agencies,
      round.rounds.filter(({ round }) => round === "selfAssessed"),
    );
    const display = rankingDisplay(agencies, round, { before });
    expect(lineOf(display, "1–2 Đơn vị sự nghiệp A")).toBe(
      "1–2 Đơn vị sự nghiệp A 94,45 bằng điểm ở ranh giới tỷ lệ khống chế, chờ quyết định đồng điểm, chờ quyết định (hạng 1–2)",
    );
    expect(lineOf(display, "6 Sở M")).toBe("6 Sở M 93,35 ▲ 1 Hoàn thành tốt nhiệm vụ");
    expect(html(display).match(/<table>/g)).toHaveLength(4);
  });

  test("by a criterion has no grades; in one list for all, the group", () => {
    const display = rankingDisplay(agencies, round, { by: "2", within: "all", lang: "en" });
    expect(text(display)).toContain("Ranked by 2 ");
    expect(text(display)).not.toContain("Grade");
    expect(text(display)).toContain("Group");
  });

  test("is refused, not drawn, where scores are of another set", () => {
    expect(safeRankingDisplay(agencies, scores)).toMatchObject({ ok: false });
    expect(safeScoreDisplay(agencies, a)).toMatchObject({ ok: false });
  });
});

test("an explanation tells its parts one below the other, and a grade as points", () => {
  const display = explanationDisplay(explain(tiny, a, "1", "vi"));
  expect(html(display)).toContain("<li>4 × 955 ÷ 1.000 = 3,82");
  expect(html(display).match(/<strong>/g)).toHaveLength(3);
  const { classifications } = applyQuota(agencies, classify(agencies, round.counted));
  const graded = classifications.find(({ unit }) => unit.id === "so-a");
  if (graded === undefined) throw new Error("so-a is graded");
  expect(text(explanationDisplay(explainGrade(agencies, graded, "vi")))).toContain("Hoàn thành tốt nhiệm vụ");
});

describe("rows as a table", () => {
  test("never make a zero of nothing, nor a number of a code", () => {
    const rows = [
      { code: "1.2", points: "1234.50", rank: 1, share: 0.25, ok: true, words: { vi: "một", en: "one" }, list: [1, 2], other: { x: 1n } },
      {},
    ];
    const lines = text(
      rowsDisplay(rows, { columns: ["code", { name: "points", type: "decimal" }, "rank", "share", "ok", "words", "list", "other"] }),
    );
    expect(lines.split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["code", "points", "rank", "share", "ok", "words", "list", "other"],
      ["1.2", "1.234,50", "1", "≈ 0,2500", "có", "một", "1, 2", '{"x":"1"}'],
      ["–", "–", "–", "–", "–", "–", "–", "–"],
    ]);
  });

  test("are cut where there are many, and say so", () => {
    const rows = Array.from({ length: 150 }, (_, row) => ({ row }));
    expect(text(rowsDisplay(rows))).toContain("… và 50 dòng nữa.");
    expect(text(rowsDisplay(rows, { most: 150 }))).not.toContain("dòng nữa");
  });

  test("of typed columns say what their numbers count", () => {
    const display = columnsDisplay(toColumns(tiny, scores, "wide"), { columns: ["unitName", "index", "1.2"], lang: "en" });
    expect(text(display).split("\n")[0]?.split(/ {2,}/)).toEqual(["Unit", "Index (%)", "Dossiers settled on time (points)"]);
    expect(html(display)).toContain("<small>(%)</small>");
  });
});

test("kernels find what they ask for under the names that they know", async () => {
  const display = scoreDisplay(tiny, a);
  const asked = display as unknown as Record<symbol, (() => unknown) | undefined>;
  expect(asked[Symbol.for("Jupyter.display")]?.()).toBe(display.mime);
  expect(asked[Symbol.for("nodejs.util.inspect.custom")]?.()).toBe(display.mime["text/plain"]);
  const shown: unknown[] = [];
  showIn({ raw: (type, content) => shown.push([type, content]) })(display);
  expect(shown).toEqual([["text/html", display.mime["text/html"]]]);
  const self = round.rounds.find(({ unit }) => unit.id === "so-a") as Score;
  const { mime } = await chartDisplay(waterfallChart(agencies, self, ofUnit("so-a")));
  expect(mime["application/vnd.vegalite.v5+json"]).toMatchObject({ $schema: "https://vega.github.io/schema/vega-lite/v5.json" });
});

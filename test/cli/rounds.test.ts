import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Output, render } from "../../src/cli/output";
import { roundsCommand } from "../../src/cli/rounds";
import { scoreCommand } from "../../src/cli/score";
import { criteriaPath } from "../editions/editionFiles";
import { readCsv } from "./csv";
import { type Ran, run, runAll, temporaryFolder } from "./run";

const folder = temporaryFolder();
const examples = `${criteriaPath}example/rounds/examples.json`;

/** A set whose groups have trees of their own, with two appraisers and three rounds, and its units' reports. */
const everyRound = folder.write("every-round.json", readFileSync(new URL("../badInput/everyRound.json", import.meta.url), "utf8"));
const department = { id: "so-a", name: "Sở A", group: "department" };
const district = { id: "huyen-b", name: "Huyện B", group: "district" };
const reports = folder.write(
  "reports.json",
  JSON.stringify([
    {
      unit: department,
      period: "2021",
      round: "selfAssessed",
      items: {
        "1.1": { done: 1800, due: 2000 },
        "1.2": { percent: "95,5" },
        "2.1": { dueOn: "15/12/2021", doneOn: "10/12/2021" },
        "4": { count: 3 },
      },
    },
    {
      unit: department,
      period: "2021",
      round: "appraised",
      appraiser: "noiVu",
      items: {
        "1.1": { done: 1700, due: 2000, reason: "100 hồ sơ muộn", asks: "Vì sao 100 hồ sơ muộn?" },
        "1.2": { accepted: true },
        "4": { accepted: true },
      },
    },
    {
      unit: department,
      period: "2021",
      round: "appraised",
      appraiser: "taiChinh",
      items: { "2.1": { accepted: true }, "3": { points: "4,5" }, "5": { count: 1 } },
    },
    {
      unit: district,
      period: "2021",
      round: "selfAssessed",
      items: { "1.1": { done: 0, due: 0 }, "1.2": { percent: "80" }, "2.2": { actual: "9,5", plan: 10 }, "4": { count: 0 } },
    },
    {
      unit: district,
      period: "2021",
      round: "appraised",
      items: {
        "1.1": { accepted: true },
        "1.2": { accepted: true },
        "2.2": { accepted: true },
        "3": { points: 5 },
        "4": { accepted: true },
        "5": { count: 0 },
      },
    },
  ]),
);

const calls = {
  "score of several": ["score", everyRound, reports],
  "score of one": ["score", everyRound, reports, "--unit", "so-a"],
  "score of a round": ["score", everyRound, reports, "--unit", "so-a", "--round", "selfAssessed"],
  rank: ["rank", everyRound, reports],
  "rank of a round": ["rank", everyRound, reports, "--round", "appraised"],
  "rank by what one group has": ["rank", everyRound, reports, "--by", "2.2", "--within", "all"],
  explain: ["explain", everyRound, reports, "--unit", "so-a", "--round", "counted"],
  rounds: ["rounds", everyRound, reports],
  "rounds of one": ["rounds", everyRound, reports, "--unit", "so-a"],
  "rounds of an area": ["rounds", everyRound, reports, "--unit", "huyen-b", "--by", "2"],
  form: ["form", everyRound, "--group", "district"],
  check: ["check", everyRound, reports],
} as const;
type Call = keyof typeof calls;
const names = Object.keys(calls) as Call[];
const languages = ["vi", "en"] as const;
const formats = ["table", "json", "csv"] as const;

const printed = new Map<string, Ran>();
const keyOf = (call: Call, format: string, lang: string) => [call, format, lang].join(" ");
beforeAll(async () => {
  const all = names.flatMap((call) => formats.flatMap((format) => languages.map((lang) => ({ call, format, lang }))));
  const ran = await runAll(all.map(({ call, format, lang }) => [...calls[call], "--format", format, "--lang", lang]));
  all.forEach(({ call, format, lang }, index) => {
    printed.set(keyOf(call, format, lang), ran[index] ?? { code: -1, out: "", err: "" });
  });
});
const out = (call: Call, format: (typeof formats)[number], lang: (typeof languages)[number] = "vi") =>
  printed.get(keyOf(call, format, lang))?.out ?? "";
const dataOf = (call: Call) => JSON.parse(out(call, "json")).data;
const csvOf = (call: Call, lang: (typeof languages)[number]) => readCsv(out(call, "csv", lang).slice(1), lang === "vi" ? ";" : ",");

describe.each(names)("%s", (call) => {
  test("succeeds in every form and language, without a word on the error stream", () => {
    for (const format of formats) {
      for (const lang of languages) {
        expect(printed.get(keyOf(call, format, lang))).toMatchObject({ code: 0, err: "" });
        expect(out(call, format, lang)).not.toMatch(/undefined|\[object|\bNaN\b/);
      }
    }
  });

  test("as JSON is an envelope of one shape, the same in both languages but for explanations", () => {
    const envelope = { format: "par-index/output/1", command: calls[call][0], ok: true, criteria: { id: "test/every-round" } };
    expect(JSON.parse(out(call, "json"))).toMatchObject(envelope);
    if (call !== "explain") expect(out(call, "json", "en")).toBe(out(call, "json", "vi"));
  });

  test("as CSV has as many cells in each row, and no dash for a number that is not there", () => {
    for (const lang of languages) {
      expect(new Set(csvOf(call, lang).map((row) => row.length)).size).toBe(1);
      expect(csvOf(call, lang).flat()).not.toContain("–");
    }
  });

  test("as a table has no empty row, and rows of one width", () => {
    for (const lang of languages) expectWhole(out(call, "table", lang), 120);
  });
});

/** Every table has rows of one width, none wider than the terminal, none blank, and cuts nothing. */
function expectWhole(text: string, terminal: number): void {
  const rows = text.split("\n").filter((line) => /^[┌│├└]/.test(line));
  const tables = text.split(/^┌.*$/m).slice(1);
  for (const table of tables) {
    const widths = new Set(table.split("\n").flatMap((line) => (/^[│├└]/.test(line) ? [[...line].length] : [])));
    expect(widths.size).toBe(1);
  }
  for (const row of rows) {
    expect([...row].length).toBeLessThanOrEqual(terminal);
    expect(row).not.toMatch(/^[│ ]+$/);
    expect(row).not.toContain("…");
  }
}

describe("the numbers", () => {
  test("of what counts: bonus and penalty beside the base, with the comma or the point of the language", () => {
    expect(out("score of one", "table", "vi")).toMatch(/│ 5 +│ Điểm trừ +│ +2 │ +-0,50 │ trừ ngoài điểm nền/);
    expect(out("score of one", "table", "vi")).toContain("Điểm nền 18,63 · cộng 1,5 · trừ 0,5");
    expect(out("score of one", "table", "en")).toMatch(/│ 5 +│ .* │ +2 │ +-0\.50 │ taken off the base/);
    expect(out("score of one", "table", "en")).toContain("Base 18.63 · bonus 1.5 · penalty 0.5");
    expect(dataOf("score of one")).toMatchObject([{ round: "counted", points: "19.63", base: "18.63", bonus: "1.5", penalty: "-0.5" }]);
  });

  test("of the unit's own round: what it does not score itself says so and has no number", () => {
    expect(out("score of a round", "table", "vi")).toMatch(/^Sở A · kỳ 2021 · Tự đánh giá$/m);
    expect(out("score of a round", "table", "vi")).toMatch(/│ 3 +│ Đánh giá của lãnh đạo +│ +5 │ +– │ đơn vị không tự chấm/);
    expect(dataOf("score of a round")).toMatchObject([{ round: "selfAssessed", points: "15.83", countedMax: "15" }]);
  });

  test("are those that count, and are ranked, unless a round is named", () => {
    const placesOf = (call: Call) =>
      dataOf(call).groups.map(({ round, places }: { round: string; places: { rank: number; published: string }[] }) => [
        round,
        ...places.map(({ rank, published }) => [rank, published]),
      ]);
    expect(placesOf("rank")).toEqual([
      ["counted", [1, "19.63"]],
      ["counted", [1, "18.75"]],
    ]);
    expect(placesOf("rank of a round").map(([round]: string[]) => round)).toEqual(["appraised", "appraised"]);
  });

  test("of a criterion that only one group has: the other units are not counted there, rather than missing", () => {
    expect(dataOf("rank by what one group has").groups[0].places).toMatchObject([
      { rank: 1, unit: { id: "huyen-b" }, published: "4.75" },
      { rank: null, unit: { id: "so-a" }, published: null, reason: "notCounted" },
    ]);
  });
});

describe("rounds", () => {
  test("of all units: like is compared with like, group by group, with a mean that a spreadsheet does not get", () => {
    expect(dataOf("rounds")).toMatchObject([
      {
        group: "department",
        period: "2021",
        by: "total",
        units: [{ unit: { id: "so-a" }, leaves: 4, selfScored: "15.83", counted: "15.63" }],
      },
      {
        group: "district",
        units: [{ leaves: 4, selfScored: "13.75", counted: "13.75", difference: "0.00" }],
        mean: { difference: "0.00" },
      },
    ]);
    expect(out("rounds", "table", "vi")).toMatch(/│ Sở A +│ +4 │ +15,83 │ +15,63 │ +0,20 │/);
    expect(csvOf("rounds", "vi").map((row) => row.slice(0, 4))).toEqual([
      ["Mã đơn vị", "Đơn vị", "Nhóm", "Kỳ"],
      ["so-a", "Sở A", "Sở, ban, ngành", "2021"],
      ["huyen-b", "Huyện B", "UBND cấp huyện", "2021"],
    ]);
  });

  test("of one unit: every round in a column, and below what changed, who changed it and why, and what is asked", () => {
    const lines = out("rounds of one", "table", "vi").split("\n");
    expect(lines.find((line) => line.startsWith("│ 1.1"))).toMatch(/│ +4 │ +3,60 │ +\*3,40 │ +3,40 │$/);
    expect(lines.slice(lines.findIndex((line) => line.startsWith("└")) + 2)).toEqual([
      "* vòng được tính",
      "1.1 Hồ sơ đúng hạn · Thẩm định (Sở Nội vụ): 3,60 → 3,40 (-0,20). Lý do: 100 hồ sơ muộn",
      "1.1 Hồ sơ đúng hạn · Thẩm định (Sở Nội vụ) yêu cầu giải trình: Vì sao 100 hồ sơ muộn?",
      "3 Đánh giá của lãnh đạo · Thẩm định: – → 4,50",
      "5 Điểm trừ · Thẩm định: – → -0,50",
      "",
    ]);
    expect(dataOf("rounds of one")).toMatchObject({
      unit: department,
      period: "2021",
      root: { code: "total", points: { selfAssessed: "15.83", appraised: "19.63", counted: "19.63" } },
      asks: [{ code: "1.1", round: "appraised", appraiser: "noiVu", asks: "Vì sao 100 hồ sơ muộn?" }],
    });
  });

  test("of an area: its tree is that of the unit's group", () => {
    expect(dataOf("rounds of an area").root).toMatchObject({ code: "2", children: [{ code: "2.2", counts: "appraised" }] });
    expect(out("rounds of an area", "table", "en")).not.toContain("2.1");
  });
});

test("the order in which reports stand in their files changes nothing", async () => {
  const turned = folder.write("turned.json", JSON.stringify([...JSON.parse(readFileSync(reports, "utf8"))].reverse()));
  const again = await runAll([
    ["rank", everyRound, turned, "--format", "json", "--lang", "vi"],
    ["rounds", everyRound, turned, "--format", "json", "--lang", "vi"],
    ["rounds", everyRound, turned, "--unit", "so-a", "--format", "table", "--lang", "vi"],
  ]);
  expect(again.map((ran) => ran.out)).toEqual([out("rank", "json"), out("rounds", "json"), out("rounds of one", "table")]);
});

describe("a form of a set whose groups differ", () => {
  test("is of one group, without what its units do not score themselves", () => {
    const { items } = dataOf("form");
    expect(Object.keys(items)).toEqual(["4", "1.1", "1.2", "2.2"]);
    expect(out("form", "table", "vi")).toMatch(/│ 1\.1 +│ Hồ sơ đúng hạn +│ +5 │/);
  });
});

/** A terminal that is so many columns wide. */
function inTerminalOf(columns: number, output: Output, lang: "vi" | "en"): string {
  const own = Object.getOwnPropertyDescriptor(process.stdout, "columns");
  Object.defineProperty(process.stdout, "columns", { value: columns, configurable: true });
  try {
    return render(output, { lang, format: "table" });
  } finally {
    if (own === undefined) Reflect.deleteProperty(process.stdout, "columns");
    else Object.defineProperty(process.stdout, "columns", own);
  }
}

describe.each([80, 100, 140])("in a terminal of %d columns", (columns) => {
  test.each(languages)("tables fit, and cut no word and no number: %s", async (lang) => {
    const options = { lang, format: "table" } as const;
    for (const output of [
      await roundsCommand("example/rounds", [examples], options),
      // Four rounds in English need 98 columns, since no word is broken.
      ...(lang === "en" && columns < 98 ? [] : [await roundsCommand("example/rounds", [examples], { ...options, unit: "so-a" })]),
      await roundsCommand(everyRound, [reports], { ...options, unit: "so-a" }),
      await scoreCommand("example/rounds", [examples], options),
      await scoreCommand(everyRound, [reports], options),
    ]) {
      const text = inTerminalOf(columns, output, lang);
      expectWhole(text, columns);
      const shown = output.sections.flatMap(({ columns: keys, rows }) => rows.flatMap((row) => keys.map(({ key }) => row[key] ?? "")));
      const pointed = (words: string) => words.replace(/(?<=\d),(?=\d)/g, ".");
      const words = shown.flatMap((cell) => pointed(cell).split(/\s+/));
      expect(words.filter((word) => !pointed(text).includes(word))).toEqual([]);
    }
  });
});

describe("calls about rounds that fail", () => {
  const self = { unit: department, period: "2021", round: "selfAssessed", items: { "1.1": { done: 18, due: 20 }, "1.2": { percent: 90 } } };
  const changed = folder.write(
    "changed.json",
    JSON.stringify([self, { ...self, round: "appraised", items: { "1.1": { done: 1, due: 20 }, "1.2": { percent: 80 } } }]),
  );
  const failing: readonly { readonly why: string; readonly args: readonly string[]; readonly code: number; readonly says: RegExp }[] = [
    { why: "a form without a group", args: ["form", everyRound], code: 2, says: /^Chọn nhóm đơn vị bằng --group: department, district/ },
    { why: "a form of an unknown group", args: ["form", everyRound, "--group", "x"], code: 2, says: /--group: department, district/ },
    { why: "English: a form without a group", args: ["form", everyRound, "--lang", "en"], code: 2, says: /^Choose a group .*--group/ },
    {
      why: "a round that nobody reported, to rank",
      args: ["rank", everyRound, reports, "--round", "explained"],
      code: 2,
      says: /^Không có báo cáo ở vòng “explained”\. Trong tệp có: selfAssessed, appraised, counted/,
    },
    {
      why: "a round that nobody reported, to score",
      args: ["score", everyRound, reports, "--round", "final"],
      code: 2,
      says: /^Không có báo cáo như vậy\..*so-a \(2021, counted\)/,
    },
    {
      why: "a criterion of another group, to explain",
      args: ["explain", everyRound, reports, "--unit", "so-a", "--code", "2.2"],
      code: 2,
      says: /^Không có tiêu chí “2\.2”\. Các mã: .*2\.1(?!.*2\.2)/,
    },
    {
      why: "a criterion of another group, through the rounds",
      args: ["rounds", everyRound, reports, "--unit", "so-a", "--by", "2.2"],
      code: 2,
      says: /^Không có tiêu chí “2\.2”/,
    },
    { why: "rounds of an unknown unit", args: ["rounds", everyRound, reports, "--unit", "zz"], code: 2, says: /^Không có báo cáo như vậy/ },
    {
      why: "rounds of a set that holds none",
      args: ["rounds", "example/tiny", `${criteriaPath}example/tiny/examples.json`],
      code: 1,
      says: /^Lỗi: policies\.rounds: bộ tiêu chí chưa nêu có những vòng đánh giá nào/,
    },
    ...["check", "score", "rank", "explain", "rounds"].map((command) => ({
      why: `${command}: figures changed without a reason`,
      args: [command, everyRound, changed],
      code: 1,
      says: /^Lỗi: so-a · 1\.1 Hồ sơ đúng hạn: vòng thẩm định .*\nLỗi: so-a · 1\.2 Mức độ hài lòng: vòng thẩm định .*\(percent: 90\).*\n$/,
    })),
  ];
  const ran: Ran[] = [];
  beforeAll(async () => {
    ran.push(...(await runAll(failing.map(({ args }) => args))));
  });

  test.each(failing.map((call, index) => ({ ...call, index })))("$why: exit code $code", ({ index, code, says }) => {
    expect(ran[index]).toMatchObject({ code, out: "", err: expect.stringMatching(says) });
    expect(ran[index]?.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  test("are told to programs as issues, with both languages", async () => {
    const { code, out: text, err } = await run(["score", everyRound, changed, "--format", "json"]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(text)).toMatchObject({
      ok: false,
      issues: [
        {
          code: "changeWithoutReason",
          payload: { round: "appraised", before: { done: "18", due: "20" } },
          location: { unit: "so-a", code: "1.1" },
        },
        { code: "changeWithoutReason", location: { unit: "so-a", code: "1.2" } },
      ],
    });
  });
});

describe("a set with open points", () => {
  const { policies, children, ...file } = JSON.parse(readFileSync(new URL("../badInput/everyRound.json", import.meta.url), "utf8"));
  const [first, ...others] = children;
  const [leaf, ...siblings] = first.children;
  const draft = {
    ...file,
    policies: { ...policies, rounding: null, rounds: null },
    children: [{ ...first, maxPoints: null, children: [{ ...leaf, maxPoints: null, rule: null }, ...siblings] }, ...others],
  };
  const open = folder.write("draft.json", JSON.stringify(draft, null, 2));
  const blank = `${folder.path}/blank.json`;
  const ran: Record<string, Ran> = {};
  beforeAll(async () => {
    const shown = {
      check: ["check", "draft.json"],
      form: ["form", "draft.json"],
      "form of a group": ["form", "draft.json", "--group", "district"],
      "check en": ["check", "draft.json", "--lang", "en"],
      json: ["check", "draft.json", "--format", "json"],
      csv: ["form", "draft.json", "--format", "csv"],
    };
    const refused = {
      score: ["score", open, reports],
      rank: ["rank", open, reports, "--lang", "en"],
      explain: ["explain", open, reports],
      rounds: ["rounds", open, reports],
      diff: ["diff", open, everyRound],
      "check of reports": ["check", open, reports],
      "blank report": ["form", open, "--group", "district", "--out", blank],
      "score json": ["score", open, reports, "--format", "json"],
    };
    for (const [name, args] of Object.entries(shown)) ran[name] = await run(args, { cwd: folder.path });
    for (const [name, args] of Object.entries(refused)) ran[name] = await run(args);
  });

  test.each(["check", "form", "form of a group", "check en", "json", "csv"])("is printed: %s, exit code 0", (name) => {
    expect(ran[name]).toMatchObject({ code: 0, err: "" });
    expect(ran[name]?.out).not.toMatch(/undefined|\[object|\bNaN\b/);
  });

  test("its tree has … for what is open, and tells the groups that differ", () => {
    expect(ran.check?.out).toMatch(/^Bộ tiêu chí đang soạn, chưa chấm điểm được: còn 5 chỗ để trống\.$/m);
    expect(ran.check?.out).toMatch(/│ 1 +│ Cải cách thủ tục hành chính +│ +… │ +│ điểm tối đa +│/);
    expect(ran.check?.out).toMatch(/│ 1\.1 +│ · Hồ sơ đúng hạn +│ +… │ UBND cấp huyện: 5 +│ điểm tối đa, cách chấm điểm │/);
    expect(ran.check?.out).toMatch(/│ 2\.1 .*│ Sở, ban, ngành +│/);
    expect(ran.check?.out).toMatch(/│ 4 +│ Điểm cộng \(cộng ngoài điểm nền\) +│ +2 │/);
    expect(ran.form?.out).toBe(ran.check?.out);
  });

  test("what is open is told with its line and column, its criterion and its keys", () => {
    const told = ran.check?.out.split("\n").filter((line) => /^ {2}\d+:\d+ · /.test(line));
    expect(told?.map((line) => line.replace(/^ {2}\d+:\d+ · /, ""))).toEqual([
      "policies.rounding: quy định tính toán này",
      "policies.rounds: quy định tính toán này",
      "1 Cải cách thủ tục hành chính · maxPoints: điểm tối đa",
      "1.1 Hồ sơ đúng hạn · maxPoints: điểm tối đa",
      "1.1 Hồ sơ đúng hạn · rule: cách chấm điểm",
    ]);
    const lines = readFileSync(open, "utf8").split("\n");
    for (const place of told ?? []) {
      const [line = 0, column = 0] = (/\d+:\d+/.exec(place)?.[0] ?? "").split(":").map(Number);
      expect(lines[line - 1]?.slice(column - 1)).toMatch(/^null/);
    }
    expect(ran.check?.out).toContain("Còn để trống trong draft.json (dòng:cột):");
    expect(ran["check en"]?.out).toContain("Open in draft.json (line:column):");
  });

  test("of one group it shows that group's tree and maxima", () => {
    const text = ran["form of a group"]?.out ?? "";
    expect(text).toMatch(/│ 1\.1 +│ · Hồ sơ đúng hạn +│ +5 │ cách chấm điểm/);
    expect(text).toContain("2.2");
    expect(text).not.toMatch(/│ 2\.1 /);
  });

  test("as data: what is open with its place and words, and every node; as rows: also the policies that are open", () => {
    const { data, criteria } = JSON.parse(ran.json?.out ?? "");
    expect(criteria).toMatchObject({ id: "test/every-round", status: "example", readings: {} });
    expect(data.open).toHaveLength(5);
    expect(data.open[0]).toMatchObject({ code: "stillOpen", location: { file: "draft.json", path: ["policies", "rounding"] } });
    expect(data.nodes.find(({ code }: { code: string }) => code === "1.1")).toMatchObject({
      level: 2,
      maxPoints: null,
      open: ["maxPoints", "rule"],
    });
    const rows = readCsv((ran.csv?.out ?? "").slice(1), ";");
    expect(rows.map(([code]) => code)).toContain("policies.rounds");
    expect(rows.flat()).not.toContain("…");
  });

  test.each(["score", "rank", "explain", "rounds", "diff", "check of reports", "blank report"])("is refused: %s, exit code 1", (name) => {
    expect(ran[name]).toMatchObject({ code: 1, out: "" });
    expect(ran[name]?.err.match(/draft\.json:\d+:\d+ · /g)).toHaveLength(5);
    expect(ran[name]?.err).toMatch(/(xem cả bộ bằng: par-index check|the whole set is shown by: par-index check)/);
  });

  test("is refused to programs with its open points as issues, and nothing is saved", () => {
    expect(ran["score json"]).toMatchObject({ code: 1, err: "" });
    const { ok, issues } = JSON.parse(ran["score json"]?.out ?? "");
    expect({ ok, codes: issues.map(({ code }: { code: string }) => code) }).toEqual({ ok: false, codes: Array(5).fill("stillOpen") });
    expect(() => readFileSync(blank)).toThrow();
  });
});

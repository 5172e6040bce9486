import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { criteriaPath } from "../editions/editionFiles";
import { readCsv } from "./csv";
import { reports } from "./reports";
import { type Ran, runAll, temporaryFolder } from "./run";

const folder = temporaryFolder();
const file = folder.write("reports.json", JSON.stringify(reports));
const rated = `${criteriaPath}example/grading/examples.json`;
const changed = folder.write(
  "changed.json",
  readFileSync(`${criteriaPath}example/tiny/criteria.json`, "utf8").replace('"atLeast": "95"', '"atLeast": "92.5"'),
);

const years = (name: string) => fileURLToPath(new URL(`../fixtures/years/${name}.json`, import.meta.url));
const twoEditions = [years("criteria-2021"), years("criteria-2022")] as const;

const calls = {
  editions: ["editions"],
  form: ["form", "example/tiny"],
  check: ["check", "example/tiny", file],
  "score of several": ["score", "example/tiny", file],
  "score of one": ["score", "example/tiny", file, "--unit", "xa-a"],
  rank: ["rank", "example/tiny", file],
  grade: ["grade", "example/grading", rated],
  "grade of one": ["grade", "example/grading", rated, "--unit", "so-b"],
  explain: ["explain", "example/tiny", file, "--unit", "xa-b"],
  diff: ["diff", "example/tiny", changed],
  "diff of two editions": ["diff", ...twoEditions],
  years: ["years", twoEditions[1], years("reports-2022"), "--unit", "xa-a", "--before", twoEditions[0], years("reports-2021")],
  tour: ["tour"],
} as const;
type Call = keyof typeof calls;
const names = Object.keys(calls) as Call[];
const languages = ["vi", "en"] as const;
const formats = ["table", "json", "csv"] as const;

/** Every command in every form and language is run once; the tests look at what was printed. */
const printed = new Map<string, Ran>();
const keyOf = (call: Call, format: string, lang: string) => [call, format, lang].join(" ");
beforeAll(async () => {
  const all = names.flatMap((call) => formats.flatMap((format) => languages.map((lang) => ({ call, format, lang }))));
  const ran = await runAll(all.map(({ call, format, lang }) => [...calls[call], "--format", format, "--lang", lang]));
  all.forEach(({ call, format, lang }, index) => {
    printed.set(keyOf(call, format, lang), ran[index] ?? { code: -1, out: "", err: "" });
  });
});
function out(call: Call, format: (typeof formats)[number], lang: (typeof languages)[number] = "vi"): string {
  return printed.get(keyOf(call, format, lang))?.out ?? "";
}

describe.each(names)("%s", (call) => {
  test("succeeds in every form and language, without a word on the error stream", () => {
    for (const format of formats) {
      for (const lang of languages) {
        expect(printed.get(keyOf(call, format, lang))).toMatchObject({ code: 0, err: "" });
        expect(out(call, format, lang)).not.toBe("");
      }
    }
  });

  test("shows no insides of the program", () => {
    for (const format of formats) for (const lang of languages) expect(out(call, format, lang)).not.toMatch(/undefined|\[object|\bNaN\b/);
  });

  test("as JSON is an envelope of one shape", () => {
    expect(JSON.parse(out(call, "json"))).toMatchObject({ format: "par-index/output/1", command: calls[call][0], ok: true, warnings: [] });
  });

  test("as JSON holds no number with a fraction: points are text", () => {
    for (const number of numbersIn(JSON.parse(out(call, "json")))) expect(Number.isSafeInteger(number)).toBe(true);
  });

  test.each([
    ["vi", ";"],
    ["en", ","],
  ] as const)("as CSV in %s is quoted throughout, separated by %s", (lang, delimiter) => {
    const text = out(call, "csv", lang);
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text.lastIndexOf("\uFEFF")).toBe(0);
    const rows = readCsv(text.slice(1), delimiter);
    expect(rows.length).toBeGreaterThan(1);
  });

  test("as CSV gives a spreadsheet nothing to compute", () => {
    for (const lang of languages) {
      const cells = readCsv(out(call, "csv", lang).slice(1), lang === "vi" ? ";" : ",").flat();
      expect(cells.filter((cell) => /^[=+@\t\r]|^-[^\d]/.test(cell))).toEqual([]);
    }
  });
});

describe.each(names)("%s as CSV", (call) => {
  const rowsIn = (lang: (typeof languages)[number]) => readCsv(out(call, "csv", lang).slice(1), lang === "vi" ? ";" : ",");

  test("has as many cells in each row, and as many in each language", () => {
    expect(new Set(languages.flatMap(rowsIn).map((row) => row.length)).size).toBe(1);
  });

  test("leaves a cell blank where a table shows a dash", () => {
    expect(languages.flatMap(rowsIn).flatMap((row) => row.filter((cell) => /^[–-]$/.test(cell)))).toEqual([]);
  });

  test("holds nothing that a spreadsheet takes for a day of the year", () => {
    expect(languages.flatMap(rowsIn).flatMap((row) => row.filter((cell) => /^\d+\s*\/\s*\d+$/.test(cell)))).toEqual([]);
  });

  test("holds nothing but numbers and blanks in its columns of numbers", () => {
    for (const [lang, number] of [
      ["vi", /^(-?\d+(,\d+)?|\d+ ÷ \d+)?$/],
      ["en", /^(-?\d+(\.\d+)?|\d+ ÷ \d+)?$/],
    ] as const) {
      const [headings = [], ...rows] = rowsIn(lang);
      const columns = [...headings.keys()].filter((column) => numberHeadings.has(headings[column] ?? ""));
      for (const column of columns) expect(rows.map((row) => row[column] ?? "").filter((cell) => !number.test(cell))).toEqual([]);
    }
  });
});

/** The headings of columns that hold numbers, in both languages. */
const numberHeadings: ReadonlySet<string> = new Set([
  ...["Hạng", "Điểm", "Chỉ số (%)", "Điểm tối đa", "Điểm tối đa được tính", "Điểm đạt được", "Điểm chính xác"],
  ...["Điểm trước", "Điểm sau", "Tăng, giảm", "Points before", "Points after", "Difference"],
  ...["Rank", "Points", "Index (%)", "Maximum", "Counted maximum", "Exact points"],
]);

describe("numbers", () => {
  test.each(["score of several", "score of one", "rank", "explain"] as const)("%s prints a decimal comma in Vietnamese", (call) => {
    expect(out(call, "table", "vi")).toMatch(/\d,\d/);
    expect(out(call, "table", "vi")).not.toMatch(/\b(9\.12|91\.20|3\.82|3\.30|65\.65|75\.25)\b/);
    expect(out(call, "csv", "vi")).toMatch(/"[^"]*\d,\d[^"]*"/);
  });

  test("score prints a decimal comma in the Vietnamese CSV, a point in the English one", () => {
    const cells = languages.map((lang) => readCsv(out("score of one", "csv", lang).slice(1), lang === "vi" ? ";" : ","));
    const total = (rows: readonly (readonly string[])[] | undefined) => rows?.find((row) => row.includes("total")) ?? [];
    expect(total(cells[0])).toContain("9,12");
    expect(total(cells[1])).toContain("9.12");
  });

  test.each([
    ["vi", ";", "Điểm chính xác", "3,82"],
    ["en", ",", "Exact points", "3.82"],
  ] as const)(
    "score prints exact points in %s as a spreadsheet of that language reads them, a fraction as no date",
    (lang, delimiter, heading, exact) => {
      const exactPoints = (call: Call, code: string) => {
        const [headings = [], ...rows] = readCsv(out(call, "csv", lang).slice(1), delimiter);
        return rows.filter((row) => row.includes(code)).map((row) => row[headings.indexOf(heading)]);
      };
      expect(exactPoints("score of one", "1.2")).toEqual([exact]);
      expect(exactPoints("score of several", "1.2")).toEqual([exact, "3992 ÷ 999", "4", "4"]);
    },
  );

  test("rank prints what is published", () => {
    const [vi, en] = languages.map((lang) => readCsv(out("rank", "csv", lang).slice(1), lang === "vi" ? ";" : ",").slice(1));
    expect(vi?.map((row) => row[2])).toEqual(["Xã A", "'@SUM(1+1)", `'=HYPERLINK("http://example.org";"Xã B")`, "Sở C"]);
    expect(vi?.map((row) => row[0])).toEqual(["1", "2", "3", ""]);
    expect(out("rank", "table")).toMatch(/│ +– │ Sở C/);
    expect(vi?.some((row) => row.includes("91,20")) && en?.some((row) => row.includes("91.20"))).toBe(true);
  });

  test("thousands are grouped in tables, as each language groups them", () => {
    expect(out("explain", "table", "vi")).toContain("998 trên 999 hồ sơ");
    expect(out("tour", "table", "vi")).toMatch(/\d\.\d{3} ÷ \d/);
    expect(out("tour", "table", "en")).toMatch(/\d,\d{3} ÷ \d/);
  });

  test("score as JSON holds exact points as text, also those whose decimals never end", () => {
    const { data } = JSON.parse(out("score of several", "json"));
    expect(data.map(({ points, published }: { points: unknown; published: unknown }) => [points, published])).toMatchObject([
      ["9.12", "91.20"],
      ["799799/99900", expect.stringMatching(/^\d+\.\d\d$/)],
      ["5", "83.33"],
      ["5", expect.anything()],
    ]);
  });

  test("a missing leaf is no zero: its cells are blank", () => {
    const rows = readCsv(out("score of several", "csv", "en").slice(1), ",");
    const row = rows.find((cells) => cells.includes("so-c") && cells.includes("missing"));
    expect(row).toContain("2");
    expect(row).not.toContain("0");
    expect(row?.filter((cell) => cell === "").length).toBeGreaterThanOrEqual(2);
  });
});

describe("a set of 10.5 points", () => {
  const halves = folder.write(
    "halves.json",
    readFileSync(`${criteriaPath}example/tiny/criteria.json`, "utf8")
      .replace('"maxPoints": "10"', '"maxPoints": "10.5"')
      .replace('"maxPoints": "6"', '"maxPoints": "6.5"')
      .replace('"maxPoints": "2"', '"maxPoints": "2.5"')
      .replace('"points": "2"', '"points": "2.5"'),
  );
  const ran: Ran[] = [];
  beforeAll(async () => {
    const both = (...args: readonly string[]) => languages.map((lang) => [...args, "--lang", lang]);
    ran.push(...(await runAll([...both("check", halves), ...both("score", halves, file, "--unit", "xa-d")])));
  });

  test("is checked with the comma or the point of the language", () => {
    expect(ran[0]).toMatchObject({ code: 0, err: "", out: expect.stringContaining("3 tiêu chí, tổng 10,5 điểm.") });
    expect(ran[1]).toMatchObject({ code: 0, err: "", out: expect.stringContaining("3 leaves, 10.5 points in all.") });
  });

  test("of which a part counts says how much, in the same way", () => {
    expect(ran[2]).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^Điểm tối đa được tính: 6,5\.$/m) });
    expect(ran[3]).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^Maximum that counts: 6\.5\.$/m) });
    expect(ran[2]?.out).not.toMatch(/│ {2,}\d+\.\d+ │/);
  });
});

describe("what a diff shows", () => {
  test("as a table: both sets, and each change with the comma or the point of the language", () => {
    expect(out("diff", "table", "vi")).toMatch(/Từ:\nBộ tiêu chí mẫu rất nhỏ\n⚠ VÍ DỤ: .*\nĐến:\nBộ tiêu chí mẫu rất nhỏ\n⚠ VÍ DỤ: /);
    expect(out("diff", "table", "vi")).toMatch(/│ 1\.2 +│ sửa +│ rule\.floor\.atLeast │ 95 +│ 92,5 +│/);
    expect(out("diff", "table", "en")).toMatch(/│ 1\.2 +│ changed │ rule\.floor\.atLeast │ 95 +│ 92\.5 +│/);
  });

  test("shows a number only where the file has one: text that looks like one stands as it is", async () => {
    const renamed = folder.write(
      "renamed.json",
      readFileSync(`${criteriaPath}example/tiny/criteria.json`, "utf8")
        .replace('"atLeast": "95"', '"atLeast": "92.5"')
        .replace('"vi": "Hồ sơ giải quyết đúng hạn"', '"vi": "2026.7"'),
    );
    const [vi, en] = await runAll(languages.map((lang) => ["diff", "example/tiny", renamed, "--lang", lang]));
    expect(vi?.out).toMatch(/│ title\.vi +│ Hồ sơ giải quyết đúng hạn │ 2026\.7 /);
    expect(vi?.out).toMatch(/│ rule\.floor\.atLeast +│ 95 +│ 92,5 /);
    expect(en?.out).toMatch(/│ rule\.floor\.atLeast +│ 95 +│ 92\.5 /);
  });

  test("as JSON: both sets, and each change as exact text", () => {
    expect(JSON.parse(out("diff", "json")).data).toMatchObject({
      before: { id: "example/tiny", status: "example" },
      after: { id: "example/tiny", status: "example" },
      changes: [{ code: "1.2", change: "changed", fields: [{ path: "rule.floor.atLeast", before: "95", after: "92.5" }] }],
    });
  });
});

describe("what a diff shows of renumbered criteria", () => {
  test("as a table and as CSV: both codes, and whether anything else changed", () => {
    expect(out("diff of two editions", "table")).toMatch(/│ 2\.1 → 3\.1 +│ đổi mã +│ Công khai thủ tục hành chính │/);
    expect(out("diff of two editions", "table")).toMatch(/│ 2\.2 → 3\.2 +│ đổi mã, sửa +│ rule\.floor\.atLeast +│ 95 +│ 90 +│/);
    expect(out("diff of two editions", "table", "en")).toMatch(/│ 2\.2 → 3\.2 +│ renumbered, changed +│ rule\.floor\.atLeast/);
    const rows = readCsv(out("diff of two editions", "csv", "en").slice(1), ",");
    expect(rows).toContainEqual(["3 → 4", "renumbered", "Hiện đại hóa hành chính", "", "", "example → example"]);
  });

  test("as JSON: the code in each set", () => {
    const { changes } = JSON.parse(out("diff of two editions", "json")).data;
    expect(changes).toContainEqual({ code: "4", title: "Hiện đại hóa hành chính", change: "renumbered", from: "3", fields: [] });
    expect(changes).toContainEqual(
      expect.objectContaining({ code: "1.2", change: "changed", from: "1.3", fields: [{ path: "maxPoints", before: "1", after: "1.5" }] }),
    );
  });
});

describe("what a comparison of two years shows", () => {
  test("as a table: both sets and periods, a change with its sign, or why there is none", () => {
    expect(out("years", "table")).toMatch(
      /^Xã A · so sánh hai năm\nNăm trước:\n.*2021\n⚠ VÍ DỤ: .*\nkỳ 2021 · thẩm định\nNăm sau:\n.*2022\n⚠ VÍ DỤ: /,
    );
    expect(out("years", "table")).toMatch(/│ 4\.1 │ 3\.1 +│ · Hồ sơ trực tuyến +│ +0,80 │ +0,90 │ +\+0,10 │ +│/);
    expect(out("years", "table")).toMatch(/│ 1\.2 │ 1\.3 +│ · Sáng kiến .*│ +0,50 │ +1,50 │ +– │ điểm tối đa khác: 1 → 1,5 +│/);
    expect(out("years", "table")).toMatch(/│ +│ 1\.2 +│ Báo cáo định kỳ +│ +1,00 │ +– │ +– │ năm sau không còn +│/);
    expect(out("years", "table", "en")).toMatch(/│ 4\.1 +│ 3\.1 +│ · Dossiers online +│ +0\.80 │ +0\.90 │ +\+0\.10 │ +│/);
  });

  test("as CSV: the earlier code in every row, changes as numbers, blanks where nothing is compared", () => {
    const rows = readCsv(out("years", "csv").slice(1), ";");
    expect(rows).toContainEqual(["1.1", "1.1", "Kế hoạch cải cách hành chính", "1,00", "0,50", "-0,50", "", "example → example"]);
    expect(rows).toContainEqual(["2.1", "", "Rà soát văn bản", "", "0,50", "", "mới, năm trước không có", "example → example"]);
    expect(rows).toContainEqual(["", "1.2", "Báo cáo định kỳ", "1,00", "", "", "năm sau không còn", "example → example"]);
  });

  test("as JSON: exact differences and reasons as data", () => {
    const { data } = JSON.parse(out("years", "json"));
    expect(data).toMatchObject({
      unit: { id: "xa-a" },
      before: { period: "2021" },
      after: { period: "2022", criteria: { status: "example" } },
    });
    expect(data.root).toMatchObject({ difference: null, refused: [{ reason: "childrenDiffer", refused: ["1", "2", "3"], gone: [] }] });
    expect(data.root.children[3]).toMatchObject({ code: "4", from: "3", difference: "0.35", published: "0.35", refused: [] });
    expect(data.removed).toMatchObject([{ code: "1.2", maxPoints: "1", before: "1.00" }]);
  });
});

describe("language", () => {
  test.each(["editions", "form", "check", "score of several", "score of one", "rank", "diff", "years"] as const)(
    "%s as JSON is the same in both languages",
    (call) => {
      expect(out(call, "json", "en")).toBe(out(call, "json", "vi"));
    },
  );

  test.each(names)("%s as a table is in the language asked for", (call) => {
    expect(out(call, "table", "vi")).not.toBe(out(call, "table", "en"));
  });

  test("a notice stands above every table of a set that is not official", () => {
    for (const call of ["form", "check", "score of several", "score of one", "rank", "explain"] as const) {
      expect(out(call, "table", "vi").split("\n")[1]).toMatch(/^⚠ VÍ DỤ: /);
      expect(out(call, "table", "en").split("\n")[1]).toMatch(/^⚠ EXAMPLE: /);
    }
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

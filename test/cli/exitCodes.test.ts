import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { reports } from "./reports";
import { type Ran, run, runAll, temporaryFolder } from "./run";

const folder = temporaryFolder();
const file = folder.write("reports.json", JSON.stringify(reports));
const empty = folder.write("empty.json", "");
const saved = folder.write("saved.json", "{}");
const twoPeriods = folder.write("two.json", JSON.stringify([reports[0], { ...reports[0], round: "selfAssessed" }]));
const costs = folder.write("costs.json", JSON.stringify([{ code: "2", figure: "percent", cost: "-1" }]));
const none = join(folder.path, "none.json");
const structure = "reconstructed/vn/moha/par-index-province/2017-2948-qd-bnv";

/** Calls that fail, their exit code, and what the error stream says. */
const failing: readonly { readonly why: string; readonly args: readonly string[]; readonly code: number; readonly says: RegExp }[] = [
  { why: "no command", args: [], code: 2, says: /Cần một lệnh/ },
  { why: "an unknown command", args: ["socre"], code: 2, says: /Không có lệnh “socre”/ },
  { why: "no edition", args: ["form"], code: 2, says: /Thiếu tham số “edition”/ },
  { why: "no reports", args: ["score", "example/tiny"], code: 2, says: /Thiếu tham số “reports”/ },
  { why: "too many arguments", args: ["editions", "all"], code: 2, says: /Thừa tham số/ },
  { why: "an unknown option", args: ["editions", "--colour"], code: 2, says: /Không có tùy chọn “--colour”/ },
  { why: "an option without its value", args: ["score", "example/tiny", file, "--unit"], code: 2, says: /thiếu giá trị/ },
  { why: "an unknown format", args: ["editions", "--format", "xml"], code: 2, says: /không được phép.*table, json, csv/ },
  { why: "an unknown language", args: ["editions", "--lang", "fr"], code: 2, says: /không được phép.*vi, en/ },
  { why: "an unknown edition", args: ["score", "example/huge", file], code: 2, says: /không có phiên bản “example\/huge”/ },
  { why: "a bad edition id", args: ["form", "../tiny"], code: 2, says: /“..\/tiny” không phải tên phiên bản/ },
  { why: "a missing criteria file", args: ["form", none], code: 2, says: /none\.json: .*không có tệp này/ },
  { why: "a missing reports file", args: ["score", "example/tiny", none], code: 2, says: /none\.json: .*không có tệp này/ },
  { why: "a folder for reports", args: ["score", "example/tiny", folder.path], code: 2, says: /đây là thư mục/ },
  { why: "an edition with only its structure", args: ["check", structure], code: 2, says: /mới có cấu trúc/ },
  {
    why: "an unknown unit",
    args: ["score", "example/tiny", file, "--unit", "zz"],
    code: 2,
    says: /^Không có báo cáo như vậy\..*xa-a.*xa-b.*so-c/,
  },
  {
    why: "an unknown unit to explain",
    args: ["explain", "example/tiny", file, "--unit", "zz"],
    code: 2,
    says: /^Không có báo cáo như vậy\..*xa-a.*xa-b.*so-c/,
  },
  {
    why: "a unit that has no report of the period",
    args: ["score", "example/tiny", file, "--unit", "xa-a", "--period", "1999"],
    code: 2,
    says: /^Không có báo cáo như vậy\..*xa-a \(2021, appraised\)/,
  },
  { why: "no unit chosen", args: ["explain", "example/tiny", file], code: 2, says: /^Cần chọn một báo cáo.*--unit.*xa-a.*xa-b/ },
  {
    why: "one year twice",
    args: ["years", "example/tiny", file, "--unit", "xa-a"],
    code: 2,
    says: /^Năm trước và năm sau là một\..*--period-before.*--before/,
  },
  {
    why: "an earlier year without reports",
    args: ["years", "example/tiny", file, "--unit", "xa-a", "--before", "example/tiny"],
    code: 2,
    says: /--before cần.*báo cáo/,
  },
  {
    why: "an earlier year of which the unit has no report",
    args: ["years", "example/tiny", file, "--unit", "xa-a", "--period-before", "2020"],
    code: 2,
    says: /^Không có báo cáo như vậy\..*xa-a \(2021, appraised\)/,
  },
  {
    why: "an earlier year that is not chosen",
    args: ["years", "example/tiny", file, "--unit", "xa-a", "--before", "example/tiny", twoPeriods],
    code: 2,
    says: /^Cần chọn một báo cáo bằng --period-before, --round-before\..*2021, appraised.*2021, selfAssessed/,
  },
  {
    why: "an earlier edition that is unknown",
    args: ["years", "example/tiny", file, "--unit", "xa-a", "--before", "example/huge", file],
    code: 2,
    says: /không có phiên bản “example\/huge”/,
  },
  { why: "an unknown code", args: ["explain", "example/tiny", file, "--unit", "xa-a", "--code", "9.9"], code: 2, says: /“9\.9”.*1\.1/ },
  { why: "an unknown code to rank by", args: ["rank", "example/tiny", file, "--by", "9.9"], code: 2, says: /“9\.9”.*1\.1/ },
  { why: "a reading that is no choice", args: ["score", "example/tiny", file, "--reading", "2"], code: 2, says: /MÃ=CÁCH-HIỂU/ },
  {
    why: "an unknown reading",
    args: ["form", "index-766", "--reading", "4.2=nobody"],
    code: 2,
    says: /4\.2: không có cách hiểu “nobody”.*“portal”, “document”/,
  },
  {
    why: "a reading of a criterion without a choice",
    args: ["score", "example/tiny", file, "--reading", "2=text"],
    code: 2,
    says: /“2” không có cách hiểu nào để chọn/,
  },
  { why: "a file to save that exists", args: ["form", "example/tiny", "--out", saved], code: 2, says: /tệp đã có/ },
  {
    why: "a file to save in no folder",
    args: ["form", "example/tiny", "--out", join(folder.path, "no", "f")],
    code: 2,
    says: /không ghi được/,
  },
  { why: "a schema to no file", args: ["form", "example/tiny", "--schema"], code: 2, says: /--schema cần --out/ },
  { why: "grades of a set that does not grade", args: ["grade", "example/tiny", file], code: 1, says: /không có quy định xếp loại/ },
  { why: "reports in an empty file", args: ["score", "example/tiny", empty], code: 1, says: /empty\.json:1:1: .*JSON/ },
  { why: "criteria in an empty file", args: ["form", empty], code: 1, says: /empty\.json:1:1: .*JSON/ },
  { why: "an unknown unit to analyse", args: ["lost", "example/tiny", file, "--unit", "zz"], code: 2, says: /^Không có báo cáo như vậy\./ },
  {
    why: "no unit to change",
    args: ["what-if", "example/tiny", file, "--set", "1.2.done=1"],
    code: 2,
    says: /^Cần chọn một báo cáo.*--unit/,
  },
  { why: "nothing to change", args: ["what-if", "example/tiny", file, "--unit", "xa-a"], code: 2, says: /Thiếu tùy chọn “--set/ },
  {
    why: "a change that is none",
    args: ["what-if", "example/tiny", file, "--unit", "xa-a", "--set", "done=1"],
    code: 2,
    says: /^--set viết dạng MÃ\.SỐ-LIỆU=GIÁ-TRỊ/,
  },
  {
    why: "a change that cannot be",
    args: ["what-if", "example/tiny", file, "--unit", "xa-a", "--set", "1.2.done=1001"],
    code: 1,
    says: /xa-a · 1\.2 .*1\.001.*1\.000/,
  },
  {
    why: "a path to two goals",
    args: ["path", "example/tiny", file, "--unit", "xa-a", "--costs", costs, "--rank", "1", "--total", "90"],
    code: 2,
    says: /đúng một mục tiêu/,
  },
  {
    why: "costs in no file",
    args: ["path", "example/tiny", file, "--unit", "xa-a", "--costs", none, "--rank", "1"],
    code: 2,
    says: /none\.json: .*không có tệp này/,
  },
  {
    why: "a cost below zero",
    args: ["path", "example/tiny", file, "--unit", "xa-a", "--costs", costs, "--rank", "1"],
    code: 1,
    says: /costs\.json:1:\d+ · 0 › cost|costs\.json:1:\d+.*-1 nhỏ hơn 0/,
  },
  { why: "a level that is none", args: ["structure", "example/tiny", file, "--level", "2"], code: 1, says: /level: giá trị phải > 0, ≤ 1/ },
  { why: "English: an unknown command", args: ["socre", "--lang", "en"], code: 2, says: /^unknown command 'socre'/ },
  { why: "English: no edition", args: ["form", "--lang", "en"], code: 2, says: /^missing required argument 'edition'/ },
  {
    why: "English: an unknown edition",
    args: ["form", "example/huge", "--lang", "en"],
    code: 2,
    says: /^Error: there is no edition "example\/huge"/,
  },
  { why: "English: a missing file", args: ["score", "example/tiny", none, "--lang", "en"], code: 2, says: /there is no such file/ },
  { why: "English: an unknown unit", args: ["score", "example/tiny", file, "--unit", "z", "--lang", "en"], code: 2, says: /xa-a.*xa-b/ },
  { why: "English: an unknown code", args: ["rank", "example/tiny", file, "--by", "9.9", "--lang", "en"], code: 2, says: /"9\.9".*1\.1/ },
  { why: "English: a file that exists", args: ["form", "example/tiny", "--out", saved, "--lang", "en"], code: 2, says: /it exists/ },
];

describe("a call that fails", () => {
  const ran: Ran[] = [];
  beforeAll(async () => {
    ran.push(...(await runAll(failing.map(({ args }) => args))));
  });

  test.each(failing.map((call, index) => ({ ...call, index })))("$why: exit code $code", ({ index, code, says }) => {
    expect(ran[index]).toMatchObject({ code, out: "", err: expect.stringMatching(says) });
    expect(ran[index]?.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(ran[index]?.err).not.toMatch(/undefined|\[object|\bNaN\b/);
  });

  test("overwrites nothing", () => {
    expect(readFileSync(saved, "utf8")).toBe("{}");
    expect(existsSync(join(folder.path, "no"))).toBe(false);
  });
});

/** Calls that are wrong, and what each of them says to programs in both languages. */
const wronglyCalled: readonly { readonly why: string; readonly args: readonly string[]; readonly vi: RegExp; readonly en: RegExp }[] = [
  { why: "an unknown command", args: ["socre"], vi: /^Không có lệnh “socre”/, en: /^unknown command 'socre'/ },
  { why: "no edition", args: ["form"], vi: /^Thiếu tham số “edition”/, en: /^missing required argument 'edition'/ },
  { why: "an unknown option", args: ["editions", "--colour"], vi: /^Không có tùy chọn “--colour”/, en: /^unknown option '--colour'/ },
  { why: "an unknown language", args: ["editions", "--lang=fr"], vi: /không được phép/, en: /vi, en/ },
  {
    why: "an unknown unit",
    args: ["score", "example/tiny", file, "--unit", "zz"],
    vi: /^Không có báo cáo như vậy\..*xa-a/,
    en: /^There is no such report\..*xa-a/,
  },
  { why: "no unit chosen", args: ["explain", "example/tiny", file], vi: /^Cần chọn một báo cáo/, en: /^Choose one report/ },
  {
    why: "an unknown code",
    args: ["rank", "example/tiny", file, "--by", "9.9"],
    vi: /^Không có tiêu chí “9\.9”/,
    en: /^There is no criterion "9\.9"/,
  },
  {
    why: "a reading that is no choice",
    args: ["check", "example/tiny", "--reading", "2"],
    vi: /^--reading viết dạng MÃ=CÁCH-HIỂU/,
    en: /^--reading is written CODE=READING/,
  },
  { why: "a file to save that exists", args: ["form", "example/tiny", "--out", saved], vi: /tệp đã có/, en: /it exists/ },
];

describe("a wrong call that asks for JSON", () => {
  const ran: Ran[] = [];
  const separate: Ran[] = [];
  beforeAll(async () => {
    ran.push(...(await runAll(wronglyCalled.map(({ args }) => [...args, "--format=json"]))));
    separate.push(...(await runAll(wronglyCalled.slice(0, 3).map(({ args }) => [...args, "--format", "json"]))));
  });

  test.each(wronglyCalled.map((call, index) => ({ ...call, index })))("$why: is told as data, exit code 2", ({ index, args, vi, en }) => {
    const { code, out } = ran[index] ?? { code: -1, out: "" };
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      format: "par-index/output/1",
      command: args[0],
      ok: false,
      usage: { vi: expect.stringMatching(vi), en: expect.stringMatching(en) },
    });
  });

  test.each([
    ["no command", ["--format=json"], [""]],
    ["an option before the command", ["--format", "json", "editions"], ["", "editions"]],
    ["another option before it", ["--lang", "en", "check", "example/tiny", "--format=json"], ["", "check"]],
    ["an option with its value before the arguments", ["score", "--unit", "zz", "example/tiny", file, "--format=json"], ["score"]],
    ["a wrong option after the arguments", ["rank", "example/tiny", file, "--format=json", "--colour", "red"], ["rank"]],
  ])("names the command asked for, and nothing else, after %s", async (_, args, commands) => {
    const { code, out } = await run(args);
    expect(code).toBe(2);
    const { command, ok } = JSON.parse(out);
    expect(commands).toContain(command);
    expect(ok).toBe(false);
  });

  test("prints the same with = and without", () => {
    expect(separate).toEqual(ran.slice(0, 3));
  });
});

describe("data that is wrong, told in the form and language asked for with =", () => {
  test("as JSON", async () => {
    const [equals, apart] = await runAll([
      ["check", "example/tiny", empty, "--format=json", "--lang=en"],
      ["check", "example/tiny", empty, "--format", "json"],
    ]);
    expect(equals).toMatchObject({ code: 1, err: "" });
    expect(JSON.parse(equals?.out ?? "")).toMatchObject({ command: "check", ok: false, issues: [{ code: "notJson" }] });
    expect(apart).toEqual(equals);
  });

  test("in English", async () => {
    const { code, out, err } = await run(["check", "example/tiny", empty, "--lang=en"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^Error: .*empty\.json:1:1: the file is not JSON/);
  });
});

describe("asked for help or its version", () => {
  test.each([["--help"], ["--version"], ["score", "--help"]])("succeeds: %s %s", async (...args) => {
    const { code, out, err } = await run(args.filter((word) => word !== undefined));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).not.toBe("");
  });
});

describe("reports with mistakes", () => {
  const text = `{
  "reports": [
    {
      "unit": { "id": "xa-a", "name": "Xã A", "group": "village" },
      "period": "2021",
      "round": "appraised",
      "items": {
        "2": { "percent": "0,95" },
        "1.2": { "done": 52, "due": 50 },
        "1.1": { "option": "never" },
        "7.7": {}
      }
    },
    {
      "unit": { "id": "xa-b", "name": "Xã B", "group": "commune" },
      "period": "2021",
      "round": "appraised",
      "items": { "1.2": { "done": -1, "due": 2 } }
    }
  ]
}
`;
  folder.write("mistakes.json", text);
  const ran: { vi?: Ran; en?: Ran; json?: Ran } = {};
  beforeAll(async () => {
    const call = (...more: string[]) => run(["check", "example/tiny", "mistakes.json", "reports.json", ...more], { cwd: folder.path });
    [ran.vi, ran.en, ran.json] = await Promise.all([call(), call("--lang", "en"), call("--format", "json")]);
  });

  /** Where each stands, in the order of the reports and, in a report, of the criteria. */
  const places = ["4:56", "10:28", "9:26", "8:27", "11:16", "18:35"];

  test("are all told, each with file, line and column, and the exit code is 1", () => {
    expect(ran.vi).toMatchObject({ code: 1, out: "" });
    expect(ran.vi?.err.match(/^Lỗi: mistakes\.json:\d+:\d+/gm)).toEqual(places.map((place) => `Lỗi: mistakes.json:${place}`));
    expect(ran.en?.err.match(/^Error: mistakes\.json:\d+:\d+/gm)).toEqual(places.map((place) => `Error: mistakes.json:${place}`));
  });

  test("are told in the words that an officer reads", () => {
    expect(ran.vi?.err.split("\n")[2]).toBe(
      "Lỗi: mistakes.json:9:26 · xa-a · 1.2 Hồ sơ giải quyết đúng hạn · done: đã thực hiện 52, lớn hơn số phải thực hiện 50. Kiểm tra lại hai số, hoặc tách phần tồn từ kỳ trước.",
    );
  });

  test("are told to programs as JSON, with the words of both languages", () => {
    const { format, command, ok, issues } = JSON.parse(ran.json?.out ?? "");
    expect({ format, command, ok, code: ran.json?.code, err: ran.json?.err }).toEqual({
      format: "par-index/output/1",
      command: "check",
      ok: false,
      code: 1,
      err: "",
    });
    expect(issues.map(({ location }: { location: { line: number; column: number } }) => `${location.line}:${location.column}`)).toEqual(
      places,
    );
    const told = ran.vi?.err.trimEnd().split("\n");
    expect(issues.map(({ message }: { message: { vi: string } }) => `Lỗi: ${message.vi}`)).toEqual(told);
  });
});

describe("results that the reports are known to come to", () => {
  const stated = (name: string, result: object) =>
    folder.write(
      `${name}.json`,
      JSON.stringify({ reports: reports.slice(0, 1), expected: [{ unit: "xa-a", code: "total", published: "91.20", ...result }] }),
    );

  test.each([
    ["91.20", "met"],
    ["91,2", "metWithAComma"],
  ])("that are met, written %s: exit code 0", async (published, name) => {
    expect(await run(["check", "example/tiny", stated(name, { published })])).toMatchObject({
      code: 0,
      out: expect.stringContaining("Khớp cả 1 kết quả nêu trong tệp."),
      err: "",
    });
  });

  test.each([
    ["that differ: with both numbers", { published: "91.21" }, /xa-a · Bộ tiêu chí mẫu rất nhỏ: .*91,21.*91,20/],
    ["of an unknown unit: with those that report", { unit: "zz" }, /không có báo cáo của đơn vị “zz”.*“xa-a, 2021, appraised”/],
    [
      "of a round that is not there: with those that are",
      { round: "selfAssessed" },
      /không có báo cáo của đơn vị “xa-a, selfAssessed”.*“xa-a, 2021, appraised”/,
    ],
    ["of an unknown code", { code: "9.9" }, /xa-a: không có tiêu chí mã “9\.9”/],
    ["that are no number: where they stand", { published: "abc" }, /wrong\.json:1:\d+ · expected\.0\.published: “abc” không phải là số/],
  ])("%s: exit code 1", async (_, result, says) => {
    expect(await run(["check", "example/tiny", stated("wrong", result)])).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(says),
    });
  });
});

test("a result of 0 is not met by a leaf without figures: exit code 1", async () => {
  const expected = [{ unit: "so-c", code: "2", published: "0" }];
  const missing = folder.write("missing.json", JSON.stringify({ reports, expected }));
  expect(await run(["check", "example/tiny", missing])).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^Lỗi: so-c · 2 .*: kết quả nêu trong tệp là 0, tính lại được –\./),
  });
});

test("what a report smuggles in does not reach the terminal: exit code 1", async () => {
  const [first] = reports;
  const items = { ...first.items, "1.1": { option: "\u001b[2J" }, "9\u009b2J": {} };
  const hostile = folder.write("hostile.json", JSON.stringify([{ ...first, items }]));
  for (const format of ["table", "csv"]) {
    const { code, out, err } = await run(["check", "example/tiny", hostile, "--format", format]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("“\\u001b[2J”");
    expect(err).toContain("“9\\u009b2J”");
    expect(err.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(err.trimEnd().split("\n")).toHaveLength(2);
  }
});

describe("a warning", () => {
  const marked = folder.write("marked.json", `\uFEFF${JSON.stringify(reports)}`);

  test("is told on the error stream, and the call succeeds", async () => {
    const { code, out, err } = await run(["rank", "example/tiny", marked]);
    expect(code).toBe(0);
    expect(out).toContain("91,20");
    expect(err).toMatch(/^Lưu ý: .*marked\.json:1:1: .*BOM/);
  });

  test("stands among the data when JSON is asked for", async () => {
    const { code, out, err } = await run(["rank", "example/tiny", marked, "--format", "json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ ok: true, warnings: [{ code: "byteOrderMark" }] });
  });
});

test("a blank report that was saved can be filled in and checked", async () => {
  mkdirSync(join(folder.path, "blank"));
  const blank = join(folder.path, "blank", "xa-a.json");
  const form = await run([
    "form",
    "example/tiny",
    "--unit",
    "xa-a",
    "--name",
    "Xã A",
    "--group",
    "commune",
    "--period",
    "2021",
    "--out",
    blank,
  ]);
  expect(form).toMatchObject({ code: 0, err: "", out: expect.stringContaining(blank) });
  expect(JSON.parse(readFileSync(blank, "utf8"))).toMatchObject({
    unit: { id: "xa-a", name: "Xã A" },
    items: { "1.2": { done: null, due: null } },
  });
  expect(await run(["check", "example/tiny", blank])).toMatchObject({ code: 0, err: "" });
});

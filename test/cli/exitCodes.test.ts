import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { reports } from "./reports";
import { type Ran, run, runAll, temporaryFolder } from "./run";

const folder = temporaryFolder();
const file = folder.write("reports.json", JSON.stringify(reports));
const empty = folder.write("empty.json", "");
const saved = folder.write("saved.json", "{}");
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
  { why: "an unknown unit", args: ["score", "example/tiny", file, "--unit", "xa-z"], code: 2, says: /xa-a.*xa-b/ },
  { why: "no unit chosen", args: ["explain", "example/tiny", file], code: 2, says: /--unit.*xa-a.*xa-b/ },
  { why: "an unknown code", args: ["explain", "example/tiny", file, "--unit", "xa-a", "--code", "9.9"], code: 2, says: /“9\.9”/ },
  { why: "an unknown code to rank by", args: ["rank", "example/tiny", file, "--by", "9.9"], code: 2, says: /“9\.9”.*1\.1/ },
  { why: "a reading that is no choice", args: ["score", "example/tiny", file, "--reading", "2"], code: 2, says: /MÃ=CÁCH-HIỂU/ },
  { why: "a file to save that exists", args: ["form", "example/tiny", "--out", saved], code: 2, says: /tệp đã có/ },
  {
    why: "a file to save in no folder",
    args: ["form", "example/tiny", "--out", join(folder.path, "no", "f")],
    code: 2,
    says: /không ghi được/,
  },
  { why: "reports in an empty file", args: ["score", "example/tiny", empty], code: 1, says: /empty\.json:1:1: .*JSON/ },
  { why: "criteria in an empty file", args: ["form", empty], code: 1, says: /empty\.json:1:1: .*JSON/ },
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
  const stated = (published: string) =>
    JSON.stringify({ reports: reports.slice(0, 1), expected: [{ unit: "xa-a", code: "total", published }] });

  test("that are met: exit code 0", async () => {
    const met = folder.write("met.json", stated("91.20"));
    expect(await run(["check", "example/tiny", met])).toMatchObject({ code: 0, err: "" });
  });

  test("that differ: exit code 1, with both numbers", async () => {
    const differing = folder.write("differing.json", stated("91.21"));
    expect(await run(["check", "example/tiny", differing])).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/91,21.*91,20/) });
  });
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
  const form = await run(["form", "example/tiny", "--unit", "xa-a", "--name", "Xã A", "--period", "2021", "--out", blank]);
  expect(form).toMatchObject({ code: 0, err: "", out: expect.stringContaining(blank) });
  expect(JSON.parse(readFileSync(blank, "utf8"))).toMatchObject({
    unit: { id: "xa-a", name: "Xã A" },
    items: { "1.2": { done: null, due: null } },
  });
  expect(await run(["check", "example/tiny", blank])).toMatchObject({ code: 0, err: "" });
});

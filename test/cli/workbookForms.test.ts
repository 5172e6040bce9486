import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Evidence, parseEvidence } from "par-index";
import { loadCriteria } from "par-index/node";
import { formEdition, formWorkbook, parseFormWorkbook } from "par-index/workbook";
import { beforeAll, describe, expect, test } from "vitest";
import { edited, sheetOf, write } from "../workbook/spoiledForm";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const tiny = loadCriteria("example/tiny");
const invented = { confidence: "invented" };
const register = folder.write(
  "units.json",
  JSON.stringify({
    format: "par-index/units/1",
    id: "example/communes",
    revision: 1,
    status: "example",
    title: { vi: "Các xã, sở để thử" },
    notice: { vi: "Đặt ra để thử." },
    periods: ["2021"],
    sources: {},
    groups: [
      { id: "commune", title: { vi: "Xã" } },
      { id: "department", title: { vi: "Sở" } },
    ],
    units: [
      { id: "xa-a", name: "Xã A", group: "commune", provenance: invented },
      { id: "xa-b", name: "Xã B", group: "commune", provenance: invented },
      { id: "so-c", name: "Sở C", group: "department", provenance: invented },
    ],
  }),
);

function reportOf(id: string, name: string, items: object): Evidence {
  return parseEvidence(tiny, { unit: { id, name, group: "commune" }, period: "2021", round: "selfAssessed", items });
}

/** Saves a form as its unit filled it in. */
async function filledIn(file: string, { unit, period, items }: Evidence): Promise<string> {
  writeFileSync(at(file), await formWorkbook(tiny, { unit, period, filled: { items } }));
  return at(file);
}

const full = { "1.1": { option: "onTime" }, "1.2": { done: 955, due: 1000 }, "2": { percent: "95.5" } };
let [good, other, steering, oneStop, differing, wrong] = ["", "", "", "", "", ""];
const notAForm = folder.write("csv.xlsx", "Mã;Số liệu\n1.1;95\n");

beforeAll(async () => {
  good = await filledIn("xa-a.xlsx", reportOf("xa-a", "Xã A", full));
  other = await filledIn("xa-b.xlsx", reportOf("xa-b", "Xã B", { ...full, "2": { percent: "80" } }));
  steering = await filledIn("phong-1.xlsx", reportOf("xa-a", "Xã A", { "1.1": full["1.1"] }));
  oneStop = await filledIn("phong-2.xlsx", reportOf("xa-a", "Xã A", { "1.2": full["1.2"], "2": full["2"] }));
  differing = await filledIn("phong-3.xlsx", reportOf("xa-a", "Xã A", { "1.2": { done: 900, due: 1000 } }));
  const spoilt = await edited((sheets) => write(sheetOf(sheets), "F12", { value: 1005 }), readFileSync(good));
  wrong = folder.write("sai.xlsx", spoilt);
});

describe("form", () => {
  test("saves a form of one unit, and says how it is checked when it comes back", async () => {
    const unit = ["--unit", "xa-a", "--name", "Xã A", "--group", "commune", "--period", "2021"];
    const { code, out, err } = await run(["form", "example/tiny", ...unit, "--out", at("blank.xlsx")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`Đã lập 1 phiếu: ${at("blank.xlsx")}`);
    expect(out).toContain(`par-index check ${at("blank.xlsx")}`);
    const read = await parseFormWorkbook(tiny, readFileSync(at("blank.xlsx")));
    expect(read).toMatchObject({ unit: { id: "xa-a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: {} });
  });

  test("saves the same bytes again", async () => {
    for (const name of ["one.xlsx", "again.xlsx"]) await run(["form", "example/tiny", "--group", "commune", "--out", at(name)]);
    expect(readFileSync(at("one.xlsx"))).toEqual(readFileSync(at("again.xlsx")));
  });

  test("of a later round names the unit as its reports do, and is checked beside them", async () => {
    const own = { unit: { id: "so-a", name: "Sở A" }, period: "2021", round: "selfAssessed", items: { "1": { done: 18, due: 20 } } };
    const before = folder.write("so-a.json", JSON.stringify([own]));
    const asked = ["form", "example/rounds", "--unit", "so-a", "--period", "2021", "--round", "appraised", "--before", before];
    const { code, out } = await run([...asked, "--out", at("appraisal.xlsx")]);
    expect([code, out]).toEqual([0, expect.stringContaining(`par-index check ${at("appraisal.xlsx")} ${before}`)]);
    expect(await parseFormWorkbook(loadCriteria("example/rounds"), readFileSync(at("appraisal.xlsx")))).toMatchObject({
      unit: { id: "so-a", name: "Sở A" },
      round: "appraised",
      items: {},
    });
    expect(await run(["check", at("appraisal.xlsx"), before])).toMatchObject({ code: 0, err: "" });
  });

  test("makes one for each unit of a register, each under its id", async () => {
    const all = await run(["form", "example/tiny", "--units", register, "--out", at("all"), "--lang", "en"]);
    expect(all).toMatchObject({ code: 0, err: "", out: expect.stringContaining(`Forms made: 3, in ${at("all")}`) });
    expect(readdirSync(at("all")).sort()).toEqual(["so-c.xlsx", "xa-a.xlsx", "xa-b.xlsx"]);
    expect(await formEdition(readFileSync(at("all/xa-b.xlsx")))).toMatchObject({ id: "example/tiny" });
    await run(["form", "example/tiny", "--units", register, "--group", "department", "--out", at("departments")]);
    expect(readdirSync(at("departments"))).toEqual(["so-c.xlsx"]);
  });

  test.each([
    { why: "no group where the set has several", args: [], code: 1, says: /^Lỗi: unit: thiếu “group”/ },
    {
      why: "a round that there is not",
      args: ["--group", "commune", "--round", "third"],
      code: 1,
      says: /^Lỗi: round: “third” không nằm trong/,
    },
    { why: "a period that the set is not for", args: ["--group", "commune", "--period", "1999"], code: 1, says: /1999/ },
    {
      why: "a unit that the register does not have",
      args: ["--units", register, "--unit", "zz"],
      code: 2,
      says: /Danh mục đơn vị không có/,
    },
  ])("refuses $why", async ({ args, code, says }) => {
    const ran = await run(["form", "example/tiny", ...args, "--out", at("refused.xlsx")]);
    expect(ran.err).toMatch(says);
    expect(ran.code).toBe(code);
  });
});

describe("forms that came back", () => {
  test("are checked, by the set in which they were made", async () => {
    const ran = await run(["check", good, other]);
    expect(ran).toMatchObject({ code: 0, err: "", out: expect.stringContaining("Báo cáo đúng: 2 đơn vị.") });
    expect(await run(["check", "example/tiny", good, other])).toEqual(ran);
  });

  test("are scored and ranked like reports of another form", async () => {
    const json = [reportOf("xa-a", "Xã A", full), reportOf("xa-b", "Xã B", { ...full, "2": { percent: "80" } })];
    const file = folder.write("reports.json", JSON.stringify({ reports: json }));
    for (const command of ["score", "rank"]) {
      const ran = await run([command, good, other, "--format", "json"]);
      expect(ran).toMatchObject({ code: 0, err: "" });
      expect(ran).toEqual(await run([command, "example/tiny", file, "--format", "json"]));
    }
  });

  test("of the divisions of one unit are scored together", async () => {
    const data = async (...files: readonly string[]) => JSON.parse((await run(["score", ...files, "--format", "json"])).out).data;
    expect(await data(oneStop, steering)).toEqual(await data(good));
  });

  test.each([
    ["vi", /xa-a · 1\.2 Hồ sơ giải quyết đúng hạn.*: hai báo cáo của cùng đơn vị, cùng kỳ, cùng vòng ghi khác nhau/],
    ["en", /xa-a · 1\.2 .*: two reports of this unit, period and round say different things/],
  ])("of divisions that say different things are told, in %s", async (lang, says) => {
    const ran = await run(["score", oneStop, differing, "--lang", lang]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toMatch(says);
  });

  test.each([
    ["vi", /sai\.xlsx · Phiếu!F12 · xa-a · 1\.2 Hồ sơ giải quyết đúng hạn.*: đã thực hiện 1\.005, lớn hơn số phải thực hiện 1\.000/],
    ["en", /sai\.xlsx · Phiếu!F12 · xa-a · 1\.2 .*: 1,005 done is more than the 1,000 due/],
  ])("with something wrong name file, sheet and cell, in %s", async (lang, says) => {
    for (const command of ["check", "score", "rank"]) {
      const ran = await run([command, wrong, other, "--lang", lang]);
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err).toMatch(says);
    }
  });

  test("are marked, those with something wrong, under their own names; and read as before", async () => {
    const ran = await run(["check", wrong, other, notAForm, "--mark", at("marked")]);
    expect(ran.code).toBe(1);
    expect(ran.err.split("\n").at(-2)).toBe(`Đã đánh dấu 1 chỗ: ${at("marked/sai.xlsx")}`);
    expect(readdirSync(at("marked"))).toEqual(["sai.xlsx"]);
    expect((await run(["check", at("marked/sai.xlsx")])).err).toBe(
      (await run(["check", wrong])).err.replaceAll(wrong, at("marked/sai.xlsx")),
    );
  });
});

describe("what is no form", () => {
  test.each([
    ["vi", /csv\.xlsx.*không phải phiếu do phần mềm lập/],
    ["en", /csv\.xlsx.*is no form made by the program/],
  ])("is told where the set is not named, in %s", async (lang, says) => {
    const ran = await run(["score", notAForm, "--lang", lang]);
    expect(ran).toMatchObject({ code: 2, out: "", err: expect.stringMatching(says) });
  });

  test("is told with all that is wrong where the set is named", async () => {
    const ran = await run(["score", "example/tiny", notAForm, wrong]);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/csv\.xlsx: không đọc được tệp Excel \(không phải tệp \.xlsx\)/);
    expect(ran.err).toMatch(/sai\.xlsx · Phiếu!F12/);
  });

  test("a form of another set is refused", async () => {
    const ran = await run(["score", "example/rounds", good]);
    expect(ran).toMatchObject({
      code: 1,
      err: expect.stringContaining("báo cáo lập theo bộ tiêu chí “example/tiny@1”, không phải “example/rounds@1”"),
    });
  });

  test("a file that is not there", async () => {
    expect(await run(["score", "example/tiny", at("none.xlsx")])).toMatchObject({ code: 2, err: expect.stringContaining("none.xlsx") });
    expect(await run(["score", at("none.xlsx")])).toMatchObject({ code: 2, err: expect.stringContaining("none.xlsx") });
  });
});

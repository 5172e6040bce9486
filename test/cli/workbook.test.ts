import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { criteriaPath } from "../editions/editionFiles";
import { reports } from "./reports";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const file = folder.write("reports.json", JSON.stringify(reports));
const outFile = (name: string) => join(folder.path, name);
const namesIn = async (name: string) => (await readXlsx(readFileSync(outFile(name)))).sheets.map((sheet) => sheet.name);

describe("workbook", () => {
  test("saves the results of all units, and says where and under which digest", async () => {
    const { code, out, err } = await run(["workbook", "example/tiny", file, "--out", outFile("all.xlsx")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^⚠ VÍ DỤ: /m);
    expect(out).toMatch(/^Đã lưu bảng kết quả: .*all\.xlsx$/m);
    expect(out).toMatch(/^Mã băm kết quả: [0-9a-f]{64}$/m);
    expect((await namesIn("all.xlsx")).slice(0, 2)).toEqual(["Tổng hợp", "Xếp hạng"]);
  });

  test("writes the same bytes again, and in English with English headings", async () => {
    for (const name of ["one.xlsx", "again.xlsx"]) await run(["workbook", "example/tiny", file, "--out", outFile(name)]);
    expect(readFileSync(outFile("one.xlsx"))).toEqual(readFileSync(outFile("again.xlsx")));
    await run(["workbook", "example/tiny", file, "--out", outFile("en.xlsx"), "--lang", "en"]);
    expect((await namesIn("en.xlsx")).slice(0, 2)).toEqual(["Summary", "Ranking"]);
  });

  test("of one unit is found by its id or its name", async () => {
    for (const unit of ["xa-a", "Xã A"]) {
      expect(await run(["workbook", "example/tiny", file, "--out", outFile("unit.xlsx"), "--unit", unit])).toMatchObject({ code: 0 });
      expect((await namesIn("unit.xlsx")).at(-1)).toBe("Xã A");
    }
  });

  test("as JSON names the file and the digest that replay gives from the sealed record", async () => {
    const saved = await run(["workbook", "example/tiny", file, "--out", outFile("json.xlsx"), "--format", "json"]);
    const { command, ok, data } = JSON.parse(saved.out);
    expect({ command, ok, file: data.file }).toEqual({ command: "workbook", ok: true, file: outFile("json.xlsx") });
    await run(["seal", "example/tiny", file, "--by", "Sở Nội vụ", "--on", "2021-12-20", "--out", outFile("sealed.jsonl")]);
    const replayed = await run(["replay", outFile("sealed.jsonl"), "--format", "json"]);
    expect(JSON.parse(replayed.out).data.results).toBe(data.results);
  });

  test.each([
    { why: "a round without reports", args: ["--round", "explained"], code: 2, says: /Không có báo cáo ở vòng “explained”/ },
    { why: "a unit without reports", args: ["--unit", "zz"], code: 2, says: /^Không có báo cáo như vậy\..*xa-a/ },
    { why: "a folder that is not there", args: ["--out", outFile("none/results.xlsx")], code: 1, says: /none\/results\.xlsx/ },
  ])("refuses $why", async ({ args, code, says }) => {
    const ran = await run(["workbook", "example/tiny", file, "--out", outFile("refused.xlsx"), ...args]);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(says);
  });
});

describe("minutes", () => {
  const rounds = `${criteriaPath}example/rounds/examples.json`;

  test("saves a Word file of one unit, found by its id or its name, the same bytes each time", async () => {
    for (const unit of ["so-a", "Sở A"]) {
      const { code, out, err } = await run(["minutes", "example/rounds", rounds, "--unit", unit, "--out", outFile(`${unit}.docx`)]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/^⚠ VÍ DỤ: [\s\S]*Đã lưu biên bản thẩm định Sở A, kỳ 2021: .*\.docx$[\s\S]*^Mã băm kết quả: [0-9a-f]{64}$/m);
    }
    const [one, other] = ["so-a", "Sở A"].map((unit) => readFileSync(outFile(`${unit}.docx`)));
    expect(one?.subarray(0, 2).toString()).toBe("PK");
    expect(other).toEqual(one);
  });

  test("as JSON names the unit, the period and the digest", async () => {
    const args = ["minutes", "example/rounds", rounds, "--unit", "so-a", "--out", outFile("json.docx"), "--format", "json"];
    expect(JSON.parse((await run(args)).out)).toMatchObject({
      command: "minutes",
      ok: true,
      data: { file: outFile("json.docx"), unit: { id: "so-a" }, period: "2021", results: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test("refuses a unit without reports, and a call that names none", async () => {
    const refused = await run(["minutes", "example/rounds", rounds, "--unit", "zz", "--out", outFile("refused.docx")]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/^Không có báo cáo như vậy\..*so-a/) });
    expect(await run(["minutes", "example/rounds", rounds, "--out", outFile("refused.docx")])).toMatchObject({ code: 2 });
  });
});

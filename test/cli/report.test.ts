import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { criteriaPath } from "../editions/editionFiles";
import { reports } from "./reports";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const file = folder.write("reports.json", JSON.stringify(reports));
const outFile = (name: string) => join(folder.path, name);
const pageIn = (name: string) => readFileSync(outFile(name), "utf8");

describe("report", () => {
  test("saves the page of all units, and says where and under which digest", async () => {
    const { code, out, err } = await run(["report", "example/tiny", file, "--out", outFile("all.html")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^⚠ VÍ DỤ: [\s\S]*^Đã lưu trang kết quả: .*all\.html$[\s\S]*^Mã băm kết quả: [0-9a-f]{64}$/m);
    expect(pageIn("all.html")).toMatch(/^<!doctype html>\n<html lang=vi /);
    for (const name of ["Xã A", "Sở C"]) expect(pageIn("all.html")).toContain(`>${name}</h3>`);
  });

  test("writes the same bytes again, and in English when asked", async () => {
    for (const name of ["one.html", "again.html"]) await run(["report", "example/tiny", file, "--out", outFile(name)]);
    expect(pageIn("one.html")).toBe(pageIn("again.html"));
    await run(["report", "example/tiny", file, "--out", outFile("en.html"), "--lang", "en"]);
    expect(pageIn("en.html")).toMatch(/<html lang=en .*<h2>In brief<\/h2>/s);
  });

  test("compares with an earlier year of another edition, and as JSON names the digest that workbook names", async () => {
    const before = `${criteriaPath}example/reform-index/examples.json`;
    const call = ["example/reform-index", before, "--format", "json"];
    const compared = await run(["report", ...call, "--before", "example/reform-index", before, "--out", outFile("years.html")]);
    const { command, ok, data } = JSON.parse(compared.out);
    expect({ command, ok, file: data.file }).toEqual({ command: "report", ok: true, file: outFile("years.html") });
    expect(pageIn("years.html")).toContain("So với 2021");
    const workbook = await run(["workbook", ...call, "--out", outFile("results.xlsx")]);
    expect(data.results).toBe(JSON.parse(workbook.out).data.results);
  });

  test.each([
    { why: "a period without reports", args: ["--period", "1999"], code: 1, says: /không có báo cáo của kỳ “1999”/ },
    { why: "a round without reports", args: ["--round", "explained"], code: 2, says: /Không có báo cáo ở vòng “explained”/ },
    { why: "an earlier year without reports", args: ["--before", "example/tiny"], code: 2, says: /--before cần bộ tiêu chí/ },
    { why: "a folder that is not there", args: ["--out", outFile("none/page.html")], code: 1, says: /none\/page\.html/ },
  ])("refuses $why", async ({ args, code, says }) => {
    const ran = await run(["report", "example/tiny", file, "--out", outFile("refused.html"), ...args]);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(says);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseReports, reportSchema, reportsToCsv } from "par-index";
import { loadCriteria, safeLoadReports } from "par-index/node";
import { describe, expect, test } from "vitest";
import { issuesOf } from "../badInput/issues";
import { readCsv } from "./csv";
import { reports } from "./reports";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const tiny = loadCriteria("example/tiny");
const json = folder.write("reports.json", JSON.stringify(reports));
const table = folder.write("reports.csv", reportsToCsv(tiny, parseReports(tiny, reports)));

describe("reports as a table", () => {
  test("score to the same digits as the same reports in JSON", async () => {
    for (const command of ["score", "rank"]) {
      const [fromTable, fromJson] = await Promise.all([table, json].map((file) => run([command, "example/tiny", file, "--format", "csv"])));
      expect(fromTable).toEqual(fromJson);
      expect(fromTable?.code).toBe(0);
    }
  });

  test("may stand beside others in JSON, and a unit in both is told", async () => {
    const { code, err } = await run(["check", "example/tiny", table, json]);
    expect(code).toBe(1);
    expect(err.match(/xa-a/g)).not.toBeNull();
    expect(issuesOf(safeLoadReports(tiny, [table, json])).map((found) => found.code)).toEqual(reports.map(() => "duplicateUnit"));
  });

  test("tell a fault by file, line and column", async () => {
    const broken = folder.write("broken.CSV", readFileSync(table, "utf8").replace('"955"', '"nhiều"'));
    const { code, err } = await run(["check", "example/tiny", broken]);
    expect(code).toBe(1);
    expect(err).toMatch(/broken\.CSV:4:12 · xa-a · 1\.2 .*nhiều/);
  });

  test("that are not there are told", () => {
    const issues = issuesOf(safeLoadReports(tiny, [join(folder.path, "none.csv")]));
    expect(issues.map(({ code, location }) => [code, location.file])).toEqual([["fileUnreadable", join(folder.path, "none.csv")]]);
  });

  test("have a JSON Schema, which form saves", async () => {
    const file = join(folder.path, "report.schema.json");
    const saved = await run(["form", "example/tiny", "--schema", "--out", file, "--lang", "en"]);
    expect([saved.code, saved.err]).toEqual([0, ""]);
    expect(saved.out).toContain(`JSON Schema saved: ${file}`);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(reportSchema(tiny))));
  });

  test.each(["vi", "en"])("come blank from form, for people who read %s", async (lang) => {
    const file = join(folder.path, `blank-${lang}.csv`);
    const unit = ["--unit", "xa-a", "--name", "Xã A", "--group", "commune", "--period", "2021"];
    const saved = await run(["form", "example/tiny", ...unit, "--out", file, "--lang", lang]);
    expect([saved.code, saved.err]).toEqual([0, ""]);
    const rows = readCsv(readFileSync(file, "utf8").replace(/^\uFEFF/, ""), lang === "vi" ? ";" : ",");
    expect(rows.slice(2).map((row) => [row[7], row[9], row[11]])).toEqual([
      ["1.1", "option", ""],
      ["1.2", "done", ""],
      ["1.2", "due", ""],
      ["2", "percent", ""],
      ["2", "ratio", ""],
    ]);
    const checked = await run(["check", "example/tiny", file, "--lang", lang]);
    expect([checked.code, checked.err]).toEqual([0, ""]);
  });
});

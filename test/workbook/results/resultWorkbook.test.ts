import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { parseReports, type RoundScores, type Score, scoreRounds } from "par-index";
import { resultsDigest } from "par-index/audit";
import { loadCriteria } from "par-index/node";
import { type ResultOptions, resultWorkbook, safeResultWorkbook } from "par-index/workbook";
import { describe, expect, test } from "vitest";
import { readText } from "../../editions/editionFiles";
import { hasLibreOffice } from "../hints/libreOffice";

/** The examples of an edition, scored. */
function examplesOf(id: string) {
  const criteria = loadCriteria(id);
  const { reports } = JSON.parse(readText(`${id}/examples.json`));
  return { criteria, scores: scoreRounds(criteria, parseReports(criteria, reports)) };
}

const tiny = loadCriteria("example/tiny");
const report = (id: string, name: string, items: object) => ({
  unit: { id, name, group: "commune" },
  period: "2021",
  round: "appraised",
  items,
});
const full = { "1.1": { option: "onTime" }, "1.2": { done: 955, due: 1000 }, "2": { percent: "80" } };

async function sheetsOf(
  { criteria, scores }: { readonly criteria: typeof tiny; readonly scores: RoundScores | readonly Score[] },
  options?: ResultOptions,
): Promise<readonly Sheet[]> {
  return (await readXlsx(await resultWorkbook(criteria, scores, options), { readStyles: true })).sheets;
}

/** What a cell shows by its number and format, with a point. */
function shown(sheet: Sheet | undefined, row: number, column: number): string {
  const { value, style } = sheet?.cells?.get(`${row},${column}`) ?? {};
  if (typeof value !== "number") return String(value ?? "");
  const format = style?.numFmt ?? "";
  expect(format).toMatch(/^0(\.0+)?$/);
  return value.toFixed(format.split(".")[1]?.length ?? 0);
}

/** The row and column of the cell that holds a text. */
function find(sheet: Sheet | undefined, text: string): readonly [row: number, column: number] {
  const row = sheet?.rows.findIndex((cells) => cells.includes(text)) ?? -1;
  expect(row).toBeGreaterThanOrEqual(0);
  return [row, sheet?.rows[row]?.indexOf(text) ?? -1];
}

const editions = ["example/agency-quality", "example/rounds", "example/reform-index", "example/grading"];

describe.each(editions)("the results of %s", (id) => {
  const example = examplesOf(id);
  const { criteria, scores } = example;
  const heading = criteria.file.policies.published.value === "index" ? "Chỉ số công bố (%)" : "Điểm công bố";

  test("show every published digit, and no other", async () => {
    const [summary] = await sheetsOf(example);
    const [, column] = find(summary, heading);
    for (const { unit, published, missing, waiting } of scores.counted) {
      const [row] = find(summary, unit.name);
      expect(shown(summary, row, column)).toBe(missing.length + waiting.length > 0 ? "" : (published ?? ""));
    }
  });

  test("give the same bytes again", async () => {
    expect(await resultWorkbook(criteria, scores)).toEqual(await resultWorkbook(criteria, scores));
  });

  test("say on every sheet what the set is, and the digest of the results on every page", async () => {
    for (const { rows, headerFooter, pageSetup } of await sheetsOf(example)) {
      expect(rows.flat().filter((cell) => typeof cell === "string" && cell.startsWith("⚠ VÍ DỤ: "))).toHaveLength(1);
      expect(headerFooter?.oddFooter).toContain(resultsDigest(criteria, scores));
      expect(pageSetup).toMatchObject({ paperSize: "a4", orientation: "landscape" });
    }
  });

  test("hold no formula and no Vietnamese heading in English", async () => {
    const sheets = await sheetsOf(example, { language: "en" });
    expect(sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]).filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Summary", "Criteria not rated"]));
    expect(sheets.flatMap(({ rows }) => rows.flat())).not.toEqual(expect.arrayContaining(["Đơn vị"]));
  });

  test.skipIf(!hasLibreOffice)(
    "are shown by LibreOffice with the published digits (skipped where it is not at hand)",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "par-index-"));
      try {
        writeFileSync(join(folder, "results.xlsx"), await resultWorkbook(criteria, scores));
        const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
        const filter = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true";
        execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, "results.xlsx")], {
          stdio: "pipe",
        });
        const rows = readFileSync(join(folder, "results.csv"), "utf8")
          .split("\n")
          .map((line) => line.split("\t"));
        const column = rows.find((row) => row.includes(heading))?.indexOf(heading) ?? -1;
        for (const { unit, published, missing, waiting } of scores.counted) {
          const row = rows.find((cells) => cells.includes(unit.name)) ?? [];
          expect(row[column]).toBe(missing.length + waiting.length > 0 ? "" : (published ?? ""));
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});

describe("what units wrote", () => {
  const names = ["=1+1", "@SUM(1+1)", "<script>alert(1)</script>", "-2", "'tên", "Xã & phường [số 1]: a/b*c?"];

  test("stays text in every sheet", async () => {
    const reports = names.map((name, index) => report(`u${index}`, name, full));
    const sheets = await sheetsOf({ criteria: tiny, scores: scoreRounds(tiny, parseReports(tiny, reports)) });
    for (const name of names) {
      const cells = sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]).filter(({ value }) => value === name);
      expect(cells.length).toBeGreaterThan(3);
      expect(cells.filter(({ type, formula }) => type !== "string" || formula !== undefined)).toEqual([]);
    }
  });

  test("does not change with the order of the reports", async () => {
    const reports = [report("a", "Xã A", full), report("b", "Xã B", full)];
    const [one, other] = [reports, [...reports].reverse()].map((some) => scoreRounds(tiny, parseReports(tiny, some)));
    expect(one && (await resultWorkbook(tiny, one))).toEqual(other && (await resultWorkbook(tiny, other)));
  });
});

describe("what is missing", () => {
  test("is blank or a word, never 0", async () => {
    const scores = scoreRounds(tiny, parseReports(tiny, [report("a", "Xã A", { "1.2": full["1.2"] })]));
    const sheets = await sheetsOf({ criteria: tiny, scores });
    const [summary] = sheets;
    const [row] = find(summary, "Xã A");
    expect(shown(summary, row, find(summary, "Chỉ số công bố (%)")[1])).toBe("");
    expect(shown(summary, row, find(summary, "Tiêu chí chưa có số liệu")[1])).toBe("1.1, 2");
    const matrix = sheets.find(({ name }) => name.startsWith("Ma trận"));
    expect(shown(matrix, find(matrix, "Xã A")[0], find(matrix, "2")[1])).toBe("chưa có");
    // Elsewhere units are counted, of which there may be none.
    const ofPoints = sheets.filter(({ name }) => name !== "Theo tiêu chí");
    expect(ofPoints.flatMap(({ rows }) => rows.flat()).filter((cell) => cell === 0)).toEqual([]);
  });

  test("of a round without reports leaves the sheets empty", async () => {
    const [summary] = await sheetsOf({ criteria: tiny, scores: [] });
    expect(summary?.rows.flat()).not.toContain(1);
  });
});

describe("a campaign of many units", () => {
  const many = (count: number) =>
    scoreRounds(
      tiny,
      parseReports(
        tiny,
        Array.from({ length: count }, (_, index) => report(`u${index}`, `Xã ${index}`, full)),
      ),
    );

  test("has a sheet for each of up to 40, and one for more", async () => {
    const [few, more] = [await sheetsOf({ criteria: tiny, scores: many(40) }), await sheetsOf({ criteria: tiny, scores: many(41) })];
    expect(few.filter(({ name }) => name.startsWith("Xã "))).toHaveLength(40);
    expect(more.filter(({ name }) => name.startsWith("Xã "))).toEqual([]);
    expect(more.at(-1)).toMatchObject({ name: "Chi tiết các đơn vị", autoFilter: { range: expect.stringMatching(/^A\d+:/) } });
  });

  test("of one unit shows its place among all", async () => {
    const sheets = await sheetsOf({ criteria: tiny, scores: many(3) }, { unit: "u1" });
    expect(sheets.map(({ name }) => name)).toEqual(["Tổng hợp", "Tiêu chí không đánh giá", "Xã 1"]);
    expect(sheets[0]?.rows.flat()).toContain("đồng hạng");
  });

  test("refuses a unit that has no score", async () => {
    expect(await safeResultWorkbook(tiny, many(2), { unit: "zz" })).toMatchObject({ ok: false, issues: [{ code: "unknownUnit" }] });
    await expect(resultWorkbook(tiny, many(2), { unit: "zz" })).rejects.toThrow("zz");
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import {
  columnsToCsv,
  columnsToJson,
  type DataColumn,
  parseReports,
  scoreAll,
  scoreRounds,
  type TableShape,
  toColumns,
  toRows,
} from "par-index";
import { loadCriteria, loadReports } from "par-index/node";
import { describe, expect, test } from "vitest";
import { root } from "../repository/sources";

const criteria = loadCriteria("example/reform-index");
const { reports } = loadReports(criteria, [`${root}criteria/example/reform-index/examples.json`]);
const { rounds, counted } = scoreRounds(criteria, reports);
const scores = [...rounds, ...counted];
const shapes = ["long", "wide"] as const;
const folder = mkdtempSync(join(tmpdir(), "par-index-columns-"));

function save(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const column = (columns: readonly DataColumn[], name: string) => columns.find((one) => one.name === name);

describe("columns", () => {
  test("are all of one length: a row for each node, or for each unit", () => {
    const lengths = (shape: TableShape) => [...new Set(toColumns(criteria, scores, shape).map(({ values }) => values.length))];
    expect(lengths("long")).toEqual([toRows(criteria, scores).length]);
    expect(lengths("wide")).toEqual([scores.length]);
  });

  test("say the same in both shapes, and what the score says", () => {
    const [long, wide] = [toColumns(criteria, scores, "long"), toColumns(criteria, scores, "wide")];
    const [codes, units, rounds] = ["code", "unit", "round"].map((name) => column(long, name)?.values ?? []);
    for (const [row, published] of (column(long, "published")?.values ?? []).entries()) {
      const unit = scores.findIndex((score) => score.unit.id === units?.[row] && score.round === rounds?.[row]);
      expect(column(wide, String(codes?.[row]))?.values[unit]).toBe(published);
    }
    expect(column(wide, "total")?.values).toEqual(scores.map(({ root: { published } }) => published));
  });

  test("tell the unit of every number of points, percent or leaves, and the decimals of every decimal", () => {
    const all = shapes.flatMap((shape) => toColumns(criteria, scores, shape));
    const { places } = criteria.file.policies.rounding;
    for (const { type, unit, places: own, values } of all) {
      if (type === "decimal") expect([unit === "points" || unit === "percent", own]).toEqual([true, places]);
      for (const value of values.filter((one) => one !== null)) expect(String(value)).toMatch(patterns[type]);
    }
  });

  test("leave empty what has no points: null, and nothing at all in CSV", () => {
    const tiny = loadCriteria("example/tiny");
    const unit = { id: "a", name: 'Xã "A", B', group: "commune" };
    const [score] = scoreAll(
      tiny,
      parseReports(tiny, [{ unit, period: "2021", round: "appraised", items: { "1.1": { option: "late" } } }]),
    );
    const columns = toColumns(tiny, score === undefined ? [] : [score], "wide");
    expect(column(columns, "2")?.values).toEqual([null]);
    const [heading, row] = columnsToCsv(columns).trim().split("\n");
    expect(heading).toMatch(/"1\.1","1\.2","2"$/);
    expect(row).toMatch(/,1\.00,,$/);
    expect(parse(columnsToCsv(columns), { columns: true })).toMatchObject([{ unitName: 'Xã "A", B', "2": "" }]);
  });
});

const patterns = { text: /^./u, integer: /^\d+$/, decimal: /^-?\d+\.\d\d$/, exact: /^-?\d+(\.\d+|\/\d+)?$/ } as const;

/** How a column's type is called in a database; exact values may be fractions. */
function sqlType({ type, places }: DataColumn): string {
  return { text: "VARCHAR", exact: "VARCHAR", integer: "INTEGER", decimal: `DECIMAL(18, ${places})` }[type];
}

describe.each(shapes)("the %s shape goes through DuckDB and comes back digit for digit", (shape) => {
  const columns = toColumns(criteria, scores, shape);
  const rows = columns[0]?.values.map((_, row) => columns.map(({ values }) => values[row] ?? null)) ?? [];

  /** Every value as the text that the database prints of it. */
  async function ask(from: string): Promise<unknown> {
    const connection = await (await DuckDBInstance.create()).connect();
    const names = columns.map(({ name }) => `"${name}"::VARCHAR`).join(", ");
    return (await connection.runAndReadAll(`SELECT ${names} FROM ${from}`)).getRows();
  }
  const asText = rows.map((row) => row.map((value) => (value === null ? null : String(value))));

  test("as CSV", async () => {
    const types = columns.map((one) => `'${one.name}': '${sqlType(one)}'`).join(", ");
    expect(await ask(`read_csv('${save(`${shape}.csv`, columnsToCsv(columns))}', header = true, columns = {${types}})`)).toEqual(asText);
  });

  test("as JSON", async () => {
    const types = columns.map((one) => `"${one.name}" ${sqlType(one)}`).join(", ");
    const file = save(`${shape}.json`, columnsToJson(columns));
    expect(await ask(`(SELECT unnest(rows, recursive := true) FROM read_json('${file}', columns = {rows: 'STRUCT(${types})[]'}))`)).toEqual(
      asText,
    );
  });
});

const hasR = spawnSync("Rscript", ["--version"]).status === 0;

describe.skipIf(!hasR)("the long shape is read by R (needs Rscript; Debian: apt-get install r-base-core)", () => {
  test("with its types, its blanks, and sums that agree", () => {
    const columns = toColumns(criteria, scores, "long");
    const file = save("r.csv", columnsToCsv(columns));
    const script = `d <- read.csv("${file}", encoding = "UTF-8", colClasses = c(points = "character", code = "character"))
cat(nrow(d), class(d$published), class(d$level), class(d$points), sum(is.na(d$published)), sprintf("%.2f", sum(d$published[d$level == 0])), sep = "\\n")`;
    const [count, published, level, points, blanks, total] = execFileSync("Rscript", ["-e", script], { encoding: "utf8" }).split("\n");
    expect([count, published, level, points]).toEqual([String(column(columns, "code")?.values.length), "numeric", "integer", "character"]);
    expect(Number(blanks)).toBe(column(columns, "published")?.values.filter((value) => value === null).length);
    const cents = scores.reduce((sum, { root: { published: one } }) => sum + BigInt(one.replace(".", "")), 0n);
    expect(total?.replace(".", "")).toBe(String(cents));
  });
});

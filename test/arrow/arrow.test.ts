import { DuckDBInstance } from "@duckdb/node-api";
import { type Table, tableFromArrays, tableFromIPC, tableToIPC } from "apache-arrow";
import fc from "fast-check";
import { parseReports, rank, scoreAll } from "par-index";
import { parseReportsArrow, reportsToArrow, safeParseReportsArrow, scoresToArrow } from "par-index/arrow";
import { columnsOf, compileBatch, scoreColumns } from "par-index/batch";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import { scenariosWith } from "../arbitraries/criteria";
import { criteriaOf } from "../laws/scored";

const tiny = loadCriteria("example/tiny");
const report = (id: string, done: number, percent: string) => ({
  unit: { id, name: `Xã ${id}`, group: "commune" },
  period: "2021",
  round: "appraised",
  items: { "1.1": { option: "onTime" }, "1.2": { done, due: 999 }, "2": { percent } },
});
const reports = parseReports(tiny, [report("a", 955, "82.25"), report("b", 333, "60.1"), report("c", 955, "82.25")]);

describe("reports as an Arrow table", () => {
  test("come back as they were, through the bytes of a file or a stream", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 3 }), fc.constantFrom("file", "stream"), (scenario, form) => {
        const criteria = criteriaOf(scenario);
        const evidence = parseReports(criteria, scenario.reports);
        const table = reportsToArrow(criteria, evidence);
        expect(parseReportsArrow(criteria, table)).toEqual(evidence);
        expect(parseReportsArrow(criteria, tableToIPC(table, form as "file" | "stream"))).toEqual(evidence);
      }),
      { numRuns: 60 },
    );
  });

  test("come back from DuckDB, which holds them in a table of its own", async () => {
    const back = await throughDuckDb(reportsToArrow(tiny, reports), "SELECT * FROM given");
    expect(parseReportsArrow(tiny, back)).toEqual(reports);
  });

  test("may hold figures in columns of numbers", () => {
    const heading = {
      unit: ["a", "a"],
      unitName: ["A", "A"],
      group: ["commune", "commune"],
      period: [2021, 2021],
      round: ["appraised", "appraised"],
    };
    const table = tableFromArrays({ ...heading, code: ["1.2", "1.2"], key: ["done", "due"], value: Int32Array.of(955, 1000) });
    expect(parseReportsArrow(tiny, table)[0]?.items).toEqual({ "1.2": { done: 955, due: 1000 } });
  });

  test("that are wrong are told of by row and column", () => {
    const given = columnsIn(reportsToArrow(tiny, reports));
    const keys = given.key ?? [];
    const table = tableFromArrays({ ...given, value: keys.map(() => "many") });
    const read = safeParseReportsArrow(tiny, table);
    const done = read.ok ? [] : read.issues.filter(({ location }) => location.code === "1.2");
    expect(done.map(({ location: { line, column } }) => [line, column])).toContainEqual([keys.indexOf("done") + 2, 12]);
  });

  test("without a column that is needed are refused", () => {
    const read = safeParseReportsArrow(tiny, tableFromArrays({ unit: ["a"] }));
    expect(read.ok ? [] : read.issues.map(({ code }) => code)).toContain("reportColumnMissing");
  });
});

describe("scores as an Arrow table", () => {
  const batch = compileBatch(tiny);
  const table = tableFromIPC(tableToIPC(scoresToArrow(scoreColumns(batch, columnsOf(batch, reports)))));

  test("hold the digits and the ranks of the exact engine", () => {
    const scores = scoreAll(tiny, reports);
    const places = new Map(rank(tiny, scores).groups.flatMap((group) => group.places.map((place) => [place.unit.id, place.rank] as const)));
    const totals = table.toArray().filter((row) => row.code === "total");
    expect(totals.map(({ unit, published, rank: place }) => [unit, published, place])).toEqual(
      scores.map(({ unit, published }) => [unit.id, published, places.get(unit.id)]),
    );
  });

  test("are read by DuckDB, digits as decimals", async () => {
    const query = "SELECT sum(published::DECIMAL(9,2))::VARCHAR AS mean, count(*)::VARCHAR AS units FROM given WHERE code = 'total'";
    const [row] = (await throughDuckDb(table, query)).toArray();
    const cents = scoreAll(tiny, reports).reduce((sum, { published }) => sum + Number(published?.replace(".", "")), 0);
    expect([row.mean.replace(".", ""), row.units]).toEqual([String(cents), "3"]);
  });
});

/** What DuckDB answers to a query on a table, as an Arrow table; all of it text. */
async function throughDuckDb(table: Table, query: string): Promise<Table> {
  const connection = await (await DuckDBInstance.create()).connect();
  const names = table.schema.fields.map(({ name }) => name);
  await connection.run(`CREATE TABLE given (${names.map((name) => `"${name}" VARCHAR`).join(", ")})`);
  const appender = await connection.createAppender("given");
  for (const row of table.toArray()) {
    for (const name of names) {
      if (row[name] === null) appender.appendNull();
      else appender.appendVarchar(String(row[name]));
    }
    appender.endRow();
  }
  appender.closeSync();
  return tableFromArrays((await connection.runAndReadAll(query)).getColumnsObject() as Record<string, string[]>);
}

function columnsIn(table: Table): Readonly<Record<string, string[]>> {
  return Object.fromEntries(table.schema.fields.map(({ name }) => [name, [...(table.getChild(name) ?? [])].map(String)]));
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { parseParquet, safeParseParquet } from "../../src/node/parseParquet";
import { parseResponses } from "../../src/survey/parseResponses";
import type { CountingOptions } from "../../src/survey/responseCounter";
import { csvOf, person, plainTally, survey } from "./responses";

const folder = mkdtempSync(join(tmpdir(), "par-index-parquet-"));
afterAll(() => rmSync(folder, { recursive: true }));

const header = "mã phiếu,cụm,tầng,q1,q2,q3,q4,q5,q6,q7";

/** The Parquet file of the same rows as a CSV text, all of them text unless DuckDB shall find the types. */
async function parquetOf(csv: string, types: "text" | "found" = "text"): Promise<string> {
  const [source, target] = [join(folder, "rows.csv"), join(folder, "a'b.parquet")];
  writeFileSync(source, csv);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const options = types === "text" ? "all_varchar = true" : "sample_size = -1";
  await connection.run(
    `COPY (SELECT * FROM read_csv('${source}', header = true, ${options})) TO '${target.replace("'", "''")}' (FORMAT parquet)`,
  );
  return target;
}

/** What CSV and Parquet must agree on: everything but how the file was read. */
async function bothWays(csv: string, types: "text" | "found", options: CountingOptions = {}) {
  const { read, ...expected } = parseResponses(survey, csv, options);
  const { read: other, ...found } = await parseParquet(survey, await parquetOf(csv, types), options);
  expect(found).toEqual(expected);
  expect(other.ignored).toEqual(read.ignored);
  return found;
}

describe("a Parquet file is counted as its rows are in CSV", () => {
  test.each(["text", "found"] as const)("people at random, columns of types: %s", async (types) => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 80 }), async (people) => {
        const { tally } = await bothWays(csvOf(people, ","), types);
        expect(tally).toEqual(plainTally(survey, people));
      }),
      { numRuns: 25 },
    );
  });

  test("more rows than DuckDB hands over at once", async () => {
    const people = fc.sample(person, { numRuns: 5000, seed: 7 });
    await bothWays(csvOf(people, ","), "found");
    await bothWays(csvOf(people, ","), "found", { by: ["province"] });
  });

  test("rows at random of which some are wrong: what is refused, where and why", async () => {
    const id = fc.constantFrom("", "a", "b", "c", "d", "e", "f", "g");
    const answer = fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom("", "1", "5", "9") },
      { weight: 1, arbitrary: fc.constantFrom("8", "-1", "300", "1.5") },
    );
    const row = fc.tuple(id, fc.constantFrom("x", "y", ""), fc.constantFrom("T1", "T2"), fc.array(answer, { minLength: 7, maxLength: 7 }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        await bothWays(
          [header, ...rows.map(([id, cluster, stratum, answers]) => [id, cluster, stratum, ...answers].join(","))].join("\n"),
          "text",
        );
      }),
      { numRuns: 40 },
    );
  });

  test("numbers outside the scale, in columns of numbers", async () => {
    const wrong = [
      header,
      "1,x,T1,5,4,4,3,5,5,2",
      "2,x,T1,8,4,4,3,5,5,2",
      "3,x,T1,-1,300,1.5,3,5,5,2",
      "3,x,T1,,,,3,5,5,2",
      "4,x,T1,,,,,,,",
    ].join("\n");
    const { rows, issues } = await bothWays(wrong, "found");
    expect(rows).toEqual({ read: 5, accepted: 2, excluded: 1, rejected: 2 });
    expect(issues[0]).toMatchObject({ code: "answerOutsideScale", payload: { received: "8" }, location: { line: 3, path: ["q1"] } });
  });

  test("a number below 0 is no blank, though one stood before it, in columns of whole numbers or not", async () => {
    for (const other of ["9", "1.5"]) {
      const rows = ["1,x,T1,,4,4,3,5,5,2", "2,x,T1,-1,4,4,3,5,5,2", `3,x,T1,${other},4,4,3,5,5,2`];
      const { issueCounts } = await bothWays([header, ...rows].join("\n"), "found");
      expect(issueCounts).toEqual({ answerOutsideScale: other === "9" ? 1 : 2 });
    }
  });

  test("columns that are named, but not counted by", async () => {
    const named = { columns: { keys: { cluster: "ổ", stratum: "lớp" }, respondent: "số" } };
    const file = "số,ổ,lớp,q1,q2,q3,q4,q5,q6,q7\n1,x,T1,5,4,4,3,5,5,2\n2,x,T2,5,4,4,3,5,5,2";
    const { rows } = await bothWays(file, "text", { ...named, by: ["stratum"] });
    expect(rows.accepted).toBe(2);
  });

  test("one who stands twice counts once", async () => {
    const { rows, issueCounts } = await bothWays([header, "1,x,T1,5,4,4,3,5,5,2", "1 ,x,T1,5,4,4,3,5,5,2"].join("\n"), "text");
    expect(rows).toMatchObject({ accepted: 1, rejected: 1 });
    expect(issueCounts).toEqual({ respondentTwice: 1 });
  });

  test("answers in words, and columns that are ignored", async () => {
    const { rows } = await bothWays("ghi chú,q1,q2,q3,q4,q5,q6,q7\nabc,MỨC 5, mức 4 ,4,3,5,5,2\n,Mức 9x,4,4,3,5,5,2", "text", {
      columns: { ignored: ["ghi chú"] },
    });
    expect(rows).toMatchObject({ accepted: 1, rejected: 1 });
  });
});

describe("what cannot be counted", () => {
  test("columns that are missing, unknown or there twice", async () => {
    const outcome = await safeParseParquet(survey, await parquetOf("q1,q2,q3,q4,q5,q6,ý kiến\n5,5,5,5,5,5,x"));
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(["columnUnknown", "columnMissing"]);
  });

  test("what is no Parquet file, and what is not there", async () => {
    writeFileSync(join(folder, "broken.parquet"), "no such thing");
    for (const name of ["broken.parquet", "absent.parquet"]) {
      const outcome = await safeParseParquet(survey, join(folder, name));
      expect(outcome.ok ? [] : outcome.issues.map(({ location }) => location?.file)).toEqual([join(folder, name)]);
    }
  });
});

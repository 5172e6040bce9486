import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseResponses } from "../../src/survey/parseResponses";
import { readTally, safeReadTally, type TallyResultRow } from "../../src/survey/readTally";
import { tallySql } from "../../src/survey/tallySql";
import { csvOf, keys, person, plainTally, survey } from "./responses";

const folder = mkdtempSync(join(tmpdir(), "par-index-sql-"));
afterAll(() => rmSync(folder, { recursive: true }));

const samples = [0, 1, 2, 3, 4].map((seed) => fc.sample(person, { numRuns: 40 + seed * 40, seed }));

describe("DuckDB", () => {
  async function run(sql: string): Promise<TallyResultRow[]> {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    return (await (await connection.run(sql)).getRowObjects()) as TallyResultRow[];
  }

  test.each([...samples.entries()])("counts a CSV and a Parquet file as we do (%i)", async (index, people) => {
    const csv = join(folder, `${index}.csv`);
    const parquet = join(folder, `${index}.parquet`);
    writeFileSync(csv, csvOf(people, ","));
    await run(`COPY (SELECT * FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}' (FORMAT parquet)`);
    for (const table of [csv, parquet]) {
      const tally = readTally(survey, await run(tallySql(survey, "duckdb", { table, by: keys })));
      expect(tally).toEqual(plainTally(survey, people));
      expect(tally).toEqual(parseResponses(survey, csvOf(people)).tally);
    }
  });

  test("reads answers in words and numbers, and other names of columns", async () => {
    const select = (first: string) =>
      `SELECT ${first} AS "câu ""1""", ${[2, 3, 4, 5, 6].map((one) => `${one - 1} AS q${one}`).join(", ")}, NULL AS q7, 'Hà Nội' AS "tỉnh"`;
    const file = join(folder, "words.parquet");
    await run(`COPY (${select("'MỨC 5'")} UNION ALL ${select("' mức 5 '")} UNION ALL ${select("'5'")}) TO '${file}' (FORMAT parquet)`);
    const source = { table: file, by: ["province"], columns: { questions: { q1: 'câu "1"' }, keys: { province: "tỉnh" } } } as const;
    const tally = readTally(survey, await run(tallySql(survey, "duckdb", source)));
    expect(tally.respondents).toBe(3);
    expect(tally.answers[0]).toEqual({ cell: { province: "Hà Nội" }, question: "q1", answer: "5", count: 3 });
    expect(tally.answers.at(-1)).toEqual({ cell: { province: "Hà Nội" }, question: "q7", answer: "", count: 3 });
  });

  test("an answer outside the scale and a weight of zero are told of", async () => {
    const row = (first: string, weight: string) =>
      `SELECT '${first}' AS q1, ${[2, 3, 4, 5, 6, 7].map((one) => `'5' AS q${one}`).join(", ")}, '${weight}' AS weight`;
    const file = join(folder, "wrong.parquet");
    const codes = async (sql: string) => {
      await run(`COPY (${sql}) TO '${file}' (FORMAT parquet)`);
      const outcome = safeReadTally(survey, await run(tallySql(survey, "duckdb", { table: file, by: ["weight"] })));
      return outcome.ok ? [] : [...new Set(outcome.issues.map(({ code }) => code))];
    };
    expect(await codes(row("8", "1"))).toEqual(["answerOutsideScale"]);
    expect(await codes(row("5", "0"))).toEqual(["weightNotPositive"]);
    expect(await codes(row("5", "1.50"))).toEqual([]);
  });
});

/** Where Debian puts the newest server, if there is one. */
function postgresqlPrograms(): string | undefined {
  const versions = "/usr/lib/postgresql";
  const [newest] = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  return newest === undefined ? undefined : join(versions, newest, "bin");
}

const programs = postgresqlPrograms();

describe.skipIf(programs === undefined)("PostgreSQL (skipped where Debian's package postgresql is not installed)", () => {
  const home = mkdtempSync(join(tmpdir(), "par-index-pg-"));
  // The server refuses to run as root, so root lends it the user that the package made.
  const isRoot = process.getuid?.() === 0;
  const as = (program: string, args: readonly string[], input?: string) =>
    isRoot
      ? execFileSync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", join(programs ?? "", program), ...args], {
          input,
          cwd: home,
          encoding: "utf8",
        })
      : execFileSync(join(programs ?? "", program), args, { input, cwd: home, encoding: "utf8" });
  const psql = (sql: string, ...args: readonly string[]) =>
    as("psql", ["-h", home, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-q", ...args], sql);

  beforeAll(() => {
    if (isRoot) execFileSync("chown", ["postgres:postgres", home]);
    chmodSync(home, 0o700);
    as("initdb", ["-D", join(home, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]);
    // Only a socket in our own folder: no port that could be taken.
    as("pg_ctl", [
      "-D",
      join(home, "data"),
      "-w",
      "-l",
      join(home, "log"),
      "-o",
      `-c listen_addresses='' -c unix_socket_directories='${home}' -c fsync=off`,
      "start",
    ]);
  });
  afterAll(() => {
    as("pg_ctl", ["-D", join(home, "data"), "-m", "immediate", "stop"]);
    rmSync(home, { recursive: true });
  });

  test.each([...samples.entries()])("counts a table as we do (%i)", (index, people) => {
    const table = `phiếu "${index}"`;
    const quoted = `"phiếu ""${index}"""`;
    const columns = [...keys, ...survey.questions.map(({ id }) => id)].map((name) => `${name} text`).join(", ");
    psql(
      `CREATE TABLE ${quoted} (${columns});\n\\copy ${quoted} FROM pstdin WITH (FORMAT csv, HEADER)\n${csvOf(people, ",")}\n\\.\n`.replace(
        "pstdin",
        "STDIN",
      ),
    );
    const rows = parse(psql(tallySql(survey, "postgresql", { table, by: keys }), "--csv"), { columns: true }) as TallyResultRow[];
    expect(readTally(survey, rows)).toEqual(plainTally(survey, people));
  });
});

describe("the text of a query", () => {
  test.each(["duckdb", "postgresql", "spark", "trino"] as const)("for %s", async (dialect) => {
    await expect(tallySql(survey, dialect, { table: ["khảo sát", "phiếu"], by: ["province"] })).toMatchFileSnapshot(`sql/${dialect}.sql`);
  });
});

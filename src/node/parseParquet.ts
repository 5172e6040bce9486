import { fieldText } from "../csv/fieldText";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { type Result, unwrap } from "../issue/result";
import type { Responses } from "../survey/parseResponses";
import type { Questionnaire } from "../survey/questionnaire";
import { responseColumns } from "../survey/responseColumns";
import { type CountingOptions, type NumberedColumn, responseCounter, uncountable } from "../survey/responseCounter";
import { readChunks } from "./readChunks";

/** How a Parquet file is counted. */
export interface ParquetOptions extends CountingOptions {
  /** Told after each piece of the file how many rows were read. */
  readonly progress?: ((rows: number) => void) | undefined;
}

/** What a Parquet file of answers comes to; lines are those of the same rows as CSV, of which the heading is the first. */
export type ParquetResponses = Omit<Responses, "read"> & { readonly read: Pick<Responses["read"], "ignored"> };

/**
 * The tally (bảng tổng hợp phiếu) of a Parquet file of answers: DuckDB reads it, and its rows are counted, and refused where they
 * are wrong, as `parseResponses` does with those of a CSV file. Needs the package `@duckdb/node-api`.
 *
 * **Errors:** {@link ParError} where the file cannot be read, and those of `parseResponses`.
 *
 * @example
 * ```ts
 * import { loadQuestionnaire, parseParquet } from "par-index/node";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const { rows } = await parseParquet(survey, "test/fixtures/survey/answers.parquet");
 * rows; // => { read: 72, accepted: 72, excluded: 0, rejected: 0 }
 * ```
 */
export async function parseParquet(questionnaire: Questionnaire, path: string, options: ParquetOptions = {}): Promise<ParquetResponses> {
  return unwrap(await safeParseParquet(questionnaire, path, options));
}

/** {@link parseParquet} that answers a {@link Result} and never rejects for wrong data. */
export async function safeParseParquet(
  questionnaire: Questionnaire,
  path: string,
  options: ParquetOptions = {},
): Promise<Result<ParquetResponses>> {
  const refused = uncountable(questionnaire);
  if (refused.length > 0) return { ok: false, issues: refused };
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  try {
    // Said in our own words rather than DuckDB's.
    for (const _ of readChunks(path)) break;
    return await counted(connection, questionnaire, path, options);
  } catch (error) {
    if (error instanceof ParError) return { ok: false, issues: error.issues };
    return { ok: false, issues: [issue("fileUnreadable", { reason: "other" }, { file: path })] };
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

/** What of DuckDB's connection is used here. */
interface Connection {
  readonly run: (sql: string) => Promise<{ readonly getRowObjects: () => Promise<readonly Readonly<Record<string, unknown>>[]> }>;
  readonly stream: (sql: string) => Promise<{ readonly fetchChunk: () => Promise<Chunk | null> }>;
}

interface Chunk {
  readonly rowCount: number;
  readonly getColumnVector: (column: number) => Vector;
}

interface Vector {
  readonly getItem: (row: number) => unknown;
}

async function counted(
  connection: Connection,
  questionnaire: Questionnaire,
  path: string,
  options: ParquetOptions,
): Promise<Result<ParquetResponses>> {
  const { by } = options;
  const table = `read_parquet('${path.replaceAll("'", "''")}')`;
  const rowsOf = async (sql: string) => (await connection.run(sql)).getRowObjects();
  const described = await rowsOf(`DESCRIBE SELECT * FROM ${table}`);
  const headings = described.map(({ column_name }) => String(column_name));
  const { columns, issues } = responseColumns(questionnaire, headings, options.columns ?? {}, by);
  if (issues.length > 0) return { ok: false, issues };

  const wanted = columns.map(
    (column) => column.kind !== "ignored" && (column.kind !== "key" || by === undefined || by.includes(column.key)),
  );
  const respondent = columns.findIndex(({ kind }) => kind === "respondent");
  if (respondent >= 0) wanted[respondent] = !(await isEachOnce(rowsOf, table, headings[respondent] ?? ""));
  const types = described.map(({ column_type }) => String(column_type));
  const whole = headings.filter((_, place) => columns[place]?.kind === "question" && wholeTypes.test(types[place] ?? ""));
  const small = await smallNumbers(rowsOf, table, whole);
  const told = headings.flatMap((heading, place): Told[] => {
    if (!wanted[place]) return [];
    if (place === respondent) return [{ heading, holds: "ids" }];
    if (small.has(heading)) return [{ heading, holds: "smallNumbers" }];
    const isNumber = columns[place]?.kind === "question" && numberTypes.test(types[place] ?? "");
    return [{ heading, holds: isNumber ? "numbers" : "texts" }];
  });

  // What is not told of must not be missed.
  const { keys = {}, respondent: named, ...others } = options.columns ?? {};
  const counter = responseCounter(questionnaire, fieldText("utf-8"), {
    ...options,
    columns: {
      ...others,
      keys: Object.fromEntries(Object.entries(keys).filter(([key]) => by === undefined || by.some((one) => one === key))),
      respondent: wanted[respondent] ? named : undefined,
    },
  });
  counter.begin(1);
  for (const [column, { heading }] of told.entries()) {
    const bytes = bytesOf(heading);
    counter.field(column, bytes, 0, bytes.length);
  }
  counter.end(told.length);

  const texts = await writtenTexts(connection, rowsOf, table, told);
  const result = await connection.stream(`SELECT ${told.map(selected).join(", ")} FROM ${table}`);
  let line = 2;
  for await (const chunk of chunksOf(result)) {
    const numbered = told.map((column, place) => numberedColumn(chunk.getColumnVector(place), column, texts));
    counter.batch(line, numbered, chunk.rowCount);
    line += chunk.rowCount;
    options.progress?.(counter.rows().read);
  }
  const fatal = counter.fatal();
  if (fatal !== undefined) return { ok: false, issues: fatal };
  const ignored = headings.filter((_, place) => !wanted[place] && place !== respondent);
  const value = { tally: counter.tally(), rows: { ...counter.rows() }, issues: counter.issues(), issueCounts: counter.issueCounts() };
  return { ok: true, value: { ...value, read: { ignored } }, warnings: [] };
}

/** The chunks of a result, of which the next is read while one is counted. */
async function* chunksOf(result: { readonly fetchChunk: () => Promise<Chunk | null> }): AsyncGenerator<Chunk> {
  let next = result.fetchChunk();
  try {
    for (;;) {
      const chunk = await next;
      if (chunk === null || chunk.rowCount === 0) return;
      next = result.fetchChunk();
      yield chunk;
    }
  } finally {
    await next.catch(() => null);
  }
}

type RowsOf = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A column of which the counter is told: answers that are numbers, texts of which there are few, or ids of which each is another. */
interface Told {
  readonly heading: string;
  readonly holds: "smallNumbers" | "numbers" | "texts" | "ids";
}

const wholeTypes = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const numberTypes = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE)$/;

/** A blank among small numbers, which are those below it. */
const smallBlank = 255;

/** Which columns of whole numbers hold small ones only: a byte each is handed over in half the time. The file mostly says it itself. */
async function smallNumbers(rowsOf: RowsOf, table: string, headings: readonly string[]): Promise<ReadonlySet<string>> {
  if (headings.length === 0) return new Set();
  const areSmall = headings.map((heading, place) => {
    const name = nameOf(heading);
    return `COALESCE(MIN(${name}) >= 0 AND MAX(${name}) < ${smallBlank}, TRUE) AS "${place}"`;
  });
  const [found] = await rowsOf(`SELECT ${areSmall.join(", ")} FROM ${table}`);
  return new Set(headings.filter((_, place) => found?.[place] === true));
}

/** Whether every row has an id that no other has, and no blanks at its ends; then there is nothing to say of any, and the ids need not come here. */
async function isEachOnce(rowsOf: RowsOf, table: string, heading: string): Promise<boolean> {
  const id = textOf(heading);
  const isBare = `ascii(${id}) > 32 AND ascii(RIGHT(${id}, 1)) > 32`;
  const [found] = await rowsOf(`SELECT COUNT(*) = COUNT(DISTINCT hash(${id})) FILTER (WHERE ${isBare}) AS each_once FROM ${table}`);
  return found?.each_once === true;
}

/** The texts that stand in the columns of texts, in the order of the numbers, from 1, under which DuckDB hands them over; 0 is a blank. */
async function writtenTexts(connection: Connection, rowsOf: RowsOf, table: string, told: readonly Told[]): Promise<readonly Uint8Array[]> {
  const columns = told.filter(({ holds }) => holds === "texts").map(({ heading }) => textOf(heading));
  if (columns.length === 0) return [];
  const written = columns.map((column) => `SELECT DISTINCT ${column} AS written FROM ${table} WHERE ${column} IS NOT NULL`);
  await connection.run(`CREATE TYPE texts AS ENUM (${written.join(" UNION ")})`);
  const rows = await rowsOf("SELECT UNNEST(enum_range(NULL::texts)) AS written");
  return rows.map((row) => bytesOf(String(row.written)));
}

function selected({ heading, holds }: Told): string {
  switch (holds) {
    case "ids":
      return `COALESCE(${textOf(heading)}, '')`;
    case "smallNumbers":
      return `COALESCE(CAST(${nameOf(heading)} AS UTINYINT), ${smallBlank})`;
    case "numbers":
      return `COALESCE(CAST(${nameOf(heading)} AS DOUBLE), 'NaN')`;
    case "texts":
      return `COALESCE(CAST(enum_code(CAST(${textOf(heading)} AS texts)) AS INTEGER) + 1, 0)`;
  }
}

function numberedColumn(vector: Vector, { holds }: Told, texts: readonly Uint8Array[]): NumberedColumn {
  const numberAt = (row: number) => vector.getItem(row) as number;
  switch (holds) {
    case "ids":
      return { numberAt: (row) => row, bytesOf: (row) => bytesOf(String(vector.getItem(row))) };
    case "smallNumbers":
      return { numberAt, bytesOf: (number) => (number === smallBlank ? blank : bytesOf(String(number))) };
    case "numbers":
      return { numberAt, bytesOf: (number) => (Number.isNaN(number) ? blank : bytesOf(String(number))) };
    case "texts":
      return { numberAt, bytesOf: (number) => texts[number - 1] ?? blank };
  }
}

const blank = new Uint8Array(0);
const encoder = new TextEncoder();

function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

function nameOf(heading: string): string {
  return `"${heading.replaceAll('"', '""')}"`;
}

function textOf(heading: string): string {
  return `CAST(${nameOf(heading)} AS VARCHAR)`;
}

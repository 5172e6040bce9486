import { fieldText } from "../csv/fieldText";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { type Result, unwrap } from "../issue/result";
import type { Responses } from "../survey/parseResponses";
import type { Questionnaire } from "../survey/questionnaire";
import { type ResponseColumn, responseColumns } from "../survey/responseColumns";
import { type CountingOptions, type NumberedColumn, type ResponseCounter, responseCounter, uncountable } from "../survey/responseCounter";
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
  const [connection, beside] = [await database.connect(), await database.connect()];
  try {
    // Said in our own words rather than DuckDB's.
    for (const _ of readChunks(path)) break;
    return await parsed({ connection, beside }, questionnaire, path, options);
  } catch (error) {
    if (error instanceof ParError) return { ok: false, issues: error.issues };
    return { ok: false, issues: [issue("fileUnreadable", { reason: "other" }, { file: path })] };
  } finally {
    for (const each of [connection, beside]) each.closeSync();
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

/** The file as DuckDB describes it, and what is wanted of it. */
interface Source {
  readonly connection: Connection;
  readonly questionnaire: Questionnaire;
  readonly options: ParquetOptions;
  /** How a query names the file. */
  readonly table: string;
  readonly columns: readonly Column[];
}

interface Column {
  readonly heading: string;
  readonly type: string;
  readonly kind: ResponseColumn["kind"];
  readonly isWanted: boolean;
}

/**
 * Counts the rows without their ids, which is faster, and meanwhile asks whether each has another: if so, nothing is to be said of
 * any. If not, all is counted anew with them.
 */
async function parsed(
  { connection, beside }: { readonly connection: Connection; readonly beside: Connection },
  questionnaire: Questionnaire,
  path: string,
  options: ParquetOptions,
): Promise<Result<ParquetResponses>> {
  const { by } = options;
  const table = `read_parquet('${path.replaceAll("'", "''")}')`;
  const described = await rowsOf(connection, `DESCRIBE SELECT * FROM ${table}`);
  const headings = described.map(({ column_name }) => String(column_name));
  const { columns: read, issues } = responseColumns(questionnaire, headings, options.columns ?? {}, by);
  if (issues.length > 0) return { ok: false, issues };
  const columns = read.map((column, place): Column => {
    const isWanted = column.kind !== "ignored" && (column.kind !== "key" || by === undefined || by.includes(column.key));
    return { heading: headings[place] ?? "", type: String(described[place]?.column_type), kind: column.kind, isWanted };
  });
  const source = { connection, questionnaire, options, table, columns };
  const ids = columns.find(({ kind }) => kind === "respondent");
  if (ids === undefined) return counted(source, false);
  const [withoutIds, isOnce] = await Promise.all([counted(source, false), isEachOnce(beside, table, ids.heading)]);
  return isOnce ? withoutIds : counted(source, true);
}

async function counted(source: Source, withIds: boolean): Promise<Result<ParquetResponses>> {
  const { connection, options, table, columns } = source;
  const told = await columnsTold(source, withIds);
  const counter = counterOf(source, told, withIds);
  const texts = await writtenTexts(connection, table, told);
  const handed = handedOver(told);
  await connection.run(`SET streaming_buffer_size = '${readAhead}'`);
  const result = await connection.stream(`SELECT ${handed.map(selected).join(", ")} FROM ${table}`);
  let [room, line] = [roomFor(told, 0), 2];
  for await (const chunk of chunksOf(result)) {
    const size = chunk.rowCount;
    if (size > room.size) room = roomFor(told, size);
    for (const [place, columns] of handed.entries()) readVector(chunk.getColumnVector(place), columns, room, size);
    const numbered = told.map((column) => numberedColumn(column, room, texts));
    counter.batch(line, numbered, size);
    line += size;
    options.progress?.(counter.rows().read);
  }
  const fatal = counter.fatal();
  if (fatal !== undefined) return { ok: false, issues: fatal };
  const ignored = columns.filter(({ isWanted }) => !isWanted).map(({ heading }) => heading);
  const value = { tally: counter.tally(), rows: { ...counter.rows() }, issues: counter.issues(), issueCounts: counter.issueCounts() };
  return { ok: true, value: { ...value, read: { ignored } }, warnings: [] };
}

/** The columns that the counter is told of, in the order of the file. */
async function columnsTold({ connection, table, columns }: Source, withIds: boolean): Promise<readonly Told[]> {
  const whole = columns.filter(({ kind, type }) => kind === "question" && wholeTypes.test(type)).map(({ heading }) => heading);
  const small = await smallNumbers(connection, table, whole);
  return columns.flatMap(({ heading, type, kind, isWanted }): Told[] => {
    if (!isWanted) return [];
    if (kind === "respondent") return withIds ? [{ heading, holds: "ids" }] : [];
    if (small.has(heading)) return [{ heading, holds: "smallNumbers" }];
    return [{ heading, holds: kind === "question" && numberTypes.test(type) ? "numbers" : "texts" }];
  });
}

/** A counter that has read the headings of these columns, and misses none that it is not told of. */
function counterOf({ questionnaire, options }: Source, told: readonly Told[], withIds: boolean): ResponseCounter {
  const { by } = options;
  const { keys = {}, respondent, ...others } = options.columns ?? {};
  const counter = responseCounter(questionnaire, fieldText("utf-8"), {
    ...options,
    columns: {
      ...others,
      keys: Object.fromEntries(Object.entries(keys).filter(([key]) => by === undefined || by.some((one) => one === key))),
      respondent: withIds ? respondent : undefined,
    },
  });
  counter.begin(1);
  for (const [column, { heading }] of told.entries()) {
    const bytes = bytesOf(heading);
    counter.field(column, bytes, 0, bytes.length);
  }
  counter.end(told.length);
  return counter;
}

/** How much DuckDB may read ahead: about a chunk. With more it reads many at once while nothing is counted, then waits while they are. */
const readAhead = "64KB";

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

async function rowsOf(connection: Connection, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.run(sql)).getRowObjects();
}

/** A column of which the counter is told: answers that are numbers, texts of which there are few, or ids of which each is another. */
interface Told {
  readonly heading: string;
  readonly holds: "smallNumbers" | "numbers" | "texts" | "ids";
}

const wholeTypes = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const numberTypes = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE)$/;

/** A blank among small numbers, which are those below it, so that each is a byte. */
const smallBlank = 255;

/** Which columns of whole numbers hold small ones only: a byte each is handed over in half the time. The file mostly says it itself. */
async function smallNumbers(connection: Connection, table: string, headings: readonly string[]): Promise<ReadonlySet<string>> {
  if (headings.length === 0) return new Set();
  const areSmall = headings.map((heading, place) => {
    const name = nameOf(heading);
    return `COALESCE(MIN(${name}) >= 0 AND MAX(${name}) < ${smallBlank}, TRUE) AS "${place}"`;
  });
  const [found] = await rowsOf(connection, `SELECT ${areSmall.join(", ")} FROM ${table}`);
  return new Set(headings.filter((_, place) => found?.[place] === true));
}

/** Whether every row has an id that no other has, and no blanks at its ends; then there is nothing to say of any, and the ids need not come here. */
async function isEachOnce(connection: Connection, table: string, heading: string): Promise<boolean> {
  const id = textOf(heading);
  const isBare = `ascii(${id}) > 32 AND ascii(RIGHT(${id}, 1)) > 32`;
  const [found] = await rowsOf(
    connection,
    `SELECT COUNT(*) = COUNT(DISTINCT hash(${id})) FILTER (WHERE ${isBare}) AS each_once FROM ${table}`,
  );
  return found?.each_once === true;
}

/** The texts that stand in the columns of texts, in the order of the numbers, from 1, under which DuckDB hands them over; 0 is a blank. */
async function writtenTexts(connection: Connection, table: string, told: readonly Told[]): Promise<readonly Uint8Array[]> {
  const columns = told.filter(({ holds }) => holds === "texts").map(({ heading }) => textOf(heading));
  if (columns.length === 0) return [];
  const written = columns.map((column) => `SELECT DISTINCT ${column} AS written FROM ${table} WHERE ${column} IS NOT NULL`);
  await connection.run(`CREATE OR REPLACE TYPE texts AS ENUM (${written.join(" UNION ")})`);
  const rows = await rowsOf(connection, "SELECT UNNEST(enum_range(NULL::texts)) AS written");
  return rows.map((row) => bytesOf(String(row.written)));
}

/** Columns that DuckDB hands over as one: small numbers by threes, each a byte of one number, which takes half the time; others alone. */
function handedOver(told: readonly Told[]): readonly (readonly Told[])[] {
  const small = told.filter(({ holds }) => holds === "smallNumbers");
  const threes = small.flatMap((_, place) => (place % 3 === 0 ? [small.slice(place, place + 3)] : []));
  return [...threes, ...told.filter(({ holds }) => holds !== "smallNumbers").map((column) => [column])];
}

function selected(columns: readonly Told[]): string {
  return columns.map((column, place) => `${numberOf(column)}${place === 0 ? "" : ` * ${256 ** place}`}`).join(" + ");
}

/** A number for each value of a column, or the text of an id. */
function numberOf({ heading, holds }: Told): string {
  switch (holds) {
    case "ids":
      return `COALESCE(${textOf(heading)}, '')`;
    case "smallNumbers":
      return `COALESCE(CAST(${nameOf(heading)} AS INTEGER), ${smallBlank})`;
    case "numbers":
      return `COALESCE(CAST(${nameOf(heading)} AS DOUBLE), 'NaN')`;
    case "texts":
      return `COALESCE(CAST(enum_code(CAST(${textOf(heading)} AS texts)) AS INTEGER) + 1, 0)`;
  }
}

/** Room for the numbers of so many rows, by column, and for the vector of ids that is being counted. */
interface Room {
  readonly size: number;
  readonly numbers: ReadonlyMap<Told, Numbers>;
  /** For bytes that stand for no column. */
  readonly spare: Uint8Array;
  ids?: Vector;
}

function roomFor(told: readonly Told[], size: number): Room {
  return { size, numbers: new Map(told.map((column) => [column, numbersFor(column, size)])), spare: new Uint8Array(size) };
}

function numbersFor({ holds }: Told, size: number): Numbers {
  switch (holds) {
    case "ids":
      return Int32Array.from({ length: size }, (_, row) => row);
    case "smallNumbers":
      return new Uint8Array(size);
    case "numbers":
      return new Float64Array(size);
    case "texts":
      return new Int32Array(size);
  }
}

function readVector(vector: Vector, columns: readonly Told[], room: Room, size: number): void {
  const [first, second = room.spare, third = room.spare] = columns.map((column) => room.numbers.get(column));
  if (columns[0]?.holds === "ids") room.ids = vector;
  else if (columns[0]?.holds === "smallNumbers") readBytes(vector, size, first ?? room.spare, second, third);
  else if (first !== undefined) for (let row = 0; row < size; row += 1) first[row] = vector.getItem(row) as number;
}

type Numbers = NumberedColumn["numbers"];

/** The bytes of each number, the lowest first. */
function readBytes(vector: Vector, size: number, first: Numbers, second: Numbers, third: Numbers): void {
  for (let row = 0; row < size; row += 1) {
    const bytes = vector.getItem(row) as number;
    first[row] = bytes & 255;
    second[row] = (bytes >> 8) & 255;
    third[row] = bytes >> 16;
  }
}

function numberedColumn(column: Told, { numbers, ids }: Room, texts: readonly Uint8Array[]): NumberedColumn {
  return { numbers: numbers.get(column) ?? blank, bytesOf: (number) => bytesOfNumber(column, number, ids, texts) };
}

function bytesOfNumber({ holds }: Told, number: number, ids: Vector | undefined, texts: readonly Uint8Array[]): Uint8Array {
  switch (holds) {
    case "ids":
      return bytesOf(String(ids?.getItem(number) ?? ""));
    case "smallNumbers":
      return number === smallBlank ? blank : bytesOf(String(number));
    case "numbers":
      return Number.isNaN(number) ? blank : bytesOf(String(number));
    case "texts":
      return texts[number - 1] ?? blank;
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

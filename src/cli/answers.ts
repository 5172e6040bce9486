import { stringify } from "csv-stringify/sync";
import type { ResponseEncoding } from "../csv/fieldText";
import { at, type Issue, issue } from "../issue/issue";
import { parseJson } from "../issue/parseJson";
import { type Result, result } from "../issue/result";
import { inFile } from "../node/inFile";
import { safeLoadQuestionnaire } from "../node/loadQuestionnaire";
import { readChunks } from "../node/readChunks";
import { readTextFile } from "../node/readTextFile";
import { type ResponsesOptions, safeParseResponses } from "../survey/parseResponses";
import type { Questionnaire } from "../survey/questionnaire";
import { safeReadTally, type TallyResultRow } from "../survey/readTally";
import { responseColumns } from "../survey/responseColumns";
import type { RowCounts } from "../survey/responseCounter";
import { type Tally, tallyKeys } from "../survey/tally";
import { tallySql } from "../survey/tallySql";
import { type CommonOptions, DataError, orThrow, UsageError } from "./context";

export interface AnswersOptions extends CommonOptions {
  readonly encoding?: ResponseEncoding | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** Answers as they were counted. */
interface Answers {
  readonly tally: Tally;
  /** What became of the rows; `null` where another engine counted them. */
  readonly rows: RowCounts | null;
  readonly warnings: readonly Issue[];
  /** What was wrong with rows that were refused: the others count. */
  readonly faults: readonly Issue[];
}

/** The questionnaire that a command names. */
export function questionnaireOf(name: string): Questionnaire {
  return orThrow(safeLoadQuestionnaire(name)).value;
}

/**
 * The counts of the answers in a file: CSV; an Excel sheet; a Parquet file, which DuckDB counts; or, as JSON, the rows that the
 * query of `sipas sql` gave in another engine.
 */
export function answersOf(questionnaire: Questionnaire, file: string, options: AnswersOptions): Answers | Promise<Answers> {
  const kind = /\.(parquet|xlsx|json)$/i.exec(file)?.[1]?.toLowerCase();
  switch (kind) {
    case "parquet":
      return parquetAnswers(questionnaire, file, options);
    case "xlsx":
      return sheetAnswers(questionnaire, file, options);
    case "json":
      return counted(inFile(file, countedRows(questionnaire, file)));
    default:
      return parsed(questionnaire, file, readChunks(file), options);
  }
}

function parsed(questionnaire: Questionnaire, file: string, content: string | Iterable<Uint8Array>, options: AnswersOptions): Answers {
  const { encoding, ignore, lang } = options;
  const reading: ResponsesOptions = { encoding, columns: { ignored: ignore }, progress: progressIn(lang) };
  const { value, warnings } = orThrow(inFile(file, safeParseResponses(questionnaire, content, reading)));
  return { tally: value.tally, rows: value.rows, warnings, faults: value.issues.map((found) => at({ file }, found)) };
}

function counted(outcome: Result<Tally>): Answers {
  const { value, warnings } = orThrow(outcome);
  return { tally: value, rows: null, warnings, faults: [] };
}

/** The rows of the query's result, which drivers and `psql` give as JSON. */
function countedRows(questionnaire: Questionnaire, file: string): Result<Tally> {
  const text = readTextFile(file);
  if (!text.ok) return text;
  const { value, issues } = parseJson(text.value);
  if (value === undefined) return { ok: false, issues };
  if (!Array.isArray(value)) return { ok: false, issues: [issue("wrongType", { expected: "array", received: typeof value })] };
  return safeReadTally(questionnaire, value as TallyResultRow[]);
}

/** A Parquet file, of which DuckDB counts the answers: only counts come here. */
async function parquetAnswers(questionnaire: Questionnaire, file: string, { ignore }: AnswersOptions): Promise<Answers> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw new UsageError({
      vi: "Đọc tệp Parquet cần DuckDB. Cài bằng: npm install @duckdb/node-api",
      en: "Parquet files need DuckDB. Install it with: npm install @duckdb/node-api",
    });
  });
  orThrow(inFile(file, opened(file)));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rowsOf = async (sql: string) => (await (await connection.run(sql)).getRowObjects()) as TallyResultRow[];
  const described = await rowsOf(`DESCRIBE SELECT * FROM "${file.replaceAll('"', '""')}"`).catch(() => unreadable(file));
  const headings = described.map((row) => String(row.column_name));
  const { columns, issues } = responseColumns(questionnaire, headings, { ignored: ignore }, undefined);
  orThrow(
    inFile(
      file,
      result(issues, () => undefined),
    ),
  );
  const headingOf = (wanted: (column: (typeof columns)[number]) => boolean) => headings[columns.findIndex(wanted)] ?? "";
  const isWhole = columns.every(({ kind }, place) => kind !== "question" || /INT/.test(String(described[place]?.column_type)));
  const by = tallyKeys.filter((key) => columns.some((column) => column.kind === "key" && column.key === key));
  const query = tallySql(questionnaire, "duckdb", {
    table: file,
    by,
    answersAre: isWhole ? "integers" : "text",
    columns: {
      questions: Object.fromEntries(
        questionnaire.questions.map(({ id }, place) => [id, headingOf((column) => column.kind === "question" && column.place === place)]),
      ),
      keys: Object.fromEntries(by.map((key) => [key, headingOf((column) => column.kind === "key" && column.key === key)])),
    },
  });
  return counted(inFile(file, safeReadTally(questionnaire, await rowsOf(query))));
}

/** The first sheet of a workbook, read as the CSV that Excel would save. */
async function sheetAnswers(questionnaire: Questionnaire, file: string, options: AnswersOptions): Promise<Answers> {
  orThrow(inFile(file, opened(file)));
  const { readSheet } = await import("read-excel-file/node");
  const rows = await readSheet(file).catch(() => unreadable(file));
  const cells = rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
  return parsed(questionnaire, file, stringify(cells, { delimiter: ";" }), options);
}

function unreadable(file: string): never {
  throw new DataError([issue("fileUnreadable", { reason: "other" }, { file })]);
}

/** Whether a file can be opened at all, said in our own words rather than a library's. */
function opened(file: string): Result<undefined> {
  for (const _ of readChunks(file)) break;
  return { ok: true, value: undefined, warnings: [] };
}

/** Tells on a terminal how many forms were read, each time that so many more were; nothing elsewhere. */
function progressIn(lang: "vi" | "en"): ((rows: number) => void) | undefined {
  if (process.stderr.isTTY !== true) return undefined;
  const step = 50_000;
  let told = 0;
  return (rows) => {
    if (rows < told + step) return;
    told = rows;
    process.stderr.write(`\r${lang === "vi" ? `Đã đọc ${rows} phiếu…` : `Read ${rows} forms…`}`);
  };
}

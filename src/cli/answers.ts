import { stringify } from "csv-stringify/sync";
import type { ResponseEncoding } from "../csv/fieldText";
import { at, type Issue, issue } from "../issue/issue";
import { parseJson } from "../issue/parseJson";
import type { Result } from "../issue/result";
import { inFile } from "../node/inFile";
import { safeLoadQuestionnaire } from "../node/loadQuestionnaire";
import { type ParquetResponses, safeParseParquet } from "../node/parseParquet";
import { readChunks } from "../node/readChunks";
import { readTextFile } from "../node/readTextFile";
import { type ResponsesOptions, safeParseResponses } from "../survey/parseResponses";
import type { Questionnaire } from "../survey/questionnaire";
import { safeReadTally, type TallyResultRow } from "../survey/readTally";
import type { RowCounts } from "../survey/responseCounter";
import type { Tally } from "../survey/tally";
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
 * The counts of the answers in a file: CSV; an Excel sheet; a Parquet file, which DuckDB reads; or, as JSON, the rows that the
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
  return read(file, safeParseResponses(questionnaire, content, reading));
}

function read(file: string, outcome: Result<ParquetResponses>): Answers {
  const { value, warnings } = orThrow(inFile(file, outcome));
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

/** A Parquet file, which DuckDB reads. */
async function parquetAnswers(questionnaire: Questionnaire, file: string, options: AnswersOptions): Promise<Answers> {
  await import("@duckdb/node-api").catch(() => {
    throw new UsageError({
      vi: "Đọc tệp Parquet cần DuckDB. Cài bằng: npm install @duckdb/node-api",
      en: "Parquet files need DuckDB. Install it with: npm install @duckdb/node-api",
    });
  });
  const { ignore, lang } = options;
  const reading = { columns: { ignored: ignore }, progress: progressIn(lang) };
  return read(file, await safeParseParquet(questionnaire, file, reading));
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

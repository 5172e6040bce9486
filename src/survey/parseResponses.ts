import { type CsvScanner, csvScanner } from "../csv/csvScanner";
import { fieldText, type ResponseEncoding, shownEncoding } from "../csv/fieldText";
import { firstLine, likeliestSeparator } from "../csv/separator";
import type { Issue, IssueCode } from "../issue/issue";
import { type Result, unwrap } from "../issue/result";
import type { Questionnaire } from "./questionnaire";
import { type CountingOptions, type ResponseCounter, type RowCounts, responseCounter, uncountable } from "./responseCounter";
import type { Tally } from "./tally";

/** How a file of answers is read, and how it is counted. */
export interface ResponsesOptions extends CountingOptions {
  /** Unless given, what the first bytes show; else UTF-8, or windows-1258 where the first field that is not ASCII is no UTF-8. */
  readonly encoding?: ResponseEncoding | undefined;
  /** Unless given, the one that the heading has most of. */
  readonly separator?: ";" | "," | "\t" | undefined;
  /** Told after each piece of the file how many rows were read. */
  readonly progress?: ((rows: number) => void) | undefined;
}

/** What a file of answers comes to (kết quả đọc phiếu). */
export interface Responses {
  readonly tally: Tally;
  readonly rows: RowCounts;
  /** What was wrong with rows that were rejected, located by line and heading; of each code the first ones. */
  readonly issues: readonly Issue[];
  /** How many there were of each code, listed or not. */
  readonly issueCounts: Readonly<Partial<Record<IssueCode, number>>>;
  /** How the file was read: columns that are not counted by, and the encoding, which ASCII leaves open. */
  readonly read: { readonly encoding: ResponseEncoding | undefined; readonly separator: string; readonly ignored: readonly string[] };
}

/**
 * The tally (bảng tổng hợp phiếu) of a file of answers, CSV as offices export it: one row for each person, one column for each
 * question, beside columns of the sample. Rows that are wrong are rejected, located and counted; the others are counted. Memory
 * grows with the number of cells, and by a few bytes for each id of a respondent, not with the number of rows.
 *
 * **Errors:** {@link ParError} where nothing can be counted: the questionnaire is partial, a column is missing, unknown or there twice.
 *
 * @example
 * ```ts
 * import { parseResponses } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const file = "xã;q1;q2;q3;q4;q5;q6;q7\nA;5;4;4;3;5;5;2\nA;5;;;8;5;5;2\n";
 * parseResponses(survey, file).rows; // => { read: 2, accepted: 1, excluded: 0, rejected: 1 }
 * ```
 */
export function parseResponses(
  questionnaire: Questionnaire,
  file: string | Iterable<Uint8Array>,
  options: ResponsesOptions = {},
): Responses {
  return unwrap(safeParseResponses(questionnaire, file, options));
}

/** {@link parseResponses} that answers a {@link Result} and never throws for wrong data. */
export function safeParseResponses(
  questionnaire: Questionnaire,
  file: string | Iterable<Uint8Array>,
  options: ResponsesOptions = {},
): Result<Responses> {
  const reader = responsesReader(questionnaire, options);
  for (const chunk of typeof file === "string" ? [new TextEncoder().encode(file)] : file) {
    if (!reader.push(chunk)) break;
  }
  return reader.finish();
}

/**
 * {@link parseResponses} of bytes that come in time, such as those of a stream.
 *
 * @example
 * ```ts
 * import { parseResponseStream } from "par-index/survey";
 * typeof parseResponseStream; // => "function"
 * ```
 */
export async function parseResponseStream(
  questionnaire: Questionnaire,
  chunks: AsyncIterable<Uint8Array>,
  options: ResponsesOptions = {},
): Promise<Responses> {
  return unwrap(await safeParseResponseStream(questionnaire, chunks, options));
}

/** {@link parseResponseStream} that answers a {@link Result} and never rejects for wrong data. */
export async function safeParseResponseStream(
  questionnaire: Questionnaire,
  chunks: AsyncIterable<Uint8Array>,
  options: ResponsesOptions = {},
): Promise<Result<Responses>> {
  const reader = responsesReader(questionnaire, options);
  for await (const chunk of chunks) if (!reader.push(chunk)) break;
  return reader.finish();
}

/** How many bytes a heading may have before the separator is told from it. */
const longestHeading = 1 << 16;

/** Takes the bytes of a file; `push` answers whether more of them can still be counted. */
function responsesReader(questionnaire: Questionnaire, options: ResponsesOptions) {
  const refused = uncountable(questionnaire);
  let encoding = options.encoding;
  let separator: string = options.separator ?? "";
  let transcode: ((chunk: Uint8Array) => Uint8Array) | undefined;
  let waiting = new Uint8Array(0);
  let opening: Uint8Array | undefined;
  let scanner: CsvScanner | undefined;
  let counter: ResponseCounter | undefined;
  let text: ReturnType<typeof fieldText> | undefined;

  function begin(): void {
    const first = firstLine(waiting);
    const hint = /^sep=(.)\r?$/i.exec(String.fromCharCode(...first.subarray(0, 8)))?.[1];
    if (hint !== undefined) waiting = waiting.subarray(first.length);
    if (separator === "") separator = hint ?? likeliestSeparator(first);
    text = fieldText(encoding === "windows-1258" ? "windows-1258" : encoding === undefined ? undefined : "utf-8");
    counter = responseCounter(questionnaire, text, options);
    scanner = csvScanner(separator.charCodeAt(0), counter);
    scanner.push(waiting);
    waiting = new Uint8Array(0);
  }

  function pushText(bytes: Uint8Array, isLast: boolean): void {
    if (scanner !== undefined) scanner.push(bytes);
    else {
      waiting = joined(waiting, bytes);
      if (isLast || waiting.includes(10) || waiting.length > longestHeading) begin();
    }
  }

  function pushBytes(bytes: Uint8Array, isLast: boolean): void {
    transcode ??= told(bytes, isLast);
    if (transcode !== undefined) pushText(transcode(opening ?? bytes), isLast);
    opening = undefined;
  }

  /** How bytes become those of a text with ASCII, once enough of them are there to tell the encoding. */
  function told(bytes: Uint8Array, isLast: boolean): ((chunk: Uint8Array) => Uint8Array) | undefined {
    waiting = joined(waiting, bytes);
    if (waiting.length < 4 && !isLast) return undefined;
    const shown = shownEncoding(waiting);
    encoding ??= shown.encoding;
    opening = waiting.subarray(shown.encoding === encoding ? shown.mark : 0);
    waiting = new Uint8Array(0);
    return encoding === "utf-16le" || encoding === "utf-16be" ? toUtf8(encoding) : (chunk) => chunk;
  }

  return {
    push: (chunk: Uint8Array): boolean => {
      if (refused.length > 0) return false;
      pushBytes(chunk, false);
      if (counter !== undefined) options.progress?.(counter.rows().read);
      return true;
    },
    finish: (): Result<Responses> => {
      if (refused.length > 0) return { ok: false, issues: refused };
      if (scanner === undefined) pushBytes(new Uint8Array(0), true);
      scanner?.finish();
      const fatal = counter?.fatal();
      if (counter === undefined || fatal !== undefined) return { ok: false, issues: fatal ?? [] };
      const read = { encoding: encoding ?? text?.encoding(), separator, ignored: counter.ignored() };
      const { rows, issues, issueCounts, tally } = counter;
      const value = { tally: tally(), rows: { ...rows() }, issues: issues(), issueCounts: issueCounts(), read };
      return { ok: true, value, warnings: [] };
    },
  };
}

function toUtf8(encoding: "utf-16le" | "utf-16be"): (chunk: Uint8Array) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

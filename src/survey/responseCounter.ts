import type { RowReader } from "../csv/csvScanner";
import type { FieldText } from "../csv/fieldText";
import { exactText, fromDecimal, isDecimal } from "../exact/decimal";
import { type Issue, type IssueCode, type IssuePayloads, issue } from "../issue/issue";
import { codesByWriting, writtenKey } from "./answerWritings";
import { type ByteTable, byteTable } from "./byteTable";
import { cellCounts } from "./cellCounts";
import type { Questionnaire } from "./questionnaire";
import { type ResponseColumn, type ResponseColumns, responseColumns, unheaded } from "./responseColumns";
import { type Tally, type TallyKey, tallyKeys } from "./tally";
import { worthUnits } from "./worthUnits";

/** How answers are counted. */
export interface CountingOptions {
  readonly columns?: ResponseColumns | undefined;
  /** The keys to count by, all of which the file must have; every one that it has unless given. */
  readonly by?: readonly TallyKey[] | undefined;
  /** How many issues of one code are listed; all are counted. 20 unless given. */
  readonly listed?: number | undefined;
}

/** What rows came to. `accepted`, `excluded` and `rejected` add up to `read`; lines without any text are no rows. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  /** No question was answered at all (phiếu trống). */
  readonly excluded: number;
  /** Something is wrong, which the issues say. */
  readonly rejected: number;
}

/** A column of a table whose values are numbered, so that what one means is found once rather than in every row. */
export interface NumberedColumn {
  /** The number of each row's value; NaN may be one. */
  readonly numbers: Uint8Array | Int32Array | Float64Array;
  readonly bytesOf: (number: number) => Uint8Array;
}

/** Why answers to a questionnaire cannot be counted at all. */
export function uncountable(questionnaire: Questionnaire): readonly Issue[] {
  const { id, coverage } = questionnaire.file;
  return [...(coverage === "partial" ? [issue("questionnairePartial", { questionnaire: id })] : []), ...worthUnits(questionnaire).issues];
}

export interface ResponseCounter extends RowReader {
  /** The next so many rows of a table, of which the first is on this line: as if each were told of by itself. */
  readonly batch: (line: number, columns: readonly NumberedColumn[], size: number) => void;
  /** What is wrong with the heading, so that nothing can be counted. */
  readonly fatal: () => readonly Issue[] | undefined;
  readonly rows: () => RowCounts;
  readonly issues: () => readonly Issue[];
  readonly issueCounts: () => Readonly<Partial<Record<IssueCode, number>>>;
  readonly ignored: () => readonly string[];
  readonly tally: () => Tally;
}

/** Counts the rows of a file as a scanner tells of them. Nothing of a row is counted before its end shows that all of it holds. */
export function responseCounter(questionnaire: Questionnaire, text: FieldText, options: CountingOptions): ResponseCounter {
  const { questions, file } = questionnaire;
  const limit = options.listed ?? 20;
  const listed: Issue[] = [];
  const issueCounts: Partial<Record<IssueCode, number>> = {};
  const rows = { read: 0, accepted: 0, excluded: 0, rejected: 0 };
  const scales = questions.map(({ scale }) => answerReader(file.scales[scale]?.answers ?? []));
  const counts = cellCounts(questionnaire);
  const people = byteTable();
  const answers = new Int32Array(questions.length);
  const strata: number[] = [];

  let headings: string[] = [];
  let fatal: readonly Issue[] | undefined;
  let columns: readonly ResponseColumn[] | undefined;
  let kinds = new Int8Array(0);
  let targets = new Int32Array(0);
  let keys: readonly TallyKey[] = [];
  let keyReaders: readonly KeyReader[] = [];
  let symbols = new Int32Array(0);
  let clusterPlace = -1;
  let stratumPlace = -1;
  const meanings: Int32Array[] = [];
  let table = meantRows(0, 0, 0);
  let respondent = new Uint8Array(64);
  let respondentLength = 0;
  let line = 1;
  let isFilled = false;
  let hasText = false;
  let faults: Issue[] = [];

  function fault<Code extends IssueCode>(code: Code, payload: IssuePayloads[Code], column?: number): void {
    faults.push(issue(code, payload, { line, ...(column === undefined ? {} : { path: [headings[column] ?? ""] }) }));
  }

  function list(found: Issue): void {
    const count = (issueCounts[found.code] ?? 0) + 1;
    issueCounts[found.code] = count;
    if (count <= limit) listed.push(found);
  }

  function readHeadings(): void {
    const read = responseColumns(questionnaire, headings, options.columns ?? {}, options.by);
    if (read.issues.length > 0) fatal = [...faults, ...read.issues];
    const isKey = (key: TallyKey) => read.columns.some((column) => column.kind === "key" && column.key === key);
    keys = tallyKeys.filter((key) => isKey(key) && (options.by === undefined || options.by.includes(key)));
    keyReaders = keys.map(keyReader);
    symbols = new Int32Array(keys.length);
    [clusterPlace, stratumPlace] = [keys.indexOf("cluster"), keys.indexOf("stratum")];
    columns = read.columns;
    kinds = Int8Array.from(columns, (column) =>
      column.kind === "key" && !keys.includes(column.key) ? kindsOf.ignored : kindsOf[column.kind],
    );
    targets = Int32Array.from(columns, (column) =>
      column.kind === "question" ? column.place : column.kind === "key" ? keys.indexOf(column.key) : 0,
    );
  }

  function readAnswer(column: number, question: number, bytes: Uint8Array, from: number, to: number): void {
    const scale = scales[question] as AnswerReader;
    const answer = scale.find(bytes, from, to);
    if (answer >= 0) {
      answers[question] = answer;
      if (answer > 0) isFilled = true;
      return;
    }
    const written = text.read(bytes, from, to);
    if (written === undefined) fault("bytesNotText", {}, column);
    else {
      const meant = scale.learn(written, bytes, from, to);
      answers[question] = Math.max(meant, 0);
      if (meant !== 0) isFilled = true;
      if (meant < 0) fault("answerOutsideScale", { received: written, allowed: scale.codes }, column);
    }
  }

  function readKey(column: number, place: number, bytes: Uint8Array, from: number, to: number): void {
    const reader = keyReaders[place] as KeyReader;
    const symbol = reader.find(bytes, from, to);
    symbols[place] = symbol;
    if (symbol >= 0) return;
    const written = text.read(bytes, from, to);
    symbols[place] = 0;
    if (written === undefined) {
      fault("bytesNotText", {}, column);
      return;
    }
    const value = keys[place] === "weight" && written !== "" ? weightOf(written) : written;
    if (value === undefined) fault("weightNotPositive", { received: written }, column);
    else symbols[place] = reader.learn(value, bytes, from, to);
  }

  function readRespondent(bytes: Uint8Array, from: number, to: number): void {
    let [start, end] = [from, to];
    while (start < end && (bytes[start] as number) <= 32) start += 1;
    while (end > start && (bytes[end - 1] as number) <= 32) end -= 1;
    respondentLength = end - start;
    if (respondent.length < respondentLength) respondent = new Uint8Array(respondentLength * 2);
    for (let at = start; at < end; at += 1) respondent[at - start] = bytes[at] as number;
  }

  /** What only the whole row shows. */
  function checkRow(): void {
    for (let column = 0; column < kinds.length; column += 1) {
      const isBlank =
        (kinds[column] === kindsOf.key &&
          symbols[targets[column] as number] === 0 &&
          designKeys.includes(keys[targets[column] as number] as TallyKey)) ||
        (kinds[column] === kindsOf.respondent && respondentLength === 0);
      if (isBlank && faults.length === 0) fault("designMissing", { column: headings[column] ?? "" }, column);
    }
  }

  const symbolOf = (place: number): number => (place < 0 ? 0 : (symbols[place] as number));

  /** The stratum that the row's cluster was in before, where it is another. */
  function otherStratum(): number | undefined {
    const cluster = symbolOf(clusterPlace);
    const stratum = symbolOf(stratumPlace);
    const before = strata[cluster] ?? stratum;
    return cluster > 0 && stratum > 0 && before !== stratum ? before : undefined;
  }

  /** The row whose answers begin at a place in a list. */
  function accept(all: Int32Array, person: number): void {
    rows.accepted += 1;
    strata[symbolOf(clusterPlace)] = symbolOf(stratumPlace);
    counts.add(symbols, all, person);
  }

  function begin(at: number): void {
    line = at;
    isFilled = false;
    hasText = false;
    respondentLength = 0;
    if (faults.length > 0) faults = [];
    if (columns === undefined) headings = [];
  }

  function field(column: number, bytes: Uint8Array, from: number, to: number): void {
    if (to > from) hasText = true;
    switch (kinds[column]) {
      case kindsOf.question:
        readAnswer(column, targets[column] as number, bytes, from, to);
        return;
      case kindsOf.key:
        readKey(column, targets[column] as number, bytes, from, to);
        return;
      case kindsOf.respondent:
        readRespondent(bytes, from, to);
        return;
      case kindsOf.unheaded:
        if (text.read(bytes, from, to) !== "") faults.push(unheaded(column, line));
        return;
      case undefined: {
        if (columns !== undefined) return;
        const heading = text.read(bytes, from, to);
        if (heading === undefined) fault("bytesNotText", {}, column);
        headings.push(heading ?? "");
      }
    }
  }

  function end(fields: number): void {
    if (columns === undefined) readHeadings();
    else if (fatal === undefined && hasText) readRow(fields, columns.length);
  }

  function readRow(fields: number, wanted: number): void {
    rows.read += 1;
    if (fields !== wanted) faults = [issue("fieldsMiscounted", { fields, columns: wanted }, { line })];
    else if (!isFilled && faults.length === 0) {
      rows.excluded += 1;
      return;
    } else checkRow();
    const other = otherStratum();
    if (faults.length === 0 && other !== undefined) {
      const nameOf = (key: TallyKey, symbol: number) => keyReaders[keys.indexOf(key)]?.values[symbol] ?? "";
      const names = { cluster: nameOf("cluster", symbolOf(clusterPlace)), stratum: nameOf("stratum", symbolOf(stratumPlace)) };
      fault("clusterInTwoStrata", { ...names, other: nameOf("stratum", other) });
    }
    if (faults.length === 0 && respondentLength > 0) {
      const before = people.size();
      if (people.add(respondent, 0, respondentLength) < before) {
        fault("respondentTwice", { respondent: text.read(respondent, 0, respondentLength) ?? "" });
      }
    }
    if (faults.length > 0) {
      rows.rejected += 1;
      for (const found of faults) list(found);
      return;
    }
    accept(answers, 0);
  }

  /** What a number means in a column: the answer or the key's value, or -1 where the row has to be read by itself. */
  function meaningOf(column: number, bytes: Uint8Array): number {
    const target = targets[column] as number;
    begin(line);
    field(column, bytes, 0, bytes.length);
    switch (kinds[column]) {
      case kindsOf.question:
        return faults.length > 0 ? -1 : (answers[target] as number);
      case kindsOf.key: {
        const symbol = symbols[target] as number;
        return faults.length > 0 || (symbol === 0 && designKeys.includes(keys[target] as TallyKey)) ? -1 : symbol;
      }
      case kindsOf.ignored:
        return 0;
      default:
        return -1;
    }
  }

  /** Column by column what the numbers mean, then row by row; a row of which anything is to be said is read by itself. */
  function batch(first: number, given: readonly NumberedColumn[], size: number): void {
    line = first;
    if (table.size < size) table = meantRows(size, questions.length, keys.length);
    table.isPlain.fill(1);
    table.isAnswered.fill(0);
    for (const [column, values] of given.entries()) readColumn(column, values, size);
    for (let row = 0; row < size; row += 1) {
      if (table.isPlain[row] === 1 && table.isAnswered[row] === 1) {
        take(symbols, table.symbols, row);
        if (otherStratum() === undefined) {
          rows.read += 1;
          accept(table.answers, row * questions.length);
          continue;
        }
      }
      begin(first + row);
      for (const [column, { numbers, bytesOf }] of given.entries()) {
        const bytes = bytesOf(numbers[row] as number);
        field(column, bytes, 0, bytes.length);
      }
      end(given.length);
    }
  }

  function readColumn(column: number, { numbers, bytesOf }: NumberedColumn, size: number): void {
    const known = meanings[column] ?? new Int32Array(knownNumbers).fill(notKnown);
    meanings[column] = known;
    const { isPlain, isAnswered } = table;
    const isQuestion = kinds[column] === kindsOf.question;
    const isKey = kinds[column] === kindsOf.key;
    const into = isQuestion ? table.answers : table.symbols;
    const width = isQuestion ? questions.length : keys.length;
    for (let row = 0, at = targets[column] as number; row < size; row += 1, at += width) {
      const number = numbers[row] as number;
      const place = number >= 0 ? number + 1 : Number.isNaN(number) ? 0 : -1;
      let meaning = known[place] ?? notKnown;
      if (meaning === notKnown) {
        meaning = meaningOf(column, bytesOf(number));
        known[place] = meaning;
      }
      if (meaning < 0) isPlain[row] = 0;
      else if (isQuestion || isKey) into[at] = meaning;
      if (isQuestion && meaning > 0) isAnswered[row] = 1;
    }
  }

  return {
    begin,
    field,
    end,
    batch,
    broken: () => {
      const found = issue("quoteNotClosed", {}, { line });
      if (columns === undefined) fatal = [found];
      if (columns === undefined) columns = [];
      if (fatal !== undefined) return;
      rows.read += 1;
      rows.rejected += 1;
      list(found);
    },
    fatal: () => {
      if (columns === undefined) readHeadings();
      return fatal;
    },
    rows: () => rows,
    issues: () => listed,
    issueCounts: () => issueCounts,
    ignored: () => headings.filter((heading, column) => heading !== "" && kinds[column] === kindsOf.ignored),
    tally: () =>
      counts.tally(
        keys,
        keyReaders.map(({ values }) => values),
        rows.accepted,
      ),
  };
}

/** Whole numbers below this are looked up; what others mean is found anew each time. */
const knownNumbers = 1 << 12;
const notKnown = -2;

/** What the numbers of a table's rows mean, row after row, and which rows may be counted by that alone. */
interface MeantRows {
  readonly size: number;
  readonly answers: Int32Array;
  readonly symbols: Int32Array;
  readonly isPlain: Uint8Array;
  readonly isAnswered: Uint8Array;
}

function meantRows(size: number, questions: number, keys: number): MeantRows {
  return {
    size,
    answers: new Int32Array(size * questions),
    symbols: new Int32Array(size * keys),
    isPlain: new Uint8Array(size),
    isAnswered: new Uint8Array(size),
  };
}

function take(one: Int32Array, all: Int32Array, row: number): void {
  const start = row * one.length;
  for (let place = 0; place < one.length; place += 1) one[place] = all[start + place] as number;
}

const kindsOf = { question: 0, key: 1, respondent: 2, ignored: 3, unheaded: 4 } as const;
const designKeys: readonly TallyKey[] = ["stratum", "cluster", "weight"];

/** Reads the answers to a question: 0 is a blank, 1 the first answer of the scale. */
interface AnswerReader {
  readonly codes: readonly string[];
  /** The answer that these bytes are known to mean, or -1. */
  readonly find: (bytes: Uint8Array, from: number, to: number) => number;
  /** The answer that a text means, or -1; from now on its bytes mean it, too. */
  readonly learn: (written: string, bytes: Uint8Array, from: number, to: number) => number;
}

function answerReader(options: Parameters<typeof codesByWriting>[0]): AnswerReader {
  const codes = options.map(({ code }) => code);
  const meant = codesByWriting(options);
  const letters = new Int16Array(256).fill(-1);
  const table = byteTable();
  const answers: number[] = [];
  const answerOf = (written: string) => (written === "" ? 0 : codes.indexOf(meant.get(writtenKey(written)) ?? "") + 1 || -1);
  for (let byte = 33; byte < 127; byte += 1) letters[byte] = answerOf(String.fromCharCode(byte));
  return {
    codes,
    find: (bytes, from, to) => {
      if (to - from === 1) return letters[bytes[from] as number] as number;
      if (to === from) return 0;
      const known = table.find(bytes, from, to);
      return known < 0 ? -1 : (answers[known] as number);
    },
    learn: (written, bytes, from, to) => {
      const answer = answerOf(written);
      if (answer >= 0 && to - from > 1) answers[table.add(bytes, from, to)] = answer;
      return answer;
    },
  };
}

/** Reads the values of a key as small numbers: 0 is a blank. */
interface KeyReader {
  readonly values: readonly string[];
  readonly find: (bytes: Uint8Array, from: number, to: number) => number;
  readonly learn: (value: string, bytes: Uint8Array, from: number, to: number) => number;
}

function keyReader(): KeyReader {
  const values = [""];
  const known = new Map([["", 0]]);
  const table: ByteTable = byteTable();
  const symbols: number[] = [];
  return {
    values,
    find: (bytes, from, to) => {
      const number = table.find(bytes, from, to);
      return number < 0 ? -1 : (symbols[number] as number);
    },
    learn: (value, bytes, from, to) => {
      const symbol = known.get(value) ?? values.push(value) - 1;
      known.set(value, symbol);
      symbols[table.add(bytes, from, to)] = symbol;
      return symbol;
    },
  };
}

/** A weight in its one form, from text with a decimal comma or point; `undefined` where it is no number above 0. */
export function weightOf(written: string): string | undefined {
  const decimal = written.replace(/^(\d+),(\d+)$/, "$1.$2");
  if (!isDecimal(decimal) || decimal.startsWith("-")) return undefined;
  const weight = fromDecimal(decimal);
  return weight.numerator > 0n ? exactText(weight) : undefined;
}

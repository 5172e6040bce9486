import Table from "cli-table3";
import { stringify } from "csv-stringify/sync";
import type { CriteriaDraft, CriteriaFile } from "../criteria/criteriaFile";
import type { UnitRegister } from "../evidence/unitRegister";
import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { formatIssue } from "../issue/formatIssue";
import type { Issue } from "../issue/issue";
import { noticeWords } from "../report/noticeWords";
import type { CommonOptions } from "./context";

/** The name of the JSON shape that every command prints; see the page on output in the documentation. */
const outputFormat = "par-index/output/1";

/** A column of a table: its heading, and whether it holds numbers, which are set right and printed with the language's comma. */
export interface Column {
  readonly key: string;
  readonly heading: Bilingual;
  readonly number?: true;
  /** The column that gives way when the terminal is narrow. */
  readonly wide?: true;
}

export type Row = Readonly<Record<string, string>>;

/** What output tells of a criteria set, or of a draft of one: what it is, how official, and which readings were chosen. */
export interface ShownSet {
  readonly file: Pick<CriteriaDraft, "id" | "revision" | "status" | "title" | "notice">;
  readonly readings: Readonly<Record<string, string>>;
}

/** What a command has to say, before it is put into one of the three forms. */
export interface Output {
  readonly command: string;
  readonly criteria?: ShownSet;
  /** The register of units that the reports were held against. */
  readonly register?: UnitRegister | undefined;
  readonly warnings?: readonly Issue[];
  /** What the command looked for and found wrong: it is told beside the result, and the exit code is 1. */
  readonly faults?: readonly Issue[];
  /** Lines above and below the table; not part of the data. */
  readonly before?: readonly Words[];
  readonly sections: readonly { readonly title?: Words; readonly columns: readonly Column[]; readonly rows: readonly Row[] }[];
  readonly after?: readonly Words[];
  /** The same as data, for `--format json`; numbers as exact text. */
  readonly data: unknown;
}

/** The text that a command prints, in the form asked for. */
export function render(output: Output, { lang, format }: CommonOptions): string {
  if (format === "json") return `${JSON.stringify(envelope(output), null, 2)}\n`;
  return format === "csv" ? renderCsv(output, lang) : renderTables(output, lang);
}

/** Issues in words, one a line, errors first to last as they were found. */
export function renderIssues(issues: readonly Issue[], lang: Language): string {
  const label = { error: { vi: "Lỗi", en: "Error" }, warning: { vi: "Lưu ý", en: "Note" } } as const;
  return issues.map((found) => `${label[found.severity][lang]}: ${formatIssue(found, lang)}\n`).join("");
}

/** Issues as data, with their words in both languages, in the shape of every other output. */
export function issuesAsJson(command: string, issues: readonly Issue[], layout = spread): string {
  return `${layout({ format: outputFormat, command, ok: false, issues: issues.map(withMessage) })}\n`;
}

/** How data is laid out: over many lines, to be looked at, or on one, in a file of lines. */
export const spread = (data: object): string => JSON.stringify(data, null, 2);
export const onOneLine = (data: object): string => JSON.stringify(data);

/** The first line of output that has a line for each value of its data: all but the data. */
export function headLine(output: Omit<Output, "data" | "sections">): string {
  return `${onOneLine(envelope({ ...output, sections: [], data: undefined }))}\n`;
}

/** An issue as data, with its words in both languages. */
export function withMessage(found: Issue): object {
  return { ...found, message: { vi: formatIssue(found, "vi"), en: formatIssue(found, "en") } };
}

/** A wrong call as data, in the shape of every other output. */
export function usageAsJson(command: string, usage: Bilingual, layout = spread): string {
  return `${layout({ format: outputFormat, command, ok: false, usage })}\n`;
}

/** A number for people, from exact text; blank stays blank. */
export function numberIn(exact: string | null | undefined, language: Language): string {
  return exact === null || exact === undefined || exact === "" ? "" : formatNumber(exact, language);
}

/** What readers must be told of a set that is not the official text: its name and its notice. */
export function titleLines({ file }: ShownSet): readonly Words[] {
  return [file.title, ...noticeLines(file)];
}

/** The same of a register of units; nothing where none was given. */
export function registerLines(register: UnitRegister | undefined): readonly Words[] {
  if (register === undefined) return [];
  const { title } = register;
  return [{ vi: `Đối chiếu với: ${title.vi}`, en: `Held against: ${wordsIn(title, "en")}` }, ...noticeLines(register)];
}

function noticeLines(file: Pick<CriteriaFile, "notice" | "status">): readonly Words[] {
  const words = noticeWords(file);
  return words === undefined ? [] : [words];
}

function envelope({ command, criteria, register, faults, warnings = [], data }: Output): object {
  const set = criteria === undefined ? {} : { criteria: describeSet(criteria) };
  const units = register === undefined ? {} : { units: describeFile(register) };
  const issues = faults === undefined || faults.length === 0 ? {} : { issues: faults.map(withMessage) };
  return { format: outputFormat, command, ok: !("issues" in issues), ...set, ...units, ...issues, warnings, data };
}

/** A criteria set as JSON names it. */
export function describeSet({ file, readings }: ShownSet): object {
  return { ...describeFile(file), readings };
}

function describeFile({ id, revision, status, title, notice }: ShownSet["file"] | UnitRegister): object {
  return { id, revision, status, title, notice: notice ?? null };
}

function renderTables({ before = [], sections, after = [] }: Output, language: Language): string {
  const lines = (words: readonly Words[]) => words.map((line) => wordsIn(line, language)).join("\n");
  const tables = sections.map(({ title, columns, rows }) =>
    [...(title === undefined ? [] : [wordsIn(title, language)]), renderTable(columns, rows, language)].join("\n"),
  );
  return `${[lines(before), ...tables, lines(after)].filter((part) => part !== "").join("\n\n")}\n`;
}

function renderTable(columns: readonly Column[], rows: readonly Row[], language: Language): string {
  const cells = rows.map((row) => columns.map((column) => cell(row, column, language)));
  const headings = columns.map(({ heading }) => heading[language]);
  const table = new Table({
    head: headings,
    colAligns: columns.map(({ number }) => (number === true ? "right" : "left")),
    colWidths: fitted(
      columns.map((column, index) =>
        extentOf(
          column,
          headings[index] ?? "",
          cells.map((line) => line[index] ?? ""),
        ),
      ),
    ),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...cells);
  return table.toString();
}

/** How wide a column would be, and how narrow it may become: words are not cut, nor numbers parted. */
interface Extent {
  readonly width: number;
  readonly least: number;
  readonly number: boolean;
  readonly wide: boolean;
}

function extentOf({ number, wide }: Column, heading: string, cells: readonly string[]): Extent {
  const padding = 2;
  const words = [heading, ...cells].flatMap((text, index) => (number === true && index > 0 ? [text] : text.split(/\s+/)));
  return {
    width: Math.max(...[heading, ...cells].map(longestLine), 1) + padding,
    least: Math.max(...words.map(longestLine), 1) + padding,
    number: number === true,
    wide: wide === true,
  };
}

/**
 * Column widths for the terminal at hand. The widest text column gives way first, as long as it can be read; then the headings
 * of numbers break into lines; and at last every column gives way, whichever is furthest from its narrowest.
 */
function fitted(extents: readonly Extent[]): number[] {
  const terminal = Math.max(process.stdout.columns ?? 120, 80);
  const readable = 24;
  const widths = extents.map(({ width }) => width);
  const excess = () => widths.reduce((total, width) => total + width, widths.length + 1) - terminal;
  const giveWay = (leasts: readonly number[]) => {
    while (excess() > 0) {
      const slacks = widths.map((width, index) => width - (leasts[index] ?? width));
      const most = Math.max(...slacks);
      if (most <= 0) return;
      const giving = slacks.indexOf(most);
      widths[giving] = (widths[giving] ?? 0) - 1;
    }
  };
  giveWay(extents.map(({ width, least, wide }) => (wide ? Math.min(width, Math.max(least, readable)) : width)));
  giveWay(extents.map(({ least, number }, index) => (number ? least : (widths[index] ?? least))));
  giveWay(extents.map(({ least }) => least));
  return widths;
}

function longestLine(text: string): number {
  return Math.max(...text.split("\n").map((line) => [...line.normalize("NFC")].length));
}

/**
 * CSV that Excel opens by a double click: UTF-8 with a byte order mark, every cell quoted, and separators as the language's
 * Excel expects them (`;` and a decimal comma in Vietnamese, `,` and a point in English).
 */
function renderCsv({ criteria, before = [], sections: tables }: Output, language: Language): string {
  const sections = tables.length > 0 ? tables : [{ columns: [textColumn], rows: linesOf(before, language).map((text) => ({ text })) }];
  const status = criteria === undefined || criteria.file.status === "official" ? [] : [criteria.file.status];
  const statusHeading = status.map(() => ({ vi: "Tình trạng bộ tiêu chí", en: "Status of the set" })[language]);
  const lines = sections.flatMap(({ columns, rows }, index) => {
    const headings = columns.map(({ heading }) => heading[language]);
    const body = rows.map((row) => [...columns.map((column) => csvCell(row, column, language)), ...status]);
    return columns === sections[index - 1]?.columns ? body : [[...headings, ...statusHeading], ...body];
  });
  return stringify(lines, {
    bom: true,
    quoted: true,
    quoted_empty: true,
    delimiter: language === "vi" ? ";" : ",",
    record_delimiter: "windows",
  });
}

/** What is not a table becomes one column of text, a line in each row. */
const textColumn: Column = { key: "text", heading: { vi: "Nội dung", en: "Text" } };

function linesOf(words: readonly Words[], language: Language): string[] {
  return words.flatMap((line) => wordsIn(line, language).split("\n")).filter((line) => line.trim() !== "");
}

function cell(row: Row, { key, number }: Column, language: Language): string {
  const value = row[key] ?? "";
  return number === true ? printedNumber(value, language) : value;
}

/** A number with the language's decimal sign and no grouping, blank where there is none; text that a spreadsheet would take for a formula is led by an apostrophe. */
function csvCell(row: Row, { key, number }: Column, language: Language): string {
  const value = row[key] ?? "";
  if (number !== true) return value.replace(/^(?=[=+\-@\t\r])/, "'");
  if (value === noNumber || value === openNumber) return "";
  // A spreadsheet takes 10/3 for a day in March.
  if (value.includes("/")) return value.replace("/", " ÷ ");
  return language === "vi" ? value.replace(".", ",") : value;
}

/** Stands in a number column of a table where there is no number. */
export const noNumber = "–";

/** Stands for a number that a draft leaves open. */
export const openNumber = "…";

/** Cells of number columns hold exact text, or words such as "chưa có số liệu". */
function printedNumber(value: string, language: Language): string {
  return /^-?\d+(\.\d+)?(\/\d+)?$/.test(value) ? numberIn(value, language) : value;
}

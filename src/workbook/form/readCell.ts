import { formatCivilDate, serialDay } from "../../exact/civilDate";
import { exactText, fromDecimal } from "../../exact/decimal";
import { formatNumber } from "../../exact/formatNumber";
import { hundred, multiply } from "../../exact/ratio";
import { type Issue, issue, warning } from "../../issue/issue";
import { cellWords, pickedWords } from "../cellWords";
import type { CellContent, FilledCell } from "../readSheets";
import type { FormField } from "./formRows";

/** What a cell says: a value as a report has it, or nothing; and what is to be said about the cell. */
export interface CellReading {
  readonly value: string | boolean | undefined;
  readonly issues: readonly Issue[];
}

/** The figure that a cell holds, as a report writes it. What the figure may be is for the report's own check to say. */
export function readFigure(field: FormField, { content, isLinked }: FilledCell): CellReading {
  const read = readContent(field, content);
  return isLinked && read.value !== undefined ? { ...read, issues: [...read.issues, warning("cellLinked", {})] } : read;
}

/** The text of a cell, such as a reason or the number of a document; a number or a day as it is shown. */
export function readText(cell: FilledCell): CellReading {
  const { content } = cell;
  const unreadable = unreadableFault(content);
  if (unreadable !== undefined) return fault(unreadable);
  return content.kind === "day" ? fault(issue("cellIsDay", { day: content.day })) : value(shownText(cell));
}

/** What a cell shows, for people. */
export function shownText({ content }: FilledCell): string {
  if (content.kind === "text") return content.text;
  if (content.kind === "number") return content.isPercent ? percentWords(content.text) : content.text;
  if (content.kind === "day") return formatCivilDate(content.day, "vi");
  if (content.kind === "error") return content.shown;
  return content.kind === "yesNo" ? (content.value ? cellWords.yes : cellWords.no) : "";
}

/** Points that a cell holds. */
export function readNumberText(cell: FilledCell): CellReading {
  return readFigure({ key: "points", type: "points", label: { vi: "Điểm" } }, cell);
}

/** True where a cell says that its criterion does not apply. */
export function isNotApplicable(cell: FilledCell | undefined): boolean {
  return cell?.content.kind === "text" && plain(cell.content.text) === plain(cellWords.notApplicable);
}

/** Whether a cell is marked; what is written in it must be a word for yes. */
export function readMark({ content }: FilledCell, word: string): CellReading {
  if (content.kind === "yesNo") return value(content.value ? true : undefined);
  const isMarked = content.kind === "text" && (isYes(content.text) || plain(content.text) === plain(word));
  return isMarked ? value(true) : fault(issue("notPicked", { received: shown(content), choices: [word] }));
}

/** Text without what people do not see: capitals, marks composed or apart, blanks. */
export function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
}

function readContent(field: FormField, content: CellContent): CellReading {
  const unreadable = unreadableFault(content);
  if (unreadable !== undefined) return fault(unreadable);
  switch (field.type) {
    case "text":
      return readText({ content } as FilledCell);
    case "yesNo":
    case "option":
      return readPicked(field, content);
    case "date":
      return readDay(content);
    default:
      return readNumber(field, content);
  }
}

function readPicked(field: FormField, content: CellContent): CellReading {
  const picked = pickedWords(field);
  if (content.kind === "yesNo" && field.type === "yesNo") return value(content.value);
  if (content.kind === "text") {
    const text = plain(content.text);
    const found = picked.find(({ words, figure }) => plain(words) === text || (field.type === "option" && figure === content.text.trim()));
    if (found !== undefined) return value(found.figure);
    if (field.type === "yesNo" && isYes(content.text)) return value(true);
    if (field.type === "yesNo" && isNo(content.text)) return value(false);
  }
  return fault(issue("notPicked", { received: shown(content), choices: picked.map(({ words }) => words) }));
}

/** A day as a date, as text, or as the number by which a spreadsheet keeps it, where the format of the cell was lost. */
function readDay(content: CellContent): CellReading {
  if (content.kind === "day") return value(content.day);
  if (content.kind === "number" && /^\d{5}$/.test(content.text)) return value(serialDay(Number(content.text)));
  return value(shown(content));
}

function readNumber({ type }: FormField, content: CellContent): CellReading {
  if (content.kind === "day") return fault(issue("cellIsDay", { day: content.day }));
  if (content.kind !== "number") return value(type === "percent" ? shown(content).replace(/\s*%\s*$/, "") : shown(content));
  if (type === "percent") return value(content.isPercent ? hundredfold(content.text) : content.text);
  if (content.isPercent && type !== "ratio") return fault(issue("cellIsPercent", { shown: percentWords(content.text) }));
  // What a cell holds as a number is no 1.234 for 1,234: one digit more says so.
  return value(type === "amount" && /^[1-9]\d{0,2}\.\d{3}$/.test(content.text) ? `${content.text}0` : content.text);
}

function hundredfold(decimal: string): string {
  return exactText(multiply(fromDecimal(decimal), hundred));
}

function percentWords(decimal: string): string {
  return `${formatNumber(hundredfold(decimal), "vi")} %`;
}

function unreadableFault(content: CellContent): Issue | undefined {
  if (content.kind === "error") return issue("cellError", { shown: content.shown });
  return content.kind === "noResult" ? issue("cellNoResult", {}) : undefined;
}

function value(read: string | boolean | undefined): CellReading {
  return { value: read, issues: [] };
}

function fault(found: Issue): CellReading {
  return { value: undefined, issues: [found] };
}

function shown(content: CellContent): string {
  if (content.kind === "text") return content.text.trim();
  if (content.kind === "number") return content.text;
  if (content.kind === "day") return content.day;
  return content.kind === "yesNo" ? (content.value ? cellWords.yes : cellWords.no) : "";
}

const yesWords = ["có", "x", "✓", "✔", "v", "yes", "true", "đúng", "☑", "☒"];
const noWords = ["không", "no", "false", "sai", "☐"];

function isYes(text: string): boolean {
  return yesWords.includes(plain(text));
}

function isNo(text: string): boolean {
  return noWords.includes(plain(text));
}

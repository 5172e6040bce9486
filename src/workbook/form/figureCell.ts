import { type CivilDate, daySerial, formatCivilDate } from "../../exact/civilDate";
import { formatNumber } from "../../exact/formatNumber";
import { shownDecimal } from "../../exact/rounding";
import type { Figure } from "../../rules/ruleKind";
import { cellWords, pickedWords } from "../cellWords";
import type { Look } from "../looks";
import type { FormField } from "./formRows";

/** How the cell of a figure looks, and the number format it has. */
export function figureLook({ type }: FormField): { readonly look: Look; readonly format?: string } {
  if (type === "date") return { look: "inputDate" };
  if (type === "count") return { look: "inputNumber", format: "#,##0" };
  // Typed into a cell of numbers, a fraction such as 1/2 becomes a day.
  if (type === "ratio" || type === "text") return { look: "inputText" };
  return { look: type === "option" || type === "yesNo" ? "input" : "inputNumber" };
}

/** A figure as its cell holds it; a number that a spreadsheet would shorten stays text. */
export function figureValue(field: FormField, figure: Figure): string | number {
  if (field.type === "date") return dayValue(String(figure));
  if (field.type === "option" || field.type === "yesNo") return wordsOf(field, figure);
  if (field.type === "ratio" || field.type === "text") return String(figure);
  return numberOrText(String(figure));
}

/** A day as the number that a spreadsheet shows as a day; text before March 1900, where spreadsheets count a day that never was. */
export function dayValue(day: CivilDate): string | number {
  const serial = daySerial(day);
  return serial > lastDoubtfulSerial ? serial : formatCivilDate(day, "vi");
}

const lastDoubtfulSerial = 60;

export function numberOrText(decimal: string): string | number {
  return shownDecimal(Number(decimal)) === decimal ? Number(decimal) : decimal;
}

/** A figure as people read it. */
export function figureWords(field: FormField, figure: Figure): string {
  if (field.type === "date") return formatCivilDate(String(figure), "vi");
  if (field.type === "option" || field.type === "yesNo") return wordsOf(field, figure);
  return field.type === "text" ? String(figure) : formatNumber(String(figure), "vi");
}

/** How a figure is written, as is told where its cell is chosen. */
export function howToFill({ type, unit, options = [] }: FormField, mayNotApply: boolean): string {
  const how = {
    count: "Ghi số nguyên: 0, 1, 2, … Chưa có số liệu thì để trống, không ghi 0.",
    amount: "Ghi số, ví dụ 1250,5. Chưa có số liệu thì để trống, không ghi 0.",
    points: "Ghi số điểm, ví dụ 1,5.",
    percent: "Ghi tỷ lệ phần trăm, ví dụ 95,5 hoặc 95,5%.",
    ratio: "Ghi tỷ số từ 0 đến 1, ví dụ 0,955 hoặc 57/62.",
    date: "Ghi ngày, ví dụ 15/1/2021.",
    yesNo: `Chọn ${cellWords.yes} hoặc ${cellWords.no}.`,
    option: `Chọn một trong ${options.length} mức trong danh sách.`,
    text: "Ghi bằng chữ; không có thì để trống.",
  }[type];
  const ofUnit = unit === undefined ? "" : ` Đơn vị tính: ${unit.vi}.`;
  return `${how}${ofUnit}${mayNotApply ? ` Không áp dụng thì chọn “${cellWords.notApplicable}” và ghi lý do.` : ""}`;
}

function wordsOf(field: FormField, figure: Figure): string {
  return pickedWords(field).find((picked) => picked.figure === figure)?.words ?? String(figure);
}

import { formatNumber, type Language } from "../exact/formatNumber";
import type { Look } from "./looks";
import type { SheetCell } from "./sheet";

/** Excel holds a number to so many digits. */
const digitsHeld = 15;

/**
 * A cell that shows exactly these digits, with the comma or point of the reader's Excel: a number with a format of as many
 * places as the text has. A fraction whose decimals never end, and what has more digits than Excel holds, stands as text.
 */
export function numberCell(exact: string, language: Language, look: Look = "number"): SheetCell {
  const places = exact.split(".")[1]?.length ?? 0;
  const digits = exact.replace(/^-?0*\.?0*|\./g, "").length;
  if (exact.includes("/") || digits > digitsHeld) return { value: formatNumber(exact, language), look };
  return { value: Number(exact), look, format: places === 0 ? "0" : `0.${"0".repeat(places)}` };
}

/** A whole number that was counted, such as a rank. */
export function countCell(count: number, look: Look = "ordinal"): SheetCell {
  return { value: count, look, format: "0" };
}

/** The longest text that Excel takes in a cell. */
const longestText = 32_767;

/** Text in a cell, whatever it begins with; without any, the cell is blank. */
export function textCell(text: string, look: Look = "text"): SheetCell {
  if (text === "") return { look };
  return { value: text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text, look };
}

import type { CellStyle } from "hucre/xlsx";

/** The typeface of Vietnamese administrative documents. */
const family = "Times New Roman";

const grid: CellStyle["border"] = { top: { style: "thin" }, right: { style: "thin" }, bottom: { style: "thin" }, left: { style: "thin" } };
/** Not flush against the text in the next column. Without wrapping, which makes LibreOffice forget the indent. */
const right = { vertical: "center", horizontal: "right", indent: 1 } as const;
const middle = { vertical: "center", wrapText: true } as const;
const font = { name: family, size: 12 } as const;
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;

const text: CellStyle = { font, border: grid, alignment: { ...middle, horizontal: "left", indent: 1 } };
const number: CellStyle = { font, border: grid, alignment: right };
/** The shades of cells to fill in, and of those of them in which something is to be mended. */
export const inputFills = { plain: fill("FFF8DC"), marked: fill("F8CBAD") } as const;

/** Cells that may be filled in: the only ones that are not locked. */
const input: CellStyle = { ...text, fill: inputFills.plain, protection: { locked: false } };

/** What a cell is for, and so how it looks. Shades differ in lightness, so that a print in grey reads the same. */
export const looks = {
  plain: { font, alignment: { vertical: "center" } },
  centred: { font: { ...font, bold: true }, alignment: { ...middle, horizontal: "center" } },
  title: { font: { ...font, size: 14, bold: true }, alignment: { ...middle, horizontal: "center" } },
  subtitle: { font: { ...font, italic: true }, alignment: { ...middle, horizontal: "center" } },
  notice: { font: { ...font, bold: true, color: { rgb: "9C0006" } }, fill: fill("FDE9E7"), alignment: { ...middle, horizontal: "left" } },
  remark: { font: { ...font, size: 11, italic: true }, alignment: { ...middle, horizontal: "left" } },
  label: { font, alignment: { vertical: "center", horizontal: "left" } },
  heading: { font: { ...font, bold: true }, border: grid, fill: fill("D9E2EC"), alignment: { ...middle, horizontal: "center" } },
  area: { font: { ...font, bold: true }, border: grid, fill: fill("EDF2F7"), alignment: { ...middle, horizontal: "left", indent: 1 } },
  areaNumber: { font: { ...font, bold: true }, border: grid, fill: fill("EDF2F7"), alignment: right },
  criterion: { font: { ...font, bold: true }, border: grid, alignment: { ...middle, horizontal: "left", indent: 1 } },
  criterionNumber: { font: { ...font, bold: true }, border: grid, alignment: right },
  text,
  number,
  /** A number that counts or orders, rather than measures. */
  ordinal: { ...number, alignment: { ...middle, horizontal: "center" } },
  /** A word where a number would stand. */
  word: { ...text, font: { ...font, size: 10, italic: true }, alignment: { ...middle, horizontal: "center" } },
  /** Points that a formula works out while the form is filled in. */
  hint: { ...number, font: { ...font, italic: true }, numFmt: "0.00##" },
  input,
  inputNumber: { ...input, alignment: { ...middle, horizontal: "right" } },
  inputDate: { ...input, alignment: { ...middle, horizontal: "right" }, numFmt: "dd/mm/yyyy" },
  /** Text that stays text, such as an id that looks like a number. */
  inputText: { ...input, numFmt: "@" },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type Look = keyof typeof looks;

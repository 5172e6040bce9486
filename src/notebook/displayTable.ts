import type { Language } from "../exact/formatNumber";
import { joined, type Markup, plain, tag } from "../page/report/markup";
import { type Display, displayOf } from "./display";

/** In which language a value is shown; Vietnamese unless given. */
export interface DisplayOptions {
  readonly lang?: Language | undefined;
}

/** A column as it is shown: its heading, what its numbers count, and whether it holds any. */
export interface ShownColumn {
  readonly heading: string;
  readonly unit?: string | undefined;
  readonly isNumber?: boolean | undefined;
}

/** A row: its cells, how deep it stands in a tree, and whether it sums up others. */
export interface ShownRow {
  readonly cells: readonly string[];
  readonly depth?: number | undefined;
  readonly isSum?: boolean | undefined;
}

export interface ShownTable {
  readonly caption?: string | undefined;
  readonly columns: readonly ShownColumn[];
  /** The column that says what a row is about. */
  readonly about: number;
  readonly rows: readonly ShownRow[];
}

/** Lines above the tables, such as whose they are, the tables, and lines below them. */
export interface ShownPaper {
  readonly title?: string | undefined;
  readonly notes: readonly string[];
  readonly tables: readonly ShownTable[];
  readonly remarks: readonly string[];
}

/** A paper in the forms that every notebook knows: HTML without colours of its own, for light and dark pages, and text. */
export function paperDisplay({ title, notes, tables, remarks }: ShownPaper): Display {
  const html = joined([
    ...(title === undefined ? [] : [paragraph(tag("strong", {}, plain(title)))]),
    ...notes.map((note) => paragraph(plain(note))),
    ...tables.map(tableMarkup),
    ...remarks.map((remark) => paragraph(plain(remark))),
  ]);
  const head = [...(title === undefined ? [] : [title]), ...notes];
  const parts = [head, ...tables.map(tableLines), remarks].filter((lines) => lines.length > 0);
  return displayOf({ "text/html": tag("div", {}, html).html, "text/plain": parts.map((lines) => lines.join("\n")).join("\n\n") });
}

function paragraph(content: Markup): Markup {
  return tag("p", {}, content);
}

function tableMarkup({ caption, columns, about, rows }: ShownTable): Markup {
  const [body, sums] = [rows.filter(({ isSum }) => isSum !== true), rows.filter(({ isSum }) => isSum === true)];
  const isTree = rows[0]?.isSum === true;
  const written = (some: readonly ShownRow[]) => some.map((row) => rowMarkup(columns, about, row));
  return tag(
    "table",
    {},
    ...(caption === undefined ? [] : [tag("caption", { style: "text-align:left" }, plain(caption))]),
    tag("thead", {}, tag("tr", {}, ...columns.map(headingMarkup))),
    tag("tbody", {}, ...written(isTree ? rows : body)),
    ...(isTree || sums.length === 0 ? [] : [tag("tfoot", {}, ...written(sums))]),
  );
}

function headingMarkup({ heading, unit, isNumber }: ShownColumn): Markup {
  const small = unit === undefined ? [] : [plain(" "), tag("small", {}, plain(`(${unit})`))];
  return tag("th", { scope: "col", ...side(isNumber) }, plain(heading), ...small);
}

function rowMarkup(columns: readonly ShownColumn[], about: number, { cells, isSum, depth = 0 }: ShownRow): Markup {
  const written = cells.map((cell, place) => {
    const text = (words: string) => (isSum === true && words !== "" ? tag("strong", {}, plain(words)) : plain(words));
    const attributes = side(columns[place]?.isNumber);
    if (place !== about) return tag("td", attributes, text(cell));
    return tag(
      "th",
      { scope: "row", ...attributes, style: `text-align:left;font-weight:normal${hanging(depth)}` },
      text(indented(cell, depth)),
    );
  });
  return tag("tr", {}, ...written);
}

/** A blank as wide as a letter, that no page takes away. */
function indented(text: string, depth: number): string {
  return `${"\u2003".repeat(depth)}${text}`;
}

/** Further lines of a long title stand below its first word. */
function hanging(depth: number): string {
  return depth === 0 ? "" : `;padding-left:calc(.5em + ${depth}em);text-indent:-${depth}em`;
}

/** Notebooks turn text to the right unless told; what cleans a page of styles, as code hosts do, leaves `align`. */
function side(isNumber: boolean | undefined) {
  return isNumber === true ? { align: "right", style: "text-align:right" } : { align: "left", style: "text-align:left" };
}

/** A table in letters of one width. */
function tableLines({ caption, columns, about, rows }: ShownTable): readonly string[] {
  const headings = columns.map(({ heading, unit }) => (unit === undefined ? heading : `${heading} (${unit})`));
  const written = rows.map(({ cells, depth = 0 }) => cells.map((cell, place) => (place === about ? indented(cell, depth) : cell)));
  const all = [headings, ...written];
  const widths = columns.map((_, place) => Math.max(...all.map((cells) => lengthOf(cells[place]))));
  const lines = all.map((cells) => columns.map(({ isNumber }, place) => padded(cells[place] ?? "", widths[place] ?? 0, isNumber)));
  return [...(caption === undefined ? [] : [caption]), ...lines.map((cells) => cells.join("  ").trimEnd())];
}

function padded(cell: string, width: number, isNumber: boolean | undefined): string {
  const blank = " ".repeat(width - lengthOf(cell));
  return isNumber === true ? `${blank}${cell}` : `${cell}${blank}`;
}

function lengthOf(text = ""): number {
  return [...text].length;
}

/** A paper as it is laid out, before it is written as a Word file. */
export interface Paper {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** At the bottom of every page. */
  readonly footer: string;
}

export type Block = Line | Table;

/** How a line of text looks. */
export type LineLook =
  | "body"
  | "bold"
  | "title"
  | "centred"
  | "centredBold"
  | "centredItalic"
  | "underlined"
  | "italic"
  | "notice"
  | "cell"
  | "cellBold"
  | "remark"
  | "small";

export interface Line {
  readonly text: string;
  readonly look?: LineLook | undefined;
  /** Dots to the end of the line, to be written on by hand. */
  readonly dots?: boolean | undefined;
}

export interface Table {
  /** In millimetres. */
  readonly widths: readonly number[];
  /** Repeated at the top of every page. */
  readonly heading?: readonly string[] | undefined;
  readonly rows: readonly TableRow[];
  /** Without lines: only to set texts side by side. */
  readonly bare?: boolean | undefined;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly bold?: boolean | undefined;
}

/** Lines of a cell, and where they stand. */
export interface TableCell {
  readonly lines: readonly Line[];
  readonly align?: "left" | "center" | "right" | undefined;
}

/** A line of dots to be written on by hand. */
export function blankLine(text = ""): Line {
  return { text, dots: true };
}

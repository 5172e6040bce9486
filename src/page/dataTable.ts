import { element } from "./element";

/** A column of a table: its heading, and whether it holds numbers. */
export interface TableColumn {
  readonly heading: string;
  readonly isNumber?: boolean;
}

type Cell = Node | string;

/** A table that becomes a list of cards on a narrow screen: every cell then says its column's heading. */
export function dataTable(caption: string, columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): HTMLTableElement {
  return element(
    "table",
    {},
    element("caption", { class: "unseen" }, caption),
    element("thead", {}, headingRow(columns)),
    element("tbody", {}, ...rows.map((cells) => dataRow(columns, cells))),
  );
}

export function headingRow(columns: readonly TableColumn[]): HTMLTableRowElement {
  return element(
    "tr",
    {},
    ...columns.map(({ heading, isNumber }) => element("th", { scope: "col", class: isNumber ? "number" : undefined }, heading)),
  );
}

/** A row; its first cell is what the row is about. */
export function dataRow(columns: readonly TableColumn[], cells: readonly Cell[]): HTMLTableRowElement {
  return element(
    "tr",
    {},
    ...cells.map((cell, index) => {
      const { heading = "", isNumber } = columns[index] ?? {};
      const attributes = { "data-label": heading, class: isNumber ? "number" : undefined };
      return index === 0 ? element("th", { scope: "row", ...attributes }, cell) : element("td", attributes, cell);
    }),
  );
}

/** Words that stand alone in a heading or a cell begin with a capital. */
export function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

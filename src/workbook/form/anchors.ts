import type { SheetCell, SheetRow } from "../sheet";

/**
 * The first column of a form's sheets, which nobody sees, names what each row holds, and a hidden row names what each column holds:
 * so a row or column that was moved is found again, and one that is gone or came in is told.
 */
export const anchors = {
  /** The row of keys of the table of figures, of the line of who sends it, and of the list of documents. */
  figures: "#figures",
  sender: "#sender",
  documents: "#documents",
  /** The row below `#sender`. */
  senderLine: "sender",
  /** A row in which nothing is filled in. */
  fixed: "-",
  /** A row in which people sign; below the last of them their names stand. */
  signatures: "signatures",
} as const;

/** A row of which nothing is read. */
export function fixedRow(cells: readonly (SheetCell | undefined)[]): SheetRow {
  return anchored(anchors.fixed, cells);
}

export function anchored(anchor: string, cells: readonly (SheetCell | undefined)[]): SheetRow {
  return { cells: [{ value: anchor, look: "plain" }, ...cells] };
}

/** The hidden row that names the columns, from the second on. */
export function keyRow(anchor: string, keys: readonly (string | undefined)[]): SheetRow {
  return {
    ...anchored(
      anchor,
      keys.map((key) => (key === undefined ? undefined : { value: key, look: "plain" })),
    ),
    hidden: true,
  };
}

import { fixedCell, type SheetContent } from "../sheet";

/** The lists that cells are picked from, each written once on a sheet that nobody sees. */
export interface WordLists {
  /** The range that holds these words, such as `lists!$B$1:$B$3`. */
  rangeOf(words: readonly string[]): string;
  sheet(): SheetContent;
}

const sheetName = "lists";

export function wordLists(): WordLists {
  const columns: (readonly string[])[] = [];
  const placeOf = new Map<string, number>();
  return {
    rangeOf(words) {
      const key = JSON.stringify(words);
      const known = placeOf.get(key);
      const column = known ?? columns.length;
      if (known === undefined) {
        placeOf.set(key, column);
        columns.push(words);
      }
      return `${sheetName}!${fixedCell(0, column)}:${fixedCell(words.length - 1, column)}`;
    },
    sheet() {
      const longest = columns.reduce((most, { length }) => Math.max(most, length), 0);
      return {
        name: sheetName,
        widths: columns.map(() => 20),
        rows: Array.from({ length: longest }, (_, row) => ({
          cells: columns.map((words) => (words[row] === undefined ? undefined : { value: words[row], look: "plain" })),
        })),
        hidden: true,
      };
    },
  };
}

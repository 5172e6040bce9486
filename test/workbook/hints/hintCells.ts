import type { Leaf } from "../../../src/criteria/criteriaSet";
import { pickedWords } from "../../../src/workbook/cellWords";
import type { HintCells } from "../../../src/workbook/hints/hintFormula";

/** The cells of a leaf's figures in the columns of a row from A on, and a list for those that are picked. */
export function hintCells({ fields }: Leaf, row: number, listOf: (words: readonly string[]) => string): HintCells {
  return Object.fromEntries(
    fields.map((field, index) => {
      const words = pickedWords(field).map((picked) => picked.words);
      const cell = `$${String.fromCharCode(65 + index)}$${row}`;
      return [field.key, words.length === 0 ? { cell } : { cell, list: listOf(words) }];
    }),
  );
}

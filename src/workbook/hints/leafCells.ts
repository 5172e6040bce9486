import type { Field } from "../../rules/ruleKind";
import { pickedWords } from "../cellWords";
import type { Formula } from "./formula";
import type { HintCells } from "./hintFormula";

/** The cells of a leaf's figures, each of which is there. */
export interface LeafCells {
  at(key: string): Formula;
  /** The figure's place among the words of its list, from 1; an error where the cell holds none of them. */
  place(key: string): Formula;
}

/** The cells by which a formula can read a leaf's figures; nothing where it cannot read one of them. */
export function leafCells(fields: readonly Field[], cells: HintCells): LeafCells | undefined {
  if (!fields.every((field) => isReadable(field, cells))) return undefined;
  const at = (key: string) => cells[key]?.cell ?? "#REF!";
  return { at, place: (key) => `MATCH(${at(key)},${cells[key]?.list ?? "#REF!"},0)` };
}

function isReadable(field: Field, cells: HintCells): boolean {
  const cell = cells[field.key];
  const words = pickedWords(field).map((picked) => picked.words);
  return cell !== undefined && (words.length === 0 || (cell.list !== undefined && canBeMatched(words)));
}

/** MATCH takes no text above 255 characters, takes some signs for wildcards, and does not tell capitals from small letters. */
function canBeMatched(words: readonly string[]): boolean {
  const apart = new Set(words.map((text) => text.toLowerCase()));
  return apart.size === words.length && words.every((text) => text.length <= 255 && !/[?*~]/.test(text));
}

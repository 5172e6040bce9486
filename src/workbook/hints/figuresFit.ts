import type { Field } from "../../rules/ruleKind";
import { pickedWords } from "../cellWords";
import { type Formula, some } from "./formula";
import type { LeafCells } from "./leafCells";

/**
 * The conditions under which cells hold figures that could be reported: every required one, and none that its type does not
 * allow. A required pick needs no condition, since its place is an error where there is none.
 */
export function figuresFit(fields: readonly Field[], cells: LeafCells): readonly Formula[] {
  const typed = fields.filter((field) => pickedWords(field).length === 0);
  const picked = fields.filter((field) => pickedWords(field).length > 0 && field.optional === true);
  const cellsOf = (listed: readonly Field[]) => listed.map(({ key }) => cells.at(key)).join(",");
  const required = typed.filter(({ optional }) => optional !== true);
  const optional = typed.filter((field) => field.optional === true);
  return [
    ...(required.length === 0 ? [] : [`COUNT(${cellsOf(required)})=${required.length}`]),
    ...(optional.length === 0 ? [] : [`COUNT(${cellsOf(optional)})=COUNTA(${cellsOf(optional)})`]),
    ...(typed.length === 0 ? [] : [`MIN(${cellsOf(typed)})>=0`]),
    ...typed.flatMap(({ key, type }) => limits[type]?.(cells.at(key)) ?? []),
    ...picked.map((field) => `IFERROR(${cells.place(field.key)}<=${pickedWords(field).length},${cells.at(field.key)}="")`),
  ];
}

const whole = (cell: Formula) => [`INT(${cell})=${cell}`];

/** What a number of a type must be beside not negative; a blank cell counts as 0. */
const limits: Partial<Readonly<Record<Field["type"], (cell: Formula) => readonly Formula[]>>> = {
  count: whole,
  date: whole,
  // From above 0 to 1 a percentage is questioned, since a ratio may be meant.
  percent: (cell) => [`${cell}<=100`, some([`${cell}=0`, `${cell}>1`])],
  ratio: (cell) => [`${cell}<=1`],
};

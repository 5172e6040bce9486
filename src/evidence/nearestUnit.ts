import { plainName } from "./plainName";
import type { RegisteredUnit } from "./unitRegister";

/** How many letters a name may differ by and still be taken for a slip of the pen. */
const mostSlips = 2;

/** The unit whose name, former name or id is meant, as far as slips of the pen can tell; `undefined` when none is near. */
export function nearestUnit(
  units: readonly RegisteredUnit[],
  { id, name }: { readonly id: string; readonly name?: string | undefined },
): RegisteredUnit | undefined {
  const slips = (unit: RegisteredUnit) => {
    const names = name === undefined ? [] : [unit.name, ...(unit.formerNames ?? []).map((former) => former.name)];
    return Math.min(...names.map((known) => slipsBetween(plainName(known), plainName(name ?? ""))), slipsBetween(unit.id, id));
  };
  const near = units.map((unit) => ({ unit, slips: slips(unit) })).filter((candidate) => Number.isFinite(candidate.slips));
  return near.reduce<(typeof near)[number] | undefined>(
    (nearest, candidate) => (nearest === undefined || candidate.slips < nearest.slips ? candidate : nearest),
    undefined,
  )?.unit;
}

/** Letters to put in, leave out or change to come from one text to the other; without end where they are too many for slips. */
function slipsBetween(known: string, written: string): number {
  const most = Math.min(mostSlips, written.length / 4);
  if (Math.abs(known.length - written.length) > most) return Number.POSITIVE_INFINITY;
  let row = [...written, ""].map((_, index) => index);
  for (const [index, letter] of [...known].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...written].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  const slips = row.at(-1) ?? 0;
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}

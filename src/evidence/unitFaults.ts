import { noticeFaults, provenanceFaults } from "../criteria/provenanceFaults";
import { at, type Issue, issue, under } from "../issue/issue";
import { duplicateFaults } from "../rules/options";
import { nearestUnit } from "./nearestUnit";
import { plainName } from "./plainName";
import type { RegisteredUnit, UnitRegister } from "./unitRegister";

/** What a register must satisfy beyond its shape, so that each unit is one unit and each merger leads somewhere; in its own order. */
export function unitFaults(register: UnitRegister): Issue[] {
  const index = indexOf(register.units);
  return [
    ...noticeFaults(register),
    ...duplicateFaults(register.groups, ["groups"]),
    ...register.units.flatMap((unit, place) =>
      [
        ...repeatedFaults(unit, place, register.units, index),
        ...groupFaults(unit, register),
        ...dayFaults(unit),
        ...linkKeys.flatMap((key) => linkFaults(key, unit, register.units, index)),
        ...provenanceFaults(unit.provenance, register).map((found) => under(["provenance"], found)),
      ].map((found) => at({ unit: unit.id }, under(["units", place], found))),
    ),
  ];
}

/** Where each unit stands first, by its id, and by its name inside its group and the unit it lies in. */
interface Index {
  readonly byId: ReadonlyMap<string, number>;
  readonly byName: ReadonlyMap<string, number>;
}

function indexOf(units: readonly RegisteredUnit[]): Index {
  const placeBy = (keyOf: (unit: RegisteredUnit) => string) =>
    new Map([...units.entries()].reverse().map(([at, unit]) => [keyOf(unit), at]));
  return { byId: placeBy(({ id }) => id), byName: placeBy(nameKey) };
}

/** Communes of two districts may have one name; two units of one group and district may not. */
function nameKey({ name, group, within }: RegisteredUnit): string {
  return JSON.stringify([group, within, plainName(name)]);
}

function repeatedFaults(unit: RegisteredUnit, place: number, units: readonly RegisteredUnit[], { byId, byName }: Index): Issue[] {
  if ((byId.get(unit.id) ?? place) < place) return [issue("duplicateOption", { option: unit.id }, { path: ["id"] })];
  const other = units[byName.get(nameKey(unit)) ?? place];
  return other === undefined || other === unit ? [] : [issue("unitNamedTwice", { name: unit.name, other: other.id }, { path: ["name"] })];
}

function groupFaults({ group }: RegisteredUnit, { groups }: UnitRegister): Issue[] {
  const known = groups.map(({ id }) => id);
  return known.includes(group) ? [] : [issue("unknownGroup", { group, groups: known }, { path: ["group"] })];
}

/** A merger says when; a unit ends after it began. */
function dayFaults({ since, until, mergedInto }: RegisteredUnit): Issue[] {
  return [
    ...(mergedInto !== undefined && until === undefined ? [issue("missingKey", { key: "until" })] : []),
    ...(since !== undefined && until !== undefined && until < since
      ? [issue("daysOutOfOrder", { earlier: since, later: until }, { path: ["until"] })]
      : []),
  ];
}

/** The keys of a unit that name another. */
const linkKeys = ["mergedInto", "within"] as const;
type LinkKey = (typeof linkKeys)[number];

function linkFaults(key: LinkKey, unit: RegisteredUnit, units: readonly RegisteredUnit[], { byId }: Index): Issue[] {
  const target = unit[key];
  if (target === undefined) return [];
  if (!byId.has(target)) {
    const nearest = nearestUnit(units, { id: target });
    return [issue("unitNotInRegister", { unit: target, ...(nearest === undefined ? {} : { nearest: nearest.id }) }, { path: [key] })];
  }
  const circle = circleFrom(unit.id, (id) => units[byId.get(id) ?? -1]?.[key]);
  // Told once, at the first of the units that it leads through.
  const isFirst = circle.every((id) => (byId.get(id) ?? 0) >= (byId.get(unit.id) ?? 0));
  return circle.length > 0 && isFirst ? [issue("unitsInACircle", { units: circle }, { path: [key] })] : [];
}

/** The ids that lead from one back to itself; none when they end, or run into a circle that it is no part of. */
function circleFrom(start: string, next: (id: string) => string | undefined): readonly string[] {
  const passed = new Set<string>();
  for (let id: string | undefined = start; id !== undefined && !passed.has(id); id = next(id)) {
    passed.add(id);
    if (next(id) === start) return [...passed];
  }
  return [];
}

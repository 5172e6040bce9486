import { at, type Issue, type Location } from "../../issue/issue";
import type { FilledSheet } from "../readSheets";
import { cellName } from "../sheet";
import type { CellReading } from "./readCell";

/** What one cell gives to a report: a value by the keys that lead to it, and what is to be said about the cell. */
export interface Reading {
  readonly path: readonly (string | number)[];
  /** `undefined` where the cell gives none, or none that can be read. */
  readonly value: unknown;
  readonly location: Location;
  readonly issues: readonly Issue[];
}

export function reading(path: Reading["path"], location: Location, { value, issues }: CellReading): Reading {
  return { path, value, location, issues: issues.map((found) => at(location, found)) };
}

export function cellLocation({ name }: FilledSheet, row: number, column: number): Location {
  return { sheet: name, cell: cellName(row, column) };
}

/** A report of all that was read, each value under its keys; a number among them is a place in a list. */
export function assembled(readings: readonly Reading[]): Readonly<Record<string, unknown>> {
  const report: Record<string, unknown> = {};
  for (const { path, value } of readings) {
    if (value === undefined) continue;
    let inside = report;
    path.slice(0, -1).forEach((key, depth) => {
      inside[key] ??= typeof path[depth + 1] === "number" ? [] : {};
      inside = inside[key] as Record<string, unknown>;
    });
    inside[path.at(-1) ?? ""] = value;
  }
  return report;
}

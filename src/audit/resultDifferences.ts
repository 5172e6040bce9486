import { isPlainObject } from "../issue/fields";
import { canonicalText } from "./canonicalText";

/** A digit or word in which two results of a unit differ. */
export interface Difference {
  readonly unit: string;
  readonly period: string;
  readonly round?: string;
  /** The code of the criterion; none for what is of the unit as a whole. */
  readonly code?: string;
  /** Points, state, place, grade, … */
  readonly what: string;
  readonly recorded: string;
  readonly recomputed: string;
}

/** Stands for what is not there. */
const none = "–";

/** Keys of a result whose values say whose it is and how it was made, rather than what came out. */
const headings = ["unit", "period", "engine", "criteria"];

/** Every difference between two results of one unit and period, of which one may be missing. Total, whatever was recorded. */
export function differencesOf(recorded: unknown, recomputed: unknown): readonly Difference[] {
  const whose = headingOf(recorded ?? recomputed);
  if (recorded === undefined || recomputed === undefined) {
    const [was, is] = [recorded, recomputed].map((side) => (side === undefined ? none : "✓"));
    return [{ ...whose, what: "unit", recorded: was ?? none, recomputed: is ?? none }];
  }
  const digits = (side: unknown) =>
    isPlainObject(side) ? Object.fromEntries(Object.entries(side).filter(([key]) => !headings.includes(key))) : {};
  return digitsApart(digits(recorded), digits(recomputed), []).map(({ path, was, is }) => ({
    ...whose,
    ...placeOf(path),
    recorded: was,
    recomputed: is,
  }));
}

function headingOf(result: unknown): Pick<Difference, "unit" | "period"> {
  const { unit, period } = isPlainObject(result) ? result : {};
  return { unit: isPlainObject(unit) ? textOf(unit.id) : none, period: textOf(period) };
}

/** A value as text; of what is no text, as it is written in the record: nobody knows what somebody put there. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? none : canonicalText(value);
}

interface DigitApart {
  readonly path: readonly string[];
  readonly was: string;
  readonly is: string;
}

/** The texts and numbers in which two values differ, by the keys that lead to them. */
function digitsApart(was: unknown, is: unknown, path: readonly string[]): readonly DigitApart[] {
  if (was === is) return [];
  if (isPlainObject(was) || isPlainObject(is)) {
    const [before, after] = [was, is].map(asNamed);
    const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
    return [...keys].flatMap((key) => digitsApart(own(before, key), own(after, key), [...path, key]));
  }
  const [earlier, later] = [was, is].map(shown);
  return earlier === later ? [] : [{ path, was: earlier ?? none, is: later ?? none }];
}

/** Points that stand alone on one side, and with their state on the other. */
function asNamed(side: unknown): Readonly<Record<string, unknown>> {
  if (isPlainObject(side)) return side;
  return typeof side === "string" ? { points: side } : {};
}

function own(value: Readonly<Record<string, unknown>> | undefined, key: string): unknown {
  return value !== undefined && Object.hasOwn(value, key) ? value[key] : undefined;
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join(", ") : textOf(value);
}

/** What the keys of a digit say: `leaves, 1.2, appraised, points` or `places, counted, rank`. */
function placeOf([list = "", ...keys]: readonly string[]): Pick<Difference, "code" | "round" | "what"> {
  const what = list === "places" ? "place" : list === "grades" ? "grade" : undefined;
  if (list === "leaves" || list === "branches") {
    const [code = "", round = "", ...last] = keys;
    return { code, round, what: last.length === 0 ? "points" : last.join(".") };
  }
  const [round, ...last] = keys;
  if (round === undefined) return { what: list };
  return { round, what: what ?? last.join(".") };
}

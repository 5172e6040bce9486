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
  const [before, after] = [recorded, recomputed].map(digitsOf);
  const paths = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...paths].flatMap((path) => {
    const [was, is] = [before?.get(path) ?? none, after?.get(path) ?? none];
    return was === is ? [] : [{ ...whose, ...placeOf(JSON.parse(path)), recorded: was, recomputed: is }];
  });
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

/** Every text and number of a result by the keys that lead to it. */
function digitsOf(result: unknown): ReadonlyMap<string, string> {
  const digits = new Map<string, string>();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (!isPlainObject(value)) {
      digits.set(JSON.stringify(path), Array.isArray(value) ? value.map(textOf).join(", ") : textOf(value));
      return;
    }
    for (const [key, below] of Object.entries(value)) {
      if (path.length > 0 || !headings.includes(key)) visit(below, [...path, key]);
    }
  };
  visit(result, []);
  return digits;
}

/** What the keys of a digit say: `leaves, 1.2, appraised, points` or `places, counted, rank`. */
function placeOf([list = "", ...keys]: readonly string[]): Pick<Difference, "code" | "round" | "what"> {
  const what = list === "places" ? "place" : list === "grades" ? "grade" : undefined;
  if (list === "leaves" || list === "branches") {
    const [code = "", round = "", ...last] = keys;
    return { code, round, what: last.join(".") };
  }
  const [round, ...last] = keys;
  if (round === undefined) return { what: list };
  return { round, what: what ?? last.join(".") };
}

import * as z from "zod/mini";
import { fromDecimal } from "../exact/decimal";
import { compare, type Ratio } from "../exact/ratio";
import { decimal } from "../issue/fields";
import type { Say, Scale } from "./ruleKind";

/**
 * Boundaries as the law words them, each saying whether it includes its number: *từ 80 % trở lên* is `atLeast`,
 * *trên 80 %* is `moreThan`, *dưới 80 %* is `lessThan`, *không quá 80 %* is `atMost`.
 */
export const lowerBoundParams = { atLeast: z.optional(decimal), moreThan: z.optional(decimal) };
export const upperBoundParams = { lessThan: z.optional(decimal), atMost: z.optional(decimal) };

export interface LowerBound {
  readonly atLeast?: string | undefined;
  readonly moreThan?: string | undefined;
}
export interface Bounds extends LowerBound {
  readonly lessThan?: string | undefined;
  readonly atMost?: string | undefined;
}

/** True when the value lies within the boundaries. Compared exactly. */
export function holds(value: Ratio, { atLeast, moreThan, lessThan, atMost }: Bounds): boolean {
  return (
    (atLeast === undefined || compare(value, fromDecimal(atLeast)) >= 0) &&
    (moreThan === undefined || compare(value, fromDecimal(moreThan)) > 0) &&
    (lessThan === undefined || compare(value, fromDecimal(lessThan)) < 0) &&
    (atMost === undefined || compare(value, fromDecimal(atMost)) <= 0)
  );
}

/** The sign behind a value of a scale: `95 %`. */
export function signOf(scale: Scale): string {
  return scale === "percent" ? " %" : "";
}

/** Boundaries in signs: `≥ 20 %, < 30 %`. */
export function boundsInSigns(bounds: Bounds, say: Pick<Say, "number">, sign = ""): string {
  const relations = [
    ["≥", bounds.atLeast],
    [">", bounds.moreThan],
    ["<", bounds.lessThan],
    ["≤", bounds.atMost],
  ] as const;
  const stated = relations.flatMap(([relation, value]) => (value === undefined ? [] : [`${relation} ${say.number(value)}${sign}`]));
  return stated.length === 0 ? "−∞…∞" : stated.join(", ");
}

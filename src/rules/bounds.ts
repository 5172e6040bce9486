import * as z from "zod/mini";
import { fromDecimal } from "../exact/decimal";
import { compare, type Ratio } from "../exact/ratio";
import { decimal } from "../issue/fields";
import type { DescribedMeasured, Measure, Say, Scale } from "./ruleKind";

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

/** Boundaries as the law words them: *Từ 90 % đến dưới 95 %*; *Đạt 100 %* where more cannot be. */
export function boundsInWords(bounds: Bounds, { say, unit, range }: DescribedMeasured): string {
  const { atLeast, moreThan, lessThan, atMost } = bounds;
  const [lower, upper, only] = [atLeast ?? moreThan, lessThan ?? atMost, onlyValue(bounds, range)];
  const value = (exact: string) => `${say.number(exact)}${unit}`;
  if (only !== undefined) return say.words({ vi: `${atLeast === undefined ? "Bằng" : "Đạt"} ${value(only)}`, en: value(only) });
  if (lower === undefined) {
    if (upper === undefined) return say.words({ vi: "Mọi giá trị", en: "Any value" });
    return say.words(
      atMost === undefined
        ? { vi: `Dưới ${value(upper)}`, en: `Below ${value(upper)}` }
        : { vi: `Không quá ${value(upper)}`, en: `${value(upper)} or less` },
    );
  }
  if (upper === undefined) {
    return say.words(
      atLeast === undefined
        ? { vi: `Trên ${value(lower)}`, en: `Above ${value(lower)}` }
        : { vi: `Từ ${value(lower)} trở lên`, en: `${value(lower)} or more` },
    );
  }
  const from = atLeast === undefined ? { vi: "Trên", en: "Above" } : { vi: "Từ", en: "From" };
  const to = atMost === undefined ? { vi: "đến dưới", en: "to below" } : { vi: "đến", en: "to" };
  return `${say.words(from)} ${value(lower)} ${say.words(to)} ${value(upper)}`;
}

/** The one value that lies within the boundaries, where the measure can be nothing beyond it. */
function onlyValue({ atLeast, moreThan, lessThan, atMost }: Bounds, { least, most }: Measure["range"]): string | undefined {
  const from = moreThan === undefined ? (atLeast ?? least) : undefined;
  const to = lessThan === undefined ? (atMost ?? most) : undefined;
  return from !== undefined && to !== undefined && compare(fromDecimal(from), fromDecimal(to)) === 0 ? from : undefined;
}

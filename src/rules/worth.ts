import * as z from "zod/mini";
import { exactText, fromDecimal } from "../exact/decimal";
import { compare, divide, hundred, multiply, type Ratio, zero } from "../exact/ratio";
import { nonNegativeDecimal } from "../issue/fields";
import { type Issue, issue } from "../issue/issue";
import type { Described, Say } from "./ruleKind";

/** What an option, a band or a breach is worth: points as printed, or a share of the leaf's maximum (`"60"` is 60 %). */
export const worthParams = {
  points: z.optional(nonNegativeDecimal),
  percentOfMax: z.optional(nonNegativeDecimal),
};

export interface Worth {
  readonly points?: string | undefined;
  readonly percentOfMax?: string | undefined;
}

/** The points that something is worth under a leaf's maximum. */
export function worthOf({ points, percentOfMax }: Worth, maxPoints: Ratio): Ratio {
  if (points !== undefined) return fromDecimal(points);
  return percentOfMax === undefined ? zero : divide(multiply(maxPoints, fromDecimal(percentOfMax)), hundred);
}

/** `2 điểm`, as an annex prints it. */
export function pointsInWords(points: Ratio, say: Say): string {
  const number = say.number(exactText(points));
  return say.words({ vi: `${number} điểm`, en: number === "1" ? "1 point" : `${number} points` });
}

/** `Ban hành đúng hạn: 2 điểm`: something and what it is worth. */
export function worthInWords(what: string, worth: Worth, { maxPoints, say }: Described): string {
  return `${what}: ${pointsInWords(worthOf(worth, maxPoints), say)}`;
}

/** What is wrong with one worth, at these keys of its rule: said twice or not at all, or above the leaf's maximum. */
export function worthFaults(worth: Worth, maxPoints: Ratio, what: string, path: readonly (string | number)[]): Issue[] {
  if ((worth.points === undefined) === (worth.percentOfMax === undefined)) {
    return [issue("exactlyOneOf", { keys: ["points", "percentOfMax"] }, { path })];
  }
  const points = worthOf(worth, maxPoints);
  return compare(points, maxPoints) > 0
    ? [issue("earnsAboveMax", { best: exactText(points), maxPoints: exactText(maxPoints), what }, { path })]
    : [];
}

/** Something in a list from best to worst: what it is called, what it is worth, and the keys that lead to it. */
export interface Listed {
  readonly name: string;
  readonly worth: Worth;
  readonly path: readonly (string | number)[];
}

/** Faults of a list that goes from best to worst: something worse must not earn more than what stands before it. */
export function orderFaults(items: readonly Listed[], maxPoints: Ratio): Issue[] {
  return items.flatMap(({ name, worth, path }, index) => {
    const previous = items[index - 1];
    return previous !== undefined && compare(worthOf(worth, maxPoints), worthOf(previous.worth, maxPoints)) > 0
      ? [issue("worseEarnsMore", { worse: `“${name}”`, better: `“${previous.name}”` }, { path })]
      : [];
  });
}

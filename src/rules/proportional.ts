import * as z from "zod/mini";
import { exactText, fromDecimal } from "../exact/decimal";
import { compare, divide, hundred, larger, multiply, smaller, zero } from "../exact/ratio";
import { nonNegativeDecimal } from "../issue/fields";
import { type Issue, issue } from "../issue/issue";
import { boundsInSigns, holds, type LowerBound, lowerBoundParams } from "./bounds";
import type { MeasuredKind } from "./ruleKind";

interface Params {
  readonly target: string;
  readonly floor?: LowerBound | undefined;
}

/**
 * Points in proportion to the value: the maximum at the target (mức đạt tối đa) and above, nothing below the floor (mức tối
 * thiểu) where there is one, `max × value ÷ target` between. With a target of 100 % this is *tỷ lệ % × điểm tối đa*.
 */
export const proportional: MeasuredKind<Params> = {
  kind: "proportional",
  reads: "measure",
  scales: ["percent", "count"],
  params: {
    target: nonNegativeDecimal,
    floor: z.optional(z.strictObject(lowerBoundParams)),
  },
  better: () => "higher",
  best: (_, maxPoints) => maxPoints,
  faults: ({ target, floor }) => {
    const found: Issue[] = [];
    if (compare(fromDecimal(target), zero) === 0) found.push(issue("thresholdNotPositive", { key: "target", received: target }));
    if (floor !== undefined) {
      const stated = [floor.atLeast, floor.moreThan].filter((bound) => bound !== undefined);
      const [least] = stated;
      if (stated.length !== 1 || least === undefined) found.push(issue("exactlyOneOf", { keys: ["floor.atLeast", "floor.moreThan"] }));
      else if (compare(fromDecimal(least), fromDecimal(target)) > 0) found.push(issue("floorAboveTarget", { floor: least, target }));
    }
    return found;
  },
  award({ params, measured, maxPoints }) {
    const target = fromDecimal(params.target);
    const steps = [];
    if (params.floor !== undefined) {
      const reached = holds(measured.value, params.floor);
      steps.push({ by: "proportional", step: reached ? "floorReached" : "belowFloor", values: {} });
      if (!reached) return { points: zero, steps };
    }
    const points = smaller(maxPoints, larger(zero, divide(multiply(maxPoints, measured.value), target)));
    const values: Record<string, string> = {
      maxPoints: exactText(maxPoints),
      value: exactText(measured.value),
      target: params.target,
      points: exactText(points),
    };
    if (measured.dividend !== undefined && measured.divisor !== undefined && compare(target, hundred) === 0) {
      values.dividend = exactText(measured.dividend);
      values.divisor = exactText(measured.divisor);
    }
    steps.push({ by: "proportional", step: compare(measured.value, target) >= 0 ? "targetReached" : "inProportion", values });
    return { points, steps };
  },
  words: {
    floorReached: {
      vi: (_, { floor = {} }, say) => `Đạt mức tối thiểu (${boundsInSigns(floor, say)})`,
      en: (_, { floor = {} }, say) => `The floor is reached (${boundsInSigns(floor, say)})`,
    },
    belowFloor: {
      vi: (_, { floor = {} }, say) => `Không đạt mức tối thiểu (${boundsInSigns(floor, say)}): 0 điểm`,
      en: (_, { floor = {} }, say) => `The floor is not reached (${boundsInSigns(floor, say)}): 0 points`,
    },
    targetReached: {
      vi: ({ maxPoints = "" }, { target }, say) => `Đạt mức tối đa (${say.number(target)}): được trọn ${say.number(maxPoints)} điểm`,
      en: ({ maxPoints = "" }, { target }, say) => `The target is reached (${say.number(target)}): all ${say.number(maxPoints)} points`,
    },
    inProportion: {
      vi: (values, params, say) => calculation(values, params, say.number),
      en: (values, params, say) => calculation(values, params, say.number),
    },
  },
};

/** `1 × 955 ÷ 1000 = 0,955`, or `2 × 25 ÷ 30 ≈ 1,6667` where a target below 100 comes in. */
function calculation(values: Readonly<Record<string, string>>, { target }: Params, number: (exact: string) => string): string {
  const { maxPoints = "", value = "", dividend, divisor, points = "" } = values;
  const share =
    dividend !== undefined && divisor !== undefined ? `${number(dividend)} ÷ ${number(divisor)}` : `${number(value)} ÷ ${number(target)}`;
  const result = number(points);
  return `${number(maxPoints)} × ${share} ${result.startsWith("≈") ? "" : "= "}${result}`;
}

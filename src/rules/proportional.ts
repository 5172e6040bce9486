import * as z from "zod/mini";
import { exactText, fromDecimal } from "../exact/decimal";
import { wholeNumber } from "../exact/filtered";
import { compare, divide, larger, multiply, smaller, zero } from "../exact/ratio";
import { nonNegativeDecimal } from "../issue/fields";
import { type Issue, issue } from "../issue/issue";
import { withinColumns } from "./boundColumns";
import { boundsInSigns, boundsInWords, holds, type LowerBound, lowerBoundParams, signOf } from "./bounds";
import { earnInProportion, outcomes } from "./columnForm";
import type { BoundMeasure, Measure, MeasuredKind, MeasuredValue, Say, Step } from "./ruleKind";
import { pointsInWords } from "./worth";

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
  faults: ({ target, floor }, _, bound) => {
    const found: Issue[] = outOfReach({ target, floor }, bound);
    if (compare(fromDecimal(target), zero) === 0) found.push(issue("thresholdNotPositive", { key: "target", received: target }));
    if (floor !== undefined) {
      const stated = [floor.atLeast, floor.moreThan].filter((bound) => bound !== undefined);
      const [least] = stated;
      if (stated.length !== 1 || least === undefined) found.push(issue("exactlyOneOf", { keys: ["floor.atLeast", "floor.moreThan"] }));
      else if (compare(fromDecimal(least), fromDecimal(target)) > 0) found.push(issue("floorAboveTarget", { floor: least, target }));
    }
    return found;
  },
  describe(params, described) {
    const { maxPoints, unit, say } = described;
    const { reached, between, below } = stretchesOf(params, described.range);
    const inProportion = `${say.number(exactText(maxPoints))} × ${say.words({ vi: "kết quả", en: "the value" })} ÷ ${say.number(params.target)}${unit}`;
    return [
      `${boundsInWords(reached, described)}: ${pointsInWords(maxPoints, say)}`,
      ...between.map(
        (bounds) => `${boundsInWords(bounds, described)}: ${say.words({ vi: "tính theo tỷ lệ", en: "in proportion" })}, ${inProportion}`,
      ),
      ...below.map((bounds) => `${boundsInWords(bounds, described)}: ${pointsInWords(zero, say)}`),
    ];
  },
  award({ params, measured, scale, maxPoints }) {
    const target = fromDecimal(params.target);
    const sign = signOf(scale);
    const steps: Step[] = [];
    if (params.floor !== undefined) {
      const reached = holds(measured.value, params.floor);
      steps.push({ by: "proportional", step: reached ? "floorReached" : "belowFloor", values: { sign } });
      if (!reached) return { points: zero, steps };
    }
    const points = smaller(maxPoints, larger(zero, divide(multiply(maxPoints, measured.value), target)));
    const step = compare(measured.value, target) >= 0 ? "targetReached" : compare(measured.value, zero) < 0 ? "belowZero" : "inProportion";
    steps.push({
      by: "proportional",
      step,
      values: { sign, maxPoints: exactText(maxPoints), ...shareOf(measured), points: exactText(points) },
    });
    return { points, steps };
  },
  columns({ params, maxPoints, scale }) {
    const earn = earnInProportion(divide(maxPoints, fromDecimal(params.target)), scale, wholeNumber(maxPoints, scale));
    if (params.floor === undefined) return earn;
    const reached = withinColumns(params.floor);
    return (rows) => {
      earn(rows);
      const { from, to, dividend, divisor, outcome, points, error } = rows;
      for (let row = from; row < to; row += 1) {
        const isReached = reached(dividend[row] as number, divisor[row] as number);
        if (Number.isNaN(isReached)) outcome[row] = outcomes.unsettled;
        else if (isReached === 0) {
          points[row] = 0;
          error[row] = 0;
        }
      }
    };
  },
  words: {
    floorReached: {
      vi: ({ sign }, { floor = {} }, say) => `Đạt mức tối thiểu (${boundsInSigns(floor, say, sign)})`,
      en: ({ sign }, { floor = {} }, say) => `The floor is reached (${boundsInSigns(floor, say, sign)})`,
    },
    belowFloor: {
      vi: ({ sign }, { floor = {} }, say) => `Không đạt mức tối thiểu (${boundsInSigns(floor, say, sign)}): 0 điểm`,
      en: ({ sign }, { floor = {} }, say) => `The floor is not reached (${boundsInSigns(floor, say, sign)}): 0 points`,
    },
    targetReached: {
      vi: ({ sign, maxPoints = "" }, { target }, say) =>
        `Đạt mức tối đa (${say.number(target)}${sign}): được trọn ${say.number(maxPoints)} điểm`,
      en: ({ sign, maxPoints = "" }, { target }, say) =>
        `The target is reached (${say.number(target)}${sign}): all ${say.number(maxPoints)} points`,
    },
    inProportion: { vi: calculation, en: calculation },
    belowZero: {
      vi: () => "Giá trị nhỏ hơn 0: 0 điểm",
      en: () => "The value is below 0: 0 points",
    },
  },
};

/** A target, or a floor to be exceeded, that the measure can never reach. */
function outOfReach({ target, floor }: Params, bound: BoundMeasure | undefined): Issue[] {
  const most = bound?.measure.range.most;
  if (most === undefined) return [];
  const unreachable = [
    ...(compare(fromDecimal(target), fromDecimal(most)) > 0 ? [{ key: "target", received: target }] : []),
    ...(floor?.moreThan !== undefined && compare(fromDecimal(floor.moreThan), fromDecimal(most)) >= 0
      ? [{ key: "floor.moreThan", received: floor.moreThan }]
      : []),
  ];
  return unreachable.map((threshold) => issue("thresholdOutOfReach", { ...threshold, most }));
}

/** Where the maximum is earned, a part of it, and nothing; the last two need not be. */
function stretchesOf({ target, floor }: Params, { least }: Measure["range"]) {
  const stated = floor?.atLeast ?? floor?.moreThan ?? least;
  // Less than nothing earns nothing, whatever lies below it that a floor may say.
  const lowest: LowerBound = stated === undefined || isNegative(stated) ? { atLeast: "0" } : (floor ?? {});
  const { atLeast, moreThan } = lowest;
  const edge = atLeast ?? moreThan;
  const atTarget = edge !== undefined && isEqual(edge, target);
  const nothingBelow = edge === undefined || (moreThan === undefined && least !== undefined && isEqual(edge, least));
  return {
    reached: atTarget ? lowest : { atLeast: target },
    between: atTarget ? [] : [{ ...lowest, lessThan: target }],
    below: nothingBelow ? [] : [atLeast === undefined ? { atMost: moreThan } : { lessThan: atLeast }],
  };
}

function isEqual(one: string, other: string): boolean {
  return compare(fromDecimal(one), fromDecimal(other)) === 0;
}

function isNegative(text: string): boolean {
  return compare(fromDecimal(text), zero) < 0;
}

/** The division that made a percentage, or the value itself where there was none. */
function shareOf({ value, dividend, divisor }: MeasuredValue): Readonly<Record<string, string>> {
  return dividend === undefined || divisor === undefined
    ? { value: exactText(value) }
    : { dividend: exactText(dividend), divisor: exactText(divisor) };
}

/** `1 × 955 ÷ 1.000 = 0,955`; with a target below 100 %, `6 × 528.464 ÷ 597.918 ÷ 90 % ≈ 5,8923`. */
function calculation(values: Readonly<Record<string, string>>, { target }: Params, say: Say): string {
  const { sign = "", maxPoints = "", value = "", dividend, divisor, points = "" } = values;
  const divided = dividend !== undefined && divisor !== undefined;
  const share = divided ? `${say.number(dividend)} ÷ ${say.number(divisor)}` : `${say.number(value)}${sign}`;
  const overTarget = sign !== "" && target === "100" ? "" : ` ÷ ${say.number(target)}${sign}`;
  const result = say.number(points);
  return `${say.number(maxPoints)} × ${share}${overTarget} ${result.startsWith("≈") ? "" : "= "}${result}`;
}

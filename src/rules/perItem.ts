import * as z from "zod/mini";
import { exactText } from "../exact/decimal";
import { wholeNumber } from "../exact/filtered";
import { compare, isZero, larger, multiply, smaller, zero } from "../exact/ratio";
import { issue } from "../issue/issue";
import { earnInProportion } from "./columnForm";
import type { MeasuredKind } from "./ruleKind";
import { pointsInWords, type Worth, worthFaults, worthOf, worthParams } from "./worth";

interface Params {
  readonly each: Worth;
}

/** So many points for each thing counted, up to the maximum: *mỗi văn bản 0,5 điểm, tối đa 2 điểm*. */
export const perItem: MeasuredKind<Params> = {
  kind: "perItem",
  reads: "measure",
  scales: ["count"],
  params: { each: z.strictObject(worthParams) },
  better: () => "higher",
  best: ({ each }, maxPoints) => (isZero(worthOf(each, maxPoints)) ? worthOf(each, maxPoints) : maxPoints),
  faults: ({ each }, maxPoints) => [
    ...worthFaults(each, maxPoints, "“each”", ["each"]),
    ...(isZero(worthOf(each, maxPoints)) ? [issue("thresholdNotPositive", { key: "each", received: "0" })] : []),
  ],
  describe(params, { maxPoints, unit, say }) {
    const [each, most] = [pointsInWords(worthOf(params.each, maxPoints), say), pointsInWords(maxPoints, say)];
    return [say.words({ vi: `Mỗi${unit}: ${each}, tối đa ${most}`, en: `Each: ${each}, at most ${most}` })];
  },
  award({ params, measured, maxPoints }) {
    const each = worthOf(params.each, maxPoints);
    const earned = multiply(measured.value, each);
    const points = larger(zero, smaller(earned, maxPoints));
    return {
      points,
      steps: [
        {
          by: "perItem",
          step: compare(earned, maxPoints) > 0 ? "capped" : "counted",
          values: { count: exactText(measured.value), each: exactText(each), earned: exactText(earned), points: exactText(points) },
        },
      ],
    };
  },
  columns({ params, maxPoints, scale }) {
    return earnInProportion(worthOf(params.each, maxPoints), scale, wholeNumber(maxPoints, scale));
  },
  words: {
    counted: {
      vi: ({ count = "", each = "", points = "" }, _, say) => `${say.number(count)} × ${say.number(each)} = ${say.number(points)} điểm`,
      en: ({ count = "", each = "", points = "" }, _, say) => `${say.number(count)} × ${say.number(each)} = ${say.number(points)} points`,
    },
    capped: {
      vi: ({ count = "", each = "", earned = "", points = "" }, _, say) =>
        `${say.number(count)} × ${say.number(each)} = ${say.number(earned)}, tính tối đa ${say.number(points)} điểm`,
      en: ({ count = "", each = "", earned = "", points = "" }, _, say) =>
        `${say.number(count)} × ${say.number(each)} = ${say.number(earned)}, counted up to the maximum of ${say.number(points)} points`,
    },
  },
};

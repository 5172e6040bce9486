import * as z from "zod/mini";
import { exactText } from "../../exact/decimal";
import { isZero, subtract } from "../../exact/ratio";
import { type Words, words } from "../../issue/fields";
import { figureColumn, outcomes, setValue } from "../columnForm";
import type { Measure } from "../ruleKind";
import { percentOf, type Quantity, quantityField, quantityParams, ratioOf } from "./quantity";

interface Params extends Quantity {
  readonly direction: "rising" | "falling";
  readonly before: Words;
  readonly now: Words;
}
interface Evidence {
  readonly before: number | string;
  readonly now: number | string;
}

/**
 * How far a figure rose or fell since a base (tỷ lệ tăng, giảm so với gốc), in percent of the base; below zero when it went
 * the other way. A base of zero leaves nothing to compare with.
 */
export const change: Measure<Params, Evidence> = {
  measure: "change",
  scale: "percent",
  range: { whole: false },
  params: { direction: z.enum(["rising", "falling"]), before: words, now: words, ...quantityParams },
  fields: (params) => [quantityField("before", params.before, params), quantityField("now", params.now, params)],
  mayBeNothingDue: true,
  increasesWith: ({ direction }) => (direction === "rising" ? ["now"] : []),
  decreasesWith: ({ direction }) => (direction === "falling" ? ["now"] : []),
  read({ params, evidence }) {
    const before = ratioOf(evidence.before);
    const now = ratioOf(evidence.now);
    const values = { before: exactText(before), now: exactText(now) };
    if (isZero(before)) return { nothingDue: true, steps: [{ by: "change", step: "nothingDue", values }] };
    const difference = params.direction === "rising" ? subtract(now, before) : subtract(before, now);
    const value = percentOf(difference, before);
    return {
      value,
      dividend: difference,
      divisor: before,
      steps: [
        { by: "change", step: params.direction, values: { ...values, difference: exactText(difference), percent: exactText(value) } },
      ],
    };
  },
  describe({ direction, before, now, unit }, say) {
    const [base, later] = [say.words(before), say.words(now)];
    const difference = direction === "rising" ? `(${later} − ${base})` : `(${base} − ${later})`;
    const what = direction === "rising" ? { vi: "Mức tăng", en: "Rise" } : { vi: "Mức giảm", en: "Fall" };
    return `${say.words(what)}: ${difference} ÷ ${base} (${say.words(unit)})`;
  },
  columns({ params, figures }) {
    const [before, now] = [figureColumn(figures, "before"), figureColumn(figures, "now")];
    const sign = params.direction === "rising" ? 100 : -100;
    return {
      read(leaf) {
        const { from, to, outcome } = leaf;
        for (let row = from; row < to; row += 1) {
          const base = before[row] as number;
          if (base === 0) outcome[row] = outcomes.nothingDue;
          else setValue(leaf, row, sign * ((now[row] as number) - base), base);
        }
      },
    };
  },
  words: {
    rising: {
      vi: ({ before = "", now = "", difference = "", percent = "" }, { unit }, say) =>
        `Từ ${say.number(before)} lên ${say.number(now)} ${say.words(unit)}: tăng ${say.number(difference)} ÷ ${say.number(before)}, ${say.number(percent)} %`,
      en: ({ before = "", now = "", difference = "", percent = "" }, { unit }, say) =>
        `From ${say.number(before)} to ${say.number(now)} ${say.words(unit)}: rise of ${say.number(difference)} ÷ ${say.number(before)}, ${say.number(percent)} %`,
    },
    falling: {
      vi: ({ before = "", now = "", difference = "", percent = "" }, { unit }, say) =>
        `Từ ${say.number(before)} xuống ${say.number(now)} ${say.words(unit)}: giảm ${say.number(difference)} ÷ ${say.number(before)}, ${say.number(percent)} %`,
      en: ({ before = "", now = "", difference = "", percent = "" }, { unit }, say) =>
        `From ${say.number(before)} to ${say.number(now)} ${say.words(unit)}: fall of ${say.number(difference)} ÷ ${say.number(before)}, ${say.number(percent)} %`,
    },
    nothingDue: {
      vi: (_, { before }, say) => `Không có gốc để so sánh (${say.words(before)}: 0)`,
      en: (_, { before }, say) => `There is no base to compare with (${say.words(before)}: 0)`,
    },
  },
};

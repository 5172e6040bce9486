import * as z from "zod/mini";
import { exactText } from "../exact/decimal";
import { wholeError, wholeNumber } from "../exact/filtered";
import { larger, multiply, ratio, subtract, sum, zero } from "../exact/ratio";
import { identifier, type Words, words } from "../issue/fields";
import { figureColumn } from "./columnForm";
import { duplicateFaults, labelOf, reservedFaults } from "./options";
import type { DirectKind } from "./ruleKind";
import { pointsInWords, type Worth, worthFaults, worthOf, worthParams } from "./worth";

type Params = { readonly breaches: readonly ({ readonly id: string; readonly label: Words } & Worth)[] };
type Evidence = Readonly<Record<string, number>>;

/**
 * The maximum, less so much for each breach, never below zero: *trừ 0,25 điểm cho mỗi báo cáo muộn*. A breach that costs
 * the whole maximum (`percentOfMax: "100"`) is zero tolerance. Several sorts of breach may each have their price.
 */
export const deduction: DirectKind<Params, Evidence> = {
  kind: "deduction",
  reads: "evidence",
  params: {
    breaches: z.array(z.strictObject({ id: identifier, label: words, ...worthParams })).check(z.minLength(1)),
  },
  fields: ({ breaches }) => breaches.map(({ id, label }) => ({ key: id, label, type: "count" })),
  decreasesWith: ({ breaches }) => breaches.map(({ id }) => id),
  best: (_, maxPoints) => maxPoints,
  faults: ({ breaches }, maxPoints) => [
    ...duplicateFaults(breaches, ["breaches"]),
    ...reservedFaults(breaches, ["breaches"]),
    ...breaches.flatMap((breach, index) => worthFaults(breach, maxPoints, `“${breach.label.vi}”`, ["breaches", index])),
  ],
  describe: ({ breaches }, { maxPoints, say }) => {
    const most = pointsInWords(maxPoints, say);
    return [
      say.words({ vi: `Tính từ ${most}, trừ dần, không dưới 0 điểm`, en: `From ${most} down, not below 0` }),
      ...breaches.map((breach) => {
        const each = pointsInWords(worthOf(breach, maxPoints), say);
        return `${say.words(breach.label)}: ${say.words({ vi: `mỗi lần trừ ${each}`, en: `${each} off each time` })}`;
      }),
    ];
  },
  award({ params, evidence, maxPoints }) {
    const taken = params.breaches.map((breach) => {
      const each = worthOf(breach, maxPoints);
      return { id: breach.id, count: evidence[breach.id] ?? 0, each, off: multiply(ratio(evidence[breach.id] ?? 0), each) };
    });
    const points = larger(zero, subtract(maxPoints, sum(taken.map(({ off }) => off))));
    return {
      points,
      steps: [
        ...taken.map(({ id, count, each, off }) => ({
          by: "deduction",
          step: "breach",
          values: { breach: id, count: String(count), each: exactText(each), off: exactText(off) },
        })),
        { by: "deduction", step: "rest", values: { maxPoints: exactText(maxPoints), points: exactText(points) } },
      ],
    };
  },
  columns({ params, maxPoints, scale, figures }) {
    const most = wholeNumber(maxPoints, scale);
    const breaches = params.breaches.map((breach) => ({
      happened: figureColumn(figures, breach.id),
      each: wholeNumber(worthOf(breach, maxPoints), scale),
    }));
    return ({ from, to, points, error }) => {
      points.fill(0, from, to);
      for (const { happened, each } of breaches) {
        for (let row = from; row < to; row += 1) points[row] = (points[row] as number) + (happened[row] as number) * each;
      }
      for (let row = from; row < to; row += 1) {
        const off = points[row] as number;
        points[row] = Math.max(0, most - off);
        error[row] = wholeError(off);
      }
    };
  },
  words: {
    breach: {
      vi: ({ breach, count = "", each = "", off = "" }, params, say) =>
        `${say.number(count)} × “${labelOf(params.breaches, breach, say)}”, mỗi lần trừ ${say.number(each)}: trừ ${say.number(off)} điểm`,
      en: ({ breach, count = "", each = "", off = "" }, params, say) =>
        `${say.number(count)} × "${labelOf(params.breaches, breach, say)}" at ${say.number(each)} each: ${say.number(off)} points off`,
    },
    rest: {
      vi: ({ maxPoints = "", points = "" }, _, say) =>
        `Còn lại trong ${say.number(maxPoints)} điểm, không dưới 0: ${say.number(points)} điểm`,
      en: ({ maxPoints = "", points = "" }, _, say) => `Left of ${say.number(maxPoints)} points, not below 0: ${say.number(points)} points`,
    },
  },
};

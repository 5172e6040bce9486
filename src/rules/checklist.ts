import * as z from "zod/mini";
import { exactText } from "../exact/decimal";
import { wholeError, wholeNumber } from "../exact/filtered";
import { sum } from "../exact/ratio";
import { identifier, type Words, words } from "../issue/fields";
import { figureColumn } from "./columnForm";
import { duplicateFaults, labelOf, reservedFaults } from "./options";
import type { DirectKind } from "./ruleKind";
import { type Worth, worthFaults, worthInWords, worthOf, worthParams } from "./worth";

type Params = { readonly parts: readonly ({ readonly id: string; readonly label: Words } & Worth)[] };
type Evidence = Readonly<Record<string, boolean>>;

/** Parts that each earn their own points when done; what is done is added. Every part must be answered, yes or no. */
export const checklist: DirectKind<Params, Evidence> = {
  kind: "checklist",
  reads: "evidence",
  params: {
    parts: z.array(z.strictObject({ id: identifier, label: words, ...worthParams })).check(z.minLength(1)),
  },
  fields: ({ parts }) => parts.map(({ id, label }) => ({ key: id, label, type: "yesNo" })),
  increasesWith: ({ parts }) => parts.map(({ id }) => id),
  best: ({ parts }, maxPoints) => sum(parts.map((part) => worthOf(part, maxPoints))),
  faults: ({ parts }, maxPoints) => [
    ...duplicateFaults(parts, ["parts"]),
    ...reservedFaults(parts, ["parts"]),
    ...parts.flatMap((part, index) => worthFaults(part, maxPoints, `“${part.label.vi}”`, ["parts", index])),
  ],
  describe: ({ parts }, described) => [
    ...parts.map((part) => worthInWords(described.say.words(part.label), part, described)),
    ...(parts.length === 1 ? [] : [described.say.words({ vi: "Cộng điểm các phần đã làm", en: "What is done is added" })]),
  ],
  award({ params, evidence, maxPoints }) {
    const awarded = params.parts.map((part) => ({ part, points: evidence[part.id] ? worthOf(part, maxPoints) : worthOf({}, maxPoints) }));
    const total = sum(awarded.map(({ points }) => points));
    return {
      points: total,
      steps: [
        ...awarded.map(({ part, points }) => ({
          by: "checklist",
          step: evidence[part.id] ? "done" : "notDone",
          values: { part: part.id, points: exactText(points) },
        })),
        { by: "checklist", step: "total", values: { points: exactText(total) } },
      ],
    };
  },
  columns({ params, maxPoints, scale, figures }) {
    const parts = params.parts.map((part) => ({
      done: figureColumn(figures, part.id),
      worth: wholeNumber(worthOf(part, maxPoints), scale),
    }));
    return ({ from, to, points, error }) => {
      points.fill(0, from, to);
      for (const { done, worth } of parts) {
        for (let row = from; row < to; row += 1) points[row] = (points[row] as number) + (done[row] as number) * worth;
      }
      for (let row = from; row < to; row += 1) error[row] = wholeError(points[row] as number);
    };
  },
  words: {
    done: {
      vi: ({ part, points = "" }, params, say) => `Có “${labelOf(params.parts, part, say)}”: ${say.number(points)} điểm`,
      en: ({ part, points = "" }, params, say) => `"${labelOf(params.parts, part, say)}" done: ${say.number(points)} points`,
    },
    notDone: {
      vi: ({ part }, params, say) => `Không có “${labelOf(params.parts, part, say)}”: 0 điểm`,
      en: ({ part }, params, say) => `"${labelOf(params.parts, part, say)}" not done: 0 points`,
    },
    total: {
      vi: ({ points = "" }, _, say) => `Cộng các phần: ${say.number(points)} điểm`,
      en: ({ points = "" }, _, say) => `Parts added: ${say.number(points)} points`,
    },
  },
};

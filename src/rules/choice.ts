import * as z from "zod/mini";
import { exactText } from "../exact/decimal";
import { wholeError, wholeNumber } from "../exact/filtered";
import { larger, zero } from "../exact/ratio";
import { identifier, type Words, words } from "../issue/fields";
import { figureColumn } from "./columnForm";
import { duplicateFaults, labelOf } from "./options";
import type { DirectKind } from "./ruleKind";
import { orderFaults, type Worth, worthFaults, worthInWords, worthOf, worthParams } from "./worth";

type Params = { readonly options: readonly ({ readonly id: string; readonly label: Words } & Worth)[] };
type Evidence = { readonly option: string };

/** One answer of several, listed from best to worst (Có / Không; A / B / C / D): each earns what the text says. */
export const choice: DirectKind<Params, Evidence> = {
  kind: "choice",
  reads: "evidence",
  params: {
    options: z.array(z.strictObject({ id: identifier, label: words, ...worthParams })).check(z.minLength(2)),
  },
  fields: ({ options }) => [
    { key: "option", label: { vi: "Phương án", en: "Option" }, type: "option", options: options.map(({ id, label }) => ({ id, label })) },
  ],
  decisiveFigures: ({ params }) => ({ option: params.options.map(({ id }) => id) }),
  best: ({ options }, maxPoints) => options.map((option) => worthOf(option, maxPoints)).reduce(larger, zero),
  faults: ({ options }, maxPoints) => [
    ...duplicateFaults(options, ["options"]),
    ...options.flatMap((option, index) => worthFaults(option, maxPoints, `“${option.label.vi}”`, ["options", index])),
    ...orderFaults(
      options.map((option, index) => ({ name: option.label.vi, worth: option, path: ["options", index] })),
      maxPoints,
    ),
  ],
  describe: ({ options }, described) => options.map((option) => worthInWords(described.say.words(option.label), option, described)),
  award({ params, evidence, maxPoints }) {
    const chosen = params.options.find(({ id }) => id === evidence.option);
    const points = worthOf(chosen ?? {}, maxPoints);
    return { points, steps: [{ by: "choice", step: "chosen", values: { option: evidence.option, points: exactText(points) } }] };
  },
  columns({ params, maxPoints, scale, figures }) {
    const chosen = figureColumn(figures, "option");
    const worths = Float64Array.from(params.options, (option) => wholeNumber(worthOf(option, maxPoints), scale));
    return ({ from, to, points, error }) => {
      for (let row = from; row < to; row += 1) {
        // A row without figures has no choice: whichever it is given is not looked at.
        const worth = worths[(chosen[row] as number) | 0] as number;
        points[row] = worth;
        error[row] = wholeError(worth);
      }
    };
  },
  words: {
    chosen: {
      vi: ({ option, points = "" }, params, say) => `Kê khai “${labelOf(params.options, option, say)}”: được ${say.number(points)} điểm`,
      en: ({ option, points = "" }, params, say) =>
        `Reported "${labelOf(params.options, option, say)}": earns ${say.number(points)} points`,
    },
  },
};

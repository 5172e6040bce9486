import { exactText, fromDecimal } from "../exact/decimal";
import { quotientError, wholeQuotient } from "../exact/filtered";
import { compare, ratio } from "../exact/ratio";
import { type Words, words } from "../issue/fields";
import { issue } from "../issue/issue";
import { figureColumn, onePlace } from "./columnForm";
import type { DirectKind } from "./ruleKind";
import { pointsInWords } from "./worth";

interface Params {
  readonly by: Words;
}
type Evidence = { readonly points: string };

/** Points that someone gives between zero and the maximum, or that are taken from elsewhere; the set says by whom or whence. */
export const given: DirectKind<Params, Evidence> = {
  kind: "given",
  reads: "evidence",
  params: { by: words },
  fields: ({ by }) => [
    { key: "points", label: { vi: `Điểm (${by.vi})`, ...(by.en === undefined ? {} : { en: `Points (${by.en})` }) }, type: "points" },
  ],
  evidenceFaults: ({ evidence, maxPoints }) =>
    compare(fromDecimal(evidence.points), maxPoints) > 0
      ? [issue("pointsAboveMax", { points: evidence.points, maxPoints: exactText(maxPoints) }, { path: ["points"] })]
      : [],
  increasesWith: () => ["points"],
  best: (_, maxPoints) => maxPoints,
  faults: () => [],
  describe({ by }, { maxPoints, say }) {
    const most = pointsInWords(maxPoints, say);
    return [`${say.words(by)}: ${say.words({ vi: `từ 0 đến ${most}`, en: `from 0 to ${most}` })}`];
  },
  award: ({ evidence }) => ({
    points: fromDecimal(evidence.points),
    steps: [{ by: "given", step: "given", values: { points: evidence.points } }],
  }),
  columns({ scale, figures }) {
    const given = figureColumn(figures, "points");
    const { dividend, divisor } = wholeQuotient(ratio(1, onePlace(figures)), scale);
    return ({ from, to, points, error }) => {
      for (let row = from; row < to; row += 1) {
        const units = (given[row] as number) * dividend;
        const quotient = units / divisor;
        points[row] = quotient;
        error[row] = quotientError(quotient, units, divisor);
      }
    };
  },
  words: {
    given: {
      vi: ({ points = "" }, { by }, say) => `${say.words(by)}: ${say.number(points)} điểm`,
      en: ({ points = "" }, { by }, say) => `${say.words(by)}: ${say.number(points)} points`,
    },
  },
};

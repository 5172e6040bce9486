import { exactText, fromDecimal } from "../exact/decimal";
import { compare } from "../exact/ratio";
import { type Words, words } from "../issue/fields";
import { issue } from "../issue/issue";
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
  words: {
    given: {
      vi: ({ points = "" }, { by }, say) => `${say.words(by)}: ${say.number(points)} điểm`,
      en: ({ points = "" }, { by }, say) => `${say.words(by)}: ${say.number(points)} points`,
    },
  },
};

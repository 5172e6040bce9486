import { exactText } from "../../exact/decimal";
import { isZero } from "../../exact/ratio";
import { type Words, words } from "../../issue/fields";
import { figureColumn, outcomes, setValue } from "../columnForm";
import type { Measure } from "../ruleKind";
import { percentOf, type Quantity, quantityField, quantityParams, ratioOf } from "./quantity";

interface Params extends Quantity {
  readonly actual: Words;
  readonly plan: Words;
}
interface Evidence {
  readonly actual: number | string;
  readonly plan: number | string;
}

/** What was achieved of what was planned (mức hoàn thành kế hoạch), in percent; it may exceed 100. No plan means nothing due. */
export const attainment: Measure<Params, Evidence> = {
  measure: "attainment",
  scale: "percent",
  range: { least: "0", whole: false },
  params: { actual: words, plan: words, ...quantityParams },
  fields: (params) => [quantityField("actual", params.actual, params), quantityField("plan", params.plan, params)],
  mayBeNothingDue: true,
  increasesWith: () => ["actual"],
  read({ evidence }) {
    const actual = ratioOf(evidence.actual);
    const plan = ratioOf(evidence.plan);
    const values = { actual: exactText(actual), plan: exactText(plan) };
    if (isZero(plan)) return { nothingDue: true, steps: [{ by: "attainment", step: "nothingDue", values }] };
    const value = percentOf(actual, plan);
    return {
      value,
      dividend: actual,
      divisor: plan,
      steps: [{ by: "attainment", step: "attainment", values: { ...values, percent: exactText(value) } }],
    };
  },
  describe: ({ actual, plan, unit }, say) => `${say.words(actual)} ÷ ${say.words(plan)} (${say.words(unit)})`,
  columns({ figures }) {
    const [actual, plan] = [figureColumn(figures, "actual"), figureColumn(figures, "plan")];
    return {
      read(leaf) {
        const { from, to, outcome } = leaf;
        for (let row = from; row < to; row += 1) {
          if (plan[row] === 0) outcome[row] = outcomes.nothingDue;
          else setValue(leaf, row, 100 * (actual[row] as number), plan[row] as number);
        }
      },
    };
  },
  words: {
    attainment: {
      vi: ({ actual = "", plan = "", percent = "" }, { unit }, say) =>
        `Thực hiện ${say.number(actual)}, kế hoạch ${say.number(plan)} ${say.words(unit)}: đạt ${say.number(percent)} %`,
      en: ({ actual = "", plan = "", percent = "" }, { unit }, say) =>
        `Achieved ${say.number(actual)} of ${say.number(plan)} ${say.words(unit)} planned: ${say.number(percent)} %`,
    },
    nothingDue: {
      vi: (_, { plan }, say) => `Không được giao (${say.words(plan)}: 0)`,
      en: (_, { plan }, say) => `Nothing was planned (${say.words(plan)}: 0)`,
    },
  },
};

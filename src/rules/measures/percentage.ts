import { exactText } from "../../exact/decimal";
import { hundred, multiply } from "../../exact/ratio";
import { type Words, words } from "../../issue/fields";
import { issue } from "../../issue/issue";
import type { Measure } from "../ruleKind";
import { ratioOf } from "./quantity";

interface Params {
  readonly of: Words;
}
interface Evidence {
  readonly percent?: string | undefined;
  readonly ratio?: string | undefined;
}

/**
 * A percentage that someone else computed (kết quả khảo sát, chỉ số khác), from 0 to 100. Reported as `percent`, or as
 * `ratio` from 0 to 1: the name says which is meant, so that 0.95 can never pass for 95 %.
 */
export const percentage: Measure<Params, Evidence> = {
  measure: "percentage",
  scale: "percent",
  range: { least: "0", most: "100", whole: false },
  params: { of: words },
  fields: ({ of }) => [
    { key: "percent", label: of, type: "percent", unit: { vi: "%", en: "%" }, optional: true },
    { key: "ratio", label: { vi: `${of.vi} (tỷ số, từ 0 đến 1)`, en: `${of.en ?? of.vi} (ratio, 0 to 1)` }, type: "ratio", optional: true },
  ],
  evidenceFaults: ({ evidence: { percent, ratio } }) =>
    (percent === undefined) === (ratio === undefined) ? [issue("exactlyOneOf", { keys: ["percent", "ratio"] })] : [],
  increasesWith: () => ["percent", "ratio"],
  read({ evidence: { percent, ratio = "0" } }) {
    const value = percent === undefined ? multiply(hundred, ratioOf(ratio)) : ratioOf(percent);
    return {
      value,
      dividend: value,
      divisor: hundred,
      steps: [{ by: "percentage", step: "percentage", values: { percent: exactText(value) } }],
    };
  },
  words: {
    percentage: {
      vi: ({ percent = "" }, { of }, say) => `${say.words(of)}: ${say.number(percent)} %`,
      en: ({ percent = "" }, { of }, say) => `${say.words(of)}: ${say.number(percent)} %`,
    },
  },
};

import { exactText } from "../../exact/decimal";
import { hundred } from "../../exact/ratio";
import { type Words, words } from "../../issue/fields";
import { onePlace, setValue } from "../columnForm";
import type { Measure } from "../ruleKind";
import { type GivenPercent, givenPercent, givenPercentFaults, givenPercentFields, givenPercentKeys, percentColumn } from "./givenPercent";

interface Params {
  readonly of: Words;
}

/** A percentage that someone else computed (kết quả khảo sát, chỉ số khác), from 0 to 100. */
export const percentage: Measure<Params, GivenPercent> = {
  measure: "percentage",
  scale: "percent",
  range: { least: "0", most: "100", whole: false },
  params: { of: words },
  fields: ({ of }) => givenPercentFields(of),
  evidenceFaults: ({ evidence }) => givenPercentFaults(evidence),
  increasesWith: () => givenPercentKeys,
  read({ evidence }) {
    const value = givenPercent(evidence);
    return {
      value,
      dividend: value,
      divisor: hundred,
      steps: [{ by: "percentage", step: "percentage", values: { percent: exactText(value) } }],
    };
  },
  describe: ({ of }, say) => `${say.words(of)} (%)`,
  columns({ figures }) {
    const percentAt = percentColumn(figures);
    const one = onePlace(figures);
    return {
      read(leaf) {
        for (let row = leaf.from; row < leaf.to; row += 1) setValue(leaf, row, percentAt(row), one);
      },
    };
  },
  words: {
    percentage: {
      vi: ({ percent = "" }, { of }, say) => `${say.words(of)}: ${say.number(percent)} %`,
      en: ({ percent = "" }, { of }, say) => `${say.words(of)}: ${say.number(percent)} %`,
    },
  },
};

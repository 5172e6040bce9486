import { exactText } from "../../exact/decimal";
import { divide, hundred, isZero, type Ratio, ratio, sum } from "../../exact/ratio";
import { type Words, words } from "../../issue/fields";
import { setValue } from "../columnForm";
import type { Measure } from "../ruleKind";
import { type GivenPercent, givenPercent, givenPercentFaults, givenPercentFields, givenPercentKeys, percentColumn } from "./givenPercent";
import { percentOf } from "./quantity";

interface Params {
  readonly of: Words;
}
interface Mean {
  readonly mean: Ratio;
  readonly units: number;
}

/** What the figures of a cohort add up to, in whole units of their last place. */
interface Total {
  readonly total: number;
  readonly units: number;
}

/**
 * A unit's own percentage or index against the simple mean of its cohort (so với trung bình các đơn vị), in percent of the mean:
 * 100 is at the mean. Where the mean is zero, so is everyone's figure, and everyone stands at the mean.
 */
export const peerMean: Measure<Params, GivenPercent, Mean> = {
  measure: "peerMean",
  scale: "percent",
  range: { least: "0", whole: false },
  params: { of: words },
  fields: ({ of }) => givenPercentFields(of),
  evidenceFaults: ({ evidence }) => givenPercentFaults(evidence),
  // A unit raises the mean by only its share of its own rise, so that it never falls behind by doing better.
  increasesWith: () => givenPercentKeys,
  gather: ({ cohort }) => ({ mean: divide(sum(cohort.map(givenPercent)), ratio(cohort.length)), units: cohort.length }),
  read({ evidence, cohort: { mean, units } }) {
    const own = givenPercent(evidence);
    const values = { own: exactText(own), mean: exactText(mean), units: String(units) };
    if (isZero(mean)) return { value: hundred, steps: [{ by: "peerMean", step: "allZero", values }] };
    const value = percentOf(own, mean);
    return {
      value,
      dividend: own,
      divisor: mean,
      steps: [{ by: "peerMean", step: "ofMean", values: { ...values, percent: exactText(value) } }],
    };
  },
  describe: ({ of }, say) =>
    `${say.words(of)} ÷ ${say.words({ vi: "trung bình của các đơn vị được so sánh", en: "the mean of the units compared" })} (%)`,
  columns({ figures }) {
    const percentAt = percentColumn(figures);
    return {
      gather: (members) => ({ total: members.reduce((total, row) => total + percentAt(row), 0), units: members.length }),
      read(leaf, gathered) {
        const { total, units } = gathered as Total;
        for (let row = leaf.from; row < leaf.to; row += 1) {
          const own = percentAt(row);
          if (total === 0) setValue(leaf, row, 100, 1);
          else setValue(leaf, row, 100 * units * own, total);
        }
      },
    };
  },
  words: {
    ofMean: {
      vi: ({ own = "", mean = "", units = "", percent = "" }, { of }, say) =>
        `${say.words(of)}: ${say.number(own)} %; trung bình ${say.number(units)} đơn vị: ${say.number(mean)} %; so với trung bình: ${say.number(percent)} %`,
      en: ({ own = "", mean = "", units = "", percent = "" }, { of }, say) =>
        `${say.words(of)}: ${say.number(own)} %; mean of ${say.number(units)} units: ${say.number(mean)} %; of the mean: ${say.number(percent)} %`,
    },
    allZero: {
      vi: ({ units = "" }, { of }, say) =>
        `${say.words(of)}: 0 %; trung bình ${say.number(units)} đơn vị: 0 %, nên các đơn vị đều bằng trung bình`,
      en: ({ units = "" }, { of }, say) =>
        `${say.words(of)}: 0 %; mean of ${say.number(units)} units: 0 %, so that every unit stands at the mean`,
    },
  },
};

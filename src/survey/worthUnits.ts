import { fromDecimal } from "../exact/decimal";
import { greatestCommonDivisor } from "../exact/ratio";
import { type Issue, issue } from "../issue/issue";
import type { Questionnaire } from "./questionnaire";

/** The largest whole number of units that an answer may be worth, so that sums and the numbers made of them stay exact. */
const mostUnits = 1e7;

/** What answers are worth as whole numbers of one unit: 100, 60, 20 and 0 are 5, 3, 1 and 0 units of 20. */
export interface WorthUnits {
  /** Of percent text; `undefined` where an answer does not count. */
  readonly of: (counts: string) => number | undefined;
  /** One unit in percent, as a fraction of whole numbers. */
  readonly unit: { readonly numerator: bigint; readonly denominator: bigint };
  readonly most: number;
  readonly issues: readonly Issue[];
}

export function worthUnits({ file }: Questionnaire): WorthUnits {
  const stated = Object.values(file.scales).flatMap(({ answers }) => answers.map(({ counts }) => counts).filter(isWorth));
  const worths = stated.map(fromDecimal);
  const denominator = worths.reduce((common, worth) => (common * worth.denominator) / greatestCommonDivisor(common, worth.denominator), 1n);
  const whole = worths.map((worth) => (worth.numerator * denominator) / worth.denominator);
  const unit = whole.reduce(greatestCommonDivisor, 0n) || 1n;
  const most = Math.max(0, ...whole.map((worth) => Number(worth / unit)));
  return {
    of: (counts) => {
      if (!isWorth(counts)) return undefined;
      const worth = fromDecimal(counts);
      return Number((worth.numerator * denominator) / worth.denominator / unit);
    },
    unit: { numerator: unit, denominator },
    most,
    issues: most <= mostUnits ? [] : [issue("worthTooFine", { worths: [...new Set(stated)] }, { path: ["scales"] })],
  };
}

/** True where an answer counts for something, be it nothing at all, rather than being no answer. */
export function isWorth(counts: string): boolean {
  return counts !== "noOpinion" && counts !== "notUsed";
}

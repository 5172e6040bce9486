import { fromExactText } from "../../exact/decimal";
import { type Bilingual, formatNumber, type Language } from "../../exact/formatNumber";
import { compare, type Ratio } from "../../exact/ratio";
import { round } from "../../exact/rounding";

/**
 * The few statistics that the structure of a ranking needs, in plain numbers: they are approximate, and never enter a score.
 * Whether a column is constant is asked exactly, of the ratios that the numbers came from.
 */

/** Why a statistic cannot be computed: too few units, a column in which all are alike, or a logarithm of what is not above zero. */
export type Incomputable = "tooFew" | "constant" | "notPositive";

/** Why something cannot be computed, in words. */
export const incomputableWords: Readonly<Record<Incomputable, Bilingual>> = {
  tooFew: { vi: "không tính được, vì quá ít đơn vị", en: "cannot be computed, for too few units" },
  constant: { vi: "không tính được, vì mọi đơn vị như nhau", en: "cannot be computed, since all units are alike" },
  notPositive: { vi: "không tính được, vì có giá trị không lớn hơn 0", en: "cannot be computed, since a value is not above 0" },
};

/** Decimals carried over from an exact value: more than a plain number tells apart. */
const carried = { places: 30, mode: "halfUp" } as const;

/** The plain number nearest to an exact value. */
export function approximately(value: Ratio): number {
  return Number(round(value, carried));
}

/** The same from exact text. */
export function approximatelyText(exact: string): number {
  return approximately(fromExactText(exact));
}

export function isConstant(values: readonly Ratio[]): boolean {
  return values.every((value) => compare(value, values[0] ?? value) === 0);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Σ(x − x̄)(y − ȳ). */
export function crossProduct(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  return xs.reduce((total, x, index) => total + (x - meanX) * ((ys[index] ?? 0) - meanY), 0);
}

/** √(Σ(x − x̄)² ÷ (n − 1)). */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(crossProduct(values, values) / (values.length - 1));
}

/** Fewer pairs than this lie on a line whatever they are. */
const fewestPairs = 3;

/** Pearson's r = Σ(x − x̄)(y − ȳ) ÷ √(Σ(x − x̄)²·Σ(y − ȳ)²). */
export function pearson(xs: readonly Ratio[], ys: readonly Ratio[]): number | Incomputable {
  if (xs.length < fewestPairs) return "tooFew";
  if (isConstant(xs) || isConstant(ys)) return "constant";
  const [x, y] = [xs.map(approximately), ys.map(approximately)];
  const r = crossProduct(x, y) / Math.sqrt(crossProduct(x, x) * crossProduct(y, y));
  return Math.max(-1, Math.min(1, r));
}

/** Spearman's ρ: Pearson's r of the ranks, equal values sharing the mean of theirs. */
export function spearman(xs: readonly Ratio[], ys: readonly Ratio[]): number | Incomputable {
  return pearson(meanRanks(xs), meanRanks(ys));
}

/** Ranks from the lowest, doubled, so that a mean of two is whole: (1 + those below) + (those not above). */
function meanRanks(values: readonly Ratio[]): readonly Ratio[] {
  return values.map((value) => {
    const below = values.filter((other) => compare(other, value) < 0).length;
    const notAbove = values.filter((other) => compare(other, value) <= 0).length;
    return { numerator: BigInt(1 + below + notAbove), denominator: 1n };
  });
}

/** A straight line through points by least squares, with the standard error of its slope. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  readonly standardError: number;
  readonly rSquared: number;
}

/** y = intercept + slope·x by least squares; the x are not all alike. */
export function lineThrough(xs: readonly number[], ys: readonly number[]): Line {
  const [xx, xy, yy] = [crossProduct(xs, xs), crossProduct(xs, ys), crossProduct(ys, ys)];
  const slope = xy / xx;
  const residual = Math.max(0, yy - slope * xy);
  return {
    slope,
    intercept: meanOf(ys) - slope * meanOf(xs),
    standardError: Math.sqrt(residual / (xs.length - 2) / xx),
    rSquared: yy === 0 ? 0 : Math.min(1, (slope * xy) / yy),
  };
}

/** An approximate number for people, with so many decimals: `-0,43` in Vietnamese. */
export function shown(value: number, language: Language, places = 2): string {
  return formatNumber(value.toFixed(places).replace(/^-(?=[0.]*$)/, ""), language);
}

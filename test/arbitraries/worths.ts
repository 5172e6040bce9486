import fc from "fast-check";
import type { Worth } from "../oracle/documents";
import { dividedBy, print, readDecimal, times, whole } from "../oracle/fraction";

/** This share of the maximum, written as a share or as the points that it comes to. */
export function worthOfPercent(percent: string, maxPoints: string): fc.Arbitrary<Worth> {
  const points = print(dividedBy(times(readDecimal(maxPoints), readDecimal(percent)), whole(100)));
  return fc.constantFrom<Worth[]>({ points }, { percentOfMax: percent });
}

const lesserWorths = fc.constantFrom("0", "0", "20", "25", "33.33", "50", "60", "75", "99.99", "100");

/** So many worths from best to worst: the first is the maximum, none is worth more than the one before it. */
export function fallingWorths(count: number, maxPoints: string): fc.Arbitrary<readonly Worth[]> {
  return fc
    .array(lesserWorths, { minLength: count - 1, maxLength: count - 1 })
    .map((percents) => ["100", ...percents.sort((a, b) => Number(b) - Number(a))])
    .chain((percents) => fc.tuple(...percents.map((percent) => worthOfPercent(percent, maxPoints))));
}

/** So many worths that add up to the maximum. */
export function worthsAddingUp(count: number, maxPoints: string): fc.Arbitrary<readonly Worth[]> {
  return fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
    .map((cuts) => cuts.slice(1).map((cut, index) => print(dividedBy(whole(cut - (cuts[index] ?? 0)), whole(100)))))
    .chain((percents) => fc.tuple(...percents.map((percent) => worthOfPercent(percent, maxPoints))));
}

/** Each item of one list with the item beside it in the other. */
export function beside<A, B>(left: readonly A[], right: readonly B[]): readonly (A & B)[] {
  return left.map((item, index) => ({ ...item, ...right[index] }) as A & B);
}

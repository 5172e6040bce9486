import { fromDecimal } from "../exact/decimal";
import { add, compare, type Ratio, ratio } from "../exact/ratio";
import { round } from "../exact/rounding";
import { type Issue, issue } from "../issue/issue";
import { type Bounds, boundsInSigns } from "./bounds";
import type { Measure } from "./ruleKind";

/** An end of a band on the number line. `closed` says that the number itself belongs to the band; no number means no end. */
interface End {
  readonly value: Ratio | undefined;
  readonly closed: boolean;
}

interface Band {
  readonly name: string;
  readonly from: End;
  readonly to: End;
}

/** The values that bands are to cover: whole ones, those with so many decimals (`places`), or all of them. */
export type CoveredRange = Measure["range"] & { readonly places?: number };

/**
 * What is wrong with bands that are listed from best to worst: together they must cover every value of the range, each
 * beginning just where the one below it ends, so that no value falls between two bands or into both.
 */
export function coverageFaults(better: "higher" | "lower", listed: readonly Bounds[], range: CoveredRange): Issue[] {
  const unclear = listed.flatMap((bounds) => boundFaults(bounds, range.whole));
  if (unclear.length > 0) return unclear;
  const places = range.whole ? 0 : range.places;
  const ascending = (better === "lower" ? listed : [...listed].reverse()).map((bounds) => ({
    name: nameOf(bounds),
    ...(places === undefined ? endsOf(bounds) : endsBetween(bounds, places)),
  }));
  if (isDescending(ascending)) return [issue("bandsOutOfOrder", { better })];
  const least = endOf(range.least);
  const most = endOf(range.most);
  const empty = ascending.filter(({ from, to }) => isEmpty(from, to) || isEmpty(from, most) || isEmpty(least, to));
  if (empty.length > 0) return empty.map(({ name }) => issue("bandEmpty", { band: name }));
  return [...gapBelow(ascending[0], least, range.least), ...seamFaults(ascending), ...gapAbove(ascending.at(-1), most, range.most)];
}

/** A band in signs, by which issues call it: `≥ 20, < 30`. */
export function nameOf(bounds: Bounds): string {
  return boundsInSigns(bounds, { number: (exact) => exact });
}

/** What is wrong with the boundaries of one band, whatever stands beside it. */
export function boundFaults({ atLeast, moreThan, lessThan, atMost }: Bounds, whole: boolean): Issue[] {
  const doubled = (atLeast !== undefined && moreThan !== undefined) || (lessThan !== undefined && atMost !== undefined);
  const stated = [atLeast, moreThan, lessThan, atMost].filter((bound) => bound !== undefined);
  const fractions = whole ? stated.filter((bound) => fromDecimal(bound).denominator !== 1n) : [];
  return [
    ...(doubled ? [issue("bandTwoBounds", { band: nameOf({ atLeast, moreThan, lessThan, atMost }) })] : []),
    ...fractions.map((received) => issue("boundNotWhole", { received })),
  ];
}

function isDescending(bands: readonly Band[]): boolean {
  const [first, last] = [bands[0]?.from.value, bands.at(-1)?.from.value];
  return first !== undefined && (last === undefined || compare(first, last) > 0);
}

/** Where two neighbours meet, just one of them must hold the number at which they meet. */
function seamFaults(ascending: readonly Band[]): Issue[] {
  return ascending.slice(1).flatMap((upper, index) => {
    const lower = ascending[index] ?? upper;
    const [end, start] = [lower.to.value, upper.from.value];
    const distance = end === undefined || start === undefined ? -1 : compare(start, end);
    const names = { between: lower.name, and: upper.name };
    if (distance > 0 || (distance === 0 && !lower.to.closed && !upper.from.closed)) return [issue("bandGap", names)];
    return distance < 0 || (lower.to.closed && upper.from.closed) ? [issue("bandOverlap", names)] : [];
  });
}

function gapBelow(lowest: Band | undefined, least: End, printed = "−∞"): Issue[] {
  if (lowest?.from.value === undefined || (least.value !== undefined && !isEmpty(lowest.from, least))) return [];
  return [issue("bandGap", { between: printed, and: lowest.name })];
}

function gapAbove(highest: Band | undefined, most: End, printed = "∞"): Issue[] {
  if (highest?.to.value === undefined || (most.value !== undefined && !isEmpty(most, highest.to))) return [];
  return [issue("bandGap", { between: highest.name, and: printed })];
}

function endOf(limit: string | undefined): End {
  return { value: limit === undefined ? undefined : fromDecimal(limit), closed: true };
}

/** A band's two ends. */
function endsOf({ atLeast, moreThan, lessThan, atMost }: Bounds): { readonly from: End; readonly to: End } {
  const value = (text: string | undefined) => (text === undefined ? undefined : fromDecimal(text));
  return {
    from: { value: value(atLeast ?? moreThan), closed: moreThan === undefined },
    to: { value: value(atMost ?? lessThan), closed: lessThan === undefined },
  };
}

/**
 * A band's two ends where values have so many decimals: from the first value in it to the first above it, so that "at most 1"
 * and "at least 2" meet among whole numbers, 89.99 and 90 among those of two decimals.
 */
function endsBetween({ atLeast, moreThan, lessThan, atMost }: Bounds, places: number): { readonly from: End; readonly to: End } {
  const unit = ratio(1n, 10n ** BigInt(places));
  const cut = (text: string) => fromDecimal(round(fromDecimal(text), { places, mode: "down" }));
  const from = (text: string) => (compare(cut(text), fromDecimal(text)) < 0 ? add(cut(text), unit) : cut(text));
  const after = (text: string) => (compare(cut(text), fromDecimal(text)) > 0 ? cut(text) : add(cut(text), unit));
  const first = (including: string | undefined, without: string | undefined) =>
    including !== undefined ? from(including) : without === undefined ? undefined : after(without);
  return { from: { value: first(atLeast, moreThan), closed: true }, to: { value: first(lessThan, atMost), closed: false } };
}

/** True when no value lies from one end to the other. */
function isEmpty(from: End, to: End): boolean {
  if (from.value === undefined || to.value === undefined) return false;
  const order = compare(from.value, to.value);
  return order > 0 || (order === 0 && !(from.closed && to.closed));
}

import * as z from "zod/mini";
import { exactText, fromDecimal } from "../exact/decimal";
import { add, compare, larger, one, type Ratio, zero } from "../exact/ratio";
import { type Issue, issue } from "../issue/issue";
import { type Bounds, boundsInSigns, holds, lowerBoundParams, signOf, upperBoundParams } from "./bounds";
import type { BoundMeasure, Measure, MeasuredKind } from "./ruleKind";
import { orderFaults, type Worth, worthFaults, worthOf, worthParams } from "./worth";

type Band = Bounds & Worth;
interface Params {
  readonly better: "higher" | "lower";
  readonly bands: readonly Band[];
  readonly notDone?: string | undefined;
}

/**
 * The points of the band that the value falls in (chấm theo mức). Bands are listed from best to worst, say for each boundary
 * whether it is included, and together cover every value the measure can take, without gap or overlap.
 */
export const bands: MeasuredKind<Params> = {
  kind: "bands",
  reads: "measure",
  scales: ["percent", "count", "days"],
  params: {
    better: z.enum(["higher", "lower"]),
    bands: z.array(z.strictObject({ ...lowerBoundParams, ...upperBoundParams, ...worthParams })).check(z.minLength(2)),
    notDone: worthParams.points,
  },
  better: ({ better }) => better,
  best: (params, maxPoints) => params.bands.map((band) => worthOf(band, maxPoints)).reduce(larger, zero),
  faults(params, maxPoints, bound) {
    const coverage = bound === undefined ? [] : coverageFaults(params, bound.measure);
    const outOfOrder = coverage.some(({ code }) => code === "bandsOutOfOrder");
    return [
      ...params.bands.flatMap((band, index) => worthFaults(band, maxPoints, inSigns(band), ["bands", index])),
      ...(outOfOrder
        ? []
        : orderFaults(
            params.bands.map((band) => ({ name: inSigns(band), worth: band })),
            maxPoints,
          )),
      ...notDoneFaults(params, maxPoints, bound),
      ...coverage,
    ];
  },
  award({ params, measured, scale, maxPoints }) {
    const index = params.bands.findIndex((band) => holds(measured.value, band));
    const points = worthOf(params.bands[index] ?? {}, maxPoints);
    return {
      points,
      steps: [{ by: "bands", step: "band", values: { band: String(index), sign: signOf(scale), points: exactText(points) } }],
    };
  },
  awardNotDone({ params }) {
    const points = fromDecimal(params.notDone ?? "0");
    return { points, steps: [{ by: "bands", step: "notDone", values: { points: exactText(points) } }] };
  },
  words: {
    band: {
      vi: ({ band, sign, points = "" }, params, say) =>
        `Rơi vào mức ${boundsInSigns(params.bands[Number(band)] ?? {}, say, sign)}: được ${say.number(points)} điểm`,
      en: ({ band, sign, points = "" }, params, say) =>
        `Falls into the band ${boundsInSigns(params.bands[Number(band)] ?? {}, say, sign)}: earns ${say.number(points)} points`,
    },
    notDone: {
      vi: ({ points = "" }, _, say) => `Không thực hiện: được ${say.number(points)} điểm`,
      en: ({ points = "" }, _, say) => `Not done: earns ${say.number(points)} points`,
    },
  },
};

function inSigns(band: Bounds): string {
  return boundsInSigns(band, { number: (exact) => exact });
}

function notDoneFaults({ notDone, bands }: Params, maxPoints: Ratio, bound: BoundMeasure | undefined): Issue[] {
  const mayBeNotDone = bound?.measure.mayBeNotDone ?? false;
  if (notDone === undefined) return mayBeNotDone ? [issue("notDoneUnstated", {})] : [];
  if (!mayBeNotDone) return [issue("notDoneNeverHappens", {})];
  const worst = bands.at(-1);
  return [
    ...worthFaults({ points: notDone }, maxPoints, "“notDone”", ["notDone"]),
    ...(worst === undefined
      ? []
      : orderFaults(
          [
            { name: inSigns(worst), worth: worst },
            { name: "notDone", worth: { points: notDone } },
          ],
          maxPoints,
        )),
  ];
}

/** An end of a band on the number line. `closed` says that the number itself belongs to the band; no number means no end. */
interface End {
  readonly value: Ratio | undefined;
  readonly closed: boolean;
}

/** From the lowest band up, each must begin just where the one before it ends, from the measure's least value to its most. */
function coverageFaults({ better, bands: listed }: Params, { range }: Measure): Issue[] {
  const fractions = range.whole ? listed.flatMap(boundsOf).filter((bound) => fromDecimal(bound).denominator !== 1n) : [];
  if (fractions.length > 0) return fractions.map((received) => issue("notWhole", { received }));
  const doubled = listed.filter(
    (band) => (band.atLeast !== undefined && band.moreThan !== undefined) || (band.lessThan !== undefined && band.atMost !== undefined),
  );
  if (doubled.length > 0) return doubled.map((band) => issue("bandTwoBounds", { band: inSigns(band) }));
  const ascending = better === "lower" ? listed : [...listed].reverse();
  const ends = ascending.map((band) => ({ name: inSigns(band), ...endsOf(band, range.whole) }));
  const first = ends[0];
  const last = ends.at(-1);
  const lowest = last?.from.value;
  if (first?.from.value !== undefined && (lowest === undefined || compare(first.from.value, lowest) > 0)) {
    return [issue("bandsOutOfOrder", { better })];
  }
  const least: End = { value: range.least === undefined ? undefined : fromDecimal(range.least), closed: true };
  const most: End = { value: range.most === undefined ? undefined : fromDecimal(range.most), closed: true };
  const empty = ends.filter(({ from, to }) => comesAfter(from, to) || comesAfter(from, most) || comesAfter(least, to));
  if (empty.length > 0) return empty.map(({ name }) => issue("bandEmpty", { band: name }));

  const found: Issue[] = [];
  if (first?.from.value !== undefined && (least.value === undefined || comesAfter(first.from, least))) {
    found.push(issue("bandGap", { between: range.least ?? "−∞", and: first.name }));
  }
  ends.forEach(({ name, to }, index) => {
    const next = ends[index + 1];
    if (next === undefined) return;
    const gap = to.value !== undefined && next.from.value !== undefined ? compare(next.from.value, to.value) : -1;
    if (gap > 0 || (gap === 0 && !to.closed && !next.from.closed)) found.push(issue("bandGap", { between: name, and: next.name }));
    if (gap < 0 || (gap === 0 && to.closed && next.from.closed)) found.push(issue("bandOverlap", { between: name, and: next.name }));
  });
  if (last?.to.value !== undefined && (most.value === undefined || comesAfter(most, last.to))) {
    found.push(issue("bandGap", { between: last.name, and: range.most ?? "∞" }));
  }
  return found;
}

function boundsOf({ atLeast, moreThan, lessThan, atMost }: Bounds): readonly string[] {
  return [atLeast, moreThan, lessThan, atMost].filter((bound) => bound !== undefined);
}

/** A band's two ends. Whole numbers are given half-open ends, so that "at most 1" and "at least 2" meet. */
function endsOf({ atLeast, moreThan, lessThan, atMost }: Bounds, whole: boolean): { readonly from: End; readonly to: End } {
  const value = (text: string | undefined) => (text === undefined ? undefined : fromDecimal(text));
  const next = (text: string | undefined) => (text === undefined ? undefined : add(fromDecimal(text), one));
  return whole
    ? { from: { value: value(atLeast) ?? next(moreThan), closed: true }, to: { value: value(lessThan) ?? next(atMost), closed: false } }
    : {
        from: { value: value(atLeast ?? moreThan), closed: moreThan === undefined },
        to: { value: value(atMost ?? lessThan), closed: lessThan === undefined },
      };
}

/** True when no value lies from `from` to `to`. */
function comesAfter(from: End, to: End): boolean {
  if (from.value === undefined || to.value === undefined) return false;
  const order = compare(from.value, to.value);
  return order > 0 || (order === 0 && !(from.closed && to.closed));
}

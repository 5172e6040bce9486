import * as z from "zod/mini";
import { exactText, fromDecimal } from "../exact/decimal";
import { wholeError, wholeNumber } from "../exact/filtered";
import { larger, type Ratio, zero } from "../exact/ratio";
import { at, type Issue, issue } from "../issue/issue";
import { coverageFaults, nameOf } from "./bandCoverage";
import { type Within, withinColumns } from "./boundColumns";
import { type Bounds, boundsInSigns, boundsInWords, holds, lowerBoundParams, signOf, upperBoundParams } from "./bounds";
import { outcomes } from "./columnForm";
import type { BoundMeasure, MeasuredKind } from "./ruleKind";
import { orderFaults, type Worth, worthFaults, worthInWords, worthOf, worthParams } from "./worth";

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
    const coverage =
      bound === undefined
        ? []
        : coverageFaults(params.better, params.bands, bound.measure.range).map((found) => at({ path: ["bands"] }, found));
    const outOfOrder = coverage.some(({ code }) => code === "bandsOutOfOrder");
    return [
      ...params.bands.flatMap((band, index) => worthFaults(band, maxPoints, nameOf(band), ["bands", index])),
      ...(outOfOrder
        ? []
        : orderFaults(
            params.bands.map((band, index) => ({ name: nameOf(band), worth: band, path: ["bands", index] })),
            maxPoints,
          )),
      ...notDoneFaults(params, maxPoints, bound),
      ...coverage,
    ];
  },
  describe: ({ bands: listed, notDone }, described) => [
    ...listed.map((band) => worthInWords(boundsInWords(band, described), band, described)),
    ...(notDone === undefined
      ? []
      : [worthInWords(described.say.words({ vi: "Không thực hiện", en: "Not done" }), { points: notDone }, described)]),
  ],
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
  columns({ params, maxPoints, scale }) {
    const within = params.bands.map(withinColumns);
    const worths = Float64Array.from([...params.bands, {}], (band) => wholeNumber(worthOf(band, maxPoints), scale));
    const notDone = wholeNumber(fromDecimal(params.notDone ?? "0"), scale);
    return ({ from, to, dividend, divisor, outcome, points, error }) => {
      for (let row = from; row < to; row += 1) {
        const isNotDone = outcome[row] === outcomes.notDone;
        const place = isNotDone ? 0 : firstWithin(within, dividend[row] as number, divisor[row] as number);
        const worth = isNotDone ? notDone : (worths[place] as number);
        points[row] = worth;
        error[row] = wholeError(worth);
        if (isNotDone) outcome[row] = outcomes.earned;
      }
    };
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
            { name: nameOf(worst), worth: worst, path: ["bands"] },
            { name: "notDone", worth: { points: notDone }, path: ["notDone"] },
          ],
          maxPoints,
        )),
  ];
}

/** The place of the first band that holds the value, behind the last where none does; `NaN` where that is not settled. */
function firstWithin(within: readonly Within[], dividend: number, divisor: number): number {
  for (let place = 0; place < within.length; place += 1) {
    const isWithin = (within[place] as Within)(dividend, divisor);
    if (isWithin !== 0) return isWithin === 1 ? place : Number.NaN;
  }
  return within.length;
}

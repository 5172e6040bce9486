import fc from "fast-check";
import type { Bands, Bounds, Measure } from "../oracle/documents";
import { measureArbitraries } from "./measures";
import { percentages } from "./numbers";
import { beside, fallingWorths } from "./worths";

/** A place between two bands: just before a number, which then belongs to the upper band, or just after it. */
interface Cut {
  readonly at: string;
  readonly side: "before" | "after";
}

/** Bands of a measure that cover every value it can take, listed from best to worst. */
export function bandsRules(name: Measure["measure"], maxPoints: string): fc.Arbitrary<Bands> {
  const reads: fc.Arbitrary<Measure> = measureArbitraries[name];
  const cuts = name === "count" || name === "daysLate" ? wholeBounds(name) : continuousBounds(name);
  const settings = fc.tuple(reads, cuts, fc.constantFrom<Bands["better"][]>("higher", "lower"));
  return settings.chain(([read, ascending, better]) =>
    fallingWorths(ascending.length, maxPoints).map((worths) => ({
      kind: "bands" as const,
      reads: read,
      better,
      bands: beside(better === "lower" ? ascending : [...ascending].reverse(), worths),
      ...(name === "daysLate" ? { notDone: worths.at(-1)?.points ?? "0" } : {}),
    })),
  );
}

/** Bands of a measure with decimals, from the lowest up: each begins just where the one before it ends. */
function continuousBounds(name: Measure["measure"]): fc.Arbitrary<readonly Bounds[]> {
  const values = thresholdValues[name] ?? percentages;
  const cut: fc.Arbitrary<Cut> = fc.record({ at: values, side: fc.constantFrom<Cut["side"][]>("before", "after") });
  const apart = { minLength: 1, maxLength: 4, comparator: samePlace };
  return fc.tuple(fc.uniqueArray(cut.filter(isInside(name)), apart), fc.boolean()).map(([drawn, closed]) => {
    const cuts = [...drawn].sort(inOrder);
    return [undefined, ...cuts].map((from, index) => ({ ...lowerEnd(from, name, closed), ...upperEnd(cuts[index], name, closed) }));
  });
}

const thresholdValues: Readonly<Record<string, fc.Arbitrary<string>>> = {
  attainment: fc.oneof(percentages, fc.constantFrom("100", "110", "150")),
  change: fc.oneof(percentages, fc.constantFrom("-5", "-33.33", "0", "-100")),
  peerMean: fc.oneof(percentages, fc.constantFrom("100", "110", "150")),
};

/** Measures that run from 0 to 100 %: bands outside of them would hold nothing. */
const upToHundred = ["share", "product", "percentage", "peerLeader"];

function isInside(name: Measure["measure"]): (cut: Cut) => boolean {
  const hasLeast = name !== "change";
  const hasMost = upToHundred.includes(name);
  return ({ at, side }) => !(hasLeast && Number(at) === 0 && side === "before") && !(hasMost && Number(at) === 100 && side === "after");
}

function lowerEnd(cut: Cut | undefined, name: Measure["measure"], closed: boolean): Bounds {
  if (cut === undefined) return closed && name !== "change" ? { atLeast: "0" } : {};
  return cut.side === "before" ? { atLeast: cut.at } : { moreThan: cut.at };
}

function upperEnd(cut: Cut | undefined, name: Measure["measure"], closed: boolean): Bounds {
  if (cut === undefined) return closed && upToHundred.includes(name) ? { atMost: "100" } : {};
  return cut.side === "before" ? { lessThan: cut.at } : { atMost: cut.at };
}

function samePlace(a: Cut, b: Cut): boolean {
  return inOrder(a, b) === 0;
}

function inOrder(a: Cut, b: Cut): number {
  return Number(a.at) - Number(b.at) || Number(a.side === "after") - Number(b.side === "after");
}

/** Bands of whole numbers: "at most 1" and "fewer than 2" end at the same place, and so do "at least 2" and "more than 1". */
function wholeBounds(name: "count" | "daysLate"): fc.Arbitrary<readonly Bounds[]> {
  const firsts = fc.uniqueArray(fc.integer({ min: name === "count" ? 1 : -10, max: 40 }), { minLength: 1, maxLength: 4 });
  const sides = fc.array(fc.boolean(), { minLength: 10, maxLength: 10 });
  return fc.tuple(firsts, sides).map(([drawn, inclusive]) => {
    const cuts = [...drawn].sort((a, b) => a - b);
    return [undefined, ...cuts].map((from, index) => ({
      ...(from === undefined ? {} : inclusive[2 * index] ? { atLeast: String(from) } : { moreThan: String(from - 1) }),
      ...wholeUpperEnd(cuts[index], inclusive[2 * index + 1] ?? true),
    }));
  });
}

function wholeUpperEnd(next: number | undefined, inclusive: boolean): Bounds {
  if (next === undefined) return {};
  return inclusive ? { atMost: String(next - 1) } : { lessThan: String(next) };
}

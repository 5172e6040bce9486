import fc from "fast-check";
import type { Cases, Rule, WrittenFigures } from "../oracle/documents";
import { isBelow, lowestTerms, readDecimal, times, whole } from "../oracle/fraction";
import { measureFigures } from "./measures";
import { counts, decimalText } from "./numbers";
import { thresholdsOf } from "./rules";
import { writtenCount, writtenDecimal } from "./writing";

type Figures = fc.Arbitrary<WrittenFigures>;

/** What an officer may report for a leaf with this rule and maximum. */
export function ruleFigures(rule: Rule, maxPoints: string): Figures {
  switch (rule.kind) {
    case "choice":
      return fc.record({ option: fc.constantFrom(...rule.options.map(({ id }) => id)) });
    case "cases":
      return casesFigures(rule);
    case "checklist":
      return forEach(rule.parts, fc.boolean());
    case "deduction":
      return forEach(rule.breaches, fc.oneof(fc.constantFrom(0, 0, 1, 2), counts).chain(writtenCount));
    case "given":
      return pointsUpTo(maxPoints).chain((points) => fc.record({ points: writtenDecimal(points) }));
    default:
      return measureFigures(rule.reads, thresholdsOf(rule));
  }
}

function forEach(items: readonly { readonly id: string }[], figure: fc.Arbitrary<number | string | boolean>): Figures {
  return fc.tuple(...items.map(() => figure)).map((figures) => Object.fromEntries(items.map(({ id }, index) => [id, figures[index] ?? 0])));
}

/** Counts that are often equal to each other or to a number that a condition names, and none above the one it lies within. */
function casesFigures({ counts: listed, cases }: Cases): Figures {
  const numbers = cases.flatMap(({ when }) => when.map(({ than }) => Number(than))).filter((number) => !Number.isNaN(number));
  const figure = fc.oneof(fc.constantFrom(0, 1, 2, ...numbers), counts);
  const drawn = fc.oneof(
    fc.tuple(...listed.map(() => figure)),
    figure.map((same) => listed.map(() => same)),
  );
  return drawn
    .map((figures) => listed.map(({ within }, index) => Math.min(figures[index] ?? 0, within === "a" ? (figures[0] ?? 0) : Infinity)))
    .chain((figures) => fc.tuple(...figures.map(writtenCount)))
    .map((figures) => Object.fromEntries(listed.map(({ id }, index) => [id, figures[index] ?? 0])));
}

/** Points from zero to the maximum: none, all, a tie at the next digit, a hair beside a tie, any with up to eight decimals. */
export function pointsUpTo(maxPoints: string): fc.Arbitrary<string> {
  const anyPoints = fc.integer({ min: 0, max: 8 }).chain((places) => pointsWith(places, maxPoints));
  const tie = fc.integer({ min: 1, max: 5 }).chain((places) => pointsWith(places, maxPoints).map((text) => text.replace(/\d$/, "5")));
  const hair = fc.tuple(tie, fc.constantFrom("", "0000000000001", "000000000000000001")).map(([text, rest]) => text + rest);
  const under = fc.tuple(tie, fc.constantFrom("499999999999999999")).map(([text, rest]) => text.replace(/5$/, rest));
  const isTooMuch = (text: string) => isBelow(readDecimal(maxPoints), readDecimal(text));
  return fc.oneof(fc.constantFrom("0", maxPoints), anyPoints, tie, hair, under).map((text) => (isTooMuch(text) ? maxPoints : text));
}

function pointsWith(places: number, maxPoints: string): fc.Arbitrary<string> {
  const { top, bottom } = lowestTerms(times(readDecimal(maxPoints), whole(10n ** BigInt(places))));
  return fc.bigInt({ min: 0n, max: top / bottom }).map((digits) => decimalText(digits, places));
}

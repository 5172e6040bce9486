import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween, readCivilDate } from "../../src/exact/civilDate";
import { exactText, fromDecimal, fromExactText, isDecimal } from "../../src/exact/decimal";
import { add, compare, divide, isZero, larger, multiply, type Ratio, ratio, smaller, subtract, sum } from "../../src/exact/ratio";
import { type RoundingMode, round } from "../../src/exact/rounding";
import { decimalText } from "../arbitraries/numbers";
import { dayAfter, days } from "../arbitraries/writing";
import { print, roundTo } from "../oracle/fraction";
import { dayNumber } from "../oracle/measures";

const wholes = fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }));
const ratios = fc
  .tuple(
    wholes,
    wholes.filter((value) => value !== 0n),
  )
  .map(([a, b]) => ratio(a, b));
const decimalTexts = fc.tuple(wholes, fc.integer({ min: 0, max: 12 })).map(([digits, places]) => decimalText(digits, places));
const modes = fc.constantFrom<RoundingMode[]>("halfUp", "halfEven", "halfDown", "up", "down");

/** `value` is the fraction a ÷ b, by cross-multiplication. */
function isFraction(value: Ratio, a: bigint, b: bigint): boolean {
  return value.numerator * b === a * value.denominator;
}

describe("ratios", () => {
  test("add, subtract, multiply and divide as cross-multiplication of whole numbers does", () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const [p, q, r, s] = [a.numerator, a.denominator, b.numerator, b.denominator];
        expect(isFraction(add(a, b), p * s + r * q, q * s)).toBe(true);
        expect(isFraction(subtract(a, b), p * s - r * q, q * s)).toBe(true);
        expect(isFraction(multiply(a, b), p * r, q * s)).toBe(true);
        if (r !== 0n) expect(isFraction(divide(a, b), p * s, q * r)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("are compared as whole numbers are, never by rounded values", () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const difference = a.numerator * b.denominator - b.numerator * a.denominator;
        expect(compare(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect([smaller(a, b), larger(a, b)]).toEqual(difference <= 0n ? [a, b] : [b, a]);
      }),
      { numRuns: 2000 },
    );
  });

  test("stay in lowest terms with a denominator above zero, so that equal values look equal", () => {
    fc.assert(
      fc.property(
        ratios,
        wholes.filter((value) => value !== 0n),
        (value, factor) => {
          expect(value.denominator > 0n).toBe(true);
          expect(ratio(value.numerator * factor, value.denominator * factor)).toEqual(value);
          expect(isZero(subtract(value, value))).toBe(true);
        },
      ),
    );
  });

  test("give the same sum in any order", () => {
    fc.assert(
      fc.property(fc.array(ratios, { maxLength: 8 }), (terms) => {
        expect(sum([...terms].reverse())).toEqual(sum(terms));
      }),
    );
  });
});

describe("exact text", () => {
  test("is read back to the value that wrote it", () => {
    fc.assert(
      fc.property(fc.oneof(ratios, decimalTexts.map(fromDecimal)), (value) => {
        expect(fromExactText(exactText(value))).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  test("is a decimal wherever the value has one, otherwise a fraction, as the oracle prints it", () => {
    fc.assert(
      fc.property(fc.oneof(ratios, decimalTexts.map(fromDecimal)), (value) => {
        expect(exactText(value)).toBe(print({ top: value.numerator, bottom: value.denominator }));
      }),
      { numRuns: 2000 },
    );
  });

  test("is the same for every way to write a decimal", () => {
    fc.assert(
      fc.property(decimalTexts, fc.integer({ min: 0, max: 4 }), (text, zeros) => {
        const longer = `${text.includes(".") ? text : `${text}.`}${"0".repeat(zeros + 1)}`;
        expect(exactText(fromDecimal(longer))).toBe(exactText(fromDecimal(text)));
      }),
    );
  });

  test("of a short decimal is itself a decimal that files accept", () => {
    fc.assert(
      fc.property(decimalTexts.filter(isDecimal), (text) => {
        expect(isDecimal(exactText(fromDecimal(text)))).toBe(true);
      }),
    );
  });
});

describe("rounding", () => {
  const ties = fc
    .tuple(wholes, fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => ratio(2n * digits + 1n, 2n * 10n ** BigInt(places)));
  const hairs = fc.tuple(ties, fc.constantFrom(1n, -1n)).map(([tie, side]) => add(tie, ratio(side, 10n ** 40n)));

  test("keeps the digits that the oracle keeps, in every mode, at ties and beside them", () => {
    fc.assert(
      fc.property(fc.oneof(ratios, ties, hairs), fc.integer({ min: 0, max: 6 }), modes, (value, places, mode) => {
        expect(round(value, { places, mode })).toBe(signless(roundTo({ top: value.numerator, bottom: value.denominator }, places, mode)));
      }),
      { numRuns: 5000 },
    );
  });

  test("of what is already rounded changes nothing", () => {
    fc.assert(
      fc.property(ratios, fc.integer({ min: 0, max: 6 }), modes, (value, places, mode) => {
        const once = round(value, { places, mode });
        expect(round(fromDecimal(once), { places, mode })).toBe(once);
      }),
    );
  });

  test("never brings a smaller value above a larger one", () => {
    fc.assert(
      fc.property(ratios, ratios, fc.integer({ min: 0, max: 6 }), modes, (a, b, places, mode) => {
        const [low, high] = [smaller(a, b), larger(a, b)].map((value) => fromDecimal(round(value, { places, mode }))) as [Ratio, Ratio];
        expect(compare(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

/** Published digits have no "-0.00". */
function signless(text: string): string {
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}

describe("days between", () => {
  test("are those of the calendar", () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        expect(daysBetween(from, to)).toBe((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
        expect(daysBetween(from, to)).toBe(dayNumber(to) - dayNumber(from));
      }),
      { numRuns: 2000 },
    );
  });

  test("count up by one from each day to the next", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, number) => {
        expect(daysBetween(day, dayAfter(day, number))).toBe(number);
      }),
    );
  });

  test("do not depend on how a day is written", () => {
    fc.assert(
      fc.property(days, (iso) => {
        const [year = "", month = "", day = ""] = iso.split("-");
        expect(readCivilDate(iso)).toBe(iso);
        expect(readCivilDate(`${Number(day)}/${Number(month)}/${year}`)).toBe(iso);
      }),
    );
  });
});

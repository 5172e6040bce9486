import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  heldError,
  nearestError,
  nearestNumber,
  orderOf,
  orderOfProducts,
  productError,
  proportionError,
  quotientError,
  roundToSteps,
  sumError,
  totalError,
} from "../../src/exact/filtered";
import { add, compare, divide, multiply, type Ratio, ratio, smaller } from "../../src/exact/ratio";
import { type RoundingMode, round } from "../../src/exact/rounding";
import { exactly, isWithin } from "./fractions";

const whole = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.maxSafeInteger().map(Math.abs),
  fc.constantFrom(1, 2 ** 52, 9e15, Number.MAX_SAFE_INTEGER),
);
const positive = whole.filter((number) => number > 0);
const sized = fc.double({ min: -1e12, max: 1e12, noNaN: true });

/** A number, its error, and an exact value that is that far off, or nearer. */
const filtered = fc
  .tuple(sized, fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: -8, max: 8 }))
  .map(([number, error, eighths]) => ({
    number,
    error,
    exact: add(exactly(number), multiply(exactly(error), ratio(eighths, 8))),
  }));

describe("no number is farther off than its error says", () => {
  test("a sum of any two", () => {
    fc.assert(
      fc.property(filtered, filtered, (a, b) => {
        const error = sumError(a.number, a.error, b.number, b.error);
        expect(isWithin(a.number + b.number, error, add(a.exact, b.exact))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("a total of numbers of one sign, each times a whole number", () => {
    const exactWhole = whole.map((number) => ({ number, error: 0, exact: ratio(number) }));
    const term = fc.record({
      of: fc.oneof(
        exactWhole,
        filtered.filter(({ number, error }) => number >= 0 && error > 0),
      ),
      factor: whole,
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 12 }), fc.constantFrom(1, -1), (terms, sign) => {
        const total = terms.reduce((sum, { of, factor }) => sum + sign * of.number * factor, 0);
        const errors = terms.reduce((sum, { of, factor }) => sum + of.error * factor, 0);
        const exact = terms.reduce((sum, { of, factor }) => add(sum, multiply(of.exact, ratio(sign * factor))), ratio(0));
        expect(isWithin(total, totalError(total, errors, terms.length), exact)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("a total of thousands of numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 999 }), (seed, divisor) => {
        const terms = Array.from({ length: 5000 }, (_, index) => ((seed * (index + 1)) % 7919) / divisor);
        const total = terms.reduce((sum, value) => sum + value, 0);
        const exact = terms.map(exactly).reduce(add);
        expect(isWithin(total, totalError(total, 2 ** -900, terms.length), exact)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("a quotient of products of two whole numbers", () => {
    fc.assert(
      fc.property(whole, whole, positive, positive, (a, b, c, d) => {
        const [above, below] = [a * b, c * d];
        const exact = divide(multiply(ratio(a), ratio(b)), multiply(ratio(c), ratio(d)));
        expect(isWithin(above / below, quotientError(above / below, above, below), exact)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("a proportion of any number", () => {
    fc.assert(
      fc.property(filtered, whole, positive, ({ number, error, exact }, factor, divisor) => {
        const proportion = (number * factor) / divisor;
        const off =
          error === 0 && !Number.isInteger(number) ? Number.POSITIVE_INFINITY : proportionError(proportion, number, error, factor, divisor);
        expect(isWithin(proportion, off, divide(multiply(exact, ratio(factor)), ratio(divisor)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("a product of any number", () => {
    fc.assert(
      fc.property(filtered, whole, ({ number, error, exact }, factor) => {
        const off = error === 0 && !Number.isInteger(number) ? Number.POSITIVE_INFINITY : productError(number * factor, error, factor);
        expect(isWithin(number * factor, off, multiply(exact, ratio(factor)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("a number held at a limit", () => {
    fc.assert(
      fc.property(filtered, fc.integer({ min: -1_000_000, max: 1_000_000 }), ({ number, error, exact }, most) => {
        expect(isWithin(Math.min(number, most), heldError(number, error, most), smaller(exact, ratio(most)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("the number nearest to a fraction", () => {
    const parts = fc.tuple(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.bigInt(1n, 10n ** 40n), fc.bigInt(1n, 10n ** 9n));
    fc.assert(
      fc.property(parts, ([above, below, scale]) => {
        const value = ratio(above, below);
        const number = nearestNumber(value, scale);
        expect(isWithin(number, nearestError(number, value, scale), multiply(value, ratio(scale)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what is decided is decided as exact values decide it", () => {
  test("the order of two numbers", () => {
    fc.assert(
      fc.property(filtered, filtered, (a, b) => {
        const order = orderOf(a.number, a.error, b.number, b.error);
        if (!Number.isNaN(order)) expect(order).toBe(compare(a.exact, b.exact));
      }),
      { numRuns: 2000 },
    );
  });

  test("the order of two products, equal ones among them", () => {
    const near = fc
      .tuple(whole, whole, fc.integer({ min: -1, max: 1 }))
      .map(([a, b, beside]) => [a, b, b, Math.max(0, a + beside)] as const);
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(whole, whole, whole, whole)), ([a, b, c, d]) => {
        const order = orderOfProducts(a * b, c * d);
        const exact = compare(multiply(ratio(a), ratio(b)), multiply(ratio(c), ratio(Math.min(d, Number.MAX_SAFE_INTEGER))));
        if (!Number.isNaN(order)) expect(order).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });

  const modes: readonly RoundingMode[] = ["halfUp", "halfEven", "halfDown", "up", "down"];
  const atTies = fc.record({
    steps: fc.integer({ min: -500, max: 500 }),
    half: fc.constantFrom(1, 5, 10_000, 125_000),
    beside: fc.constantFrom(0, 1e-9, -1e-9, 0.25),
    error: fc.constantFrom(0, 1e-12, 1e-9, 0.3),
    mode: fc.constantFrom(...modes),
    eighths: fc.integer({ min: -8, max: 8 }),
  });
  test("a rounding, at ties and a hair beside them", () => {
    fc.assert(
      fc.property(atTies, ({ steps, half, beside, error: drawn, mode, eighths }) => {
        const number = steps * half + beside;
        const error = Number.isInteger(number) ? drawn : Math.max(drawn, 1e-12);
        const exact: Ratio = add(exactly(number), multiply(exactly(error), ratio(eighths, 8)));
        const rounded = roundToSteps(number, error, half, mode);
        if (!Number.isNaN(rounded)) expect(String(rounded)).toBe(round(divide(exact, ratio(2 * half)), { places: 0, mode }));
      }),
      { numRuns: 2000 },
    );
  });

  test("and what is exact is always decided", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(...modes), (a, b, half, mode) => {
        expect(orderOf(a, 0, b, 0)).toBe(Math.sign(a - b));
        expect(roundToSteps(a, 0, half, mode)).not.toBeNaN();
      }),
    );
  });
});

test("numbers that left their range say nothing", () => {
  expect(sumError(Number.MAX_VALUE, 0, Number.MAX_VALUE, 0)).toBeNaN();
  expect(orderOf(1, Number.POSITIVE_INFINITY, 2, 0)).toBeNaN();
  expect(orderOf(1, Number.NaN, 2, 0)).toBeNaN();
  expect(roundToSteps(2 ** 60, 0, 1, "halfUp")).toBeNaN();
  expect(roundToSteps(Number.NaN, 0, 1, "halfUp")).toBeNaN();
});

import { describe, expect, test } from "vitest";
import { compare, divide, isZero, larger, multiply, ratio, smaller, subtract, sum } from "../../src/exact/ratio";

test("a third, three times, is exactly one", () => {
  const third = ratio(1, 3);
  expect(sum([third, third, third])).toEqual(ratio(1));
  expect(multiply(third, ratio(3))).toEqual(ratio(1));
});

test("19 of 20 is exactly 95 %, and 8,000,000 of 10,000,000 exactly 80 %", () => {
  expect(multiply(ratio(100), divide(ratio(19), ratio(20)))).toEqual(ratio(95));
  expect(compare(ratio(8_000_000, 10_000_000), ratio(4, 5))).toBe(0);
});

test("values that floating-point numbers cannot tell apart are told apart", () => {
  const most = Number.MAX_SAFE_INTEGER;
  const [a, b] = [ratio(most - 1, most), ratio(BigInt(most) - 2n, BigInt(most) - 1n)];
  expect((most - 1) / most).toBe((most - 2) / (most - 1));
  expect(compare(a, b)).toBe(1);
  expect([smaller(a, b), larger(a, b)]).toEqual([b, a]);
});

describe("a ratio", () => {
  test("is kept in lowest terms with a denominator above zero", () => {
    expect(ratio(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(ratio(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
    expect(isZero(subtract(ratio(1, 3), ratio(2, 6)))).toBe(true);
  });

  test("has no value over zero", () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
    expect(() => divide(ratio(1), ratio(0))).toThrow(RangeError);
  });

  test("of nothing at all sums to zero", () => {
    expect(sum([])).toEqual(ratio(0));
  });
});

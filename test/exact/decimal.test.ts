import { describe, expect, test } from "vitest";
import { exactText, fromDecimal, fromExactText, isDecimal, mostDigits } from "../../src/exact/decimal";
import { add, ratio } from "../../src/exact/ratio";

describe("a decimal in a file", () => {
  test.each(["0", "95.5", "-3", "0.25", "007", "1.50"])("%s is one", (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  test.each(["", "95,5", "1.250,5", ".5", "5.", "+5", "1e3", "NaN", "Infinity", "0x1F", " 5", "1 000", "½", "--1", "٣"])(
    "“%s” is not: officers' commas and blanks are read before",
    (text) => {
      expect(isDecimal(text)).toBe(false);
      expect(() => fromDecimal(text)).toThrow(RangeError);
    },
  );

  test("has thirty digits at most, wherever the point stands", () => {
    const thirty = "123456789012345678901234567890";
    expect(mostDigits).toBe(30);
    expect(isDecimal(thirty)).toBe(true);
    expect(isDecimal(`-${thirty.slice(0, 10)}.${thirty.slice(10)}`)).toBe(true);
    expect(isDecimal(`${thirty}1`)).toBe(false);
  });
});

describe("the exact text of a value", () => {
  test.each([
    ["1.50", "1.5"],
    ["007", "7"],
    ["-0", "0"],
    ["0.000", "0"],
    ["95.435", "95.435"],
    ["-3.10", "-3.1"],
    ["123456789012345678901234567890", "123456789012345678901234567890"],
    ["0.00000000000000000000000000001", "0.00000000000000000000000000001"],
  ])("%s is %s, in full and without idle zeros", (written, text) => {
    expect(exactText(fromDecimal(written))).toBe(text);
  });

  test("is a fraction in lowest terms where the decimals never end", () => {
    expect(exactText(ratio(2, 6))).toBe("1/3");
    expect(exactText(ratio(-2, 6))).toBe("-1/3");
    expect(exactText(ratio(20 * 528684, 597918))).toBe("1762280/99653");
  });

  test("is a decimal where they end, however far", () => {
    expect(exactText(ratio(1, 8))).toBe("0.125");
    expect(exactText(ratio(3, 3))).toBe("1");
    expect(exactText(ratio(1, 1024))).toBe("0.0009765625");
  });

  test("is read back", () => {
    expect(fromExactText("1762280/99653")).toEqual(ratio(1762280, 99653));
    expect(fromExactText("-0.125")).toEqual(ratio(-1, 8));
  });
});

test("0.1 and 0.2 are 0.3, which they are not as floating-point numbers", () => {
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(exactText(add(fromDecimal("0.1"), fromDecimal("0.2")))).toBe("0.3");
});

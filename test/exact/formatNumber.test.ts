import { describe, expect, test } from "vitest";
import { formatNumber } from "../../src/exact/formatNumber";

describe("a number as people print it", () => {
  test.each([
    ["0", "0", "0"],
    ["7", "7", "7"],
    ["999", "999", "999"],
    ["1000", "1.000", "1,000"],
    ["1234.5", "1.234,5", "1,234.5"],
    ["1234567.0625", "1.234.567,0625", "1,234,567.0625"],
    ["0.955", "0,955", "0.955"],
    ["95.40", "95,40", "95.40"],
    ["-5.25", "-5,25", "-5.25"],
    ["-123", "-123", "-123"],
    ["-1234.5", "-1.234,5", "-1,234.5"],
    ["9007199254740993", "9.007.199.254.740.993", "9,007,199,254,740,993"],
  ])("%s is %s in Vietnamese and %s in English", (exact, vi, en) => {
    expect(formatNumber(exact, "vi")).toBe(vi);
    expect(formatNumber(exact, "en")).toBe(en);
  });

  test.each([
    ["1/3", "≈ 0,3333", "≈ 0.3333"],
    ["2/3", "≈ 0,6667", "≈ 0.6667"],
    ["-2/3", "≈ -0,6667", "≈ -0.6667"],
    ["1762280/99653", "≈ 17,6842", "≈ 17.6842"],
    ["10000000/3", "≈ 3.333.333,3333", "≈ 3,333,333.3333"],
  ])("%s, whose decimals never end, is marked as shortened", (exact, vi, en) => {
    expect(formatNumber(exact, "vi")).toBe(vi);
    expect(formatNumber(exact, "en")).toBe(en);
  });
});

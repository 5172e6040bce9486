import { describe, expect, test } from "vitest";
import { fromDecimal } from "../../src/exact/decimal";
import { ratio, sum } from "../../src/exact/ratio";
import { type RoundingMode, round } from "../../src/exact/rounding";

const twoPlaces = (text: string, mode: RoundingMode) => round(fromDecimal(text), { places: 2, mode });

describe("half up, as instruments round", () => {
  test.each([
    ["95.435", "95.44"],
    ["95.4349999999999999999", "95.43"],
    ["1.005", "1.01"],
    ["8.345", "8.35"],
    ["0.615", "0.62"],
    ["10.235", "10.24"],
    ["99.995", "100.00"],
    ["80", "80.00"],
  ])("%s is published as %s", (exact, published) => {
    expect(twoPlaces(exact, "halfUp")).toBe(published);
  });

  test("62.88 + 24.42 + 8.135 is published as 95.44, as one province did", () => {
    const parts = ["62.88", "24.42", "8.135"];
    expect(round(sum(parts.map(fromDecimal)), { places: 2, mode: "halfUp" })).toBe("95.44");
  });

  test.each([
    ["1.005", "1.01", "1.00"],
    ["0.615", "0.62", "0.61"],
    ["10.235", "10.24", "10.23"],
  ])("%s is published as %s, where floating-point numbers give %s", (exact, published, floating) => {
    expect(twoPlaces(exact, "halfUp")).toBe(published);
    expect(Number(exact).toFixed(2)).toBe(floating);
  });
});

describe("the modes differ at a tie and beside it", () => {
  test.each<[string, Record<RoundingMode, string>]>([
    ["1.005", { halfUp: "1.01", halfEven: "1.00", halfDown: "1.00", up: "1.01", down: "1.00" }],
    ["1.015", { halfUp: "1.02", halfEven: "1.02", halfDown: "1.01", up: "1.02", down: "1.01" }],
    ["1.0051", { halfUp: "1.01", halfEven: "1.01", halfDown: "1.01", up: "1.01", down: "1.00" }],
    ["1.0049", { halfUp: "1.00", halfEven: "1.00", halfDown: "1.00", up: "1.01", down: "1.00" }],
    ["1.01", { halfUp: "1.01", halfEven: "1.01", halfDown: "1.01", up: "1.01", down: "1.01" }],
    ["-1.005", { halfUp: "-1.01", halfEven: "-1.00", halfDown: "-1.00", up: "-1.01", down: "-1.00" }],
  ])("%s", (exact, expected) => {
    const modes = Object.keys(expected) as RoundingMode[];
    expect(Object.fromEntries(modes.map((mode) => [mode, twoPlaces(exact, mode)]))).toEqual(expected);
  });

  test("a hair above a tie is above it, however many digits it takes to see", () => {
    const hair = ratio(1005n * 10n ** 50n + 1n, 10n ** 53n);
    expect(round(hair, { places: 2, mode: "halfDown" })).toBe("1.01");
    expect(round(hair, { places: 2, mode: "halfEven" })).toBe("1.01");
  });
});

test("a value whose decimals never end is rounded from all of them", () => {
  expect(round(ratio(1, 3), { places: 2, mode: "halfUp" })).toBe("0.33");
  expect(round(ratio(2, 3), { places: 2, mode: "halfUp" })).toBe("0.67");
  expect(round(ratio(200, 3), { places: 0, mode: "halfUp" })).toBe("67");
  expect(round(ratio(1762280, 99653), { places: 4, mode: "halfUp" })).toBe("17.6842");
});

test("published digits always have all their places, and nothing is ever minus zero", () => {
  expect(round(ratio(5), { places: 3, mode: "halfUp" })).toBe("5.000");
  expect(round(ratio(0), { places: 0, mode: "up" })).toBe("0");
  expect(twoPlaces("-0.001", "halfUp")).toBe("0.00");
});

import { add, divide, exactText, fromExactText, multiply, ratio, round, summarize } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { leaf, scoresGiven, setOf } from "./smallSet";

/** What is printed of all units together. */
export const tables: Family = {
  "group-mean": () => {
    const printed =
      "90.05 90.02 90.02 89.3 88.04 86.32 86.02 85.91 85.83 85.26 85.1 85.03 85.02 85.02 85.01 84.6 83.69 82.91 78.56 76.53".split(" ");
    const criteria = setOf([leaf("1", "100")]);
    const units = Object.fromEntries(printed.map((points, index) => [`Sở ${index + 1}`, points]));
    const [summary] = summarize(criteria, scoresGiven(criteria, units));
    expect([summary?.units, summary?.mean]).toEqual([20, { exact: "85.412", published: "85.41" }]);
  },

  "share-rounding": () => {
    const counts = { "Xuất sắc": 9, Tốt: 62, Khá: 41, "Trung bình": 24 };
    const shares = Object.values(counts).map((units) => multiply(ratio(100), divide(ratio(units), ratio(136))));
    const printed = shares.map((share) => round(share, { places: 2, mode: "halfUp" }));
    expect(printed).toEqual(["6.62", "45.59", "30.15", "17.65"]);
    const total = (values: readonly ReturnType<typeof ratio>[]) => exactText(values.reduce(add));
    expect([total(shares), total(printed.map(fromExactText))]).toEqual(["100", "100.01"]);
  },
};

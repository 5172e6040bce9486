import { countGrades, summarize } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { gradesGiven, gradingOf } from "./gradingOf";
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
    const grading = gradingOf({
      excellent: { atLeast: "90" },
      good: { atLeast: "80", lessThan: "90" },
      fair: { atLeast: "70", lessThan: "80" },
      average: { lessThan: "70" },
    });
    const criteria = setOf([leaf("1", "100")], { grading });
    const communes = [...Array(9).fill("95"), ...Array(62).fill("85"), ...Array(41).fill("75"), ...Array(24).fill("65")];
    const [counted] = countGrades(
      criteria,
      gradesGiven(criteria, Object.fromEntries(communes.map((points, index) => [`Xã ${index + 1}`, points]))),
    );
    expect(counted?.grades.map(({ units, share }) => [units, share?.published])).toEqual([
      [9, "6.62"],
      [62, "45.59"],
      [41, "30.15"],
      [24, "17.65"],
    ]);
    expect(counted?.publishedTotal).toBe("100.01");
  },
};

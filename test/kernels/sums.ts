import { expect } from "vitest";
import type { Family } from "./family";
import { branch, leaf, scoreOf, setOf } from "./smallSet";

/** What parts come to together. */
export const sums: Family = {
  "sum-three-parts": () => {
    const criteria = setOf([leaf("1", "65"), leaf("2", "25"), leaf("3", "10")]);
    const { points, published } = scoreOf(criteria, { "1": { points: "62.88" }, "2": { points: "24.42" }, "3": { points: "8.135" } });
    expect([points, published]).toEqual(["95.435", "95.44"]);
  },

  "sum-matrix": () => {
    const row = ["1.8", "1.8", "0.5", "1", "2", "1.5", "1.919", "2", "1.34"];
    const codes = row.map((_, index) => String(index + 1));
    const criteria = setOf(
      codes.map((code) => leaf(code, "2")),
      { places: 3 },
    );
    const { points, published } = scoreOf(criteria, Object.fromEntries(row.map((own, index) => [codes[index], { points: own }])));
    expect([points, published]).toEqual(["13.859", "13.859"]);
  },

  "bonus-cap": () => {
    const models = branch("bonus", "3", [leaf("bonus.1", "2"), leaf("bonus.2", "2")], { beyondMax: "bonus" });
    const criteria = setOf([leaf("1", "100"), models]);
    const withBonus = (first: string, second: string) =>
      scoreOf(criteria, { "1": { points: "90" }, "bonus.1": { points: first }, "bonus.2": { points: second } });
    const [above, below] = [withBonus("2", "2"), withBonus("1", "0.5")];
    expect([above.base, above.bonus, above.points, above.countedMax]).toEqual(["90", "3", "93", "100"]);
    expect([below.base, below.bonus, below.points, below.countedMax]).toEqual(["90", "1.5", "91.5", "100"]);
  },

  "penalty-cap": () => {
    const faults = branch("penalty", "3", [leaf("penalty.1", "2"), leaf("penalty.2", "2")], { beyondMax: "penalty" });
    const criteria = setOf([leaf("1", "100"), faults]);
    const score = scoreOf(criteria, { "1": { points: "88" }, "penalty.1": { points: "2" }, "penalty.2": { points: "2" } });
    expect([score.base, score.penalty, score.points, score.countedMax]).toEqual(["88", "-3", "85", "100"]);
  },
};

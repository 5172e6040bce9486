import { applyQuota, classify, type Grading } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { gradesGiven, gradingByGroup, gradingOf, quotasGiven } from "./gradingOf";
import { invented, leaf, scoresGiven, setOf } from "./smallSet";

type Quota = NonNullable<Grading["quotas"]>[number];

/** How many may have a grade. */
export const quotas: Family = {
  "quota-share-of-good": () => {
    const units = { ...numbered("excellent", 7, 97), ...numbered("good", 25, 89) };
    const shareOf = (grades: readonly string[]) => {
      const quota = excellentAtMost({ share: { percent: "20", of: { grades }, rounding: "down" } });
      return quotasGiven(setOf([leaf("1", "100")], { grading: gradingOf(bands, { quotas: [quota] }) }), units);
    };
    const { classifications, quotas } = shareOf(["good"]);
    expect(quotas.map(({ base, allowed, beyond }) => [base?.most, allowed.most, beyond])).toEqual([
      [25, 5, ["excellent 6", "excellent 7"]],
    ]);
    expect(classifications.slice(0, 7).map(({ grade }) => grade)).toEqual([...Array(5).fill("excellent"), "good", "good"]);
    expect(shareOf(["excellent", "good"]).quotas.map(({ base, allowed }) => [base?.most, allowed.most])).toEqual([[32, 6]]);
  },

  "quota-share-of-group": () => {
    const sizes = { department: 20, district: 13, service: 5, central: 7 };
    const groups = Object.keys(sizes);
    const keptWith = (rounding: "halfUp" | "down") => {
      const quota = excellentAtMost({ share: { percent: "20", of: "rated", rounding } });
      const grading = gradingByGroup(Object.fromEntries(groups.map((group) => [group, bands])), { quotas: [quota] });
      const criteria = setOf([leaf("1", "100")], { groups, grading });
      const scores = Object.entries(sizes).flatMap(([group, size]) => scoresGiven(criteria, numbered(group, size, 98), { group }));
      return applyQuota(criteria, classify(criteria, scores)).quotas.map(({ group, kept }) => [group, kept.length]);
    };
    const published = [
      ["department", 4],
      ["district", 3],
      ["service", 1],
      ["central", 1],
    ];
    expect(keptWith("halfUp")).toEqual(published);
    expect(keptWith("down")).not.toEqual(published);
  },

  "commendation-quota": () => {
    const quota = excellentAtMost({ count: 3, effect: "commend" });
    const criteria = setOf([leaf("1", "100")], { grading: gradingOf(bands, { quotas: [quota] }) });
    const units = { D: "96", B: "98.2", A: "99.1", C: "97.5", E: "89" };
    const { classifications, commended } = quotasGiven(criteria, units);
    expect(commended.map(({ unit }) => unit.id)).toEqual(["A", "B", "C"]);
    expect(classifications).toMatchObject(gradesGiven(criteria, units).map(({ grade }) => ({ grade })));
  },
};

const bands = { excellent: { atLeast: "90" }, good: { atLeast: "70", lessThan: "90" }, done: { lessThan: "70" } };

function excellentAtMost(allowed: Partial<Quota>): Quota {
  return { id: "excellent", grade: "excellent", effect: "grade", provenance: invented, ...allowed };
}

/** So many units with points from these down, a tenth apart. */
function numbered(name: string, size: number, from: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: size }, (_, index) => [`${name} ${index + 1}`, String((from * 10 - index) / 10)]));
}

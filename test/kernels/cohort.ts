import { parseReports, scoreAll } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { type Items, leaf, reportOf, scoreOf, setOf } from "./smallSet";

/** Leaves whose points depend on the other units. */
export const cohort: Family = {
  "peer-mean": () => {
    const index = { measure: "peerMean", of: { vi: "Chỉ số CCHC do thành phố công bố" } };
    const bands = [
      { atLeast: "100", points: "2" },
      { lessThan: "100", points: "0" },
    ];
    const own = leaf("1", "2", { kind: "bands", reads: index, better: "higher", bands });
    expect(earned(own, [{ percent: "90" }, { percent: "84" }, { percent: "81" }, { percent: "85" }])).toEqual(["2", "0", "0", "2"]);
    expect(scoreOf(setOf([own]), { "1": { percent: "90" } }).waiting).toEqual(["1"]);
  },

  "relative-to-leader": () => {
    const cases = {
      measure: "peerLeader",
      actual: { vi: "Số vụ đã giải quyết" },
      target: { vi: "Chỉ tiêu được giao" },
      quantity: "count",
      unit: { vi: "vụ" },
      met: "50",
      below: "inProportion",
    };
    const own = leaf("1", "10", { kind: "proportional", reads: cases, target: "100" });
    const reported = [
      { actual: 80, target: 80 },
      { actual: 120, target: 100 },
      { actual: 150, target: 100 },
      { actual: 40, target: 80 },
      { actual: 12, target: 0 },
      { actual: 30, target: 0 },
    ];
    expect(earned(own, reported)).toEqual(["5", "7", "10", "2.5", "4", "10"]);
  },
};

/** What each unit of a cohort earns at one leaf, in the order of their figures. */
function earned(own: ReturnType<typeof leaf>, figures: readonly Items[string][]): readonly string[] {
  const criteria = setOf([own]);
  const reports = figures.map((reported, index) => reportOf(`unit ${index + 1}`, { [own.code]: reported }));
  return scoreAll(criteria, parseReports(criteria, reports)).map(({ points }) => points);
}

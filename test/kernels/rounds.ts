import { type Policies, parseReports, type ReportedRound, scoreRounds, selfScoreGap } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { given, type Items, invented, leaf, reportOf, setOf } from "./smallSet";

/** Who scores, in which round, and which round counts. */
export const rounds: Family = {
  "leader-discretion": () => {
    const ofLeaders = leaf("2", "10", given, { method: "leadership", selfScored: false });
    const criteria = setOf([leaf("1", "90"), ofLeaders], { rounds: fourRounds });
    const reports = parseReports(criteria, [
      inRound("selfAssessed", { "1": { points: "85" } }),
      inRound("appraised", { "1": { accepted: true }, "2": { points: "8" } }),
    ]);
    const { rounds, counted } = scoreRounds(criteria, reports);
    const [self] = rounds;
    expect(self?.root.children[1]).toMatchObject({ state: "notSelfScored", points: "0", countedMax: "0" });
    expect([self?.points, self?.countedMax, self?.missing]).toEqual(["85", "90", []]);
    expect(counted.map(({ points, countedMax }) => [points, countedMax])).toEqual([["93", "100"]]);
  },

  "two-round-appraisal": () => {
    const criteria = setOf([leaf("1", "2")], { rounds: fourRounds });
    const columns: readonly (readonly [ReportedRound, string])[] = [
      ["selfAssessed", "2"],
      ["appraised", "1"],
      ["explained", "2"],
      ["reappraised", "1.5"],
    ];
    const counts = columns.map(([round], last) => {
      const filled = columns.slice(0, last + 1).map(([held, points]) => inRound(held, { "1": { points, reason: "Có tài liệu kèm theo" } }));
      const [counted] = scoreRounds(criteria, parseReports(criteria, filled)).counted;
      return [round, counted?.points];
    });
    expect(counts).toEqual(columns);
  },

  "self-appraised-gap": () => {
    const criteria = setOf([leaf("1", "70")], { rounds: fourRounds });
    const reports = parseReports(criteria, [
      inRound("selfAssessed", { "1": { points: "66.5" } }, "A"),
      inRound("selfAssessed", { "1": { points: "63" } }, "B"),
      inRound("appraised", { "1": { points: "62.5", reason: "Thiếu tài liệu" } }, "A"),
      inRound("appraised", { "1": { points: "62.74", reason: "Thiếu tài liệu" } }, "B"),
    ]);
    const [gap] = selfScoreGap(criteria, scoreRounds(criteria, reports));
    expect(gap?.mean).toEqual({ selfScored: "64.75", counted: "62.62", difference: "2.13" });
    expect(gap?.units.map(({ unit, difference }) => [unit.id, difference])).toEqual([
      ["A", "4.00"],
      ["B", "0.26"],
    ]);
  },
};

/** Four columns on the sheet, the last that is filled counting. */
const fourRounds: Policies["rounds"] = {
  list: [
    { id: "selfAssessed", title: { vi: "Tự đánh giá" }, by: "unit" },
    { id: "appraised", title: { vi: "Thẩm định lần 1" }, by: "appraiser" },
    { id: "explained", title: { vi: "Giải trình" }, by: "unit" },
    { id: "reappraised", title: { vi: "Thẩm định lần 2" }, by: "appraiser" },
  ],
  counts: ["reappraised", "explained", "appraised", "selfAssessed"],
  provenance: invented,
};

function inRound(round: ReportedRound, items: Items, unit = "A") {
  return reportOf(unit, items, { round });
}

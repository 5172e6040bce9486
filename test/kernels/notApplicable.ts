import { applyQuota, classify, explainGrade, parseReports, rank, scoreAll, summarize } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { gradingOf } from "./gradingOf";
import { notApplicable as absent, branch, choice, given, invented, leaf, reportOf, scoreOf, setOf } from "./smallSet";

/** What becomes of points that cannot be earned. */
export const notApplicable: Family = {
  "na-denominator": () => {
    const criteria = setOf([leaf("1", "84"), leaf("2", "16")], { publishes: "index" });
    const reports = parseReports(criteria, [
      reportOf("Ban Dân tộc", { "1": { points: "68.32" }, "2": absent }),
      reportOf("Sở khác", { "1": { points: "70" }, "2": { points: "6" } }),
    ]);
    const scores = scoreAll(criteria, reports);
    expect(scores.map(({ points, countedMax, published }) => [points, countedMax, published])).toEqual([
      ["68.32", "84", "81.33"],
      ["76", "100", "76.00"],
    ]);
    const places = rank(criteria, scores).groups.flatMap((group) => group.places);
    expect(places.map(({ rank, unit }) => [rank, unit.id])).toEqual([
      [1, "Ban Dân tộc"],
      [2, "Sở khác"],
    ]);
  },

  "na-rescale-survey": () => {
    const survey = leaf("2", "30", given, { method: "surveyed" });
    const criteria = setOf([leaf("1", "70"), survey], { rescaleTo: { points: "100", provenance: invented } });
    const { countedMax, published } = scoreOf(criteria, { "1": { points: "61.46" }, "2": absent });
    expect([countedMax, published]).toEqual(["100", "87.80"]);
    expect(scoreOf(criteria, { "1": { points: "61.46" }, "2": { points: "25" } }).published).toBe("86.46");
  },

  "na-pool-block": () => {
    const blockOf20 = (worth: string) =>
      setOf([
        branch("1", "20", [leaf("1.1", "4"), leaf("1.2", "16")], { rescaleTo: { points: worth, provenance: invented } }),
        leaf("2", "80"),
      ]);
    const three = { "1.1": { points: "3" }, "1.2": absent, "2": { points: "80" } };
    const blockOf = (worth: string) => scoreOf(blockOf20(worth), three).root.children[0]?.points;
    expect([blockOf("10"), blockOf("20")]).toEqual(["7.5", "15"]);
  },

  "na-split-equally": () => {
    const missing = leaf("1.5", "2", given, { notApplicable: "splitEqually" });
    const criteria = setOf([branch("1", "10", [leaf("1.1", "2"), leaf("1.2", "2"), leaf("1.3", "2"), leaf("1.4", "2"), missing])]);
    const score = scoreOf(criteria, {
      "1.1": { points: "2" },
      "1.2": { points: "1" },
      "1.3": { points: "2" },
      "1.4": { points: "2" },
      "1.5": absent,
    });
    const items = score.root.children[0]?.children ?? [];
    expect(items.map(({ points, countedMax }) => `${points} of ${countedMax}`)).toEqual([
      "2.5 of 2.5",
      "1.25 of 2.5",
      "2.5 of 2.5",
      "2.5 of 2.5",
      "0 of 0",
    ]);
    expect([score.points, score.countedMax]).toEqual(["8.75", "10"]);
  },

  "na-full-points": () => {
    const declared = choice({ yes: "100", no: "0" });
    const criteria = setOf([leaf("1", "1.25", declared, { notApplicable: "fullPoints" })]);
    const score = scoreOf(criteria, { "1": absent });
    expect([score.points, score.countedMax, score.notApplicable]).toEqual(["1.25", "1.25", ["1"]]);
    expect(scoreOf(criteria, { "1": { option: "no" } }).points).toBe("0");
  },

  "na-smaller-tree": () => {
    const criteria = setOf(
      [leaf("1", "80", given, { byGroup: { central: { maxPoints: "40" } } }), leaf("2", "20", given, { method: "surveyed" })],
      { groups: ["department", "central"], byGroup: { central: { maxPoints: "60" } }, publishes: "index" },
    );
    const ofGroup = (group: string, appraised: string) =>
      scoreOf(criteria, { "1": { points: appraised }, "2": { points: "15" } }, { group });
    const [central, department] = [ofGroup("central", "36"), ofGroup("department", "70")];
    expect([central.points, central.countedMax, central.published]).toEqual(["51", "60", "85.00"]);
    expect([department.points, department.countedMax, department.published]).toEqual(["85", "100", "85.00"]);
  },

  "na-unit-excluded": () => {
    const quotas = [
      { id: "half", grade: "excellent", share: { percent: "50", of: "rated", rounding: "down" }, effect: "grade", provenance: invented },
    ] as const;
    const grading = gradingOf({ excellent: { atLeast: "90" }, good: { lessThan: "90" } }, { quotas });
    const criteria = setOf([leaf("1", "100")], { grading });
    const hoangSa = reportOf("Hoàng Sa", { "1": { points: "10" } });
    const notRated = { vi: "Đơn vị đặc thù" };
    const reports = [
      reportOf("Thanh Khê", { "1": { points: "96" } }),
      reportOf("Hòa Vang", { "1": { points: "94" } }),
      { ...hoangSa, unit: { ...hoangSa.unit, notRated } },
    ];
    const scores = scoreAll(criteria, parseReports(criteria, reports));
    const places = rank(criteria, scores).groups.flatMap((group) => group.places);
    expect(places.map(({ unit, rank, reason }) => [unit.id, rank, reason])).toEqual([
      ["Thanh Khê", 1, undefined],
      ["Hòa Vang", 2, undefined],
      ["Hoàng Sa", null, "notRated"],
    ]);
    expect(summarize(criteria, scores).map(({ mean, leftOut }) => [mean?.published, leftOut])).toEqual([["95.00", ["Hoàng Sa"]]]);
    const graded = classify(criteria, scores);
    expect(graded.map(({ grade, reason }) => grade ?? reason)).toEqual(["excellent", "excellent", "notRated"]);
    expect(graded.slice(-1).map((one) => explainGrade(criteria, one, "vi").steps)).toEqual([["Đơn vị không xếp loại: Đơn vị đặc thù"]]);
    expect(applyQuota(criteria, graded).quotas.map(({ base, kept }) => [base?.most, kept])).toEqual([[2, ["Thanh Khê"]]]);
  },
};

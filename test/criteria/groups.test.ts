import { diffCriteria, parseCriteria, parseEvidence, safeParseCriteria, scoreUnit, treeOf } from "par-index";
import { describe, expect, test } from "vitest";
import { fileWith, reportOf } from "../arbitraries/criteria";
import { scoredBody } from "../arbitraries/leaves";
import { invented } from "../arbitraries/policies";
import { issuesOf, toldAtCriterion } from "../badInput/issues";
import type { CriterionDocument, Rule } from "../oracle/documents";

const given: Rule = { kind: "given", by: { vi: "Hội đồng thẩm định" } };

function leaf(code: string, title: string, maxPoints: string, more: Partial<CriterionDocument> = {}): CriterionDocument {
  return { code, title: { vi: title }, maxPoints, ...scoredBody(given, {}), ...more };
}

describe("what the rest is brought up to, if it is not the maximum, is a warning and no more", () => {
  const rescaleTo = { points: "10", provenance: invented };
  const area = (maxPoints: string, more: Partial<CriterionDocument> = {}): CriterionDocument => ({
    ...{ code: "1", title: { vi: "Cải cách thể chế" }, maxPoints, rescaleTo, provenance: { points: invented } },
    children: [leaf("1.1", "Rà soát văn bản", maxPoints, more)],
  });

  test("of all units", () => {
    const outcome = safeParseCriteria(fileWith([area("8")]));
    expect(outcome.ok).toBe(true);
    expect(issuesOf(outcome)).toMatchObject([
      {
        code: "rescaledToOther",
        severity: "warning",
        payload: { points: "10", maxPoints: "8" },
        location: { code: "1", path: ["children", 0, "rescaleTo", "points"] },
      },
    ]);
  });

  test("of one group of units, which it names", () => {
    const byGroup = { department: { maxPoints: "8" } };
    const outcome = safeParseCriteria({ ...fileWith([{ ...area("10", { byGroup }), byGroup }]), byGroup });
    expect(outcome.ok).toBe(true);
    expect(issuesOf(outcome)).toMatchObject([
      {
        code: "rescaledToOther",
        severity: "warning",
        payload: { points: "10", maxPoints: "8" },
        location: { group: "department", code: "1" },
      },
    ]);
  });

  test("of none, where it is", () => {
    expect(issuesOf(safeParseCriteria(fileWith([area("10")])))).toEqual([]);
  });
});

describe("a code that criteria of two groups share", () => {
  const words = { vi: "Cách hiểu" };
  const disputed = (other: string) => ({
    interpretation: { question: { vi: "Hiểu thế nào?" }, taken: { id: "text", words }, others: [{ id: other, words }] },
  });
  const shared = (ofDepartments: Partial<CriterionDocument>, ofCommunes: Partial<CriterionDocument>) =>
    fileWith([
      leaf("1", "Sáng kiến", "2"),
      leaf("2", "Kỷ luật", "3", { groups: ["department"], ...ofDepartments }),
      leaf("2", "Cơ chế một cửa", "3", { groups: ["commune"], ...ofCommunes }),
    ]);
  const file = (ofDepartments: Partial<CriterionDocument>, ofCommunes: Partial<CriterionDocument>) => ({
    ...shared(ofDepartments, ofCommunes),
    maxPoints: "5",
  });

  test("names for each group its own criterion", () => {
    const criteria = parseCriteria(file({}, {}));
    const titles = ["department", "commune"].map((group) => treeOf(criteria, group).nodes.get("2")?.title.vi);
    expect(titles).toEqual(["Kỷ luật", "Cơ chế một cửa"]);
  });

  test("is followed from one edition to the next in its own group, though both have one title and stand in another order", () => {
    const area = (group: string, notApplicable: "zero" | "leaveOut"): CriterionDocument => ({
      ...{ code: "2", title: { vi: "Cơ chế một cửa" }, maxPoints: "3", groups: [group], provenance: { points: invented } },
      children: [leaf("2.1", "Bộ phận một cửa", "3", { notApplicable })],
    });
    const areas = [area("department", "zero"), area("commune", "leaveOut")];
    const of = (children: readonly CriterionDocument[]) =>
      parseCriteria({ ...fileWith([leaf("1", "Sáng kiến", "2"), ...children]), maxPoints: "5" });
    expect(diffCriteria(of(areas), of([...areas].reverse()))).toEqual([]);
  });

  test("has the readings of both, and one that only the second has can be chosen", () => {
    for (const readings of [{ "2": "portal" }, { "2": "text" }]) {
      const outcome = safeParseCriteria(file({}, disputed("portal")), { readings });
      expect(issuesOf(outcome)).toEqual([]);
      expect(outcome.ok && outcome.value.readings).toEqual(readings["2"] === "text" ? {} : readings);
    }
    const outcome = safeParseCriteria(file(disputed("guide"), disputed("portal")), { readings: { "2": "letter" } });
    expect(issuesOf(outcome).map(toldAtCriterion)).toEqual(["2: unknownReading"]);
    expect(issuesOf(outcome)).toMatchObject([{ payload: { readings: ["text", "guide", "portal"] } }]);
  });
});

describe("a bonus or penalty that does not apply", () => {
  const reason = "Không có nhiệm vụ này";
  const scored = (children: readonly CriterionDocument[], policy: "fullPoints" | "splitEqually", item: object) => {
    const file = fileWith([leaf("1", "Sáng kiến", "10"), ...children]);
    const criteria = parseCriteria({
      ...file,
      maxPoints: "10",
      policies: { ...file.policies, notApplicable: { policy, provenance: invented } },
    });
    const items = { "1": { points: "6" }, "2": item };
    const { points, countedMax, bonus, penalty, index } = scoreUnit(criteria, parseEvidence(criteria, { ...reportOf({ id: "a" }), items }));
    return { points, countedMax, bonus, penalty, index };
  };
  const untouched = { points: "6", countedMax: "10", bonus: "0", penalty: "0", index: "60" };
  const none = { notApplicable: true, reason };

  test.each(["fullPoints", "splitEqually"] as const)("neither gives nor takes, though the set says %s of what does not apply", (policy) => {
    for (const beyondMax of ["bonus", "penalty"] as const) {
      expect(scored([leaf("2", "Ngoài thang điểm", "2", { beyondMax })], policy, none)).toEqual(untouched);
    }
  });

  test("does what it says itself; its points are never split among the base", () => {
    const own = (notApplicable: "fullPoints" | "splitEqually") => leaf("2", "Điểm cộng", "2", { beyondMax: "bonus", notApplicable });
    expect(scored([own("fullPoints")], "fullPoints", none)).toEqual({ ...untouched, points: "8", bonus: "2", index: "80" });
    expect(scored([own("splitEqually")], "fullPoints", none)).toEqual(untouched);
  });
});

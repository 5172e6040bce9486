import {
  type CriteriaSet,
  compareYears,
  parseCriteria,
  parseEvidence,
  type Refusal,
  type ScoredYear,
  scoreUnit,
  type YearChange,
  type YearsCompared,
} from "par-index";
import { describe, expect, test } from "vitest";
import { listNodes } from "../../src/criteria/tree";
import { criterion, edition, type Written } from "../criteria/writtenEdition";

/** A year in which every leaf earned half its point, but for what is reported of some. */
function year(criteria: CriteriaSet, reported: Readonly<Record<string, object>> = {}, group = "commune"): ScoredYear {
  const tree = criteria.trees.get(group) ?? criteria;
  const items = Object.fromEntries(tree.leaves.map(({ code }) => [code, reported[code] ?? { points: "0.5" }]));
  const report = { unit: { id: "a", name: "Đơn vị A", group }, period: "2021", round: "appraised", items };
  return { criteria, score: scoreUnit(criteria, parseEvidence(criteria, report)) };
}

const before = (written: readonly Written[]) => year(edition("before", written));
const after = (written: readonly Written[]) => year(edition("after", written));

/** The change in short at each code: a difference, or the reasons that there is none. */
function told({ root }: YearsCompared): Readonly<Record<string, string | readonly Refusal["reason"][]>> {
  return Object.fromEntries(
    listNodes<YearChange>(root).map(({ code, difference, refused }) => [code, difference ?? refused.map(({ reason }) => reason)]),
  );
}

const notApplicable = { notApplicable: true, reason: "Không có nhiệm vụ này" };

describe("a branch is not compared", () => {
  test("when a criterion moved to another branch, neither the one nor the other; the criterion is", () => {
    const earlier = [{ "1 Thể chế": ["1.1 Rà soát", "1.2 Kiểm tra"] }, { "2 Bộ máy": ["2.1 Sắp xếp"] }];
    const later = [{ "1 Thể chế": ["1.1 Rà soát"] }, { "2 Bộ máy": ["2.1 Sắp xếp", "2.2 Kiểm tra"] }];
    const compared = compareYears(before(earlier), after(later));
    expect(told(compared)).toEqual({
      total: ["childrenDiffer"],
      "1": ["maximumChanged", "childrenDiffer"],
      "1.1": "0",
      "2": ["maximumChanged", "childrenDiffer"],
      "2.1": "0",
      "2.2": "0",
    });
    expect(compared.root.children.map(({ refused }) => refused.find(({ reason }) => reason === "childrenDiffer"))).toEqual([
      { reason: "childrenDiffer", refused: [], gone: ["1.2"] },
      { reason: "childrenDiffer", refused: ["2.2"], gone: [] },
    ]);
    expect(compared.removed).toEqual([]);
  });

  test("when two criteria changed places between branches of equal size", () => {
    const earlier = [{ "1 Thể chế": ["1.1 Rà soát"] }, { "2 Bộ máy": ["2.1 Sắp xếp"] }];
    const later = [{ "1 Thể chế": ["1.1 Sắp xếp"] }, { "2 Bộ máy": ["2.1 Rà soát"] }];
    expect(told(compareYears(before(earlier), after(later)))).toMatchObject({
      "1": ["childrenDiffer"],
      "1.1": "0",
      "2": ["childrenDiffer"],
    });
  });

  const rescaled = (id: string, points = "2") => {
    const { file } = edition(id, ["1 Rà soát", "2 Kiểm tra"]);
    return parseCriteria({ ...file, rescaleTo: { points, provenance: { confidence: "invented" } } });
  };

  test("when a leaf below was left out in one year, though the rest was brought up to the same points", () => {
    const compared = compareYears(year(rescaled("before")), year(rescaled("after"), { "2": notApplicable }));
    expect(compared.root).toMatchObject({ before: "1.00", after: "1.00" });
    expect(told(compared)).toEqual({ total: ["childrenDiffer"], "1": "0", "2": ["withoutPoints"] });
  });

  test("when what is left is brought up to other points; to the same ones, it is", () => {
    const left = { "2": notApplicable };
    const compared = compareYears(year(rescaled("before"), left), year(rescaled("after", "10"), left));
    expect(told(compared)).toMatchObject({ total: ["countedMaximumDiffers", "ruleChanged"], "1": "0" });
    const again = compareYears(year(rescaled("before"), left), year(rescaled("after"), { ...left, "1": { points: "0.75" } }));
    expect(told(again)).toEqual({ total: "0.5", "1": "0.25", "2": ["withoutPoints"] });
  });

  test("when a bonus beside it is gone, though the maximum is the same; with it, it is", () => {
    const bonus = { ...criterion("9 Điểm thưởng"), beyondMax: "bonus" };
    const { file } = edition("before", ["1 Rà soát"]);
    const rewarding = parseCriteria({ ...file, children: [...file.children, bonus] });
    const compared = compareYears(year(rewarding), after(["1 Rà soát"]));
    expect(told(compared)).toEqual({ total: ["childrenDiffer"], "1": "0" });
    expect(compared.removed).toMatchObject([{ code: "9", before: "0.50" }]);
    const kept = compareYears(year(rewarding), year(rewarding, { "9": { points: "0.75" } }));
    expect(told(kept)).toEqual({ total: "0.25", "1": "0", "9": "0.25" });
  });

  test("with a leaf that became a branch, nor the other way round", () => {
    const compared = compareYears(before(["1 Rà soát", "2 Kiểm tra"]), after([{ "1 Rà soát": ["1.1 Lập danh mục"] }, "2 Kiểm tra"]));
    expect(told(compared)).toMatchObject({ "1": ["childrenDiffer"], "1.1": ["added"], "2": "0" });
    const back = compareYears(before([{ "1 Rà soát": ["1.1 Lập danh mục"] }, "2 Kiểm tra"]), after(["1 Rà soát", "2 Kiểm tra"]));
    expect(told(back)).toMatchObject({ "1": ["childrenDiffer"], "2": "0" });
  });
});

describe("a branch is compared", () => {
  test("under a new title and code, when all below it is the same", () => {
    const compared = compareYears(before([{ "1 Thể chế": ["1.1 Rà soát"] }]), after([{ "2 Văn bản": ["2.1 Rà soát"] }]));
    expect(told(compared)).toEqual({ total: ["childrenDiffer"], "2": ["added"], "2.1": "0" });
    const followed = compareYears(before([{ "1 Thể chế": ["1.1 Rà soát"] }]), after([{ "2 Văn bản ← 1": ["2.1 Rà soát"] }]));
    expect(told(followed)).toEqual({ total: "0", "2": "0", "2.1": "0" });
    const retitled = compareYears(before([{ "1 Thể chế": ["1.1 Rà soát"] }]), after([{ "1 Văn bản": ["1.1 Rà soát"] }]));
    expect(told(retitled)).toEqual({ total: "0", "1": "0", "1.1": "0" });
  });

  test("when what came or went is only monitored", () => {
    const monitored = {
      code: "3",
      title: { vi: "Theo dõi" },
      maxPoints: "0",
      monitored: true,
      provenance: { points: { confidence: "invented" } },
    };
    const { file } = edition("after", ["1 Rà soát", "2 Kiểm tra"]);
    const watching = parseCriteria({ ...file, children: [...file.children, monitored] });
    const [plain, watched] = [before(["1 Rà soát", "2 Kiểm tra"]), year(watching, { "3": {} })];
    expect(told(compareYears(plain, watched))).toEqual({ total: "0", "1": "0", "2": "0", "3": ["added"] });
    expect(told(compareYears(watched, plain))).toEqual({ total: "0", "1": "0", "2": "0" });
  });

  test("when the same leaf was left out in both years", () => {
    const left = { "2": notApplicable };
    const criteria = (id: string) => edition(id, ["1 Rà soát", "2 Kiểm tra"]);
    const compared = compareYears(year(criteria("before"), left), year(criteria("after"), left));
    expect(told(compared)).toEqual({ total: "0", "1": "0", "2": ["withoutPoints"] });
  });
});

describe("a leaf is not compared", () => {
  test("with one of another title that only has its code, between two editions", () => {
    const compared = compareYears(before(["1 Rà soát"]), after(["1 Kiểm tra"]));
    expect(told(compared)).toEqual({ total: ["childrenDiffer"], "1": ["titleDiffers"] });
    const revised = compareYears(before(["1 Rà soát"]), year(edition("before", ["1 Kiểm tra"])));
    expect(told(revised)).toEqual({ total: "0", "1": "0" });
  });

  test("when the set rounds otherwise: nothing is, and the policy is named", () => {
    const rounding = { places: 1, mode: "halfUp", stage: "published", provenance: { confidence: "invented" } } as const;
    const compared = compareYears(before(["1 Rà soát"]), year(edition("after", ["1 Rà soát"], { rounding })));
    expect(told(compared)).toEqual({ total: ["policiesDiffer", "childrenDiffer"], "1": ["policiesDiffer"] });
    expect(compared.root.refused[0]).toEqual({ reason: "policiesDiffer", policies: ["rounding"] });
  });

  test("when only the provenance of a policy differs, it is", () => {
    const published = { value: "points", provenance: { confidence: "invented", note: { vi: "Xem lại" } } } as never;
    const compared = compareYears(before(["1 Rà soát"]), year(edition("after", ["1 Rà soát"], { published })));
    expect(told(compared)).toEqual({ total: "0", "1": "0" });
  });

  test("for what a set publishes of its branches, it is; the branches are not", () => {
    const published = { value: "index", provenance: { confidence: "invented" } } as const;
    const compared = compareYears(before(["1 Rà soát"]), year(edition("after", ["1 Rà soát"], { published })));
    expect(told(compared)).toEqual({ total: ["policiesDiffer"], "1": "0" });
  });

  test("when the set treats things not applicable otherwise, unless the leaf says itself what it does", () => {
    const policy = { policy: "zero", provenance: { confidence: "invented" } } as const;
    const later = (own: object) => {
      const { file } = edition("after", ["1 Rà soát"], { notApplicable: policy });
      return year(parseCriteria({ ...file, children: [{ ...criterion("1 Rà soát"), ...own }] }));
    };
    const compared = (own: object) => compareYears(before(["1 Rà soát"]), later(own)).root.children[0]?.refused;
    expect(compared({})).toEqual([{ reason: "policiesDiffer", policies: ["notApplicable"] }]);
    expect(told(compareYears(before(["1 Rà soát"]), later({})))).toMatchObject({ total: ["childrenDiffer"] });
    expect(compared({ notApplicable: "leaveOut" })).toEqual([]);
    expect(compared({ notApplicable: "fullPoints" })).toEqual([
      { reason: "ruleChanged", fields: [{ path: "notApplicable", before: "leaveOut", after: "fullPoints" }] },
    ]);
  });

  test("under another reading of the same text", () => {
    const words = { vi: "Cách hiểu" };
    const disputed = (id: string, taken: string, other: string) => {
      const { file } = edition(id, ["1 Rà soát"]);
      const interpretation = { question: words, taken: { id: taken, words }, others: [{ id: other, words }] };
      return parseCriteria({ ...file, children: [{ ...criterion("1 Rà soát"), interpretation }] });
    };
    const compared = (taken: string, other: string) =>
      compareYears(year(disputed("before", "text", "portal")), year(disputed("after", taken, other)));
    expect(compared("portal", "text").root.children[0]?.refused).toEqual([{ reason: "readingDiffers", before: "text", after: "portal" }]);
    expect(told(compared("text", "portal"))).toEqual({ total: "0", "1": "0" });
  });
});

describe("where groups of units have trees of their own", () => {
  const ofGroup = (group: string, written: string) => ({ ...criterion(written), groups: [group] });
  const grouped = (id: string, criteria: readonly object[]) => {
    const { file } = edition(id, ["1 Rà soát", "2 Kiểm tra"]);
    return parseCriteria({ ...file, children: criteria });
  };

  test("a unit is compared by those of its group", () => {
    const earlier = grouped("before", [criterion("1 Rà soát"), ofGroup("commune", "2 Kiểm tra"), ofGroup("department", "2 Thanh tra")]);
    const later = grouped("after", [criterion("1 Rà soát"), ofGroup("department", "2 Kiểm tra"), ofGroup("commune", "2 Giám sát")]);
    const compared = (group: string) => told(compareYears(year(earlier, {}, group), year(later, {}, group)));
    expect(compared("commune")).toEqual({ total: ["childrenDiffer"], "1": "0", "2": ["titleDiffers"] });
    const same = grouped("later", [criterion("1 Rà soát"), ofGroup("department", "2 Thanh tra"), ofGroup("commune", "2 Kiểm tra")]);
    for (const group of ["commune", "department"]) {
      expect(told(compareYears(year(earlier, {}, group), year(same, {}, group)))).toEqual({ total: "0", "1": "0", "2": "0" });
    }
  });
});

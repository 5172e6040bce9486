import { applyQuota, type Classification, classify, explainGrade, type Grading, parseCriteria, parseReports, scoreAll } from "par-index";
import { describe, expect, test } from "vitest";
import { event, given, gradedFile, gradesWith, onTime, reportWith } from "./files";

type Stated = Parameters<typeof gradedFile>[1];
const grades = gradesWith({ atLeast: "90" }, { atLeast: "70", lessThan: "90" }, { lessThan: "70" });
const leaves = [given("1", "60"), given("2", "40")];

function gradeIn(stated: Partial<Stated>, points: Readonly<Record<string, string | null>>, records: object = {}): Classification {
  const criteria = parseCriteria(gradedFile(leaves, { grades, ...stated }));
  const [graded] = classify(criteria, scoreAll(criteria, parseReports(criteria, [reportWith("a", points, records)])));
  if (graded === undefined) throw new Error("no grade");
  for (const language of ["vi", "en"] as const) {
    const { heading, steps, basis } = explainGrade(criteria, graded, language);
    for (const line of [heading, ...steps, ...basis]) expect(line).not.toMatch(/undefined|null|NaN|\[object/);
  }
  return graded;
}

function shortly({ grade, reason, possible }: Classification) {
  return grade ?? [reason, ...(possible ?? [])];
}

const excellent = { "1": "60", "2": "35" };
const good = { "1": "50", "2": "30" };
const failed = { "1": "10", "2": "10" };
const vetoAndCaps: Partial<Stated> = {
  unrecorded: "undecided",
  events: [event("corruption", { forces: "grade3" }), event("warned", { caps: "grade2" })],
};

describe("an event of which nothing was recorded", () => {
  test.each<[string, Partial<Stated>, object, unknown]>([
    ["did not happen, where the set says so", { ...vetoAndCaps, unrecorded: "didNotHappen" }, excellent, "grade1"],
    ["leaves every grade open that it may lead to", vetoAndCaps, excellent, ["undecidedEvent", "grade1", "grade2", "grade3"]],
    ["a cap changes nothing for whom it would not lower", vetoAndCaps, good, ["undecidedEvent", "grade2", "grade3"]],
    ["nothing changes for whom has the lowest grade anyway", vetoAndCaps, failed, "grade3"],
  ])("%s", (_, stated, points, expected) => {
    expect(shortly(gradeIn(stated, points as Record<string, string>))).toEqual(expected);
  });

  test("does not matter once another forces the lowest grade", () => {
    expect(shortly(gradeIn(vetoAndCaps, excellent, { events: { corruption: { happened: true } } }))).toBe("grade3");
  });

  test("does not matter once a lower cap holds", () => {
    const stated = { ...vetoAndCaps, events: [event("warned", { caps: "grade2" }), event("dismissed", { caps: "grade3" })] };
    expect(shortly(gradeIn(stated, excellent, { events: { dismissed: { happened: true } } }))).toBe("grade3");
    expect(shortly(gradeIn(stated, excellent, { events: { warned: { happened: true } } }))).toEqual(["undecidedEvent", "grade2", "grade3"]);
  });

  test("that would leave the unit unrated leaves open that it has no grade", () => {
    const stated = { unrecorded: "undecided" as const, events: [event("new", { notRated: true })] };
    expect(shortly(gradeIn(stated, good))).toEqual(["undecidedEvent", "grade2", null]);
    expect(shortly(gradeIn(stated, good, { events: { new: { happened: false } } }))).toBe("grade2");
    const rated = gradeIn(stated, good, { events: { new: { happened: true } } });
    expect(shortly(rated)).toEqual(["notRated"]);
    expect(rated.stages.map(({ stage }) => stage)).toEqual(["rated"]);
  });

  test("is of no consequence to a unit that its report names as not rated", () => {
    const criteria = parseCriteria(gradedFile(leaves, { grades, ...vetoAndCaps }));
    const report = reportWith("a", excellent);
    const unit = { ...report.unit, notRated: { vi: "Đặc thù, không có cơ quan chuyên môn" } };
    const [graded] = classify(criteria, scoreAll(criteria, parseReports(criteria, [{ ...report, unit }])));
    expect(graded && shortly(graded)).toEqual(["notRated"]);
    expect(graded && explainGrade(criteria, graded, "vi").steps).toEqual(["Đơn vị không xếp loại: Đặc thù, không có cơ quan chuyên môn"]);
  });

  test("is not asked of units of other groups", () => {
    const stated = { unrecorded: "undecided" as const, events: [event("corruption", { forces: "grade3" }, ["department"])] };
    expect(shortly(gradeIn(stated, good))).toBe("grade2");
  });
});

describe("leaves without figures", () => {
  const missing = { "1": "60", "2": null };

  test("leave a unit without a grade, where the set says so", () => {
    const graded = gradeIn({}, missing);
    expect(shortly(graded)).toEqual(["missing", "grade1", "grade2", "grade3", null]);
    expect(graded.value).toBeNull();
  });

  test("are graded by what there is, where the set says so", () => {
    const graded = gradeIn({ incomplete: "graded" }, { "1": "60", "2": null });
    expect(shortly(graded)).toBe("grade3");
    expect(graded.value).toEqual({ exact: "60", published: "60.00" });
  });

  test("leave open a condition on them, unless another leaf fails it", () => {
    const nodes = (of: "leaves" | "areas") => gradesWith({ atLeast: "50", conditions: [{ kind: "noZero", of }] }, { lessThan: "50" });
    expect(shortly(gradeIn({ incomplete: "graded", grades: nodes("leaves") }, missing))).toEqual(["missing", "grade1", "grade2"]);
    const low = gradesWith({ atLeast: "1", conditions: [{ kind: "eachAtLeast", of: "leaves", percent: "50" }] }, { lessThan: "1" });
    expect(shortly(gradeIn({ incomplete: "graded", grades: low }, { "1": "29", "2": null }))).toBe("grade2");
  });

  test("do not keep an event from forcing the lowest grade", () => {
    const stated = { events: [event("noSelfScore", { forces: "grade3" })] };
    const graded = gradeIn(stated, { "1": null, "2": null }, { events: { noSelfScore: { happened: true } } });
    expect(shortly(graded)).toBe("grade3");
    expect(graded.stages.map(({ stage, before, after }) => [stage, before, after])).toEqual([
      ["band", null, null],
      ["veto", null, "grade3"],
    ]);
  });
});

describe("a value between printed bands", () => {
  const holes = gradesWith({ atLeast: "90", atMost: "95" }, { atLeast: "75", atMost: "89" }, { atLeast: "10", atMost: "74" });

  test.each([
    ["between two of them may be either", { "1": "60", "2": "29.5" }, ["betweenBands", "grade1", "grade2", null]],
    ["above all of them may be the best", { "1": "60", "2": "36" }, ["betweenBands", "grade1", null]],
    ["below all of them may be the lowest", { "1": "5", "2": "4" }, ["betweenBands", "grade3", null]],
  ])("%s, or none", (_, points, expected) => {
    expect(shortly(gradeIn({ grades: holes }, points))).toEqual(expected);
  });

  test("cannot be better than a cap, and is the lowest once that is forced", () => {
    const events = [event("corruption", { forces: "grade3" }), event("warned", { caps: "grade2" })];
    const points = { "1": "60", "2": "29.5" };
    expect(shortly(gradeIn({ grades: holes, events }, points, { events: { warned: { happened: true } } }))).toEqual([
      "betweenBands",
      "grade2",
      null,
    ]);
    expect(shortly(gradeIn({ grades: holes, events }, points, { events: { corruption: { happened: true } } }))).toBe("grade3");
  });
});

describe("a fact of which nothing was due", () => {
  const stated = (nothingDue: "holds" | "fails" | "undecided"): Partial<Stated> => ({
    facts: [{ ...onTime, nothingDue }],
    grades: gradesWith({ atLeast: "50", conditions: [{ kind: "fact", fact: "onTime", atLeast: "100" }] }, { lessThan: "50" }),
  });
  test.each([
    ["holds", "grade1"],
    ["fails", "grade2"],
    ["undecided", ["undecidedFact", "grade1", "grade2"]],
  ] as const)("%s, as the set says", (nothingDue, expected) => {
    expect(shortly(gradeIn(stated(nothingDue), good, { facts: { onTime: { done: 0, due: 0 } } }))).toEqual(expected);
  });

  test("is not the same as one of which nothing was reported", () => {
    expect(shortly(gradeIn(stated("holds"), good))).toEqual(["undecidedFact", "grade1", "grade2"]);
    expect(shortly(gradeIn(stated("holds"), good, { facts: { onTime: { note: "Chưa tổng hợp" } } }))).toEqual([
      "undecidedFact",
      "grade1",
      "grade2",
    ]);
  });
});

test("a unit of which nothing counts is not graded", () => {
  const file = gradedFile(leaves, { grades });
  const criteria = parseCriteria(file);
  const notApplicable = { notApplicable: true, reason: "Không thuộc nhiệm vụ" };
  const report = { ...reportWith("a", {}), items: { "1": notApplicable, "2": notApplicable } };
  const [graded] = classify(criteria, scoreAll(criteria, parseReports(criteria, [report])));
  expect(graded && shortly(graded)).toEqual(["notCounted"]);
});

test("who lacks the conditions of the lowest grade has none", () => {
  const conditions: NonNullable<Grading["scales"][number]["grades"][number]["conditions"]> = [{ kind: "noZero", of: "criteria" }];
  const stated = { grades: gradesWith({ atLeast: "90" }, { lessThan: "90", conditions }) };
  expect(shortly(gradeIn(stated, { "1": "60", "2": "0" }))).toEqual(["noConditionHolds"]);
});

describe("a unit of which figures are missing", () => {
  const share = { percent: "20", of: "rated", rounding: "halfUp" } as const;
  const quotas = [{ id: "excellentShare", grade: "grade1", share, effect: "grade", provenance: { confidence: "invented" } }] as const;
  const criteria = parseCriteria(gradedFile(leaves, { grades, quotas }));
  const reports = (excellentUnits: number, others: number) => [
    ...Array.from({ length: excellentUnits }, (_, index) => reportWith(`a${index + 1}`, { "1": "60", "2": String(39 - index) })),
    ...Array.from({ length: others }, (_, index) => reportWith(`b${index + 1}`, good)),
    reportWith("c", { "1": "60", "2": null }),
  ];
  const verdicts = (excellentUnits: number, others: number) => {
    const { quotas: came } = applyQuota(
      criteria,
      classify(criteria, scoreAll(criteria, parseReports(criteria, reports(excellentUnits, others)))),
    );
    return came.map(({ base, allowed, kept, beyond, undecided }) => ({ base, allowed, kept, beyond, undecided }));
  };

  test("may take a place from the last within a quota", () => {
    expect(verdicts(3, 7)).toEqual([
      { base: { least: 10, most: 11 }, allowed: { least: 2, most: 2 }, kept: ["a1"], beyond: ["a3"], undecided: ["a2"] },
    ]);
  });

  test("takes none where with it the share is of one unit more, and so of one place more", () => {
    expect(verdicts(3, 9)).toEqual([
      { base: { least: 12, most: 13 }, allowed: { least: 2, most: 3 }, kept: ["a1", "a2"], beyond: [], undecided: ["a3"] },
    ]);
  });
});

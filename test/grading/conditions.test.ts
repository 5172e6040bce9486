import { classify, parseCriteria, parseReports, scoreAll } from "par-index";
import { describe, expect, test } from "vitest";
import type { CriterionDocument } from "../oracle/documents";
import { given, gradedFile, gradesWith, reportWith } from "./files";

const provenance = { points: { confidence: "invented" } } as const;

/** Two areas, the first with a criterion of two leaves and a leaf beside it, of which something is stated; the second is itself a leaf. */
const treeWith = (stated: Pick<CriterionDocument, "notApplicable"> = {}): readonly CriterionDocument[] => [
  {
    code: "1",
    title: { vi: "Lĩnh vực 1" },
    maxPoints: "60",
    provenance,
    children: [
      { code: "1.1", title: { vi: "Tiêu chí 1.1" }, maxPoints: "40", provenance, children: [given("1.1.1", "30"), given("1.1.2", "10")] },
      { ...given("1.2", "20"), ...stated },
    ],
  },
  given("2", "40"),
];
const full = { "1.1.1": "30", "1.1.2": "10", "1.2": "20", "2": "40" };

function failing(condition: object, items: Readonly<Record<string, unknown>>, children = treeWith()): unknown {
  const grades = gradesWith({ atLeast: "0", conditions: [condition as never] }, { lessThan: "0" });
  const withPenalty = [...children, { ...given("9", "5"), beyondMax: "penalty" as const }];
  const file = gradedFile(children, { grades });
  const criteria = parseCriteria({ ...file, children: withPenalty });
  const report = { ...reportWith("a", {}), items: { "9": { points: "0" }, ...items } };
  const [graded] = classify(criteria, scoreAll(criteria, parseReports(criteria, [report])));
  const [step] = graded?.stages.find(({ stage }) => stage === "conditions")?.why ?? [];
  return step !== undefined && "failing" in step ? step.failing.map(({ code }) => code) : step;
}

const points = (given_: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries({ ...full, ...given_ }).map(([code, value]) => [code, { points: value }]));

describe("no zero", () => {
  test.each([
    ["leaves", ["1.1.2"]],
    ["criteria", []],
    ["areas", []],
  ] as const)("a leaf at zero: among %s %j", (of, expected) => {
    expect(failing({ kind: "noZero", of }, points({ "1.1.2": "0" }))).toEqual(expected);
  });

  test.each([
    ["leaves", ["1.1.1", "1.1.2"]],
    ["criteria", ["1.1"]],
    ["areas", []],
  ] as const)("a criterion at zero: among %s %j", (of, expected) => {
    expect(failing({ kind: "noZero", of }, points({ "1.1.1": "0", "1.1.2": "0" }))).toEqual(expected);
  });

  test.each(["leaves", "criteria", "areas"] as const)("a leaf that is an area is looked at among %s", (of) => {
    expect(failing({ kind: "noZero", of }, points({ "2": "0" }))).toEqual(["2"]);
  });

  test("a penalty of nothing is no zero", () => {
    expect(failing({ kind: "noZero", of: "leaves" }, points({}))).toEqual([]);
  });

  test("what was left out is no zero; what does not apply and earns nothing is one", () => {
    const notApplicable = { notApplicable: true, reason: "Không thuộc nhiệm vụ" };
    const items = { ...points({}), "1.2": notApplicable };
    expect(failing({ kind: "noZero", of: "leaves" }, items)).toEqual([]);
    expect(failing({ kind: "noZero", of: "leaves" }, items, treeWith({ notApplicable: "zero" }))).toEqual(["1.2"]);
  });
});

describe("each at least so much of its maximum", () => {
  test.each([
    ["leaves", ["1.1.2"]],
    ["criteria", ["1.1"]],
    ["areas", []],
  ] as const)("31.9 of 40 in a criterion, 1.9 of 10 in a leaf of it: among %s %j lie below 80 %%", (of, expected) => {
    expect(failing({ kind: "eachAtLeast", of, percent: "80" }, points({ "1.1.2": "1.9" }))).toEqual(expected);
  });

  test("just so much is enough", () => {
    expect(failing({ kind: "eachAtLeast", of: "criteria", percent: "80" }, points({ "1.1.1": "22" }))).toEqual([]);
  });

  test("it is of the maximum that counts: 20 of 40 are 66.7 % once 10 are left out", () => {
    const items = { ...points({ "1.1.1": "20" }), "1.1.2": { notApplicable: true, reason: "Không thuộc nhiệm vụ" } };
    expect(failing({ kind: "eachAtLeast", of: "criteria", percent: "66" }, items)).toEqual([]);
    expect(failing({ kind: "eachAtLeast", of: "criteria", percent: "67" }, items)).toEqual(["1.1"]);
  });
});

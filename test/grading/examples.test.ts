import { applyQuota, classify, explainGrade, parseCriteria, safeParseCriteria } from "par-index";
import { describe, expect, test } from "vitest";
import { fileOf, type GradingExample, gradeOf, gradingExamples, scoresOf, unitsOf } from "./examples";

describe.each(gradingExamples().map((example) => [`${example.kernel}: ${example.about.vi}`, example] as const))("%s", (_, example) => {
  const { criteria, scores } = scoresOf(example);
  const { classifications, quotas, commended, issues } = applyQuota(criteria, classify(criteria, scores));

  test.each(unitsOf(example).map((unit) => [unit.id, unit] as const))("%s", (id, expected) => {
    const graded = gradeOf(classifications, id);
    expect({ grade: graded.grade, reason: graded.reason, possible: graded.possible }).toEqual({
      grade: expected.grade,
      reason: expected.reason,
      possible: expected.possible,
    });
    if (expected.value !== undefined) expect(graded.value?.published).toBe(expected.value);
    if (expected.says !== undefined) expect(explainGrade(criteria, graded, "vi").steps).toEqual(expected.says);
  });

  test("its quotas come to what is said", () => {
    expect(quotas.map(cameTo)).toEqual(example.came ?? []);
    expect(commended.map(({ unit }) => unit.id)).toEqual(example.commended ?? []);
    expect(issues.map(({ code }) => code)).toEqual(example.issues ?? []);
  });

  test("its bands leave the holes that are said, and no others", () => {
    const parsed = safeParseCriteria(fileOf(example));
    const told = parsed.ok ? parsed.warnings : parsed.issues;
    expect(told.map(({ code, payload }) => [code, payload])).toEqual(
      (example.gaps ?? []).map(([between, and]) => ["gradeGap", { between, and }]),
    );
  });
});

function cameTo({
  quota,
  base,
  allowed,
  kept,
  beyond,
  undecided,
}: ReturnType<typeof applyQuota>["quotas"][number]): NonNullable<GradingExample["came"]>[number] {
  expect(allowed.least).toBe(allowed.most);
  expect(base?.least).toBe(base?.most);
  return {
    quota,
    ...(base === null ? {} : { base: base.most }),
    allowed: allowed.most,
    kept: kept.length,
    beyond: beyond.length,
    undecided: undecided.length,
  };
}

test("every way of grading that was found in real instruments has its examples", () => {
  const kernels = new Set(gradingExamples().map(({ kernel }) => kernel));
  const found = [
    "class-with-zero-veto",
    "class-with-floor-percent",
    "class-with-gaps",
    "class-open-low",
    "class-by-group",
    "knockout-lowest",
  ];
  const more = ["cap-class", "quota-share-of-good", "quota-share-of-group", "commendation-quota", "na-unit-excluded", "no-double-count"];
  expect([...found, ...more].filter((kernel) => !kernels.has(kernel))).toEqual([]);
});

test("a set without a grading grades nothing, and says so", () => {
  const [example] = gradingExamples() as [GradingExample];
  const { grading: _, ...file } = fileOf(example);
  const criteria = parseCriteria(file);
  expect(() => classify(criteria, [])).toThrow(/không có quy định xếp loại/);
});

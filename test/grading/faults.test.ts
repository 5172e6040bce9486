import { safeParseCriteria, safeParseDraft } from "par-index";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, issuesOf } from "../badInput/issues";
import { given, gradedFile, gradesWith } from "./files";

/** What is told of a set that grades: each hole as the two sides of it, anything else by its code. */
function told(file: object): readonly string[] {
  const outcome = safeParseCriteria(file);
  for (const issue of issuesOf(outcome)) {
    expect(issue.severity).toBe("warning");
    expectToBeSaidWell(issue);
  }
  return issuesOf(outcome).map(({ code, payload }) => ("between" in payload ? `${payload.between} … ${payload.and}` : code));
}

const whole = gradesWith({ atLeast: "90" }, { lessThan: "90" });
const printed = gradesWith({ atLeast: "90", atMost: "100" }, { atLeast: "10", atMost: "89.99" });
const bonus = { ...given("2", "3"), beyondMax: "bonus" } as const;
const penalty = { ...given("3", "2"), beyondMax: "penalty" } as const;

/** The same file with other policies, or with nodes beside the base, which its sum does not count. */
function changed<F extends { readonly policies: object; readonly children: readonly object[] }>(
  file: F,
  { policies = {}, beside = [] }: { policies?: object; beside?: readonly object[] },
) {
  return { ...file, policies: { ...file.policies, ...policies }, children: [...file.children, ...beside] };
}

describe("holes between bands as they are printed", () => {
  const index = { published: { value: "index", provenance: { confidence: "invented" } } };

  test("bands without ends cover every value", () => {
    expect(told(gradedFile([given("1", "100")], { grades: whole }))).toEqual([]);
    expect(told(changed(gradedFile([given("1", "100")], { grades: whole }), { beside: [bonus, penalty] }))).toEqual([]);
  });

  test("are told inside and at both ends", () => {
    expect(told(gradedFile([given("1", "100")], { grades: printed }))).toEqual(["0 … ≥ 10, ≤ 89.99", "≥ 10, ≤ 89.99 … ≥ 90, ≤ 100"]);
    expect(told(gradedFile([given("1", "120")], { grades: printed }))).toEqual([
      "0 … ≥ 10, ≤ 89.99",
      "≥ 10, ≤ 89.99 … ≥ 90, ≤ 100",
      "≥ 90, ≤ 100 … 120",
    ]);
  });

  test("are none between 89.99 and 90 where published values of two decimals are graded", () => {
    const file = gradedFile([given("1", "100")], { grades: printed, compare: "published" });
    expect(told(file)).toEqual(["0 … ≥ 10, ≤ 89.99"]);
    const { rounding } = file.policies;
    expect(told(changed(file, { policies: { rounding: { ...rounding, places: 3 } } }))).toHaveLength(2);
  });

  test("reach as far as bonus and penalty carry the points", () => {
    const file = gradedFile([given("1", "100")], {
      grades: gradesWith({ atLeast: "90", atMost: "100" }, { atLeast: "0", lessThan: "90" }),
    });
    expect(told(file)).toEqual([]);
    expect(told(changed(file, { beside: [bonus] }))).toEqual(["≥ 90, ≤ 100 … 103"]);
    expect(told(changed(file, { beside: [bonus, penalty] }))).toEqual(["-2 … ≥ 0, < 90", "≥ 90, ≤ 100 … 103"]);
  });

  test("of an index end at 100 where there is no bonus, however many points there are", () => {
    const file = changed(
      gradedFile([given("1", "60")], { grades: gradesWith({ atLeast: "90", atMost: "100" }, { atLeast: "0", lessThan: "90" }) }),
      {
        policies: index,
      },
    );
    expect(told(file)).toEqual([]);
    expect(told(changed(file, { beside: [bonus] }))).toEqual(["≥ 90, ≤ 100 … ∞"]);
  });

  test("are told for the group that comes farthest, where groups have other maxima", () => {
    const [leaf] = [given("1", "100")];
    const file = gradedFile([leaf], { grades: gradesWith({ atLeast: "90", atMost: "100" }, { lessThan: "90" }) });
    const byGroup = { commune: { maxPoints: "120" } };
    expect(told({ ...file, byGroup, children: [{ ...leaf, byGroup }] })).toEqual(["≥ 90, ≤ 100 … 120"]);
  });
});

test("conditions of the lowest grade are told: who lacks them has no grade at all", () => {
  const grades = gradesWith({ atLeast: "90" }, { lessThan: "90", conditions: [{ kind: "noZero", of: "leaves" }] });
  expect(told(gradedFile([given("1", "100")], { grades }))).toEqual(["lowestGradeConditional"]);
});

describe("a draft", () => {
  const file = gradedFile([given("1", "100")], { grades: printed });
  const open = (changes: object) => {
    const outcome = safeParseDraft({ ...file, ...changes });
    return outcome.ok ? outcome.warnings.map(({ code }) => code) : outcome.issues.map(({ code }) => code);
  };

  test("in which the maximum or the rounding is open is not asked for holes that hang on them", () => {
    expect(open({ maxPoints: null })).toEqual([]);
    expect(open({ policies: { ...file.policies, rounding: null } })).toEqual([]);
    expect(open({ policies: { ...file.policies, published: null } })).toEqual([]);
  });

  test("is told what is wrong however that is filled in", () => {
    const grading = {
      ...file.grading,
      scales: [{ groups: ["commune", "department"], grades: gradesWith({ atLeast: "90" }, { atMost: "90" }) }],
    };
    expect(open({ maxPoints: null, grading })).toEqual(["bandOverlap"]);
  });

  test("may leave the whole grading open", () => {
    const outcome = safeParseDraft({ ...file, grading: null });
    expect(outcome.ok && outcome.value.open.map(({ payload }) => payload)).toEqual([{ what: "grading" }]);
  });
});

import { expect, test } from "vitest";
import { compareSatisfaction } from "../../src/survey/compareSatisfaction";
import { satisfaction } from "../../src/survey/satisfaction";
import { oracle, oracleQuestionnaire, oracleTally } from "./oracleSurvey";

const survey = oracleQuestionnaire("pooled", "pooled");
const result = satisfaction(survey, oracleTally(), { by: ["district"] });

test("what did not change changes by 0, in every unit and part", () => {
  const changes = compareSatisfaction(result, result);
  expect(changes).toHaveLength(3 * 13);
  expect(changes.every(({ change }) => change === "0")).toBe(true);
});

test("a unit that only one survey has keeps its figure, and has no change", () => {
  const some = oracle.records.filter(([, district]) => district !== "C");
  const before = satisfaction(survey, oracleTally(some), { by: ["district"] });
  const found = compareSatisfaction(before, result).find(({ of, id }) => of.district === "C" && id === "");
  expect(found).toMatchObject({ before: null, change: null });
  expect(found?.after).not.toBeNull();
});

test("other rules are named beside the change", () => {
  const other = satisfaction(oracleQuestionnaire("meanOfFactors", "pooled"), oracleTally(), { by: ["district"] });
  expect(compareSatisfaction(other, result)[0]?.rules).toEqual({ before: "meanOfFactors", after: "pooled" });
});

test("another series, and a province's survey beside the ministry's, are refused with the reason", () => {
  const { series } = survey.file;
  const of = (changed: Partial<typeof series>) => ({
    ...result,
    questionnaire: { ...result.questionnaire, series: { ...series, ...changed } },
  });
  expect(() => compareSatisfaction(of({ id: "2012", title: { vi: "Chuỗi 2012–2016" } }), result)).toThrow("2012–2016");
  expect(() => compareSatisfaction(of({ by: "ministry" }), result)).toThrow();
});

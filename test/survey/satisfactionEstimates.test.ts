import { describe, expect, test } from "vitest";
import { combinations } from "../../src/survey/questionnaireFile";
import { satisfaction } from "../../src/survey/satisfaction";
import { safeSatisfactionEstimates, satisfactionEstimates } from "../../src/survey/satisfactionEstimates";
import { oracle, oracleQuestionnaire, oracleTally } from "./oracleSurvey";
import { near } from "./precision/near";

const withins = ["pooled", "meanOfQuestions", "meanOfRespondents"] as const;
const tally = oracleTally();
const jackknife = (oracle.expected as unknown as { readonly jkn_se: Readonly<Record<string, number>> }).jkn_se;

describe.each(combinations.filter((rule) => rule !== "generalQuestion"))("by the rule %s", (overall) => {
  test.each(withins.flatMap((within) => [[], ["district"], ["group"], ["district", "group"]].map((by) => ({ within, by }))))(
    "every unit and part has the value of its exact index: within $within, by $by",
    ({ within, by }) => {
      const survey = oracleQuestionnaire(overall, within);
      const keys = by as ("district" | "group")[];
      const { units } = satisfaction(survey, tally, { by: keys });
      for (const part of ["", "B1", "B2", "F1", "F2", "F3", "q1", "q7"]) {
        const { units: named, estimates } = satisfactionEstimates(survey, tally, { part, by: keys });
        expect(named.map(({ of }) => of)).toEqual(units.map(({ of }) => of));
        for (const { name, of } of named) {
          const unit = units.find((one) => JSON.stringify(one.of) === JSON.stringify(of));
          const [top, bottom = "1"] = (unit?.parts.find(({ id }) => id === part)?.weighted?.index ?? "").split("/");
          near(100 * (estimates.byName[name]?.value ?? Number.NaN), Number(top) / Number(bottom));
        }
      }
    },
  );
});

test.each([
  ["meanOfFactors", "meanOfQuestions", "overall_mean_of_factors"],
  ["meanOfQuestions", "pooled", "overall_mean_of_criteria"],
  ["pooled", "pooled", "overall_pooled_answers"],
  ["meanOfRespondents", "pooled", "overall_respondent_mean"],
] as const)("the jackknife's error of the whole is R's: %s, within %s", (overall, within, name) => {
  const { estimates } = satisfactionEstimates(oracleQuestionnaire(overall, within), tally, {
    design: { variance: { method: "jackknife" } },
  });
  near(estimates.byName.all?.standardError, jackknife[name]);
});

test("Taylor's error of pooled answers is R's, for the whole and each factor", () => {
  for (const [part, { est, se }] of Object.entries(oracle.expected.taylor_pooled_ratio)) {
    const { estimates } = satisfactionEstimates(oracleQuestionnaire("pooled", "pooled"), tally, { part: part === "overall" ? "" : part });
    near(estimates.byName.all?.value, est);
    near(estimates.byName.all?.standardError, se);
  }
});

test("clusters where nobody of a unit lives still count as drawn", () => {
  const { estimates } = satisfactionEstimates(oracleQuestionnaire("pooled", "pooled"), tally, { by: ["district"] });
  expect(estimates.byName).toMatchObject({ A: { degreesOfFreedom: 3 }, B: { degreesOfFreedom: 3 }, C: { degreesOfFreedom: 3 } });
  expect(estimates.degreesOfFreedom).toMatchObject({ A: { B: 6 } });
  expect(estimates.covariance).toMatchObject({ A: { B: 0 } });
});

test("a unit with fewer people than may be told of is left out, unless it is asked for", () => {
  const survey = oracleQuestionnaire("pooled", "pooled");
  const strict = {
    ...survey,
    file: { ...survey.file, policies: { ...survey.file.policies, leastAnswers: { ...survey.file.policies.leastAnswers, count: 7 } } },
  };
  expect(satisfactionEstimates(strict, tally, { by: ["commune"] }).units).toEqual([]);
  expect(satisfactionEstimates(strict, tally, { by: ["commune"], smallCells: "flag" }).units).toHaveLength(12);
});

test("a tally without clusters, and a part that is not there", () => {
  const survey = oracleQuestionnaire("pooled", "pooled");
  const codes = (...given: Parameters<typeof safeSatisfactionEstimates>) => {
    const outcome = safeSatisfactionEstimates(...given);
    return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
  };
  expect(codes(survey, { ...tally, keys: ["district"] })).toEqual(["notCountedBy"]);
  expect(codes(survey, tally, { part: "F9" })).toEqual(["surveyPartUnknown"]);
});

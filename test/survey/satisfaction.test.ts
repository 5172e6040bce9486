import { describe, expect, test } from "vitest";
import { fromExactText } from "../../src/exact/decimal";
import { satisfaction } from "../../src/survey/satisfaction";
import { surveyItem } from "../../src/survey/surveyItem";
import { oracle, oracleQuestionnaire, oracleTally } from "./oracleSurvey";

function numberOf(exact: string | undefined): number {
  const { numerator, denominator } = fromExactText(exact ?? "0");
  return Number((numerator * 10n ** 18n) / denominator) / 1e18;
}

const rules = [
  ["meanOfFactors", "meanOfQuestions", "77.04", "74.28"],
  ["meanOfQuestions", "meanOfQuestions", "78.09", "75.21"],
  ["pooled", "pooled", "79.08", "76.32"],
  ["meanOfRespondents", "meanOfRespondents", "79.25", "76.42"],
] as const;

describe("the rules on 72 people", () => {
  test.each(rules)("%s of %s gives %s, and %s with weights", (overall, within, equal, weighted) => {
    const result = satisfaction(oracleQuestionnaire(overall, within), oracleTally());
    const whole = result.units[0]?.parts[0];
    expect(whole?.equal?.published).toBe(equal);
    expect(whole?.weighted?.published).toBe(weighted);
    expect(whole?.rule).toBe(overall);
    expect(whole?.people).toBe(72);
  });

  test("every question and factor is what R makes of it, with and without weights", () => {
    for (const [within, name] of [
      ["pooled", "fpool"],
      ["meanOfQuestions", "fmean"],
    ] as const) {
      const [unit] = satisfaction(oracleQuestionnaire("pooled", within), oracleTally()).units;
      const compared = (unit?.parts ?? []).flatMap(({ part, id, equal, weighted }) => {
        const key = part === "question" ? `crit.${id}` : part === "factor" ? `${name}.${id}` : undefined;
        if (key === undefined) return [];
        expect(numberOf(equal?.index)).toBeCloseTo(100 * (oracle.expected.unweighted[key] ?? Number.NaN), 10);
        expect(numberOf(weighted?.index)).toBeCloseTo(100 * (oracle.expected.weighted[key] ?? Number.NaN), 10);
        return [key];
      });
      expect(compared).toHaveLength(10);
    }
  });
});

describe("units of a survey", () => {
  const survey = oracleQuestionnaire("pooled", "pooled");

  test("districts hold everybody once", () => {
    const { units } = satisfaction(survey, oracleTally(), { by: ["district"] });
    expect(units.map(({ of }) => of)).toEqual([{ district: "A" }, { district: "B" }, { district: "C" }]);
    expect(units.map(({ parts }) => parts[0]?.people)).toEqual([24, 24, 24]);
  });

  test("answers, blanks and no opinions add up to questions × people", () => {
    const whole = satisfaction(survey, oracleTally()).units[0]?.parts[0];
    const { blank = 0, noOpinion = 0, notUsed = 0 } = whole?.excluded ?? {};
    expect((whole?.answered ?? 0) + blank + noOpinion + notUsed).toBe(7 * 72);
    expect({ blank, noOpinion }).toEqual({ blank: 61, noOpinion: 32 });
  });

  test("few people are not told of, or are marked", () => {
    const file = {
      ...survey.file,
      policies: { ...survey.file.policies, leastAnswers: { ...survey.file.policies.leastAnswers, count: 30 } },
    };
    const strict = { ...survey, file };
    const hidden = satisfaction(strict, oracleTally(), { by: ["commune"] }).units[0]?.parts[0];
    expect(hidden).toMatchObject({ people: null, answered: null, excluded: null, equal: null, weighted: null, why: "tooFew" });
    const flagged = satisfaction(strict, oracleTally(), { by: ["commune"], smallCells: "flag" }).units[0]?.parts[0];
    expect(flagged).toMatchObject({ people: 6, why: "tooFew" });
    expect(flagged?.equal).not.toBeNull();
  });

  test("what nobody answered has no index, and no mean of which it is a part", () => {
    const tally = oracleTally();
    const without = { ...tally, answers: tally.answers.filter(({ question }) => question !== "q7") };
    const [unit] = satisfaction(oracleQuestionnaire("meanOfFactors", "meanOfQuestions"), without).units;
    const found = (id: string) => unit?.parts.find((part) => part.id === id);
    expect(found("q7")).toMatchObject({ equal: null, why: "noAnswers", people: 0 });
    expect(found("F3")).toMatchObject({ equal: null, why: "noAnswers" });
    expect(found("")).toMatchObject({ equal: null, why: "noAnswers" });
    expect(found("F1")?.equal).not.toBeNull();
  });

  test("a key that was not counted by, or another questionnaire's tally, is refused", () => {
    expect(() => satisfaction(survey, oracleTally(), { by: ["channel"] })).toThrow("channel");
    expect(() => satisfaction(survey, { ...oracleTally(), questionnaire: { id: "example/other", revision: 1 } })).toThrow("example/other");
  });

  test("a factor enters a leaf as the exact ratio, with its origin", () => {
    const result = satisfaction(survey, oracleTally());
    const item = surveyItem(survey, result, result.units[0], "q1");
    expect(item.ratio).toBe("57/62");
    expect(item.documents[0]?.place).toBe("q1; tỷ lệ trên số câu trả lời hợp lệ; 62 người, 62 câu trả lời hợp lệ");
    expect(() => surveyItem(survey, result, result.units[0], "q99")).toThrow("q99");
  });
});

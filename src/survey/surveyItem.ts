import { exactText, fromExactText } from "../exact/decimal";
import { divide, hundred } from "../exact/ratio";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { combinationWords } from "./combinationWords";
import type { Questionnaire } from "./questionnaire";
import type { Satisfaction, UnitSatisfaction } from "./satisfaction";

/** A leaf's evidence that a survey gives: the ratio, exact, and where it comes from. */
export interface SurveyItem {
  readonly ratio: string;
  readonly documents: readonly { readonly number: string; readonly title: string; readonly place: string }[];
}

/**
 * What a survey says for a leaf (số liệu cho tiêu chí lấy từ kết quả khảo sát): the index of a part as the figure of a `percentage`, and as its
 * document the questionnaire, the part, the rule and how many answered, which the explanation of the leaf then shows.
 *
 * **Exactness:** the exact index, not the published digits; everybody counts as one.
 * **Errors:** {@link ParError} where the part has no index: what is missing does not become zero.
 *
 * @example
 * ```ts
 * import { satisfaction, surveyItem } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const result = satisfaction(survey, {
 *   questionnaire: { id: survey.file.id, revision: survey.file.revision }, keys: [], respondents: 62, parts: [],
 *   answers: [{ cell: {}, question: "q1", answer: "5", count: 57 }, { cell: {}, question: "q1", answer: "2", count: 5 }],
 * });
 * surveyItem(survey, result, result.units[0], "q1").ratio; // => "57/62"
 * ```
 */
export function surveyItem(questionnaire: Questionnaire, result: Satisfaction, unit: UnitSatisfaction | undefined, id: string): SurveyItem {
  const part = unit?.parts.find((one) => one.id === id);
  if (part === undefined) throw new ParError([issue("surveyWithoutIndex", { part: id, reason: "unknown" })]);
  if (part.equal === null) throw new ParError([issue("surveyWithoutIndex", { part: part.title.vi, reason: part.why ?? "noAnswers" })]);
  const { file } = questionnaire;
  const places = Object.values(unit?.of ?? {}).join(", ");
  return {
    ratio: exactText(divide(fromExactText(part.equal.index), hundred)),
    documents: [
      {
        number: `${result.questionnaire.id}, ${result.questionnaire.revision}`,
        title: `${file.title.vi}${places === "" ? "" : ` (${places})`}`,
        place: `${part.title.vi}; ${combinationWords[part.rule].vi}; ${part.people ?? 0} người, ${part.answered ?? 0} câu trả lời hợp lệ`,
      },
    ],
  };
}

/** {@link surveyItem} that answers a {@link Result} and never throws. */
export function safeSurveyItem(
  questionnaire: Questionnaire,
  result: Satisfaction,
  unit: UnitSatisfaction | undefined,
  id: string,
): Result<SurveyItem> {
  return attempt(() => surveyItem(questionnaire, result, unit, id));
}

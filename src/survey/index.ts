export { parseQuestionnaire, safeParseQuestionnaire } from "./parseQuestionnaire";
export type { Questionnaire } from "./questionnaire";
export type { AnswerOption, Block, Combination, Factor, Question, QuestionnaireFile } from "./questionnaireFile";
export type { AnswerCount, RespondentCount, Tally, TallyCell, TallyKey } from "./tally";

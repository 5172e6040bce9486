import fc from "fast-check";
import type { Questionnaire } from "../../src/survey/questionnaire";
import { type AnswerCount, type RespondentCount, type Tally, type TallyCell, tallyKeys, tallyOf } from "../../src/survey/tally";
import { oracleQuestionnaire } from "./oracleSurvey";

/** One person of a survey: where they are in the sample, and the code of each answer, `""` for a blank. */
export interface Person {
  readonly cell: TallyCell;
  readonly answers: Readonly<Record<string, string>>;
}

export const survey = oracleQuestionnaire("pooled", "pooled");
export const keys = ["province", "stratum", "cluster", "weight"] as const;

const cell = fc.record({
  province: fc.constantFrom("Hà Nội", "Cao Bằng", "Bà Rịa - Vũng Tàu", 'a "b"; c'),
  stratum: fc.constantFrom("T1", "T2"),
  cluster: fc.constantFrom("x", "y", "z"),
  weight: fc.constantFrom("1", "1.5", "0.25"),
});

/** People whose clusters lie in one stratum each. */
export const person: fc.Arbitrary<Person> = fc.record({
  cell: cell.map((one) => ({ ...one, cluster: `${one.stratum}${one.cluster}` })),
  answers: fc.record(Object.fromEntries(survey.questions.map(({ id }) => [id, fc.constantFrom("", "1", "2", "3", "4", "5", "9")]))),
});

/** The tally of people, counted one by one, as plainly as can be; those who answered nothing are none. */
export function plainTally(questionnaire: Questionnaire, people: readonly Person[]): Tally {
  const { blocks } = questionnaire.file;
  const factors = blocks.flatMap(({ factors }) => factors);
  const parts = [
    { id: "", asked: factors.flatMap(({ questions }) => questions) },
    ...blocks.map(({ id, factors }) => ({ id, asked: factors.flatMap(({ questions }) => questions) })),
    ...factors.map(({ id, questions }) => ({ id, asked: questions })),
  ];
  const counted = people.filter(({ answers }) => Object.values(answers).some((answer) => answer !== ""));
  const answers: AnswerCount[] = [];
  const respondents: RespondentCount[] = [];
  for (const { cell, answers: given } of counted) {
    for (const { id } of questionnaire.questions) answers.push({ cell, question: id, answer: given[id] ?? "", count: 1 });
    for (const { id, asked } of parts) {
      const counting = asked.map((question) => Number(given[question.id])).filter((answer) => answer >= 1 && answer <= 5);
      const worth = 100 * counting.filter((answer) => answer >= 4).length;
      respondents.push({ cell, part: id, answered: counting.length, worth: String(worth), count: 1 });
    }
  }
  return tallyOf(questionnaire, {
    keys: tallyKeys.filter((key) => (keys as readonly string[]).includes(key)),
    answers,
    parts: respondents,
  });
}

/** The people as a CSV file. */
export function csvOf(people: readonly Person[], separator = ";"): string {
  const ids = survey.questions.map(({ id }) => id);
  const quoted = (text: string) => (/[";,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = people.map(({ cell, answers }) => [...keys.map((key) => cell[key] ?? ""), ...ids.map((id) => answers[id] ?? "")]);
  return [[...keys, ...ids], ...rows].map((row) => row.map(quoted).join(separator)).join("\n");
}

import { decisionFaults, noticeFaults, provenanceFaults } from "../criteria/provenanceFaults";
import { fromDecimal } from "../exact/decimal";
import type { Words } from "../issue/fields";
import { type Issue, issue, under } from "../issue/issue";
import { duplicateFaults } from "../rules/options";
import { writtenKey } from "./answerWritings";
import { compileQuestionnaire } from "./questionnaire";
import type { AnswerOption, QuestionnaireFile } from "./questionnaireFile";
import { isWorth } from "./worthUnits";

/**
 * What a questionnaire must satisfy beyond its shape, so that each answer is read in one way, each part is meant by one id, and
 * readers are told how sure each statement is; in the order of the file.
 */
export function questionnaireFaults(file: QuestionnaireFile): Issue[] {
  const { instrument, series, scales, policies, forms = [] } = file;
  const asked = compileQuestionnaire(file).questions.map(({ id }) => id);
  return [
    ...noticeFaults(file),
    ...provenanceFaults(instrument.provenance, file).map((found) => under(["instrument", "provenance"], found)),
    ...decisionFaults(series.provenance, file).map((found) => under(["series", "provenance"], found)),
    ...Object.entries(scales).flatMap(([id, scale]) =>
      [
        ...answerFaults(scale.answers).map((found) => under(["answers"], found)),
        ...decisionFaults(scale.provenance, file).map((found) => under(["provenance"], found)),
      ].map((found) => under(["scales", id], found)),
    ),
    ...partFaults(file),
    ...coverageFaults(file),
    ...duplicateFaults(forms, ["forms"]),
    ...forms.flatMap(({ questions }, at) => formFaults(questions, asked).map((found) => under(["forms", at, "questions"], found))),
    ...(policies.combine.overall === "generalQuestion" && file.general === undefined
      ? [issue("generalQuestionMissing", {}, { path: ["policies", "combine", "overall"] })]
      : []),
    ...Object.entries(policies).flatMap(([name, policy]) =>
      decisionFaults(policy.provenance, file).map((found) => under(["policies", name, "provenance"], found)),
    ),
  ];
}

/** A part of the questionnaire that has an id, and the keys that lead to it. */
interface Placed {
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly faults: readonly Issue[];
}

/** Blocks, factors and questions share their ids, since a result is asked for by them; each stands on a statement of its own. */
function partFaults(file: QuestionnaireFile): Issue[] {
  const parts = partsOf(file);
  const first = new Map(parts.toReversed().map((part) => [part.id, part]));
  return parts.flatMap((part) => [
    ...(first.get(part.id) === part ? [] : [issue("duplicateOption", { option: part.id }, { path: [...part.path, "id"] })]),
    ...part.faults.map((found) => under(part.path, found)),
  ]);
}

function partsOf(file: QuestionnaireFile): Placed[] {
  const stated = (part: QuestionnaireFile["blocks"][number]["factors"][number] | NonNullable<QuestionnaireFile["general"]>) =>
    provenanceFaults(part.provenance, file).map((found) => under(["provenance"], found));
  const question = (one: NonNullable<QuestionnaireFile["general"]>, path: Placed["path"]): Placed => ({
    id: one.id,
    path,
    faults: [...stated(one), ...scaleFaults(one.scale, file)],
  });
  return [
    ...file.blocks.flatMap((block, at): Placed[] => [
      { id: block.id, path: ["blocks", at], faults: [] },
      ...block.factors.flatMap((factor, place): Placed[] => {
        const path = ["blocks", at, "factors", place];
        return [
          { id: factor.id, path, faults: stated(factor) },
          ...factor.questions.map((one, index) => question(one, [...path, "questions", index])),
        ];
      }),
    ]),
    ...(file.general === undefined ? [] : [question(file.general, ["general"])]),
  ];
}

function scaleFaults(scale: string, { scales }: QuestionnaireFile): Issue[] {
  return Object.hasOwn(scales, scale) ? [] : [issue("unknownScale", { scale, scales: Object.keys(scales) }, { path: ["scale"] })];
}

/** Each way of writing an answer means one answer, none counts for more than all, and some count. */
function answerFaults(answers: readonly AnswerOption[]): Issue[] {
  const first = new Map<string, number>();
  const written = answers.flatMap((answer, index) =>
    writingsOf(answer).flatMap(({ text, path }) => {
      const key = writtenKey(text);
      const meant = first.get(key) ?? index;
      first.set(key, meant);
      return meant === index
        ? []
        : [issue("answersAlike", { written: text, other: answers[meant]?.code ?? "" }, { path: [index, ...path] })];
    }),
  );
  const above = answers.flatMap(({ counts }, index) =>
    isWorth(counts) && fromDecimal(counts).numerator > 100n * fromDecimal(counts).denominator
      ? [issue("percentAbove100", { received: counts }, { path: [index, "counts"] })]
      : [],
  );
  return [...written, ...above, ...(answers.some(({ counts }) => isWorth(counts)) ? [] : [issue("nothingCounts", {})])];
}

/** Every way in which data may write an answer, and where the file says it. */
function writingsOf({ code, title, alsoWritten = [] }: AnswerOption) {
  const languages = Object.keys(title) as (keyof Words)[];
  return [
    { text: code, path: ["code"] },
    ...languages.map((language) => ({ text: title[language] ?? "", path: ["title", language] })),
    ...alsoWritten.map((text, index) => ({ text, path: ["alsoWritten", index] })),
  ];
}

/** `partial` is said of a questionnaire in which a factor's questions are not known, and of no other. */
function coverageFaults({ coverage, blocks }: QuestionnaireFile): Issue[] {
  const empty = blocks.flatMap(({ factors }, at) =>
    factors.flatMap(({ questions }, place) => (questions.length === 0 ? [["blocks", at, "factors", place, "questions"]] : [])),
  );
  if (coverage === "complete") return empty.map((path) => issue("factorWithoutQuestions", {}, { path }));
  return empty.length === 0 ? [issue("partialWithoutGap", {}, { path: ["coverage"] })] : [];
}

function formFaults(questions: readonly string[], asked: readonly string[]): Issue[] {
  return [
    ...duplicateFaults(
      questions.map((id) => ({ id })),
      [],
    ),
    ...questions.flatMap((question, index) =>
      asked.includes(question) ? [] : [issue("questionNotAsked", { question, questions: asked }, { path: [index] })],
    ),
  ];
}

import { fromDecimal, fromExactText } from "../exact/decimal";
import { divide, isZero, one, type Ratio, ratio, sum } from "../exact/ratio";
import type { Questionnaire } from "./questionnaire";
import type { AnswerOption, Block, Combination, Factor, Question } from "./questionnaireFile";
import type { AnswerCount } from "./tally";
import { type UnitCounts, type Weighing, weighedSum } from "./unitCounts";
import { isWorth } from "./worthUnits";

/** A part of a questionnaire for which an index is computed. */
export type Part =
  | { readonly kind: "overall" }
  | { readonly kind: "block"; readonly block: Block }
  | { readonly kind: "factor"; readonly factor: Factor }
  | { readonly kind: "question"; readonly question: Question };

/** The rule that makes the index of a part: of a single question it is the share of what its answers count for. */
export type PartRule = Combination | "answers";

/** The parts of a questionnaire: the whole, then each block, its factors, their questions, and the general question. */
export function partsOf({ file }: Questionnaire): readonly Part[] {
  return [
    { kind: "overall" },
    ...file.blocks.flatMap((block): Part[] => [
      { kind: "block", block },
      ...block.factors.flatMap((factor): Part[] => [
        { kind: "factor", factor },
        ...factor.questions.map((question): Part => ({ kind: "question", question })),
      ]),
    ]),
    ...(file.general === undefined ? [] : [{ kind: "question" as const, question: file.general }]),
  ];
}

/** The questions of a part. */
export function questionsOf({ file }: Questionnaire, part: Part): readonly Question[] {
  switch (part.kind) {
    case "question":
      return [part.question];
    case "factor":
      return part.factor.questions;
    case "block":
      return part.block.factors.flatMap(({ questions }) => questions);
    case "overall":
      return file.blocks.flatMap(({ factors }) => factors.flatMap(({ questions }) => questions));
  }
}

/** The id of a part in a tally of respondents; that of a question is its own. */
export function idOfPart(part: Part): string {
  switch (part.kind) {
    case "question":
      return part.question.id;
    case "factor":
      return part.factor.id;
    case "block":
      return part.block.id;
    case "overall":
      return "";
  }
}

/** The rule by which the index of a part is made. */
export function ruleOf({ file }: Questionnaire, part: Part): PartRule {
  const { overall, within } = file.policies.combine;
  return part.kind === "question" ? "answers" : part.kind === "overall" ? overall : within;
}

/**
 * The index of a part in percent, exact, by a rule; `undefined` where it has none, for nobody gave an answer that counts to
 * something that the rule needs. What is missing is never taken for zero, nor left out of a mean in silence.
 */
export function combine(
  questionnaire: Questionnaire,
  counts: UnitCounts,
  part: Part,
  rule: PartRule,
  weighing: Weighing,
): Ratio | undefined {
  const { file } = questionnaire;
  const questions = questionsOf(questionnaire, part);
  switch (rule) {
    case "answers":
    case "pooled":
      return pooled(questionnaire, counts, questions, weighing);
    case "meanOfQuestions":
      return mean(questions.map((question) => pooled(questionnaire, counts, [question], weighing)));
    case "meanOfRespondents":
      return meanOfRespondents(counts, idOfPart(part), weighing);
    case "meanOfFactors": {
      const factors = part.kind === "block" ? part.block.factors : questionnaire.factors;
      return mean(
        factors.map((factor) => combine(questionnaire, counts, { kind: "factor", factor }, file.policies.combine.within, weighing)),
      );
    }
    case "meanOfBlocks":
      return mean(
        file.blocks.map((block) => combine(questionnaire, counts, { kind: "block", block }, file.policies.combine.within, weighing)),
      );
    case "generalQuestion":
      return file.general === undefined ? undefined : pooled(questionnaire, counts, [file.general], weighing);
  }
}

/** What an answer counts for in percent; `undefined` for one that does not count, such as a blank. */
export function worthOf({ file }: Questionnaire, question: Question, answer: string): Ratio | undefined {
  const counts = optionOf(file.scales, question, answer)?.counts;
  return counts === undefined || !isWorth(counts) ? undefined : fromDecimal(counts);
}

/** The option of a question's scale with this code. */
export function optionOf(scales: Questionnaire["file"]["scales"], question: Question, answer: string): AnswerOption | undefined {
  return scales[question.scale]?.answers.find(({ code }) => code === answer);
}

/** Everything that the answers count for, over all the answers that count. */
function pooled(
  questionnaire: Questionnaire,
  { answers }: UnitCounts,
  questions: readonly Question[],
  weighing: Weighing,
): Ratio | undefined {
  const asked = new Map(questions.map((question) => [question.id, question]));
  const worth = (row: AnswerCount): Ratio | undefined => {
    const question = asked.get(row.question);
    return question === undefined ? undefined : worthOf(questionnaire, question, row.answer);
  };
  const counting = answers.filter((row) => worth(row) !== undefined);
  const keyOf = ({ question, answer }: AnswerCount) => `${question} ${answer}`;
  const answered = weighedSum(counting, weighing, keyOf, () => one);
  return isZero(answered)
    ? undefined
    : divide(
        weighedSum(counting, weighing, keyOf, (row) => worth(row) as Ratio),
        answered,
      );
}

/** Each person's own share, and the mean of these. */
function meanOfRespondents({ parts }: UnitCounts, id: string, weighing: Weighing): Ratio | undefined {
  const people = parts.filter((row) => row.part === id && row.answered > 0);
  const keyOf = ({ answered, worth }: (typeof people)[number]) => `${answered} ${worth}`;
  const all = weighedSum(people, weighing, keyOf, () => one);
  if (isZero(all)) return undefined;
  const shares = weighedSum(people, weighing, keyOf, ({ answered, worth }) => divide(fromExactText(worth), ratio(answered)));
  return divide(shares, all);
}

function mean(values: readonly (Ratio | undefined)[]): Ratio | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 || known.length < values.length ? undefined : divide(sum(known), ratio(known.length));
}

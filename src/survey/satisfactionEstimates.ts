import { fromExactText } from "../exact/decimal";
import type { Ratio } from "../exact/ratio";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result, unwrap } from "../issue/result";
import { idOfPart, type Part, type PartRule, partsOf, questionsOf, ruleOf, worthOf } from "./combine";
import type { Estimates } from "./precision/estimate";
import { estimateCombinations } from "./precision/estimateCombinations";
import type { SampleDesign } from "./precision/sampleDesign";
import type { SampledTotal } from "./precision/sampledTotals";
import type { Questionnaire } from "./questionnaire";
import type { Question } from "./questionnaireFile";
import { requireTally } from "./satisfaction";
import type { RespondentCount, Tally, TallyCell, TallyKey } from "./tally";
import { type UnitCounts, unitCounts } from "./unitCounts";

/** A unit whose index can be estimated, and its name among the estimates. */
export interface EstimatedUnit {
  readonly name: string;
  readonly of: TallyCell;
}

/** How sure the index of a part is, for every unit (độ chính xác của chỉ số). */
export interface SatisfactionEstimates {
  readonly part: string;
  /** The rule that made it. */
  readonly rule: PartRule;
  /** Units without an index, and those with too few people to be told of, are not among them. */
  readonly units: readonly EstimatedUnit[];
  /** By the names of units; values are parts of 1, where an index is in percent. */
  readonly estimates: Estimates;
}

export interface EstimateOptions {
  /** The part of the questionnaire by its id; the whole unless given. */
  readonly part?: string | undefined;
  /** Told apart by these keys of the tally; the whole survey together unless given. */
  readonly by?: readonly TallyKey[] | undefined;
  readonly design?: SampleDesign | undefined;
  /** What becomes of units with fewer people than the questionnaire allows to be published: left out (`suppress`), or kept (`flag`). */
  readonly smallCells?: "suppress" | "flag" | undefined;
}

/**
 * How sure a satisfaction index is (độ chính xác của chỉ số hài lòng): for every unit the value that `satisfaction` gives, here a
 * `number` with its standard error under the sample design, and the covariance of every two units. From these come intervals,
 * design effects, differences, and which units cannot be told apart.
 *
 * Weighted where the tally has weights. Without strata the sample is one stratum; without clusters nobody knows how it was drawn,
 * and there is no precision to tell.
 *
 * **Exactness:** none; it is shown beside an index, and never counted on with.
 *
 * **Errors:** {@link ParError} with `notCountedBy`, `surveyPartUnknown`, and those of {@link estimateRatios};
 * {@link safeSatisfactionEstimates} answers them instead.
 *
 * @example
 * ```ts
 * import { loadQuestionnaire } from "par-index/node";
 * import { satisfactionEstimates } from "par-index/survey";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const row = (cluster: string, answer: string, count: number) => ({ cell: { cluster }, question: "q1", answer, count });
 * const tally = {
 *   questionnaire: { id: survey.file.id, revision: survey.file.revision }, keys: ["cluster" as const], respondents: 80, parts: [],
 *   answers: [row("A1", "5", 30), row("A1", "2", 10), row("A2", "5", 20), row("A2", "2", 20)],
 * };
 * satisfactionEstimates(survey, tally, { part: "q1" }).estimates.byName.all?.standardError; // => 0.125
 * ```
 */
export function satisfactionEstimates(questionnaire: Questionnaire, tally: Tally, options: EstimateOptions = {}): SatisfactionEstimates {
  const { part: id = "", by = [], design = {}, smallCells = "suppress" } = options;
  requireTally(questionnaire, tally, [...by, "cluster"]);
  const part = partsOf(questionnaire).find((one) => idOfPart(one) === id);
  if (part === undefined) throw new ParError([issue("surveyPartUnknown", { name: id })]);
  const rule = ruleOf(questionnaire, part);
  const terms = termsOf(questionnaire, part, rule);
  const least = smallCells === "suppress" ? questionnaire.file.policies.leastAnswers.count : 1;
  const measures: [string, readonly SampledTotal[]][] = [["drawn", drawnClusters(tally)]];
  const combinations: [string, Readonly<Record<string, number>>][] = [];
  const units: EstimatedUnit[] = [];
  for (const counts of unitCounts(tally, by)) {
    const rows = terms.map((term) => rowsOf(questionnaire, counts, term));
    const people = rows.map((list) => list.reduce((sum, { x, count = 1 }) => (x > 0 ? sum + count : sum), 0));
    if (rows.length === 0 || people.some((count) => count === 0) || Math.max(...people) < least) continue;
    const name = nameOf(counts.of, by);
    const measureOf = (term: Term) => `${name}: ${term.name}`;
    measures.push(...terms.map((term, index): [string, readonly SampledTotal[]] => [measureOf(term), rows[index] ?? []]));
    combinations.push([name, Object.fromEntries(terms.map((term) => [measureOf(term), term.by]))]);
    units.push({ name, of: counts.of });
  }
  const estimates = unwrap(estimateCombinations(Object.fromEntries(measures), Object.fromEntries(combinations), design));
  return { part: id, rule, units, estimates };
}

/** {@link satisfactionEstimates} that answers a {@link Result} and never throws. */
export function safeSatisfactionEstimates(
  questionnaire: Questionnaire,
  tally: Tally,
  options: EstimateOptions = {},
): Result<SatisfactionEstimates> {
  return attempt(() => satisfactionEstimates(questionnaire, tally, options));
}

/** A ratio that an index is made of, and what it is multiplied by: an index that is a mean of five has five of them, each by 1/5. */
interface Term {
  readonly name: string;
  readonly by: number;
  /** Answers to one question; or the people who answered a part, whose answers are pooled or of whom each counts as one. */
  readonly of: { readonly question: Question } | { readonly part: string; readonly each: "answer" | "person" };
}

/** The ratios of a part's index by its rule; none where the rule has nothing to go by. */
function termsOf(questionnaire: Questionnaire, part: Part, rule: PartRule): readonly Term[] {
  const { file } = questionnaire;
  const within = (parts: readonly Part[]) => meanOf(parts.map((one) => termsOf(questionnaire, one, file.policies.combine.within)));
  const answersTo = (question: Question): Term => ({ name: question.id, by: 1, of: { question } });
  switch (rule) {
    case "answers":
      return questionsOf(questionnaire, part).map(answersTo);
    case "pooled":
      return [{ name: idOfPart(part), by: 1, of: { part: idOfPart(part), each: "answer" } }];
    case "meanOfRespondents":
      return [{ name: idOfPart(part), by: 1, of: { part: idOfPart(part), each: "person" } }];
    case "meanOfQuestions":
      return meanOf(questionsOf(questionnaire, part).map((question) => [answersTo(question)]));
    case "meanOfFactors":
      return within((part.kind === "block" ? part.block.factors : questionnaire.factors).map((factor) => ({ kind: "factor", factor })));
    case "meanOfBlocks":
      return within(file.blocks.map((block) => ({ kind: "block", block })));
    case "generalQuestion":
      return file.general === undefined ? [] : [answersTo(file.general)];
  }
}

function meanOf(parts: readonly (readonly Term[])[]): readonly Term[] {
  return parts.flatMap((terms) => terms.map((term) => ({ ...term, by: term.by / parts.length })));
}

/** What a unit's people add to a ratio. */
function rowsOf(questionnaire: Questionnaire, { answers, parts }: UnitCounts, { of }: Term): readonly SampledTotal[] {
  if ("question" in of) {
    return answers
      .filter(({ question }) => question === of.question.id)
      .flatMap(({ cell, answer, count }) => {
        const worth = worthOf(questionnaire, of.question, answer);
        return worth === undefined ? [] : [{ ...placeOf(cell), y: approximately(worth) / 100, x: 1, count }];
      });
  }
  return parts
    .filter(({ part, answered }) => part === of.part && answered > 0)
    .map((row) => ({ ...placeOf(row.cell), count: row.count, ...shareOf(row, of.each) }));
}

function shareOf({ answered, worth }: RespondentCount, each: "answer" | "person"): { readonly y: number; readonly x: number } {
  const fraction = approximately(fromExactText(worth)) / 100;
  return each === "answer" ? { y: fraction, x: answered } : { y: fraction / answered, x: 1 };
}

/** Every cluster that was drawn, whether or not anybody there answered: the variance needs to know. */
function drawnClusters({ answers, parts }: Tally): readonly SampledTotal[] {
  const cells = [...answers, ...parts].map(({ cell }) => placeOf(cell));
  return [...new Map(cells.map((place) => [JSON.stringify([place.stratum, place.cluster]), place])).values()].map((place) => ({
    ...place,
    y: 0,
    x: 0,
  }));
}

function placeOf({ stratum = "", cluster = "", weight = "1" }: TallyCell): Pick<SampledTotal, "stratum" | "cluster" | "weight"> {
  return { stratum, cluster, weight: Number(weight) };
}

function approximately({ numerator, denominator }: Ratio): number {
  return Number(numerator) / Number(denominator);
}

/** A name that no two units share. */
function nameOf(of: TallyCell, by: readonly TallyKey[]): string {
  const values = by.map((key) => of[key] ?? "");
  return values.length === 0 ? "all" : values.length === 1 ? (values[0] ?? "") : JSON.stringify(values);
}

import { exactText } from "../exact/decimal";
import type { Ratio } from "../exact/ratio";
import { round } from "../exact/rounding";
import type { Words } from "../issue/fields";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { combine, idOfPart, optionOf, type Part, type PartRule, partsOf, questionsOf, ruleOf } from "./combine";
import type { Questionnaire } from "./questionnaire";
import type { QuestionnaireFile } from "./questionnaireFile";
import type { Tally, TallyCell, TallyKey } from "./tally";
import { type UnitCounts, unitCounts, type Weighing, withoutCells } from "./unitCounts";

/** An index (chỉ số hài lòng): its exact text in percent, and the digits that are published. */
export interface SatisfactionIndex {
  readonly index: string;
  readonly published: string;
}

/** Why a part has no index to show. */
export type NoIndex = "noAnswers" | "tooFew";

/** The index of one part for one unit, beside how many people and answers it rests on. */
export interface PartSatisfaction {
  readonly part: Part["kind"];
  /** Id of the block, factor or question; `""` for the whole. */
  readonly id: string;
  readonly title: Words;
  /** The rule that made it, which every reader must be told. */
  readonly rule: PartRule;
  /** People who gave at least one answer that counts; `null` where they are too few to be told. */
  readonly people: number | null;
  /** Answers that count (số câu trả lời hợp lệ). */
  readonly answered: number | null;
  /** Answers that do not count, by why. */
  readonly excluded: { readonly blank: number; readonly noOpinion: number; readonly notUsed: number } | null;
  /** Everybody counts as one. `null` where there is none to show, and why. */
  readonly equal: SatisfactionIndex | null;
  /** The same with the weights of the sample design, where the data have them. */
  readonly weighted?: SatisfactionIndex | null;
  readonly why?: NoIndex;
}

/** What a unit's people said: the whole first, then each block, factor and question in the order of the questionnaire. */
export interface UnitSatisfaction {
  readonly of: TallyCell;
  readonly parts: readonly PartSatisfaction[];
}

/** The result of a survey (kết quả khảo sát), with the rule that made it. */
export interface Satisfaction {
  readonly questionnaire: Pick<QuestionnaireFile, "id" | "revision" | "status" | "series">;
  readonly rule: QuestionnaireFile["policies"]["combine"];
  readonly leastAnswers: number;
  readonly by: readonly TallyKey[];
  readonly units: readonly UnitSatisfaction[];
}

/** What a result is asked for. */
export interface SatisfactionOptions {
  /** Told apart by these keys of the tally; the whole survey together unless given. */
  readonly by?: readonly TallyKey[] | undefined;
  /**
   * What is done with fewer people than the questionnaire allows to be published: nothing of them is told (`suppress`), or they
   * are told with the mark `tooFew`, for the office that runs the survey (`flag`).
   */
  readonly smallCells?: "suppress" | "flag" | undefined;
}

/**
 * The satisfaction index (chỉ số hài lòng) of each unit, overall and by block, factor and question, from the counts of a survey.
 *
 * **Exactness:** exact fractions of whole counts, rounded once for what is published. The rule is the questionnaire's setting and
 * stands in the result; no rule is claimed to be the ministry's.
 * **Errors:** {@link ParError} where the tally is of another questionnaire, or was not counted by a key that is asked for.
 *
 * @example
 * ```ts
 * import { satisfaction } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const tally = {
 *   questionnaire: { id: survey.file.id, revision: survey.file.revision }, keys: [], respondents: 40, parts: [],
 *   answers: [{ cell: {}, question: "q1", answer: "5", count: 30 }, { cell: {}, question: "q1", answer: "2", count: 10 }],
 * };
 * satisfaction(survey, tally).units[0]?.parts.find(({ id }) => id === "q1")?.equal?.published; // => "75.00"
 * ```
 */
export function satisfaction(questionnaire: Questionnaire, tally: Tally, options: SatisfactionOptions = {}): Satisfaction {
  const { by = [], smallCells = "suppress" } = options;
  const { id, revision, status, series, policies } = questionnaire.file;
  requireTally(questionnaire, tally, by);
  const weighted = tally.keys.includes("weight");
  const least = policies.leastAnswers.count;
  return {
    questionnaire: { id, revision, status, series },
    rule: policies.combine,
    leastAnswers: least,
    by,
    units: unitCounts(tally, by)
      .map(withoutCells)
      .map((counts) => ({
        of: counts.of,
        parts: partsOf(questionnaire).map((part) => {
          const found = partSatisfaction(questionnaire, counts, part, weighted);
          return found.people === null || found.people >= least ? found : few(found, smallCells);
        }),
      })),
  };
}

/** {@link satisfaction} that answers a {@link Result} and never throws. */
export function safeSatisfaction(questionnaire: Questionnaire, tally: Tally, options: SatisfactionOptions = {}): Result<Satisfaction> {
  return attempt(() => satisfaction(questionnaire, tally, options));
}

/** Refuses a tally that was counted under another questionnaire, or not by the keys that are asked for. */
export function requireTally({ file: { id, revision } }: Questionnaire, tally: Tally, by: readonly TallyKey[]): void {
  const { questionnaire, keys } = tally;
  if (questionnaire.id !== id || questionnaire.revision !== revision) {
    const named = (one: { readonly id: string; readonly revision: number }) => `${one.id} #${one.revision}`;
    throw new ParError([issue("tallyOfOther", { tally: named(questionnaire), questionnaire: named({ id, revision }) })]);
  }
  const lacking = by.filter((key) => !keys.includes(key));
  if (lacking.length > 0) throw new ParError(lacking.map((key) => issue("notCountedBy", { key, keys })));
}

function partSatisfaction(questionnaire: Questionnaire, counts: UnitCounts, part: Part, weighted: boolean): PartSatisfaction {
  const { file } = questionnaire;
  const rule = ruleOf(questionnaire, part);
  const asked = new Map(
    questionsOf(questionnaire, rule === "generalQuestion" ? generalPart(questionnaire, part) : part).map((one) => [one.id, one]),
  );
  const excluded = { blank: 0, noOpinion: 0, notUsed: 0 };
  let answered = 0;
  let mostToOne = 0;
  const toQuestion = new Map<string, number>();
  for (const { question: id, answer, count } of counts.answers) {
    const question = asked.get(id);
    if (question === undefined) continue;
    const counted = answer === "" ? "blank" : (optionOf(file.scales, question, answer)?.counts ?? "blank");
    if (counted === "blank" || counted === "noOpinion" || counted === "notUsed") excluded[counted] += count;
    else {
      answered += count;
      const to = (toQuestion.get(id) ?? 0) + count;
      toQuestion.set(id, to);
      mostToOne = Math.max(mostToOne, to);
    }
  }
  const id = idOfPart(part);
  const inPart = counts.parts.filter((row) => row.part === id && row.answered > 0).reduce((total, { count }) => total + count, 0);
  const index = (weighing: Weighing) => shown(combine(questionnaire, counts, part, rule, weighing), file);
  const equal = index("equal");
  return {
    part: part.kind,
    id,
    title: titleOf(part),
    rule,
    people: part.kind === "question" || inPart === 0 ? mostToOne : inPart,
    answered,
    excluded,
    equal,
    ...(weighted ? { weighted: index("weighted") } : {}),
    ...(equal === null ? { why: "noAnswers" as const } : {}),
  };
}

function generalPart({ file }: Questionnaire, part: Part): Part {
  return file.general === undefined ? part : { kind: "question", question: file.general };
}

/** Fewer people than may be told of: a small group identifies them. */
function few(found: PartSatisfaction, smallCells: "suppress" | "flag"): PartSatisfaction {
  if (found.people === 0) return found;
  if (smallCells === "flag") return { ...found, why: found.why ?? "tooFew" };
  const hidden = { ...found, people: null, answered: null, excluded: null, equal: null, why: "tooFew" as const };
  return found.weighted === undefined ? hidden : { ...hidden, weighted: null };
}

function shown(index: Ratio | undefined, { policies }: QuestionnaireFile): SatisfactionIndex | null {
  return index === undefined ? null : { index: exactText(index), published: round(index, policies.rounding) };
}

function titleOf(part: Part): Words {
  switch (part.kind) {
    case "overall":
      return { vi: "Chỉ số hài lòng chung", en: "Overall satisfaction index" };
    case "block":
      return part.block.title;
    case "factor":
      return part.factor.title;
    case "question":
      return part.question.title;
  }
}

import { exactText, fromDecimal } from "../exact/decimal";
import { subtract } from "../exact/ratio";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import type { PartRule } from "./combine";
import { requireSameSeries } from "./comparable";
import type { PartSatisfaction, Satisfaction } from "./satisfaction";
import type { TallyCell } from "./tally";

/** How the index of one part of a unit changed between two surveys. */
export interface SatisfactionChange {
  readonly of: TallyCell;
  readonly part: PartSatisfaction["part"];
  readonly id: string;
  readonly title: PartSatisfaction["title"];
  /** The published indices; `null` where a survey has none to show. */
  readonly before: string | null;
  readonly after: string | null;
  /** The difference of the published values, as readers compute it; `null` where one is missing. */
  readonly change: string | null;
  /** The rule of each where they differ: then the change tells of the rule, too. */
  readonly rules?: { readonly before: PartRule; readonly after: PartRule };
}

/**
 * What changed between two surveys (thay đổi giữa hai lần khảo sát), by unit and part, in the order of the later one. Units and parts that
 * only one of them has are told with what they have.
 *
 * **Exactness:** differences of published values.
 * **Errors:** {@link ParError} where the two belong to different series, or one is a province's own and the other the ministry's: such
 * figures are not compared, whatever their digits.
 *
 * @example
 * ```ts
 * import { compareSatisfaction, satisfaction } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const result = (satisfied: number) => satisfaction(survey, {
 *   questionnaire: { id: survey.file.id, revision: survey.file.revision }, keys: [], respondents: 100, parts: [],
 *   answers: [{ cell: {}, question: "q1", answer: "5", count: satisfied }, { cell: {}, question: "q1", answer: "2", count: 100 - satisfied }],
 * });
 * compareSatisfaction(result(70), result(75)).find(({ id }) => id === "q1")?.change; // => "5"
 * ```
 */
export function compareSatisfaction(before: Satisfaction, after: Satisfaction): readonly SatisfactionChange[] {
  const faults = requireSameSeries(before.questionnaire, after.questionnaire);
  if (faults.length > 0) throw new ParError(faults);
  const earlier = partsByKey(before);
  const later = partsByKey(after);
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)];
    const known = is ?? was;
    return known === undefined ? [] : [changeOf(known.of, known.part, was?.part, is?.part)];
  });
}

/** {@link compareSatisfaction} that answers a {@link Result} and never throws. */
export function safeCompareSatisfaction(before: Satisfaction, after: Satisfaction): Result<readonly SatisfactionChange[]> {
  return attempt(() => compareSatisfaction(before, after));
}

interface Placed {
  readonly of: TallyCell;
  readonly part: PartSatisfaction;
}

function partsByKey({ units }: Satisfaction): ReadonlyMap<string, Placed> {
  return new Map(units.flatMap(({ of, parts }) => parts.map((part) => [JSON.stringify([of, part.id]), { of, part }] as const)));
}

function changeOf(
  of: TallyCell,
  { part, id, title }: PartSatisfaction,
  was: PartSatisfaction | undefined,
  is: PartSatisfaction | undefined,
): SatisfactionChange {
  const [before, after] = [was?.equal?.published ?? null, is?.equal?.published ?? null];
  return {
    of,
    part,
    id,
    title,
    before,
    after,
    change: before === null || after === null ? null : exactText(subtract(fromDecimal(after), fromDecimal(before))),
    ...(was === undefined || is === undefined || was.rule === is.rule ? {} : { rules: { before: was.rule, after: is.rule } }),
  };
}

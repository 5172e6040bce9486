import { type Change, changesAt } from "../../batch/changeAt";
import { columnsOf } from "../../batch/columnsOf";
import { compileBatch } from "../../batch/compileBatch";
import { type ScoredColumns, scoreColumns } from "../../batch/scoreColumns";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { checkedReports } from "../../evidence/parseEvidence";
import type { Bilingual } from "../../exact/formatNumber";
import { issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";
import { attempt, type Result } from "../../issue/result";
import { groupScores, type ScoreGroup } from "../../rank/groupScores";
import { combinationWords } from "../../survey/combinationWords";
import type { Questionnaire } from "../../survey/questionnaire";
import { type Combination, combinations } from "../../survey/questionnaireFile";
import { satisfaction } from "../../survey/satisfaction";
import { surveyItem } from "../../survey/surveyItem";
import { type Tally, type TallyCell, tallyKeys } from "../../survey/tally";
import { type MovedUnit, movedUnits, movedWords, ranksOf } from "./movedUnits";

/** A leaf of a unit whose figure is the overall index of a survey, and which people were asked for it. */
export interface SurveyFeed {
  readonly unit: string;
  readonly code: string;
  /** The unit's people in the tally, such as `{ district: "Thanh Ba" }`. */
  readonly of: TallyCell;
}

/** A survey, and the leaves that it feeds. */
export interface SurveyFed {
  readonly questionnaire: Questionnaire;
  readonly tally: Tally;
  readonly feeds: readonly SurveyFeed[];
}

/** What ranks were, had the survey's answers been combined by another rule: a flat row. */
export interface SurveyRuleMove extends ScoreGroup {
  readonly rule: Combination;
  /** Units whose rank changes, those that move farthest first. */
  readonly moved: readonly MovedUnit[];
  /** Units whose survey has no index by this rule; they keep what was reported. */
  readonly without: readonly string[];
  readonly sentence: Bilingual;
}

/**
 * How much of a ranking hangs on the rule by which a survey's answers become one index (quy tắc tổng hợp phiếu): for every rule
 * but the questionnaire's own, the leaves that the survey feeds get the index of that rule, and all is scored and ranked anew. The
 * ranks held against are those under the questionnaire's own rule.
 *
 * **Exactness:** indices and ranks are exact.
 * **Errors:** {@link ParError} with every feed of an unknown unit or leaf, or of one that takes no percentage; as `satisfaction`.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { surveyRuleMoves } from "par-index/analysis";
 * import { loadCriteria, loadQuestionnaire } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done: 1000, due: 1000 }, "2": { percent: "80" } },
 * });
 * const questionnaire = loadQuestionnaire("example/satisfaction");
 * const answers = (district: string, counts: readonly number[]) => counts.flatMap((yes, question) => [
 *   { cell: { district }, question: `q${question + 1}`, answer: "5", count: yes },
 *   { cell: { district }, question: `q${question + 1}`, answer: "1", count: (question === 0 ? 100 : 40) - yes },
 * ]);
 * const tally = {
 *   questionnaire: { id: questionnaire.file.id, revision: questionnaire.file.revision }, keys: ["district" as const], respondents: 200, parts: [],
 *   answers: [...answers("A", [95, 26, 26, 26, 26, 26, 26]), ...answers("B", [80, 28, 28, 28, 28, 28, 28])],
 * };
 * const feeds = ["A", "B"].map((unit) => ({ unit, code: "2", of: { district: unit } }));
 * const moves = surveyRuleMoves(tiny, parseReports(tiny, [report("A"), report("B")]), { questionnaire, tally, feeds });
 * moves[0]?.rule; // => "meanOfQuestions"
 * moves[0]?.moved; // => [{ unit: "A", rank: 1, otherwise: 2 }, { unit: "B", rank: 2, otherwise: 1 }]
 * ```
 */
export function surveyRuleMoves(criteria: CriteriaSet, reports: readonly Evidence[], survey: SurveyFed): readonly SurveyRuleMove[] {
  const checked = checkedReports(criteria, reports);
  requireUnits(checked, survey.feeds);
  const { overall } = survey.questionnaire.file.policies.combine;
  const own = fedBy(survey, overall);
  const others = combinations.filter((rule) => rule !== overall).map((rule) => fedBy(survey, rule));
  const batch = compileBatch(criteria);
  return groupScores(criteria, checked, criteria.file.policies.ranking.within).flatMap(({ members, ...group }) => {
    const reported = scoreColumns(batch, columnsOf(batch, members));
    const stands = fed(reported, own);
    return others.map(({ rule, without, ...index }): SurveyRuleMove => {
      const moved = movedUnits(members, ranksOf(stands), ranksOf(fed(stands, index)));
      return {
        ...group,
        rule,
        moved,
        without: members.map(({ unit }) => unit.id).filter((unit) => without.has(unit)),
        sentence: sentence(rule, moved.length),
      };
    });
  });
}

/** {@link surveyRuleMoves} that answers a {@link Result} and never throws. */
export function safeSurveyRuleMoves(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  survey: SurveyFed,
): Result<readonly SurveyRuleMove[]> {
  return attempt(() => surveyRuleMoves(criteria, reports, survey));
}

function requireUnits(reports: readonly Evidence[], feeds: readonly SurveyFeed[]): void {
  const units = [...new Set(reports.map(({ unit }) => unit.id))];
  const issues = feeds.flatMap(({ unit }, index) =>
    units.includes(unit) ? [] : [issue("unknownUnit", { unit, units }, { path: ["feeds", index, "unit"] })],
  );
  if (issues.length > 0) throw new ParError(issues);
}

/** What a survey says for leaves by one rule. */
interface Fed {
  readonly rule: Combination;
  readonly items: readonly (Omit<Change, "row"> & { readonly unit: string })[];
  readonly without: ReadonlySet<string>;
}

function fedBy({ questionnaire, tally, feeds }: SurveyFed, rule: Combination): Fed {
  const { file } = questionnaire;
  const policies = { ...file.policies, combine: { ...file.policies.combine, overall: rule } };
  const ruled = { ...questionnaire, file: { ...file, policies } };
  // Ranks are all that is told: nobody's small group is shown.
  const by = tallyKeys.filter((key) => feeds.some(({ of }) => of[key] !== undefined));
  const result = satisfaction(ruled, tally, { by, smallCells: "flag" });
  const found = feeds.map(({ unit, code, of }) => {
    const people = result.units.find((one) => by.every((key) => one.of[key] === of[key]));
    const hasIndex = people?.parts.some(({ id, equal }) => id === "" && equal !== null) === true;
    return { unit, code, item: hasIndex ? surveyItem(ruled, result, people, "") : undefined };
  });
  const without = found.filter(({ item }) => item === undefined).map(({ unit }) => unit);
  return { rule, items: found.filter(({ item }) => item !== undefined), without: new Set(without) };
}

/** Scores with what a survey says in the place of what was reported. */
function fed(scores: ScoredColumns, { items }: Pick<Fed, "items">): ScoredColumns {
  const rows = new Map(scores.columns.reports.map(({ unit }, row) => [unit.id, row]));
  return changesAt(
    scores,
    items.flatMap(({ unit, code, item }) => {
      const row = rows.get(unit);
      return row === undefined ? [] : [{ row, code, item }];
    }),
  );
}

function sentence(rule: Combination, moved: number): Bilingual {
  return {
    vi: `Nếu tổng hợp phiếu theo cách “${combinationWords[rule].vi}”: ${movedWords(moved).vi}.`,
    en: `If answers were combined as "${combinationWords[rule].en}": ${movedWords(moved).en}.`,
  };
}

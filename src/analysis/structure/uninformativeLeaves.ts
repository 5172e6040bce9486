import { type CriteriaNode, type CriteriaSet, treeOf } from "../../criteria/criteriaSet";
import { fromExactText } from "../../exact/decimal";
import { type Bilingual, formatNumber } from "../../exact/formatNumber";
import { compare, isZero } from "../../exact/ratio";
import { type Words, wordsIn } from "../../issue/fields";
import { attempt, type Result } from "../../issue/result";
import type { ScoreGroup } from "../../rank/groupScores";
import type { Score } from "../../score/score";
import { inBoth } from "../inBoth";
import { beyondMaxOf, lostBy } from "../lostBy";
import { indexAt, settledNode, type Table, tablesOf } from "./columns";
import { isConstant } from "./statistics";

/** A leaf that tells no unit from another. */
export interface UninformativeLeaf extends ScoreGroup {
  readonly code: string;
  readonly title: Words;
  /** Units that the leaf counts for; those of which it is missing or left out are not among them. */
  readonly units: number;
  /** `allFull`: none loses anything there. `allZero`: all lose everything. `allAlike`: all have the same, in between. */
  readonly verdict: "allFull" | "allZero" | "allAlike";
  /** What every unit has there, and of how much. */
  readonly points: string;
  readonly maxPoints: string;
  readonly sentence: Bilingual;
}

/**
 * Leaves that everybody passes or fails (tiêu chí không phân biệt được các đơn vị): all units for which they count have the same
 * share of the maximum. They add to every total alike and say nothing of who is better; whether they should stay is another question.
 *
 * **Exactness:** compared exactly.
 * **Errors:** {@link ParError} when a score is of another set, or two are of one unit, period and round.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { uninformativeLeaves } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent: "80" } },
 * });
 * const scores = scoreAll(tiny, parseReports(tiny, [report("a", 950), report("b", 1000)]));
 * uninformativeLeaves(tiny, scores).map(({ code, verdict }) => [code, verdict]); // => [["1.1", "allFull"], ["2", "allAlike"]]
 * ```
 */
export function uninformativeLeaves(criteria: CriteriaSet, scores: readonly Score[]): readonly UninformativeLeaf[] {
  return tablesOf(criteria, scores).flatMap((table) => table.leaves.flatMap((leaf) => judge(criteria, table, leaf)));
}

/** {@link uninformativeLeaves} that answers a {@link Result} and never throws. */
export function safeUninformativeLeaves(criteria: CriteriaSet, scores: readonly Score[]): Result<readonly UninformativeLeaf[]> {
  return attempt(() => uninformativeLeaves(criteria, scores));
}

function judge(
  criteria: CriteriaSet,
  { scores, group, period, round }: Table,
  { code, title }: CriteriaNode,
): readonly UninformativeLeaf[] {
  const settled = scores.filter((score) => settledNode(score, code) !== undefined);
  const first = settled[0] === undefined ? undefined : settledNode(settled[0], code);
  // Of one unit alone every leaf would be alike.
  if (first === undefined || settled.length < 2 || !isConstant(settled.flatMap((score) => indexAt(score, code) ?? []))) return [];
  const { points, countedMax: maxPoints } = first;
  const inPenalty = beyondMaxOf(treeOf(criteria, group ?? undefined).nodes, code) === "penalty";
  const lost = lostBy(first, inPenalty);
  const verdict = isZero(lost) ? "allFull" : compare(lost, fromExactText(maxPoints)) === 0 ? "allZero" : "allAlike";
  const row = { code, title, units: settled.length, verdict, points, maxPoints } as const;
  return [{ group, period, round, ...row, sentence: alikeSentence(row, inPenalty) }];
}

function alikeSentence(
  { code, title, units, verdict, points, maxPoints }: Omit<UninformativeLeaf, keyof ScoreGroup | "sentence">,
  inPenalty: boolean,
): Bilingual {
  const what = (inPenalty ? takenOffWords : earnedWords)[verdict];
  return inBoth((language) => {
    const [own, most] = [formatNumber(points, language), formatNumber(maxPoints, language)];
    return {
      vi: `${code} ${title.vi}: cả ${units} đơn vị ${what.vi} (${own} trên ${most}).`,
      en: `${code} ${wordsIn(title, "en")}: all ${units} units ${what.en} (${own} of ${most}).`,
    }[language];
  });
}

type VerdictWords = Readonly<Record<UninformativeLeaf["verdict"], Bilingual>>;

const earnedWords: VerdictWords = {
  allFull: { vi: "đạt trọn điểm", en: "have all points" },
  allZero: { vi: "0 điểm", en: "have 0 points" },
  allAlike: { vi: "cùng số điểm", en: "have the same points" },
};
const takenOffWords: VerdictWords = {
  allFull: { vi: "không bị trừ", en: "have nothing taken off" },
  allZero: { vi: "bị trừ hết mức", en: "have all taken off" },
  allAlike: { vi: "bị trừ như nhau", en: "have the same taken off" },
};

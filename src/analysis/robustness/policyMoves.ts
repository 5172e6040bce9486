import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { checkedReports } from "../../evidence/parseEvidence";
import type { Bilingual } from "../../exact/formatNumber";
import { attempt, type Result } from "../../issue/result";
import { groupScores, type ScoreGroup } from "../../rank/groupScores";
import { type Decision, decisionsOf, reportsUnder } from "./decisions";
import { type MovedUnit, movedUnits, movedWords, ranksUnder } from "./movedUnits";

/** What ranks were under one decision of the set taken otherwise: a flat row. */
export interface PolicyMove extends ScoreGroup {
  readonly choice: Decision["choice"];
  readonly value: string;
  /** Units whose rank changes, those that move farthest first. */
  readonly moved: readonly MovedUnit[];
  readonly sentence: Bilingual;
}

/**
 * How much of a ranking hangs on decisions about computing (thứ hạng phụ thuộc cách tính): who would stand elsewhere if leaves that do
 * not apply were treated otherwise, if exact instead of published values were compared, or the other way round, if digits were
 * dropped elsewhere, if points instead of indices were published.
 *
 * **Exactness:** ranks are those of exact sums.
 * **Errors:** {@link ParError} as `scoreAll`.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { policyMoves } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, percent: string) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done: 1000, due: 1000 }, "2": { percent } },
 * });
 * const moves = policyMoves(tiny, parseReports(tiny, [report("A", "80"), report("B", "80.001")]));
 * moves.filter(({ moved }) => moved.length > 0).map(({ choice, value, moved }) => [choice, value, moved]); // => [["compare", "published", [{ unit: "A", rank: 2, otherwise: 1 }]], ["stage", "leaf", [{ unit: "A", rank: 2, otherwise: 1 }]]]
 * ```
 */
export function policyMoves(criteria: CriteriaSet, reports: readonly Evidence[]): readonly PolicyMove[] {
  return groupScores(criteria, checkedReports(criteria, reports), criteria.file.policies.ranking.within).flatMap(
    ({ members, ...group }) => {
      const base = ranksUnder(criteria, members);
      return decisionsOf(criteria).flatMap(({ choice, words, values: [, ...others], taken }) =>
        others.map((value): PolicyMove => {
          const decided = taken(criteria, value);
          const moved = movedUnits(members, base, ranksUnder(decided, reportsUnder(decided, members)));
          return { ...group, choice, value, moved, sentence: sentence(words[value] ?? { vi: value, en: value }, moved.length) };
        }),
      );
    },
  );
}

/** {@link policyMoves} that answers a {@link Result} and never throws. */
export function safePolicyMoves(criteria: CriteriaSet, reports: readonly Evidence[]): Result<readonly PolicyMove[]> {
  return attempt(() => policyMoves(criteria, reports));
}

function sentence(words: Bilingual, moved: number): Bilingual {
  return {
    vi: `Nếu ${words.vi}: ${movedWords(moved).vi}.`,
    en: `If ${words.en}: ${movedWords(moved).en}.`,
  };
}

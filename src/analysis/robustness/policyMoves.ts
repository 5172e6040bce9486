import { columnsOf } from "../../batch/columnsOf";
import { compileBatch } from "../../batch/compileBatch";
import { rankColumn } from "../../batch/rankColumn";
import { scoreColumns } from "../../batch/scoreColumns";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { checkedReports } from "../../evidence/parseEvidence";
import type { Bilingual } from "../../exact/formatNumber";
import { attempt, type Result } from "../../issue/result";
import { groupScores, type ScoreGroup } from "../../rank/groupScores";
import { type Decision, decisionsOf, reportsUnder } from "./decisions";

/** What ranks were under one decision of the set taken otherwise: a flat row. */
export interface PolicyMove extends ScoreGroup {
  readonly choice: Decision["choice"];
  readonly value: string;
  /** Units whose rank changes, those that move farthest first. */
  readonly moved: readonly { readonly unit: string; readonly rank: number; readonly otherwise: number }[];
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
          const moved = movedUnits(members, base, ranksOtherwise(taken(criteria, value), members));
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

type Ranks = ReadonlyMap<string, number>;

function movedUnits(reports: readonly Evidence[], base: Ranks, then: Ranks): PolicyMove["moved"] {
  return reports
    .map(({ unit }) => ({ unit: unit.id, rank: base.get(unit.id) ?? 0, otherwise: then.get(unit.id) ?? 0 }))
    .filter((move) => move.rank !== 0 && move.otherwise !== 0 && move.rank !== move.otherwise)
    .sort((a, b) => Math.abs(b.otherwise - b.rank) - Math.abs(a.otherwise - a.rank) || a.rank - b.rank);
}

function ranksOtherwise(decided: CriteriaSet, reports: readonly Evidence[]): Ranks {
  return ranksUnder(decided, reportsUnder(decided, reports));
}

function ranksUnder(criteria: CriteriaSet, reports: readonly Evidence[]): Ranks {
  const batch = compileBatch(criteria);
  const columns = columnsOf(batch, reports);
  const ranks = rankColumn(scoreColumns(batch, columns));
  return new Map(columns.reports.map(({ unit }, row) => [unit.id, ranks[row] as number]));
}

function sentence(words: Bilingual, moved: number): Bilingual {
  return {
    vi: `Nếu ${words.vi}: ${moved === 0 ? "không đơn vị nào đổi hạng" : `${moved} đơn vị đổi hạng`}.`,
    en: `If ${words.en}: ${moved === 0 ? "no unit's rank changes" : `the rank of ${moved} units changes`}.`,
  };
}

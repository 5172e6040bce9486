import { columnsOf } from "../../batch/columnsOf";
import { compileBatch } from "../../batch/compileBatch";
import { rankColumn, rankedBy } from "../../batch/rankColumn";
import { awardedBy, reweigh } from "../../batch/reweigh";
import { scoreColumns } from "../../batch/scoreColumns";
import { type CriteriaSet, treeOf } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import type { Bilingual } from "../../exact/formatNumber";
import { type Words, wordsIn } from "../../issue/fields";
import { attempt, type Result } from "../../issue/result";
import { groupScores, type ScoreGroup } from "../../rank/groupScores";
import { inBoth } from "../inBoth";

/** What ranks were without one leaf: a flat row. */
export interface LeftOutLeaf extends ScoreGroup {
  readonly code: string;
  readonly title: Words;
  /** Units whose rank changes, those that move farthest first. */
  readonly moved: readonly { readonly unit: string; readonly rank: number; readonly without: number }[];
  readonly sentence: Bilingual;
}

/**
 * Which leaves decide ranks (tiêu chí nào quyết định thứ hạng): for every leaf of the base, who would stand elsewhere if it were not
 * in the set, everything else as it is. Leaves that move most units first.
 *
 * **Exactness:** ranks are those of exact sums.
 * **Errors:** {@link ParError} as `scoreAll`.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { leftOutLeaves } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, option: string, done: number) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option }, "1.2": { done, due: 1000 }, "2": { percent: "80" } },
 * });
 * const leaves = leftOutLeaves(tiny, parseReports(tiny, [report("A", "onTime", 960), report("B", "late", 1000)]));
 * leaves.map(({ code, moved }) => [code, moved.map(({ unit, without }) => [unit, without])]); // => [["1.1", [["A", 2], ["B", 1]]], ["1.2", []], ["2", []]]
 * ```
 */
export function leftOutLeaves(criteria: CriteriaSet, reports: readonly Evidence[]): readonly LeftOutLeaf[] {
  const batch = compileBatch(criteria);
  return groupScores(criteria, reports, criteria.file.policies.ranking.within).flatMap(({ members, ...group }) => {
    const columns = columnsOf(batch, members);
    const scores = scoreColumns(batch, columns);
    const awarded = awardedBy(scores, rankedBy(criteria));
    const base = rankColumn(scores);
    return leavesOfAll(criteria, columns.reports)
      .map(({ code, title }): LeftOutLeaf => {
        const without = rankColumn(reweigh(awarded, { one: 1, factors: { [code]: 0 } }));
        const moved = movedRows(columns.reports, base, without);
        return {
          ...group,
          code,
          title,
          moved,
          sentence: inBoth((lang) => sentence(`${code} ${wordsIn(title, lang)}`, moved.length)[lang]),
        };
      })
      .sort((a, b) => b.moved.length - a.moved.length);
  });
}

/** {@link leftOutLeaves} that answers a {@link Result} and never throws. */
export function safeLeftOutLeaves(criteria: CriteriaSet, reports: readonly Evidence[]): Result<readonly LeftOutLeaf[]> {
  return attempt(() => leftOutLeaves(criteria, reports));
}

/** The leaves of the base of all these units' trees. */
function leavesOfAll(criteria: CriteriaSet, reports: readonly Evidence[]) {
  const leaves = new Map(reports.flatMap(({ unit }) => treeOf(criteria, unit.group).leaves.map((leaf) => [leaf.code, leaf] as const)));
  return [...leaves.values()].filter(({ rule, beyondMax }) => rule !== undefined && beyondMax === undefined);
}

function movedRows(reports: readonly Evidence[], base: Int32Array, without: Int32Array): LeftOutLeaf["moved"] {
  return reports
    .map(({ unit }, row) => ({ unit: unit.id, rank: base[row] as number, without: without[row] as number }))
    .filter(({ rank, without: then }) => rank !== 0 && then !== 0 && rank !== then)
    .sort((a, b) => Math.abs(b.without - b.rank) - Math.abs(a.without - a.rank) || a.rank - b.rank);
}

function sentence(leaf: string, moved: number): Bilingual {
  return moved === 0
    ? { vi: `Bỏ ${leaf}: không đơn vị nào đổi hạng.`, en: `Without ${leaf}: no unit's rank changes.` }
    : { vi: `Bỏ ${leaf}: ${moved} đơn vị đổi hạng.`, en: `Without ${leaf}: the rank of ${moved} units changes.` };
}

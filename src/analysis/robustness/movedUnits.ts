import type { BatchScores } from "../../batch/batchScores";
import { columnsOf } from "../../batch/columnsOf";
import { compileBatch } from "../../batch/compileBatch";
import { rankColumn } from "../../batch/rankColumn";
import { scoreColumns } from "../../batch/scoreColumns";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import type { Bilingual } from "../../exact/formatNumber";

/** A unit whose rank is another, were something decided otherwise. */
export interface MovedUnit {
  readonly unit: string;
  readonly rank: number;
  readonly otherwise: number;
}

/** Ranks by the ids of units; 0 for none. */
export type Ranks = ReadonlyMap<string, number>;

/** The ranks of checked reports of one group. */
export function ranksUnder(criteria: CriteriaSet, reports: readonly Evidence[]): Ranks {
  const batch = compileBatch(criteria);
  return ranksOf(scoreColumns(batch, columnsOf(batch, reports)));
}

export function ranksOf(scores: BatchScores): Ranks {
  const ranks = rankColumn(scores);
  return new Map(scores.columns.reports.map(({ unit }, row) => [unit.id, ranks[row] as number]));
}

/** Units whose rank changes, those that move farthest first. */
export function movedUnits(reports: readonly Evidence[], base: Ranks, then: Ranks): readonly MovedUnit[] {
  return reports
    .map(({ unit }) => ({ unit: unit.id, rank: base.get(unit.id) ?? 0, otherwise: then.get(unit.id) ?? 0 }))
    .filter((move) => move.rank !== 0 && move.otherwise !== 0 && move.rank !== move.otherwise)
    .sort((a, b) => Math.abs(b.otherwise - b.rank) - Math.abs(a.otherwise - a.rank) || a.rank - b.rank);
}

export function movedWords(moved: number): Bilingual {
  return moved === 0
    ? { vi: "không đơn vị nào đổi hạng", en: "no unit's rank changes" }
    : { vi: `${moved} đơn vị đổi hạng`, en: `the rank of ${moved} units changes` };
}

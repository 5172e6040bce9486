import { columnsOf } from "../../batch/columnsOf";
import { compileBatch } from "../../batch/compileBatch";
import { rankColumn, rankedBy } from "../../batch/rankColumn";
import { awardedBy, reweigh, type WeightedScores } from "../../batch/reweigh";
import { scoreColumns } from "../../batch/scoreColumns";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { attempt, type Result } from "../../issue/result";
import { groupScores } from "../../rank/groupScores";
import { chance } from "../../survey/precision/chance";
import { requireDraws } from "./requireDraws";
import { type TriedRanks, triedRanks } from "./triedRanks";
import { areasOf, type WeightDraws, weightDrawer } from "./weightDraws";

/** How ranks are tried. */
export interface RankRangeOptions {
  /** Where chance starts: the same seed gives the same draws. */
  readonly seed: number;
  /** How many times other weights are drawn; 10 000 unless given. */
  readonly draws?: number | undefined;
  /** From what weights are drawn; up to 25 percent less or more, each by itself, unless given. */
  readonly weights?: WeightDraws | undefined;
}

/** How sure ranks are (độ vững của thứ hạng), were the areas weighed otherwise. */
export interface RankRanges extends TriedRanks {
  readonly seed: number;
  readonly weights: WeightDraws;
}

/**
 * How sure each rank is, were the areas weighed otherwise (độ vững của thứ hạng khi đổi trọng số): the weights of areas are drawn
 * many times, all is added up and ranked anew each time by the columns of `par-index/batch`, and counted.
 *
 * **Exactness:** every single ranking is as exact as that of `scoreAll`; the counts are of the draws that a seed makes, the same on
 * every machine. What they say of all possible weights is approximate, and depends on how those are drawn.
 * **Errors:** {@link ParError} as `scoreAll`, and `outOfRange` for draws or weights that make no sense.
 * **Source:** OECD/JRC, *Handbook on Constructing Composite Indicators* (2008), step 7.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { rankRanges } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number, percent: string) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent } },
 * });
 * const reports = parseReports(tiny, [report("A", 1000, "100"), report("B", 1000, "70"), report("C", 970, "73.5")]);
 * const { units } = rankRanges(tiny, reports, { seed: 1, draws: 1000 });
 * units.map(({ unit, rank, low, high }) => [unit, rank, low, high]); // => [["A", 1, 1, 1], ["C", 2, 2, 3], ["B", 3, 2, 3]]
 * ```
 */
export function rankRanges(criteria: CriteriaSet, reports: readonly Evidence[], options: RankRangeOptions): RankRanges {
  const { seed, draws = 10_000, weights = { kind: "within", percent: 25 } } = options;
  requireDraws({ seed, draws });
  const batch = compileBatch(criteria);
  const { within } = criteria.file.policies.ranking;
  const groups = groupScores(criteria, reports, within).map(({ members, ...group }) => {
    const awarded = awardedBy(scoreColumns(batch, columnsOf(batch, members)), rankedBy(criteria));
    const areas = areasOf(
      criteria,
      members.map(({ unit }) => unit.group),
    );
    const draw = weightDrawer(areas, weights, chance(seed));
    let into: WeightedScores | undefined;
    const rankings = Array.from({ length: draws }, () => {
      into = reweigh(awarded, draw(), into);
      return rankColumn(into);
    });
    return { group, reports: awarded.scores.columns.reports, base: rankColumn(scoreColumns(batch, awarded.scores.columns)), rankings };
  });
  return { seed, weights, ...triedRanks(groups) };
}

/** {@link rankRanges} that answers a {@link Result} and never throws. */
export function safeRankRanges(criteria: CriteriaSet, reports: readonly Evidence[], options: RankRangeOptions): Result<RankRanges> {
  return attempt(() => rankRanges(criteria, reports, options));
}

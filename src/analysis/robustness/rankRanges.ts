import type { BatchScores } from "../../batch/batchScores";
import { columnsOf } from "../../batch/columnsOf";
import { compileBatch } from "../../batch/compileBatch";
import { rankColumn } from "../../batch/rankColumn";
import { awardedBy, reweigh } from "../../batch/reweigh";
import { scoreColumns } from "../../batch/scoreColumns";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { type Bilingual, formatNumber } from "../../exact/formatNumber";
import { attempt, type Result } from "../../issue/result";
import { groupScores, type ScoreGroup } from "../../rank/groupScores";
import { chance } from "../../survey/precision/chance";
import { inBoth } from "../inBoth";
import { requireDraws } from "./requireDraws";
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

/** How far one unit's rank moves under other weights: a flat row. */
export interface RankRange extends ScoreGroup {
  readonly unit: string;
  readonly name: string;
  /** Its rank under the weights of the set. */
  readonly rank: number;
  /** The rank that half of the draws do not exceed, and those between which nine of ten lie. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** The best and the worst rank of any draw. */
  readonly best: number;
  readonly worst: number;
  /** Draws in which it has the rank of the set, of so many in which it has one. */
  readonly same: number;
  readonly draws: number;
  readonly sentence: Bilingual;
}

/** Two units whose order the weights decide: a flat row. */
export interface OpenOrder extends ScoreGroup {
  readonly above: string;
  readonly below: string;
  /** Draws in which the one that stands below comes out above, of so many. */
  readonly reversed: number;
  readonly draws: number;
  readonly sentence: Bilingual;
}

/** How sure ranks are (độ vững của thứ hạng). */
export interface RankRanges {
  readonly seed: number;
  readonly weights: WeightDraws;
  readonly units: readonly RankRange[];
  /** Every two units whose order more than one draw in twenty turns round, those next to each other in rank first. */
  readonly open: readonly OpenOrder[];
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
    const awarded = awardedBy(scoreColumns(batch, columnsOf(batch, members)));
    const areas = areasOf(
      criteria,
      members.map(({ unit }) => unit.group),
    );
    const draw = weightDrawer(areas, weights, chance(seed));
    let into: BatchScores | undefined;
    const rankings = Array.from({ length: draws }, () => {
      into = reweigh(awarded, draw(), into);
      return rankColumn(into);
    });
    return { group, reports: awarded.scores.columns.reports, base: rankColumn(scoreColumns(batch, awarded.scores.columns)), rankings };
  });
  return {
    seed,
    weights,
    units: groups.flatMap(rangesIn),
    open: groups.flatMap(openIn),
  };
}

/** {@link rankRanges} that answers a {@link Result} and never throws. */
export function safeRankRanges(criteria: CriteriaSet, reports: readonly Evidence[], options: RankRangeOptions): Result<RankRanges> {
  return attempt(() => rankRanges(criteria, reports, options));
}

/** The rankings of one group: row by row, 0 for none. */
interface Tried {
  readonly group: ScoreGroup;
  readonly reports: readonly Evidence[];
  readonly base: Int32Array;
  readonly rankings: readonly Int32Array[];
}

/** Rows with a rank, the best first. */
function rankedRows({ base }: Tried): readonly number[] {
  return [...base.keys()].filter((row) => base[row] !== 0).sort((a, b) => (base[a] as number) - (base[b] as number));
}

function rangesIn(tried: Tried): readonly RankRange[] {
  return rankedRows(tried).flatMap((row) => {
    const ranks = Int32Array.from(tried.rankings.map((ranking) => ranking[row] as number))
      .filter((rank) => rank > 0)
      .sort();
    return ranks.length === 0 ? [] : [rangeOf(tried, row, ranks)];
  });
}

function rangeOf({ group, reports, base }: Tried, row: number, ranks: Int32Array): RankRange {
  const { unit } = reports[row] as Evidence;
  const rank = base[row] as number;
  const [best, low, median, high, worst] = [0, 0.05, 0.5, 0.95, 1].map((part) => rankAt(ranks, part)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const same = ranks.reduce((count, drawn) => (drawn === rank ? count + 1 : count), 0);
  const words = {
    vi: low === high ? `hạng ${low} trong chín phần mười số lần thử` : `từ hạng ${low} đến hạng ${high} trong chín phần mười số lần thử`,
    en: low === high ? `rank ${low} in nine of ten draws` : `ranks ${low} to ${high} in nine of ten draws`,
  };
  return {
    ...group,
    unit: unit.id,
    name: unit.name,
    rank,
    median,
    low,
    high,
    best,
    worst,
    same,
    draws: ranks.length,
    sentence: inBoth((lang) => `${unit.name}: ${words[lang]}.`),
  };
}

/** The rank that such a part of the draws does not exceed. */
function rankAt(sorted: Int32Array, part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] as number;
}

function openIn(tried: Tried): readonly OpenOrder[] {
  const rows = rankedRows(tried);
  const pairs = rows.flatMap((above, place) => rows.slice(place + 1).map((below, distance) => ({ above, below, distance })));
  return pairs
    .filter(({ above, below }) => tried.base[above] !== tried.base[below])
    .flatMap((pair) => {
      const { reversed, draws } = turnedRound(tried.rankings, pair.above, pair.below);
      return reversed * 20 > draws ? [{ ...pair, reversed, draws }] : [];
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ above, below, reversed, draws }) => {
      const [first, second] = [tried.reports[above], tried.reports[below]].map((report) => report?.unit ?? { id: "", name: "" });
      return {
        ...tried.group,
        above: first?.id ?? "",
        below: second?.id ?? "",
        reversed,
        draws,
        sentence: inBoth((lang) => {
          const [times, of] = [reversed, draws].map((count) => formatNumber(String(count), lang));
          return {
            vi: `${second?.name} đứng trên ${first?.name} trong ${times} trên ${of} lần thử.`,
            en: `${second?.name} comes out above ${first?.name} in ${times} of ${of} draws.`,
          }[lang];
        }),
      };
    });
}

function turnedRound(rankings: readonly Int32Array[], above: number, below: number) {
  let [reversed, draws] = [0, 0];
  for (const ranking of rankings) {
    const [first, second] = [ranking[above] as number, ranking[below] as number];
    if (first === 0 || second === 0) continue;
    draws += 1;
    if (second < first) reversed += 1;
  }
  return { reversed, draws };
}

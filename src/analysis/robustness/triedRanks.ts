import type { Evidence } from "../../evidence/evidence";
import { type Bilingual, formatNumber } from "../../exact/formatNumber";
import type { ScoreGroup } from "../../rank/groupScores";
import { inBoth } from "../inBoth";

/** How far one unit's rank moves when something is drawn anew: a flat row. */
export interface RankRange extends ScoreGroup {
  readonly unit: string;
  readonly name: string;
  /** Its rank as it stands. */
  readonly rank: number;
  /** The rank that half of the draws do not exceed, and those between which nine of ten lie. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** The best and the worst rank of any draw. */
  readonly best: number;
  readonly worst: number;
  /** Draws in which it keeps that rank, of so many in which it has one. */
  readonly same: number;
  readonly draws: number;
  readonly sentence: Bilingual;
}

/** Two units whose order what is drawn decides: a flat row. */
export interface OpenOrder extends ScoreGroup {
  readonly above: string;
  readonly below: string;
  /** Draws in which the one that stands below comes out above, of so many. */
  readonly reversed: number;
  readonly draws: number;
  readonly sentence: Bilingual;
}

/** What comes out when ranks are tried many times. */
export interface TriedRanks {
  readonly units: readonly RankRange[];
  /** Every two units whose order more than one draw in twenty turns round, those next to each other in rank first. */
  readonly open: readonly OpenOrder[];
}

/** The rankings of one group: row by row, 0 for none. */
export interface Tried {
  readonly group: ScoreGroup;
  readonly reports: readonly Evidence[];
  readonly base: Int32Array;
  readonly rankings: readonly Int32Array[];
}

/** Counts the rankings of each group, unit by unit and pair by pair. */
export function triedRanks(groups: readonly Tried[]): TriedRanks {
  return { units: groups.flatMap(rangesIn), open: groups.flatMap(openIn) };
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

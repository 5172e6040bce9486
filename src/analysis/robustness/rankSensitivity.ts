import { columnsOf } from "../../batch/columnsOf";
import { compileBatch } from "../../batch/compileBatch";
import { rankColumn, rankedBy } from "../../batch/rankColumn";
import { type Awarded, awardedBy, reweigh, type WeightedScores } from "../../batch/reweigh";
import { scoreColumns } from "../../batch/scoreColumns";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { checkedReports } from "../../evidence/parseEvidence";
import type { Bilingual } from "../../exact/formatNumber";
import { type Words, wordsIn } from "../../issue/fields";
import { attempt, type Result } from "../../issue/result";
import { groupScores, type ScoreGroup } from "../../rank/groupScores";
import { chance } from "../../survey/precision/chance";
import { inBoth } from "../inBoth";
import { type Decision, decisionsOf, reportsUnder } from "./decisions";
import { requireDraws } from "./requireDraws";
import { type Area, areasOf } from "./weightDraws";

/** How the movement of ranks is shared out. */
export interface SensitivityOptions {
  readonly seed: number;
  /** So many draws are made for each choice, and two more; 1 000 unless given. */
  readonly draws?: number | undefined;
  /** Weights lie up to so many percent below and above those of the set; 25 unless given. */
  readonly percent?: number | undefined;
}

/** How much of the movement of ranks one choice makes: a flat row of approximate numbers. */
export interface RankSensitivity extends ScoreGroup {
  readonly approximate: true;
  /** The weight of an area, by its code, or a decision of the set. */
  readonly choice: string;
  readonly title: Words;
  /** The share of the variance that the choice makes by itself, and together with all others; `null` where no rank ever moves. */
  readonly alone: number | null;
  readonly inAll: number | null;
  readonly sentence: Bilingual;
}

/**
 * Which choices move ranks most (độ nhạy của thứ hạng): areas' weights and the decisions of `policyMoves` are all drawn at once, and
 * the variance of the mean shift in rank, over units, is shared out among them: first order (`alone`) and total (`inAll`). Where the
 * two differ, it is choices together that move ranks.
 *
 * **Exactness:** every ranking is exact; the shares are estimates, whose error shrinks with the root of the draws.
 * **Errors:** {@link ParError} as `scoreAll`, and `outOfRange` for draws or percents that make no sense.
 * **Source:** Saisana, Saltelli & Tarantola (2005); Jansen's estimators as Saltelli et al. (2010) have them, on pseudo-random draws.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { rankSensitivity } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number, percent: string) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent } },
 * });
 * const reports = parseReports(tiny, [report("A", 1000, "70"), report("B", 960, "75")]);
 * rankSensitivity(tiny, reports, { seed: 1 }).map(({ choice }) => choice); // => ["1", "2", "notApplicable", "compare", "ties", "stage", "published"]
 * ```
 */
export function rankSensitivity(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  options: SensitivityOptions,
): readonly RankSensitivity[] {
  const { seed, draws = 1_000, percent = 25 } = options;
  requireDraws({ seed, draws });
  return groupScores(criteria, checkedReports(criteria, reports), criteria.file.policies.ranking.within).flatMap(
    ({ members, ...group }) => {
      const areas = areasOf(
        criteria,
        members.map(({ unit }) => unit.group),
      );
      const decisions = decisionsOf(criteria);
      const shift = shiftOf(criteria, members, areas, decisions);
      const shares = sharesOfVariance(shift, choicesOf(areas, decisions, percent), draws, chance(seed));
      const titles: readonly { readonly choice: string; readonly title: Words }[] = [
        ...areas.map(({ node }) => ({ choice: node.code, title: node.title })),
        ...decisions.map(({ choice, title }) => ({ choice, title })),
      ];
      return titles.map(({ choice, title }, place): RankSensitivity => {
        const { alone, inAll } = shares[place] ?? { alone: null, inAll: null };
        return {
          ...group,
          approximate: true,
          choice,
          title,
          alone,
          inAll,
          sentence: inBoth((lang) => sentence(wordsIn(title, lang), inAll)[lang]),
        };
      });
    },
  );
}

/** {@link rankSensitivity} that answers a {@link Result} and never throws. */
export function safeRankSensitivity(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  options: SensitivityOptions,
): Result<readonly RankSensitivity[]> {
  return attempt(() => rankSensitivity(criteria, reports, options));
}

type Chance = (bound: number) => number;

/** What is drawn for each choice, in turn: a weight in millionths, or which value a decision has. */
type Drawn = readonly number[];

/** Weights are drawn in millionths of those of the set. */
const one = 1_000_000;

function choicesOf(areas: readonly Area[], decisions: readonly Decision[], percent: number): readonly ((chance: Chance) => number)[] {
  const most = (percent * one) / 100;
  return [
    ...areas.map(() => (chance: Chance) => one - most + chance(2 * most + 1)),
    ...decisions.map(
      ({ values }) =>
        (chance: Chance) =>
          chance(values.length),
    ),
  ];
}

/** The mean shift in rank, over the units that have one, from the ranks of the set to those under what is drawn. */
function shiftOf(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  areas: readonly Area[],
  decisions: readonly Decision[],
): (drawn: Drawn) => number {
  const batch = compileBatch(criteria);
  // Awards are not added up yet, so their ranks are none.
  const base = rankColumn(scoreColumns(batch, columnsOf(batch, reports)));
  const awards = new Map<string, Awarded>();
  const into = new Map<string, WeightedScores>();
  return (drawn) => {
    const taken = drawn.slice(areas.length);
    const key = taken.join();
    const awarded = awards.get(key) ?? awardsOtherwise(decided(criteria, decisions, taken), reports);
    awards.set(key, awarded);
    const factors = Object.fromEntries(areas.flatMap(({ leaves }, place) => leaves.map((code) => [code, drawn[place] ?? one])));
    const scores = reweigh(awarded, { one, factors }, into.get(key));
    into.set(key, scores);
    return meanShift(base, rankColumn(scores));
  };
}

function awardsOtherwise(other: CriteriaSet, reports: readonly Evidence[]): Awarded {
  return awardsUnder(other, reportsUnder(other, reports));
}

function awardsUnder(criteria: CriteriaSet, reports: readonly Evidence[]): Awarded {
  const batch = compileBatch(criteria);
  return awardedBy(scoreColumns(batch, columnsOf(batch, reports)), rankedBy(criteria));
}

function decided(criteria: CriteriaSet, decisions: readonly Decision[], taken: Drawn): CriteriaSet {
  return decisions.reduce((set, { values, taken: take }, place) => take(set, values[taken[place] ?? 0] ?? ""), criteria);
}

function meanShift(base: Int32Array, then: Int32Array): number {
  let [shift, units] = [0, 0];
  for (let row = 0; row < base.length; row += 1) {
    const [before, after] = [base[row] as number, then[row] as number];
    if (before === 0 || after === 0) continue;
    shift += Math.abs(after - before);
    units += 1;
  }
  return units === 0 ? 0 : shift / units;
}

interface Shares {
  readonly alone: number | null;
  readonly inAll: number | null;
}

/**
 * With f at draws A and B, and at A with one choice taken from B, over n draws, V the variance of f:
 * alone = 1 − Σ(f(B) − f(AB))² ÷ 2nV and in all = Σ(f(A) − f(AB))² ÷ 2nV. An estimate below 0 is 0.
 */
function sharesOfVariance(
  f: (drawn: Drawn) => number,
  choices: readonly ((chance: Chance) => number)[],
  draws: number,
  chance: Chance,
): readonly Shares[] {
  const values: number[] = [];
  const [toB, toA] = [choices.map(() => 0), choices.map(() => 0)];
  for (let draw = 0; draw < draws; draw += 1) {
    const [a, b] = [choices.map((choose) => choose(chance)), choices.map((choose) => choose(chance))];
    const [atA, atB] = [f(a), f(b)];
    values.push(atA, atB);
    for (const place of choices.keys()) {
      const mixed = f(a.map((value, at) => (at === place ? (b[at] as number) : value)));
      toB[place] = (toB[place] as number) + (atB - mixed) ** 2;
      toA[place] = (toA[place] as number) + (atA - mixed) ** 2;
    }
  }
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
  return choices.map((_, place) => {
    if (variance === 0) return { alone: null, inAll: null };
    const part = (squares: number) => squares / (2 * draws * variance);
    return { alone: Math.max(0, 1 - part(toB[place] as number)), inAll: part(toA[place] as number) };
  });
}

function sentence(title: string, inAll: number | null): Bilingual {
  if (inAll === null) return { vi: `${title}: không thứ hạng nào đổi.`, en: `${title}: no rank ever changes.` };
  const percent = Math.floor(100 * inAll + 0.5);
  return {
    vi: `${title}: có phần trong khoảng ${percent} % sự xê dịch thứ hạng.`,
    en: `${title}: has a part in about ${percent} % of the movement of ranks.`,
  };
}

import { type CriteriaNode, type CriteriaSet, type CriteriaTree, leavesOf, treeOf } from "../criteria/criteriaSet";
import { exactText } from "../exact/decimal";
import { type Bilingual, formatNumber } from "../exact/formatNumber";
import { add, compare, divide, hundred, isZero, multiply, type Ratio, sum, zero } from "../exact/ratio";
import { round } from "../exact/rounding";
import { type Words, wordsIn } from "../issue/fields";
import { attempt, type Result } from "../issue/result";
import { groupScores, type ScoreGroup } from "../rank/groupScores";
import { leafScores } from "../score/nodeScore";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { Score } from "../score/score";
import { inBoth } from "./inBoth";
import { beyondMaxOf, carriesPoints, lostBy } from "./lostBy";

/** What all units of a group lose at one leaf or area: a flat row, numbers as exact text. */
export interface PointsLost extends ScoreGroup {
  readonly level: "area" | "leaf";
  /** The code of its area; an area's own code. */
  readonly area: string;
  readonly code: string;
  readonly title: Words;
  /** Units that carry points there, and of these the ids of those that lose any, who lose most first. */
  readonly units: number;
  readonly losing: readonly string[];
  /** The exact sum of points lost, as published, and its share of all that the group loses, in percent; `null` where it loses nothing. */
  readonly lost: string;
  readonly published: string;
  readonly share: string | null;
  readonly sentence: Bilingual;
}

/**
 * Where the units of each group lose most (điểm chưa đạt): for every area and every leaf the exact sum of what is left open, the
 * counted maximum less the points; of a penalty what it takes off. A bonus that was not earned is not lost. Leaves without figures
 * are lost whole; what is left out, only monitored, or not scored in this round is not. Areas first, then leaves; of each, who loses most first.
 *
 * **Exactness:** sums are exact. Where nothing is brought up, the leaves of an area add up to it.
 * **Errors:** {@link ParError} when a score is of another set, or two are of one unit, period and round.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { pointsLost } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "late" }, "1.2": { done, due: 1000 }, "2": { percent: "100" } },
 * });
 * const lost = pointsLost(tiny, scoreAll(tiny, parseReports(tiny, [report("a", 900), report("b", 1000)])));
 * lost.map(({ code, lost, losing }) => [code, lost, losing]); // => [["1", "6", ["a", "b"]], ["2", "0", []], ["1.2", "4", ["a"]], ["1.1", "2", ["a", "b"]], ["2", "0", []]]
 * ```
 */
export function pointsLost(criteria: CriteriaSet, scores: readonly Score[]): readonly PointsLost[] {
  requireScores(criteria, scores);
  requireDistinctUnits(scores);
  return groupScores(criteria, scores, "group").flatMap(({ members, ...group }) => lostInGroup(criteria, group, members));
}

/** {@link pointsLost} that answers a {@link Result} and never throws. */
export function safePointsLost(criteria: CriteriaSet, scores: readonly Score[]): Result<readonly PointsLost[]> {
  return attempt(() => pointsLost(criteria, scores));
}

/** What one unit loses at one leaf. */
interface Loss {
  readonly unit: string;
  readonly code: string;
  readonly lost: Ratio;
}

/** An area or a leaf, and the leaves whose losses are its own. */
interface Loser {
  readonly level: PointsLost["level"];
  readonly area: string;
  readonly node: CriteriaNode;
}

function lostInGroup(criteria: CriteriaSet, group: ScoreGroup, scores: readonly Score[]): readonly PointsLost[] {
  const { root, nodes } = treeOf(criteria, scores[0]?.unit.group);
  const losses = scores.flatMap((score) => lossesOf(score, nodes));
  const all = sum(losses.map(({ lost }) => lost));
  const areas = root.children ?? [];
  const losers: readonly (readonly Loser[])[] = [
    areas.map((node) => ({ level: "area", area: node.code, node })),
    areas.flatMap((area) => leavesOf(area).map((node) => ({ level: "leaf", area: area.code, node }) as const)),
  ];
  return losers.flatMap((level) =>
    level
      .map((loser) => ({ loser, own: lossesAt(losses, loser) }))
      .filter(({ own }) => own.length > 0)
      .map(({ loser, own }) => ({ loser, own, total: sum(own.map(({ lost }) => lost)) }))
      .sort((a, b) => compare(b.total, a.total))
      .map(({ loser, own, total }) => ({ ...group, ...lostRow(criteria, loser, own, total, all) })),
  );
}

function lossesOf({ unit, root }: Score, nodes: CriteriaTree["nodes"]): readonly Loss[] {
  return leafScores(root)
    .filter((leaf) => carriesPoints(leaf) && beyondMaxOf(nodes, leaf.code) !== "bonus")
    .map((leaf) => ({ unit: unit.id, code: leaf.code, lost: lostBy(leaf, beyondMaxOf(nodes, leaf.code) === "penalty") }));
}

/** What each unit loses at the leaves of an area or at a leaf, most first. */
function lossesAt(losses: readonly Loss[], { node }: Loser): readonly Omit<Loss, "code">[] {
  const codes = new Set(leavesOf(node).map(({ code }) => code));
  const byUnit = new Map<string, Ratio>();
  for (const { unit, code, lost } of losses) if (codes.has(code)) byUnit.set(unit, add(byUnit.get(unit) ?? zero, lost));
  return [...byUnit].map(([unit, lost]) => ({ unit, lost })).sort((a, b) => compare(b.lost, a.lost));
}

function lostRow(
  { file }: CriteriaSet,
  { level, area, node: { code, title } }: Loser,
  own: readonly Omit<Loss, "code">[],
  total: Ratio,
  all: Ratio,
): Omit<PointsLost, keyof ScoreGroup> {
  const losing = own.filter(({ lost }) => !isZero(lost)).map(({ unit }) => unit);
  const share = isZero(all) ? null : divide(multiply(hundred, total), all);
  const published = round(total, file.policies.rounding);
  const ofAll = share === null ? null : round(share, { places: 1, mode: "halfUp" });
  return {
    level,
    area,
    code,
    title,
    units: own.length,
    losing,
    lost: exactText(total),
    published,
    share: share === null ? null : exactText(share),
    sentence: inBoth(
      (language) =>
        ({
          vi: `${code} ${title.vi}: mất ${formatNumber(published, language)} điểm${ofAll === null ? "" : `, bằng ${formatNumber(ofAll, language)} % tổng số điểm mất`}; ${losing.length} trên ${own.length} đơn vị mất điểm.`,
          en: `${code} ${wordsIn(title, "en")}: ${formatNumber(published, language)} points lost${ofAll === null ? "" : `, ${formatNumber(ofAll, language)} % of all that is lost`}; ${losing.length} of ${own.length} units lose there.`,
        })[language],
    ),
  };
}

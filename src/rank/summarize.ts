import type { CriteriaSet } from "../criteria/criteriaSet";
import { exactText } from "../exact/decimal";
import { compare, divide, type Ratio, ratio, sum } from "../exact/ratio";
import { round } from "../exact/rounding";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { Score } from "../score/score";
import { groupScores, type ScoreGroup } from "./groupScores";
import type { RankOptions } from "./rank";
import { comparedValue, nodeBy, standingOf } from "./standing";

/** What a group of units comes to: the mean and who stands above it. Units without a value are named, not counted as zero. */
export interface Summary extends ScoreGroup {
  readonly by: string;
  /** Units that the mean is of. */
  readonly units: number;
  /** The simple mean of units, exact and as published; `null` when there are none. */
  readonly mean: { readonly exact: string; readonly published: string } | null;
  /** Ids of units above, at and below the mean, compared exactly. */
  readonly above: readonly string[];
  readonly at: readonly string[];
  readonly below: readonly string[];
  readonly highest: { readonly units: readonly string[]; readonly published: string } | null;
  readonly lowest: { readonly units: readonly string[]; readonly published: string } | null;
  /** Ids of units that have no value here, or an incomplete one, or are not rated. */
  readonly leftOut: readonly string[];
}

/**
 * The mean (giá trị trung bình) of units by the total, an area or a criterion, for each group or for all together.
 *
 * **Exactness:** the simple mean of exact or of published values, as the set says; rounded once.
 * **Errors:** {@link ParError} when the set has no criterion `by`, or a score is of another set.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll, summarize } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const [communes] = summarize(tiny, scoreAll(tiny, parseReports(tiny, [report("a", 960), report("b", 1000)])), { by: "1.2" });
 * communes?.mean?.published; // => "98.00"
 * ```
 */
export function summarize(criteria: CriteriaSet, scores: readonly Score[], options: RankOptions = {}): readonly Summary[] {
  requireScores(criteria, scores);
  requireDistinctUnits(scores);
  const by = nodeBy(criteria, options.by ?? totalCode).code;
  const within = options.within ?? criteria.file.policies.ranking.within;
  return groupScores(criteria, scores, within).map(({ members, ...group }) => ({ ...group, ...summaryOf(criteria, members, by) }));
}

/** {@link summarize} that answers a {@link Result} and never throws. */
export function safeSummarize(criteria: CriteriaSet, scores: readonly Score[], options: RankOptions = {}): Result<readonly Summary[]> {
  return attempt(() => summarize(criteria, scores, options));
}

interface Member {
  readonly id: string;
  readonly value: Ratio;
  readonly published: string;
}

function summaryOf(criteria: CriteriaSet, scores: readonly Score[], by: string): Omit<Summary, keyof ScoreGroup> {
  const { mean: policy, rounding } = criteria.file.policies;
  const members: Member[] = [];
  const leftOut: string[] = [];
  for (const score of scores) {
    const standing = standingOf(criteria, score, by);
    if (standing.exact === null || standing.unplaced !== undefined) leftOut.push(score.unit.id);
    else members.push({ id: score.unit.id, value: comparedValue(standing, policy.of), published: standing.published });
  }
  const mean = members.length === 0 ? null : divide(sum(members.map(({ value }) => value)), ratio(members.length));
  const idsWhere = (holds: (order: number) => boolean) =>
    members.filter(({ value }) => mean !== null && holds(compare(value, mean))).map(({ id }) => id);
  return {
    by,
    units: members.length,
    mean: mean === null ? null : { exact: exactText(mean), published: round(mean, rounding) },
    above: idsWhere((order) => order > 0),
    at: idsWhere((order) => order === 0),
    below: idsWhere((order) => order < 0),
    highest: extreme(members, (order) => order > 0),
    lowest: extreme(members, (order) => order < 0),
    leftOut,
  };
}

function extreme(members: readonly Member[], beats: (order: number) => boolean): Summary["highest"] {
  const best = members.reduce<Member | undefined>(
    (leader, member) => (leader === undefined || beats(compare(member.value, leader.value)) ? member : leader),
    undefined,
  );
  if (best === undefined) return null;
  return { units: members.filter(({ value }) => compare(value, best.value) === 0).map(({ id }) => id), published: best.published };
}

import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Unit } from "../evidence/evidence";
import { fromDecimal, fromExactText } from "../exact/decimal";
import { divide, type Ratio, ratio, subtract, sum } from "../exact/ratio";
import { round } from "../exact/rounding";
import { isPlainObject, nameOfType } from "../issue/fields";
import { issue, totalCode } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { groupScores, type ScoreGroup } from "../rank/groupScores";
import { nodeBy } from "../rank/standing";
import { hasPoints, leafScores, nodeScore } from "../score/nodeScore";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { Score } from "../score/score";
import type { RoundScores } from "../score/scoreRounds";

/** How far self-scores exceed what counts in the end, for one group of units; published digits. */
export interface SelfScoreGap extends Omit<ScoreGroup, "round"> {
  readonly by: string;
  readonly units: readonly UnitGap[];
  /** Simple means over the units; `null` when there are none. */
  readonly mean: Gap | null;
}

/** Points that the unit gave itself, points that count, and the first less the second: above zero where it scored itself too high. */
export interface Gap {
  readonly selfScored: string;
  readonly counted: string;
  readonly difference: string;
}

export interface UnitGap extends Gap {
  readonly unit: Unit;
  /** Leaves that both rounds scored; only these are compared. */
  readonly leaves: number;
}

/**
 * How far units score themselves above what counts in the end (chênh lệch giữa tự chấm và thẩm định), by group, at the total,
 * an area or a criterion. Like is compared with like: leaves that have points in both, so that what a unit does not score
 * itself, or nobody has appraised yet, does not look like modesty or boasting. Under a set that holds no rounds every later
 * round is compared by itself.
 *
 * **Exactness:** differences and means are of published or of exact points, as the set says of changes and means.
 * **Errors:** {@link ParError} when the set has no criterion `by`, a score is of another set, or two are of one unit and round.
 *
 * @example
 * ```ts
 * import { parseReports, scoreRounds, selfScoreGap } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/rounds");
 * const unit = { id: "a", name: "Sở A" };
 * const scores = scoreRounds(criteria, parseReports(criteria, [
 *   { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } },
 *   { unit, period: "2021", round: "appraised", items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn" } } },
 * ]));
 * selfScoreGap(criteria, scores)[0]?.mean; // => { selfScored: "10.00", counted: "8.50", difference: "1.50" }
 * ```
 */
export function selfScoreGap(criteria: CriteriaSet, scores: RoundScores, by: string = totalCode): readonly SelfScoreGap[] {
  if (!isPlainObject(scores)) throw new ParError([issue("wrongType", { expected: "object", received: nameOfType(scores) })]);
  const { rounds, counted } = scores;
  for (const some of [rounds, counted]) {
    requireScores(criteria, some);
    requireDistinctUnits(some);
  }
  const { code } = nodeBy(criteria, by);
  const self = new Map(rounds.filter((score) => score.round === "selfAssessed").map((score) => [keyOf(score), score]));
  const later = counted.filter((score) => score.round !== "selfAssessed");
  return groupScores(criteria, later, "group").map(({ group, period, members }) => {
    const compared = members.flatMap((score) => {
      const own = self.get(keyOf(score));
      return own === undefined ? [] : pointsInBoth(own, score, code);
    });
    return {
      group,
      period,
      by: code,
      units: compared.map(({ unit, leaves, ...points }) => ({ unit, leaves, ...gapOf(criteria, points.selfScored, points.counted) })),
      mean: meanGap(criteria, compared),
    };
  });
}

/** {@link selfScoreGap} that answers a {@link Result} and never throws. */
export function safeSelfScoreGap(criteria: CriteriaSet, scores: RoundScores, by: string = totalCode): Result<readonly SelfScoreGap[]> {
  return attempt(() => selfScoreGap(criteria, scores, by));
}

interface Compared {
  readonly unit: Unit;
  readonly leaves: number;
  readonly selfScored: Ratio;
  readonly counted: Ratio;
}

function pointsInBoth(self: Score, counted: Score, code: string): Compared[] {
  const [before, after] = [scoredLeaves(self, code), scoredLeaves(counted, code)];
  const both = [...before.keys()].filter((leaf) => after.has(leaf));
  const total = (points: ReadonlyMap<string, Ratio>) => sum(both.flatMap((leaf) => points.get(leaf) ?? []));
  return both.length === 0 ? [] : [{ unit: counted.unit, leaves: both.length, selfScored: total(before), counted: total(after) }];
}

function scoredLeaves(score: Score, code: string): ReadonlyMap<string, Ratio> {
  const node = nodeScore(score, code);
  const leaves = node === undefined ? [] : leafScores(node).filter(hasPoints);
  return new Map(leaves.map((leaf) => [leaf.code, fromExactText(leaf.points)]));
}

/** The gap between the means of units, which are of exact or of published points as the set says of every mean. */
function meanGap(criteria: CriteriaSet, compared: readonly Compared[]): Gap | null {
  if (compared.length === 0) return null;
  const { mean, rounding } = criteria.file.policies;
  const averaged = (points: Ratio) => (mean.of === "exact" ? points : fromDecimal(round(points, rounding)));
  const meanOf = (key: "selfScored" | "counted") => divide(sum(compared.map((one) => averaged(one[key]))), ratio(compared.length));
  return gapOf(criteria, meanOf("selfScored"), meanOf("counted"));
}

/** The difference is that of the two numbers shown, unless the set takes changes of exact points. */
function gapOf(criteria: CriteriaSet, selfScored: Ratio, counted: Ratio): Gap {
  const { change, rounding } = criteria.file.policies;
  const shown = { selfScored: round(selfScored, rounding), counted: round(counted, rounding) };
  const difference =
    change.of === "exact" ? subtract(selfScored, counted) : subtract(fromDecimal(shown.selfScored), fromDecimal(shown.counted));
  return { ...shown, difference: round(difference, rounding) };
}

function keyOf({ unit, period }: Score): string {
  return JSON.stringify([unit.id, unit.group, period]);
}

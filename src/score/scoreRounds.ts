import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { resolveRounds } from "../evidence/resolveRounds";
import { attempt, type Result } from "../issue/result";
import type { Score } from "./score";
import { scoreAll } from "./scoreAll";

/** The scores of every round, and those that count. */
export interface RoundScores {
  readonly rounds: readonly Score[];
  /** Under a set that holds rounds, one score of the round `counted` for each unit and period; else the scores as they are. */
  readonly counted: readonly Score[];
}

/**
 * The scores of many units through the rounds of assessment (điểm qua các vòng), and what counts in the end: what is ranked
 * and graded. Under a set that holds no rounds, every report counts by itself.
 *
 * **Errors:** {@link ParError} as `scoreAll` and `resolveRounds`.
 *
 * @example
 * ```ts
 * import { parseReports, scoreRounds } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/rounds");
 * const unit = { id: "a", name: "Sở A" };
 * const { rounds, counted } = scoreRounds(criteria, parseReports(criteria, [
 *   { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } },
 *   { unit, period: "2021", round: "appraised", items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn" } } },
 * ]));
 * rounds.map(({ round, points }) => [round, points]); // => [["selfAssessed", "10"], ["appraised", "8.5"]]
 * counted.map(({ points, missing }) => [points, missing]); // => [["8.5", ["2", "3", "4"]]]
 * ```
 */
export function scoreRounds(criteria: CriteriaSet, reports: readonly Evidence[]): RoundScores {
  if (criteria.file.policies.rounds === undefined) {
    const scores = scoreAll(criteria, reports);
    return { rounds: scores, counted: scores };
  }
  const { rounds, counted } = resolveRounds(criteria, reports);
  const scores = scoreAll(criteria, [...rounds, ...counted]);
  return { rounds: scores.slice(0, rounds.length), counted: scores.slice(rounds.length) };
}

/** {@link scoreRounds} that answers a {@link Result} and never throws. */
export function safeScoreRounds(criteria: CriteriaSet, reports: readonly Evidence[]): Result<RoundScores> {
  return attempt(() => scoreRounds(criteria, reports));
}

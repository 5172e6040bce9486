import type { CriteriaSet } from "../criteria/criteriaSet";
import { isPlainObject, nameOfType } from "../issue/fields";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { RoundScores } from "../score/scoreRounds";
import { type Digest, digestOf } from "./digest";
import { editionDigest } from "./editionDigest";
import { engine } from "./engine";
import { recordResults } from "./recordedScore";

/**
 * The digest (mã băm kết quả) of what a round comes to: every digit by unit, criterion and round, every place and grade, as a
 * sealed record of the round holds them, under the digest of the set and the readings chosen. Papers about the round print it.
 * Which engine computed it does not enter, nor names of units, nor the order of the scores: the same digits have the same
 * digest, and {@link replay} gives the scores from which anyone who has the record makes it again.
 *
 * **Errors:** {@link ParError} when a score is of another set, or two are of one unit, period and round.
 *
 * @example
 * ```ts
 * import { parseReports, scoreRounds } from "par-index";
 * import { linesOf, replay, resultsDigest, seal } from "par-index/audit";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const reports = parseReports(criteria, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } } },
 * ]);
 * const printed = resultsDigest(criteria, scoreRounds(criteria, reports));
 * const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" });
 * const sealed = replay(linesOf(new TextEncoder().encode(file)));
 * sealed.criteria && sealed.scores && resultsDigest(sealed.criteria, sealed.scores) === printed; // => true
 * ```
 */
export function resultsDigest(criteria: CriteriaSet, scores: RoundScores): Digest {
  if (!isPlainObject(scores)) throw new ParError([issue("wrongType", { expected: "object", received: nameOfType(scores) })]);
  for (const some of [scores.rounds, scores.counted]) {
    requireScores(criteria, some);
    requireDistinctUnits(some);
  }
  const set = editionDigest(criteria.file);
  const { scored, graded } = recordResults(criteria, { criteria: set, engine }, scores);
  return digestOf({ criteria: set, readings: criteria.readings, scored: inOneOrder(scored), graded: inOneOrder(graded) });
}

/** {@link resultsDigest} that answers a {@link Result} and never throws. */
export function safeResultsDigest(criteria: CriteriaSet, scores: RoundScores): Result<Digest> {
  return attempt(() => resultsDigest(criteria, scores));
}

type Recorded = ReturnType<typeof recordResults>["scored" | "graded"][number];

/** By unit and period, each without the set, which is named once, and the engine. */
function inOneOrder(results: readonly Recorded[]): readonly object[] {
  const keyOf = ({ unit, period }: Recorded) => JSON.stringify([unit.id, period]);
  return [...results].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({ criteria: _, engine: __, ...result }) => result);
}

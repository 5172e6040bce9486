import { type Method, methods } from "../criteria/criteriaFile";
import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { exactText, fromExactText } from "../exact/decimal";
import { sum } from "../exact/ratio";
import { round } from "../exact/rounding";
import { attempt, type Result } from "../issue/result";
import { incompleteLeaves, leafScores } from "../score/nodeScore";
import { requireScores } from "../score/sameSet";
import type { Score } from "../score/score";

/** What a unit earned by one method (phương thức đánh giá), as published tables split a total. Points exact and as published. */
export interface MethodShare {
  readonly method: Method;
  readonly points: string;
  readonly published: string;
  readonly maxPoints: string;
  readonly countedMax: string;
  readonly leaves: number;
  readonly incomplete: number;
}

/**
 * A unit's points by method: appraised, surveyed, from another index, by the leadership. The exact parts add up to the total;
 * the published parts may differ from the published total in the last digit, as printed tables do.
 *
 * **Errors:** {@link ParError} when the score is of another set.
 *
 * @example
 * ```ts
 * import { byMethod, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed",
 *   items: { "1.1": { option: "onTime" }, "2": { percent: "85,5" } },
 * }));
 * byMethod(tiny, score).map(({ method, published }) => [method, published]); // => [["appraised", "2.00"], ["surveyed", "3.42"]]
 * ```
 */
export function byMethod(criteria: CriteriaSet, score: Score): readonly MethodShare[] {
  requireScores(criteria, [score]);
  const leaves = leafScores(score.root);
  const { nodes } = treeOf(criteria, score.unit.group);
  return methods
    .map((method) => ({ method, of: leaves.filter(({ code }) => nodes.get(code)?.node.method === method) }))
    .filter(({ of }) => of.length > 0)
    .map(({ method, of }) => {
      const total = (key: "points" | "maxPoints" | "countedMax") => sum(of.map((leaf) => fromExactText(leaf[key])));
      return {
        method,
        points: exactText(total("points")),
        published: round(total("points"), criteria.file.policies.rounding),
        maxPoints: exactText(total("maxPoints")),
        countedMax: exactText(total("countedMax")),
        leaves: of.length,
        incomplete: of.reduce((count, leaf) => count + incompleteLeaves(leaf), 0),
      };
    });
}

/** {@link byMethod} that answers a {@link Result} and never throws. */
export function safeByMethod(criteria: CriteriaSet, score: Score): Result<readonly MethodShare[]> {
  return attempt(() => byMethod(criteria, score));
}

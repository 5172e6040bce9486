import type { CriteriaSet } from "../criteria/criteriaSet";
import { scaleOf } from "../criteria/grading";
import { exactText, fromDecimal } from "../exact/decimal";
import { divide, hundred, multiply, ratio, sum } from "../exact/ratio";
import { round } from "../exact/rounding";
import type { Words } from "../issue/fields";
import { attempt, type Result } from "../issue/result";
import { requireDistinctUnits, requireSameSet } from "../score/sameSet";
import { type Classification, gradingOf } from "./classification";
import { groupScores, type ScoreGroup } from "./groupScores";

/** How many units of one group, period and round have each grade. */
export interface GradeCounts extends ScoreGroup {
  /** Units that have a grade; shares are of them. */
  readonly graded: number;
  /** Every grade of the group, best first, also those that no unit has. */
  readonly grades: readonly {
    readonly grade: string;
    readonly title: Words;
    readonly units: number;
    /** Percent of the units graded, exact and as published; `null` when there are none. */
    readonly share: { readonly exact: string; readonly published: string } | null;
  }[];
  /** What the published shares add up to: rounded apart, they need not come to 100; `null` when there are none. */
  readonly publishedTotal: string | null;
  /** Ids of the units without a grade, by the reason. */
  readonly ungraded: readonly { readonly reason: NonNullable<Classification["reason"]>; readonly units: readonly string[] }[];
}

/**
 * How many units have each grade (thống kê xếp loại), and their shares, for each group, period and round.
 *
 * **Exactness:** every share is rounded by itself, as the set rounds what it publishes.
 * **Errors:** {@link ParError} when the set does not grade, or a classification is of another set.
 *
 * @example
 * ```ts
 * import { classify, countGrades, parseReports, scoreAll } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/grading");
 * const report = (id: string, percent: string) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { done: 100, due: 100 }, "1.2": { late: 0 }, "2": { percent } },
 * });
 * const scores = scoreAll(criteria, parseReports(criteria, [report("a", "90"), report("b", "80"), report("c", "20")]));
 * const [communes] = countGrades(criteria, classify(criteria, scores));
 * communes?.grades.map(({ grade, units, share }) => [grade, units, share?.published]); // => [["excellent", 2, "66.67"], ["done", 1, "33.33"], ["failed", 0, "0.00"]]
 * ```
 */
export function countGrades(criteria: CriteriaSet, classifications: readonly Classification[]): readonly GradeCounts[] {
  const grading = gradingOf(criteria);
  requireSameSet(criteria, classifications);
  requireDistinctUnits(classifications);
  return groupScores(criteria, classifications, "group").map(({ members, ...group }) => {
    const graded = members.filter(({ grade }) => grade !== null).length;
    const grades = scaleOf(grading, group.group ?? "").grades.map(({ id, title }) => {
      const units = members.filter(({ grade }) => grade === id).length;
      return { grade: id, title, units, share: shareOf(criteria, units, graded) };
    });
    const shares = grades.flatMap(({ share }) => (share === null ? [] : [fromDecimal(share.published)]));
    return {
      ...group,
      graded,
      grades,
      publishedTotal: shares.length === 0 ? null : exactText(sum(shares)),
      ungraded: ungradedOf(members),
    };
  });
}

/** {@link countGrades} that answers a {@link Result} and never throws. */
export function safeCountGrades(criteria: CriteriaSet, classifications: readonly Classification[]): Result<readonly GradeCounts[]> {
  return attempt(() => countGrades(criteria, classifications));
}

function shareOf({ file }: CriteriaSet, units: number, graded: number): GradeCounts["grades"][number]["share"] {
  if (graded === 0) return null;
  const exact = divide(multiply(hundred, ratio(units)), ratio(graded));
  return { exact: exactText(exact), published: round(exact, file.policies.rounding) };
}

function ungradedOf(members: readonly Classification[]): GradeCounts["ungraded"] {
  const reasons = [...new Set(members.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))];
  return reasons.map((reason) => ({ reason, units: members.filter((one) => one.reason === reason).map(({ unit }) => unit.id) }));
}

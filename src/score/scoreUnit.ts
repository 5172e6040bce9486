import { type CriteriaNode, type CriteriaSet, isLeaf, type Leaf } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";
import type { Evidence } from "../evidence/evidence";
import { checkedEvidence } from "../evidence/parseEvidence";
import { exactText } from "../exact/decimal";
import { divide, hundred, isZero, multiply } from "../exact/ratio";
import { round } from "../exact/rounding";
import { attempt, type Result } from "../issue/result";
import type { Figures } from "../rules/ruleKind";
import { type Added, addUp } from "./addUp";
import { awardLeaf, type LeafAward } from "./awardLeaf";
import { hasPoints, leafScores } from "./nodeScore";
import type { BranchScore, LeafState, Score } from "./score";

/**
 * A unit's score (kết quả chấm điểm) under a criteria set, with the steps that led to every leaf's points.
 * A leaf whose points depend on other units waits; `scoreAll` scores it.
 *
 * **Exactness:** points are exact, and rounded once for what is published.
 * **Errors:** evidence that was not checked against this set is checked first, and throws {@link ParError} with its issues.
 *
 * @example
 * ```ts
 * import { parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed",
 *   items: { "1.1": { option: "late" }, "1.2": { done: 955, due: 1000 } },
 * }));
 * score.points; // => "4.82"
 * score.missing; // => ["2"]
 * ```
 */
export function scoreUnit(criteria: CriteriaSet, evidence: Evidence): Score {
  return scoreInCohort(criteria, checkedEvidence(criteria, evidence), () => undefined);
}

/** {@link scoreUnit} that answers a {@link Result} and never throws. */
export function safeScoreUnit(criteria: CriteriaSet, evidence: Evidence): Result<Score> {
  return attempt(() => scoreUnit(criteria, evidence));
}

/** Scores a unit whose evidence was checked; `cohortOf` answers the figures of the cohort for leaves that need them. */
export function scoreInCohort(criteria: CriteriaSet, evidence: Evidence, cohortOf: (leaf: Leaf) => readonly Figures[] | undefined): Score {
  const total = fold<CriteriaNode, Added | LeafAward>(criteria.root, (node, children) =>
    isLeaf(node) ? awardLeaf(criteria, node, evidence.items[node.code], cohortOf(node)) : addUp(criteria, node, children),
  ) as Added;
  const root = total.score as BranchScore;
  const { id, revision, status, policies } = criteria.file;
  const index = !hasPoints(root) || isZero(total.countedMax) ? null : divide(multiply(hundred, total.points), total.countedMax);
  const published = index === null || policies.published.value === "index" ? index : total.points;
  const leaves = leafScores(root);
  const codesOf = (state: LeafState) => leaves.filter((leaf) => leaf.state === state).map(({ code }) => code);
  return {
    criteria: { id, revision, status, readings: criteria.readings },
    unit: evidence.unit,
    period: evidence.period,
    round: evidence.round,
    points: root.points,
    countedMax: root.countedMax,
    index: index === null ? null : exactText(index),
    published: published === null ? null : round(published, policies.rounding),
    missing: codesOf("missing"),
    notApplicable: codesOf("notApplicable"),
    nothingDue: codesOf("nothingDue"),
    waiting: codesOf("waiting"),
    root,
  };
}

import { type CriteriaNode, type CriteriaSet, isLeaf, type Leaf, measureOf, treeOf } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";
import type { Evidence, EvidenceItem } from "../evidence/evidence";
import { checkedEvidence } from "../evidence/parseEvidence";
import { recordsOf } from "../evidence/readRecords";
import { exactText } from "../exact/decimal";
import { divide, hundred, isZero, multiply } from "../exact/ratio";
import { round } from "../exact/rounding";
import { attempt, type Result } from "../issue/result";
import { needsCohort } from "../rules/boundRule";
import { type Added, addUp } from "./addUp";
import { awardLeaf, type LeafAward } from "./awardLeaf";
import { asMade } from "./checkedScore";
import type { Cohort, Cohorts } from "./cohort";
import { besideBase, hasPoints, leafScores } from "./nodeScore";
import { requireResolved } from "./sameSet";
import type { BranchScore, LeafState, Score } from "./score";

/**
 * A unit's score (kết quả chấm điểm) under a criteria set, with the steps that led to every leaf's points.
 * A leaf whose points depend on other units waits; `scoreAll` scores it.
 *
 * **Exactness:** points are exact, and rounded once for what is published.
 * **Errors:** evidence that was not checked against this set is checked first, and throws {@link ParError} with its issues;
 * a round that accepts what another says is scored by `scoreRounds`.
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
  const checked = checkedEvidence(criteria, evidence);
  requireResolved(criteria, [checked]);
  return scoreInCohort(criteria, checked, undefined, new Map());
}

/** {@link scoreUnit} that answers a {@link Result} and never throws. */
export function safeScoreUnit(criteria: CriteriaSet, evidence: Evidence): Result<Score> {
  return attempt(() => scoreUnit(criteria, evidence));
}

/** Awards made before, by the item of evidence: what stands unchanged through several rounds is awarded once. */
export type Awards = Map<EvidenceItem, LeafAward>;

/** Scores a unit whose evidence was checked, among the units that it is compared with, where those are at hand. */
export function scoreInCohort(criteria: CriteriaSet, evidence: Evidence, cohorts: Cohorts | undefined, awards: Awards): Score {
  const total = fold<CriteriaNode, Added | LeafAward>(treeOf(criteria, evidence.unit.group).root, (node, children) =>
    isLeaf(node) ? awardInCohort(criteria, evidence, node, cohorts?.get(node.code), awards) : addUp(criteria, evidence, node, children),
  ) as Added;
  return scoreOfWhole(criteria, evidence, total);
}

/** The score of a unit whose whole was added up. */
export function scoreOfWhole(criteria: CriteriaSet, evidence: Evidence, total: Added): Score {
  const { unit } = evidence;
  const root = total.score as BranchScore;
  const { id, revision, status, policies } = criteria.file;
  const index = !hasPoints(root) || isZero(total.countedMax) ? null : divide(multiply(hundred, total.points), total.countedMax);
  const published = index === null || policies.published.value === "index" ? index : total.points;
  const leaves = leafScores(root);
  const { base, bonus, penalty } = besideBase(root);
  const codesOf = (state: LeafState) => leaves.filter((leaf) => leaf.state === state).map(({ code }) => code);
  return asMade(criteria, {
    criteria: { id, revision, status, readings: criteria.readings },
    unit,
    period: evidence.period,
    round: evidence.round,
    points: root.points,
    countedMax: root.countedMax,
    base: exactText(base),
    bonus: exactText(bonus),
    penalty: exactText(penalty),
    index: index === null ? null : exactText(index),
    published: published === null ? null : round(published, policies.rounding),
    missing: codesOf("missing"),
    notApplicable: codesOf("notApplicable"),
    nothingDue: codesOf("nothingDue"),
    waiting: codesOf("waiting"),
    root,
    ...recordsOf(evidence),
  });
}

/** A leaf's award, with what was said beside its figures. */
export function awardInCohort(
  criteria: CriteriaSet,
  evidence: Evidence,
  leaf: Leaf,
  cohort: Cohort | undefined,
  awards: Awards,
): LeafAward {
  const item = evidence.items[leaf.code];
  if (item === undefined) return awardLeaf(criteria, leaf, evidence.round, undefined, cohort);
  if (needsCohort(measureOf(leaf))) return withSaid(awardLeaf(criteria, leaf, evidence.round, item, cohort), item);
  const known = awards.get(item);
  if (known !== undefined) return known;
  const award = withSaid(awardLeaf(criteria, leaf, evidence.round, item), item);
  // What an item without figures is depends on the round: in the unit's own it may be a leaf that the unit does not score.
  if (award.state !== "missing" && award.state !== "notSelfScored") awards.set(item, award);
  return award;
}

function withSaid(award: LeafAward, { reason, documents }: EvidenceItem): LeafAward {
  if (reason === undefined && documents === undefined) return award;
  return { ...award, said: { ...(reason === undefined ? {} : { reason }), ...(documents === undefined ? {} : { documents }) } };
}

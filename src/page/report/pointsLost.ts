import { type CriteriaNode, type CriteriaSet, isLeaf, treeOf } from "../../criteria/criteriaSet";
import { fromDecimal, fromExactText } from "../../exact/decimal";
import { compare, divide, isZero, type Ratio, ratio, subtract, sum, zero } from "../../exact/ratio";
import { round } from "../../exact/rounding";
import { hasPoints, leafScores } from "../../score/nodeScore";
import type { LeafScore, Score } from "../../score/score";

/** A leaf at which points were lost (mất điểm): how many, exact and with the set's digits. */
export interface LostPoints {
  readonly leaf: LeafScore;
  readonly lost: Ratio;
  readonly published: string;
}

/** The leaves at which a unit lost points that the set's digits show, the most first. A leaf without points yet has lost none; a bonus loses none, a penalty what it takes off. */
export function pointsLost(criteria: CriteriaSet, { root, unit }: Score): readonly LostPoints[] {
  const { nodes } = treeOf(criteria, unit.group);
  return leafScores(root)
    .filter(hasPoints)
    .map((leaf) => ({ leaf, lost: lostAt(leaf, nodes.get(leaf.code)) }))
    .map((loss) => ({ ...loss, published: round(loss.lost, criteria.file.policies.rounding) }))
    .filter(({ published }) => !isZero(fromDecimal(published)))
    .sort((a, b) => compare(b.lost, a.lost));
}

/** A leaf of a penalty has the points to be taken off; where it is the penalty itself, they are below zero. */
function lostAt({ points, countedMax }: LeafScore, node: CriteriaNode | undefined): Ratio {
  const beyondMax = node !== undefined && isLeaf(node) ? node.beyondMax : undefined;
  if (beyondMax === "bonus") return zero;
  return beyondMax === "penalty" ? fromExactText(points.replace("-", "")) : subtract(fromExactText(countedMax), fromExactText(points));
}

/** Where a group of units loses points: the mean of a leaf over the units that have points there, with the set's digits. */
export interface GroupLoss {
  readonly code: string;
  readonly mean: string;
  /** Units that lost points there, of those that have points. */
  readonly units: number;
  readonly of: number;
}

/** The leaves at which a group loses most, by the mean of what its units lose. */
export function groupLosses(criteria: CriteriaSet, scores: readonly Score[]): readonly GroupLoss[] {
  const losses = scores.flatMap((score) => pointsLost(criteria, score));
  const counted = countByCode(scores.flatMap(({ root }) => leafScores(root).filter(hasPoints)));
  return [...counted]
    .map(([code, of]) => {
      const own = losses.filter(({ leaf }) => leaf.code === code).map(({ lost }) => lost);
      return { code, units: own.length, of, exact: divide(sum(own), ratio(of)) };
    })
    .sort((a, b) => compare(b.exact, a.exact))
    .map(({ exact, ...loss }) => ({ ...loss, mean: round(exact, criteria.file.policies.rounding) }))
    .filter(({ mean }) => !isZero(fromDecimal(mean)));
}

function countByCode(leaves: readonly LeafScore[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of leaves) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

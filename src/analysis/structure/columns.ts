import { type CriteriaNode, type CriteriaSet, treeOf } from "../../criteria/criteriaSet";
import { fromExactText } from "../../exact/decimal";
import { divide, hundred, isZero, multiply, type Ratio } from "../../exact/ratio";
import { groupScores, type ScoreGroup } from "../../rank/groupScores";
import { hasPoints, incompleteLeaves, nodeScore } from "../../score/nodeScore";
import { requireDistinctUnits, requireScores } from "../../score/sameSet";
import type { NodeScore, Score } from "../../score/score";

/** The rated units of one group, period and round, and the areas and leaves that they are scored by. */
export interface Table extends ScoreGroup {
  readonly scores: readonly Score[];
  readonly areas: readonly CriteriaNode[];
  readonly leaves: readonly CriteriaNode[];
}

/** The tables of scores, one for each group, period and round. */
export function tablesOf(criteria: CriteriaSet, scores: readonly Score[]): readonly Table[] {
  requireScores(criteria, scores);
  requireDistinctUnits(scores);
  return groupScores(criteria, scores, "group").map(({ members, ...group }) => {
    const { root, leaves } = treeOf(criteria, members[0]?.unit.group);
    const rated = members.filter(({ unit }) => unit.notRated === undefined);
    return { ...group, scores: rated, areas: root.children ?? [], leaves: leaves.filter(({ rule }) => rule !== undefined) };
  });
}

/** A node that is settled and counts; nothing where leaves are missing, or nothing of it counts. */
export function settledNode(score: Score, code: string): NodeScore | undefined {
  const node = nodeScore(score, code);
  if (node === undefined || !hasPoints(node) || incompleteLeaves(node) > 0) return undefined;
  return isZero(fromExactText(node.countedMax)) ? undefined : node;
}

/** A unit's points at a node in percent of the maximum that counts: comparable also where leaves were left out. Exact. */
export function indexAt(score: Score, code: string): Ratio | undefined {
  const node = settledNode(score, code);
  return node === undefined ? undefined : divide(multiply(hundred, fromExactText(node.points)), fromExactText(node.countedMax));
}

/** Two columns of the units that have a value in both. */
export function pairsOf(
  a: readonly (Ratio | undefined)[],
  b: readonly (Ratio | undefined)[],
): readonly [readonly Ratio[], readonly Ratio[]] {
  const both = a.flatMap((x, index) => {
    const y = b[index];
    return x === undefined || y === undefined ? [] : [[x, y] as const];
  });
  return [both.map(([x]) => x), both.map(([, y]) => y)];
}

import type { CriteriaNode, CriteriaSet } from "../criteria/criteriaSet";
import { fromDecimal, fromExactText } from "../exact/decimal";
import { divide, hundred, isZero, multiply, type Ratio } from "../exact/ratio";
import { round } from "../exact/rounding";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { hasPoints, incompleteLeaves, nodeScore } from "../score/nodeScore";
import type { NodeScore, Score } from "../score/score";

/** Why a unit has no place in a ranking or a mean. */
export type Unplaced = "missing" | "notCounted" | "notRated";

/** What a unit is compared by: the value, exact and as published; or why it has none. */
export type Standing =
  | { readonly exact: Ratio; readonly published: string; readonly unplaced?: Unplaced }
  | { readonly exact: null; readonly published: null; readonly unplaced: Unplaced };

/** The criterion that a ranking or a summary is by; throws a `ParError` when the set has none of that code. */
export function nodeBy(criteria: CriteriaSet, code: string): CriteriaNode {
  const node = criteria.nodes.get(code);
  if (node === undefined) throw new ParError([issue("unknownCode", { code })]);
  return node;
}

/** A unit's value at a node: its points, or its index where the instrument publishes indices. */
export function standingOf(criteria: CriteriaSet, score: Score, code: string): Standing {
  if (score.unit.notRated !== undefined) return { exact: null, published: null, unplaced: "notRated" };
  const node = nodeScore(score, code);
  // The set has the criterion, and the unit's group does not.
  if (node === undefined) return { exact: null, published: null, unplaced: "notCounted" };
  // Where every leaf is settled and none counts, nothing is missing.
  if (!hasPoints(node)) return { exact: null, published: null, unplaced: incompleteLeaves(node) > 0 ? "missing" : "notCounted" };
  const value = publishedValue(criteria, node);
  if (value === null) return { exact: null, published: null, unplaced: "notCounted" };
  const { ranking } = criteria.file.policies;
  const unplaced = ranking.incomplete === "unranked" && incompleteLeaves(node) > 0 ? { unplaced: "missing" as const } : {};
  return { ...value, ...unplaced };
}

/** What a set publishes of a node, exact and as published: points, or the index of those; `null` where no maximum counts. */
export function publishedValue({ file }: CriteriaSet, node: NodeScore): { readonly exact: Ratio; readonly published: string } | null {
  const countedMax = fromExactText(node.countedMax);
  if (isZero(countedMax)) return null;
  const { published, rounding } = file.policies;
  const points = fromExactText(node.points);
  const exact = published.value === "points" ? points : divide(multiply(hundred, points), countedMax);
  return { exact, published: round(exact, rounding) };
}

/** The value that ranks or means are taken of, as the policy says. */
export function comparedValue(
  { exact, published }: { readonly exact: Ratio; readonly published: string },
  by: "exact" | "published",
): Ratio {
  return by === "exact" ? exact : fromDecimal(published);
}

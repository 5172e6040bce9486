import type { CriteriaSet } from "../criteria/criteriaSet";
import { fold, listNodes } from "../criteria/tree";
import { exactText, fromDecimal, fromExactText } from "../exact/decimal";
import { isZero, type Ratio, subtract, zero } from "../exact/ratio";
import { round } from "../exact/rounding";
import { attempt, type Result } from "../issue/result";
import { hasPoints } from "../score/nodeScore";
import { requireScores } from "../score/sameSet";
import type { NodeScore, Score } from "../score/score";

/** How one node's points changed from one score to another; it has the tree's shape and codes. */
export interface Change {
  readonly code: string;
  /** Published points before and after; `null` where there were none yet. */
  readonly before: string | null;
  readonly after: string | null;
  /** Exact text, and `published` with the instrument's digits; `null` where one side has no points. */
  readonly difference: string | null;
  readonly published: string | null;
  readonly children: readonly Change[];
}

/**
 * The change (mức tăng, giảm) of every node from one score to another of the same criteria set: a unit's two rounds, two
 * periods, or two units. Differences are of published or of exact points, as the set says.
 *
 * **Errors:** {@link ParError} when a score is of another set.
 *
 * @example
 * ```ts
 * import { compareScores, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const scored = (round: string, option: string) => scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round, items: { "1.1": { option } },
 * }));
 * compareScores(tiny, scored("selfAssessed", "onTime"), scored("appraised", "late")).children[0]?.children[0]?.published; // => "-1.00"
 * ```
 */
export function compareScores(criteria: CriteriaSet, before: Score, after: Score): Change {
  requireScores(criteria, [before, after]);
  const earlier = new Map(listNodes<NodeScore>(before.root).map((node) => [node.code, node]));
  return fold<NodeScore, Change>(after.root, (node, children) => changeOf(criteria, earlier.get(node.code), node, children));
}

/** {@link compareScores} that answers a {@link Result} and never throws. */
export function safeCompareScores(criteria: CriteriaSet, before: Score, after: Score): Result<Change> {
  return attempt(() => compareScores(criteria, before, after));
}

function changeOf(criteria: CriteriaSet, before: NodeScore | undefined, after: NodeScore, children: readonly Change[]): Change {
  const earlier = before !== undefined && hasPoints(before) ? before : null;
  const later = hasPoints(after) ? after : null;
  return {
    code: after.code,
    before: earlier?.published ?? null,
    after: later?.published ?? null,
    ...(earlier === null || later === null ? { difference: null, published: null } : pointsChange(criteria, earlier, later)),
    children,
  };
}

/** The change from one node's points to another's, exact and with the instrument's digits. */
export function pointsChange(
  { file }: CriteriaSet,
  before: NodeScore,
  after: NodeScore,
): { readonly difference: string; readonly published: string } {
  const { change, rounding } = file.policies;
  const pointsOf = (node: NodeScore): Ratio => (change.of === "exact" ? fromExactText(node.points) : fromDecimal(node.published));
  const difference = before.points === after.points ? zero : subtract(pointsOf(after), pointsOf(before));
  return { difference: exactText(difference), published: round(difference, rounding) };
}

/**
 * The changes that are not zero (các mục có thay đổi), for a reader in a hurry: branches and leaves in the order of the tree.
 *
 * @example
 * ```ts
 * import { changedNodes, compareScores, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const scored = (round: string, option: string) => scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round, items: { "1.1": { option }, "2": { percent: "80" } },
 * }));
 * changedNodes(compareScores(tiny, scored("selfAssessed", "onTime"), scored("appraised", "late"))).map(({ code }) => code); // => ["total", "1", "1.1"]
 * ```
 */
export function changedNodes(change: Change): readonly Change[] {
  return fold<Change, Change[]>(change, (node, children) => [...(isChange(node) ? [node] : []), ...children.flat()]);
}

/** True when the points differ, or one side has none. */
export function isChange({ difference, before, after }: Change): boolean {
  return difference === null ? before !== after : !isZero(fromExactText(difference));
}

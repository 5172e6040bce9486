import { listNodes, someLeaf } from "../criteria/tree";
import { fromExactText } from "../exact/decimal";
import { add, type Ratio, subtract, sum } from "../exact/ratio";
import type { LeafScore, LeafState, NodeScore, Score } from "./score";

/** The score of one node of a unit's tree, by its code; the whole has the code `total`. */
export function nodeScore(score: Score, code: string): NodeScore | undefined {
  return code === score.root.code ? score.root : listNodes<NodeScore>(score.root).find((node) => node.code === code);
}

/** The leaves at or below a node, in the order of the printed table. */
export function leafScores(node: NodeScore): readonly LeafScore[] {
  return listNodes<NodeScore>(node).filter((below): below is LeafScore => below.children === undefined);
}

/**
 * True when anything at or below a node has points. Where nothing has (missing, waiting, monitored, left out), its sum of zero
 * says nothing, and must not be shown or compared as a zero.
 */
export function hasPoints(node: NodeScore): boolean {
  return someLeaf<NodeScore>(node, (leaf) => leaf.children === undefined && !withoutPoints.includes(leaf.state) && leaf.countedMax !== "0");
}

/** States that have no points, not even zero. */
export const withoutPoints: readonly LeafState[] = ["missing", "waiting", "notSelfScored", "monitored"];

/** How many leaves at or below a node have no points yet. */
export function incompleteLeaves(node: NodeScore): number {
  if (node.children !== undefined) return node.incomplete;
  return node.state === "missing" || node.state === "waiting" ? 1 : 0;
}

/** What the points of a whole are made of: the base, and the bonus and penalty beside it, the penalty below zero. */
export function besideBase({ points, children = [] }: NodeScore): { readonly base: Ratio; readonly bonus: Ratio; readonly penalty: Ratio } {
  const of = (kind: "bonus" | "penalty") =>
    sum(children.filter(({ beyondMax }) => beyondMax === kind).map((node) => fromExactText(node.points)));
  const [bonus, penalty] = [of("bonus"), of("penalty")];
  return { base: subtract(fromExactText(points), add(bonus, penalty)), bonus, penalty };
}

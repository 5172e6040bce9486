import { type CriteriaTree, isLeaf } from "../criteria/criteriaSet";
import { fromExactText } from "../exact/decimal";
import { type Ratio, subtract, zero } from "../exact/ratio";
import type { LeafScore } from "../score/score";

/** The points that a leaf leaves open (điểm chưa đạt): its counted maximum less its points; of a penalty what it takes off. */
export function lostBy({ points, countedMax }: Pick<LeafScore, "points" | "countedMax">, inPenalty: boolean): Ratio {
  return subtract(inPenalty ? zero : fromExactText(countedMax), fromExactText(points));
}

/** True of a leaf that carries points in this score, earned or not. */
export function carriesPoints({ state, countedMax }: LeafScore): boolean {
  return state !== "monitored" && state !== "notSelfScored" && countedMax !== "0";
}

/** True of a leaf that is a penalty, or a part of one. */
export function isInPenalty(nodes: CriteriaTree["nodes"], code: string): boolean {
  const node = nodes.get(code);
  return node !== undefined && isLeaf(node) && node.beyondMax === "penalty";
}

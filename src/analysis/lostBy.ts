import { type CriteriaTree, isLeaf, type Leaf } from "../criteria/criteriaSet";
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

/** The bonus or penalty that a leaf is, or is a part of; nothing where it is neither. */
export function beyondMaxOf(nodes: CriteriaTree["nodes"], code: string): Leaf["beyondMax"] {
  const node = nodes.get(code);
  return node !== undefined && isLeaf(node) ? node.beyondMax : undefined;
}

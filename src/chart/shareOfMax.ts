import { fromExactText } from "../exact/decimal";
import { divide, hundred, isZero, multiply, type Ratio } from "../exact/ratio";
import { hasPoints } from "../score/nodeScore";
import type { NodeScore } from "../score/score";

/** A node's points as a percentage of its maximum that counts (tỷ lệ đạt), exact; nothing where it has no points or no maximum. */
export function shareOfMax(node: NodeScore | undefined): Ratio | undefined {
  if (node === undefined || !hasPoints(node) || node.beyondMax !== undefined) return undefined;
  const countedMax = fromExactText(node.countedMax);
  return isZero(countedMax) ? undefined : divide(multiply(hundred, fromExactText(node.points)), countedMax);
}

import type { Branch, CriteriaNode, CriteriaSet } from "../criteria/criteriaSet";
import { exactText, fromDecimal } from "../exact/decimal";
import { add, compare, divide, isZero, multiply, type Ratio, ratio, smaller, sum } from "../exact/ratio";
import { round } from "../exact/rounding";
import type { Step } from "../rules/ruleKind";
import type { LeafAward } from "./awardLeaf";
import { incompleteLeaves } from "./nodeScore";
import type { NodeScore } from "./score";

/** A node's score together with the exact values that its parent adds. */
export interface Added {
  readonly score: NodeScore;
  readonly points: Ratio;
  readonly countedMax: Ratio;
}

/** A branch's score: the exact sum of its children's, none of them rounded unless the set rounds leaves. */
export function addUp(criteria: CriteriaSet, branch: Branch, children: readonly (Added | LeafAward)[]): Added {
  const added = handOut(children).map((child) => ("score" in child ? child : finishLeaf(criteria, child)));
  const points = sum(added.map((child) => child.points));
  const countedMax = sum(added.map((child) => child.countedMax));
  const incomplete = added.reduce((total, { score }) => total + incompleteLeaves(score), 0);
  return {
    points,
    countedMax,
    score: { ...texts(criteria, branch, points, countedMax), incomplete, children: added.map(({ score }) => score) },
  };
}

function finishLeaf(criteria: CriteriaSet, { leaf, state, policy, points: exact, countedMax, steps }: LeafAward): Added {
  const { rounding } = criteria.file.policies;
  const points = rounding.stage === "leaf" ? smaller(countedMax, fromDecimal(round(exact, rounding))) : exact;
  const rounded: readonly Step[] =
    compare(points, exact) === 0
      ? []
      : [{ by: "score", step: "leafRounded", values: { exact: exactText(exact), points: exactText(points) } }];
  return {
    points,
    countedMax,
    score: {
      ...texts(criteria, leaf, points, countedMax),
      state,
      ...(policy === undefined ? {} : { policy }),
      steps: [...steps, ...rounded],
    },
  };
}

function texts(criteria: CriteriaSet, { code, maxPoints, node }: CriteriaNode, points: Ratio, countedMax: Ratio) {
  return {
    code,
    points: exactText(points),
    published: round(points, criteria.file.policies.rounding),
    maxPoints: node.maxPoints,
    countedMax: compare(countedMax, maxPoints) === 0 ? node.maxPoints : exactText(countedMax),
  };
}

/**
 * Gives the points of leaves that are split equally (chia đều điểm cho các tiêu chí còn lại) to the leaves beside them that
 * count: each maximum grows by the same amount, and what the leaf earned grows in proportion to its maximum.
 * Where no leaf is left to take them, they leave the maximum that counts.
 */
function handOut(children: readonly (Added | LeafAward)[]): readonly (Added | LeafAward)[] {
  const givers = children.filter(isGiver);
  const takers = children.filter((child): child is LeafAward => "leaf" in child && !isZero(child.countedMax));
  if (givers.length === 0) return children;
  if (takers.length === 0) return children.map((child) => (isGiver(child) ? { ...child, policy: "leaveOut" as const } : child));
  const extra = divide(sum(givers.map(({ leaf }) => leaf.maxPoints)), ratio(takers.length));
  return children.map((child) => ("leaf" in child && takers.includes(child) ? grown(child, extra, givers) : child));
}

function isGiver(child: Added | LeafAward): child is LeafAward {
  return "leaf" in child && child.policy === "splitEqually";
}

function grown(taker: LeafAward, extra: Ratio, givers: readonly LeafAward[]): LeafAward {
  const countedMax = add(taker.countedMax, extra);
  const points = divide(multiply(taker.points, countedMax), taker.countedMax);
  const step: Step = {
    by: "score",
    step: "sharedIn",
    values: {
      from: givers.map(({ leaf }) => leaf.code).join(", "),
      before: exactText(taker.points),
      extra: exactText(extra),
      countedMax: exactText(countedMax),
      points: exactText(points),
    },
  };
  return { ...taker, points, countedMax, steps: [...taker.steps, step] };
}

import type { Branch, CriteriaNode, CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { exactText, fromDecimal, fromExactText } from "../exact/decimal";
import { add, compare, divide, isZero, larger, multiply, type Ratio, ratio, smaller, subtract, sum, zero } from "../exact/ratio";
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

/** What a branch comes to at one stage of its calculation, with the steps so far. */
interface Sum {
  readonly points: Ratio;
  readonly countedMax: Ratio;
  readonly steps: readonly Step[];
}

/**
 * A branch's score, in this order: leaves that are left out give their points away, the rest is added up exactly (none of it
 * rounded unless the set rounds leaves), what counts is brought up where the set says so, a bonus or penalty is held at its
 * cap; and last, what stands beside the base is added to it.
 */
export function addUp(criteria: CriteriaSet, evidence: Evidence, branch: Branch, children: readonly (Added | LeafAward)[]): Added {
  const added = handOut(children).map((child) => ("score" in child ? child : withOrigin(finishedLeaf(criteria, child), evidence)));
  const base = added.filter(({ score }) => score.beyondMax === undefined);
  const beyond = added.filter(({ score }) => score.beyondMax !== undefined);
  const summed: Sum = { points: sum(base.map(pointsOf)), countedMax: sum(base.map((child) => child.countedMax)), steps: [] };
  const { points, countedMax, steps } = withBeyond(capped(branch, rescaled(branch, summed)), beyond);
  const incomplete = added.reduce((total, { score }) => total + incompleteLeaves(score), 0);
  return {
    points,
    countedMax,
    score: {
      ...texts(criteria, branch, points, countedMax),
      incomplete,
      ...(steps.length === 0 ? {} : { steps }),
      children: added.map(({ score }) => score),
    },
  };
}

/** An award that stands through several rounds is finished once. */
const finished = new WeakMap<LeafAward, Added>();

export function finishedLeaf(criteria: CriteriaSet, award: LeafAward): Added {
  const known = finished.get(award) ?? finishLeaf(criteria, award);
  finished.set(award, known);
  return known;
}

/** In what counts, a leaf tells the round that it is of. */
function withOrigin(added: Added, { origins }: Evidence): Added {
  const origin = origins?.[added.score.code];
  return origin === undefined ? added : { ...added, score: { ...added.score, origin } as NodeScore };
}

function finishLeaf(criteria: CriteriaSet, { leaf, state, policy, cohort, points: exact, countedMax, steps, said }: LeafAward): Added {
  const { rounding } = criteria.file.policies;
  const earned = rounding.stage === "leaf" ? smaller(countedMax, fromDecimal(round(exact, rounding))) : exact;
  const rounded: readonly Step[] = compare(earned, exact) === 0 ? [] : [step("leafRounded", { exact, points: earned })];
  const points = leaf.beyondMax === "penalty" ? subtract(zero, earned) : earned;
  const takenOff: readonly Step[] = compare(points, earned) === 0 ? [] : [step("takenOff", { points: earned })];
  return {
    points,
    countedMax,
    score: {
      ...texts(criteria, leaf, points, countedMax),
      state,
      ...(policy === undefined ? {} : { policy }),
      ...(cohort === undefined ? {} : { cohort }),
      steps: [...steps, ...rounded, ...takenOff],
      ...said,
    },
  };
}

/** Where something was left out, what counts is brought up to the points that the set says (quy đổi phần còn lại). */
function rescaled({ node, maxPoints }: Branch, { points, countedMax, steps }: Sum): Sum {
  const { rescaleTo } = node;
  if (rescaleTo === undefined || isZero(countedMax) || compare(countedMax, maxPoints) >= 0) return { points, countedMax, steps };
  const worth = fromExactText(rescaleTo.points);
  const brought = divide(multiply(points, worth), countedMax);
  return {
    points: brought,
    countedMax: worth,
    steps: [...steps, step("rescaled", { before: points, countedMax, worth, points: brought })],
  };
}

/** A bonus or penalty comes to its cap at most. */
function capped({ node, maxPoints }: Branch, { points, countedMax, steps }: Sum): Sum {
  if (node.beyondMax === undefined) return { points, countedMax, steps };
  const held = node.beyondMax === "bonus" ? smaller(points, maxPoints) : larger(points, subtract(zero, maxPoints));
  const atCap = compare(held, points) === 0 ? [] : [step("capped", { before: points, points: held })];
  return { points: held, countedMax: smaller(countedMax, maxPoints), steps: [...steps, ...atCap] };
}

/** Bonus and penalty change the points, never the maximum that counts. */
function withBeyond({ points, countedMax, steps }: Sum, beyond: readonly Added[]): Sum {
  return { points: add(points, sum(beyond.map(pointsOf))), countedMax, steps };
}

function pointsOf({ points }: Added): Ratio {
  return points;
}

function step(name: string, values: Readonly<Record<string, Ratio>>): Step {
  return { by: "score", step: name, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, exactText(value)])) };
}

function texts(criteria: CriteriaSet, { code, maxPoints, node }: CriteriaNode, points: Ratio, countedMax: Ratio) {
  return {
    code,
    points: exactText(points),
    published: round(points, criteria.file.policies.rounding),
    maxPoints: node.maxPoints,
    countedMax: compare(countedMax, maxPoints) === 0 ? node.maxPoints : exactText(countedMax),
    ...(node.beyondMax === undefined ? {} : { beyondMax: node.beyondMax }),
  };
}

/**
 * Gives the points of leaves that are split equally (chia đều điểm cho các tiêu chí còn lại) to the leaves beside them that
 * count: each maximum grows by the same amount, and what the leaf earned grows in proportion to its maximum.
 * Where no leaf is left to take them, they leave the maximum that counts; so do those of a bonus or penalty, which is no part of the sum.
 */
function handOut(children: readonly (Added | LeafAward)[]): readonly (Added | LeafAward)[] {
  const takers = children.filter(isTaker);
  const givers = takers.length === 0 ? [] : children.filter(isGiver).filter(isPart);
  return children.map((child) => {
    if (isGiver(child)) return givers.includes(child) ? child : { ...child, policy: "leaveOut" as const };
    return givers.length > 0 && isTaker(child) ? grown(child, givers, takers.length) : child;
  });
}

function isGiver(child: Added | LeafAward): child is LeafAward {
  return "leaf" in child && child.policy === "splitEqually";
}

function isTaker(child: Added | LeafAward): child is LeafAward {
  return "leaf" in child && !isZero(child.countedMax) && isPart(child);
}

function isPart({ leaf }: LeafAward): boolean {
  return leaf.node.beyondMax === undefined;
}

function grown(taker: LeafAward, givers: readonly LeafAward[], takers: number): LeafAward {
  const extra = divide(sum(givers.map(({ leaf }) => leaf.maxPoints)), ratio(takers));
  const countedMax = add(taker.countedMax, extra);
  const points = divide(multiply(taker.points, countedMax), taker.countedMax);
  const { values, ...shared } = step("sharedIn", { before: taker.points, extra, countedMax, points });
  const from = givers.map(({ leaf }) => leaf.code).join(", ");
  return { ...taker, points, countedMax, steps: [...taker.steps, { ...shared, values: { from, ...values } }] };
}

import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import type { ConditionLevel, GradeCondition } from "../criteria/grading";
import { fold } from "../criteria/tree";
import { figuresOf } from "../evidence/readItem";
import { exactText, fromDecimal, fromExactText } from "../exact/decimal";
import { compare, divide, hundred, isZero, multiply, zero } from "../exact/ratio";
import { measureFigures } from "../rules/boundRule";
import { type Bounds, holds } from "../rules/bounds";
import { incompleteLeaves } from "../score/nodeScore";
import type { NodeScore, Score } from "../score/score";
import type { FactStep, NodesStep, Verdict } from "./classification";

/** Whether a condition of a grade holds of a unit, with what was looked at. Where something is missing it is not decided, unless what is there decides it. */
export function judgeCondition(
  criteria: CriteriaSet,
  score: Score,
  grade: string,
  condition: GradeCondition,
  index: number,
): NodesStep | FactStep {
  return condition.kind === "fact"
    ? { step: "fact", grade, fact: condition.fact, condition: index, ...judgeFact(criteria, score, condition) }
    : judgeNodes(criteria, score, grade, condition);
}

function judgeNodes(criteria: CriteriaSet, score: Score, grade: string, condition: Exclude<GradeCondition, { kind: "fact" }>): NodesStep {
  const nodes = conditionNodes(criteria, score, condition.of);
  const open = nodes.filter((node) => incompleteLeaves(node) > 0).map(({ code }) => code);
  const failing = nodes
    .filter(({ code }) => !open.includes(code))
    .filter((node) => (condition.kind === "noZero" ? compare(fromExactText(node.points), zero) <= 0 : isBelow(node, condition.percent)))
    .map((node) => ({ code: node.code, points: node.points, countedMax: node.countedMax, percent: exactText(percentOf(node)) }));
  return {
    step: condition.kind,
    grade,
    of: condition.of,
    ...(condition.kind === "eachAtLeast" ? { percent: condition.percent } : {}),
    verdict: failing.length > 0 ? "fails" : open.length > 0 ? "undecided" : "holds",
    failing,
    open,
  };
}

function isBelow(node: NodeScore, percent: string): boolean {
  return compare(percentOf(node), fromDecimal(percent)) < 0;
}

/** A node's points in percent of the maximum that counted. */
function percentOf({ points, countedMax }: NodeScore) {
  return divide(multiply(hundred, fromExactText(points)), fromExactText(countedMax));
}

/** The nodes that a condition looks at: those that count, without what stands beyond the maximum. */
export function conditionNodes(criteria: CriteriaSet, { root, unit }: Score, level: ConditionLevel): readonly NodeScore[] {
  const { nodes } = treeOf(criteria, unit.group);
  const counts = ({ code, countedMax }: NodeScore) => !isZero(fromExactText(countedMax)) && nodes.get(code)?.node.beyondMax === undefined;
  const areas = root.children.filter(counts);
  if (level === "areas") return areas;
  if (level === "criteria") return areas.flatMap((area) => (area.children ?? [area]).filter(counts));
  return areas.flatMap((area) =>
    fold<NodeScore, readonly NodeScore[]>(area, (node, children) =>
      counts(node) ? (node.children === undefined ? [node] : children.flat()) : [],
    ),
  );
}

function judgeFact(
  criteria: CriteriaSet,
  score: Score,
  condition: { readonly fact: string } & Bounds,
): Pick<FactStep, "verdict" | "state" | "value" | "steps"> {
  const bound = criteria.facts.get(condition.fact);
  const figures = figuresOf(score.facts?.[condition.fact]);
  const measured = bound === undefined || figures === undefined ? undefined : measureFigures(bound.measure, figures);
  if (bound === undefined || measured === undefined || "waiting" in measured) {
    return { verdict: "undecided", state: "missing", value: null, steps: [] };
  }
  const { steps } = measured;
  if ("nothingDue" in measured) return { verdict: bound.fact.nothingDue ?? "undecided", state: "nothingDue", value: null, steps };
  if ("notDone" in measured) return { verdict: "fails", state: "notDone", value: null, steps };
  const verdict: Verdict = holds(measured.value, condition) ? "holds" : "fails";
  return { verdict, state: "measured", value: exactText(measured.value), steps };
}

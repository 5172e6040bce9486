import { parseCriteria, parseEvidence, scoreUnit } from "par-index";
import type { CriteriaSet } from "../../src/criteria/criteriaSet";
import { listNodes } from "../../src/criteria/tree";
import type { BranchScore, LeafScore, NodeScore, Score } from "../../src/score/score";
import type { Scenario } from "../arbitraries/criteria";
import type { CriteriaDocument, CriterionDocument } from "../oracle/documents";

export function criteriaOf({ file, readings }: Scenario): CriteriaSet {
  return parseCriteria(file, { readings });
}

/** The score of a scenario's first unit. */
export function scoreOf(scenario: Scenario): Score {
  const criteria = criteriaOf(scenario);
  return scoreUnit(criteria, parseEvidence(criteria, scenario.reports[0]));
}

export function nodesOf({ root }: Score): readonly NodeScore[] {
  return listNodes<NodeScore>(root);
}

export function leavesOf(score: Score): readonly LeafScore[] {
  return nodesOf(score).filter((node): node is LeafScore => node.children === undefined);
}

export function branchesOf(score: Score): readonly BranchScore[] {
  return nodesOf(score).filter((node): node is BranchScore => node.children !== undefined);
}

/** The same file with the children of every branch in another order. */
export function reordered(file: CriteriaDocument, turn: number): CriteriaDocument {
  return { ...file, children: turned(file.children, turn) };
}

function turned(children: readonly CriterionDocument[], turn: number): readonly CriterionDocument[] {
  const start = turn % children.length;
  const order = [...children.slice(start), ...children.slice(0, start)];
  return (turn % 2 === 0 ? order.reverse() : order).map((child) =>
    child.children === undefined ? child : { ...child, children: turned(child.children, turn) },
  );
}

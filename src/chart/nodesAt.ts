import type { CriteriaNode } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";

interface Levelled {
  readonly node: CriteriaNode;
  readonly level: number;
}

/** The nodes so many levels below the root, and leaves that end above; without bonus and penalty, which are no part of a maximum. */
export function nodesAt(root: CriteriaNode, level: number): readonly CriteriaNode[] {
  const levelled = fold<CriteriaNode, readonly Levelled[]>(root, (node, children) =>
    node.node.beyondMax === undefined
      ? [{ node, level: 0 }, ...children.flat().map((below) => ({ node: below.node, level: below.level + 1 }))]
      : [],
  );
  return levelled.filter(({ node, level: own }) => own === level || (own < level && node.children === undefined)).map(({ node }) => node);
}

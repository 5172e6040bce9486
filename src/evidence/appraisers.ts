import type { CriteriaNode, CriteriaTree } from "../criteria/criteriaSet";
import { fold, listNodes } from "../criteria/tree";

/** The agency that appraises each node (cơ quan thẩm định), by code: the node's own, or that of the nearest node above it. */
export function appraisersOf({ root }: CriteriaTree): ReadonlyMap<string, string> {
  return fold<CriteriaNode, ReadonlyMap<string, string>>(root, (node, children) => {
    const stated = children.flatMap((below) => [...below]);
    const { appraiser } = node.node;
    const own = appraiser === undefined ? [] : listNodes<CriteriaNode>(node).map(({ code }) => [code, appraiser] as const);
    return new Map([...own, ...stated]);
  });
}

/** Anything with the shape of a criteria tree: a criterion, its score, its explanation, its change. */
export interface Tree<N> {
  readonly children?: readonly N[] | undefined;
}

/** Folds a tree from its leaves to its root. The only recursion over trees in this library. */
export function fold<N extends Tree<N>, T>(node: N, visit: (node: N, children: readonly T[]) => T): T {
  return visit(
    node,
    (node.children ?? []).map((child) => fold(child, visit)),
  );
}

/** Every node, each before its children: the order of the printed table. */
export function listNodes<N extends Tree<N>>(root: N): N[] {
  return fold<N, N[]>(root, (node, children) => [node, ...children.flat()]);
}

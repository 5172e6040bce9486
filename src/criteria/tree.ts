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

/** A node of a tree with its parent and the keys that lead to it from the root. */
export interface Place<N> {
  readonly node: N;
  readonly parent: N | undefined;
  readonly path: readonly (string | number)[];
}

/** Every node with its place, each before its children. */
export function listPlaces<N extends Tree<N>>(root: N): Place<N>[] {
  return fold<N, Place<N>[]>(root, (node, children) => [
    { node, parent: undefined, path: [] },
    ...children.flatMap((below, index) =>
      below.map((place) => ({ ...place, parent: place.parent ?? node, path: ["children", index, ...place.path] })),
    ),
  ]);
}

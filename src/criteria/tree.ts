/** Anything with the shape of a criteria tree: a criterion, its score, its explanation, its change. */
export interface Tree<N> {
  readonly children?: readonly N[] | undefined;
}

/** Folds a tree from its leaves to its root. Recursion over trees is in this file only. */
export function fold<N extends Tree<N>, T>(node: N, visit: (node: N, children: readonly T[]) => T): T {
  return visit(node, node.children === undefined ? [] : node.children.map((child) => fold(child, visit)));
}

/** Every node, each before its children: the order of the printed table. */
export function listNodes<N extends Tree<N>>(root: N): N[] {
  const listed: N[] = [];
  const visit = (node: N): void => {
    listed.push(node);
    node.children?.forEach(visit);
  };
  visit(root);
  return listed;
}

/** True when the test holds for some leaf at or below a node; looks no further than the first. */
export function someLeaf<N extends Tree<N>>(node: N, holds: (leaf: N) => boolean): boolean {
  return node.children === undefined ? holds(node) : node.children.some((child) => someLeaf(child, holds));
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

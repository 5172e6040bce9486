import type { FileNode } from "./criteriaFile";
import { fold, listNodes, listPlaces } from "./tree";

/** True when some node is only for some groups of units, or differs for one. */
export function variesByGroup<Open>(root: FileNode<Open>): boolean {
  return listNodes(root).some(({ groups, byGroup }) => groups !== undefined || byGroup !== undefined);
}

export function isForGroup<Open>({ groups }: FileNode<Open>, group: string): boolean {
  return groups === undefined || groups.includes(group);
}

/** The groups, of those that a tree is for, whose units have each node: what it says of itself and what all above it say. */
export function groupsByNode<Open>(root: FileNode<Open>, groups: readonly string[]): ReadonlyMap<FileNode<Open>, readonly string[]> {
  const found = new Map<FileNode<Open>, readonly string[]>();
  for (const { node, parent } of listPlaces(root)) {
    const above = (parent === undefined ? undefined : found.get(parent)) ?? groups;
    found.set(
      node,
      above.filter((group) => isForGroup(node, group)),
    );
  }
  return found;
}

/** A node as it is for a group, its children left as they are. */
export function asForGroup<Open>(node: FileNode<Open>, group: string): FileNode<Open> {
  const stated = Object.entries(node.byGroup?.[group] ?? {}).filter(([, value]) => value !== undefined);
  return stated.length === 0 ? node : { ...node, ...Object.fromEntries(stated) };
}

/** The tree that a group of units is scored by; `undefined` when the node is not for it. */
export function nodeForGroup<Open>(root: FileNode<Open>, group: string): FileNode<Open> | undefined {
  return fold<FileNode<Open>, FileNode<Open> | undefined>(root, (node, children) => {
    if (!isForGroup(node, group)) return undefined;
    const own = asForGroup(node, group);
    return own.children === undefined ? own : { ...own, children: children.filter((child) => child !== undefined) };
  });
}

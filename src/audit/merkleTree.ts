import { type Digest, emptyRoot, isDigest, nodeHash } from "./digest";

/** A tree head (đầu cây): the root over the first `size` leaves. */
export interface TreeHead {
  readonly root: Digest;
  readonly size: number;
}

/** The leaves of a subtree: from `start` up to `end`, which is no longer among them. */
interface Subtree {
  readonly start: number;
  readonly end: number;
}

/** The root (gốc) of the Merkle tree over leaves: MTH in RFC 9162, 2.1.1. */
export function treeRoot(leaves: readonly Digest[]): Digest {
  return leaves.length === 0 ? emptyRoot : rootOf(leaves, { start: 0, end: leaves.length });
}

function rootOf(leaves: readonly Digest[], subtree: Subtree): Digest {
  if (isLeaf(subtree)) return leaves[subtree.start] as Digest;
  const { left, right } = halvesOf(subtree);
  return nodeHash(rootOf(leaves, left), rootOf(leaves, right));
}

function isLeaf({ start, end }: Subtree): boolean {
  return end - start === 1;
}

/** Both subtrees below a node: the left one has as many leaves as the largest power of two that leaves some for the right one. */
function halvesOf({ start, end }: Subtree): { readonly left: Subtree; readonly right: Subtree } {
  let width = 1;
  while (width * 2 < end - start) width *= 2;
  return { left: { start, end: start + width }, right: { start: start + width, end } };
}

/** Where the way from the root towards a leaf ended, and the subtrees that it passed by, the lowest first. */
interface Descent {
  readonly reached: Subtree;
  readonly passed: readonly Subtree[];
}

/** The way from the root of a tree towards a leaf, down to the first subtree where it may end. */
function descend(size: number, leaf: number, mayEnd: (subtree: Subtree) => boolean): Descent {
  const passed: Subtree[] = [];
  let reached: Subtree = { start: 0, end: size };
  while (!mayEnd(reached)) {
    const { left, right } = halvesOf(reached);
    const turnsLeft = leaf < left.end;
    passed.push(turnsLeft ? right : left);
    reached = turnsLeft ? left : right;
  }
  return { reached, passed: passed.reverse() };
}

/** The root of a subtree on the way up, and the side on which it stands. */
interface Sibling {
  readonly root: Digest;
  readonly isLeft: boolean;
}

/** The siblings on the way up from a subtree that starts at the leaf `start`: what the way down passed by, with roots from a proof. */
function siblingsOf(start: number, passed: readonly Subtree[], roots: readonly Digest[]): readonly Sibling[] {
  return passed.map((subtree, step) => ({ root: roots[step] as Digest, isLeft: subtree.start < start }));
}

/** The way back up from a node through its siblings. */
function climb(node: Digest, siblings: readonly Sibling[]): Digest {
  return siblings.reduce((below, { root, isLeft }) => (isLeft ? nodeHash(root, below) : nodeHash(below, root)), node);
}

/**
 * The inclusion proof (chứng minh có mặt) of a leaf: the roots of the subtrees beside its way to the root, the lowest first. It
 * is PATH in RFC 9162, 2.1.3.1.
 *
 * **Errors:** `RangeError` where the tree has no such leaf.
 */
export function inclusionProof(leaves: readonly Digest[], index: number): readonly Digest[] {
  if (!isLeafOf(index, leaves.length)) throw new RangeError(`no leaf ${index} among ${leaves.length}`);
  return descend(leaves.length, index, isLeaf).passed.map((subtree) => rootOf(leaves, subtree));
}

/**
 * The root that a leaf has by its inclusion proof (RFC 9162, 2.1.3.2): the leaf is in the tree if that is the tree's root.
 * `undefined` where no tree of this size has such a proof: it has no such leaf, or the proof has too many digests, too few, or
 * something that is no digest.
 *
 * The size has to come from the head that gives the root: a leaf may have the same way to the root in trees of several sizes.
 */
export function rootFromInclusion(leaf: Digest, index: number, size: number, proof: readonly Digest[]): Digest | undefined {
  if (!isLeafOf(index, size) || ![leaf, ...proof].every(isDigest)) return undefined;
  const { passed } = descend(size, index, isLeaf);
  return proof.length === passed.length ? climb(leaf, siblingsOf(index, passed, proof)) : undefined;
}

function isLeafOf(index: number, size: number): boolean {
  return isCount(index) && isCount(size) && index < size;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * The consistency proof (chứng minh nhất quán) between the tree over the first `from` leaves and the tree over all of them:
 * PROOF in RFC 9162, 2.1.4.1. From a tree without leaves, which the RFC leaves out, there is nothing to prove.
 *
 * **Errors:** `RangeError` where there are fewer leaves than `from`.
 */
export function consistencyProof(leaves: readonly Digest[], from: number): readonly Digest[] {
  if (!isCount(from) || from > leaves.length) throw new RangeError(`no tree of ${from} leaves among ${leaves.length}`);
  if (from === 0) return [];
  const { reached, passed } = descendToEnd(leaves.length, from);
  // Whoever verifies knows the root of the whole earlier tree.
  const unknown = isWholeEarlierTree(reached) ? passed : [reached, ...passed];
  return unknown.map((subtree) => rootOf(leaves, subtree));
}

/** The way down to the largest subtree that ends where the earlier tree ended: both trees have it. */
function descendToEnd(to: number, from: number): Descent {
  return descend(to, from - 1, ({ end }) => end === from);
}

function isWholeEarlierTree(reached: Subtree): boolean {
  return reached.start === 0;
}

/** The claim that a tree continues an earlier one, and its proof. */
export interface Consistency {
  readonly from: number;
  readonly fromRoot: Digest;
  readonly to: number;
  readonly toRoot: Digest;
  readonly proof: readonly Digest[];
}

/**
 * Whether a proof shows that a tree of `to` leaves continues an earlier one: that its first `from` leaves are the earlier tree's,
 * unchanged and in the same order (RFC 9162, 2.1.4.2). Sizes and roots have to come from heads, as for an inclusion proof.
 */
export function provesConsistency({ from, fromRoot, to, toRoot, proof }: Consistency): boolean {
  if (!isCount(from) || !isCount(to) || from > to || ![fromRoot, toRoot, ...proof].every(isDigest)) return false;
  if (from === 0) return proof.length === 0 && fromRoot === emptyRoot && (to > 0 || toRoot === emptyRoot);
  const { reached, passed } = descendToEnd(to, from);
  const [shared, ...roots] = isWholeEarlierTree(reached) ? [fromRoot, ...proof] : proof;
  if (shared === undefined || roots.length !== passed.length) return false;
  const siblings = siblingsOf(reached.start, passed, roots);
  // What stands to the right of the shared subtree came later.
  const earlier = siblings.filter(({ isLeft }) => isLeft);
  return climb(shared, earlier) === fromRoot && climb(shared, siblings) === toRoot;
}

/**
 * What a tree that grows needs to know of its leaves: how many there are, and the roots of the complete subtrees that they form,
 * the largest first. There are as many as the size has binary digits that are 1.
 */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Digest[];
}

/** The frontier of a tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** The frontier with one leaf more: subtrees of the same size merge, as in adding 1 to a binary number (RFC 9162, 2.1.2). */
export function appendLeaf({ size, roots }: Frontier, leaf: Digest): Frontier {
  const kept = [...roots];
  let node = leaf;
  for (let carry = size; carry % 2 === 1; carry = (carry - 1) / 2) node = nodeHash(kept.pop() as Digest, node);
  return { size: size + 1, roots: [...kept, node] };
}

/** The root of the tree whose frontier this is: the same as `treeRoot` of all its leaves (RFC 9162, 2.1.2). */
export function frontierRoot({ roots }: Frontier): Digest {
  return roots.length === 0 ? emptyRoot : roots.reduceRight((right, left) => nodeHash(left, right));
}

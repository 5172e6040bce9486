import type { Leaf } from "../criteria/criteriaSet";
import { wholeQuotient } from "../exact/filtered";
import { divide, multiply, ratio } from "../exact/ratio";
import { type Batch, type BatchBranch, type BatchLeaf, type BatchNode, type BatchTree, isBatchLeaf, type Quotient } from "./compileBatch";
import type { Weighting } from "./reweigh";

/** A leaf under other weights, what its own points are multiplied by, and the leaf as it was. */
export interface WeightedLeaf extends BatchLeaf {
  readonly factor: number;
  readonly before: BatchLeaf;
}

/** A branch under other weights, and as it was. */
export interface WeightedBranch extends BatchBranch {
  readonly together: readonly WeightedLeaf[];
  readonly before: BatchBranch;
}

/** A tree that other weights are written into. A leaf may be among `leaves` only: its branch then adds it up together with others. */
export interface WeightedTree extends BatchTree {
  readonly nodes: readonly (WeightedLeaf | WeightedBranch)[];
  readonly leaves: readonly WeightedLeaf[];
}

/** The trees of all groups, by their ids; groups may share one. */
export type WeightedTrees = ReadonlyMap<string, WeightedTree>;

/** Copies of a batch's trees: see {@link weightedTree}. */
export function weightedTrees({ trees }: Batch, isWanted: (code: string) => boolean): WeightedTrees {
  const copies = new Map([...new Set(trees.values())].map((tree) => [tree, weightedTree(tree, isWanted)]));
  return new Map([...trees].map(([group, tree]) => [group, copies.get(tree) as WeightedTree]));
}

/**
 * A copy of a tree for other weights, with no more nodes than are needed: those that are wanted, and those at which more is done
 * than to add up. A branch that but adds up gives its children to the branch above; leaves are added up together where they can be.
 */
function weightedTree({ nodes }: BatchTree, isWanted: (code: string) => boolean): WeightedTree {
  const branches = nodes.flatMap((node) => (isBatchLeaf(node) ? [] : [node]));
  const apart = new Set<BatchNode>(branches.flatMap(({ beyond, sharing }) => [...beyond, ...sharing]));
  const copies = new Map<BatchNode, WeightedLeaf | WeightedBranch>();
  const of = (node: BatchNode) => copies.get(node) as WeightedLeaf | WeightedBranch;
  const isKept = (node: BatchNode) => apart.has(node) || isWanted(node.code) || (isBatchLeaf(node) ? node.sign === -1 : !onlyAddsUp(node));
  /** What a node adds to the branch above it: itself, or what is below. */
  const parts = (node: BatchNode): readonly BatchNode[] => (isBatchLeaf(node) || isKept(node) ? [node] : node.base.flatMap(parts));
  for (const node of nodes) {
    if (isBatchLeaf(node)) {
      copies.set(node, { ...node, factor: 1, before: node });
      continue;
    }
    const base = node.base.flatMap(parts);
    copies.set(node, {
      ...node,
      before: node,
      base: base.filter((part) => isKept(part)).map(of),
      together: base.filter((part) => !isKept(part)).map((part) => of(part) as WeightedLeaf),
      beyond: node.beyond.map(of),
      sharing: node.sharing.map((leaf) => of(leaf) as WeightedLeaf),
    });
  }
  const root = nodes.at(-1);
  return {
    nodes: nodes.filter((node) => node === root || isKept(node)).map(of),
    leaves: nodes.map(of).filter((node): node is WeightedLeaf => isBatchLeaf(node)),
  };
}

function onlyAddsUp({ beyondMax, beyond, rescaleTo, sharing }: BatchBranch): boolean {
  return beyondMax === undefined && beyond.length === 0 && rescaleTo === undefined && sharing.length === 0;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Writes weights into a tree. */
export function setWeights({ nodes, leaves }: WeightedTree, weighting: Weighting): void {
  for (const leaf of leaves) setWeight(leaf, factorOf(weighting, leaf.leaf));
  for (const node of nodes) if (!isBatchLeaf(node)) setMost(node, weighting.one);
}

export function factorOf({ one, factors }: Weighting, { code, beyondMax }: Leaf): number {
  return beyondMax === undefined ? (factors[code] ?? one) : one;
}

function setWeight(leaf: Writable<WeightedLeaf>, factor: number): void {
  const { most, counts, hasPoints } = leaf.before;
  leaf.factor = factor;
  leaf.most = most * factor;
  leaf.counts = factor === 0 ? new Uint8Array(counts.length) : counts;
  leaf.hasPoints = factor === 0 ? new Uint8Array(hasPoints.length) : hasPoints;
}

function setMost(branch: Writable<WeightedBranch>, one: number): void {
  const { before, base, together } = branch;
  branch.most = before.beyondMax === undefined ? sumOfMost(base) + sumOfMost(together) : before.most * one;
  branch.rescaleTo = before.rescaleTo && inProportion(before.rescaleTo, branch.most, before.most);
}

function sumOfMost(nodes: readonly BatchNode[]): number {
  let most = 0;
  for (const node of nodes) most += node.most;
  return most;
}

function inProportion({ dividend, divisor }: Quotient, most: number, before: number): Quotient {
  const isKnown = [dividend, divisor, most, before].every(Number.isSafeInteger) && before > 0;
  if (!isKnown) return { dividend: Number.NaN, divisor: 1 };
  return wholeQuotient(divide(multiply(ratio(dividend), ratio(most)), multiply(ratio(divisor), ratio(before))), 1n);
}

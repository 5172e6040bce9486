import { type Branch, type CriteriaNode, type CriteriaSet, isLeaf, type Leaf, measureOf, treeOf } from "../criteria/criteriaSet";
import type { LeftOutPolicy } from "../criteria/policies";
import { fold, listNodes } from "../criteria/tree";
import { exactText, fromDecimal } from "../exact/decimal";
import { wholeNumber, wholeQuotient } from "../exact/filtered";
import { greatestCommonDivisor, type Ratio, ratio } from "../exact/ratio";
import { needsCohort } from "../rules/boundRule";
import { notApplicablePolicy } from "../score/awardLeaf";
import { withoutPoints } from "../score/nodeScore";
import { type LeafState, leafStates } from "../score/score";
import type { WeightedLeaf } from "./weightedTree";

/**
 * A criteria set made ready to score columns (chấm hàng loạt): its trees as lists, every number in them as a whole number of
 * units of `1 ÷ scale` of a point.
 */
export interface Batch {
  readonly criteria: CriteriaSet;
  /** How many units a point has: so many that every maximum, and half of the last digit that is published, is a whole number of them. */
  readonly scale: bigint;
  /** Half of the last digit that is published, in those units. */
  readonly half: number;
  /** The tree of each group of units, by its id. */
  readonly trees: ReadonlyMap<string, BatchTree>;
}

/** A tree's nodes, each behind those below it. */
export interface BatchTree {
  readonly nodes: readonly BatchNode[];
  readonly leaves: readonly BatchLeaf[];
}

export type BatchNode = BatchLeaf | BatchBranch;

export interface BatchBranch {
  readonly code: string;
  readonly beyondMax: "bonus" | "penalty" | undefined;
  /** The sign of what it adds up, but for bonus and penalty beside it. */
  readonly sign: 1 | -1;
  readonly most: number;
  readonly base: readonly BatchNode[];
  readonly beyond: readonly BatchNode[];
  /** What the rest is brought up to where something was left out. */
  readonly rescaleTo: Quotient | undefined;
  /** The leaves of which some give their points to the others, where they are left out; none where no leaf ever does. */
  readonly sharing: readonly BatchLeaf[];
  /** Leaves that are weighed and added up together, and are no part of `base`; none but under other weights. */
  readonly together: readonly WeightedLeaf[];
}

/** `dividend ÷ divisor`, two whole numbers. */
export interface Quotient {
  readonly dividend: number;
  readonly divisor: number;
}

export interface BatchLeaf {
  readonly code: string;
  readonly leaf: Leaf;
  readonly children?: undefined;
  /** Points of a penalty are below zero. */
  readonly sign: 1 | -1;
  readonly most: number;
  readonly comparesUnits: boolean;
  /** By the place of its state among `leafStates`: the points without figures, whether its maximum counts, and what the state says. */
  readonly points: Float64Array;
  readonly counts: Uint8Array;
  readonly hasPoints: Uint8Array;
  readonly gives: Uint8Array;
}

/** Points are written with so many decimals at most, but in sets that nobody has seen; those are scored all the same, only slower. */
const writtenPlaces = 6;

/**
 * A criteria set, ready to score many units at once: by `columnsOf` and `scoreColumns`.
 *
 * @example
 * ```ts
 * import { compileBatch } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 * compileBatch(loadCriteria("example/tiny")).scale; // => 2000000n
 * ```
 */
export function compileBatch(criteria: CriteriaSet): Batch {
  const trees = criteria.file.groups.map(({ id }) => [id, treeOf(criteria, id)] as const);
  const scale = trees
    .flatMap(([, { root }]) => listNodes<CriteriaNode>(root).flatMap(numbersOf))
    .reduce(commonScale, 2n * 10n ** BigInt(writtenPlaces));
  const compiled = new Map([...new Set(trees.map(([, tree]) => tree))].map((tree) => [tree, compileTree(criteria, tree.root, scale)]));
  return {
    criteria,
    scale,
    half: wholeNumber(ratio(1n, 2n * 10n ** BigInt(criteria.file.policies.rounding.places)), scale),
    trees: new Map(trees.map(([id, tree]) => [id, compiled.get(tree) as BatchTree])),
  };
}

/** The tree that units of a group are scored by. */
export function batchTree<Tree extends BatchTree>({ trees }: { readonly trees: ReadonlyMap<string, Tree> }, group: string): Tree {
  const tree = trees.get(group);
  if (tree === undefined) throw new TypeError(`no tree of the group ${group}; its evidence was not checked`);
  return tree;
}

export function isBatchLeaf<Leaf extends BatchLeaf, Branch extends BatchBranch>(node: Leaf | Branch): node is Leaf {
  return (node as Partial<BatchLeaf>).leaf !== undefined;
}

/** The maximum that counts of a leaf in a state. */
export function countedMaxIn({ most, counts }: BatchLeaf, state: number): number {
  return counts[state] === 1 ? most : 0;
}

/** The place of a leaf's state in columns of states. */
export const stateAt = Object.fromEntries(leafStates.map((state, place) => [state, place])) as Readonly<Record<LeafState, number>>;

const { missing, waiting } = stateAt;

/** True of the place of a state in which a leaf has no points yet. */
export function isIncomplete(state: number): boolean {
  return state === missing || state === waiting;
}

function numbersOf({ maxPoints, node }: CriteriaNode): readonly Ratio[] {
  return node.rescaleTo === undefined ? [maxPoints] : [maxPoints, fromDecimal(node.rescaleTo.points)];
}

function commonScale(scale: bigint, { denominator }: Ratio): bigint {
  return (scale / greatestCommonDivisor(scale, denominator)) * denominator;
}

function compileTree(criteria: CriteriaSet, root: CriteriaNode, scale: bigint): BatchTree {
  const nodes: BatchNode[] = [];
  fold<CriteriaNode, BatchNode>(root, (node, children) => {
    const compiled = isLeaf(node) ? compileLeaf(criteria, node, scale) : compileBranch(node, children, scale);
    nodes.push(compiled);
    return compiled;
  });
  return { nodes, leaves: nodes.filter(isBatchLeaf) };
}

function compileBranch(branch: Branch, children: readonly BatchNode[], scale: bigint): BatchBranch {
  const isBeyond = (child: BatchNode) => (isBatchLeaf(child) ? child.leaf.node : child).beyondMax !== undefined;
  const base = children.filter((child) => !isBeyond(child));
  const { rescaleTo } = branch.node;
  const leaves = base.filter(isBatchLeaf);
  return {
    code: branch.code,
    beyondMax: branch.node.beyondMax,
    sign: base[0]?.sign ?? 1,
    most: wholeNumber(branch.maxPoints, scale),
    base,
    beyond: children.filter(isBeyond),
    rescaleTo: rescaleTo === undefined ? undefined : wholeQuotient(fromDecimal(rescaleTo.points), scale),
    sharing: leaves.some(({ gives }) => gives.includes(1)) ? leaves : [],
    together: [],
  };
}

function compileLeaf(criteria: CriteriaSet, leaf: Leaf, scale: bigint): BatchLeaf {
  const most = wholeNumber(leaf.maxPoints, scale);
  const policies = leafStates.map((state) => policyOf(criteria, leaf, state));
  const counts = leafStates.map((state, place) => Number(most !== 0 && !countsNothing(state, policies[place])));
  const isZeroMax = leaf.node.maxPoints === exactText(ratio(0));
  return {
    code: leaf.code,
    leaf,
    sign: leaf.beyondMax === "penalty" ? -1 : 1,
    most,
    comparesUnits: needsCohort(measureOf(leaf)),
    points: Float64Array.from(policies, (policy) => (policy === "fullPoints" ? most : 0)),
    counts: Uint8Array.from(counts),
    hasPoints: Uint8Array.from(leafStates, (state, place) => Number(!withoutPoints.includes(state) && counts[place] !== 0 && !isZeroMax)),
    gives: Uint8Array.from(policies, (policy) => Number(policy === "splitEqually" && leaf.node.beyondMax === undefined)),
  };
}

function policyOf(criteria: CriteriaSet, leaf: Leaf, state: LeafState): LeftOutPolicy | "refuse" | undefined {
  if (state === "notApplicable") return notApplicablePolicy(criteria, leaf);
  return state === "nothingDue" ? leaf.node.nothingDue : undefined;
}

function countsNothing(state: LeafState, policy: LeftOutPolicy | "refuse" | undefined): boolean {
  return state === "monitored" || state === "notSelfScored" || policy === "leaveOut" || policy === "splitEqually";
}

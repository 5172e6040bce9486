import type * as z from "zod/mini";
import { fromDecimal } from "../exact/decimal";
import type { Ratio } from "../exact/ratio";
import type { Words } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { type BoundRule, fieldsOf, figuresSchema, measureFields } from "../rules/boundRule";
import type { BoundMeasure, Field, Figures, Measure, RuleKind } from "../rules/ruleKind";
import type { CriteriaFile, FileNode, MeasureText, RuleText } from "./criteriaFile";
import type { GradingFact } from "./grading";
import { nodeForGroup, variesByGroup } from "./groupVariants";
import { fold, listNodes } from "./tree";

/** A tree of criteria with its rules bound. */
export interface CriteriaTree {
  /** The whole, with the code `total`. */
  readonly root: CriteriaNode;
  /** Every node by its code, each before its children. */
  readonly nodes: ReadonlyMap<string, CriteriaNode>;
  readonly leaves: readonly Leaf[];
}

/**
 * A criteria set (bộ tiêu chí) that proved itself, with its rules bound: what everything after it works on. Its own tree is
 * the whole as the file writes it; where groups of units differ, {@link treeOf} answers the tree of one group.
 */
export interface CriteriaSet extends CriteriaTree {
  readonly file: CriteriaFile;
  /** The readings chosen where sources disagree, by code, but for those that the file takes anyway. */
  readonly readings: Readonly<Record<string, string>>;
  /** The tree of each group of units, by its id. */
  readonly trees: ReadonlyMap<string, CriteriaTree>;
  /** The facts that its grading speaks of, by their ids, ready to be read; none where it does not grade. */
  readonly facts: ReadonlyMap<string, BoundFact>;
}

/** A fact of the grading with its measure, and the figures that are reported of it. */
export interface BoundFact {
  readonly fact: GradingFact;
  readonly measure: BoundMeasure;
  readonly fields: readonly Field[];
  readonly figures: z.ZodMiniType<Figures>;
}

export type CriteriaNode = Branch | Leaf;

interface Node {
  readonly code: string;
  readonly title: Words;
  readonly maxPoints: Ratio;
  /** The node as the file writes it, for the group at hand and under the reading chosen. */
  readonly node: FileNode;
}

/** An area (lĩnh vực), a criterion (tiêu chí) or the whole: its points are the sum of its children's. */
export interface Branch extends Node {
  readonly children: readonly CriteriaNode[];
}

/** A leaf: where evidence is reported and points are awarded. A monitored leaf has no rule and carries no points. */
export interface Leaf extends Node {
  readonly children?: undefined;
  /** The bonus (điểm cộng) or penalty (điểm trừ) that it is, or is a part of. */
  readonly beyondMax?: "bonus" | "penalty";
  readonly rule?: BoundRule;
  readonly monitors?: BoundMeasure;
  readonly fields: readonly Field[];
  readonly figures: z.ZodMiniType<Figures>;
}

/** The kinds and measures that a set's rules may name. */
export interface RuleBook {
  readonly kinds: readonly RuleKind[];
  readonly measures: readonly Measure[];
}

export function isLeaf(node: CriteriaNode): node is Leaf {
  return node.children === undefined;
}

/** The leaves at or below a node, in the order of the printed table. */
export function leavesOf(node: CriteriaNode): readonly Leaf[] {
  return listNodes<CriteriaNode>(node).filter(isLeaf);
}

/** The measure that a leaf's rule reads, or that a monitored leaf shows. */
export function measureOf({ rule, monitors }: Leaf): BoundMeasure | undefined {
  return rule?.measure ?? monitors;
}

/**
 * The tree of criteria (cây tiêu chí) that a group of units is scored by; the whole where no group is given, or all have the same.
 *
 * @example
 * ```ts
 * import { treeOf } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * treeOf(loadCriteria("example/tiny"), "commune").leaves.length; // => 3
 * ```
 */
export function treeOf(criteria: CriteriaSet, group?: string): CriteriaTree {
  return (group === undefined ? undefined : criteria.trees.get(group)) ?? criteria;
}

/** True where groups of units are scored by different trees. */
export function differsByGroup({ trees, root }: CriteriaSet): boolean {
  return [...trees.values()].some((tree) => tree.root !== root);
}

/** Binds a file's rules. Total for a file that fits its schema and has nothing open. */
export function compileCriteria(file: CriteriaFile, book: RuleBook, readings: Readonly<Record<string, string>>): CriteriaSet {
  const written = rootOf(file);
  const whole = compileTree(written, book, readings);
  const differs = variesByGroup(written);
  const trees = file.groups.map(
    ({ id }) => [id, differs ? compileTree(nodeForGroup(written, id) ?? written, book, readings) : whole] as const,
  );
  const nodes = listNodes(written);
  const chosen = Object.entries(readings).filter(([code, reading]) =>
    nodes.some((node) => node.code === code && node.interpretation !== undefined && node.interpretation.taken.id !== reading),
  );
  const facts = file.grading?.facts ?? [];
  return {
    ...whole,
    file,
    readings: Object.fromEntries(chosen),
    trees: new Map(trees),
    facts: new Map(facts.map((fact) => [fact.id, bindFact(fact, book)])),
  };
}

function bindFact(fact: GradingFact, book: RuleBook): BoundFact {
  const measure = bindMeasure(fact.reads, book);
  const fields = measureFields(measure);
  return { fact, measure, fields, figures: figuresSchema(fields) };
}

function compileTree(written: FileNode, book: RuleBook, readings: Readonly<Record<string, string>>): CriteriaTree {
  const beyond = beyondMaxOf(written);
  const root = fold<FileNode, CriteriaNode>(written, (node, children) =>
    node.children === undefined
      ? { ...compileLeaf(underReading(node, readings[node.code]), book), ...beyond.get(node) }
      : { ...shared(node), children },
  );
  const nodes = new Map(listNodes<CriteriaNode>(root).map((node) => [node.code, node]));
  return { root, nodes, leaves: leavesOf(root) };
}

/** For every node at or below a bonus or penalty, which of the two. */
function beyondMaxOf({ children = [] }: FileNode): ReadonlyMap<FileNode, Pick<Leaf, "beyondMax">> {
  return new Map(
    children.flatMap((child) => {
      const { beyondMax } = child;
      return beyondMax === undefined ? [] : listNodes(child).map((node) => [node, { beyondMax }] as const);
    }),
  );
}

/** The file's tree as one node, so that the whole is treated like any branch. */
export function rootOf<Open = never>(file: CriteriaFile<Open>): FileNode<Open> {
  const { title, maxPoints, children, byGroup, rescaleTo, instrument } = file;
  return { code: totalCode, title, maxPoints, children, byGroup, rescaleTo, provenance: { points: instrument.provenance } };
}

export function bindRule(rule: RuleText, book: RuleBook): BoundRule {
  const kind = book.kinds.find((candidate) => candidate.kind === rule.kind);
  if (kind === undefined) throw new TypeError(`no rule kind ${rule.kind}`);
  return rule.reads === undefined ? { kind, params: rule } : { kind, params: rule, measure: bindMeasure(rule.reads, book) };
}

export function bindMeasure(text: MeasureText, book: RuleBook): BoundMeasure {
  const measure = book.measures.find((candidate) => candidate.measure === text.measure);
  if (measure === undefined) throw new TypeError(`no measure ${text.measure}`);
  return { measure, params: text };
}

/** A leaf as one of its readings has it. */
export function underReading<Open>(node: FileNode<Open>, reading: string | undefined): FileNode<Open> {
  const other = node.interpretation?.others.find(({ id }) => id === reading);
  if (other === undefined) return node;
  return { ...node, rule: other.rule ?? node.rule, nothingDue: other.nothingDue ?? node.nothingDue };
}

function compileLeaf(node: FileNode, book: RuleBook): Leaf {
  const rule = node.rule === undefined ? undefined : bindRule(node.rule, book);
  const monitors = node.reads === undefined ? undefined : bindMeasure(node.reads, book);
  const fields = rule === undefined ? measureFields(monitors) : fieldsOf(rule);
  return {
    ...shared(node),
    ...(rule === undefined ? {} : { rule }),
    ...(monitors === undefined ? {} : { monitors }),
    fields,
    figures: figuresSchema(fields),
  };
}

function shared(node: FileNode): Node {
  return { code: node.code, title: node.title, maxPoints: fromDecimal(node.maxPoints), node };
}

import {
  type BoundFact,
  type CriteriaNode,
  type CriteriaSet,
  type CriteriaTree,
  isLeaf,
  type Leaf,
  treeOf,
} from "../../criteria/criteriaSet";
import { eventsOf, type GradingEvent } from "../../criteria/grading";
import type { ReportedRound } from "../../criteria/policies";
import { appraisersOf } from "../../evidence/appraisers";
import { isUnitsRound } from "../../evidence/roundsHeld";
import type { Field } from "../../rules/ruleKind";

/** A cell of a form to fill in: a figure of a rule or a fact, or what is recorded of an event. */
export type FormField = Pick<Field, "key" | "options" | "unit"> & { readonly label: Field["label"]; readonly type: Field["type"] | "text" };

/** Where in a report something stands: the part of the report, and the code or id in it. */
export interface ItemPlace {
  readonly part: "items" | "facts" | "events";
  readonly id: string;
}

/** A branch of the tree, or a leaf of which this form asks nothing. */
export interface PrintedRow {
  readonly kind: "branch" | "closed";
  readonly node: CriteriaNode;
  /** How far below the whole it stands, from 1; the whole, which adds all up, is 0. */
  readonly level: number;
}

/** A heading over the facts and events on which grades depend. */
export interface SectionRow {
  readonly kind: "section";
  readonly title: string;
}

/** One figure of a leaf, fact or event; the first of them bears what is said of the whole. A leaf without figures has one row. */
export interface FigureRow {
  readonly kind: "figure";
  readonly place: ItemPlace;
  readonly number: string;
  readonly title: string;
  /** How far below the whole a leaf stands; 1 of what is beside the tree. */
  readonly level: number;
  readonly leaf?: Leaf;
  readonly field?: FormField;
  readonly isFirst: boolean;
  /** How many rows the leaf, fact or event has. */
  readonly rows: number;
  readonly mayNotApply: boolean;
}

export type FormRow = PrintedRow | SectionRow | FigureRow;

/** For whom and for what a form is. */
export interface FormScope {
  readonly group: string;
  readonly round: ReportedRound;
  readonly appraiser?: string | undefined;
}

/** Every row of a form between its headings and its signatures, in the order of the printed table. */
export function formRows(criteria: CriteriaSet, scope: FormScope): readonly FormRow[] {
  const tree = treeOf(criteria, scope.group);
  const asks = asksFor(criteria, tree, scope);
  const below = (node: CriteriaNode, level: number): readonly FormRow[] => {
    if (isLeaf(node)) return asks(node) ? leafRows(criteria, node, level) : [{ kind: "closed", node, level }];
    return [{ kind: "branch", node, level }, ...node.children.flatMap((child) => below(child, level + 1))];
  };
  const [whole, ...rows] = below(tree.root, 0);
  return [...rows, ...(whole === undefined ? [] : [whole]), ...recordRows(criteria, scope)];
}

/** Where the figure of a row is found again, whatever was moved: `items/1.2/done`. */
export function anchorOf({ place: { part, id }, field }: FigureRow): string {
  return `${part}/${id}/${field?.key ?? ""}`;
}

/** Whether this form asks for a leaf: a unit's does not for what others score, an agency's only for what it appraises. */
function asksFor(criteria: CriteriaSet, tree: CriteriaTree, { round, appraiser }: FormScope): (leaf: Leaf) => boolean {
  if (isUnitsRound(criteria, round)) return ({ node }) => node.selfScored !== false;
  if (appraiser === undefined) return () => true;
  const owners = appraisersOf(tree);
  return ({ code }) => (owners.get(code) ?? appraiser) === appraiser;
}

function leafRows({ file }: CriteriaSet, leaf: Leaf, level: number): readonly FigureRow[] {
  const mayNotApply = (leaf.node.notApplicable ?? file.policies.notApplicable.policy) !== "refuse";
  const place = { part: "items", id: leaf.code } as const;
  return figureRows({ place, number: leaf.code, title: leaf.title.vi, level, leaf, mayNotApply }, leaf.fields);
}

function figureRows(shared: Omit<FigureRow, "kind" | "field" | "isFirst" | "rows">, fields: readonly FormField[]): readonly FigureRow[] {
  if (fields.length === 0) return [{ kind: "figure", ...shared, isFirst: true, rows: 1 }];
  return fields.map((field, index) => ({ kind: "figure", ...shared, field, isFirst: index === 0, rows: fields.length }));
}

/** Facts are spoken of in every round, events by whoever knows of them. */
function recordRows({ file: { grading }, facts }: CriteriaSet, { group }: FormScope): readonly FormRow[] {
  if (grading === undefined) return [];
  const ofFacts = [...facts.values()].flatMap(factRows);
  const ofEvents = eventsOf(grading, group).flatMap(eventRows);
  return [
    ...(ofFacts.length === 0 ? [] : [{ kind: "section", title: "Số liệu xét điều kiện xếp loại" } as const, ...ofFacts]),
    ...(ofEvents.length === 0 ? [] : [{ kind: "section", title: "Sự kiện ảnh hưởng đến xếp loại" } as const, ...ofEvents]),
  ];
}

function factRows({ fact, fields }: BoundFact): readonly FigureRow[] {
  return figureRows(
    { place: { part: "facts", id: fact.id }, number: `facts.${fact.id}`, title: fact.title.vi, level: 1, mayNotApply: false },
    fields,
  );
}

function eventRows({ id, title }: GradingEvent, index: number): readonly FigureRow[] {
  return figureRows(
    { place: { part: "events", id }, number: `SK${index + 1}`, title: title.vi, level: 1, mayNotApply: false },
    eventFields,
  );
}

const eventFields: readonly FormField[] = [
  { key: "happened", type: "yesNo", label: { vi: "Có xảy ra hay không" } },
  { key: "on", type: "date", label: { vi: "Ngày xảy ra, hoặc ngày kết luận" } },
  { key: "countedIn", type: "text", label: { vi: "Kỳ đã dùng để xếp loại, nếu có" } },
];

/** What a figure is called, with what it is counted in. */
export function labelOf({ label, unit }: FormField): string {
  return unit === undefined ? label.vi : `${label.vi} (${unit.vi})`;
}

import type { Method } from "../criteria/criteriaFile";
import { type CriteriaNode, type CriteriaSet, isLeaf } from "../criteria/criteriaSet";
import { differences, type FieldChange } from "../criteria/differences";
import type { Match } from "../criteria/matchCriteria";
import { compare } from "../exact/ratio";
import type { Words } from "../issue/fields";
import { hasPoints, incompleteLeaves } from "../score/nodeScore";
import type { LeafState, NodeScore } from "../score/score";

/** Why a node has no points that could be compared; `notCounted` of a node whose points do not count. */
export type PointsState = Exclude<LeafState, "scored"> | "notCounted";

/** The policies of a set without whose agreement no points are alike. */
export type ComparedPolicy = "rounding" | "published" | "notApplicable";

/** Why a node of one year is not compared with one of another (lý do không so sánh). */
export type Refusal =
  /** The earlier set has no such criterion. */
  | { readonly reason: "added" }
  /** The code is the same and the title is not, and nobody says that they are one criterion. */
  | { readonly reason: "titleDiffers"; readonly before: Words; readonly after: Words }
  | { readonly reason: "maximumChanged"; readonly before: string; readonly after: string }
  /** The maximum is the same, but not how much of it counted: something was left out in one year. */
  | { readonly reason: "countedMaximumDiffers"; readonly before: string; readonly after: string }
  /** The rule, its measure, or what is said of things not due or not applicable differs in more than words. */
  | { readonly reason: "ruleChanged"; readonly fields: readonly FieldChange[] }
  | { readonly reason: "methodChanged"; readonly before: Method; readonly after: Method }
  | { readonly reason: "readingDiffers"; readonly before: string; readonly after: string }
  | { readonly reason: "policiesDiffer"; readonly policies: readonly ComparedPolicy[] }
  /** `null` for the year in which it has points. */
  | { readonly reason: "withoutPoints"; readonly before: PointsState | null; readonly after: PointsState | null }
  /** What is below is not compared throughout: codes of the later set, and of the earlier one for what is no longer there. */
  | { readonly reason: "childrenDiffer"; readonly refused: readonly string[]; readonly gone: readonly string[] };

/** A node of one year's score, with its criterion and its set. */
export interface YearNode {
  readonly criteria: CriteriaSet;
  readonly node: CriteriaNode;
  readonly score: NodeScore;
}

/** Why two nodes that are one criterion are not compared, for what they are themselves; what is below them is judged elsewhere. */
export function refusalsOf(before: YearNode, after: YearNode, by: Match["by"]): readonly Refusal[] {
  return [
    ...titleRefusal(before, after, by),
    ...maximumRefusal(before, after),
    ...ruleRefusal(before, after),
    ...methodRefusal(before, after),
    ...readingRefusal(before, after),
    ...policyRefusal(before, after),
    ...pointsRefusal(before, after),
  ];
}

/** True for a node that adds nothing to its branch and waits for nothing: monitored, left out, not for this round, or with no maximum. */
export function addsNothing(score: NodeScore): boolean {
  return !hasPoints(score) && incompleteLeaves(score) === 0;
}

/** True for a node all of whose points are there: a sum for want of figures is no sum. */
export function isComplete(score: NodeScore): boolean {
  return hasPoints(score) && incompleteLeaves(score) === 0;
}

/** Between two editions an equal code proves nothing; a branch is what is below it, whatever it is called. */
function titleRefusal(before: YearNode, after: YearNode, by: Match["by"]): Refusal[] {
  return by === "code" && isLeaf(after.node) && before.criteria.file.id !== after.criteria.file.id
    ? [{ reason: "titleDiffers", before: before.node.title, after: after.node.title }]
    : [];
}

function maximumRefusal(before: YearNode, after: YearNode): Refusal[] {
  if (compare(before.node.maxPoints, after.node.maxPoints) !== 0) {
    return [{ reason: "maximumChanged", before: before.node.node.maxPoints, after: after.node.node.maxPoints }];
  }
  const counted = { before: before.score.countedMax, after: after.score.countedMax };
  const differs = hasPoints(before.score) && hasPoints(after.score) && counted.before !== counted.after;
  return differs ? [{ reason: "countedMaximumDiffers", ...counted }] : [];
}

function ruleRefusal(before: YearNode, after: YearNode): Refusal[] {
  if (isLeaf(before.node) !== isLeaf(after.node)) return [];
  const stated = statesNotApplicable(before) || statesNotApplicable(after);
  const fields = differences(settingsOf(before, stated), settingsOf(after, stated));
  return fields.length === 0 ? [] : [{ reason: "ruleChanged", fields }];
}

function statesNotApplicable({ node: { node } }: YearNode): boolean {
  return node.notApplicable !== undefined;
}

/** All that decides the points of a node, without the words that people read. */
function settingsOf({ criteria, node: { node } }: YearNode, statesNotApplicable: boolean): object {
  const { rule, nothingDue, notApplicable = criteria.file.policies.notApplicable.policy, beyondMax, rescaleTo } = node;
  const stated = statesNotApplicable ? { notApplicable } : {};
  return withoutWords({ rule, nothingDue, ...stated, beyondMax, rescaleTo: rescaleTo?.points }) as object;
}

/** A rule as it is applied: titles, labels and units of measure are told by their languages, and left out. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (isWords(item) || key === "provenance" ? [] : [[key, withoutWords(item)]])),
  );
}

function isWords(value: unknown): boolean {
  return typeof value === "object" && value !== null && "vi" in value;
}

function methodRefusal({ node: { node: old } }: YearNode, { node: { node: now } }: YearNode): Refusal[] {
  return old.method === undefined || now.method === undefined || old.method === now.method
    ? []
    : [{ reason: "methodChanged", before: old.method, after: now.method }];
}

function readingRefusal(before: YearNode, after: YearNode): Refusal[] {
  const [old, now] = [readingOf(before), readingOf(after)];
  return old === undefined || now === undefined || old === now ? [] : [{ reason: "readingDiffers", before: old, after: now }];
}

function readingOf({ criteria, node: { code, node } }: YearNode): string | undefined {
  return node.interpretation === undefined ? undefined : (criteria.readings[code] ?? node.interpretation.taken.id);
}

/** Digits concern every node; what is published, the branches that are ranked; things not applicable, leaves that leave it to the set. */
function policyRefusal(before: YearNode, after: YearNode): Refusal[] {
  const leaf = isLeaf(after.node);
  const leftToSet = leaf && !statesNotApplicable(before) && !statesNotApplicable(after);
  const concerned: readonly ComparedPolicy[] = [
    "rounding",
    ...(leaf ? [] : ["published" as const]),
    ...(leftToSet ? ["notApplicable" as const] : []),
  ];
  const stated = ({ criteria }: YearNode, name: ComparedPolicy) => withoutWords(criteria.file.policies[name]) as object;
  const policies = concerned.filter((name) => differences(stated(before, name), stated(after, name)).length > 0);
  return policies.length === 0 ? [] : [{ reason: "policiesDiffer", policies }];
}

function pointsRefusal({ score: before }: YearNode, { score: after }: YearNode): Refusal[] {
  return hasPoints(before) && hasPoints(after)
    ? []
    : [{ reason: "withoutPoints", before: pointsStateOf(before), after: pointsStateOf(after) }];
}

function pointsStateOf(score: NodeScore): PointsState | null {
  if (hasPoints(score)) return null;
  if (score.children === undefined) return score.state === "scored" ? "notCounted" : score.state;
  return incompleteLeaves(score) > 0 ? "missing" : "notCounted";
}

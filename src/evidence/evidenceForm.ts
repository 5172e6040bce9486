import { type CriteriaSet, type Leaf, treeOf } from "../criteria/criteriaSet";
import { eventsOf } from "../criteria/grading";
import type { Unit } from "./evidence";

/** A blank report (mẫu báo cáo) for a unit: every leaf with its fields as `null`, which means *not yet filled in*. */
export interface EvidenceForm {
  readonly criteria: { readonly id: string; readonly revision: number };
  readonly unit: Unit;
  readonly period: string;
  readonly round: "selfAssessed";
  readonly items: Readonly<Record<string, Readonly<Record<string, null>>>>;
  /** Where the set grades by facts or events. */
  readonly facts?: Readonly<Record<string, Readonly<Record<string, null>>>>;
  readonly events?: Readonly<Record<string, { readonly happened: null }>>;
}

/**
 * A blank report for a criteria set and a unit of some group, without the leaves that the unit does not score itself, to be filled in and given to `parseEvidence`. Returned as it is, once the unit has a name
 * and a period, it is a valid report in which everything is missing.
 *
 * @example
 * ```ts
 * import { evidenceForm } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * evidenceForm(loadCriteria("example/tiny")).items["1.2"]; // => { done: null, due: null }
 * ```
 */
export function evidenceForm(criteria: CriteriaSet, unit: Partial<Unit> = {}, period = ""): EvidenceForm {
  const { id, revision, groups } = criteria.file;
  const group = unit.group ?? (groups.length === 1 ? (groups[0]?.id ?? "") : "");
  const leaves = treeOf(criteria, group).leaves.filter(({ node }) => node.selfScored !== false);
  return {
    criteria: { id, revision },
    unit: { id: "", name: "", ...unit, group },
    period,
    round: "selfAssessed",
    items: Object.fromEntries(leaves.map((leaf) => [leaf.code, blank(leaf)])),
    ...recordForm(criteria, group),
  };
}

function recordForm({ file: { grading }, facts }: CriteriaSet, group: string): Pick<EvidenceForm, "facts" | "events"> {
  const events = grading === undefined ? [] : eventsOf(grading, group);
  return {
    ...(facts.size === 0 ? {} : { facts: Object.fromEntries([...facts].map(([id, fact]) => [id, blank(fact)])) }),
    ...(events.length === 0 ? {} : { events: Object.fromEntries(events.map(({ id }) => [id, { happened: null }])) }),
  };
}

function blank({ fields }: Pick<Leaf, "fields">): Readonly<Record<string, null>> {
  return Object.fromEntries(fields.map(({ key }) => [key, null]));
}

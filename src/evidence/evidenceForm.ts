import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Unit } from "./evidence";

/** A blank report (mẫu báo cáo) for a unit: every leaf with its fields as `null`, which means *not yet filled in*. */
export interface EvidenceForm {
  readonly criteria: { readonly id: string; readonly revision: number };
  readonly unit: Unit;
  readonly period: string;
  readonly round: "selfAssessed";
  readonly items: Readonly<Record<string, Readonly<Record<string, null>>>>;
}

/**
 * A blank report for a criteria set, to be filled in and given to `parseEvidence`. Returned as it is, once the unit has a name
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
  return {
    criteria: { id, revision },
    unit: { id: "", name: "", group: groups.length === 1 ? (groups[0]?.id ?? "") : "", ...unit },
    period,
    round: "selfAssessed",
    items: Object.fromEntries(criteria.leaves.map((leaf) => [leaf.code, Object.fromEntries(leaf.fields.map(({ key }) => [key, null]))])),
  };
}

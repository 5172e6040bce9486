import { type CriteriaSet, parseCriteria } from "par-index";
import { fileWith } from "../arbitraries/criteria";
import { scoredBody } from "../arbitraries/leaves";
import { invented } from "../arbitraries/policies";
import type { CriteriaDocument, CriterionDocument } from "../oracle/documents";

/**
 * Criteria written `"1 Title"`, or `"1 Title ← 2"` where the file says that it was 2 before; `{ "1 Title": [...] }` for those with
 * others below. Each leaf has one point, which is given.
 */
export type Written = string | { readonly [branch: string]: readonly Written[] };

export function criterion(written: Written): CriterionDocument {
  const [heading = "", children] = typeof written === "string" ? [written] : (Object.entries(written)[0] ?? []);
  const [, code = "", title = "", former] = /^(\S+) (.*?)(?: ← (\S+))?$/.exec(heading) ?? [];
  const named = { code, title: { vi: title }, ...(former === undefined ? {} : { formerly: { code: former } }) };
  if (children === undefined) return { ...named, maxPoints: "1", ...scoredBody({ kind: "given", by: { vi: "Hội đồng" } }, {}) };
  const below = children.map(criterion);
  return { ...named, maxPoints: String(leavesIn(below)), provenance: { points: invented }, children: below };
}

function leavesIn(criteria: readonly CriterionDocument[]): number {
  return criteria.reduce((sum, { children }) => sum + (children === undefined ? 1 : leavesIn(children)), 0);
}

export function edition(id: string, written: readonly Written[], policies: Partial<CriteriaDocument["policies"]> = {}): CriteriaSet {
  const file = fileWith(written.map(criterion));
  return parseCriteria({ ...file, id: `example/${id}`, policies: { ...file.policies, ...policies } });
}

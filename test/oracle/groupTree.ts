import type { CriterionDocument } from "./documents";

/** The tree that units of a group are scored by: what is only for others is taken out, what differs for the group is put in. */
export function forGroup(criterion: CriterionDocument, group: string): CriterionDocument {
  const own = { ...criterion, ...criterion.byGroup?.[group] };
  if (own.children === undefined) return own;
  const kept = own.children.filter(({ groups }) => groups === undefined || groups.includes(group));
  return { ...own, children: kept.map((child) => forGroup(child, group)) };
}

import { isLeaf, leavesOf } from "../criteria/criteriaSet";
import type { Evidence, EvidenceItem } from "../evidence/evidence";
import { figuresOf, readItem } from "../evidence/readItem";
import { isPlainObject, nameOfType } from "../issue/fields";
import { at, type Issue, issue, under } from "../issue/issue";
import { ParError } from "../issue/parError";
import type { UnitCase } from "./unitCase";

/**
 * Other figures for some leaves of a report, by their codes: `{ "1.2": { done: 990 } }` leaves the other figures of the leaf as
 * they are, and a figure of `null` is taken away, as is a leaf of `null`. A leaf may also be said not to apply, with a reason.
 */
export type FigureChanges = Readonly<Record<string, unknown>>;

/** The items of a report with some of them changed. Throws a `ParError` with all that is wrong with the changes. */
export function changedItems(unit: UnitCase, changes: FigureChanges): Evidence["items"] {
  if (!isPlainObject(changes)) throw new ParError([issue("wrongType", { expected: "object", received: nameOfType(changes) })]);
  const items: Record<string, EvidenceItem> = { ...unit.report.items };
  const issues: Issue[] = [];
  for (const [code, change] of Object.entries(changes)) {
    const { value, found } = changedItem(unit, code, change);
    issues.push(...found.map((one) => at({ unit: unit.report.unit.id }, under([code], one))));
    if (value === undefined) delete items[code];
    else items[code] = Object.freeze(value);
  }
  if (issues.length > 0) throw new ParError(issues);
  return items;
}

function changedItem(
  { criteria, tree, report }: UnitCase,
  code: string,
  change: unknown,
): { readonly value?: EvidenceItem | undefined; readonly found: readonly Issue[] } {
  const node = tree.nodes.get(code);
  if (node === undefined) return { found: [issue("unknownCode", { code })] };
  if (!isLeaf(node)) return { found: [issue("codeIsBranch", { code, leaves: leavesOf(node).map((leaf) => leaf.code) })] };
  // In which round it would be said is not asked: what if it stood so.
  const { value, issues } = readItem(criteria, node, undefined, upon(report.items[code], change));
  return { value, found: issues.map((one) => at({ code, title: node.title.vi }, one)) };
}

/** A change upon what stands: figures beside figures; anything else in their place. */
function upon(item: EvidenceItem | undefined, change: unknown): unknown {
  if (!isPlainObject(change) || change.notApplicable === true || "givenPoints" in change) return change;
  return { ...figuresOf(item), ...change };
}

import { totalCode } from "../issue/issue";
import type { FileNode } from "./criteriaFile";
import { type CriteriaSet, rootOf } from "./criteriaSet";
import { differences, type FieldChange } from "./differences";
import { matchCriteria } from "./matchCriteria";
import { listNodes } from "./tree";

/** How one criterion differs between two criteria sets, or, with the code `total`, how the sets as a whole do. */
export interface CriteriaChange {
  readonly code: string;
  readonly title: string;
  /** `renumbered` is one whose code alone differs. */
  readonly change: "added" | "removed" | "changed" | "renumbered";
  /** The code in the earlier set, where it was another. */
  readonly from?: string;
  /** What differs inside it; empty for what was added, removed or only renumbered. */
  readonly fields: readonly FieldChange[];
}

/**
 * What changed (điểm khác nhau) from one criteria set to another, in the order of the later set, with what was removed at the
 * end. A criterion is followed through renumbering: by what the later file says (`formerly`), by its title, then by its code.
 * Two equal sets give an empty list.
 *
 * @example
 * ```ts
 * import { diffCriteria } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * diffCriteria(loadCriteria("example/tiny"), loadCriteria("example/tiny")); // => []
 * ```
 */
export function diffCriteria({ file: before }: CriteriaSet, { file: after }: CriteriaSet): readonly CriteriaChange[] {
  const earlier = { id: before.id, root: rootOf(before) };
  const later = { id: after.id, root: rootOf(after) };
  const matches = matchCriteria(earlier, later);
  const formerly = new Map(matches.map((match) => [match.after, match.before]));
  const kept = new Set(formerly.values());
  // A code and what is said of former codes are told as `from`; between revisions of one edition such words are a change like any other.
  const toldElsewhere = ["children", "code", ...(before.id === after.id ? [] : ["formerly"])];
  const ofSet = ["children", "$schema"];
  return [
    ...changed({ code: totalCode, title: after.title.vi }, differences(without(ofSet, before), without(ofSet, after))),
    ...criteriaOf(later.root).flatMap((node) => {
      const old = formerly.get(node);
      if (old === undefined) return [whole(node, "added")];
      const from = old.code === node.code ? {} : { from: old.code };
      return changed(
        { code: node.code, title: node.title.vi, ...from },
        differences(without(toldElsewhere, old), without(toldElsewhere, node)),
      );
    }),
    ...criteriaOf(earlier.root)
      .filter((node) => !kept.has(node))
      .map((node) => whole(node, "removed")),
  ];
}

function criteriaOf(root: FileNode): readonly FileNode[] {
  return listNodes(root).slice(1);
}

function whole({ code, title }: FileNode, change: "added" | "removed"): CriteriaChange {
  return { code, title: title.vi, change, fields: [] };
}

function changed(which: Pick<CriteriaChange, "code" | "title" | "from">, fields: readonly FieldChange[]): CriteriaChange[] {
  const { code, title, ...from } = which;
  if (fields.length > 0) return [{ code, title, change: "changed", ...from, fields }];
  return which.from === undefined ? [] : [{ code, title, change: "renumbered", ...from, fields }];
}

/** An object without what is told elsewhere. */
function without(keys: readonly string[], value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

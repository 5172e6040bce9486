import { totalCode } from "../issue/issue";
import type { CriteriaFile, FileNode } from "./criteriaFile";
import { type CriteriaSet, rootOf } from "./criteriaSet";
import { differences, type FieldChange } from "./differences";
import { groupsByNode } from "./groupVariants";
import { type EditionTree, matchCriteria } from "./matchCriteria";
import { listNodes } from "./tree";

/** How one criterion differs between two criteria sets, or, with the code `total`, how the sets as a whole do. */
export interface CriteriaChange {
  readonly code: string;
  readonly title: string;
  /** The groups of units that it is for, where its set has several criteria of this code, each for other groups. */
  readonly groups?: readonly string[];
  /** `renumbered` is one whose code alone differs. */
  readonly change: "added" | "removed" | "changed" | "renumbered";
  /** The code in the earlier set, where it was another. */
  readonly from?: string;
  /** What differs inside it; empty for what was added, removed or only renumbered. */
  readonly fields: readonly FieldChange[];
}

/**
 * What changed (điểm khác nhau) from one criteria set to another, in the order of the later set, with what was removed at the
 * end. A criterion is followed through renumbering: by what the later file says (`formerly`), by its title, then by its code;
 * where groups of units (nhóm đơn vị) have criteria of one code, each within its groups.
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
  const [earlier, later] = [treeIn(before), treeIn(after)];
  const [groupsBefore, groupsAfter] = [groupsOfRepeated(earlier), groupsOfRepeated(later)];
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
      if (old === undefined) return [{ ...named(node, groupsAfter), change: "added" as const, fields: [] }];
      const from = old.code === node.code ? {} : { from: old.code };
      return changed(named(node, groupsAfter), differences(without(toldElsewhere, old), without(toldElsewhere, node)), from);
    }),
    ...criteriaOf(earlier.root)
      .filter((node) => !kept.has(node))
      .map((node) => ({ ...named(node, groupsBefore), change: "removed" as const, fields: [] })),
  ];
}

function treeIn(file: CriteriaFile): EditionTree {
  return { id: file.id, root: rootOf(file), groups: file.groups.map(({ id }) => id) };
}

function criteriaOf(root: FileNode): readonly FileNode[] {
  return listNodes(root).slice(1);
}

type Named = Pick<CriteriaChange, "code" | "title" | "groups">;

function named(node: FileNode, groupsOf: ReadonlyMap<FileNode, readonly string[]>): Named {
  const groups = groupsOf.get(node);
  return { code: node.code, title: node.title.vi, ...(groups === undefined ? {} : { groups }) };
}

/** The groups of those nodes whose code alone does not tell which node is meant. */
function groupsOfRepeated({ root, groups }: EditionTree): ReadonlyMap<FileNode, readonly string[]> {
  const nodes = criteriaOf(root);
  const codes = nodes.map(({ code }) => code);
  const repeated = new Set(codes.filter((code, index) => codes.indexOf(code) < index));
  return new Map([...groupsByNode(root, groups)].filter(([{ code }]) => repeated.has(code)));
}

function changed(which: Named, fields: readonly FieldChange[], from: Pick<CriteriaChange, "from"> = {}): CriteriaChange[] {
  if (fields.length > 0) return [{ ...which, change: "changed", ...from, fields }];
  return from.from === undefined ? [] : [{ ...which, change: "renumbered", ...from, fields }];
}

/** An object without what is told elsewhere. */
function without(keys: readonly string[], value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

import { totalCode } from "../issue/issue";
import type { CriteriaFile, FileNode } from "./criteriaFile";
import { type CriteriaSet, rootOf } from "./criteriaSet";
import { listNodes } from "./tree";

/** How one criterion differs between two criteria sets, or, with the code `total`, how the sets as a whole do. */
export interface CriteriaChange {
  readonly code: string;
  readonly title: string;
  readonly change: "added" | "removed" | "changed";
  /** What differs inside it; empty for what was added or removed. */
  readonly fields: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

/**
 * What changed (điểm khác nhau) from one criteria set to another, by code, in the order of the later set, with what was
 * removed at the end. Two equal sets give an empty list.
 *
 * @example
 * ```ts
 * import { diffCriteria } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * diffCriteria(loadCriteria("example/tiny"), loadCriteria("example/tiny")); // => []
 * ```
 */
export function diffCriteria(before: CriteriaSet, after: CriteriaSet): readonly CriteriaChange[] {
  const earlier = nodesByCode(before.file);
  const later = nodesByCode(after.file);
  const removed = [...earlier.values()].filter(({ code }) => !later.has(code));
  return [
    ...changed(totalCode, after.file.title.vi, describe(before.file), describe(after.file)),
    ...[...later.values()].flatMap((node) => {
      const old = earlier.get(node.code);
      return old === undefined ? [whole(node, "added")] : changed(node.code, node.title.vi, old, node);
    }),
    ...removed.map((node) => whole(node, "removed")),
  ];
}

function nodesByCode(file: CriteriaFile): ReadonlyMap<string, FileNode> {
  const [, ...nodes] = listNodes(rootOf(file));
  return new Map(nodes.map((node) => [node.code, node]));
}

function describe({ children: _, $schema: __, ...rest }: CriteriaFile): object {
  return rest;
}

function whole({ code, title }: FileNode, change: "added" | "removed"): CriteriaChange {
  return { code, title: title.vi, change, fields: [] };
}

function changed(code: string, title: string, before: object, after: object): CriteriaChange[] {
  const [old, now] = [leavesOfJson(before), leavesOfJson(after)];
  const paths = [...new Set([...now.keys(), ...old.keys()])];
  const fields = paths
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path) ?? "", after: now.get(path) ?? "" }));
  return fields.length === 0 ? [] : [{ code, title, change: "changed", fields }];
}

/** Every single value of a JSON object by its path, but for the children of a node, which are compared by their own codes. */
function leavesOfJson(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, String(value)]]);
  const entries = Object.entries(value).filter(([key, item]) => item !== undefined && !(path === "" && key === "children"));
  return new Map(entries.flatMap(([key, item]) => [...leavesOfJson(item, path === "" ? key : `${path}.${key}`)]));
}

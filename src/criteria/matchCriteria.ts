import type { FileNode } from "./criteriaFile";
import { plainTitle } from "./plainTitle";
import { listPlaces } from "./tree";

/** A tree of criteria and the edition that it is of. */
export interface EditionTree {
  readonly id: string;
  readonly root: FileNode;
}

/** Two nodes that are one criterion, and by what: the later file says so, the titles agree, or only the codes do. */
export interface Match {
  readonly before: FileNode;
  readonly after: FileNode;
  readonly by: "formerly" | "title" | "code";
}

/**
 * The nodes of two trees that are the same criterion, each node in one pair at most; the two wholes are not listed.
 * What the later file says (`formerly`) comes first, then title and code where both agree, then a title that is found once on
 * either side, then the code alone.
 */
export function matchCriteria(before: EditionTree, after: EditionTree): readonly Match[] {
  const earlier = new Set(candidatesOf(before.root));
  const later = new Set(candidatesOf(after.root));
  return passesFor(before, after).flatMap((pass) => {
    const pairs = pairsBy(pass, [...earlier], [...later]);
    for (const [old, now] of pairs) {
      earlier.delete(old);
      later.delete(now);
    }
    return pairs.map(([old, now]) => ({ before: old.node, after: now.node, by: pass.by }));
  });
}

interface Candidate {
  readonly node: FileNode;
  readonly title: string;
  /** Its title behind those of all nodes above it. */
  readonly titles: string;
  /** The groups of units that it, or what is above it, is only for. */
  readonly groups: readonly string[];
  readonly sort: "leaf" | "branch";
}

/** One way to tell that two nodes are the same: they have the same key. */
interface Pass {
  readonly by: Match["by"];
  readonly before: (candidate: Candidate) => readonly string[];
  readonly after: (candidate: Candidate) => readonly string[] | undefined;
  /** Several nodes with one key are left to later passes; without it they are paired in the order of the tables. */
  readonly once: boolean;
}

function passesFor(before: EditionTree, after: EditionTree): readonly Pass[] {
  const same = (by: Match["by"], key: Pass["before"], once: boolean): Pass => ({ by, before: key, after: key, once });
  const formerCode = ({ node: { formerly } }: Candidate) =>
    formerly !== undefined && before.id !== after.id && (formerly.edition ?? before.id) === before.id ? [formerly.code] : undefined;
  return [
    { by: "formerly", before: ({ node }) => [node.code], after: formerCode, once: false },
    // Two groups of units may have a criterion of the same code and title.
    same("title", ({ node, titles, groups }) => [node.code, titles, ...groups], true),
    // Many areas have a criterion of the same title. Where an area was put in front, the code would lead to that of another area.
    same("title", ({ node, titles }) => [node.code, titles], false),
    same("title", ({ titles }) => [titles], true),
    same("title", ({ node, title }) => [node.code, title], false),
    same("title", ({ title, sort }) => [title, sort], true),
    same("title", ({ title }) => [title], true),
    same("code", ({ node, sort }) => [node.code, sort], false),
  ];
}

function candidatesOf(root: FileNode): Candidate[] {
  const titles = new Map<FileNode | undefined, readonly string[]>();
  const groups = new Map<FileNode | undefined, readonly string[]>();
  const [, ...places] = listPlaces(root);
  return places.map(({ node, parent }) => {
    const title = plainTitle(node.title);
    const all = [...(titles.get(parent) ?? []), title];
    const own = node.groups ?? groups.get(parent) ?? [];
    titles.set(node, all);
    groups.set(node, own);
    return { node, title, titles: JSON.stringify(all), groups: own, sort: node.children === undefined ? "leaf" : "branch" };
  });
}

function pairsBy(pass: Pass, earlier: readonly Candidate[], later: readonly Candidate[]): readonly (readonly [Candidate, Candidate])[] {
  const [old, now] = [byKey(earlier, pass.before), byKey(later, pass.after)];
  return [...now].flatMap(([key, claimants]) => {
    const claimed = old.get(key) ?? [];
    if (pass.once && (claimed.length > 1 || claimants.length > 1)) return [];
    return claimants.flatMap((claimant, index) => {
      const one = claimed[index];
      return one === undefined ? [] : [[one, claimant] as const];
    });
  });
}

function byKey(candidates: readonly Candidate[], keyOf: Pass["after"]): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    if (key === undefined) continue;
    const text = JSON.stringify(key);
    found.set(text, [...(found.get(text) ?? []), candidate]);
  }
  return found;
}

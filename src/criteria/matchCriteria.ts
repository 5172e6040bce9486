import type { FileNode } from "./criteriaFile";
import { groupsByNode } from "./groupVariants";
import { plainTitle } from "./plainTitle";
import { listPlaces } from "./tree";

/** A tree of criteria, the edition that it is of, and the groups of units that it is for. */
export interface EditionTree {
  readonly id: string;
  readonly root: FileNode;
  readonly groups: readonly string[];
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
 * either side, then the code alone. Where groups of units differ, a code or a title may be there once for each of them: nodes
 * of which no unit has both are never one criterion.
 */
export function matchCriteria(before: EditionTree, after: EditionTree): readonly Match[] {
  const shared = before.groups.filter((group) => after.groups.includes(group));
  const earlier = new Set(candidatesOf(before, shared));
  const later = new Set(candidatesOf(after, shared));
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
  readonly sort: "leaf" | "branch";
  /** The groups of units that it is for, as {@link namesOf} has them. */
  readonly groups: readonly string[];
}

/** One way to tell that two nodes are the same: they have the same key. */
interface Pass {
  readonly by: Match["by"];
  readonly before: (candidate: Candidate) => readonly string[];
  readonly after: (candidate: Candidate) => readonly string[] | undefined;
  /** Several nodes with one key for one group are left to later passes; without it they are paired in the order of the tables. */
  readonly once: boolean;
}

function passesFor(before: EditionTree, after: EditionTree): readonly Pass[] {
  const same = (by: Match["by"], key: Pass["before"], once: boolean): Pass => ({ by, before: key, after: key, once });
  const formerCode = ({ node: { formerly } }: Candidate) =>
    formerly !== undefined && before.id !== after.id && (formerly.edition ?? before.id) === before.id ? [formerly.code] : undefined;
  return [
    { by: "formerly", before: ({ node }) => [node.code], after: formerCode, once: false },
    // Many areas have a criterion of the same title. Where an area was put in front, the code would lead to that of another area.
    same("title", ({ node, titles }) => [node.code, titles], false),
    same("title", ({ titles }) => [titles], true),
    same("title", ({ node, title }) => [node.code, title], false),
    same("title", ({ title, sort }) => [title, sort], true),
    same("title", ({ title }) => [title], true),
    same("code", ({ node, sort }) => [node.code, sort], false),
  ];
}

function candidatesOf({ root, groups }: EditionTree, shared: readonly string[]): Candidate[] {
  const titles = new Map<FileNode | undefined, readonly string[]>();
  const groupsOf = groupsByNode(root, groups);
  const [, ...places] = listPlaces(root);
  return places.map(({ node, parent }) => {
    const title = plainTitle(node.title);
    const all = [...(titles.get(parent) ?? []), title];
    titles.set(node, all);
    const sort = node.children === undefined ? "leaf" : "branch";
    return { node, title, titles: JSON.stringify(all), sort, groups: namesOf(groupsOf.get(node) ?? [], shared) };
  });
}

/** Groups by their ids. Those that only one edition knows may be one group under two ids, so they go by one name. */
function namesOf(groups: readonly string[], shared: readonly string[]): readonly string[] {
  const known = groups.filter((group) => shared.includes(group));
  return known.length === groups.length && known.length > 0 ? known : [...known, ""];
}

/** True when there may be a unit that has both. */
function meet(one: Candidate, other: Candidate): boolean {
  return one.groups.some((group) => other.groups.includes(group));
}

type Pair = readonly [Candidate, Candidate];

function pairsBy(pass: Pass, earlier: readonly Candidate[], later: readonly Candidate[]): readonly Pair[] {
  const [old, now] = [byKey(earlier, pass.before), byKey(later, pass.after)];
  const pairsOf = pass.once ? onlyPairs : pairsInOrder;
  return [...now].flatMap(([key, claimants]) => pairsOf(old.get(key) ?? [], claimants));
}

/** Each with the one that it meets, where neither meets another. */
function onlyPairs(claimed: readonly Candidate[], claimants: readonly Candidate[]): readonly Pair[] {
  return claimants.flatMap((claimant) => {
    const [one, ...others] = claimed.filter((candidate) => meet(candidate, claimant));
    if (one === undefined || others.length > 0) return [];
    return claimants.filter((other) => meet(one, other)).length === 1 ? [[one, claimant] as const] : [];
  });
}

/** Each with the first that it meets and no other has. */
function pairsInOrder(claimed: readonly Candidate[], claimants: readonly Candidate[]): readonly Pair[] {
  const free = new Set(claimed);
  return claimants.flatMap((claimant) => {
    const one = [...free].find((candidate) => meet(candidate, claimant));
    if (one === undefined) return [];
    free.delete(one);
    return [[one, claimant] as const];
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

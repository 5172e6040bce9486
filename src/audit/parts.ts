import { isPlainObject } from "../issue/fields";
import { canonicalText } from "./canonicalText";
import { type Digest, digestOfText } from "./digest";
import type { Entry } from "./entry";

/** A part of what an entry holds: one criterion, wherever there is one. */
interface Part {
  readonly name: string;
  readonly value: unknown;
}

/** Keys of a content whose values are looked at one by one, by the code of the criterion or the id of the fact. */
const listed = ["items", "facts", "events", "leaves", "branches"];

/**
 * The parts of an entry's content. Their digests are its subject, so that what was changed in it can be told to the criterion.
 * Total for any object, whatever was done to it.
 */
export function partsOf(content: Readonly<Record<string, unknown>>): readonly Part[] {
  return Object.entries(content).flatMap(([key, value]): readonly Part[] => {
    if (key === "now" && isPlainObject(value)) return partsOf(value);
    if (key === "file") return nodesOf("file", value);
    if (listed.includes(key) && isPlainObject(value)) {
      return Object.entries(value).map(([code, part]) => ({ name: `${key}/${code}`, value: part }));
    }
    return [{ name: key, value }];
  });
}

/** Parts whose names differ: criteria of different groups may have the same code, as `nodes/1.1` and `nodes/1.1#2`. */
function distinct(parts: readonly Part[]): readonly Part[] {
  const times = new Map<string, number>();
  return parts.map(({ name, value }) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return { name: time === 1 ? name : `${name}#${time}`, value };
  });
}

/**
 * The subject of a statement about a content. Digests that are `known` by their text are not made again: many units say the
 * same of a criterion.
 */
export function subjectOf(content: Readonly<Record<string, unknown>>, known = new Map<string, Digest>()): Entry["subject"] {
  return distinct(partsOf(content)).map(({ name, value }) => {
    const text = canonicalText(value);
    const sha256 = known.get(text) ?? digestOfText(text);
    known.set(text, sha256);
    return { digest: { sha256 }, name };
  });
}

/** The parts of a content whose digests are not those of its subject, in order; also parts that came or went. */
export function changedParts({ subject, predicate: { content } }: Entry): readonly string[] {
  const sealed = new Map(subject.map(({ name, digest }) => [name, digest.sha256]));
  const found = subjectOf(content);
  const changed = found.filter(({ name, digest }) => sealed.get(name) !== digest.sha256).map(({ name }) => name);
  const names = new Set(found.map(({ name }) => name));
  return [...changed, ...[...sealed.keys()].filter((name) => !names.has(name))];
}

/** The code of the criterion that a part is of, where it is of one. */
export function codeOfPart(name: string): string | undefined {
  const [list, ...code] = name.split("/");
  return list !== "facts" && list !== "events" && code.length > 0 ? code.join("/").replace(/#\d+$/, "") : undefined;
}

/** The nodes of a criteria file, each without its children. */
function nodesOf(name: string, value: unknown): readonly Part[] {
  if (!isPlainObject(value)) return [{ name, value }];
  const { children, ...own } = value;
  const below = Array.isArray(children) ? children.flatMap((child, index) => nodesOf(nodeName(child, `${name}/${index}`), child)) : [];
  return [{ name, value: Array.isArray(children) || children === undefined ? own : value }, ...below];
}

function nodeName(node: unknown, otherwise: string): string {
  return isPlainObject(node) && typeof node.code === "string" ? `nodes/${node.code}` : otherwise;
}

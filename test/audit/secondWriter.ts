import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";

/**
 * A second writer of sealed files, from the rules of the format alone and without a line of `src`: what an attacker would use to
 * make digests anew, and what the first writer is held against.
 */

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
export type Content = Readonly<Record<string, Json>>;

export interface WrittenEntry {
  readonly predicateType: string;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicate: { readonly number: number; readonly previous?: string; readonly content: Content; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}
export interface WrittenLine {
  readonly digest: string;
  readonly entry: WrittenEntry;
  readonly texts: Readonly<Record<string, Json>>;
}

/** Canonical text by RFC 8785, of values without fractions. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, below]) => `${JSON.stringify(key)}:${canonical(below)}`).join(",")}}`;
}

export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** How leaves and nodes of a tree are hashed; an attacker may do it without the marks that tell the two apart. */
export interface Hashing {
  readonly leaf: (text: string) => string;
  readonly node: (left: string, right: string) => string;
}

const bytes = (digest: string) => Buffer.from(digest, "hex");
export const rfc9162: Hashing = {
  leaf: (text) => sha256(Uint8Array.of(0), text),
  node: (left, right) => sha256(Uint8Array.of(1), bytes(left), bytes(right)),
};
export const withoutLeafMark: Hashing = { ...rfc9162, leaf: (text) => sha256(text) };
export const withoutNodeMark: Hashing = { ...rfc9162, node: (left, right) => sha256(bytes(left), bytes(right)) };

/** MTH of RFC 9162, 2.1.1, word for word. */
export function rootOf(leaves: readonly string[], hashing: Hashing = rfc9162): string {
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hashing.node(rootOf(leaves.slice(0, split), hashing), rootOf(leaves.slice(split), hashing));
}

export const entryOf = (line: string): WrittenEntry => JSON.parse(line).entry;

export function headLine(entryLines: readonly string[], hashing: Hashing = rfc9162): string {
  const root = rootOf(
    entryLines.map((line) => hashing.leaf(canonical(entryOf(line)))),
    hashing,
  );
  return canonical({ head: { root, size: entryLines.length } });
}

/** An entry's line with number, chain, subject and digest as they have to be after `previous`. */
export function resealed({ entry, texts }: WrittenLine, previous?: WrittenLine): WrittenLine {
  const { previous: _, ...predicate } = entry.predicate;
  const parts = new Map<string, Json>();
  for (const [name, part] of partsOf(predicate.content)) {
    // A code that stands once for each of several groups.
    const times = [...parts.keys()].filter((known) => known.replace(/#\d+$/, "") === name).length;
    parts.set(times === 0 ? name : `${name}#${times + 1}`, part);
  }
  const order = [...entry.subject.map(({ name }) => name), ...parts.keys()];
  const names = [...new Set(order)].filter((name) => parts.has(name));
  const written: WrittenEntry = {
    ...entry,
    subject: names.map((name) => ({ name, digest: { sha256: sha256(canonical(parts.get(name))) } })),
    predicate: {
      ...predicate,
      number: (previous?.entry.predicate.number ?? 0) + 1,
      ...(previous === undefined ? {} : { previous: previous.digest }),
    },
  };
  return { digest: sha256(canonical(written)), entry: written, texts };
}

/** A whole record with all digests, numbers and heads made anew after its entries were changed; signatures are left out. */
export function remade(lines: readonly string[], change: (line: WrittenLine) => readonly WrittenLine[]): readonly string[] {
  const entries: WrittenLine[] = [];
  const written: string[] = [];
  for (const line of lines) {
    const value = JSON.parse(line);
    if (value.entry !== undefined) {
      for (const changed of change(value)) {
        const next = resealed(changed, entries.at(-1));
        entries.push(next);
        written.push(canonical(next));
      }
    } else if (value.head !== undefined) {
      written.push(headLine(entries.map(canonical)));
    }
  }
  return written;
}

/** The parts whose digests are a statement's subject: every criterion, fact, event and node of the set by itself. */
export function partsOf(content: Content): readonly (readonly [string, Json])[] {
  return Object.entries(content).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key === "now" && isObject(value)) return partsOf(value);
    if (key === "file") return nodesOf("file", value);
    const isListed = ["items", "facts", "events", "leaves", "branches"].includes(key) && isObject(value);
    return isListed ? Object.entries(value).map(([code, part]) => [`${key}/${code}`, part] as const) : [[key, value]];
  });
}

/** Each node of the set without those below it, by its code; total, as an attacker may put anything there. */
function nodesOf(name: string, value: Json): readonly (readonly [string, Json])[] {
  if (!isObject(value)) return [[name, value]];
  const { children = [], ...own } = value;
  if (!Array.isArray(children)) return [[name, value]];
  const nameOf = (child: Json, index: number) =>
    isObject(child) && typeof child.code === "string" ? `nodes/${child.code}` : `${name}/${index}`;
  return [[name, own], ...children.flatMap((child: Json, index) => nodesOf(nameOf(child, index), child))];
}

function isObject(value: Json): value is Content {
  return typeof value === "object" && !Array.isArray(value);
}

/** A pair of keys from one byte, repeated: as good as any other for tests. */
export function keyFrom(byte: number) {
  const seed = Buffer.alloc(32, byte);
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  return { privateKey, keyId: sha256(raw), pem: publicKey.export({ format: "pem", type: "spki" }).toString() };
}

/** A signature line over a head. */
export function signatureLine(key: ReturnType<typeof keyFrom>, head: string, name = "Hội đồng thẩm định"): string {
  const signed = { head: JSON.parse(head).head, keyId: key.keyId, signedAt: "2021-12-21", signer: { name, role: "council" } };
  const message = Buffer.from(canonical({ _type: "par-index:head/1", ...signed }));
  return canonical({ signature: { ...signed, value: sign(null, message, key.privateKey).toString("hex") } });
}

import { isPlainObject } from "../issue/fields";
import { at, type Issue, issue, type Location, warning } from "../issue/issue";
import { type Digest, digestOf } from "./digest";
import { type Entry, type Head, kindOf } from "./entry";
import type { PublicKey } from "./keyFile";
import { appendLeaf, emptyFrontier, type Frontier, frontierRoot } from "./merkleTree";
import { changedParts, codeOfPart } from "./parts";
import { type EntryLine, readLine, type SealedLine } from "./sealedLine";
import { checkSignature, keyIdOf, type Signature } from "./signature";
import { aboutOf, statedBy, supersededBy } from "./standing";
import { withheldPlaces } from "./withholding";

/** What a record is held against, beyond itself. */
export interface VerifyOptions {
  /** Roots as they were printed: each must be the root of the record, or of its beginning. */
  readonly roots?: readonly Digest[] | undefined;
  /** Public keys of signers: each must have signed, and every signature by one of them must hold. */
  readonly keys?: readonly PublicKey[] | undefined;
}

/** A signature and what became of it: `unchecked` where no key of that signer was given. */
export interface CheckedSignature extends Omit<Signature, "value"> {
  readonly state: "holds" | "broken" | "unchecked";
}

/** What verification found (kết quả kiểm tra). */
export interface TrailVerdict {
  /** True where the record is whole in itself, and agrees with the roots and keys it was held against. */
  readonly holds: boolean;
  readonly entries: number;
  /** The heads of its publications; the last is the record's own. */
  readonly heads: readonly Head[];
  readonly signatures: readonly CheckedSignature[];
  /** When the record was published, and by whom; `null` where the name is withheld. */
  readonly publications: readonly { readonly entry: number; readonly recordedAt: string; readonly recordedBy: string | null }[];
  /** How many texts are withheld behind their digests. */
  readonly withheld: number;
  /** Every fault, where it is: the line, the entry, the unit, the criterion. Warnings do not keep a record from holding. */
  readonly issues: readonly Issue[];
}

/**
 * Verifies a sealed record (kiểm tra hồ sơ niêm phong) line by line: that every entry is what was sealed, that none was
 * changed, dropped, added or moved, that disclosed texts are those of their digests, that roots and signatures hold. What is
 * wrong is told where it is: line, entry, unit, criterion; what only follows from it is not told again.
 *
 * **Shape:** lines as `linesOf` divides a file's bytes; one entry is held at a time, and a digest of each before it.
 * **Exactness:** whoever changes a record *and* makes all digests anew is caught only by a root that was printed or signed:
 * compare `heads`.
 *
 * @example
 * ```ts
 * import { linesOf, verifyTrail } from "par-index/audit";
 * const { holds, issues } = verifyTrail(linesOf(new TextEncoder().encode("{}")));
 * [holds, issues.map(({ code }) => code)]; // => [false, ["lineUnknown", "notARecord"]]
 * ```
 */
export function verifyTrail(lines: Iterable<Uint8Array>, { roots = [], keys = [] }: VerifyOptions = {}): TrailVerdict {
  return verifyLines(readSealedLines(lines), { roots, keys });
}

/** Every line of a sealed file, read. */
export function* readSealedLines(lines: Iterable<Uint8Array>): Generator<SealedLine> {
  let line = 1;
  for (const bytes of lines) {
    yield readLine(bytes, line);
    line += 1;
  }
}

/** {@link verifyTrail} of lines that are read already. */
export function verifyLines(lines: Iterable<SealedLine>, { roots = [], keys = [] }: VerifyOptions = {}): TrailVerdict {
  const issues: Issue[] = [];
  let isFaulty = false;
  // One by one: as the arguments of a call, very many would exhaust the stack.
  const tell = (found: readonly Issue[]): void => {
    for (const one of found) {
      issues.push(one);
      isFaulty ||= one.severity === "error";
    }
  };
  const heads: Head[] = [];
  const signatures: { readonly signature: Signature; readonly line: number }[] = [];
  const publications: TrailVerdict["publications"][number][] = [];
  const standing = new Map<number, Stated>();
  const sizeOf = new Map<Digest, number>();
  let tree: Frontier = emptyFrontier;
  let withheld = 0;
  let before: EntryLine | "unreadable" | undefined;
  let unclosed: number | undefined;
  for (const read of lines) {
    const { line, entry, head, signature } = read;
    tell(read.issues.map((found) => at(entry === undefined ? { line } : placeOf(read, entry), found)));
    if (entry !== undefined) {
      const place = placeOf(read, entry);
      const texts = disclosedTexts(entry, place);
      tell([...ownFaults(entry, place), ...linkFaults(entry, before, place), ...texts.issues]);
      tell(referenceFaults(entry, standing, place));
      withheld += texts.withheld;
      tree = appendLeaf(tree, entry.leaf);
      if (roots.length > 0) sizeOf.set(frontierRoot(tree), tree.size);
      if (kindOf(entry.entry) === "published") publications.push(publicationOf(entry));
      before = entry;
      unclosed = line + 1;
    } else if (head !== undefined) {
      heads.push(head);
      // After a fault, that the root differs says nothing new.
      if (!isFaulty) tell(headFaults(head, tree, line));
      unclosed = undefined;
    } else if (signature !== undefined) {
      signatures.push({ signature, line });
    } else {
      before = "unreadable";
      unclosed = undefined;
    }
  }
  if (tree.size === 0) {
    // What is no record at all is not told line by line.
    issues.splice(1);
    tell([issue("notARecord", {})]);
  }
  if (unclosed !== undefined) tell([issue("headMissing", { entries: tree.size }, { line: unclosed })]);
  tell(rootFaults(roots, sizeOf, tree.size));
  const checked = signatures.map(({ signature, line }) => ({ signature, line, state: checkSignature(signature, keys) }));
  const known = new Set(heads.map(headKey));
  tell(checked.flatMap((one) => signatureFaults(one, known)));
  tell(keys.flatMap((key) => signerFaults(keyIdOf(key), checked, heads.at(-1))));
  return {
    holds: !isFaulty,
    entries: tree.size,
    heads,
    signatures: checked.map(({ signature: { value: _, ...signature }, state }) => ({ ...signature, state })),
    publications,
    withheld,
    issues,
  };
}

function publicationOf({ entry: { predicate }, texts }: EntryLine): TrailVerdict["publications"][number] {
  const { number, recordedAt, recordedBy } = predicate;
  const by = Object.hasOwn(texts, recordedBy.withheld) ? texts[recordedBy.withheld]?.value : undefined;
  return { entry: number, recordedAt, recordedBy: typeof by === "string" ? by : null };
}

/** What is wrong with an entry by itself, wherever it stands: its content and its texts are not those of their digests. */
export function verifyEntry(entry: EntryLine): readonly Issue[] {
  return [...ownFaults(entry, {}), ...disclosedTexts(entry, {}).issues];
}

/** Where an entry is, and whose it is. */
function placeOf({ line }: SealedLine, { entry }: EntryLine): Location {
  const unit = unitOf(entry);
  return { line, entry: entry.predicate.number, ...(unit === undefined ? {} : { unit }) };
}

/** The unit that an entry is about; what was done to the entry must not break this. */
export function unitOf(entry: Entry): string | undefined {
  const { content } = entry.predicate;
  const { unit } = kindOf(entry) === "corrected" && isPlainObject(content.now) ? content.now : content;
  return isPlainObject(unit) && typeof unit.id === "string" ? unit.id : undefined;
}

/** An entry that is not what its digest says, told by the criteria in which it was changed, as far as that can be said. */
function ownFaults({ digest, found, entry }: EntryLine, place: Location): readonly Issue[] {
  if (digest === found) return [];
  const parts = changedParts(entry);
  if (parts.length === 0) return [issue("entryChanged", { expected: digest, found }, place)];
  return parts.map((part) => {
    const code = codeOfPart(part);
    return issue("partChanged", { part }, code === undefined ? place : { ...place, code });
  });
}

/** An entry that does not follow the one before. After a line that cannot be read, nobody can say. */
function linkFaults({ entry }: EntryLine, before: EntryLine | "unreadable" | undefined, place: Location): readonly Issue[] {
  if (before === "unreadable") return [];
  const { number, previous } = entry.predicate;
  const expected = (before?.entry.predicate.number ?? 0) + 1;
  if (number !== expected) return [issue("entryOutOfOrder", { expected, found: number }, place)];
  const holds = before === undefined ? previous === undefined : previous === before.digest || previous === before.found;
  return holds ? [] : [issue("chainBroken", { before: number - 1 }, place)];
}

/** What an entry states that stands: of what, of whom, and the digests by which it may be named, as sealed and as found. */
interface Stated {
  readonly digests: readonly Digest[];
  readonly about: string;
  readonly unit: string | undefined;
}

function statedIn({ digest, found, entry }: EntryLine): Stated | undefined {
  const { kind, now } = statedBy(kindOf(entry), entry.predicate.content);
  if (kind === undefined || now === undefined) return undefined;
  return { digests: [digest, found], about: JSON.stringify([kind, aboutOf(kind, now)]), unit: unitOf(entry) };
}

/**
 * A correction or withdrawal of an entry that is not there as it is named, that something else has replaced already, or that
 * states something else. What stands is kept: without what the entry replaces, and with what it states.
 */
function referenceFaults(line: EntryLine, standing: Map<number, Stated>, place: Location): readonly Issue[] {
  const { entry } = line;
  const named = supersededBy(entry);
  const old = named === undefined ? undefined : standing.get(named.number);
  if (named !== undefined) standing.delete(named.number);
  const stated = statedIn(line);
  if (stated !== undefined) standing.set(entry.predicate.number, stated);
  const kind = kindOf(entry);
  if (kind !== "corrected" && kind !== "withdrawn") return [];
  const isSame = kind === "corrected" ? old?.about === stated?.about : old?.unit === unitOf(entry);
  const holds = named !== undefined && old?.digests.includes(named.digest) === true && isSame;
  return holds ? [] : [issue("correctsNothing", { number: named?.number ?? 0 }, place)];
}

/** Texts beside an entry that are not those of their digests, or belong to no place in it; and how many are withheld. */
function disclosedTexts({ entry, texts }: EntryLine, place: Location): { readonly withheld: number; readonly issues: readonly Issue[] } {
  const places = withheldPlaces(entry.predicate);
  const pathOf = new Map(places.map(({ digest, path }) => [digest, path]));
  const issues = Object.entries(texts).flatMap(([digest, text]) => {
    const path = pathOf.get(digest);
    if (path === undefined) return [issue("strayText", { digest }, place)];
    if (digestOf(text) === digest) return [];
    const [, first, ...rest] = path;
    const [list, code] = first === "now" ? rest : [first, ...rest];
    return [issue("textChanged", {}, { ...place, ...(list === "items" && code !== undefined ? { code } : {}), path })];
  });
  return { withheld: places.filter(({ digest }) => !Object.hasOwn(texts, digest)).length, issues };
}

function headFaults({ root, size }: Head, tree: Frontier, line: number): readonly Issue[] {
  if (size !== tree.size) return [issue("headOfOtherSize", { size, entries: tree.size }, { line })];
  const found = frontierRoot(tree);
  return root === found ? [] : [issue("headDiffers", { expected: root, found }, { line })];
}

function rootFaults(roots: readonly Digest[], sizeOf: ReadonlyMap<Digest, number>, entries: number): readonly Issue[] {
  return roots.flatMap((root) => {
    const size = sizeOf.get(root);
    if (size === undefined) return [issue("rootNotFound", { root })];
    return size === entries ? [] : [warning("rootOfBeginning", { root, size, entries })];
  });
}

interface Checked {
  readonly signature: Signature;
  readonly line: number;
  readonly state: CheckedSignature["state"];
}

function headKey({ root, size }: Head): string {
  return `${size} ${root}`;
}

function signatureFaults({ signature: { signer, head }, line, state }: Checked, heads: ReadonlySet<string>): readonly Issue[] {
  if (!heads.has(headKey(head))) return [issue("signatureOfOtherHead", { signer: signer.name }, { line })];
  return state === "broken" ? [issue("signatureBroken", { signer: signer.name }, { line })] : [];
}

/** A key that was given and has signed nothing, or only what the record was before. */
function signerFaults(keyId: Digest, checked: readonly Checked[], head: Head | undefined): readonly Issue[] {
  const own = checked.filter(({ signature }) => signature.keyId === keyId);
  const last = own.at(-1);
  if (last === undefined) return [issue("signatureMissing", { keyId })];
  if (head === undefined || own.some(({ signature }) => headKey(signature.head) === headKey(head))) return [];
  return [warning("rootOfBeginning", { ...last.signature.head, entries: head.size }, { line: last.line })];
}

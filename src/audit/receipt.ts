import * as z from "zod/mini";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { readInput } from "../issue/readInput";
import { attempt, type Result } from "../issue/result";
import { canonicalText } from "./canonicalText";
import { type Digest, digestOfText, leafHash } from "./digest";
import { type Disclosures, digestSchema, type Entry, entryLineSchema, type Head, headSchema } from "./entry";
import { inclusionProof, rootFromInclusion } from "./merkleTree";
import type { EntryLine } from "./sealedLine";
import { readSealedLines, unitOf, verifyEntry, verifyLines } from "./verifyTrail";

/** What proves to one unit that its own entries belong to a published root (giấy chứng nhận), and shows nobody else's. */
export interface Receipt {
  readonly format: typeof receiptFormat;
  readonly unit: string;
  readonly head: Head;
  readonly entries: readonly ReceiptEntry[];
}

export interface ReceiptEntry {
  /** The place of the entry in the tree, from 0. */
  readonly index: number;
  readonly digest: Digest;
  readonly entry: Entry;
  readonly texts: Disclosures;
  /** The nodes beside the way from the entry to the root, from below (RFC 9162, 2.1.3). */
  readonly proof: readonly Digest[];
}

/** What checking a receipt found. */
export interface ReceiptVerdict {
  readonly holds: boolean;
  readonly unit?: string;
  readonly head?: Head;
  /** The unit's entries, in the order in which they were recorded. */
  readonly entries: readonly Entry[];
  readonly issues: readonly Issue[];
}

const receiptFormat = "par-index/receipt/1";

/**
 * A receipt (giấy chứng nhận) for one unit: all of its entries in a sealed record, each with the proof that it belongs to the
 * record's root. Of other units it holds digests only, which are salted.
 *
 * **Errors:** {@link ParError} when the record does not hold, or has nothing of the unit.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { linesOf, receipt, seal, verifyReceipt } from "par-index/audit";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const report = (id: string) => ({ unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: {} });
 * const reports = parseReports(criteria, [report("a"), report("b")]);
 * const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" });
 * const ofA = receipt(linesOf(new TextEncoder().encode(file)), "a");
 * const { holds, entries } = verifyReceipt(ofA, ofA.head.root);
 * [holds, entries.length]; // => [true, 2]
 * ```
 */
export function receipt(lines: Iterable<Uint8Array>, unit: string): Receipt {
  const read = [...readSealedLines(lines)];
  const { holds, issues, heads } = verifyLines(read);
  const head = heads.at(-1);
  if (!holds || head === undefined) throw new ParError(issues);
  const entries = read.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  const leaves = entries.map(({ leaf }) => leaf);
  const own = entries.flatMap((line, index) => (unitOf(line.entry) === unit ? [receiptEntry(line, index, leaves)] : []));
  if (own.length === 0) {
    const units = [...new Set(entries.flatMap(({ entry }) => unitOf(entry) ?? []))];
    throw new ParError([issue("unknownUnit", { unit, units })]);
  }
  return { format: receiptFormat, unit, head, entries: own };
}

/** {@link receipt} that answers a {@link Result} and never throws. */
export function safeReceipt(lines: Iterable<Uint8Array>, unit: string): Result<Receipt> {
  return attempt(() => receipt(lines, unit));
}

function receiptEntry({ digest, entry, texts }: EntryLine, index: number, leaves: readonly Digest[]): ReceiptEntry {
  return { index, digest, entry, texts, proof: inclusionProof(leaves, index) };
}

const receiptSchema = z.strictObject({
  format: z.literal(receiptFormat),
  unit: z.string(),
  head: headSchema,
  entries: z.array(z.extend(entryLineSchema, { index: z.int().check(z.minimum(0)), proof: z.array(digestSchema) })).check(z.minLength(1)),
});

/**
 * Checks a receipt, a value or the text of its file, against the root that was printed: that every entry in it is whole, is
 * the unit's, and belongs to that root. Without a root it is held against the one that it names itself, which proves nothing by
 * itself: compare `head.root` with the printed one. A receipt cannot prove that it holds all of a unit's entries.
 *
 * @example
 * ```ts
 * import { verifyReceipt } from "par-index/audit";
 * verifyReceipt("{}").holds; // => false
 * ```
 */
export function verifyReceipt(given: unknown, root?: Digest): ReceiptVerdict {
  const read = readInput(given, (value) => readWith(receiptSchema, value) as { value: Receipt | undefined; issues: readonly Issue[] });
  if (!read.ok) return { holds: false, entries: [], issues: [issue("notAReceipt", {}), ...read.issues] };
  const { unit, head, entries } = read.value;
  const issues = [
    ...(root === undefined || root === head.root ? [] : [issue("receiptOfOtherRoot", { expected: root, found: head.root })]),
    ...entries.flatMap((one) => entryFaults(one, unit, head)),
  ];
  return { holds: issues.length === 0, unit, head, entries: entries.map(({ entry }) => entry), issues };
}

function entryFaults({ index, proof, digest, entry, texts }: ReceiptEntry, unit: string, head: Head): readonly Issue[] {
  const text = canonicalText(entry);
  const leaf = leafHash(text);
  const place = { entry: index + 1, unit };
  const faults = verifyEntry({ digest, entry, texts, found: digestOfText(text), leaf }).map((found) => at(place, found));
  const isOwn = unitOf(entry) === unit && entry.predicate.number === index + 1;
  const belongs = isOwn && rootFromInclusion(leaf, index, head.size, proof) === head.root;
  return belongs ? faults : [...faults, issue("receiptDoesNotProve", { root: head.root }, place)];
}

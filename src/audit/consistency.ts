import * as z from "zod/mini";
import { readWith } from "../issue/fromZod";
import { type Issue, issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { readInput } from "../issue/readInput";
import { attempt, type Result } from "../issue/result";
import type { Digest } from "./digest";
import { digestSchema, type Head, headSchema } from "./entry";
import { consistencyProof, provesConsistency } from "./merkleTree";
import { readSealedLines, verifyLines } from "./verifyTrail";

/** What proves that a later publication only added to an earlier one: nothing was changed or dropped. */
export interface Consistency {
  readonly format: typeof consistencyFormat;
  readonly from: Head;
  readonly to: Head;
  readonly proof: readonly Digest[];
}

const consistencyFormat = "par-index/consistency/1";

/**
 * The proof (RFC 9162, 2.1.4) that the record's last publication holds all of an earlier one, which is named by its root. It
 * can be checked by whoever has both roots, without the record.
 *
 * **Errors:** {@link ParError} when the record does not hold, or never had that root.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { consistency, linesOf, seal, verifyConsistency, verifyTrail } from "par-index/audit";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const reports = (done: number) => parseReports(criteria, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } } },
 * ]);
 * const lines = (text: string) => linesOf(new TextEncoder().encode(text));
 * const who = { criteria, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" };
 * const first = seal({ ...who, reports: reports(955) });
 * const second = seal({ ...who, reports: reports(950), onto: lines(first), reason: "Đếm lại hồ sơ" });
 * const [from, to] = verifyTrail(lines(second)).heads;
 * const proof = consistency(lines(second), from?.root ?? "");
 * verifyConsistency(proof, { from: from?.root, to: to?.root }).holds; // => true
 * ```
 */
export function consistency(lines: Iterable<Uint8Array>, root: Digest): Consistency {
  const read = [...readSealedLines(lines)];
  const { holds, issues, heads } = verifyLines(read);
  const [from, to] = [heads.find((head) => head.root === root), heads.at(-1)];
  if (!holds || to === undefined) throw new ParError(issues);
  if (from === undefined) throw new ParError([issue("rootNotFound", { root })]);
  const leaves = read.flatMap(({ entry }) => (entry === undefined ? [] : [entry.leaf]));
  return { format: consistencyFormat, from, to, proof: consistencyProof(leaves, from.size) };
}

/** {@link consistency} that answers a {@link Result} and never throws. */
export function safeConsistency(lines: Iterable<Uint8Array>, root: Digest): Result<Consistency> {
  return attempt(() => consistency(lines, root));
}

/** What checking a consistency proof found. */
export interface ConsistencyVerdict {
  readonly holds: boolean;
  readonly from?: Head;
  readonly to?: Head;
  readonly issues: readonly Issue[];
}

const consistencySchema = z.strictObject({
  format: z.literal(consistencyFormat),
  from: headSchema,
  to: headSchema,
  proof: z.array(digestSchema),
});

/**
 * Checks a consistency proof, a value or the text of its file, against the two roots as they were printed; against those that
 * it names itself where none are given.
 *
 * @example
 * ```ts
 * import { verifyConsistency } from "par-index/audit";
 * verifyConsistency("{}").holds; // => false
 * ```
 */
export function verifyConsistency(
  given: unknown,
  printed: { readonly from?: Digest | undefined; readonly to?: Digest | undefined } = {},
): ConsistencyVerdict {
  const read = readInput(given, (value) => readWith(consistencySchema, value));
  if (!read.ok) return { holds: false, issues: [issue("notAConsistencyProof", {}), ...read.issues] };
  const { from, to, proof } = read.value;
  const other = (expected: Digest | undefined, found: Digest) =>
    expected === undefined || expected === found ? [] : [issue("receiptOfOtherRoot", { expected, found })];
  const proves = provesConsistency({ from: from.size, fromRoot: from.root, to: to.size, toRoot: to.root, proof });
  const issues = [
    ...other(printed.from, from.root),
    ...other(printed.to, to.root),
    ...(proves ? [] : [issue("notConsistent", { from: from.root, to: to.root })]),
  ];
  return { holds: issues.length === 0, from, to, issues };
}

import { civilDate, text } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { canonicalText } from "./canonicalText";
import type { PrivateKey } from "./keyFile";
import { type Signer, signHead } from "./signature";
import { readSealedLines, verifyLines } from "./verifyTrail";

/** Who signs, and on which day: given, never read from a clock. */
export interface SignOptions {
  readonly key: PrivateKey;
  readonly signer: Signer;
  readonly signedAt: string;
}

/**
 * A sealed record with one more signature (ký số) of its last root: Ed25519, over root, size, signer, day and key. The key
 * itself never enters the record, only its digest. Several may sign, each after the other.
 *
 * **Errors:** {@link ParError} when the record does not hold, or a name or day cannot be read.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { keyPairFrom, linesOf, seal, sign, verifyTrail } from "par-index/audit";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const unit = { id: "a", name: "Xã A", group: "commune" };
 * const reports = parseReports(criteria, [{ unit, period: "2021", round: "selfAssessed", items: {} }]);
 * const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" });
 * const lines = (record: string) => linesOf(new TextEncoder().encode(record));
 * const { privateKey, publicKey } = keyPairFrom(new Uint8Array(32).fill(7));
 * const signed = sign(lines(file), { key: privateKey, signer: { name: "Hội đồng thẩm định", role: "council" }, signedAt: "2021-12-21" });
 * verifyTrail(lines(signed), { keys: [publicKey] }).signatures.map(({ state }) => state); // => ["holds"]
 * ```
 */
export function sign(lines: Iterable<Uint8Array>, { key, signer, signedAt }: SignOptions): string {
  const bytes = [...lines];
  const { holds, issues, heads } = verifyLines(readSealedLines(bytes));
  const head = heads.at(-1);
  if (!holds || head === undefined) throw new ParError(issues);
  const name = readWith(text, signer.name, { path: ["signer", "name"] });
  const day = readWith(civilDate, signedAt, { path: ["signedAt"] });
  if (name.value === undefined || day.value === undefined) throw new ParError([...name.issues, ...day.issues]);
  const signature = signHead(key, { head, signer: { name: name.value, role: signer.role }, signedAt: day.value });
  const decoder = new TextDecoder();
  return `${[...bytes.map((line) => decoder.decode(line)), canonicalText({ signature })].join("\n")}\n`;
}

/** {@link sign} that answers a {@link Result} and never throws. */
export function safeSign(lines: Iterable<Uint8Array>, options: SignOptions): Result<string> {
  return attempt(() => sign(lines, options));
}

import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { canonicalText } from "./canonicalText";
import { lineText } from "./sealedLine";
import { readSealedLines, verifyLines } from "./verifyTrail";
import { type WithheldClass, withheldPlaces } from "./withholding";

/**
 * A sealed record without some of its texts (ẩn thông tin khi công khai): names, documents or remarks are left out, their
 * salted digests stay, so that entries, root, signatures and receipts hold as before, and every digit can still be recomputed.
 *
 * **Errors:** {@link ParError} when the record does not hold.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { linesOf, redact, seal, verifyTrail } from "par-index/audit";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const unit = { id: "a", name: "Xã A", group: "commune" };
 * const reports = parseReports(criteria, [{ unit, period: "2021", round: "selfAssessed", items: {} }]);
 * const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" });
 * const lines = (text: string) => linesOf(new TextEncoder().encode(text));
 * const published = redact(lines(file), ["names"]);
 * published.includes("Xã A"); // => false
 * verifyTrail(lines(published)).heads[0]?.root === verifyTrail(lines(file)).heads[0]?.root; // => true
 * ```
 */
export function redact(lines: Iterable<Uint8Array>, classes: readonly WithheldClass[]): string {
  const bytes = [...lines];
  const read = [...readSealedLines(bytes)];
  const { holds, issues } = verifyLines(read);
  if (!holds) throw new ParError(issues);
  const decoder = new TextDecoder();
  const written = read.map(({ entry: line }, index) => {
    if (line === undefined) return decoder.decode(bytes[index]);
    const { digest, entry, texts } = line;
    const hidden = new Set(withheldPlaces(entry.predicate).flatMap((place) => (classes.includes(place.class) ? [place.digest] : [])));
    const kept = Object.fromEntries(Object.entries(texts).filter(([text]) => !hidden.has(text)));
    return lineText(digest, canonicalText(entry), canonicalText(kept));
  });
  return `${written.join("\n")}\n`;
}

/** {@link redact} that answers a {@link Result} and never throws. */
export function safeRedact(lines: Iterable<Uint8Array>, classes: readonly WithheldClass[]): Result<string> {
  return attempt(() => redact(lines, classes));
}

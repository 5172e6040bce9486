import { isPlainObject } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, issue, type Location, warning } from "../issue/issue";
import { deepestNesting, parseJson } from "../issue/parseJson";
import { canonicalText, unrecordableIn } from "./canonicalText";
import { type Digest, digestOfText, leafHash } from "./digest";
import { type Disclosures, type Entry, entryLineSchema, type Head, headLineSchema, signatureLineSchema } from "./entry";
import type { Signature } from "./signature";

/** A line of a sealed file with an entry, as it was read, and what its content hashes to. */
export interface EntryLine {
  readonly digest: Digest;
  readonly entry: Entry;
  readonly texts: Disclosures;
  /** The digest of the entry as it stands in the file, whatever `digest` says. */
  readonly found: Digest;
  readonly leaf: Digest;
}

/** What a line of a sealed file holds; nothing where it cannot be read. */
export interface SealedLine {
  readonly line: number;
  readonly entry?: EntryLine;
  readonly head?: Head;
  readonly signature?: Signature;
  readonly issues: readonly Issue[];
}

/**
 * The lines of a sealed file (các dòng của hồ sơ), divided from its bytes, without their ends; a last line that is empty is none.
 *
 * @example
 * ```ts
 * import { linesOf } from "par-index/audit";
 * [...linesOf(new TextEncoder().encode("{}\n{}\n"))].length; // => 2
 * ```
 */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const lineFeed = 10;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(lineFeed, start);
    yield bytes.subarray(start, end < 0 ? bytes.length : end);
    start = end < 0 ? bytes.length : end + 1;
  }
}

/** One line of a sealed file, and all that is wrong with it by itself. */
export function readLine(bytes: Uint8Array, line: number): SealedLine {
  const text = decode(bytes);
  if (text === undefined) return { line, issues: [issue("recordNotUtf8", {}, { line })] };
  const { value, issues } = readJson(text);
  if (value === undefined) return { line, issues: located(issues, line) };
  const strange = unrecordableIn(text, value);
  if (strange !== undefined) return { line, issues: [faults[strange.why]({ line, path: strange.path })] };
  const read = readShape(value, line);
  if (read.text === text) return read;
  // Not as we write it: then it may say a thing twice, of which only the last was read.
  const errors = parseJson(text).issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { line, issues: located(errors, line) };
  return { ...read, issues: [...read.issues, warning("lineRearranged", {}, { line })] };
}

const faults = {
  notText: (place: Location) => issue("recordNotUtf8", {}, place),
  notNfc: (place: Location) => issue("recordNotNfc", {}, place),
  numberNotWhole: (place: Location) => issue("recordNotWhole", {}, place),
  nothing: (place: Location) => issue("wrongType", { expected: "string", received: "null" }, place),
  // The way down to it would say nothing more.
  tooDeep: ({ line }: Location) => issue("tooDeep", { limit: deepestNesting }, line === undefined ? {} : { line }),
} as const;

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The value of a JSON text, or why it is none. */
function readJson(text: string): { readonly value: unknown; readonly issues: readonly Issue[] } {
  try {
    return { value: JSON.parse(text), issues: [] };
  } catch {
    return parseJson(text);
  }
}

/** {@link readValue}, also of a line with more faults than zod can hand on: it hands them on as arguments, and a stack holds only so many. */
function readShape(value: unknown, line: number): ReturnType<typeof readValue> {
  try {
    return readValue(value, line);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { line, issues: [issue("lineUnknown", {}, { line })], text: canonicalText(value) };
  }
}

/** What a value is as a line, and the text that it would have been written as. */
function readValue(value: unknown, line: number): SealedLine & { readonly text: string } {
  if (!isPlainObject(value)) return { line, issues: [issue("lineUnknown", {}, { line })], text: canonicalText(value) };
  if ("entry" in value) return readEntry(value, line);
  const text = canonicalText(value);
  if ("head" in value) {
    const { value: read, issues } = readWith(headLineSchema, value);
    return { line, ...(read === undefined ? {} : { head: read.head }), issues: located(issues, line), text };
  }
  if ("signature" in value) {
    const { value: read, issues } = readWith(signatureLineSchema, value);
    return { line, ...(read === undefined ? {} : { signature: read.signature }), issues: located(issues, line), text };
  }
  return { line, issues: [issue("lineUnknown", {}, { line })], text };
}

/** An entry is brought into canonical text once, for its digest, its leaf, and to tell whether the line stands as we write it. */
function readEntry(value: Readonly<Record<string, unknown>>, line: number): SealedLine & { readonly text: string } {
  const { value: read, issues } = readWith(entryLineSchema, value);
  if (read === undefined) return { line, issues: located(issues, line), text: canonicalText(value) };
  const content = canonicalText(value.entry);
  return {
    line,
    // Texts as they stand in the line: the schema leaves out a key such as `__proto__`.
    entry: {
      digest: read.digest,
      entry: value.entry as Entry,
      texts: value.texts as Disclosures,
      found: digestOfText(content),
      leaf: leafHash(content),
    },
    issues: [],
    text: lineText(read.digest, content, canonicalText(value.texts)),
  };
}

/** The text of an entry's line, from the canonical texts of its parts. */
export function lineText(digest: Digest, entry: string, texts: string): string {
  return `{"digest":"${digest}","entry":${entry},"texts":${texts}}`;
}

function located(issues: readonly Issue[], line: number): readonly Issue[] {
  return issues.map((found) => ({ ...found, location: { ...found.location, line } }));
}

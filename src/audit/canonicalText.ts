import canonicalize from "canonicalize";
import { isPlainObject } from "../issue/fields";
import { deepestNesting } from "../issue/parseJson";

/**
 * The canonical text (dạng chuẩn tắc) of a value, by RFC 8785: keys in the order of their UTF-16 units, no blanks, one way to
 * write each string. Two values with the same content have the same text, and so the same digest.
 *
 * **Errors:** `TypeError` for a value that no record may hold, which `unrecordable` names: what reads records looks first.
 *
 * @example
 * ```ts
 * import { canonicalText } from "par-index/audit";
 * canonicalText({ due: 1000, done: 955, name: "Sở A" }); // => '{"done":955,"due":1000,"name":"Sở A"}'
 * ```
 */
export function canonicalText(value: unknown): string {
  // What is in order already, as every line that we wrote is, JSON itself writes as RFC 8785 has it, and much faster.
  const text = isInOrder(value) ? JSON.stringify(value) : isPlainObject(value) ? membersText(value) : canonicalize(value);
  if (text === undefined) throw new TypeError("nothing to record");
  return text;
}

/** An object whose order is broken somewhere, member by member: what is in order below it is still written fast. */
function membersText(value: Readonly<Record<string, unknown>>): string | undefined {
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  if (members.some(([key, below]) => below === undefined || halfCharacter.test(key))) return canonicalize(value);
  return `{${members.map(([key, below]) => `${JSON.stringify(key)}:${canonicalText(below)}`).join(",")}}`;
}

/** The same value with its keys in canonical order throughout, so that it and its parts are written fast. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, below]) => [key, inOrder(below)]));
}

/** True for a value whose keys stand in canonical order throughout, and that holds nothing that JSON would drop or replace. */
function isInOrder(value: unknown): boolean {
  if (typeof value === "string") return !halfCharacter.test(value);
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "boolean") return true;
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  const keys = Object.keys(value);
  if (keys.some((key, index) => halfCharacter.test(key) || (index > 0 && key < (keys[index - 1] ?? "")))) return false;
  return Object.values(value).every(isInOrder);
}

/** Half of a pair of code units is no character, and has no UTF-8 bytes. */
const halfCharacter = /\p{Cs}/u;

/** What keeps a value out of a record. */
export interface Unrecordable {
  readonly why: "notText" | "notNfc" | "numberNotWhole" | "nothing" | "tooDeep";
  readonly path: readonly (string | number)[];
}

/**
 * The first part of a value that no record may hold; `undefined` where there is none. A record holds text in composed form
 * (NFC), whole numbers, true and false, lists and objects: a fraction as a JSON number may have lost digits, and `null` could
 * mean several things. Too many levels would exhaust the stack of whoever reads them.
 */
export function unrecordable(value: unknown): Unrecordable | undefined {
  return faultIn(value, [], textFault);
}

/** {@link unrecordable} of the value of a JSON text, which is looked at as a whole: a part of composed text is composed. */
export function unrecordableIn(text: string, value: unknown): Unrecordable | undefined {
  const isPlain = !text.includes("\\u") && textFault(text) === undefined;
  return faultIn(value, [], isPlain ? () => undefined : textFault);
}

function faultIn(
  value: unknown,
  path: readonly (string | number)[],
  textFault: (text: string) => TextFault | undefined,
): Unrecordable | undefined {
  if (typeof value === "string") {
    const why = textFault(value);
    return why === undefined ? undefined : { why, path };
  }
  if (typeof value === "number") return Number.isSafeInteger(value) ? undefined : { why: "numberNotWhole", path };
  if (typeof value === "boolean") return undefined;
  if (typeof value !== "object" || value === null) return { why: "nothing", path };
  if (path.length >= deepestNesting) return { why: "tooDeep", path };
  const isList = Array.isArray(value);
  for (const [key, below] of Object.entries(value)) {
    const at = [...path, isList ? Number(key) : key];
    const why = textFault(key);
    const found = why === undefined ? faultIn(below, at, textFault) : { why, path: at };
    if (found !== undefined) return found;
  }
  return undefined;
}

type TextFault = "notText" | "notNfc";

function textFault(text: string): TextFault | undefined {
  if (halfCharacter.test(text)) return "notText";
  return text === text.normalize("NFC") ? undefined : "notNfc";
}

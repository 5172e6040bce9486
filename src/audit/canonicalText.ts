import canonicalize from "canonicalize";
import { deepestNesting } from "../issue/parseJson";

/**
 * The canonical text (dạng chuẩn tắc) of a value, by RFC 8785: keys in the order of their UTF-16 units, no blanks, one way to
 * write each string. Two values with the same content have the same text, and so the same digest.
 *
 * **Errors:** `TypeError` for a value that no record may hold, see {@link unrecordable}: what reads records looks first.
 *
 * @example
 * ```ts
 * import { canonicalText } from "par-index/audit";
 * canonicalText({ due: 1000, done: 955, name: "Sở A" }); // => '{"done":955,"due":1000,"name":"Sở A"}'
 * ```
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("nothing to record");
  return text;
}

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
export function unrecordable(value: unknown, path: readonly (string | number)[] = []): Unrecordable | undefined {
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
    const found = why === undefined ? unrecordable(below, at) : { why, path: at };
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Half of a pair of code units is no character, and has no UTF-8 bytes. */
function textFault(text: string): "notText" | "notNfc" | undefined {
  if (/\p{Cs}/u.test(text)) return "notText";
  return text === text.normalize("NFC") ? undefined : "notNfc";
}

import { type Digest, isDigest } from "../audit/digest";

/** How many digits a root has. */
const rootDigits = 64;

/** What was typed of a printed root: all of it, so many digits of it, or something that is none. */
export type TypedRoot =
  | { readonly state: "empty" | "unreadable" }
  | { readonly state: "partial"; readonly digits: number }
  | { readonly state: "whole"; readonly root: Digest };

/** Reads a root as people copy it: in groups, over several lines, in capitals. */
export function readTypedRoot(typed: string): TypedRoot {
  const digits = typed.replace(/\s/g, "").toLowerCase();
  if (digits === "") return { state: "empty" };
  if (isDigest(digits)) return { state: "whole", root: digits };
  return /^[0-9a-f]+$/.test(digits) && digits.length < rootDigits ? { state: "partial", digits: digits.length } : { state: "unreadable" };
}

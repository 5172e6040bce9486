import type { Digest } from "../audit/digest";

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
  if (!/^[0-9a-f]+$/.test(digits) || digits.length > rootDigits) return { state: "unreadable" };
  return digits.length === rootDigits ? { state: "whole", root: digits } : { state: "partial", digits: digits.length };
}

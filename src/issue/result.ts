import type { Issue } from "./issue";
import { ParError } from "./parError";

/** What a `safe…` function answers: the value, with warnings; or every issue found, in the order of the file or the tree. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A result from a value and all that was found: it fails when any of it is an error. */
export function result<T>(found: readonly Issue[], value: () => T): Result<T> {
  return found.some(({ severity }) => severity === "error") ? { ok: false, issues: found } : { ok: true, value: value(), warnings: found };
}

/** The value of a result, or its issues thrown as one {@link ParError}. */
export function unwrap<T>(outcome: Result<T>): T {
  if (!outcome.ok) throw new ParError(outcome.issues);
  return outcome.value;
}

/** The `safe…` twin of a function that throws a {@link ParError}: its answer, or the issues. Anything else thrown is our own mistake. */
export function attempt<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work(), warnings: [] };
  } catch (error) {
    if (error instanceof ParError) return { ok: false, issues: error.issues };
    throw error;
  }
}

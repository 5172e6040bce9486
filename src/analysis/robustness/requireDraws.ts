import { type Issue, issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";

/** Refuses a seed, or a number of draws, that is none. */
export function requireDraws({ seed, draws }: { readonly seed: number; readonly draws: number }): void {
  const faults: Issue[] = [];
  if (!Number.isSafeInteger(seed)) faults.push(issue("notWhole", { received: String(seed) }, { path: ["seed"] }));
  if (!Number.isSafeInteger(draws)) faults.push(issue("notWhole", { received: String(draws) }, { path: ["draws"] }));
  else if (draws < 100 || draws > 1_000_000) faults.push(issue("outOfRange", { bound: "100…1000000" }, { path: ["draws"] }));
  if (faults.length > 0) throw new ParError(faults);
}

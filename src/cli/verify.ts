import { verifyTrail } from "../audit/verifyTrail";
import { at } from "../issue/issue";
import { readLines } from "../node/readLines";
import type { CommonOptions } from "./context";
import type { Output } from "./output";
import { publicKeyFrom, rootFrom, verdictLines } from "./record";

export interface VerifyCommandOptions extends CommonOptions {
  readonly root?: readonly string[];
  readonly key?: readonly string[];
}

/** `par-index verify FILE`: whether a sealed record is whole, and where it is not. */
export function verifyCommand(file: string, { root = [], key = [] }: VerifyCommandOptions): Output {
  const roots = root.map(rootFrom);
  const verdict = verifyTrail(readLines(file), { roots, keys: key.map(publicKeyFrom) });
  return {
    command: "verify",
    ...foundIn(file, verdict.issues),
    before: verdictLines(file, verdict, roots.length),
    sections: [],
    data: verdict,
  };
}

/** Errors and warnings apart, as output tells them, with the file in which they are. */
export function foundIn(file: string, issues: NonNullable<Output["warnings"]>): Required<Pick<Output, "faults" | "warnings">> {
  const placed = issues.map((found) => at({ file }, found));
  return {
    faults: placed.filter(({ severity }) => severity === "error"),
    warnings: placed.filter(({ severity }) => severity === "warning"),
  };
}

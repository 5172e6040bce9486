import type { Words } from "../issue/fields";
import { type Issue, issue } from "../issue/issue";
import type { Say } from "./ruleKind";

/** Something that a rule lists by name: an option, a part, a breach, a count. */
export interface Option {
  readonly id: string;
  readonly label: Words;
}

/** Keys that every item of evidence may have beside its figures; no figure may take such a name. */
export const itemKeys = ["notApplicable", "reason", "documents", "note", "accepted", "givenPoints", "asks"] as const;

/** Names that stand twice in the list under these keys. */
export function duplicateFaults(options: readonly { readonly id: string }[], keys: readonly string[]): Issue[] {
  return options.flatMap(({ id }, index) =>
    options.findIndex((other) => other.id === id) < index ? [issue("duplicateOption", { option: id }, { path: [...keys, index] })] : [],
  );
}

/** Names that a rule would use as keys of evidence, where evidence keeps them for itself. */
export function reservedFaults(options: readonly Option[], keys: readonly string[]): Issue[] {
  return options.flatMap(({ id }, index) =>
    itemKeys.some((reserved) => reserved === id) ? [issue("reservedOption", { option: id }, { path: [...keys, index] })] : [],
  );
}

/** How an option is called in the language of an explanation. */
export function labelOf(options: readonly Option[], id: string | undefined, say: Say): string {
  const option = options.find((candidate) => candidate.id === id);
  return option === undefined ? (id ?? "") : say.words(option.label);
}

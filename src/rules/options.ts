import type { Words } from "../issue/fields";
import { type Issue, issue } from "../issue/issue";
import type { Say } from "./ruleKind";

/** Something that a rule lists by name: an option, a part, a breach, a count. */
export interface Option {
  readonly id: string;
  readonly label: Words;
}

/** Keys that every item of evidence may have beside its figures; no figure may take such a name. */
export const itemKeys = ["notApplicable", "reason", "documents", "note"] as const;

/** Faults of a list of options: a name that stands twice, or that evidence keeps for itself. */
export function duplicateFaults(options: readonly { readonly id: string }[]): Issue[] {
  return options.flatMap(({ id }, index) => [
    ...(options.findIndex((other) => other.id === id) < index ? [issue("duplicateOption", { option: id })] : []),
    ...(itemKeys.some((key) => key === id) ? [issue("reservedOption", { option: id })] : []),
  ]);
}

/** How an option is called in the language of an explanation. */
export function labelOf(options: readonly Option[], id: string | undefined, say: Say): string {
  const option = options.find((candidate) => candidate.id === id);
  return option === undefined ? (id ?? "") : say.words(option.label);
}

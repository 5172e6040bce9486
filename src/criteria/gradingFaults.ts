import type { Issue } from "../issue/issue";
import type { CriteriaDraft } from "./criteriaFile";
import type { RuleBook } from "./criteriaSet";

/** What is wrong with how a set grades. */
export function gradingFaults(_file: CriteriaDraft, _book: RuleBook): Issue[] {
  return [];
}

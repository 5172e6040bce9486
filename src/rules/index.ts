import { bands } from "./bands";
import { cases } from "./cases";
import { checklist } from "./checklist";
import { choice } from "./choice";
import { deduction } from "./deduction";
import { given } from "./given";
import { perItem } from "./perItem";
import { proportional } from "./proportional";
import type { RuleKind } from "./ruleKind";

/**
 * Every rule kind (cách chấm điểm) that the library brings. Others are passed beside them: `parseCriteria(file, { kinds: [...standardRuleKinds, mine] })`.
 *
 * @example
 * ```ts
 * import { standardRuleKinds } from "par-index";
 * standardRuleKinds.map(({ kind }) => kind); // => ["bands", "cases", "checklist", "choice", "deduction", "given", "perItem", "proportional"]
 * ```
 */
export const standardRuleKinds: readonly RuleKind[] = [
  bands,
  cases,
  checklist,
  choice,
  deduction,
  given,
  perItem,
  proportional,
] as readonly RuleKind[];

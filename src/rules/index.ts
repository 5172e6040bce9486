import { bands } from "./bands";
import { cases } from "./cases";
import { checklist } from "./checklist";
import { choice } from "./choice";
import { deduction } from "./deduction";
import { given } from "./given";
import { perItem } from "./perItem";
import { proportional } from "./proportional";
import type { RuleKind } from "./ruleKind";

/** Every rule kind that the library brings. Others are passed beside them: `parseCriteria(file, { kinds: [...standardRuleKinds, mine] })`. */
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

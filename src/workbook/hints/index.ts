import { bandsHint } from "./bands";
import { casesHint } from "./cases";
import { checklistHint } from "./checklist";
import { choiceHint } from "./choice";
import { deductionHint } from "./deduction";
import { givenHint } from "./given";
import type { KindHint } from "./kindHint";
import { perItemHint } from "./perItem";
import { proportionalHint } from "./proportional";

/** The twin of every rule kind that a formula is known of. */
export const kindHints: readonly KindHint[] = [
  bandsHint,
  casesHint,
  checklistHint,
  choiceHint,
  deductionHint,
  givenHint,
  perItemHint,
  proportionalHint,
];

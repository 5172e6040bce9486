import * as z from "zod/mini";
import { identifier, text, type Words, words } from "../issue/fields";

/**
 * How sure a number is: `official` was read in the instrument's own text; `secondary` in another's account of it; `observed`
 * was found from results that it explains; `memory` is remembered; `inferred` was concluded; `invented` serves as an example.
 */
export const confidences = ["official", "secondary", "observed", "memory", "inferred", "invented"] as const;
export type Confidence = (typeof confidences)[number];

/** Where a number comes from and how sure it is. */
export interface Provenance {
  readonly confidence: Confidence;
  /** Id of one of the file's `sources`, and the place in it: annex, section, page. */
  readonly source?: string | undefined;
  readonly locator?: string | undefined;
  readonly note?: Words | undefined;
}

export const provenanceSchema = z.strictObject({
  confidence: z.enum(confidences),
  source: z.optional(identifier),
  locator: z.optional(text),
  note: z.optional(words),
});

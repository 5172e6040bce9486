import { readFileSync } from "node:fs";
import * as z from "zod/mini";

/** A family of kernels: the test of each, by its id. */
export type Family = Readonly<Record<string, () => void>>;

const kernelsFile = z.strictObject({
  about: z.strictObject({ vi: z.string(), en: z.string() }),
  confidence: z.record(z.string(), z.string()),
  figures: z.record(z.string(), z.string()),
  kernels: z.array(
    z.strictObject({
      id: z.string(),
      family: z.string(),
      says: z.strictObject({ vi: z.string(), en: z.string() }),
      source: z.string().check(z.minLength(1)),
      confidence: z.enum(["high", "medium", "low"]),
      figures: z.enum(["published", "chosen", "invented"]),
      note: z.optional(z.string()),
    }),
  ),
});

/** What is known of each kernel: what it says, where it was found, how sure that is. */
export const { kernels } = z.parse(kernelsFile, JSON.parse(readFileSync(new URL("kernels.json", import.meta.url), "utf8")));

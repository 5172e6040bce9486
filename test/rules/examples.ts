import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { fileWith } from "../arbitraries/criteria";
import type { CriterionDocument, Rule, WrittenFigures } from "../oracle/documents";

const words = z.strictObject({ vi: z.string(), en: z.optional(z.string()) });
const confidence = z.enum(["high", "medium", "low", "invented"]);
const leftOut = z.enum(["fullPoints", "zero", "leaveOut", "splitEqually"]);

const figures = z.custom<WrittenFigures>((value) => typeof value === "object" && value !== null);

/**
 * What an officer reads: a rule, what is reported, by the unit and where units are compared by the others of its group, and
 * what that earns; `null` where the leaf does not count.
 */
const examplesFile = z.strictObject({
  about: words,
  examples: z
    .array(
      z.strictObject({
        rule: z.custom<Rule>((value) => typeof value === "object" && value !== null && "kind" in value),
        maxPoints: z.string(),
        nothingDue: z.optional(leftOut),
        evidence: figures,
        others: z.optional(z.array(figures)),
        points: z.nullable(z.string()),
        state: z.optional(z.enum(["nothingDue", "notApplicable", "missing"])),
        says: z.optional(z.array(z.string())),
        source: z.string(),
        confidence,
      }),
    )
    .check(z.minLength(1)),
});

/** Several leaves whose points are given, and what they come to together. */
const sumsFile = z.strictObject({
  about: words,
  examples: z.array(
    z.strictObject({
      about: words,
      parts: z.array(z.strictObject({ maxPoints: z.string(), points: z.optional(z.string()), notApplicable: z.optional(leftOut) })),
      publishes: z.enum(["points", "index"]),
      places: z.int(),
      points: z.string(),
      published: z.string(),
      source: z.string(),
      confidence,
    }),
  ),
});

export type Example = z.output<typeof examplesFile>["examples"][number];
export type SumExample = z.output<typeof sumsFile>["examples"][number];

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Names of the kinds, or of the measures, that have a file of examples. */
export function namesIn(place: "." | "./measures"): readonly string[] {
  return readdirSync(folder(place))
    .filter((file) => file.endsWith(".examples.json") && file !== "sums.examples.json")
    .map((file) => file.replace(".examples.json", ""));
}

export function examplesOf(place: "." | "./measures", name: string): readonly Example[] {
  return z.parse(examplesFile, JSON.parse(readFileSync(folder(`${place}/${name}.examples.json`), "utf8"))).examples;
}

export function sumExamples(): readonly SumExample[] {
  return z.parse(sumsFile, JSON.parse(readFileSync(folder("./sums.examples.json"), "utf8"))).examples;
}

const invented = { confidence: "invented" } as const;

export function fileOfExample({ rule, maxPoints, nothingDue }: Example) {
  return fileWith([leaf("1", { maxPoints, rule, ...(nothingDue === undefined ? {} : { nothingDue }) })]);
}

export function fileOfSum({ parts, publishes, places }: SumExample) {
  const children = parts.map(({ maxPoints, notApplicable }, index) => {
    const rule: Rule = { kind: "given", by: { vi: "Kết quả đã công bố" } };
    return leaf(String(index + 1), { maxPoints, rule, ...(notApplicable === undefined ? {} : { notApplicable }) });
  });
  const file = fileWith(children);
  const { policies } = file;
  return {
    ...file,
    policies: { ...policies, rounding: { ...policies.rounding, places }, published: { ...policies.published, value: publishes } },
  };
}

function leaf(code: string, body: Pick<CriterionDocument, "maxPoints" | "rule" | "nothingDue" | "notApplicable">): CriterionDocument {
  return { code, title: { vi: `Tiêu chí ${code}` }, method: "appraised", provenance: { points: invented, rule: invented }, ...body };
}

import { readFileSync } from "node:fs";
import { type Classification, type Grading, parseCriteria, parseReports, scoreAll } from "par-index";
import * as z from "zod/mini";
import { fileWith, reportOf } from "../arbitraries/criteria";

const words = z.strictObject({ vi: z.string(), en: z.optional(z.string()) });
const stated = <T>() => z.custom<T>((value) => typeof value === "object" && value !== null);
type Without<T> = T extends readonly (infer One)[] | undefined ? Omit<One, "provenance"> : never;

/** What an officer reads: how an instrument grades, some units, and the grade of each. */
const examplesFile = z.strictObject({
  about: words,
  examples: z.array(
    z.strictObject({
      kernel: z.string(),
      about: words,
      source: z.string(),
      confidence: z.enum(["high", "medium", "low", "inferred", "invented"]),
      compare: z.optional(z.enum(["exact", "published"])),
      places: z.optional(z.int()),
      unrecorded: z.optional(z.enum(["didNotHappen", "undecided"])),
      grades: z.optional(z.array(stated<Grading["scales"][number]["grades"][number]>())),
      scales: z.optional(z.array(stated<Grading["scales"][number]>())),
      facts: z.optional(z.array(stated<Without<Grading["facts"]>>())),
      events: z.optional(z.array(stated<Without<Grading["events"]>>())),
      quotas: z.optional(z.array(stated<Without<Grading["quotas"]>>())),
      /** Holes between bands that are told when the set is read. */
      gaps: z.optional(z.array(z.array(z.string()))),
      maxima: z.array(z.string()),
      units: z.array(
        z.strictObject({
          unit: z.string(),
          repeat: z.optional(z.int()),
          group: z.optional(z.string()),
          points: z.array(z.nullable(z.string())),
          facts: z.optional(stated<object>()),
          events: z.optional(stated<object>()),
          value: z.optional(z.string()),
          grade: z.nullable(z.string()),
          reason: z.optional(z.string()),
          possible: z.optional(z.array(z.nullable(z.string()))),
          says: z.optional(z.array(z.string())),
        }),
      ),
      /** What each quota came to: of how many units, how many are allowed, and how many of the proposed keep the grade. */
      came: z.optional(
        z.array(
          z.strictObject({
            quota: z.string(),
            base: z.optional(z.int()),
            allowed: z.int(),
            kept: z.int(),
            beyond: z.int(),
            undecided: z.int(),
          }),
        ),
      ),
      commended: z.optional(z.array(z.string())),
      issues: z.optional(z.array(z.string())),
    }),
  ),
});

export type GradingExample = z.output<typeof examplesFile>["examples"][number];

export function gradingExamples(): readonly GradingExample[] {
  return z.parse(examplesFile, JSON.parse(readFileSync(new URL("grading.examples.json", import.meta.url), "utf8"))).examples;
}

const provenance = { confidence: "invented" } as const;

/** The criteria file of an example: leaves whose points are given, and its grading. */
export function fileOf({ compare = "exact", places = 2, unrecorded = "didNotHappen", maxima, ...example }: GradingExample) {
  const file = fileWith(
    maxima.map((maxPoints, index) => ({
      code: String(index + 1),
      title: { vi: `Tiêu chí ${index + 1}` },
      maxPoints,
      method: "appraised" as const,
      rule: { kind: "given" as const, by: { vi: "Hội đồng" } },
      provenance: { points: provenance, rule: provenance },
    })),
  );
  const stating = <T extends object>(list: readonly T[] = []) => list.map((one) => ({ ...one, provenance }));
  const { policies } = file;
  return {
    ...file,
    policies: { ...policies, rounding: { ...policies.rounding, places } },
    grading: {
      compare,
      scales: example.scales ?? [{ groups: file.groups.map(({ id }) => id), grades: example.grades }],
      facts: stating(example.facts),
      events: stating(example.events),
      unrecorded,
      incomplete: "ungraded",
      quotas: stating(example.quotas),
      provenance,
    },
  };
}

/** Its units, those that are repeated as often as it says. */
export function unitsOf({ units }: GradingExample): readonly (GradingExample["units"][number] & { readonly id: string })[] {
  return units.flatMap((unit) =>
    Array.from({ length: unit.repeat ?? 1 }, (_, index) => ({
      ...unit,
      id: unit.repeat === undefined ? unit.unit : `${unit.unit} ${index + 1}`,
    })),
  );
}

export function scoresOf(example: GradingExample) {
  const criteria = parseCriteria(fileOf(example));
  const reports = unitsOf(example).map(({ id, group = "commune", points, facts, events }) => ({
    ...reportOf({ id, group }),
    items: Object.fromEntries(points.map((given, index) => [String(index + 1), given === null ? null : { points: given }])),
    ...(facts === undefined ? {} : { facts }),
    ...(events === undefined ? {} : { events }),
  }));
  return { criteria, scores: scoreAll(criteria, parseReports(criteria, reports)) };
}

export function gradeOf(classifications: readonly Classification[], id: string): Classification {
  const found = classifications.find(({ unit }) => unit.id === id);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
}

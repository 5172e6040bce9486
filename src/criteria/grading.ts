import * as z from "zod/mini";
import type { RoundingMode } from "../exact/rounding";
import { identifier, nonNegativeDecimal, type Words, words } from "../issue/fields";
import { type Bounds, lowerBoundParams, upperBoundParams } from "../rules/bounds";
import type { MeasureText } from "./criteriaFile";
import { type Provenance, provenanceSchema } from "./provenance";

/** How an instrument grades (xếp loại): thresholds, conditions, events that force or cap a grade, quotas. */
export interface Grading {
  /** Whether thresholds are compared with the exact or the published value. */
  readonly compare: "exact" | "published";
  /** Grades of each group of units, best first. */
  readonly scales: readonly GradeScale[];
  /** Facts that conditions speak of, such as the share of tasks done on time. */
  readonly facts?: readonly GradingFact[] | undefined;
  readonly events?: readonly GradingEvent[] | undefined;
  /** What holds of an event about which nothing was recorded. */
  readonly unrecorded: "didNotHappen" | "undecided";
  /** Whether a unit with missing leaves has a grade. */
  readonly incomplete: "graded" | "ungraded";
  readonly quotas?: readonly Quota[] | undefined;
  readonly provenance: Provenance;
}

export interface GradeScale {
  readonly groups: readonly string[];
  readonly grades: readonly GradeText[];
}

/** A grade (mức xếp loại): its band as printed, and what else it needs. A unit that lacks a condition falls to the next grade whose conditions hold. */
export interface GradeText extends Bounds {
  readonly id: string;
  readonly title: Words;
  readonly conditions?: readonly GradeCondition[] | undefined;
}

/** Which nodes a condition looks at: the areas, the nodes directly below them, or the leaves. */
export const conditionLevels = ["areas", "criteria", "leaves"] as const;
export type ConditionLevel = (typeof conditionLevels)[number];

/** `noZero`: none has zero points. `eachAtLeast`: each has so many percent of its maximum. `fact`: a reported fact lies within bounds. */
export type GradeCondition =
  | { readonly kind: "noZero"; readonly of: ConditionLevel }
  | { readonly kind: "eachAtLeast"; readonly of: ConditionLevel; readonly percent: string }
  | ({ readonly kind: "fact"; readonly fact: string } & Bounds);

export interface GradingFact {
  readonly id: string;
  readonly title: Words;
  readonly reads: MeasureText;
  readonly provenance: Provenance;
}

/** Something that, once it happened, forces a grade or lets none better be given (sự kiện khống chế). */
export interface GradingEvent {
  readonly id: string;
  readonly title: Words;
  readonly effect: { readonly forces: string } | { readonly caps: string };
  readonly provenance: Provenance;
}

/** At most so many units of a grade (tỷ lệ khống chế): a share of a base, or a count. */
export interface Quota {
  readonly id: string;
  readonly grade: string;
  /** For each of these groups by itself; for every group when absent. */
  readonly groups?: readonly string[] | undefined;
  readonly share?: { readonly percent: string; readonly of: QuotaBase; readonly rounding: RoundingMode } | undefined;
  readonly count?: number | undefined;
  /** `grade`: units beyond it get the next grade. `commend`: those within it are commended, nobody's grade changes. */
  readonly effect: "grade" | "commend";
  readonly provenance: Provenance;
}

/** What a share is of: all units rated, or those that reached one of these grades before any quota. */
export type QuotaBase = "rated" | { readonly grades: readonly string[] };

const bounds = { ...lowerBoundParams, ...upperBoundParams };
const level = z.enum(conditionLevels);
const provenance = provenanceSchema;

/** The schema of a grading whose facts are read by these measures. */
export function gradingSchema(measure: z.ZodMiniType): z.ZodMiniType<Grading> {
  return z.strictObject({
    compare: z.enum(["exact", "published"]),
    scales: z
      .array(
        z.strictObject({
          groups: z.array(identifier).check(z.minLength(1)),
          grades: z
            .array(
              z.strictObject({
                id: identifier,
                title: words,
                ...bounds,
                conditions: z.optional(
                  z.array(
                    z.discriminatedUnion("kind", [
                      z.strictObject({ kind: z.literal("noZero"), of: level }),
                      z.strictObject({ kind: z.literal("eachAtLeast"), of: level, percent: nonNegativeDecimal }),
                      z.strictObject({ kind: z.literal("fact"), fact: identifier, ...bounds }),
                    ]),
                  ),
                ),
              }),
            )
            .check(z.minLength(1)),
        }),
      )
      .check(z.minLength(1)),
    facts: z.optional(z.array(z.strictObject({ id: identifier, title: words, reads: measure, provenance }))),
    events: z.optional(
      z.array(
        z.strictObject({
          id: identifier,
          title: words,
          effect: z.union([z.strictObject({ forces: identifier }), z.strictObject({ caps: identifier })]),
          provenance,
        }),
      ),
    ),
    unrecorded: z.enum(["didNotHappen", "undecided"]),
    incomplete: z.enum(["graded", "ungraded"]),
    quotas: z.optional(
      z.array(
        z.strictObject({
          id: identifier,
          grade: identifier,
          groups: z.optional(z.array(identifier).check(z.minLength(1))),
          share: z.optional(
            z.strictObject({
              percent: nonNegativeDecimal,
              of: z.union([z.literal("rated"), z.strictObject({ grades: z.array(identifier).check(z.minLength(1)) })]),
              rounding: z.enum(["halfUp", "halfEven", "halfDown", "up", "down"]),
            }),
          ),
          count: z.optional(z.int().check(z.gte(0))),
          effect: z.enum(["grade", "commend"]),
          provenance,
        }),
      ),
    ),
    provenance,
  }) as unknown as z.ZodMiniType<Grading>;
}

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

/** A number that conditions speak of and the tree does not award (số liệu xét điều kiện): what it measures, and what holds where nothing was due. */
export interface GradingFact {
  readonly id: string;
  readonly title: Words;
  readonly reads: MeasureText;
  /** Whether a condition holds of a fact of which nothing was due (0 of 0); stated wherever that can happen. */
  readonly nothingDue?: "holds" | "fails" | "undecided" | undefined;
  readonly provenance: Provenance;
}

/**
 * Something that decides a grade once it happened (sự kiện khống chế): it forces the lowest grade, lets none better than one
 * be given, or leaves the unit unrated (không xếp loại).
 */
export interface GradingEvent {
  readonly id: string;
  readonly title: Words;
  /** Only for units of these groups; for all where it does not say. */
  readonly groups?: readonly string[] | undefined;
  readonly effect: EventEffect;
  readonly provenance: Provenance;
}

export type EventEffect = { readonly forces: string } | { readonly caps: string } | { readonly notRated: true };

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
const groups = z.optional(z.array(identifier).check(z.minLength(1)));

/** The grades of a group of units; every group has its scale in a set that proved itself. */
export function scaleOf({ scales }: Grading, group: string): GradeScale {
  const scale = scales.find(({ groups }) => groups.includes(group));
  if (scale === undefined) throw new TypeError(`no grades for the group ${group}; its set was not checked`);
  return scale;
}

/** The events that can befall units of a group. */
export function eventsOf({ events = [] }: Grading, group: string): readonly GradingEvent[] {
  return events.filter(({ groups }) => groups === undefined || groups.includes(group));
}

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
    facts: z.optional(
      z.array(
        z.strictObject({
          id: identifier,
          title: words,
          reads: measure,
          nothingDue: z.optional(z.enum(["holds", "fails", "undecided"])),
          provenance,
        }),
      ),
    ),
    events: z.optional(
      z.array(
        z.strictObject({
          id: identifier,
          title: words,
          groups,
          effect: z.union([
            z.strictObject({ forces: identifier }),
            z.strictObject({ caps: identifier }),
            z.strictObject({ notRated: z.literal(true) }),
          ]),
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
          groups,
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

import * as z from "zod/mini";
import type { CivilDate } from "../exact/civilDate";
import { civilDate, identifier, text, type Words, words } from "../issue/fields";
import { type Provenance, provenanceSchema } from "./provenance";

/** What happens to a leaf that does not count: it earns its maximum, nothing, leaves the sum, or gives its points to its siblings. */
export const leftOutPolicies = ["fullPoints", "zero", "leaveOut", "splitEqually"] as const;
export type LeftOutPolicy = (typeof leftOutPolicies)[number];

/** The rounds of assessment (vòng) that reports are of, in order: the unit's own, the appraisal, the unit's explanation, the second appraisal. */
export const rounds = ["selfAssessed", "appraised", "explained", "reappraised"] as const;
export type ReportedRound = (typeof rounds)[number];

/**
 * The decisions an instrument makes about computing, all of them stated: the code has no default that could pass for law.
 * In a draft (`Open` is `null`) a decision may still be open.
 */
export type Policies<Open = never> = { readonly [Name in keyof StatedPolicies]: StatedPolicies[Name] | Open };

interface StatedPolicies {
  /** Digits of published values, and whether leaves are rounded before they are added or only what is published. */
  readonly rounding: {
    readonly places: number;
    readonly mode: "halfUp" | "halfEven" | "halfDown" | "up" | "down";
    readonly stage: "leaf" | "published";
    readonly provenance: Provenance;
  };
  /** What is published and ranked: the points, or the points as a percentage of the maximum that counted. */
  readonly published: { readonly value: "points" | "index"; readonly provenance: Provenance };
  /** What an answer "không áp dụng" does where a leaf does not say otherwise; `refuse` does not allow it. */
  readonly notApplicable: { readonly policy: "refuse" | LeftOutPolicy; readonly provenance: Provenance };
  readonly ranking: {
    readonly compare: "exact" | "published";
    /**
     * Codes of areas or criteria that part units with equal values, the first that differs deciding: by their points, or by their
     * index where indices are published.
     */
    readonly tieBreakers?: readonly string[] | undefined;
    /**
     * Units that are still equal share a rank and the next is skipped (1, 2, 2, 4), share it and nothing is skipped (`dense`:
     * 1, 2, 2, 3), or stay undecided until the competent body settles them.
     */
    readonly ties: "share" | "dense" | "undecided";
    /** Whether a unit with missing leaves has a rank. */
    readonly incomplete: "ranked" | "unranked";
    readonly within: "group" | "all";
    readonly provenance: Provenance;
  };
  readonly mean: { readonly of: "exact" | "published"; readonly provenance: Provenance };
  readonly change: { readonly of: "exact" | "published"; readonly provenance: Provenance };
  /** The rounds that the instrument holds, and which of them counts; a set without it scores each round by itself. */
  readonly rounds?: RoundsPolicy | undefined;
  /** When supporting documents must have been issued to count; a set without it judges no day. */
  readonly documents?: DocumentsPolicy | undefined;
  /** What becomes of reports that a unit sends late, and of units that send none; a set without it lets all of them count. */
  readonly deadlines?: DeadlinesPolicy | undefined;
}

/** Said of the rounds in which a unit speaks for itself: an appraisal that is late is not the unit's doing. */
export interface DeadlinesPolicy {
  /** A report sent after the last day counts as any other, or as though it had never been sent (coi như không gửi). */
  readonly late: "accepted" | "refused";
  /** A unit without a self-assessment has everything missing, or is not rated either (không xếp loại, không xếp hạng). */
  readonly neverSent: "missing" | "notRated";
  readonly provenance: Provenance;
}

export interface DocumentsPolicy {
  /** For each period of which it is known, the first and the last day, which need not lie in the period. */
  readonly windows: readonly { readonly period: string; readonly from: CivilDate; readonly to: CivilDate }[];
  readonly provenance: Provenance;
}

export interface RoundsPolicy {
  readonly list: readonly { readonly id: ReportedRound; readonly title: Words; readonly by: "unit" | "appraiser" }[];
  /** For each leaf, the first of these rounds that speaks of it counts. */
  readonly counts: readonly ReportedRound[];
  readonly provenance: Provenance;
}

const exactOrPublished = z.enum(["exact", "published"]);
const provenance = provenanceSchema;

/** Each decision by its name; `z.nullable` of it in a draft. */
export const policySchemas = {
  rounding: z.strictObject({
    places: z.int().check(z.gte(0), z.lte(6)),
    mode: z.enum(["halfUp", "halfEven", "halfDown", "up", "down"]),
    stage: z.enum(["leaf", "published"]),
    provenance,
  }),
  published: z.strictObject({ value: z.enum(["points", "index"]), provenance }),
  notApplicable: z.strictObject({ policy: z.enum(["refuse", ...leftOutPolicies]), provenance }),
  ranking: z.strictObject({
    compare: exactOrPublished,
    tieBreakers: z.optional(z.array(z.string())),
    ties: z.enum(["share", "dense", "undecided"]),
    incomplete: z.enum(["ranked", "unranked"]),
    within: z.enum(["group", "all"]),
    provenance,
  }),
  mean: z.strictObject({ of: exactOrPublished, provenance }),
  change: z.strictObject({ of: exactOrPublished, provenance }),
};

export const roundsSchema = z.strictObject({
  list: z.array(z.strictObject({ id: z.enum(rounds), title: words, by: z.enum(["unit", "appraiser"]) })).check(z.minLength(1)),
  counts: z.array(z.enum(rounds)).check(z.minLength(1)),
  provenance,
});

export const documentsSchema = z.strictObject({
  windows: z.array(z.strictObject({ period: text, from: civilDate, to: civilDate })).check(z.minLength(1)),
  provenance,
});

export const deadlinesSchema = z.strictObject({
  late: z.enum(["accepted", "refused"]),
  neverSent: z.enum(["missing", "notRated"]),
  provenance,
});

export const appraiserSchema = z.strictObject({ id: identifier, title: words });

import * as z from "zod/mini";
import { civilDate, identifier, name, nonNegativeDecimal, text, type Words, words } from "../issue/fields";
import type { Measure, RuleKind } from "../rules/ruleKind";
import { type Grading, gradingSchema } from "./grading";
import {
  appraiserSchema,
  deadlinesSchema,
  documentsSchema,
  type LeftOutPolicy,
  leftOutPolicies,
  type Policies,
  policySchemas,
  roundsSchema,
} from "./policies";
import { type Provenance, provenanceSchema } from "./provenance";

/** The format that a criteria file names, so that a later format can be told apart. */
export const criteriaFormat = "par-index/criteria/1";

/** How points are found (phương thức): appraisal of documents, a survey, another index, the leadership's own judgement. */
export const methods = ["appraised", "surveyed", "fromIndex", "leadership"] as const;
export type Method = (typeof methods)[number];

/** One way to understand a leaf on which sources disagree. */
export interface Reading {
  readonly id: string;
  readonly words: Words;
}

export interface OtherReading extends Reading {
  readonly rule?: RuleText | undefined;
  readonly nothingDue?: LeftOutPolicy | undefined;
}

/** A rule as a file writes it: its kind, the measure it reads, its settings. */
export type RuleText = { readonly kind: string; readonly reads?: MeasureText | undefined } & Readonly<Record<string, unknown>>;
export type MeasureText = { readonly measure: string } & Readonly<Record<string, unknown>>;

/** A document that a leaf requires (tài liệu yêu cầu). */
export interface RequiredDocument {
  readonly id: string;
  readonly title: Words;
}

/** What a node is for the units of one group, where it is not as for the others. */
export interface GroupVariant {
  readonly maxPoints?: string | undefined;
  readonly rule?: RuleText | undefined;
  readonly nothingDue?: LeftOutPolicy | undefined;
  readonly notApplicable?: "refuse" | LeftOutPolicy | undefined;
}

/**
 * A node of a criteria file: a branch has `children`, a leaf has a `rule` or is `monitored` without points.
 * In a draft (`Open` is `null`) a maximum or a rule that nobody has read yet is open.
 */
export interface FileNode<Open = never> {
  readonly code: string;
  readonly title: Words;
  readonly maxPoints: string | Open;
  readonly provenance: { readonly points: Provenance; readonly rule?: Provenance | undefined; readonly documents?: Provenance | undefined };
  readonly children?: readonly FileNode<Open>[] | undefined;
  readonly method?: Method | undefined;
  readonly rule?: RuleText | Open | undefined;
  readonly nothingDue?: LeftOutPolicy | undefined;
  readonly notApplicable?: "refuse" | LeftOutPolicy | undefined;
  readonly monitored?: true | undefined;
  readonly reads?: MeasureText | undefined;
  /** Only for units of these groups; for all where it does not say. */
  readonly groups?: readonly string[] | undefined;
  /** What differs for the units of a group, by its id. */
  readonly byGroup?: Readonly<Record<string, GroupVariant>> | undefined;
  /** Points outside the base: a bonus (điểm cộng) is added, a penalty (điểm trừ) taken off, `maxPoints` at most. */
  readonly beyondMax?: "bonus" | "penalty" | undefined;
  /** The unit does not score this leaf itself: the appraiser, a survey or the leadership does. */
  readonly selfScored?: false | undefined;
  /** Id of the agency that appraises it and all below it (cơ quan thẩm định). */
  readonly appraiser?: string | undefined;
  /** When something below was left out, what counts is brought up to these points (quy đổi phần còn lại). */
  readonly rescaleTo?: { readonly points: string; readonly provenance: Provenance } | undefined;
  /** The code under which this criterion stood before (mã ở bộ tiêu chí trước), in that edition, or else in any that it is compared with. */
  readonly formerly?: { readonly code: string; readonly edition?: string | undefined } | undefined;
  /** What must be shown (yêu cầu và tài liệu kiểm chứng). */
  readonly proof?: Words | undefined;
  /** The documents among it, so that the missing ones can be told; `provenance.documents` says from where. */
  readonly documents?: readonly RequiredDocument[] | undefined;
  readonly note?: Words | undefined;
  readonly interpretation?: { readonly question: Words; readonly taken: Reading; readonly others: readonly OtherReading[] } | undefined;
}

/** A criteria set (bộ tiêu chí) as a file: plain data, the law with the source of every number. */
export interface CriteriaFile<Open = never> {
  readonly $schema?: string | undefined;
  readonly format: typeof criteriaFormat;
  readonly id: string;
  readonly revision: number;
  /** `official`: transcribed from the instrument's text. `reconstruction`: rebuilt from other sources. `example`: invented. */
  readonly status: "official" | "reconstruction" | "example";
  readonly title: Words;
  /** What readers must be told when the set is not the official text; shown wherever its numbers are. */
  readonly notice?: Words | undefined;
  readonly instrument: {
    readonly number?: string | undefined;
    readonly authority?: Words | undefined;
    readonly date?: string | undefined;
    readonly provenance: Provenance;
  };
  readonly periods: readonly string[];
  readonly sources: Readonly<Record<string, { readonly title: Words; readonly address?: string | undefined }>>;
  readonly groups: readonly { readonly id: string; readonly title: Words }[];
  /** The agencies that appraise areas or criteria. */
  readonly appraisers?: readonly { readonly id: string; readonly title: Words }[] | undefined;
  readonly policies: Policies<Open>;
  readonly grading?: Grading | Open | undefined;
  readonly maxPoints: string | Open;
  readonly byGroup?: FileNode["byGroup"];
  readonly rescaleTo?: FileNode["rescaleTo"];
  readonly children: readonly FileNode<Open>[];
}

/** A criteria set that is still being written (bộ tiêu chí đang soạn): what nobody has read yet is `null`. */
export type CriteriaDraft = CriteriaFile<null>;
export type DraftNode = FileNode<null>;

const leftOut = z.enum(leftOutPolicies);
const refusable = z.enum(["refuse", ...leftOutPolicies]);
const provenance = provenanceSchema;
const code = name(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, "3.4.1");
const edition = name(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "example/my-set");

/** The schema of a criteria file, complete or a draft, whose rules are of these kinds and read these measures. */
export function criteriaFileSchema(kinds: readonly RuleKind[], measures: readonly Measure[]): z.ZodMiniType<CriteriaDraft> {
  const measure = z.discriminatedUnion(
    "measure",
    measures.map((item) => z.strictObject({ measure: z.literal(item.measure), ...item.params })) as unknown as Options,
  );
  const rule = z.discriminatedUnion(
    "kind",
    kinds.map((item) =>
      z.strictObject({ kind: z.literal(item.kind), ...(item.reads === "measure" ? { reads: measure } : {}), ...item.params }),
    ) as unknown as Options,
  );
  const reading = { id: identifier, words };
  const variant = z.strictObject({
    maxPoints: z.optional(nonNegativeDecimal),
    rule: z.optional(rule),
    nothingDue: z.optional(leftOut),
    notApplicable: z.optional(refusable),
  });
  const maximumByGroup = z.optional(z.record(identifier, z.strictObject({ maxPoints: z.optional(nonNegativeDecimal) })));
  const rescaleTo = z.optional(z.strictObject({ points: nonNegativeDecimal, provenance }));
  const shared = {
    code,
    title: words,
    maxPoints: z.nullable(nonNegativeDecimal),
    groups: z.optional(z.array(identifier).check(z.minLength(1))),
    beyondMax: z.optional(z.enum(["bonus", "penalty"])),
    appraiser: z.optional(identifier),
    formerly: z.optional(z.strictObject({ code, edition: z.optional(edition) })),
    note: z.optional(words),
  };
  const branch = z.strictObject({
    ...shared,
    byGroup: maximumByGroup,
    rescaleTo,
    provenance: z.strictObject({ points: provenance }),
    get children() {
      return z.array(node).check(z.minLength(1));
    },
  });
  const shown = {
    proof: z.optional(words),
    documents: z.optional(z.array(z.strictObject({ id: identifier, title: words })).check(z.minLength(1))),
  };
  const scored = z.strictObject({
    ...shared,
    byGroup: z.optional(z.record(identifier, variant)),
    method: z.enum(methods),
    rule: z.nullable(rule),
    nothingDue: z.optional(leftOut),
    notApplicable: z.optional(refusable),
    selfScored: z.optional(z.literal(false)),
    ...shown,
    provenance: z.strictObject({ points: provenance, rule: provenance, documents: z.optional(provenance) }),
    interpretation: z.optional(
      z.strictObject({
        question: words,
        taken: z.strictObject(reading),
        others: z.array(z.strictObject({ ...reading, rule: z.optional(rule), nothingDue: z.optional(leftOut) })).check(z.minLength(1)),
      }),
    ),
  });
  const monitored = z.strictObject({
    ...shared,
    monitored: z.literal(true),
    reads: z.optional(measure),
    ...shown,
    provenance: z.strictObject({ points: provenance, documents: z.optional(provenance) }),
  });
  const node: z.ZodMiniType<DraftNode> = z.lazy(() => z.union([scored, branch, monitored])) as unknown as z.ZodMiniType<DraftNode>;
  const { rounding, published, notApplicable, ranking, mean, change } = policySchemas;
  return z.strictObject({
    $schema: z.optional(z.string()),
    format: z.literal(criteriaFormat),
    id: edition,
    revision: z.int().check(z.gte(1)),
    status: z.enum(["official", "reconstruction", "example"]),
    title: words,
    notice: z.optional(words),
    instrument: z.strictObject({ number: z.optional(text), authority: z.optional(words), date: z.optional(civilDate), provenance }),
    periods: z.array(text),
    sources: z.record(identifier, z.strictObject({ title: words, address: z.optional(text) })),
    groups: z.array(z.strictObject({ id: identifier, title: words })).check(z.minLength(1)),
    appraisers: z.optional(z.array(appraiserSchema)),
    policies: z.strictObject({
      rounding: z.nullable(rounding),
      published: z.nullable(published),
      notApplicable: z.nullable(notApplicable),
      ranking: z.nullable(ranking),
      mean: z.nullable(mean),
      change: z.nullable(change),
      rounds: z.optional(z.nullable(roundsSchema)),
      documents: z.optional(z.nullable(documentsSchema)),
      deadlines: z.optional(z.nullable(deadlinesSchema)),
    }),
    grading: z.optional(z.nullable(gradingSchema(measure))),
    maxPoints: z.nullable(nonNegativeDecimal),
    byGroup: maximumByGroup,
    rescaleTo,
    children: z.array(node).check(z.minLength(1)),
  }) as unknown as z.ZodMiniType<CriteriaDraft>;
}

type Options = [z.ZodMiniObject<{ kind: z.ZodMiniLiteral<string>; measure: z.ZodMiniLiteral<string> }>];

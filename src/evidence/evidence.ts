import * as z from "zod/mini";
import { type ReportedRound, rounds } from "../criteria/policies";
import { civilDate, filePath, identifier, plainObject, points, sha256, text, type Words, words } from "../issue/fields";
import type { itemKeys } from "../rules/options";
import type { Figure } from "../rules/ruleKind";

/** The round (vòng) of evidence or of a score: one that is reported, or `counted`, what the rounds together come to. */
export type Round = ReportedRound | "counted";

/** A supporting document (tài liệu kiểm chứng). */
export interface SupportingDocument {
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly issuedOn?: string | undefined;
  readonly issuer?: string | undefined;
  /** The section and page that prove the figure. */
  readonly place?: string | undefined;
  /** The name of its file, with the folders that lead to it from that of the report: `proof/plan.pdf`. */
  readonly file?: string | undefined;
  /** The SHA-256 of the file, 64 hex digits. */
  readonly sha256?: string | undefined;
  /** Of a document of a leaf: the id of the required one that it is. */
  readonly proves?: string | undefined;
}

/** What a unit reports for one leaf: its figures, or that it does not apply; the documents behind it; a note. */
export interface EvidenceItem {
  readonly notApplicable?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly documents?: readonly SupportingDocument[] | undefined;
  readonly note?: string | undefined;
  /** In a later round: the figures before it are accepted as they are. */
  readonly accepted?: true | undefined;
  /** In a later round: points given with a reason instead of figures. */
  readonly givenPoints?: string | undefined;
  /** What the unit is asked to explain (yêu cầu giải trình). */
  readonly asks?: string | undefined;
  readonly [figure: string]: Figure | readonly SupportingDocument[] | undefined;
}

/** What a unit reports of a fact that grades depend on (số liệu xét điều kiện): the figures of its measure. */
export interface FactRecord {
  readonly documents?: readonly SupportingDocument[] | undefined;
  readonly note?: string | undefined;
  readonly [figure: string]: Figure | readonly SupportingDocument[] | undefined;
}

/** Whether something happened that decides a grade (sự kiện khống chế). */
export interface EventRecord {
  readonly happened: boolean;
  /** The day on which it happened, or was concluded. */
  readonly on?: string | undefined;
  /** The period in whose rating it was used already; it is not used again in another. */
  readonly countedIn?: string | undefined;
  readonly documents?: readonly SupportingDocument[] | undefined;
  readonly note?: string | undefined;
}

/** A unit (đơn vị) that is scored. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** Why the unit is scored and listed, but has no rank and no part in means and in the cohorts of others (không xếp loại, không xếp hạng). */
  readonly notRated?: Words | undefined;
}

/** A unit's report (báo cáo) for one period and round, checked against its criteria set, every figure in canonical form. */
export interface Evidence {
  readonly criteria: { readonly id: string; readonly revision: number };
  readonly unit: Unit;
  readonly period: string;
  readonly round: Round;
  /** Id of the agency whose appraisal it is, where each appraises its own areas. */
  readonly appraiser?: string;
  /** The day on which it was sent. */
  readonly sentOn?: string;
  /** In evidence of the round `counted`: the round that each leaf's item is of. */
  readonly origins?: Readonly<Record<string, ReportedRound>>;
  /** By the code of the leaf. A leaf that is not here is missing (chưa có số liệu), which is not zero. */
  readonly items: Readonly<Record<string, EvidenceItem>>;
  /** By their ids in the set's grading; left out where nothing was reported. */
  readonly facts?: Readonly<Record<string, FactRecord>>;
  readonly events?: Readonly<Record<string, EventRecord>>;
}

const documentShape = {
  number: z.optional(text),
  title: z.optional(text),
  issuedOn: z.optional(civilDate),
  issuer: z.optional(text),
  place: z.optional(text),
  file: z.optional(filePath),
  sha256: z.optional(sha256),
};

const documents = z.optional(z.array(z.strictObject(documentShape)));
/** Only a leaf requires documents. */
const documentsOfLeaf = z.optional(z.array(z.strictObject({ ...documentShape, proves: z.optional(identifier) })));

/** What may stand beside the figures of a fact. */
export const factSchema = z.strictObject({ documents, note: z.optional(text) });

export const eventSchema = z.strictObject({
  happened: z.boolean(),
  on: z.optional(civilDate),
  countedIn: z.optional(text),
  documents,
  note: z.optional(text),
});

/** What may stand beside the figures of an item, whatever its rule. */
export const itemSchema = z.strictObject({
  notApplicable: z.optional(z.boolean()),
  reason: z.optional(text),
  documents: documentsOfLeaf,
  note: z.optional(text),
  accepted: z.optional(z.literal(true)),
  givenPoints: z.optional(points),
  asks: z.optional(text),
} satisfies Record<(typeof itemKeys)[number], z.ZodMiniType>);

/** A report but for its items, which are read leaf by leaf. */
export const reportShape = z.strictObject({
  $schema: z.optional(z.string()),
  criteria: z.optional(z.strictObject({ id: z.string(), revision: z.int() })),
  unit: z.strictObject({ id: text, name: text, group: z.optional(z.nullable(text)), notRated: z.optional(words) }),
  period: text,
  round: z.enum(rounds),
  appraiser: z.optional(identifier),
  sentOn: z.optional(civilDate),
  items: plainObject,
  facts: z.optional(z.nullable(plainObject)),
  events: z.optional(z.nullable(plainObject)),
});

/** Several reports in one file, with where they come from, and what they are known to come to. */
export const reportsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  title: z.optional(words),
  source: z.optional(z.strictObject({ title: words, address: z.optional(text), note: z.optional(words) })),
  reports: z.array(z.unknown()),
  expected: z.optional(
    z.array(
      z.strictObject({
        unit: text,
        period: z.optional(text),
        round: z.optional(z.enum([...rounds, "counted"])),
        code: text,
        published: points,
        from: z.optional(text),
      }),
    ),
  ),
});

/** A published figure that reports are known to come to. */
export type Expected = NonNullable<z.output<typeof reportsSchema>["expected"]>[number];

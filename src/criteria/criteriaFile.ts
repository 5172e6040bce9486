import * as z from "zod/mini";
import { civilDate, identifier, name, nonNegativeDecimal, text, type Words, words } from "../issue/fields";
import type { Measure, RuleKind } from "../rules/ruleKind";

/** The format that a criteria file names, so that a later format can be told apart. */
export const criteriaFormat = "par-index/criteria/1";

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

/** What happens to a leaf that does not count: it earns its maximum, nothing, leaves the sum, or gives its points to its siblings. */
export const leftOutPolicies = ["fullPoints", "zero", "leaveOut", "splitEqually"] as const;
export type LeftOutPolicy = (typeof leftOutPolicies)[number];

/** How points are found (phương thức): appraisal of documents, a survey, another index, the leadership's own judgement. */
export const methods = ["appraised", "surveyed", "fromIndex", "leadership"] as const;
export type Method = (typeof methods)[number];

/** The decisions an instrument makes about computing, all of them stated: the code has no default that could pass for law. */
export interface Policies {
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
    /** Units with equal values share a rank and the next is skipped (1, 2, 2, 4), or stay undecided until the competent body settles them. */
    readonly ties: "share" | "undecided";
    /** Whether a unit with missing leaves has a rank. */
    readonly incomplete: "ranked" | "unranked";
    readonly within: "group" | "all";
    readonly provenance: Provenance;
  };
  readonly mean: { readonly of: "exact" | "published"; readonly provenance: Provenance };
  readonly change: { readonly of: "exact" | "published"; readonly provenance: Provenance };
}

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

/** A node of a criteria file: a branch has `children`, a leaf has a `rule` or is `monitored` without points. */
export interface FileNode {
  readonly code: string;
  readonly title: Words;
  readonly maxPoints: string;
  readonly provenance: { readonly points: Provenance; readonly rule?: Provenance | undefined };
  readonly children?: readonly FileNode[] | undefined;
  readonly method?: Method | undefined;
  readonly rule?: RuleText | undefined;
  readonly nothingDue?: LeftOutPolicy | undefined;
  readonly notApplicable?: "refuse" | LeftOutPolicy | undefined;
  readonly monitored?: true | undefined;
  readonly reads?: MeasureText | undefined;
  /** What must be shown (yêu cầu và tài liệu kiểm chứng). */
  readonly proof?: Words | undefined;
  readonly note?: Words | undefined;
  readonly interpretation?: { readonly question: Words; readonly taken: Reading; readonly others: readonly OtherReading[] } | undefined;
}

/** A criteria set (bộ tiêu chí) as a file: plain data, the law with the source of every number. */
export interface CriteriaFile {
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
  readonly policies: Policies;
  readonly maxPoints: string;
  readonly children: readonly FileNode[];
}

const provenance = z.strictObject({
  confidence: z.enum(confidences),
  source: z.optional(identifier),
  locator: z.optional(text),
  note: z.optional(words),
});

const leftOut = z.enum(leftOutPolicies);
const refusable = z.enum(["refuse", ...leftOutPolicies]);

const policies = z.strictObject({
  rounding: z.strictObject({
    places: z.int().check(z.gte(0), z.lte(6)),
    mode: z.enum(["halfUp", "halfEven", "halfDown", "up", "down"]),
    stage: z.enum(["leaf", "published"]),
    provenance,
  }),
  published: z.strictObject({ value: z.enum(["points", "index"]), provenance }),
  notApplicable: z.strictObject({ policy: refusable, provenance }),
  ranking: z.strictObject({
    compare: z.enum(["exact", "published"]),
    ties: z.enum(["share", "undecided"]),
    incomplete: z.enum(["ranked", "unranked"]),
    within: z.enum(["group", "all"]),
    provenance,
  }),
  mean: z.strictObject({ of: z.enum(["exact", "published"]), provenance }),
  change: z.strictObject({ of: z.enum(["exact", "published"]), provenance }),
});

const code = name(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, "3.4.1");

/** The schema of a criteria file whose rules are of these kinds and read these measures. */
export function criteriaFileSchema(kinds: readonly RuleKind[], measures: readonly Measure[]): z.ZodMiniType<CriteriaFile> {
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
  const shared = { code, title: words, maxPoints: nonNegativeDecimal, note: z.optional(words) };
  const branch = z.strictObject({
    ...shared,
    provenance: z.strictObject({ points: provenance }),
    get children() {
      return z.array(node).check(z.minLength(1));
    },
  });
  const scored = z.strictObject({
    ...shared,
    method: z.enum(methods),
    rule,
    nothingDue: z.optional(leftOut),
    notApplicable: z.optional(refusable),
    proof: z.optional(words),
    provenance: z.strictObject({ points: provenance, rule: provenance }),
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
    proof: z.optional(words),
    provenance: z.strictObject({ points: provenance }),
  });
  const node: z.ZodMiniType<FileNode> = z.lazy(() => z.union([scored, branch, monitored])) as unknown as z.ZodMiniType<FileNode>;
  return z.strictObject({
    $schema: z.optional(z.string()),
    format: z.literal(criteriaFormat),
    id: name(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "example/my-set"),
    revision: z.int().check(z.gte(1)),
    status: z.enum(["official", "reconstruction", "example"]),
    title: words,
    notice: z.optional(words),
    instrument: z.strictObject({ number: z.optional(text), authority: z.optional(words), date: z.optional(civilDate), provenance }),
    periods: z.array(text),
    sources: z.record(identifier, z.strictObject({ title: words, address: z.optional(text) })),
    groups: z.array(z.strictObject({ id: identifier, title: words })).check(z.minLength(1)),
    policies,
    maxPoints: nonNegativeDecimal,
    children: z.array(node).check(z.minLength(1)),
  }) as unknown as z.ZodMiniType<CriteriaFile>;
}

type Options = [z.ZodMiniObject<{ kind: z.ZodMiniLiteral<string>; measure: z.ZodMiniLiteral<string> }>];

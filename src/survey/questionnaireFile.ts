import * as z from "zod/mini";
import { type Provenance, provenanceSchema } from "../criteria/provenance";
import { name, nonNegativeDecimal, text, type Words, words } from "../issue/fields";

/** The format that a questionnaire file names, so that a later format can be told apart. */
export const questionnaireFormat = "par-index/questionnaire/1";

/** How the answers to several questions become one index; which one an instrument means is a setting that it has to state. */
export const combinations = ["pooled", "meanOfQuestions", "meanOfFactors", "meanOfBlocks", "meanOfRespondents", "generalQuestion"] as const;
export type Combination = (typeof combinations)[number];

/** One answer of a scale (phương án trả lời), and what it counts for. */
export interface AnswerOption {
  /** As it stands in the data: `"5"`, `"A"`. */
  readonly code: string;
  readonly title: Words;
  /** Other ways in which data write it: `"Rất hài lòng"`, `"RHL"`. The title counts anyway, whatever its case. */
  readonly alsoWritten?: readonly string[] | undefined;
  /** What it counts for, in percent of the most (`"100"` satisfied, `"0"` not, `"60"`); or why it is no answer that counts. */
  readonly counts: string | "noOpinion" | "notUsed";
}

/** A question (câu hỏi) that people answer. */
export interface Question {
  readonly id: string;
  readonly title: Words;
  readonly provenance: Provenance;
  /** Id of its scale. */
  readonly scale: string;
}

/** A factor (yếu tố): questions on one thing. */
export interface Factor {
  readonly id: string;
  readonly title: Words;
  readonly provenance: Provenance;
  /** None where only the factor's name is known; such a questionnaire is `partial`. */
  readonly questions: readonly Question[];
}

/** A block (nhóm yếu tố) of factors, such as services beside policies. */
export interface Block {
  readonly id: string;
  readonly title: Words;
  readonly factors: readonly Factor[];
}

/** A questionnaire (phiếu khảo sát) as a file: what is asked, what an answer counts for, and by which rule an index is made of it. */
export interface QuestionnaireFile {
  readonly $schema?: string | undefined;
  readonly format: typeof questionnaireFormat;
  readonly id: string;
  readonly revision: number;
  readonly status: "official" | "reconstruction" | "example";
  readonly title: Words;
  readonly notice?: Words | undefined;
  readonly instrument: { readonly number?: string | undefined; readonly authority?: Words | undefined; readonly provenance: Provenance };
  readonly periods: readonly string[];
  /** `partial`: some questions are not known; it can be read and shown, and answers cannot be counted under it. */
  readonly coverage: "complete" | "partial";
  /** Results compare only within one series (chuỗi số liệu): same people asked, same questions. */
  readonly series: { readonly id: string; readonly by: "ministry" | "province"; readonly title: Words; readonly provenance: Provenance };
  readonly sources: Readonly<Record<string, { readonly title: Words; readonly address?: string | undefined }>>;
  readonly scales: Readonly<Record<string, { readonly answers: readonly AnswerOption[]; readonly provenance: Provenance }>>;
  readonly blocks: readonly Block[];
  /** The one question on the whole (câu hỏi chung), outside the factors; `generalQuestion` reads it. */
  readonly general?: Question | undefined;
  /** Who asks whom, with which form (mẫu phiếu), where there are several. */
  readonly forms?: readonly {
    readonly id: string;
    readonly title: Words;
    readonly asks: Words;
    readonly respondents: Words;
    readonly questions: readonly string[];
  }[];
  readonly policies: {
    /** Within a factor and over all; `within` is how the questions of a factor come together, and the factors of a block for `meanOfBlocks`. */
    readonly combine: {
      readonly overall: Combination;
      readonly within: "pooled" | "meanOfQuestions" | "meanOfRespondents";
      readonly provenance: Provenance;
    };
    readonly rounding: {
      readonly places: number;
      readonly mode: "halfUp" | "halfEven" | "halfDown" | "up" | "down";
      readonly provenance: Provenance;
    };
    /** Fewer valid answers than this are not published: a small group identifies people. */
    readonly leastAnswers: { readonly count: number; readonly provenance: Provenance };
  };
}

const provenance = provenanceSchema;
const id = name(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "q1");
const edition = name(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "example/my-questionnaire");
const question = z.strictObject({ id, title: words, provenance, scale: id });

/** The schema of a questionnaire file. */
export const questionnaireFileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(questionnaireFormat),
  id: edition,
  revision: z.int().check(z.gte(1)),
  status: z.enum(["official", "reconstruction", "example"]),
  title: words,
  notice: z.optional(words),
  instrument: z.strictObject({ number: z.optional(text), authority: z.optional(words), provenance }),
  periods: z.array(text),
  coverage: z.enum(["complete", "partial"]),
  series: z.strictObject({ id, by: z.enum(["ministry", "province"]), title: words, provenance }),
  sources: z.record(id, z.strictObject({ title: words, address: z.optional(text) })),
  scales: z.record(
    id,
    z.strictObject({
      answers: z
        .array(
          z.strictObject({
            code: text,
            title: words,
            alsoWritten: z.optional(z.array(text)),
            counts: z.union([z.enum(["noOpinion", "notUsed"]), nonNegativeDecimal]),
          }),
        )
        .check(z.minLength(2)),
      provenance,
    }),
  ),
  blocks: z
    .array(
      z.strictObject({
        id,
        title: words,
        factors: z.array(z.strictObject({ id, title: words, provenance, questions: z.array(question) })).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
  general: z.optional(question),
  forms: z.optional(z.array(z.strictObject({ id, title: words, asks: words, respondents: words, questions: z.array(id) }))),
  policies: z.strictObject({
    combine: z.strictObject({
      overall: z.enum(combinations),
      within: z.enum(["pooled", "meanOfQuestions", "meanOfRespondents"]),
      provenance,
    }),
    rounding: z.strictObject({
      places: z.int().check(z.gte(0), z.lte(12)),
      mode: z.enum(["halfUp", "halfEven", "halfDown", "up", "down"]),
      provenance,
    }),
    leastAnswers: z.strictObject({ count: z.int().check(z.gte(1)), provenance }),
  }),
}) as unknown as z.ZodMiniType<QuestionnaireFile>;

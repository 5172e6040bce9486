import * as z from "zod/mini";
import { type ReportedRound, rounds } from "../criteria/policies";
import type { CivilDate } from "../exact/civilDate";
import { civilDate, name, text, type Words, words } from "../issue/fields";

/** The format that a campaign names, so that a later format can be told apart. */
export const campaignFormat = "par-index/campaign/1";

/** The days of one round: the first, where there is one, and the last, both included. */
export interface RoundWindow {
  readonly round: ReportedRound;
  readonly title?: Words | undefined;
  readonly from?: CivilDate | undefined;
  readonly to: CivilDate;
}

/** A later last day for one unit (gia hạn), and why. */
export interface Extension {
  readonly unit: string;
  readonly round: ReportedRound;
  readonly to: CivilDate;
  readonly reason: Words;
}

/** A campaign of assessment (đợt đánh giá): the edition, the period, and when each round is to be sent. */
export interface Campaign {
  readonly $schema?: string | undefined;
  readonly format: typeof campaignFormat;
  readonly id: string;
  readonly title: Words;
  readonly criteria: { readonly id: string; readonly revision: number };
  readonly period: string;
  /** The letter or plan that sets the days. */
  readonly source?: { readonly title: Words; readonly address?: string | undefined } | undefined;
  readonly windows: readonly RoundWindow[];
  readonly extensions?: readonly Extension[] | undefined;
}

export const campaignSchema: z.ZodMiniType<Campaign> = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(campaignFormat),
  id: name(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "example/my-campaign"),
  title: words,
  criteria: z.strictObject({ id: text, revision: z.int().check(z.gte(1)) }),
  period: text,
  source: z.optional(z.strictObject({ title: words, address: z.optional(text) })),
  windows: z
    .array(z.strictObject({ round: z.enum(rounds), title: z.optional(words), from: z.optional(civilDate), to: civilDate }))
    .check(z.minLength(1)),
  extensions: z.optional(z.array(z.strictObject({ unit: text, round: z.enum(rounds), to: civilDate, reason: words }))),
});

/** The days of a unit in a round, its extension applied; `undefined` where the campaign says nothing of the round. */
export function windowFor(
  { windows, extensions = [] }: Campaign,
  unit: string,
  round: string,
): (RoundWindow & { readonly extension?: Extension }) | undefined {
  const window = windows.find((one) => one.round === round);
  const extension = extensions.find((one) => one.unit === unit && one.round === round);
  return window === undefined || extension === undefined ? window : { ...window, to: extension.to, extension };
}

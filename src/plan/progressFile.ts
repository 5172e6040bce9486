import * as z from "zod/mini";
import type { CivilDate } from "../exact/civilDate";
import { civilDate, count, percent, text } from "../issue/fields";

/** The format that a progress file names, so that a later format can be told apart. */
export const progressFormat = "par-index/progress/1";

/** How far a task has come (tiến độ): the day on which it was done, or the share of it that is; neither while it was not begun. */
export interface ReportedTask {
  readonly doneOn?: CivilDate | undefined;
  /** In percent. */
  readonly share?: string | undefined;
  readonly note?: string | undefined;
}

/** A report that was sent for a period. */
export interface SentReport {
  readonly sentOn: CivilDate;
  readonly note?: string | undefined;
}

/** The figures of a target (số liệu thực hiện chỉ tiêu): how many are done, and of how many where it is a share. */
export interface TargetFigures {
  readonly done: number;
  readonly of?: number | undefined;
  readonly note?: string | undefined;
}

/** What a unit says of its plan (tiến độ thực hiện kế hoạch), on a day. */
export interface ProgressFile {
  readonly $schema?: string | undefined;
  readonly format: typeof progressFormat;
  readonly plan: { readonly id: string; readonly revision: number };
  readonly unit: { readonly id: string; readonly name: string; readonly group?: string | undefined };
  /** The day on which it stands (tính đến ngày); whoever asks may name the day instead. */
  readonly asOf?: CivilDate | undefined;
  readonly tasks: Readonly<Record<string, ReportedTask>>;
  /** By the id of the report, then by its period. */
  readonly reports: Readonly<Record<string, Readonly<Record<string, SentReport>>>>;
  readonly targets: Readonly<Record<string, TargetFigures>>;
}

const note = z.optional(text);

/** The schema of a progress file. */
export const progressFileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(progressFormat),
  plan: z.strictObject({ id: z.string(), revision: z.int() }),
  unit: z.strictObject({ id: text, name: text, group: z.optional(text) }),
  asOf: z.optional(civilDate),
  tasks: z.record(z.string(), z.strictObject({ doneOn: z.optional(civilDate), share: z.optional(percent), note })),
  reports: z.record(z.string(), z.record(z.string(), z.strictObject({ sentOn: civilDate, note }))),
  targets: z.record(z.string(), z.strictObject({ done: count, of: z.optional(count), note })),
}) as unknown as z.ZodMiniType<ProgressFile>;

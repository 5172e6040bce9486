import * as z from "zod/mini";
import type { CriteriaFile } from "../criteria/criteriaFile";
import { type Provenance, provenanceSchema } from "../criteria/provenance";
import type { CivilDate } from "../exact/civilDate";
import { type Weekday, weekdays } from "../exact/workingDays";
import { civilDate, identifier, name, nonNegativeDecimal, text, type Words, words } from "../issue/fields";

/** The format that a plan file names, so that a later format can be told apart. */
export const planFormat = "par-index/plan/1";

/** How days late are counted: every day (ngày), or only days on which offices work (ngày làm việc). */
export const dayCounts = ["civil", "working"] as const;

/** The last day on which something is in time (thời hạn), as the plan words it. */
export interface PlanDeadline {
  readonly day: CivilDate;
  /** `before`: *trước ngày*, which excludes the day; `by`: *chậm nhất ngày*, *đến ngày*, *trong ngày*, which include it. */
  readonly boundary: "before" | "by";
  readonly days: (typeof dayCounts)[number];
}

/** On which days offices work (ngày làm việc, ngày nghỉ), and from when to when that is known. */
export interface PlanCalendar {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly weekend: readonly Weekday[];
  readonly daysOff: readonly { readonly from: CivilDate; readonly to: CivilDate; readonly title: Words }[];
  /** Days of a weekend on which offices work, in exchange for another (làm bù). */
  readonly workedDays: readonly { readonly day: CivilDate; readonly title: Words }[];
  /** Where the last day is a day off: it `stays`, or moves to the next working day. */
  readonly lastDayOff: "stays" | "nextWorkingDay";
  readonly provenance: Provenance;
}

/** Who leads a task (cơ quan chủ trì). */
export interface PlanLead {
  readonly id: string;
  readonly title: Words;
}

/** An area of reform (lĩnh vực, nội dung) with its lead; `null` where the plan does not say. */
export interface PlanArea {
  readonly id: string;
  readonly title: Words;
  readonly lead: string | null;
}

/** A task (nhiệm vụ). What nobody has read is `null`. */
export interface PlanTask {
  readonly id: string;
  readonly area: string;
  readonly title: Words;
  /** Id of its lead; `null` for that of its area. */
  readonly lead: string | null;
  readonly deadline: PlanDeadline | null;
  /** What shows that it is done (sản phẩm, kết quả). */
  readonly shownBy: Words | null;
  readonly provenance: Provenance;
}

/** A report that is due again and again (báo cáo định kỳ); `due` is `null` where nobody has read when. */
export interface PlanReport {
  readonly id: string;
  readonly title: Words;
  /** To whom it is sent. */
  readonly to: Words | null;
  readonly due: readonly { readonly period: string; readonly deadline: PlanDeadline | null }[] | null;
  readonly provenance: Provenance;
}

/**
 * The words by which a threshold is meant: `above` *trên*, `atLeast` *tối thiểu, từ … trở lên*, `below` *dưới*, `atMost`
 * *không quá*, `all` *100 %, tất cả*. `above` and `below` exclude the threshold.
 */
export const targetBoundaries = ["above", "atLeast", "below", "atMost", "all"] as const;
export type TargetBoundary = (typeof targetBoundaries)[number];

/** A target (chỉ tiêu): a share of `of`, in percent; or, without `of`, a number of what is counted. */
export interface PlanTarget {
  readonly id: string;
  readonly area: string;
  readonly title: Words;
  readonly lead: string | null;
  readonly done: Words;
  readonly of?: Words | undefined;
  /** What one is called: *hồ sơ*, *thủ tục*. */
  readonly unit: Words;
  readonly boundary: TargetBoundary;
  /** The threshold, left out for `all`. */
  readonly value?: string | undefined;
  /** How many the plan prints as the whole: *199 xã*. */
  readonly base?: { readonly count: number; readonly note?: Words | undefined } | undefined;
  readonly deadline: PlanDeadline | null;
  readonly provenance: Provenance;
}

/** What a figure of a leaf is fed with (nguồn số liệu). */
export type PlanFigure =
  | { readonly tasks: TaskCount; readonly area?: string | undefined; readonly lead?: string | undefined }
  | { readonly reports: ReportCount; readonly report?: string | undefined }
  | { readonly targets: TargetCount; readonly area?: string | undefined; readonly lead?: string | undefined }
  | { readonly target: string; readonly figure: "done" | "of" }
  | { readonly task: string; readonly figure: "dueOn" | "doneOn" };

/** Counts of tasks: `due` is what had to be done by the day, or is done, and has a deadline: in time, late or overdue. */
export const taskCounts = ["all", "done", "due", "doneInTime", "doneLate", "overdue"] as const;
export type TaskCount = (typeof taskCounts)[number];
/** Counts of reports: `due` is what had to be sent by the day, or is sent, and has a deadline: in time, late or not sent. */
export const reportCounts = ["sent", "due", "sentInTime", "sentLate", "notSent"] as const;
export type ReportCount = (typeof reportCounts)[number];
export const targetCounts = ["all", "met"] as const;
export type TargetCount = (typeof targetCounts)[number];

/** Which leaf of which edition takes what from the plan. */
export interface PlanLink {
  readonly criteria: { readonly id: string; readonly revision: number };
  readonly code: string;
  /** The groups of units for which it holds; all unless given. */
  readonly groups?: readonly string[] | undefined;
  readonly figures: Readonly<Record<string, PlanFigure>>;
}

/** The plan of a year (kế hoạch cải cách hành chính năm) as a file: tasks, reports, targets, and the calendar that days are counted by. */
export interface PlanFile {
  readonly $schema?: string | undefined;
  readonly format: typeof planFormat;
  readonly id: string;
  readonly revision: number;
  readonly status: CriteriaFile["status"];
  readonly title: Words;
  readonly notice?: Words | undefined;
  readonly instrument: {
    readonly number?: string | undefined;
    readonly authority?: Words | undefined;
    readonly issuedOn?: CivilDate | undefined;
    readonly provenance: Provenance;
  };
  readonly year: number;
  readonly sources: CriteriaFile["sources"];
  readonly calendar: PlanCalendar;
  readonly leads: readonly PlanLead[];
  readonly areas: readonly PlanArea[];
  readonly tasks: readonly PlanTask[];
  readonly reports: readonly PlanReport[];
  readonly targets: readonly PlanTarget[];
  readonly links: readonly PlanLink[];
}

const id = name(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "6.2");
const edition = name(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "example/my-plan");
const provenance = provenanceSchema;
const lead = z.nullable(id);
const openWords = z.nullable(words);
const deadline = z.nullable(z.strictObject({ day: civilDate, boundary: z.enum(["before", "by"]), days: z.enum(dayCounts) }));
const wholeCount = z.int().check(z.gte(1));

const figure = z.union([
  z.strictObject({ tasks: z.enum(taskCounts), area: z.optional(id), lead: z.optional(id) }),
  z.strictObject({ reports: z.enum(reportCounts), report: z.optional(id) }),
  z.strictObject({ targets: z.enum(targetCounts), area: z.optional(id), lead: z.optional(id) }),
  z.strictObject({ target: id, figure: z.enum(["done", "of"]) }),
  z.strictObject({ task: id, figure: z.enum(["dueOn", "doneOn"]) }),
]);

/** The schema of a plan file. */
export const planFileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(planFormat),
  id: edition,
  revision: z.int().check(z.gte(1)),
  status: z.enum(["official", "reconstruction", "example"]),
  title: words,
  notice: z.optional(words),
  instrument: z.strictObject({
    number: z.optional(text),
    authority: z.optional(words),
    issuedOn: z.optional(civilDate),
    provenance,
  }),
  year: z.int().check(z.gte(1945), z.lte(2999)),
  sources: z.record(identifier, z.strictObject({ title: words, address: z.optional(text) })),
  calendar: z.strictObject({
    from: civilDate,
    to: civilDate,
    weekend: z.array(z.enum(weekdays)).check(z.maxLength(weekdays.length - 1)),
    daysOff: z.array(z.strictObject({ from: civilDate, to: civilDate, title: words })),
    workedDays: z.array(z.strictObject({ day: civilDate, title: words })),
    lastDayOff: z.enum(["stays", "nextWorkingDay"]),
    provenance,
  }),
  leads: z.array(z.strictObject({ id, title: words })),
  areas: z.array(z.strictObject({ id, title: words, lead })).check(z.minLength(1)),
  tasks: z.array(z.strictObject({ id, area: id, title: words, lead, deadline, shownBy: openWords, provenance })),
  reports: z.array(
    z.strictObject({
      id,
      title: words,
      to: openWords,
      due: z.nullable(z.array(z.strictObject({ period: text, deadline })).check(z.minLength(1))),
      provenance,
    }),
  ),
  targets: z.array(
    z.strictObject({
      id,
      area: id,
      title: words,
      lead,
      done: words,
      of: z.optional(words),
      unit: words,
      boundary: z.enum(targetBoundaries),
      value: z.optional(nonNegativeDecimal),
      base: z.optional(z.strictObject({ count: wholeCount, note: z.optional(words) })),
      deadline,
      provenance,
    }),
  ),
  links: z.array(
    z.strictObject({
      criteria: z.strictObject({ id: edition, revision: z.int().check(z.gte(1)) }),
      code: text,
      groups: z.optional(z.array(text).check(z.minLength(1))),
      figures: z.record(text, figure),
    }),
  ),
}) as unknown as z.ZodMiniType<PlanFile>;

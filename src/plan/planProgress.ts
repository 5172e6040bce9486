import { type CivilDate, readCivilDate } from "../exact/civilDate";
import type { Words } from "../issue/fields";
import { type Issue, issue, warning } from "../issue/issue";
import { type Result, result, unwrap } from "../issue/result";
import { daysLate, lastDay } from "./daysLate";
import { laterThan } from "./parseProgress";
import { leadOf, type Plan } from "./plan";
import { calendarGap } from "./planFaults";
import type { PlanDeadline, PlanFile, PlanReport, PlanTarget, PlanTask, ReportCount, TaskCount } from "./planFile";
import type { ProgressFile } from "./progressFile";
import { type TargetStanding, targetStanding } from "./targetStanding";

/** What a deadline comes to; all `null` where the plan states none (chưa nêu thời hạn). */
export interface DeadlineStanding {
  readonly lastDay: CivilDate | null;
  readonly days: PlanDeadline["days"] | null;
  /** Days late, in the days that the deadline counts; 0 in time; `null` without a deadline. */
  readonly daysLate: number | null;
}

/** How a task stands (tiến độ nhiệm vụ). */
export interface TaskProgress extends DeadlineStanding {
  readonly id: string;
  readonly area: string;
  readonly lead: string | null;
  readonly title: Words;
  /**
   * `notStarted` chưa thực hiện, `underWay` đang thực hiện, `doneInTime` xong đúng hạn, `doneLate` xong chậm, `overdue` quá hạn, `done` xong,
   * chưa nêu thời hạn.
   */
  readonly status: "notStarted" | "underWay" | "doneInTime" | "doneLate" | "overdue" | "done";
  readonly doneOn: CivilDate | null;
  /** In percent, where the unit says it of a task under way. */
  readonly share: string | null;
  readonly note: string | null;
}

/** How a report of one period stands (chế độ báo cáo). */
export interface ReportProgress extends DeadlineStanding {
  readonly id: string;
  readonly title: Words;
  /** `null` where the plan says no periods and none was sent. */
  readonly period: string | null;
  /** `sentInTime` gửi đúng hạn, `sentLate` gửi chậm, `notSent` quá hạn chưa gửi, `notYetDue` chưa đến hạn; without a deadline `sent` đã gửi, `notStated` chưa gửi. */
  readonly status: "sentInTime" | "sentLate" | "notSent" | "notYetDue" | "sent" | "notStated";
  readonly sentOn: CivilDate | null;
}

/** How a target stands, with its words at hand. */
export interface TargetProgress extends TargetStanding {
  readonly target: PlanTarget;
  readonly lead: string | null;
  readonly figures: { readonly done: number; readonly of?: number | undefined } | null;
}

/** Counts of tasks; `withoutDeadline` are in none of `due`, `doneInTime`, `doneLate`, `overdue`. */
export type TaskTotals = Readonly<Record<TaskCount | "underWay" | "notStarted" | "withoutDeadline", number>>;
export type ReportTotals = Readonly<Record<ReportCount | "all", number>>;

/** What a plan has come to on a day (tình hình thực hiện kế hoạch). */
export interface PlanProgress {
  readonly plan: { readonly id: string; readonly revision: number; readonly year: number };
  readonly unit: ProgressFile["unit"];
  readonly on: CivilDate;
  readonly tasks: readonly TaskProgress[];
  readonly reports: readonly ReportProgress[];
  readonly targets: readonly TargetProgress[];
  readonly totals: {
    readonly tasks: TaskTotals;
    readonly reports: ReportTotals;
    readonly targets: { readonly all: number; readonly met: number; readonly reported: number };
    readonly byArea: readonly { readonly id: string; readonly title: Words; readonly tasks: TaskTotals }[];
    /** By the id of the lead; `null` for tasks of which the plan names none. */
    readonly byLead: readonly { readonly id: string | null; readonly title: Words | null; readonly tasks: TaskTotals }[];
  };
}

export interface PlanProgressOptions {
  /** The day that is asked about; that of the progress unless given. */
  readonly on?: CivilDate | undefined;
}

/**
 * What a plan has come to on a day (tình hình thực hiện kế hoạch): each task, report and target, and totals by area and lead.
 *
 * **Exactness:** days are counted on the calendar of the plan, civil or working as each deadline says; shares are exact.
 * **Errors:** {@link ParError} where no day is named, or something was done after it; {@link safePlanProgress} answers them instead.
 *
 * @example
 * ```ts
 * import { planProgress } from "par-index/plan";
 * import { loadPlan, loadProgress } from "par-index/node";
 *
 * const plan = loadPlan("example/plan");
 * const { tasks } = planProgress(plan, loadProgress(plan, "criteria/example/plan/progress.json"), { on: "2021-09-30" });
 * tasks.map(({ status }) => status).filter((status) => status === "overdue").length; // => 1
 * ```
 */
export function planProgress(plan: Plan, progress: ProgressFile, options: PlanProgressOptions = {}): PlanProgress {
  return unwrap(safePlanProgress(plan, progress, options));
}

/** {@link planProgress} that answers a {@link Result} and never throws. */
export function safePlanProgress(plan: Plan, progress: ProgressFile, options: PlanProgressOptions = {}): Result<PlanProgress> {
  const { asOf } = progress;
  const named = options.on ?? asOf;
  if (named === undefined) return { ok: false, issues: [issue("missingKey", { key: "asOf" })] };
  const on = readCivilDate(named);
  if (on === undefined) return { ok: false, issues: [issue("notADate", { received: named }, { path: ["on"] })] };
  const found = [...laterThan(on, progress), ...dayWarnings(plan, asOf, on)];
  return result(found, () => standing(plan, progress, on));
}

/** What a reader of the day asked about should know: that the progress is older, or the calendar ends before. */
function dayWarnings({ file }: Plan, asOf: CivilDate | undefined, on: CivilDate): Issue[] {
  const { calendar, tasks, reports } = file;
  const deadlines = [
    ...tasks.map(({ deadline }) => deadline),
    ...reports.flatMap(({ due }) => (due ?? []).map(({ deadline }) => deadline)),
  ];
  const counts = deadlines.some((deadline) => deadline?.days === "working" && deadline.day <= on);
  return [
    ...(asOf !== undefined && asOf < on ? [warning("progressOlder", { asOf, on })] : []),
    ...(counts ? calendarGap(on, calendar) : []),
  ];
}

function standing(plan: Plan, progress: ProgressFile, on: CivilDate): PlanProgress {
  const { file } = plan;
  const { id, revision, year } = file;
  return {
    plan: { id, revision, year },
    unit: progress.unit,
    on,
    ...withTotals(file, {
      tasks: file.tasks.map((task) => taskProgress(plan, task, progress, on)),
      reports: file.reports.flatMap((report) => reportProgress(plan, report, progress, on)),
      targets: file.targets.map((target) => targetProgress(plan, target, progress)),
    }),
  };
}

/** What stands, with its totals. */
type Parts = Pick<PlanProgress, "tasks" | "reports" | "targets">;

function withTotals(file: PlanFile, { tasks, reports, targets }: Parts): Parts & Pick<PlanProgress, "totals"> {
  const areas = file.areas.filter(({ id }) => tasks.some(({ area }) => area === id));
  return {
    tasks,
    reports,
    targets,
    totals: {
      tasks: taskTotals(tasks),
      reports: reportTotals(reports),
      targets: {
        all: targets.length,
        met: targets.filter(({ status }) => status === "met").length,
        reported: targets.filter(({ status }) => status !== "notReported").length,
      },
      byArea: areas.map(({ id, title }) => ({ id, title, tasks: taskTotals(tasks.filter(({ area }) => area === id)) })),
      byLead: leadsOf(file, tasks).map(({ id, title }) => ({ id, title, tasks: taskTotals(tasks.filter(({ lead }) => lead === id)) })),
    },
  };
}

/** The area and the lead that are asked about; all unless named. */
export interface PlanPart {
  readonly area?: string | undefined;
  readonly lead?: string | undefined;
}

/** The part of an area, or of a lead, with totals of its own. Reports are the whole unit's, and in none of them. */
export function partOfProgress({ file }: Plan, whole: PlanProgress, part: PlanPart): PlanProgress {
  if (part.area === undefined && part.lead === undefined) return whole;
  const isOf = chosenBy(part);
  const tasks = whole.tasks.filter(isOf);
  const targets = whole.targets.filter(({ target: { area }, lead }) => isOf({ area, lead }));
  return { ...whole, ...withTotals(file, { tasks, reports: [], targets }) };
}

/** True for what is of an area and of a lead; for all where none is named. */
export function chosenBy({ area, lead }: PlanPart) {
  return (one: Pick<TaskProgress, "area" | "lead">) =>
    (area === undefined || one.area === area) && (lead === undefined || one.lead === lead);
}

/** What a deadline comes to for what was done on a day, or was not done by the day that is asked about. */
function deadlineStanding(plan: Plan, deadline: PlanDeadline | null, day: CivilDate): DeadlineStanding {
  if (deadline === null) return { lastDay: null, days: null, daysLate: null };
  return { lastDay: lastDay(plan, deadline), days: deadline.days, daysLate: Math.max(daysLate(plan, deadline, day), 0) };
}

function taskProgress(plan: Plan, task: PlanTask, { tasks }: ProgressFile, on: CivilDate): TaskProgress {
  const { doneOn, share, note } = Object.hasOwn(tasks, task.id) ? (tasks[task.id] ?? {}) : {};
  const deadline = deadlineStanding(plan, task.deadline, doneOn ?? on);
  const { id, area, title } = task;
  return {
    id,
    area,
    lead: leadOf(plan, task),
    title,
    status: doneOn === undefined ? openStatus(deadline, share) : doneStatus(deadline),
    ...deadline,
    doneOn: doneOn ?? null,
    share: share ?? null,
    note: note ?? null,
  };
}

function doneStatus({ daysLate: late }: DeadlineStanding): TaskProgress["status"] {
  if (late === null) return "done";
  return late > 0 ? "doneLate" : "doneInTime";
}

function openStatus({ daysLate: late }: DeadlineStanding, share: string | undefined): TaskProgress["status"] {
  if (late !== null && late > 0) return "overdue";
  return share === undefined || share === "0" ? "notStarted" : "underWay";
}

function reportProgress(plan: Plan, { id, title, due }: PlanReport, { reports }: ProgressFile, on: CivilDate): ReportProgress[] {
  const sent = Object.hasOwn(reports, id) ? (reports[id] ?? {}) : {};
  const periods = due ?? Object.keys(sent).map((period) => ({ period, deadline: null }));
  if (periods.length === 0) {
    return [{ id, title, period: null, status: "notStated", ...deadlineStanding(plan, null, on), sentOn: null }];
  }
  return periods.map(({ period, deadline }) => {
    const sentOn = Object.hasOwn(sent, period) ? (sent[period]?.sentOn ?? null) : null;
    const standsAt = deadlineStanding(plan, deadline, sentOn ?? on);
    return { id, title, period, status: reportStatus(standsAt, sentOn), ...standsAt, sentOn };
  });
}

function reportStatus({ daysLate: late }: DeadlineStanding, sentOn: CivilDate | null): ReportProgress["status"] {
  if (late === null) return sentOn === null ? "notStated" : "sent";
  if (sentOn === null) return late > 0 ? "notSent" : "notYetDue";
  return late > 0 ? "sentLate" : "sentInTime";
}

function targetProgress(plan: Plan, target: PlanTarget, { targets }: ProgressFile): TargetProgress {
  const figures = Object.hasOwn(targets, target.id) ? targets[target.id] : undefined;
  return { target, lead: leadOf(plan, target), figures: figures ?? null, ...targetStanding(target, figures) };
}

/** The leads that have tasks, in the order of the plan; last, nobody, where tasks have no lead. */
function leadsOf({ leads }: PlanFile, tasks: readonly TaskProgress[]): { readonly id: string | null; readonly title: Words | null }[] {
  const nobody = tasks.some(({ lead }) => lead === null) ? [{ id: null, title: null }] : [];
  return [...leads.filter(({ id }) => tasks.some(({ lead }) => lead === id)), ...nobody];
}

/** Counts of some tasks (tổng hợp nhiệm vụ). */
export function taskTotals(tasks: readonly TaskProgress[]): TaskTotals {
  const count = (...statuses: readonly TaskProgress["status"][]) => tasks.filter(({ status }) => statuses.includes(status)).length;
  return {
    all: tasks.length,
    done: count("done", "doneInTime", "doneLate"),
    due: count("doneInTime", "doneLate", "overdue"),
    doneInTime: count("doneInTime"),
    doneLate: count("doneLate"),
    overdue: count("overdue"),
    underWay: count("underWay"),
    notStarted: count("notStarted"),
    withoutDeadline: tasks.filter(({ lastDay: last }) => last === null).length,
  };
}

/** Counts of some reports (tổng hợp báo cáo). */
export function reportTotals(reports: readonly ReportProgress[]): ReportTotals {
  const count = (...statuses: readonly ReportProgress["status"][]) => reports.filter(({ status }) => statuses.includes(status)).length;
  return {
    all: reports.length,
    sent: count("sent", "sentInTime", "sentLate"),
    due: count("sentInTime", "sentLate", "notSent"),
    sentInTime: count("sentInTime"),
    sentLate: count("sentLate"),
    notSent: count("notSent"),
  };
}

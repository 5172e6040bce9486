import { formatCivilDate } from "../exact/civilDate";
import type { Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { leadOf, type Plan } from "../plan/plan";
import type { PlanDeadline, PlanReport, PlanTarget, PlanTask } from "../plan/planFile";
import type { PlanProgress, ReportProgress, TargetProgress, TaskProgress, TaskTotals } from "../plan/planProgress";
import type { CommonOptions } from "./context";
import type { Column, Output, Row } from "./output";
import { deadlineWords, measuredWords, reportWords, standingWords, targetWords, taskWords } from "./planWords";

/** Which part of a plan is shown. */
export interface PlanView extends CommonOptions {
  readonly area?: string;
  readonly lead?: string;
  /** Only what is late. */
  readonly late?: true;
}

type Section = Output["sections"][number];

/** A line for each of several units. */
export function unitsSection(progress: readonly PlanProgress[], { lang }: PlanView): Section {
  return { columns: unitColumns, rows: progress.map((one) => unitRow(one, lang)) };
}

/** A row for each task, report and target of each unit, for spreadsheets. */
export function longSection(plan: Plan, progress: readonly PlanProgress[], { lang }: PlanView): Section {
  return { columns: longColumns, rows: progress.flatMap(longRows(plan, lang)) };
}

const idColumn: Column = { key: "id", heading: { vi: "Mã", en: "Id" } };
const leadColumn: Column = { key: "lead", heading: { vi: "Chủ trì", en: "Lead" } };
const deadlineColumn: Column = { key: "deadline", heading: { vi: "Thời hạn", en: "Deadline" } };
const standingColumn: Column = { key: "standing", heading: { vi: "Tình hình", en: "Standing" } };
const taskColumn: Column = { key: "title", heading: { vi: "Nhiệm vụ", en: "Task" }, wide: true };
const taskColumns: readonly Column[] = [idColumn, taskColumn, leadColumn, deadlineColumn, standingColumn];
const reportColumn: Column = { key: "title", heading: { vi: "Báo cáo", en: "Report" }, wide: true };
const toColumn: Column = { key: "to", heading: { vi: "Nơi nhận", en: "To" } };
const periodColumn: Column = { key: "period", heading: { vi: "Kỳ", en: "Period" } };
const reportColumns: readonly Column[] = [reportColumn, toColumn, periodColumn, deadlineColumn, standingColumn];
const targetColumn: Column = { key: "title", heading: { vi: "Chỉ tiêu", en: "Target" }, wide: true };
const thresholdColumn: Column = { key: "threshold", heading: { vi: "Mức giao", en: "Set" } };
const measuredColumn: Column = { key: "measured", heading: { vi: "Kết quả", en: "Measured" } };
const targetColumns: readonly Column[] = [targetColumn, thresholdColumn, deadlineColumn, measuredColumn, standingColumn];

/** The tasks of each area, the sums by lead, the reports and the targets of a unit; nothing for what it has none of. */
export function unitSections(plan: Plan, progress: PlanProgress, { lang, lead, late }: PlanView): Output["sections"] {
  const { tasks, reports, targets, totals } = progress;
  const areas = plan.file.areas.map(({ id, title }) => ({
    title: { vi: `${id}. ${title.vi}`, en: `${id}. ${wordsIn(title, "en")}` },
    columns: taskColumns,
    rows: tasks.filter(({ area }) => area === id).map((task) => taskRow(plan, task, lang)),
  }));
  const byLead = {
    title: { vi: "Theo cơ quan chủ trì", en: "By lead" },
    columns: totalColumns,
    rows: totals.byLead.map(({ title, tasks: sums }) => ({
      lead: wordsOrUnstated(title, lang),
      ...sumsRow(sums),
    })),
  };
  const sections = [
    ...areas,
    ...(lead === undefined && late !== true ? [byLead] : []),
    {
      title: { vi: "Báo cáo định kỳ", en: "Reports" },
      columns: reportColumns,
      rows: reports.map((report, at) => sparing(reportRow(plan, report, lang), reports[at - 1]?.id === report.id)),
    },
    { title: { vi: "Chỉ tiêu", en: "Targets" }, columns: targetColumns, rows: targets.map((target) => targetRow(target, lang)) },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function unstated(lang: Language): string {
  return { vi: "chưa nêu", en: "not stated" }[lang];
}

function wordsOrUnstated(words: Words | null, lang: Language): string {
  return words === null ? unstated(lang) : wordsIn(words, lang);
}

function leadTitle({ file }: Plan, id: string | null, lang: Language): string {
  const lead = file.leads.find((one) => one.id === id);
  return wordsOrUnstated(lead?.title ?? null, lang);
}

function taskRow(plan: Plan, task: TaskProgress, lang: Language): Row {
  return {
    id: task.id,
    title: wordsIn(task.title, lang),
    lead: leadTitle(plan, task.lead, lang),
    deadline: deadlineWords(taskDeadline(plan, task), lang, task.lastDay),
    standing: taskWords(task, lang),
  };
}

function reportRow(plan: Plan, report: ReportProgress, lang: Language): Row {
  const { to } = plan.file.reports.find(({ id }) => id === report.id) ?? { to: null };
  return {
    title: wordsIn(report.title, lang),
    to: wordsOrUnstated(to, lang),
    period: report.period ?? unstated(lang),
    deadline: deadlineWords(reportDeadline(plan, report), lang, report.lastDay),
    standing: reportWords(report, lang),
  };
}

function targetRow(progress: TargetProgress, lang: Language): Row {
  const { target } = progress;
  return {
    title: wordsIn(target.title, lang),
    threshold: targetWords(target, lang),
    deadline: deadlineWords(target.deadline, lang),
    measured: measuredWords(progress, lang),
    standing: standingWords(progress, lang),
  };
}

/** A report is named once above its periods. */
function sparing(row: Row, isNamedAbove: boolean): Row {
  return isNamedAbove ? { ...row, title: "", to: "" } : row;
}

function taskDeadline({ file }: Plan, { id }: TaskProgress): PlanDeadline | null {
  return file.tasks.find((task) => task.id === id)?.deadline ?? null;
}

function reportDeadline({ file }: Plan, { id, period }: ReportProgress): PlanDeadline | null {
  return file.reports.find((report) => report.id === id)?.due?.find((due) => due.period === period)?.deadline ?? null;
}

const sumColumns: readonly Column[] = [
  { key: "all", heading: { vi: "Nhiệm vụ", en: "Tasks" }, number: true },
  { key: "doneInTime", heading: { vi: "Xong đúng hạn", en: "Done in time" }, number: true },
  { key: "doneLate", heading: { vi: "Xong chậm", en: "Done late" }, number: true },
  { key: "doneOther", heading: { vi: "Xong, chưa nêu hạn", en: "Done, no deadline" }, number: true },
  { key: "overdue", heading: { vi: "Quá hạn", en: "Overdue" }, number: true },
  { key: "underWay", heading: { vi: "Đang thực hiện", en: "Under way" }, number: true },
  { key: "notStarted", heading: { vi: "Chưa thực hiện", en: "Not started" }, number: true },
];
const totalColumns: readonly Column[] = [{ ...leadColumn, wide: true }, ...sumColumns];

function sumsRow({ all, done, doneInTime, doneLate, overdue, underWay, notStarted }: TaskTotals): Row {
  const counts = { all, doneInTime, doneLate, doneOther: done - doneInTime - doneLate, overdue, underWay, notStarted };
  return Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));
}

const unitColumn: Column = { key: "unit", heading: { vi: "Đơn vị", en: "Unit" }, wide: true };
const unitColumns: readonly Column[] = [
  unitColumn,
  { key: "on", heading: { vi: "Tính đến", en: "As of" } },
  ...sumColumns,
  { key: "reportsLate", heading: { vi: "Báo cáo chậm", en: "Reports late" }, number: true },
  { key: "notSent", heading: { vi: "Báo cáo chưa gửi", en: "Reports not sent" }, number: true },
  { key: "met", heading: { vi: "Chỉ tiêu đạt", en: "Targets met" }, number: true },
];

function unitRow({ unit, on, totals: { tasks, reports, targets } }: PlanProgress, lang: Language): Row {
  const ofReports = { reportsLate: String(reports.sentLate), notSent: String(reports.notSent) };
  return { unit: unit.name, on: formatCivilDate(on, lang), ...sumsRow(tasks), ...ofReports, met: String(targets.met) };
}

const kindColumn: Column = { key: "kind", heading: { vi: "Loại", en: "Kind" } };
const areaColumn: Column = { key: "area", heading: { vi: "Lĩnh vực", en: "Area" } };
const titleColumn: Column = { key: "title", heading: { vi: "Tên", en: "Title" } };

/** One table for spreadsheets: a row for each task, report and target of each unit. */
const longColumns: readonly Column[] = [
  unitColumn,
  kindColumn,
  areaColumn,
  idColumn,
  titleColumn,
  leadColumn,
  periodColumn,
  { key: "lastDay", heading: { vi: "Ngày cuối", en: "Last day" } },
  { key: "status", heading: { vi: "Trạng thái", en: "Status" } },
  { key: "doneOn", heading: { vi: "Ngày xong, ngày gửi", en: "Done or sent on" } },
  { key: "daysLate", heading: { vi: "Số ngày chậm", en: "Days late" }, number: true },
  { key: "days", heading: { vi: "Cách đếm ngày", en: "Days counted" } },
  thresholdColumn,
  { key: "value", heading: { vi: "Kết quả", en: "Measured" }, number: true },
  { key: "missing", heading: { vi: "Còn thiếu", en: "Missing" }, number: true },
  standingColumn,
];

function longRows(plan: Plan, lang: Language) {
  const late = ({ lastDay, daysLate, days }: TaskProgress | ReportProgress): Row => ({
    lastDay: lastDay ?? "",
    daysLate: daysLate === null ? "" : String(daysLate),
    days: days ?? "",
  });
  return ({ unit, tasks, reports, targets }: PlanProgress): Row[] => {
    const ofTasks = tasks.map((task) => ({
      ...taskRow(plan, task, lang),
      ...late(task),
      kind: taskColumn.heading[lang],
      area: task.area,
      status: task.status,
      doneOn: task.doneOn ?? "",
    }));
    const ofReports = reports.map((report) => ({
      ...reportRow(plan, report, lang),
      ...late(report),
      kind: reportColumn.heading[lang],
      id: report.id,
      status: report.status,
      doneOn: report.sentOn ?? "",
    }));
    const ofTargets = targets.map((progress) => ({
      ...targetRow(progress, lang),
      kind: targetColumn.heading[lang],
      area: progress.target.area,
      id: progress.target.id,
      lead: leadTitle(plan, progress.lead, lang),
      status: progress.status,
      value: progress.value ?? "",
      missing: progress.missing === null ? "" : String(progress.missing),
    }));
    return [...ofTasks, ...ofReports, ...ofTargets].map((row) => ({ ...row, unit: unit.name }));
  };
}

/** The plan before anyone has reported on it: a table for tasks, reports and targets each, and one for spreadsheets. */
export function planSections(plan: Plan, view: PlanView): readonly Section[] {
  const { tasks, reports, targets } = planRows(plan, view);
  const sections =
    view.format === "csv"
      ? [{ columns: planColumns, rows: [...tasks, ...reports, ...targets] }]
      : [
          { columns: [idColumn, taskColumn, leadColumn, deadlineColumn, shownByColumn], rows: tasks },
          { columns: [reportColumn, toColumn, periodColumn, deadlineColumn], rows: reports },
          { columns: [targetColumn, leadColumn, thresholdColumn, deadlineColumn], rows: targets },
        ];
  return sections.filter(({ rows }) => rows.length > 0);
}

const shownByColumn: Column = { key: "shownBy", heading: { vi: "Sản phẩm, kết quả", en: "What shows it" } };
const planColumns: readonly Column[] = [
  kindColumn,
  areaColumn,
  idColumn,
  titleColumn,
  leadColumn,
  toColumn,
  periodColumn,
  deadlineColumn,
  thresholdColumn,
  shownByColumn,
];

/** What the plan says of the whole of its targets, such as whom it counts. */
export function baseNotes(targets: readonly PlanTarget[]): Words[] {
  return targets.flatMap(({ title, base }) => {
    const note = base?.note;
    return note === undefined ? [] : [{ vi: `${title.vi}: ${note.vi}`, en: `${wordsIn(title, "en")}: ${wordsIn(note, "en")}` }];
  });
}

/** True for what is of the area and the lead that are shown. */
export function isAsked(plan: Plan, { area, lead }: PlanView) {
  return (part: PlanTask | PlanTarget) => (area === undefined || part.area === area) && (lead === undefined || leadOf(plan, part) === lead);
}

function planRows(plan: Plan, options: PlanView): Readonly<Record<"tasks" | "reports" | "targets", readonly Row[]>> {
  const { file } = plan;
  const { lang, area, lead } = options;
  const placed = (part: PlanTask | PlanTarget) => ({
    area: part.area,
    id: part.id,
    title: wordsIn(part.title, lang),
    lead: leadTitle(plan, leadOf(plan, part), lang),
    deadline: deadlineWords(part.deadline, lang),
  });
  return {
    tasks: file.tasks
      .filter(isAsked(plan, options))
      .map((task) => ({ ...placed(task), kind: taskColumn.heading[lang], shownBy: wordsOrUnstated(task.shownBy, lang) })),
    // Reports are the whole unit's.
    reports: area === undefined && lead === undefined ? file.reports.flatMap((report) => dueRows(report, lang)) : [],
    targets: file.targets
      .filter(isAsked(plan, options))
      .map((target) => ({ ...placed(target), kind: targetColumn.heading[lang], threshold: targetWords(target, lang) })),
  };
}

function dueRows({ id, title, to, due }: PlanReport, lang: Language): Row[] {
  const dates = due ?? [{ period: unstated(lang), deadline: null }];
  return dates.map(({ period, deadline }) => ({
    kind: reportColumn.heading[lang],
    id,
    title: wordsIn(title, lang),
    to: wordsOrUnstated(to, lang),
    period,
    deadline: deadlineWords(deadline, lang),
  }));
}

import { formatCivilDate, readCivilDate } from "../exact/civilDate";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { inFile } from "../node/inFile";
import { safeLoadPlan } from "../node/loadPlan";
import { safeLoadProgress } from "../node/loadProgress";
import { leadOf, type Plan } from "../plan/plan";
import type { PlanDeadline, PlanFile, PlanReport, PlanTarget, PlanTask } from "../plan/planFile";
import {
  type PlanProgress,
  partOfProgress,
  type ReportProgress,
  safePlanProgress,
  type TargetProgress,
  type TaskProgress,
  type TaskTotals,
} from "../plan/planProgress";
import type { ProgressFile } from "../plan/progressFile";
import { type CommonOptions, orThrow, UsageError } from "./context";
import { type Column, type Output, type Row, titleLines } from "./output";
import { feedOutput } from "./planFeed";
import { deadlineWords, measuredWords, reportWords, standingWords, targetWords, taskWords } from "./planWords";

export interface PlanOptions extends CommonOptions {
  readonly on?: string;
  readonly area?: string;
  readonly lead?: string;
  /** Only what is late. */
  readonly late?: true;
  /** The edition for whose reports the plan gives figures, and where that is saved. */
  readonly feed?: string;
  readonly out?: string;
}

/** `par-index plan PLAN [PROGRESS…]`: the plan; what a unit has come to, task by task; a line for each of several units. */
export function planCommand(name: string, files: readonly string[], options: PlanOptions): Output {
  const { value: plan, warnings } = orThrow(safeLoadPlan(name));
  requirePart("--area", options.area, plan.file.areas);
  requirePart("--lead", options.lead, plan.file.leads);
  const loaded = files.map((file) => ({ file, ...orThrow(safeLoadProgress(plan, file)) }));
  const found = [...warnings, ...loaded.flatMap((one) => one.warnings)];
  const on = dayAsked(
    loaded.map(({ value }) => value),
    options,
  );
  if (options.feed !== undefined) return feedOutput(plan, loaded, found, { ...options, feed: options.feed, on });
  if (options.out !== undefined) throw new UsageError(outWithoutFeed);
  const stood = loaded.map(({ file, value }) => orThrow(inFile(file, safePlanProgress(plan, value, { on }))));
  const whole = stood.map(({ value }) => partOfProgress(plan, value, options));
  return {
    command: "plan",
    criteria: { file: plan.file, readings: {} },
    warnings: [...found, ...stood.flatMap((one) => one.warnings)],
    ...shown(plan, whole, options),
  };
}

type Shown = Pick<Output, "before" | "sections" | "after" | "data">;

function shown(plan: Plan, whole: readonly PlanProgress[], options: PlanOptions): Shown {
  const [only] = whole;
  if (only === undefined) return planItself(plan, options);
  const kept = options.late === true ? whole.map(onlyLate) : whole;
  const before = [...titleLines({ file: plan.file, readings: {} })];
  if (options.format === "csv")
    return { before, sections: [{ columns: longColumns, rows: kept.flatMap(longRows(plan, options.lang)) }], data: kept };
  if (whole.length > 1)
    return { before, sections: [{ columns: unitColumns, rows: whole.map((one) => unitRow(one, options.lang)) }], data: kept };
  const sections = kept.flatMap((one) => unitSections(plan, one, options));
  const nothing = sections.length === 0 && options.late === true ? [nothingLate] : [];
  const notes = baseNotes(kept.flatMap(({ targets }) => targets.map(({ target }) => target)));
  return { before: [...before, ...headlines(only)], sections, after: [...nothing, ...notes], data: kept };
}

/** What is late: tasks and reports after their deadline. A target is judged by its figures, not by a day. */
function onlyLate(progress: PlanProgress): PlanProgress {
  const isLate = ({ daysLate }: TaskProgress | ReportProgress) => daysLate !== null && daysLate > 0;
  return { ...progress, tasks: progress.tasks.filter(isLate), reports: progress.reports.filter(isLate), targets: [] };
}

const nothingLate: Words = { vi: "Không có nhiệm vụ, báo cáo nào chậm.", en: "No task and no report is late." };

const outWithoutFeed: Bilingual = {
  vi: "--out đi cùng --feed: nêu bộ tiêu chí nhận số liệu, ví dụ --feed example/reform-index --out TỆP.json",
  en: "--out goes with --feed: name the edition that takes the figures, such as --feed example/reform-index --out FILE.json",
};

/** The day asked about; without one, each progress must say its own. */
function dayAsked(progress: readonly ProgressFile[], { on }: PlanOptions): string | undefined {
  if (on === undefined) {
    if (progress.every(({ asOf }) => asOf !== undefined)) return undefined;
    throw new UsageError({
      vi: "Tiến độ không ghi ngày (asOf). Nêu ngày tính bằng --on, ví dụ --on 2021-09-30",
      en: "The progress does not say its day (asOf). Name the day with --on, such as --on 2021-09-30",
    });
  }
  const day = readCivilDate(on);
  if (day !== undefined) return day;
  throw new UsageError({
    vi: `“${on}” không phải một ngày có thật. Viết dạng --on 2021-09-30 hoặc --on 30/9/2021`,
    en: `"${on}" is not a day that exists. Write it as --on 2021-09-30`,
  });
}

function requirePart(option: string, id: string | undefined, parts: PlanFile["areas"] | PlanFile["leads"]): void {
  if (id === undefined || parts.some((part) => part.id === id)) return;
  const known = parts.map((part) => `${part.id} (${part.title.vi})`).join("; ");
  const knownEn = parts.map((part) => `${part.id} (${wordsIn(part.title, "en")})`).join("; ");
  throw new UsageError({
    vi: `${option}: kế hoạch không có “${id}”. Có: ${known}`,
    en: `${option}: the plan has no "${id}". It has: ${knownEn}`,
  });
}

function headlines({ unit, on, totals: { tasks, reports, targets } }: PlanProgress): Words[] {
  const { all, done, doneInTime, doneLate, overdue, underWay, notStarted } = tasks;
  const undated = done - doneInTime - doneLate;
  const others = undated === 0 ? { vi: "", en: "" } : { vi: `, chưa nêu hạn ${undated}`, en: `, ${undated} without a deadline` };
  const ofTasks: Words = {
    vi: `Nhiệm vụ: ${all}; xong ${done} (đúng hạn ${doneInTime}, chậm ${doneLate}${others.vi}), quá hạn chưa xong ${overdue}, đang thực hiện ${underWay}, chưa thực hiện ${notStarted}.`,
    en: `Tasks: ${all}; ${done} done (${doneInTime} in time, ${doneLate} late${others.en}), ${overdue} overdue, ${underWay} under way, ${notStarted} not started.`,
  };
  const ofReports: Words = {
    vi: `Báo cáo đã đến hạn: ${reports.due}; gửi đúng hạn ${reports.sentInTime}, chậm ${reports.sentLate}, chưa gửi ${reports.notSent}.`,
    en: `Reports due: ${reports.due}; ${reports.sentInTime} sent in time, ${reports.sentLate} late, ${reports.notSent} not sent.`,
  };
  const ofTargets: Words = {
    vi: `Chỉ tiêu: ${targets.all}; đạt ${targets.met}, chưa có số liệu ${targets.all - targets.reported}.`,
    en: `Targets: ${targets.all}; ${targets.met} met, ${targets.all - targets.reported} without figures.`,
  };
  return [
    { vi: `${unit.name} · tính đến ngày ${formatCivilDate(on, "vi")}`, en: `${unit.name} · as of ${formatCivilDate(on, "en")}` },
    ...(all === 0 ? [] : [ofTasks]),
    ...(reports.all === 0 ? [] : [ofReports]),
    ...(targets.all === 0 ? [] : [ofTargets]),
  ];
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
function unitSections(plan: Plan, progress: PlanProgress, { lang, lead, late }: PlanOptions): Output["sections"] {
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
function planItself(plan: Plan, options: PlanOptions): Shown {
  const { file } = plan;
  const { format } = options;
  const { tasks, reports, targets } = planRows(plan, options);
  const sections =
    format === "csv"
      ? [{ columns: planColumns, rows: [...tasks, ...reports, ...targets] }]
      : [
          { columns: [idColumn, taskColumn, leadColumn, deadlineColumn, shownByColumn], rows: tasks },
          { columns: [reportColumn, toColumn, periodColumn, deadlineColumn], rows: reports },
          { columns: [targetColumn, leadColumn, thresholdColumn, deadlineColumn], rows: targets },
        ];
  return {
    before: titleLines({ file, readings: {} }),
    sections: sections.filter(({ rows }) => rows.length > 0),
    after: [
      ...baseNotes(file.targets.filter(isAsked(plan, options))),
      {
        vi: `Tiếp theo: par-index plan ${file.id} TIẾN-ĐỘ.json để xem tình hình thực hiện.`,
        en: `Next: par-index plan ${file.id} PROGRESS.json shows how far it has come.`,
      },
    ],
    data: file,
  };
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
function baseNotes(targets: readonly PlanTarget[]): Words[] {
  return targets.flatMap(({ title, base }) => {
    const note = base?.note;
    return note === undefined ? [] : [{ vi: `${title.vi}: ${note.vi}`, en: `${wordsIn(title, "en")}: ${wordsIn(note, "en")}` }];
  });
}

function isAsked(plan: Plan, { area, lead }: PlanOptions) {
  return (part: PlanTask | PlanTarget) => (area === undefined || part.area === area) && (lead === undefined || leadOf(plan, part) === lead);
}

function planRows(plan: Plan, options: PlanOptions): Readonly<Record<"tasks" | "reports" | "targets", readonly Row[]>> {
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

import { formatCivilDate, readCivilDate } from "../exact/civilDate";
import type { Bilingual } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { inFile } from "../node/inFile";
import { safeLoadPlan } from "../node/loadPlan";
import { safeLoadProgress } from "../node/loadProgress";
import type { Plan } from "../plan/plan";
import type { PlanFile } from "../plan/planFile";
import { type PlanProgress, partOfProgress, type ReportProgress, safePlanProgress, type TaskProgress } from "../plan/planProgress";
import type { ProgressFile } from "../plan/progressFile";
import { orThrow, UsageError } from "./context";
import { type Output, titleLines } from "./output";
import { feedOutput } from "./planFeed";
import { baseNotes, isAsked, longSection, type PlanView, planSections, unitSections, unitsSection } from "./planTables";

export interface PlanOptions extends PlanView {
  readonly on?: string;
  /** The edition for whose reports the plan gives figures, and where that is saved. */
  readonly feed?: string;
  readonly out?: string;
  /** The units' own reports, to be filled in. */
  readonly into?: readonly string[];
}

/** `par-index plan PLAN [PROGRESS…]`: the plan; what a unit has come to, task by task; a line for each of several units. */
export async function planCommand(name: string, files: readonly string[], options: PlanOptions): Promise<Output> {
  const { value: plan, warnings } = orThrow(safeLoadPlan(name));
  requirePart("--area", options.area, plan.file.areas);
  requirePart("--lead", options.lead, plan.file.leads);
  const loaded = files.map((file) => ({ file, ...orThrow(safeLoadProgress(plan, file)) }));
  const found = [...warnings, ...loaded.flatMap((one) => one.warnings)];
  const on = dayAsked(
    loaded.map(({ value }) => value),
    options,
  );
  if (options.feed !== undefined && loaded.length === 0) throw new UsageError(feedWithoutProgress);
  if (options.feed !== undefined) return feedOutput(plan, loaded, found, { ...options, feed: options.feed, on });
  if (options.out !== undefined || options.into !== undefined) throw new UsageError(outWithoutFeed);
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
  const before = titleLines({ file: plan.file, readings: {} });
  if (options.format === "csv") return { before, sections: [longSection(plan, kept, options)], data: kept };
  if (whole.length > 1) return { before, sections: [unitsSection(whole, options)], data: kept };
  const sections = kept.flatMap((one) => unitSections(plan, one, options));
  const nothing = sections.length === 0 && options.late === true ? [nothingLate] : [];
  const notes = baseNotes(kept.flatMap(({ targets }) => targets.map(({ target }) => target)));
  return { before: [...before, ...headlines(only)], sections, after: [...nothing, ...notes], data: kept };
}

/** The plan before anyone has reported on it. */
function planItself(plan: Plan, options: PlanOptions): Shown {
  const { file } = plan;
  return {
    before: titleLines({ file, readings: {} }),
    sections: planSections(plan, options),
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

/** What is late: tasks and reports after their deadline. A target is judged by its figures, not by a day. */
function onlyLate(progress: PlanProgress): PlanProgress {
  const isLate = ({ daysLate }: TaskProgress | ReportProgress) => daysLate !== null && daysLate > 0;
  return { ...progress, tasks: progress.tasks.filter(isLate), reports: progress.reports.filter(isLate), targets: [] };
}

const nothingLate: Words = { vi: "Không có nhiệm vụ, báo cáo nào chậm.", en: "No task and no report is late." };

const feedWithoutProgress: Bilingual = {
  vi: "--feed cần tệp tiến độ của đơn vị: par-index plan KẾ-HOẠCH TIẾN-ĐỘ.json --feed TÊN-BỘ-TIÊU-CHÍ",
  en: "--feed needs the progress of a unit: par-index plan PLAN PROGRESS.json --feed EDITION",
};

const outWithoutFeed: Bilingual = {
  vi: "--out, --into đi cùng --feed: nêu bộ tiêu chí nhận số liệu, ví dụ --feed example/reform-index --out TỆP.json",
  en: "--out and --into go with --feed: name the edition that takes the figures, such as --feed example/reform-index --out FILE.json",
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

import { formatCivilDate } from "../exact/civilDate";
import type { Bilingual, Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import type { PlanDeadline, PlanTarget } from "../plan/planFile";
import type { DeadlineStanding, ReportProgress, TargetProgress, TaskProgress } from "../plan/planProgress";
import { noNumber, numberIn } from "./output";

/** A deadline as the plan words it, with the last day where that is another. */
export function deadlineWords(deadline: PlanDeadline | null, lang: Language, lastDay: string | null = null): string {
  if (deadline === null) return { vi: "chưa nêu", en: "not stated" }[lang];
  const { day, boundary } = deadline;
  const stated = `${boundaryWords[boundary][lang]} ${formatCivilDate(day, lang)}`;
  if (lastDay === null || lastDay <= day) return stated;
  const moved = formatCivilDate(lastDay, lang);
  return { vi: `${stated} (ngày nghỉ, tính đến ${moved})`, en: `${stated} (a day off, taken as ${moved})` }[lang];
}

const boundaryWords: Readonly<Record<PlanDeadline["boundary"], Bilingual>> = {
  before: { vi: "trước ngày", en: "before" },
  by: { vi: "đến ngày", en: "by" },
};

/** Days late in the days that the deadline counts: *12 ngày làm việc*. */
export function lateWords({ daysLate, days }: Pick<DeadlineStanding, "daysLate" | "days">, lang: Language): string {
  const counted = { civil: { vi: "ngày", en: "days" }, working: { vi: "ngày làm việc", en: "working days" } }[days ?? "civil"][lang];
  return `${daysLate ?? 0} ${counted}`;
}

/** How a task stands, in words: *xong ngày 5/7/2021, chậm 5 ngày*. */
export function taskWords(task: TaskProgress, lang: Language): string {
  const { status, doneOn, share, note } = task;
  const done = doneOn === null ? "" : formatCivilDate(doneOn, lang);
  const part = share === null ? "" : `, ${numberIn(share, lang)} %`;
  const late = lateWords(task, lang);
  const words: Readonly<Record<TaskProgress["status"], Bilingual>> = {
    done: { vi: `xong ngày ${done}`, en: `done on ${done}` },
    doneInTime: { vi: `xong đúng hạn, ngày ${done}`, en: `done in time, on ${done}` },
    doneLate: { vi: `xong ngày ${done}, chậm ${late}`, en: `done on ${done}, ${late} late` },
    overdue: { vi: `QUÁ HẠN ${late}${part}`, en: `OVERDUE by ${late}${part}` },
    underWay: { vi: `đang thực hiện${part}`, en: `under way${part}` },
    notStarted: { vi: "chưa thực hiện", en: "not started" },
  };
  return note === null ? words[status][lang] : `${words[status][lang]} (${note})`;
}

/** How a report stands, in words: *gửi ngày 18/6/2021, chậm 3 ngày làm việc*. */
export function reportWords(report: ReportProgress, lang: Language): string {
  const { status, sentOn } = report;
  const sent = sentOn === null ? "" : formatCivilDate(sentOn, lang);
  const late = lateWords(report, lang);
  const words: Readonly<Record<ReportProgress["status"], Bilingual>> = {
    sent: { vi: `gửi ngày ${sent}`, en: `sent on ${sent}` },
    sentInTime: { vi: `gửi đúng hạn, ngày ${sent}`, en: `sent in time, on ${sent}` },
    sentLate: { vi: `gửi ngày ${sent}, chậm ${late}`, en: `sent on ${sent}, ${late} late` },
    notSent: { vi: `CHƯA GỬI, quá hạn ${late}`, en: `NOT SENT, ${late} overdue` },
    notYetDue: { vi: "chưa đến hạn", en: "not yet due" },
    notStated: { vi: "chưa gửi; kế hoạch chưa nêu kỳ, hạn", en: "not sent; the plan states no days" },
  };
  return words[status][lang];
}

/** A target as the plan words it: *trên 80 %*, *100 % của 199 xã*. */
export function targetWords({ boundary, value, of, unit, base }: PlanTarget, lang: Language): string {
  const counted = wordsIn(unit, lang);
  const ofBase = base === undefined ? "" : { vi: ` của ${base.count} ${counted}`, en: ` of ${base.count} ${counted}` }[lang];
  const threshold = of === undefined ? `${numberIn(value, lang)} ${counted}` : `${numberIn(value ?? "100", lang)} %`;
  const words: Readonly<Record<PlanTarget["boundary"], Bilingual>> = {
    above: { vi: "trên ", en: "above " },
    atLeast: { vi: "tối thiểu ", en: "at least " },
    below: { vi: "dưới ", en: "below " },
    atMost: { vi: "không quá ", en: "at most " },
    all: { vi: "", en: "" },
  };
  return `${words[boundary][lang]}${threshold}${ofBase}`;
}

/** What was measured: *96/120 = 80 %*. */
export function measuredWords({ target: { unit, of }, figures, value }: TargetProgress, lang: Language): string {
  if (figures === null || value === null) return noNumber;
  const done = numberIn(String(figures.done), lang);
  if (of === undefined) return `${done} ${wordsIn(unit, lang)}`;
  const shown = numberIn(value, lang);
  return `${done}/${numberIn(String(figures.of ?? 0), lang)} ${shown.startsWith("≈") ? shown : `= ${shown}`} %`;
}

/** How a target stands, in words: *chưa đạt, còn thiếu 12 hồ sơ*. */
export function standingWords({ target: { boundary, unit }, status, missing }: TargetProgress, lang: Language): string {
  const distance = `${numberIn(String(missing ?? 0), lang)} ${wordsIn(unit, lang)}`;
  const fromAbove = boundary === "below" || boundary === "atMost";
  const lacks = fromAbove
    ? { vi: `vượt ${distance}`, en: `${distance} too many` }
    : { vi: `còn thiếu ${distance}`, en: `${distance} missing` };
  const words: Readonly<Record<TargetProgress["status"], Bilingual>> = {
    met: { vi: "đạt", en: "met" },
    notMet: { vi: `chưa đạt, ${lacks.vi}`, en: `not met, ${lacks.en}` },
    atExcluded: { vi: `chưa đạt: bằng đúng mức, ${lacks.vi}`, en: `not met: exactly at the threshold, ${lacks.en}` },
    nothingDue: { vi: "không phát sinh", en: "nothing was due" },
    notReported: { vi: "chưa có số liệu", en: "no figures" },
  };
  return words[status][lang];
}

import { type CivilDate, daysBetween } from "../exact/civilDate";
import { addDays, workingDayFrom, workingDaysBetween } from "../exact/workingDays";
import type { Plan } from "./plan";
import type { PlanDeadline } from "./planFile";

/**
 * The last day on which something is in time (ngày cuối của thời hạn): the day that the plan prints for *chậm nhất ngày*, the one
 * before it for *trước ngày*. Where the calendar says so, a day off gives way to the next working day; for *trước ngày* it never
 * does, as that would be the day which these words exclude.
 *
 * @example
 * ```ts
 * import { lastDay } from "par-index/plan";
 * import { loadPlan } from "par-index/node";
 * lastDay(loadPlan("example/plan"), { day: "2021-04-15", boundary: "before", days: "working" }); // => "2021-04-14"
 * ```
 */
export function lastDay({ file, calendar }: Plan, { day, boundary }: PlanDeadline): CivilDate {
  if (boundary === "before") return addDays(day, -1);
  return file.calendar.lastDayOff === "nextWorkingDay" ? workingDayFrom(day, calendar) : day;
}

/**
 * How many days after its deadline a day is (số ngày chậm), in the days that the deadline counts: 0 on the last day, below zero
 * before it. In working days, a day off right after the last day is not late.
 *
 * @example
 * ```ts
 * import { daysLate } from "par-index/plan";
 * import { loadPlan } from "par-index/node";
 *
 * const plan = loadPlan("example/plan");
 * daysLate(plan, { day: "2021-02-09", boundary: "by", days: "civil" }, "2021-02-18"); // => 9
 * daysLate(plan, { day: "2021-02-09", boundary: "by", days: "working" }, "2021-02-18"); // => 2
 * ```
 */
export function daysLate(plan: Plan, deadline: PlanDeadline, day: CivilDate): number {
  const last = lastDay(plan, deadline);
  return deadline.days === "working" ? workingDaysBetween(last, day, plan.calendar) : daysBetween(last, day);
}

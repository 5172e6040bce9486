import { type CivilDate, daysBetween } from "../exact/civilDate";
import { addDays, type WorkCalendar } from "../exact/workingDays";
import type { PlanCalendar, PlanFile, PlanTarget, PlanTask } from "./planFile";

/** A plan (kế hoạch) that proved itself, with its calendar at hand. */
export interface Plan {
  readonly file: PlanFile;
  readonly calendar: WorkCalendar;
}

/** The parts of a file that holds. */
export function compilePlan(file: PlanFile): Plan {
  const { weekend, daysOff, workedDays } = file.calendar;
  return {
    file,
    calendar: { weekend, daysOff: new Set(daysOff.flatMap(daysOf)), workedDays: new Set(workedDays.map(({ day }) => day)) },
  };
}

/** The days of a span, first and last included. */
export function daysOf({ from, to }: Pick<PlanCalendar["daysOff"][number], "from" | "to">): readonly CivilDate[] {
  return Array.from({ length: Math.max(daysBetween(from, to) + 1, 0) }, (_, after) => addDays(from, after));
}

/** The id of who leads a task or target: its own lead, or that of its area; `null` where the plan names none. */
export function leadOf({ file }: Plan, { area, lead }: Pick<PlanTask | PlanTarget, "area" | "lead">): string | null {
  return lead ?? file.areas.find(({ id }) => id === area)?.lead ?? null;
}

import { addMilliseconds } from "date-fns/addMilliseconds";
import { millisecondsInDay } from "date-fns/constants";
import { parseISO } from "date-fns/parseISO";
import { type CivilDate, daysBetween } from "./civilDate";

/** The days of a week, Monday first, as the calendar of an office counts them. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** On which days an office works: all but the weekend and days off; and on days that were swapped in, whatever they are else. */
export interface WorkCalendar {
  readonly weekend: readonly Weekday[];
  readonly daysOff: ReadonlySet<CivilDate>;
  readonly workedDays: ReadonlySet<CivilDate>;
}

/** The day so many days later; earlier when `days` is below zero. */
export function addDays(day: CivilDate, days: number): CivilDate {
  return addMilliseconds(parseISO(`${day}T00:00:00Z`), days * millisecondsInDay)
    .toISOString()
    .slice(0, "YYYY-MM-DD".length);
}

/** True on a day on which the office works. */
export function isWorkingDay(day: CivilDate, { weekend, daysOff, workedDays }: WorkCalendar): boolean {
  return workedDays.has(day) || !(daysOff.has(day) || weekend.includes(weekdayOf(day)));
}

/** The day itself when the office works on it, or else the next one on which it does. */
export function workingDayFrom(day: CivilDate, calendar: WorkCalendar): CivilDate {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, 1);
  return found;
}

/**
 * Working days after one day, up to and with a later one; below zero when `to` is earlier. Whole weeks are not walked
 * through: only what is left of the last week, and the days that the calendar names.
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): number {
  // Not `-f(…)`, which would answer -0.
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  const days = daysBetween(from, to);
  const weeks = Math.floor(days / weekdays.length);
  const first = weekdays.indexOf(weekdayOf(from)) + 1;
  const rest = Array.from({ length: days % weekdays.length }, (_, index) => weekdays[(first + index) % weekdays.length]);
  const isWeekend = (day: Weekday | undefined) => calendar.weekend.some((one) => one === day);
  const plain = weeks * weekdays.filter((day) => !isWeekend(day)).length + rest.filter((day) => !isWeekend(day)).length;
  const named = [...new Set([...calendar.daysOff, ...calendar.workedDays])].filter((day) => from < day && day <= to);
  const swapped = named.map((day) => Number(isWorkingDay(day, calendar)) - Number(!isWeekend(weekdayOf(day))));
  return swapped.reduce((total, one) => total + one, plain);
}

/** 5 January 1970 was a Monday. */
function weekdayOf(day: CivilDate): Weekday {
  const since = daysBetween("1970-01-05", day) % weekdays.length;
  return weekdays[(since + weekdays.length) % weekdays.length] ?? "monday";
}

import { addMilliseconds } from "date-fns/addMilliseconds";
import { millisecondsInDay } from "date-fns/constants";
import { parseISO } from "date-fns/parseISO";
import type { Language } from "./formatNumber";

/** A day of the calendar, written `YYYY-MM-DD`. It has no hour and no time zone, so it is the same day everywhere. */
export type CivilDate = string;

/** The day that `text` names, from `2021-01-15` or, as offices write it, `15/1/2021`; `undefined` when there is no such day. */
export function readCivilDate(text: string): CivilDate | undefined {
  const iso = text.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, day: string, month: string, year: string) =>
    [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
  );
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(midnight(iso)) ? iso : undefined;
}

/** Days from one day to a later one; below zero when `to` is earlier. Exact: both are taken at midnight UTC. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (midnight(to) - midnight(from)) / millisecondsInDay;
}

/** A day as people write it: `15/1/2021` in Vietnamese, `2021-01-15` in English. */
export function formatCivilDate(date: CivilDate, language: Language): string {
  return language === "vi" ? date.split("-").reverse().map(Number).join("/") : date;
}

function midnight(date: CivilDate): number {
  return dayAsDate(date).getTime();
}

/** A day as other libraries want it: its midnight in UTC. */
export function dayAsDate(date: CivilDate): Date {
  return parseISO(`${date}T00:00:00Z`);
}

/** The day of a `Date` at midnight UTC, as {@link dayAsDate} makes it. */
export function dateAsDay(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}

/** The day before the first that a spreadsheet counts, such that every day after February 1900 has its number (số sê-ri ngày). */
const spreadsheetDayZero: CivilDate = "1899-12-30";

/** The number by which a spreadsheet keeps a day. */
export function daySerial(date: CivilDate): number {
  return daysBetween(spreadsheetDayZero, date);
}

/** The day that a spreadsheet keeps under a number. */
export function serialDay(serial: number): CivilDate {
  return dateAsDay(addMilliseconds(dayAsDate(spreadsheetDayZero), serial * millisecondsInDay));
}

import { type CivilDate, readCivilDate } from "../exact/civilDate";

/**
 * The last day of a period (ngày cuối kỳ đánh giá) that is written as a year, a quarter or a month; `undefined` for text that
 * is none of these.
 *
 * @example
 * ```ts
 * import { periodEnd } from "par-index";
 * ["2021", "2026-Q3", "2024-02", "2021–2025"].map(periodEnd); // => ["2021-12-31", "2026-09-30", "2024-02-29", undefined]
 * ```
 */
export function periodEnd(period: string): CivilDate | undefined {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(period) ?? [];
  if (year === undefined) return undefined;
  const last = month ?? String(quarter === undefined ? 12 : 3 * Number(quarter)).padStart(2, "0");
  return ["31", "30", "29", "28"].map((day) => readCivilDate(`${year}-${last}-${day}`)).find((day) => day !== undefined);
}

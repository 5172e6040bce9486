import * as z from "zod/mini";
import { rounds } from "../criteria/policies";
import { type CivilDate, daysBetween } from "../exact/civilDate";
import { civilDate, dayOrderFaults, text, type Words, words } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, issue, under } from "../issue/issue";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import type { Round } from "./evidence";

/** Days in which something is to be sent (thời hạn): from the first, where there is one, to the last, both included. */
export interface Deadline {
  readonly id: string;
  readonly title: Words;
  readonly round?: Round | undefined;
  readonly from?: CivilDate | undefined;
  readonly to: CivilDate;
}

/** What is asked of a deadline: how it stands on a day that the caller names, since the library has no clock. */
export interface DeadlineQuestion {
  readonly on: CivilDate;
  /** The day on which the thing was sent; left out while it was not. */
  readonly sentOn?: CivilDate | undefined;
  /** From how many days before the last day on it is due soon. */
  readonly soonDays: number;
}

/** How a deadline stands. */
export interface DeadlineStatus {
  /**
   * Not sent: `notYetOpen` (chưa mở), `open` (đang mở), `dueSoon` (sắp đến hạn), `dueToday` (đến hạn hôm nay), `overdue` (quá hạn).
   * Sent: `sentEarly` (gửi trước ngày mở), `sentInTime` (gửi đúng hạn), `sentLate` (gửi chậm).
   */
  readonly status: "notYetOpen" | "open" | "dueSoon" | "dueToday" | "overdue" | "sentEarly" | "sentInTime" | "sentLate";
  /** Whole days from the day asked about, or the day of sending, to the last day: 0 on it, below zero when it is past. */
  readonly daysLeft: number;
}

const deadlineSchema = z.strictObject({
  id: text,
  title: words,
  round: z.optional(z.enum([...rounds, "counted"])),
  from: z.optional(civilDate),
  to: civilDate,
});

const questionSchema = z.strictObject({
  deadline: deadlineSchema,
  on: civilDate,
  sentOn: z.optional(civilDate),
  soonDays: z.int().check(z.gte(0)),
});

/**
 * How a deadline (thời hạn) stands on a day: open, due soon, due today, overdue; or sent early, in time, late.
 *
 * **Exactness:** days are counted on the calendar, without hours or time zones; the first and the last day belong to it.
 * **Errors:** {@link ParError} for days that do not exist, or that contradict each other.
 *
 * @example
 * ```ts
 * import { deadlineStatus } from "par-index";
 *
 * const deadline = { id: "self", title: { vi: "Gửi phiếu tự đánh giá" }, from: "2025-12-10", to: "2025-12-15" };
 * deadlineStatus(deadline, { on: "2025-12-13", soonDays: 3 }); // => { status: "dueSoon", daysLeft: 2 }
 * deadlineStatus(deadline, { on: "2025-12-20", sentOn: "2025-12-16", soonDays: 3 }); // => { status: "sentLate", daysLeft: -1 }
 * ```
 */
export function deadlineStatus(deadline: Deadline, question: DeadlineQuestion): DeadlineStatus {
  return unwrap(safeDeadlineStatus(deadline, question));
}

/** {@link deadlineStatus} that answers a {@link Result} and never throws. */
export function safeDeadlineStatus(deadline: Deadline, question: DeadlineQuestion): Result<DeadlineStatus> {
  return readInput({ deadline, ...question }, (value) => {
    const read = readWith(questionSchema, value);
    return read.value === undefined ? read : { value: statusOf(read.value), issues: dayFaults(read.value) };
  });
}

type Question = z.output<typeof questionSchema>;

// Days written year first are in the order of their text.
function statusOf({ deadline: { from, to }, on, sentOn, soonDays }: Question): DeadlineStatus {
  const daysLeft = daysBetween(sentOn ?? on, to);
  const isBefore = from !== undefined && (sentOn ?? on) < from;
  if (sentOn !== undefined) return { status: isBefore ? "sentEarly" : daysLeft < 0 ? "sentLate" : "sentInTime", daysLeft };
  if (isBefore) return { status: "notYetOpen", daysLeft };
  if (daysLeft <= 0) return { status: daysLeft === 0 ? "dueToday" : "overdue", daysLeft };
  return { status: daysLeft <= soonDays ? "dueSoon" : "open", daysLeft };
}

/** A deadline ends after it opens, and nothing is sent after the day that is asked about. */
function dayFaults({ deadline, on, sentOn }: Question): Issue[] {
  return [
    ...dayOrderFaults(deadline).map((found) => under(["deadline"], found)),
    ...(sentOn !== undefined && on < sentOn ? [issue("daysOutOfOrder", { earlier: sentOn, later: on }, { path: ["on"] })] : []),
  ];
}

import fc from "fast-check";
import { type Deadline, deadlineStatus, safeDeadlineStatus } from "par-index";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "../badInput/issues";

/** Self-assessment only from 10 to 15 December, as one province has it. */
const deadline: Deadline = {
  id: "selfAssessment",
  title: { vi: "Gửi phiếu tự đánh giá" },
  round: "selfAssessed",
  from: "2025-12-10",
  to: "2025-12-15",
};

describe("what was not sent", () => {
  test.each([
    ["2025-12-09", "notYetOpen", 6],
    ["2025-12-10", "open", 5],
    ["2025-12-12", "open", 3],
    ["2025-12-13", "dueSoon", 2],
    ["2025-12-14", "dueSoon", 1],
    ["2025-12-15", "dueToday", 0],
    ["2025-12-16", "overdue", -1],
    ["2026-12-15", "overdue", -365],
  ])("on %s is %s", (on, status, daysLeft) => {
    expect(deadlineStatus(deadline, { on, soonDays: 2 })).toEqual({ status, daysLeft });
  });

  test("is never due soon before the last day, where nothing is soon", () => {
    expect(deadlineStatus(deadline, { on: "2025-12-14", soonDays: 0 }).status).toBe("open");
  });
});

test.each([
  ["2025-12-09", "sentEarly", 6],
  ["2025-12-10", "sentInTime", 5],
  ["2025-12-15", "sentInTime", 0],
  ["2025-12-16", "sentLate", -1],
])("what was sent on %s is %s, whenever it is asked", (sentOn, status, daysLeft) => {
  for (const on of ["2025-12-16", "2026-06-01"])
    expect(deadlineStatus(deadline, { on, sentOn, soonDays: 2 })).toEqual({ status, daysLeft });
});

test("without a first day it is open from ever", () => {
  const { from: _, ...always } = deadline;
  expect(deadlineStatus(always, { on: "1999-01-01", soonDays: 5 }).status).toBe("open");
  expect(deadlineStatus(always, { on: "2025-12-16", sentOn: "1999-01-01", soonDays: 5 }).status).toBe("sentInTime");
});

test("days are counted on the calendar: over February of a leap year, over the turn of the year, as offices write them", () => {
  const leftOf = (on: string, to: string) => deadlineStatus({ ...deadline, from: undefined, to }, { on, soonDays: 0 }).daysLeft;
  expect(leftOf("2024-02-28", "2024-03-01")).toBe(2);
  expect(leftOf("2025-02-28", "2025-03-01")).toBe(1);
  expect(leftOf("31/12/2025", "1/1/2026")).toBe(1);
});

test("as days go by, a deadline only goes on: not yet open, open, due soon, due today, overdue", () => {
  const order = ["notYetOpen", "open", "dueSoon", "dueToday", "overdue"];
  const day = fc.integer({ min: 1, max: 31 }).map((number) => `2025-12-${String(number).padStart(2, "0")}`);
  fc.assert(
    fc.property(day, day, fc.nat(10), (a, b, soonDays) => {
      const [earlier = a, later = b] = [a, b].sort();
      const statuses = [earlier, later].map((on) => order.indexOf(deadlineStatus(deadline, { on, soonDays }).status));
      expect(statuses[0]).toBeLessThanOrEqual(statuses[1] ?? -1);
    }),
  );
});

describe("a question is refused", () => {
  test.each([
    ["about a day that does not exist", deadline, { on: "2025-02-29", soonDays: 2 }, ["on: notADate"]],
    [
      "with a deadline that ends before it opens",
      { ...deadline, to: "2025-12-09" },
      { on: "2025-12-09", soonDays: 2 },
      ["deadline.to: daysOutOfOrder"],
    ],
    [
      "when the thing was sent after the day asked about",
      deadline,
      { on: "2025-12-10", sentOn: "2025-12-11", soonDays: 2 },
      ["on: daysOutOfOrder"],
    ],
    ["with half a day", deadline, { on: "2025-12-10", soonDays: 0.5 }, ["soonDays: wrongType"]],
    ["with days below zero", deadline, { on: "2025-12-10", soonDays: -1 }, ["soonDays: outOfRange"]],
  ])("%s", (_, of, question, found) => {
    const outcome = safeDeadlineStatus(of, question);
    expect(issuesOf(outcome).map(told)).toEqual(found);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => deadlineStatus(of, question), outcome);
  });
});

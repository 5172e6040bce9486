import { readFileSync } from "node:fs";
import fc from "fast-check";
import { loadPlan } from "par-index/node";
import {
  daysLate,
  lastDay,
  type PlanDeadline,
  type PlanTarget,
  parsePlan,
  parseProgress,
  planProgress,
  safePlanProgress,
  targetStanding,
} from "par-index/plan";
import { describe, expect, test } from "vitest";
import { daysBetween } from "../../src/exact/civilDate";
import { addDays, isWorkingDay, workingDaysBetween } from "../../src/exact/workingDays";
import { targetBoundaries } from "../../src/plan/planFile";
import { partOfProgress } from "../../src/plan/planProgress";

const plan = loadPlan("example/plan");
const held = JSON.parse(readFileSync("criteria/example/plan/progress.json", "utf8"));
const staying = parsePlan({ ...plan.file, calendar: { ...plan.file.calendar, lastDayOff: "stays" } });

const deadline = (day: string, boundary: PlanDeadline["boundary"], days: PlanDeadline["days"] = "civil") => ({ day, boundary, days });

describe("the last day in time", () => {
  test.each([
    ["“đến ngày” is the day itself", deadline("2021-03-15", "by"), "2021-03-15"],
    ["“trước ngày” is the day before", deadline("2021-03-16", "before"), "2021-03-15"],
    ["a day of Tết gives way to the first day of work", deadline("2021-02-11", "by"), "2021-02-17"],
    ["a Saturday that is worked stays", deadline("2021-02-20", "by"), "2021-02-20"],
    ["“trước ngày” of a Monday never moves onto that Monday", deadline("2021-02-01", "before"), "2021-01-31"],
  ])("%s", (_, stated, last) => {
    expect(lastDay(plan, stated)).toBe(last);
  });

  test("stays on a day off where the calendar says so", () => {
    expect(lastDay(staying, deadline("2021-02-11", "by"))).toBe("2021-02-11");
  });
});

const day = fc.integer({ min: 0, max: 500 }).map((after) => addDays("2020-12-01", after));
const anyDeadline = fc.record({ day, boundary: fc.constantFrom("before", "by"), days: fc.constantFrom("civil", "working") });

describe("laws of days late", () => {
  test("done on the last day is in time, done a day later is late in civil days by one", () => {
    fc.assert(
      fc.property(anyDeadline, (stated) => {
        const last = lastDay(plan, stated);
        expect(daysLate(plan, stated, last)).toBe(0);
        expect(daysLate(plan, { ...stated, days: "civil" }, addDays(last, 1))).toBe(1);
      }),
    );
  });

  test("what is done before the day of “trước ngày” is in time, and on that day it is late", () => {
    fc.assert(
      fc.property(day, (stated) => {
        expect(daysLate(plan, deadline(stated, "before"), addDays(stated, -1))).toBe(0);
        expect(daysLate(plan, deadline(stated, "before"), stated)).toBe(1);
      }),
    );
  });

  test("working days late are those that one meets walking from the last day on, and never more than civil ones", () => {
    fc.assert(
      fc.property(anyDeadline, fc.integer({ min: 0, max: 200 }), (stated, after) => {
        const last = lastDay(plan, stated);
        const done = addDays(last, after);
        const met = Array.from({ length: after }, (_, index) => addDays(last, index + 1)).filter((one) => isWorkingDay(one, plan.calendar));
        expect(daysLate(plan, { ...stated, days: "working" }, done)).toBe(met.length);
        expect(daysLate(plan, { ...stated, days: "civil" }, done)).toBe(daysBetween(last, done));
      }),
    );
  });

  test("a last day that moved has no day of work between the day stated and itself", () => {
    fc.assert(
      fc.property(day, (stated) => {
        const last = lastDay(plan, deadline(stated, "by"));
        expect(isWorkingDay(last, plan.calendar)).toBe(true);
        expect(workingDaysBetween(addDays(stated, -1), last, plan.calendar)).toBe(1);
      }),
    );
  });
});

const share = (boundary: PlanTarget["boundary"], value?: string) => ({
  boundary,
  of: { vi: "Hồ sơ" },
  ...(value === undefined ? {} : { value }),
});

describe("a target", () => {
  test.each([
    ["trên 80 %, at 80 % exactly", share("above", "80"), { done: 96, of: 120 }, "atExcluded", 1],
    ["trên 80 %, one more", share("above", "80"), { done: 97, of: 120 }, "met", 0],
    ["trên 30 %, a fraction below", share("above", "30"), { done: 2988, of: 10000 }, "notMet", 13],
    ["tối thiểu 40 %, at 40 % exactly", share("atLeast", "40"), { done: 48, of: 120 }, "met", 0],
    ["tối thiểu 33,3 % of 10", share("atLeast", "33.3"), { done: 3, of: 10 }, "notMet", 1],
    ["không quá 2 %, over it", share("atMost", "2"), { done: 215, of: 10000 }, "notMet", 15],
    ["dưới 5, at 5 exactly", { boundary: "below" as const, value: "5" }, { done: 5 }, "atExcluded", 1],
    ["100 %, one short", share("all"), { done: 198, of: 199 }, "notMet", 1],
    ["100 % of none", share("all"), { done: 0, of: 0 }, "nothingDue", null],
    ["without figures", share("all"), undefined, "notReported", null],
  ])("%s", (_, target, figures, status, missing) => {
    expect(targetStanding(target, figures)).toMatchObject({ status, missing });
  });

  const boundary = fc.constantFrom(...targetBoundaries);
  const counted = fc.integer({ min: 1, max: 400 }).chain((of) => fc.record({ of: fc.constant(of), done: fc.integer({ min: 0, max: of }) }));

  /** The same by whole numbers only: thresholds in tenths of a percent. */
  const holds = (kind: PlanTarget["boundary"], tenths: number, done: number, of: number) => {
    const [measured, threshold] = [done * 1000, tenths * of];
    return {
      above: measured > threshold,
      atLeast: measured >= threshold,
      below: measured < threshold,
      atMost: measured <= threshold,
      all: done === of,
    }[kind];
  };

  test("law: is met as its words say, and missing is the least that would meet it", () => {
    fc.assert(
      fc.property(boundary, fc.integer({ min: 1, max: 999 }), counted, (kind, tenths, { done, of }) => {
        const value = `${Math.trunc(tenths / 10)}.${tenths % 10}`;
        const { status, missing } = targetStanding(share(kind, kind === "all" ? undefined : value), { done, of });
        const steps = Array.from({ length: of + 2 }, (_, index) => index);
        const way = kind === "below" || kind === "atMost" ? -1 : 1;
        expect(status === "met").toBe(holds(kind, tenths, done, of));
        expect(missing).toBe(steps.find((step) => holds(kind, tenths, done + way * step, of)));
        expect(status === "atExcluded").toBe((kind === "above" || kind === "below") && done * 1000 === tenths * of);
      }),
    );
  });
});

describe("progress of a plan", () => {
  const progress = parseProgress(plan, held);

  test("says of each task what became of it", () => {
    const { tasks } = planProgress(plan, progress);
    expect(Object.fromEntries(tasks.map(({ id, status, daysLate: late }) => [id, `${status} ${late}`]))).toEqual({
      "1.1": "doneInTime 0",
      "1.2": "doneLate 5",
      "2.1": "doneLate 2",
      "3.1": "doneInTime 0",
      "3.2": "done null",
      "5.1": "underWay 0",
      "6.1": "underWay 0",
      "7.1": "overdue 20",
      "8.1": "doneInTime 0",
      "8.2": "notStarted null",
    });
  });

  test("says of each report whether it was sent, and of one without days only that it was", () => {
    const { reports } = planProgress(plan, progress);
    expect(reports.map(({ id, period, status }) => `${id} ${period} ${status}`)).toEqual([
      "periodic 2021-Q1 sentInTime",
      "periodic 2021-H1 sentLate",
      "periodic 2021-Q3 sentInTime",
      "periodic 2021 notYetDue",
      "control 2021-Q1 sent",
    ]);
    const [, , , , silent] = planProgress(plan, { ...progress, reports: {} }).reports;
    expect(silent).toMatchObject({ id: "control", period: null, status: "notStated" });
  });

  test("is of no day unless one is named", () => {
    const { asOf: _, ...undated } = progress;
    expect(safePlanProgress(plan, undated)).toMatchObject({ ok: false, issues: [{ code: "missingKey" }] });
    expect(safePlanProgress(plan, undated, { on: "30/9/2021" })).toMatchObject({ ok: true, value: { on: "2021-09-30" } });
    expect(safePlanProgress(plan, undated, { on: "soon" })).toMatchObject({ ok: false, issues: [{ code: "notADate" }] });
  });

  test("warns where the calendar ends before the day asked about", () => {
    expect(safePlanProgress(plan, progress, { on: "2022-06-01" })).toMatchObject({
      warnings: [{ code: "progressOlder" }, { code: "outsideCalendar" }],
    });
  });

  const anyProgress = fc
    .array(fc.record({ task: fc.constantFrom(...plan.file.tasks), done: fc.option(day, { nil: undefined }) }), { maxLength: 12 })
    .map((entries) => ({
      ...progress,
      tasks: Object.fromEntries(entries.map(({ task, done }) => [task.id, done === undefined ? {} : { doneOn: done }])),
    }));

  test("law: every task is counted once, and the areas and the leads make the whole", () => {
    fc.assert(
      fc.property(anyProgress, (reported) => {
        const { totals } = planProgress(plan, reported, { on: "2022-12-31" });
        const { all, done, doneInTime, doneLate, overdue, underWay, notStarted, due } = totals.tasks;
        expect(done + overdue + underWay + notStarted).toBe(all);
        expect(doneInTime + doneLate + overdue).toBe(due);
        for (const parts of [totals.byArea, totals.byLead]) {
          for (const key of ["all", "done", "due", "overdue"] as const) {
            expect(parts.reduce((sum, { tasks }) => sum + tasks[key], 0)).toBe(totals.tasks[key]);
          }
        }
      }),
    );
  });

  test("law: the parts of all areas are the whole, each with the counts that the whole has of it", () => {
    const whole = planProgress(plan, progress);
    const parts = plan.file.areas.map(({ id }) => partOfProgress(plan, whole, { area: id }));
    expect(parts.flatMap(({ tasks }) => tasks)).toEqual(whole.tasks);
    expect(parts.flatMap(({ totals }) => totals.byArea)).toEqual(whole.totals.byArea);
    expect(partOfProgress(plan, whole, {})).toEqual(whole);
  });
});

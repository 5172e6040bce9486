import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween } from "../../src/exact/civilDate";
import { addDays, isWorkingDay, type WorkCalendar, weekdays, workingDayFrom, workingDaysBetween } from "../../src/exact/workingDays";

const weekend = ["saturday", "sunday"] as const;
const plain: WorkCalendar = { weekend, daysOff: new Set(), workedDays: new Set() };
const tet = ["2021-02-10", "2021-02-11", "2021-02-12", "2021-02-13", "2021-02-14", "2021-02-15", "2021-02-16"];
const in2021: WorkCalendar = { weekend, daysOff: new Set(tet), workedDays: new Set(["2021-02-20"]) };

describe("working days after a day, up to and with another", () => {
  test.each([
    ["a Friday to the Monday after it", "2021-03-12", "2021-03-15", plain, 1],
    ["a Friday to the Saturday after it", "2021-03-12", "2021-03-13", plain, 0],
    ["a Sunday to the Monday after it", "2021-03-14", "2021-03-15", plain, 1],
    ["a day to itself", "2021-03-15", "2021-03-15", plain, 0],
    ["a Monday back to the Friday before it", "2021-03-15", "2021-03-12", plain, -1],
    ["the last day before Tết to the first after it", "2021-02-09", "2021-02-17", in2021, 1],
    ["over a Saturday that was swapped in", "2021-02-19", "2021-02-22", in2021, 2],
    ["a whole year without days off", "2020-12-31", "2021-12-31", plain, 261],
  ])("from %s", (_, from, to, calendar, days) => {
    expect(workingDaysBetween(from, to, calendar)).toBe(days);
  });
});

test("the days of a week are told by the calendar, before and after 1970", () => {
  const worksOnly = (day: (typeof weekdays)[number]): WorkCalendar => ({ ...plain, weekend: weekdays.filter((one) => one !== day) });
  expect(isWorkingDay("2021-02-12", worksOnly("friday"))).toBe(true);
  expect(isWorkingDay("1945-09-02", worksOnly("sunday"))).toBe(true);
  expect(isWorkingDay("1970-01-01", worksOnly("thursday"))).toBe(true);
  expect(isWorkingDay("2000-02-29", worksOnly("tuesday"))).toBe(true);
});

test("a last day that is off moves to the next working day", () => {
  expect(workingDayFrom("2021-02-10", in2021)).toBe("2021-02-17");
  expect(workingDayFrom("2021-02-20", in2021)).toBe("2021-02-20");
  expect(workingDayFrom("2021-03-15", in2021)).toBe("2021-03-15");
});

const day = fc.integer({ min: 0, max: 800 }).map((after) => addDays("2019-11-20", after));
const calendar: fc.Arbitrary<WorkCalendar> = fc
  .tuple(fc.subarray([...weekdays], { maxLength: 6 }), fc.array(day, { maxLength: 40 }), fc.array(day, { maxLength: 20 }))
  .map(([weekend, off, worked]) => ({ weekend, daysOff: new Set(off), workedDays: new Set(worked) }));

/** The same by walking from day to day. */
function walked(from: string, to: string, on: WorkCalendar): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, on)) count += 1;
  return count;
}

describe("laws", () => {
  test("as many days are added as lie between", () => {
    fc.assert(fc.property(day, fc.integer({ min: -9000, max: 9000 }), (from, days) => daysBetween(from, addDays(from, days)) === days));
  });

  test("working days are those that one meets walking from day to day", () => {
    fc.assert(
      fc.property(day, day, calendar, (a, b, on) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        expect(workingDaysBetween(from, to, on)).toBe(walked(from, to, on));
      }),
    );
  });

  test("the way back counts as many below zero, and two ways make the whole way", () => {
    fc.assert(
      fc.property(day, day, day, calendar, (a, b, c, on) => {
        expect(workingDaysBetween(a, b, on) + workingDaysBetween(b, a, on)).toBe(0);
        expect(workingDaysBetween(a, b, on) + workingDaysBetween(b, c, on)).toBe(workingDaysBetween(a, c, on));
      }),
    );
  });

  test("where nobody rests, working days are days", () => {
    const always: WorkCalendar = { weekend: [], daysOff: new Set(), workedDays: new Set() };
    fc.assert(fc.property(day, day, (a, b) => workingDaysBetween(a, b, always) === daysBetween(a, b)));
  });
});

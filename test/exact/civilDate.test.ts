import { afterEach, describe, expect, test } from "vitest";
import { daysBetween, readCivilDate } from "../../src/exact/civilDate";

describe("a day is read", () => {
  test.each([
    ["2021-01-15", "2021-01-15"],
    ["15/1/2021", "2021-01-15"],
    ["15/01/2021", "2021-01-15"],
    ["5/12/2021", "2021-12-05"],
    ["29/2/2020", "2020-02-29"],
    ["29/2/2000", "2000-02-29"],
  ])("from %s", (written, iso) => {
    expect(readCivilDate(written)).toBe(iso);
  });

  test.each([
    "30/02/2021",
    "29/2/2021",
    "29/2/1900",
    "31/4/2021",
    "2021-02-30",
    "2021-13-01",
    "13/13/2021",
    "0/1/2021",
    "2021-1-5",
    "15-01-2021",
    "15/1/21",
    "2021/01/15",
    "2021-01-15T00:00:00Z",
    "20210115",
    "hôm nay",
    "",
  ])("never from “%s”", (written) => {
    expect(readCivilDate(written)).toBeUndefined();
  });
});

describe("days between two days", () => {
  test.each([
    ["2021-01-31", "2021-01-31", 0],
    ["2021-01-31", "2021-02-01", 1],
    ["2021-02-01", "2021-01-31", -1],
    ["2020-02-28", "2020-03-01", 2],
    ["2021-02-28", "2021-03-01", 1],
    ["2000-02-28", "2000-03-01", 2],
    ["1900-02-28", "1900-03-01", 1],
    ["2021-12-31", "2022-01-01", 1],
    ["2020-01-01", "2021-01-01", 366],
    ["2000-01-01", "2100-01-01", 36525],
  ])("from %s to %s: %i", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

/** In each of these places a day was skipped, or begins at one o'clock, or is still yesterday. */
describe.each(["Pacific/Apia", "America/New_York", "America/Sao_Paulo", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati"])("in %s", (zone) => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test("the same days are read, and as many lie between", () => {
    process.env.TZ = zone;
    expect(new Date(2011, 0, 1, 12).getTimezoneOffset()).not.toBe(0);
    // Apia had no 30 December 2011; São Paulo and New York had days of 23 hours. The calendar of a report has them all.
    for (const iso of ["2011-12-30", "2018-11-04", "2021-03-14", "2021-11-07"]) expect(readCivilDate(iso)).toBe(iso);
    expect(daysBetween("2011-12-29", "2011-12-31")).toBe(2);
    expect(daysBetween("2018-11-03", "2018-11-05")).toBe(2);
    expect(daysBetween("2021-03-13", "2021-03-15")).toBe(2);
    expect(daysBetween("2021-11-06", "2021-11-08")).toBe(2);
    expect(readCivilDate("30/02/2021")).toBeUndefined();
  });
});

import { periodEnd } from "par-index";
import { expect, test } from "vitest";

test.each([
  ["a year", "2021", "2021-12-31"],
  ["the first quarter", "2026-Q1", "2026-03-31"],
  ["the second quarter", "2026-Q2", "2026-06-30"],
  ["the third quarter", "2026-Q3", "2026-09-30"],
  ["the fourth quarter", "2026-Q4", "2026-12-31"],
  ["a long month", "2025-08", "2025-08-31"],
  ["a short month", "2025-11", "2025-11-30"],
  ["February", "2025-02", "2025-02-28"],
  ["February of a leap year", "2024-02", "2024-02-29"],
  ["February of 2000", "2000-02", "2000-02-29"],
  ["February of 1900", "1900-02", "1900-02-28"],
])("%s: %s ends on %s", (_, period, end) => {
  expect(periodEnd(period)).toBe(end);
});

test.each(["", "21", "2021 ", "2021-Q5", "2021-Q0", "2021-13", "2021-00", "2021-1", "Q3-2021", "năm 2021", "2021-2025", "2021-08-15"])(
  "%j cannot be read as a period",
  (period) => {
    expect(periodEnd(period)).toBeUndefined();
  },
);

import type { Attainment, Change, Count, Measure, Percentage, Product, Share, WrittenFigures } from "./documents";
import { dividedBy, type Fraction, isBelow, isNothing, minus, readDecimal, times, whole } from "./fraction";

/** The number that a measure gives, or why it gives none. */
export type Reading = Fraction | "nothingDue" | "notDone";

export function readMeasure(measure: Measure, figures: WrittenFigures): Reading {
  switch (measure.measure) {
    case "share":
      return share(measure, figures);
    case "product":
      return product(measure, figures);
    case "attainment":
      return attainment(measure, figures);
    case "change":
      return change(measure, figures);
    case "count":
      return count(measure, figures);
    case "percentage":
      return percentage(measure, figures);
    case "daysLate":
      return daysLate(figures);
  }
}

/**
 * Done ÷ due in percent. Where nothing was due, another total may stand in, divided by the span's number, and what exceeds it
 * counts as 100 %; else nothing was due.
 */
function share({ fallback }: Share, figures: WrittenFigures): Reading {
  const done = figureOf(figures, "done");
  const due = figureOf(figures, "due");
  if (!isNothing(due)) return percent(done, due);
  const span = fallback?.spans.find(({ id }) => id === figures.fallbackSpan);
  if (span === undefined || isBlank(figures.fallbackTotal)) return "nothingDue";
  const standIn = dividedBy(figureOf(figures, "fallbackTotal"), readDecimal(span.divisor));
  if (isNothing(standIn)) return "nothingDue";
  return isBelow(standIn, done) ? whole(100) : percent(done, standIn);
}

/** The shares multiplied, in percent. A share of nothing makes nothing; else nothing was due where any of them had nothing due. */
function product({ factors }: Product, figures: WrittenFigures): Reading {
  const shares = factors.map(({ id }) => ({ done: figureOf(figures, `${id}Done`), due: figureOf(figures, `${id}Due`) }));
  if (shares.some(({ done, due }) => isNothing(done) && !isNothing(due))) return whole(0);
  if (shares.some(({ due }) => isNothing(due))) return "nothingDue";
  return shares.reduce((value, { done, due }) => times(value, dividedBy(done, due)), whole(100));
}

/** Achieved ÷ planned in percent; without a plan nothing was due. */
function attainment(_: Attainment, figures: WrittenFigures): Reading {
  const plan = figureOf(figures, "plan");
  return isNothing(plan) ? "nothingDue" : percent(figureOf(figures, "actual"), plan);
}

/** The rise, or the fall, in percent of the base; from a base of zero there is nothing to compare. */
function change({ direction }: Change, figures: WrittenFigures): Reading {
  const before = figureOf(figures, "before");
  const now = figureOf(figures, "now");
  if (isNothing(before)) return "nothingDue";
  return percent(direction === "rising" ? minus(now, before) : minus(before, now), before);
}

function count(_: Count, figures: WrittenFigures): Reading {
  return figureOf(figures, "count");
}

/** The percentage as reported, or a hundred times the ratio reported. */
function percentage(_: Percentage, figures: WrittenFigures): Reading {
  return isBlank(figures.percent) ? times(whole(100), figureOf(figures, "ratio")) : figureOf(figures, "percent");
}

/** The days from the deadline to the day it was done; below zero before the deadline. */
function daysLate(figures: WrittenFigures): Reading {
  return isBlank(figures.doneOn) ? "notDone" : whole(dayNumber(String(figures.doneOn)) - dayNumber(String(figures.dueOn)));
}

export function figureOf(figures: WrittenFigures, key: string): Fraction {
  const written = figures[key];
  if (isBlank(written)) throw new TypeError(`no figure ${key}`);
  return readDecimal(String(written));
}

function isBlank(written: number | string | boolean | null | undefined): written is null | undefined {
  return written === null || written === undefined;
}

function percent(part: Fraction, of: Fraction): Fraction {
  return dividedBy(times(whole(100), part), of);
}

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Days counted from the first day of the year 1, in the calendar that is in use. */
export function dayNumber(written: string): number {
  const parts = written.trim().split(/[-/]/).map(Number);
  const [year = 0, month = 0, day = 0] = written.includes("/") ? parts.reverse() : parts;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDayThisYear = month > 2 && isLeapYear(year) ? 1 : 0;
  return 365 * before + leapDays + (daysBeforeMonth[month - 1] ?? 0) + leapDayThisYear + day;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

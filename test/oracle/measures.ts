import type { Attainment, Change, Count, Measure, PeerLeader, Percentage, Product, Share, WrittenFigures } from "./documents";
import {
  dividedBy,
  equals,
  type Fraction,
  greater,
  isBelow,
  isNothing,
  minus,
  nothing,
  plus,
  readDecimal,
  times,
  total,
  whole,
} from "./fraction";

/** The number that a measure gives, or why it gives none. */
export type Reading = Fraction | "nothingDue" | "notDone" | "waiting";

/** `peers` are the figures of all units that are compared, the unit's own among them; nothing while they are not at hand. */
export function readMeasure(measure: Measure, figures: WrittenFigures, peers: readonly WrittenFigures[] | undefined): Reading {
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
    case "peerMean":
      return peers === undefined ? "waiting" : peerMean(figures, peers);
    case "peerLeader":
      return peers === undefined ? "waiting" : peerLeader(measure, figures, peers);
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
  return givenPercent(figures);
}

function givenPercent(figures: WrittenFigures): Fraction {
  return isBlank(figures.percent) ? times(whole(100), figureOf(figures, "ratio")) : figureOf(figures, "percent");
}

/** The days from the deadline to the day it was done; below zero before the deadline. */
function daysLate(figures: WrittenFigures): Reading {
  return isBlank(figures.doneOn) ? "notDone" : whole(dayNumber(String(figures.doneOn)) - dayNumber(String(figures.dueOn)));
}

/** One's own percentage times the number of units, over the sum of theirs, in percent; 100 where all of them have nothing. */
function peerMean(figures: WrittenFigures, peers: readonly WrittenFigures[]): Reading {
  const together = total(peers.map(givenPercent));
  if (isNothing(together)) return whole(100);
  return dividedBy(times(whole(100 * peers.length), givenPercent(figures)), together);
}

/**
 * With a target: what is stated for meeting it, below it as much of that as was achieved, or nothing; above it the rest too, as
 * one's surplus over the target is to the largest such surplus. Without a target: one's own of the most among units without one.
 */
function peerLeader({ met: stated, below }: PeerLeader, figures: WrittenFigures, peers: readonly WrittenFigures[]): Reading {
  const [own, target, met] = [figureOf(figures, "actual"), targetOf(figures), readDecimal(stated)];
  const rivals = peers.filter((peer) => isNothing(targetOf(peer)) === isNothing(target));
  if (isNothing(target)) {
    const most = rivals.map((peer) => figureOf(peer, "actual")).reduce(greater, nothing);
    return isNothing(most) ? nothing : percent(own, most);
  }
  if (isBelow(own, target)) return below === "zero" ? nothing : times(met, dividedBy(own, target));
  if (equals(own, target)) return met;
  const surplus = (peer: WrittenFigures) => dividedBy(minus(figureOf(peer, "actual"), targetOf(peer)), targetOf(peer));
  const largest = rivals.map(surplus).reduce(greater, nothing);
  return plus(met, times(minus(whole(100), met), dividedBy(surplus(figures), largest)));
}

function targetOf(figures: WrittenFigures): Fraction {
  return isBlank(figures.target) ? nothing : figureOf(figures, "target");
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

import { exactText, fromExactText, withPoint } from "../exact/decimal";
import { add, one, type Ratio } from "../exact/ratio";
import { addDays } from "../exact/workingDays";
import type { Field, Figure } from "../rules/ruleKind";

/** The figures that follow one in a direction: the nth of them, or nothing where there is none. */
export type FigureSteps = (step: bigint) => Figure | undefined;

/**
 * The figures that follow one, as a report can hold them: whole numbers, days, or decimals of so many places. A ratio has two
 * more places than a percentage. Nothing for what is picked rather than counted.
 */
export function figureSteps({ type }: Field, figure: Figure, direction: 1 | -1, places: number): FigureSteps | undefined {
  if (type === "option") return undefined;
  if (type === "yesNo") return (step) => (step === 1n && figure !== (direction === 1) ? direction === 1 : undefined);
  if (type === "date") return (step) => dayFrom(String(figure), Number(step) * direction);
  if (type === "count") return (step) => Number(figure) + Number(step) * direction;
  const decimals = Math.max(type === "ratio" ? places + 2 : places, placesOf(String(figure)));
  const start = unitsFrom(fromExactText(String(figure)), decimals, direction);
  if (type === "percent") return percentSteps(start, direction, decimals);
  return (step) => decimalFigure(start + step * BigInt(direction), decimals, type);
}

/** Percentages but for those above 0 and up to 1, which are not read, since nobody could tell them from a ratio: above 1 comes 0. */
function percentSteps(start: bigint, direction: 1 | -1, places: number): FigureSteps {
  const unread = unitsFrom(one, places, 1);
  if (direction === 1) return (step) => decimalFigure(larger(start, unread) + step, places, "percent");
  return (step) => decimalFigure(start - step === unread ? 0n : start - step, places, "percent");
}

/** A figure so much further on, as a report can hold it; nothing where it cannot, and for what is picked rather than counted. */
export function movedBy({ type }: Field, figure: Figure, by: Ratio): Figure | undefined {
  if (type === "option" || type === "yesNo") return undefined;
  if (type === "date") return isWhole(by) ? dayFrom(String(figure), Number(by.numerator)) : undefined;
  const moved = add(fromExactText(String(figure)), by);
  if (type === "count") return isWhole(moved) ? Number(moved.numerator) : undefined;
  return moved.numerator < 0n || exactText(moved).includes("/") ? undefined : written(exactText(moved), type);
}

function isWhole({ denominator }: Ratio): boolean {
  return denominator === 1n;
}

/** Days that a calendar counts by; a year has four digits. */
const daysOfCalendar = 3_000_000;

function dayFrom(day: string, days: number): string | undefined {
  return Math.abs(days) > daysOfCalendar ? undefined : addDays(day, days);
}

function placesOf(text: string): number {
  return text.includes("/") ? 0 : (text.split(".")[1]?.length ?? 0);
}

/** Whole units of the last place: those just below the value where figures rise, just above it where they fall, so that the first step passes it. */
function unitsFrom({ numerator, denominator }: Ratio, places: number, direction: 1 | -1): bigint {
  const scaled = numerator * 10n ** BigInt(places);
  const whole = scaled / denominator;
  return direction === -1 && scaled % denominator !== 0n ? whole + 1n : whole;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function decimalFigure(units: bigint, places: number, type: Field["type"]): string | undefined {
  return units < 0n ? undefined : written(exactText(fromExactText(withPoint(units, places))), type);
}

/** A decimal as a report holds it: an amount such as `1.234` has one more digit, which tells it from a thousand and so many. */
function written(decimal: string, type: Field["type"]): string {
  return type === "amount" && /^[1-9]\d{0,2}\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal;
}

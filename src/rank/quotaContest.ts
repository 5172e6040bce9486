import type { Grading, Quota } from "../criteria/grading";
import { fromDecimal, fromExactText } from "../exact/decimal";
import { compare, divide, hundred, multiply, type Ratio, ratio } from "../exact/ratio";
import { round } from "../exact/rounding";
import type { Between, Classification, QuotaStep } from "./classification";
import { byUnit } from "./groupScores";

/** The units of one group that compete for the places of a quota. */
export interface Contest {
  readonly quota: Quota;
  /** Units that the share is of; `null` for a quota that is a count. */
  readonly base: Between | null;
  readonly allowed: Between;
  /** Units that have the grade, best first. */
  readonly proposed: readonly Classification[];
  /** Those, and the units that may still have it. */
  readonly rivals: readonly Classification[];
  /** The values that are compared, each read once; `undefined` for a unit without one. */
  readonly values: Values;
  /** The share is of no units at all, while some are proposed. */
  readonly withoutBase: boolean;
}

type Values = ReadonlyMap<Classification, Ratio | undefined>;

/** A contest among units as they stand; `initial` are the same units before any quota, of which shares are taken. */
export function quotaContest(
  grading: Grading,
  quota: Quota,
  units: readonly Classification[],
  initial: readonly Classification[],
): Contest {
  const base = baseOf(quota, initial);
  const proposed = units.filter(({ grade }) => grade === quota.grade).sort(bestFirst(grading, units));
  return {
    quota,
    base,
    allowed: { least: allowedOf(quota, base?.least ?? 0), most: allowedOf(quota, base?.most ?? 0) },
    proposed,
    values: valuesOf(grading, units),
    rivals: units.filter((unit) => gradesOf(unit).includes(quota.grade)),
    withoutBase: base?.most === 0 && proposed.length > 0,
  };
}

/** Orders units by the value that is graded, the highest first, then by their ids. */
export function bestFirst(grading: Grading, units: readonly Classification[]): (a: Classification, b: Classification) => number {
  const values = valuesOf(grading, units);
  return (a, b) => (orderOf(values, b, a) ?? 0) || byUnit(a, b);
}

/** How many units a share is of: those that surely count, and those that may once they are decided. */
function baseOf(quota: Quota, units: readonly Classification[]): Between | null {
  if (quota.share === undefined) return null;
  return {
    least: units.filter((unit) => surelyCounts(quota, unit)).length,
    most: units.filter((unit) => gradesOf(unit).some((grade) => counts(quota, grade))).length,
  };
}

/** Whether a unit with this grade is among those that a share is of. */
function counts({ share }: Quota, grade: string | null): boolean {
  return grade !== null && share !== undefined && (share.of === "rated" || share.of.grades.includes(grade));
}

function surelyCounts(quota: Quota, unit: Classification): boolean {
  const grades = gradesOf(unit);
  return grades.length > 0 && grades.every((grade) => counts(quota, grade));
}

/** How many units may have the grade when a share is of so many. */
function allowedOf({ share, count = 0 }: Quota, base: number): number {
  if (share === undefined) return count;
  return Number(round(divide(multiply(ratio(base), fromDecimal(share.percent)), hundred), { places: 0, mode: share.rounding }));
}

/** Whether a proposed unit keeps its grade, by the best and the worst place that it may have among its rivals. */
export function judgeQuota(contest: Contest, unit: Classification): QuotaStep {
  const { values, quota, base, allowed, proposed, rivals, withoutBase } = contest;
  const others = rivals.filter((rival) => rival !== unit).map((rival) => ({ rival, order: orderOf(values, rival, unit) }));
  const certain = others.filter(({ rival }) => rival.grade === quota.grade);
  const above = certain.filter(({ order = 0 }) => order > 0);
  const level = certain.filter(({ order = 0 }) => order === 0);
  const open = others.filter(({ rival, order = 0 }) => rival.grade === null && order >= 0).map(({ rival }) => rival);
  const position = { least: above.length + 1, most: above.length + level.length + open.length + 1 };
  const within = isSurelyWithin(contest, above.length + level.length + 1, open)
    ? "kept"
    : position.least > allowed.most
      ? "beyond"
      : "undecided";
  return {
    step: "quota",
    quota: quota.id,
    verdict: withoutBase ? "undecided" : within,
    base,
    allowed,
    proposed: proposed.length,
    position,
    tiedWith: level.filter(({ order }) => order === 0).map(({ rival }) => rival.unit.id),
  };
}

/**
 * True when a unit at this place is within the quota however many of those that are not decided come to stand before it.
 * Whoever takes a place before it by that grade may also make the share one of more units.
 */
function isSurelyWithin({ quota, base }: Contest, place: number, open: readonly Classification[]): boolean {
  const counted = open.filter((rival) => surelyCounts(quota, rival)).length;
  const joining = counts(quota, quota.grade) ? open.length - counted : 0;
  return [0, ...open.map((_, index) => index + 1)].every((before) => {
    const joined = Math.max(0, Math.min(joining, before - counted));
    return place + before <= allowedOf(quota, (base?.least ?? 0) + joined);
  });
}

/** The grades that a unit has or may have; `null` stands for none. */
function gradesOf({ grade, possible = [] }: Classification): readonly (string | null)[] {
  return grade === null ? possible : [grade];
}

/** Above zero when the first unit's value is the higher one; `undefined` where one of them has none. */
function orderOf(values: Values, a: Classification, b: Classification): number | undefined {
  const [first, second] = [values.get(a), values.get(b)];
  return first === undefined || second === undefined ? undefined : compare(first, second);
}

function valuesOf({ compare: by }: Grading, units: readonly Classification[]): Values {
  return new Map(units.map((unit) => [unit, unit.value === null ? undefined : fromExactText(unit.value[by])]));
}

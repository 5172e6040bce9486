import type { Grading, Quota } from "../criteria/grading";
import { fromDecimal, fromExactText } from "../exact/decimal";
import { compare, divide, hundred, multiply, ratio } from "../exact/ratio";
import { round } from "../exact/rounding";
import type { Between, Classification, QuotaStep } from "./classification";
import { byUnit } from "./groupScores";

/** The units of one group that compete for the places of a quota. */
export interface Contest {
  readonly grading: Grading;
  readonly quota: Quota;
  /** Units that the share is of; `null` for a quota that is a count. */
  readonly base: Between | null;
  readonly allowed: Between;
  /** Units that have the grade, best first. */
  readonly proposed: readonly Classification[];
  /** Those, and the units that may still have it. */
  readonly rivals: readonly Classification[];
  /** The share is of no units at all, while some are proposed. */
  readonly withoutBase: boolean;
}

/** A contest among units as they stand; `initial` are the same units before any quota, of which shares are taken. */
export function quotaContest(
  grading: Grading,
  quota: Quota,
  units: readonly Classification[],
  initial: readonly Classification[],
): Contest {
  const base = baseOf(quota, initial);
  const proposed = units.filter(({ grade }) => grade === quota.grade).sort(bestFirst(grading));
  return {
    grading,
    quota,
    base,
    allowed: allowedBy(quota, base),
    proposed,
    rivals: units.filter((unit) => gradesOf(unit).includes(quota.grade)),
    withoutBase: base?.most === 0 && proposed.length > 0,
  };
}

/** Orders units by the value that is graded, the highest first, then by their ids. */
export function bestFirst(grading: Grading): (a: Classification, b: Classification) => number {
  return (a, b) => (orderOf(grading, b, a) ?? 0) || byUnit(a, b);
}

/** How many units a share is of: those that surely count, and those that may once they are decided. */
function baseOf({ share }: Quota, units: readonly Classification[]): Between | null {
  if (share === undefined) return null;
  const { of } = share;
  const counts = (grade: string | null) => grade !== null && (of === "rated" || of.grades.includes(grade));
  const grades = units.map(gradesOf).filter((possible) => possible.length > 0);
  return {
    least: grades.filter((possible) => possible.every(counts)).length,
    most: grades.filter((possible) => possible.some(counts)).length,
  };
}

function allowedBy({ share, count = 0 }: Quota, base: Between | null): Between {
  if (share === undefined || base === null) return { least: count, most: count };
  const rounded = (units: number) =>
    Number(round(divide(multiply(ratio(units), fromDecimal(share.percent)), hundred), { places: 0, mode: share.rounding }));
  return { least: rounded(base.least), most: rounded(base.most) };
}

/** Whether a proposed unit keeps its grade, by the best and the worst place that it may have among its rivals. */
export function judgeQuota({ grading, quota, base, allowed, proposed, rivals, withoutBase }: Contest, unit: Classification): QuotaStep {
  const others = rivals.filter((rival) => rival !== unit).map((rival) => ({ rival, order: orderOf(grading, rival, unit) }));
  const certain = others.filter(({ rival }) => rival.grade === quota.grade);
  const position = {
    least: certain.filter(({ order = 0 }) => order > 0).length + 1,
    most: others.filter(({ order = 0 }) => order >= 0).length + 1,
  };
  const within = position.most <= allowed.least ? "kept" : position.least > allowed.most ? "beyond" : "undecided";
  return {
    step: "quota",
    quota: quota.id,
    verdict: withoutBase ? "undecided" : within,
    base,
    allowed,
    proposed: proposed.length,
    position,
    tiedWith: certain.filter(({ order }) => order === 0).map(({ rival }) => rival.unit.id),
  };
}

/** The grades that a unit has or may have; `null` stands for none. */
function gradesOf({ grade, possible = [] }: Classification): readonly (string | null)[] {
  return grade === null ? possible : [grade];
}

/** Above zero when the first unit's value is the higher one; `undefined` where one of them has none. */
function orderOf({ compare: by }: Grading, { value: a }: Classification, { value: b }: Classification): number | undefined {
  return a === null || b === null ? undefined : compare(fromExactText(a[by]), fromExactText(b[by]));
}

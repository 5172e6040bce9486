import { exactText, fromDecimal } from "../exact/decimal";
import { divide, hundred, multiply, type Ratio, ratio } from "../exact/ratio";
import type { PlanTarget } from "./planFile";
import type { TargetFigures } from "./progressFile";

/** How a target stands (mức thực hiện chỉ tiêu). */
export interface TargetStanding {
  /**
   * `met` đạt, `notMet` chưa đạt; `atExcluded` bằng đúng mức mà chữ “trên” hay “dưới” không tính, nên chưa đạt; `nothingDue` không phát sinh;
   * `notReported` chưa có số liệu.
   */
  readonly status: "met" | "notMet" | "atExcluded" | "nothingDue" | "notReported";
  /** Done of the whole in percent, or the number done where the target is one: exact text; `null` without figures. */
  readonly value: string | null;
  /** How many more have to be done (còn thiếu), or fewer for a target from above (vượt); 0 where it is met, `null` where that cannot be told. */
  readonly missing: number | null;
}

/**
 * How a target stands with its figures (mức thực hiện chỉ tiêu): met or not by the words of the plan, and how many whole units are missing.
 *
 * **Exactness:** fractions are compared, never rounded ones: 800 of 1000 is not above 80 %, 801 is.
 *
 * @example
 * ```ts
 * import { targetStanding } from "par-index/plan";
 *
 * const target = { of: { vi: "Thủ tục" }, boundary: "above", value: "80" } as const;
 * targetStanding(target, { done: 800, of: 1000 }); // => { status: "atExcluded", value: "80", missing: 1 }
 * targetStanding(target, { done: 801, of: 1000 }); // => { status: "met", value: "80.1", missing: 0 }
 * ```
 */
export function targetStanding(
  { boundary, value, of }: Pick<PlanTarget, "boundary" | "value" | "of">,
  figures: TargetFigures | undefined,
): TargetStanding {
  if (figures === undefined) return { status: "notReported", value: null, missing: null };
  const whole = of === undefined ? undefined : (figures.of ?? 0);
  if (whole === 0) return { status: "nothingDue", value: null, missing: null };
  const { done } = figures;
  const measured = whole === undefined ? ratio(done) : multiply(hundred, ratio(done, whole));
  const threshold = boundary === "all" || value === undefined ? ratio(whole ?? 0) : thresholdIn(value, whole);
  const missing = missingTo(boundary, threshold, done);
  const isAt = exactText(threshold) === String(done);
  return { status: missing === 0 ? "met" : isAt ? "atExcluded" : "notMet", value: exactText(measured), missing };
}

/** A threshold in units: so many percent of the whole, or the number itself. */
function thresholdIn(value: string, whole: number | undefined): Ratio {
  return whole === undefined ? fromDecimal(value) : divide(multiply(fromDecimal(value), ratio(whole)), hundred);
}

/** How many units lie between what is done and the nearest number that meets the target. */
function missingTo(boundary: PlanTarget["boundary"], { numerator, denominator }: Ratio, done: number): number {
  const below = numerator / denominator;
  const isWhole = numerator % denominator === 0n;
  const least = { above: below + 1n, atLeast: isWhole ? below : below + 1n, all: below };
  const most = { below: isWhole ? below - 1n : below, atMost: below };
  const distance = boundary === "below" || boundary === "atMost" ? BigInt(done) - most[boundary] : least[boundary] - BigInt(done);
  return distance > 0n ? Number(distance) : 0;
}

import { issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import { largestRemainder } from "./allocate";
import { isCount } from "./sampledTotals";

/** A design that fixes how many places there are at each stage (thiết kế cố định). */
export interface FixedDesign {
  readonly districts: number;
  readonly communesPerDistrict: number;
  readonly hamletsPerCommune: number;
  readonly respondents: number;
}

/** How many of each a fixed design comes to. */
export interface DesignPlan {
  readonly districts: number;
  readonly communes: number;
  readonly hamlets: number;
  readonly respondents: number;
  /** How many to ask in each hamlet, in order; they differ by one at most, and add up to all. */
  readonly perHamlet: readonly number[];
  /** Clusters less strata, communes within districts: what intervals are computed with. */
  readonly degreesOfFreedom: number;
}

/**
 * How many communes, hamlets and people a fixed design comes to (quy mô mẫu theo thiết kế cố định).
 *
 * **Errors:** {@link ParError} with `notWhole`, `outOfRange`; {@link safeFixedDesign} answers them instead.
 *
 * @example
 * ```ts
 * import { fixedDesign } from "par-index/survey";
 *
 * const plan = fixedDesign({ districts: 6, communesPerDistrict: 3, hamletsPerCommune: 2, respondents: 2700 });
 * [plan.communes, plan.hamlets, plan.perHamlet[0]]; // => [18, 36, 75]
 * ```
 */
export function fixedDesign(design: FixedDesign): DesignPlan {
  return unwrap(safeFixedDesign(design));
}

/** {@link fixedDesign} that answers a {@link Result} and never throws. */
export function safeFixedDesign(design: FixedDesign): Result<DesignPlan> {
  const { districts, communesPerDistrict, hamletsPerCommune, respondents } = design;
  const whole = { districts, communesPerDistrict, hamletsPerCommune, respondents };
  const faults = Object.entries(whole).flatMap(([key, value]) =>
    isCount(value) ? [] : [issue("notWhole", { received: String(value) }, { path: [key] })],
  );
  if (faults.length > 0) return { ok: false, issues: faults };
  const communes = districts * communesPerDistrict;
  const hamlets = communes * hamletsPerCommune;
  const few = respondents < hamlets ? [issue("outOfRange", { bound: `≥ ${hamlets}` }, { path: ["respondents"] })] : [];
  return result(few, () => {
    const perHamlet = largestRemainder(
      respondents,
      Array.from({ length: hamlets }, () => 1),
    );
    return { districts, communes, hamlets, respondents, perHamlet, degreesOfFreedom: communes - districts };
  });
}

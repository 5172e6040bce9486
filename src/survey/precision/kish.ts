import { issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";

/** What unequal weights cost (ảnh hưởng của trọng số). */
export interface WeightEffect {
  readonly approximate: true;
  readonly designEffect: number;
  /** How many people of equal weight would tell as much (cỡ mẫu hiệu dụng). */
  readonly effectiveSize: number;
}

/**
 * The design effect of unequal weights alone (hiệu ứng trọng số), and the effective sample size: n·Σw² ÷ (Σw)² and (Σw)² ÷ Σw².
 *
 * Source: Kish 1965, 11.7. Condition: weights unrelated to what is measured; clustering is not in it.
 *
 * **Errors:** {@link ParError} with `weightNotPositive`, `tooFew`; {@link safeKish} answers them instead.
 *
 * @example
 * ```ts
 * import { kish } from "par-index/survey";
 * kish([1, 1, 2]).designEffect; // => 1.125
 * ```
 */
export function kish(weights: readonly number[]): WeightEffect {
  return unwrap(safeKish(weights));
}

/** {@link kish} that answers a {@link Result} and never throws. */
export function safeKish(weights: readonly number[]): Result<WeightEffect> {
  const faults = weights.flatMap((weight, index) =>
    weight > 0 && Number.isFinite(weight) ? [] : [issue("weightNotPositive", { received: String(weight) }, { path: [index] })],
  );
  return result(weights.length === 0 ? [issue("tooFew", { least: "1" })] : faults, () => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const effectiveSize = sum ** 2 / weights.reduce((total, weight) => total + weight ** 2, 0);
    return { approximate: true, designEffect: weights.length / effectiveSize, effectiveSize };
  });
}

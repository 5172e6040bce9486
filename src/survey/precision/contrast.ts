import { issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import type { Estimates, Uncertain } from "./estimate";

/**
 * A sum of estimates, each times a coefficient, with the standard error that their covariance gives: a difference (mức chênh lệch)
 * of two units or years, a mean of questions.
 *
 * Var(Σcθ) = Σ_a Σ_b c_a c_b Cov(a, b). Degrees of freedom are those of the two estimates that have the most together: exact for
 * two, on the safe side for more.
 *
 * **Errors:** {@link ParError} with `unknownKey`, `notFinite`; {@link safeContrast} answers them instead.
 *
 * @example
 * ```ts
 * import { contrast, estimateRatios } from "par-index/survey";
 *
 * const row = (cluster: string, y: number) => ({ stratum: "A", cluster, weight: 1, y, x: 1 });
 * const before = [row("1", 0), row("1", 1), row("2", 0), row("2", 1)];
 * const after = [row("1", 1), row("1", 1), row("2", 0), row("2", 1)];
 * const change = contrast(estimateRatios({ before, after }), { after: 1, before: -1 });
 * [change.value, change.standardError]; // => [0.25, 0.25]
 * ```
 */
export function contrast(estimates: Estimates, coefficients: Readonly<Record<string, number>>): Uncertain {
  return unwrap(safeContrast(estimates, coefficients));
}

/** {@link contrast} that answers a {@link Result} and never throws. */
export function safeContrast(estimates: Estimates, coefficients: Readonly<Record<string, number>>): Result<Uncertain> {
  const { byName, covariance, degreesOfFreedom } = estimates;
  const terms = Object.entries(coefficients);
  const faults = terms.flatMap(([name, coefficient]) => [
    ...(Object.hasOwn(byName, name) ? [] : [issue("unknownKey", { key: name, known: Object.keys(byName) })]),
    ...(Number.isFinite(coefficient) ? [] : [issue("notFinite", { received: String(coefficient) }, { path: [name] })]),
  ]);
  return result(faults, () => {
    const pairs = terms.flatMap(([a, ca]) => terms.map(([b, cb]) => ({ a, b, by: ca * cb })));
    const variance = pairs.reduce((sum, { a, b, by }) => sum + by * (covariance[a]?.[b] ?? Number.NaN), 0);
    return {
      approximate: true,
      value: terms.reduce((sum, [name, coefficient]) => sum + coefficient * (byName[name]?.value ?? Number.NaN), 0),
      // What rounding leaves below zero is zero.
      standardError: Math.sqrt(Math.max(0, variance)),
      degreesOfFreedom: Math.max(0, ...pairs.map(({ a, b }) => degreesOfFreedom[a]?.[b] ?? 0)),
    };
  });
}

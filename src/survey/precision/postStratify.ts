import { type Result, unwrap } from "../../issue/result";
import { type RakedWeights, safeRake } from "./rake";

/**
 * Weights that give the population of each group (hậu phân tầng): weight × total of the group ÷ its current sum; raking with one
 * margin, done in one round.
 *
 * Source: Holt & Smith 1979. Condition: people in every group; few people in one make its weights unsteady.
 *
 * **Errors:** {@link ParError} as {@link rake}; {@link safePostStratify} answers them instead.
 *
 * @example
 * ```ts
 * import { postStratify } from "par-index/survey";
 *
 * const people = ["18–34", "35+", "35+"].map((group) => ({ weight: 2, group }));
 * postStratify(people, { "18–34": 30, "35+": 70 }).weights; // => [30, 35, 35]
 * ```
 */
export function postStratify(
  people: readonly { readonly weight: number; readonly group: string }[],
  totals: Readonly<Record<string, number>>,
): RakedWeights {
  return unwrap(safePostStratify(people, totals));
}

/** {@link postStratify} that answers a {@link Result} and never throws. */
export function safePostStratify(
  people: readonly { readonly weight: number; readonly group: string }[],
  totals: Readonly<Record<string, number>>,
): Result<RakedWeights> {
  return safeRake(
    people.map(({ weight, group }) => ({ weight, categories: { group } })),
    { group: totals },
  );
}

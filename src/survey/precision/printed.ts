/**
 * An approximate number as text for readers, with so many decimals; such text never enters a score.
 *
 * @example
 * ```ts
 * import { printed } from "par-index/survey";
 * printed(0.76318 * 100, 1); // => "76.3"
 * ```
 */
export function printed(value: number, places: number): string {
  return value.toFixed(places);
}

import { fromExactText } from "./decimal";
import { round } from "./rounding";

/** The languages officers read. */
export type Language = "vi" | "en";

/** A phrase in each of them. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Decimals shown of a value whose decimals never end. For reading only; such text never enters a score. */
const shownPlaces = 4;

/**
 * A number as people print it: `1234.5` gives `1.234,5` in Vietnamese and `1,234.5` in English.
 * A value without a finite decimal form is marked as shortened: `≈ 17,6842`.
 * Written without `Intl`, whose output changes between versions.
 *
 * @example
 * ```ts
 * import { formatNumber } from "par-index";
 * formatNumber("1234.5", "vi"); // => "1.234,5"
 * formatNumber("1762280/99653", "vi"); // => "≈ 17,6842"
 * ```
 */
export function formatNumber(exact: string, language: Language): string {
  if (exact.includes("/")) {
    return `≈ ${formatNumber(round(fromExactText(exact), { places: shownPlaces, mode: "halfUp" }), language)}`;
  }
  const [whole = "", decimals] = exact.split(".");
  const [group, point] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === undefined ? grouped : `${grouped}${point}${decimals}`;
}

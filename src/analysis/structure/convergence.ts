import { fromExactText, isExactText } from "../../exact/decimal";
import type { Bilingual } from "../../exact/formatNumber";
import { compare, type Ratio, zero } from "../../exact/ratio";
import { type Issue, issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import { inBoth } from "../inBoth";
import {
  approximately,
  type Incomputable,
  incomputableWords,
  isConstant,
  type Line,
  lineThrough,
  meanOf,
  shown,
  standardDeviation,
} from "./statistics";

/** A unit's value of one year: an index or points, as exact text. */
export interface YearValue {
  readonly unit: string;
  readonly period: string;
  readonly value: string;
}

/** Whether units draw nearer to each other over the years. Approximate numbers. */
export interface Convergence {
  readonly approximate: true;
  readonly from: string;
  readonly to: string;
  /** Units with a value in every period; only these are compared. */
  readonly units: readonly string[];
  readonly leftOut: readonly string[];
  /** For each period the spread of the units: standard deviation (n − 1), and the same by the mean. */
  readonly sigma: readonly {
    readonly period: string;
    readonly mean: number;
    readonly standardDeviation: number;
    readonly variation: number | null;
  }[];
  /** True where the spread by the mean is smaller at the end than at the beginning; `null` where it cannot be computed. */
  readonly narrows: boolean | null;
  /** The growth ln(last ÷ first) of each unit against ln(first): with a slope below zero those who were behind grow faster. */
  readonly beta: Line | null;
  readonly why: Incomputable | null;
  readonly sentence: Bilingual;
}

/**
 * Whether units converge over the years (hội tụ): σ, whether they are less spread out at the end, and β, whether those who were
 * behind have grown faster.
 *
 * Conditions: values of all periods must mean the same (the same set, or indices that may be compared, which `compareYears`
 * judges); only units with a value in every period are compared; β needs three units, values above zero, and not all alike at the
 * beginning. β below zero is needed for σ to fall and does not bring it about: chance alone makes extremes move inwards. Neither
 * is a test, nor says why.
 *
 * **Source:** Barro and Sala-i-Martin 1992, “Convergence”; on reading β alone, Quah 1993, “Galton’s fallacy”.
 * **Errors:** {@link ParError} with `tooFew` for fewer than two periods, `notDecimal` for what is no number, `unitRepeated` for two values of a unit and period.
 *
 * @example
 * ```ts
 * import { convergence } from "par-index/analysis";
 *
 * const value = (unit: string, period: string, text: string) => ({ unit, period, value: text });
 * const { narrows, beta } = convergence([
 *   value("a", "2020", "60"), value("b", "2020", "70"), value("c", "2020", "90"),
 *   value("a", "2021", "75"), value("b", "2021", "80"), value("c", "2021", "90"),
 * ]);
 * [narrows, (beta?.slope ?? 0) < 0]; // => [true, true]
 * ```
 */
export function convergence(values: readonly YearValue[]): Convergence {
  return unwrap(safeConvergence(values));
}

/** {@link convergence} that answers a {@link Result} and never throws. */
export function safeConvergence(values: readonly YearValue[]): Result<Convergence> {
  const periods = [...new Set(values.map(({ period }) => period))].sort();
  const faults = [
    ...values.flatMap(valueFaults),
    ...repeated(values),
    ...(periods.length < 2 ? [issue("tooFew", { least: "2" }, { path: ["period"] })] : []),
  ];
  return result(faults, () => convergenceOver(periods, values));
}

function valueFaults({ unit, value }: YearValue, index: number): readonly Issue[] {
  return isExactText(value) ? [] : [issue("notDecimal", { received: String(value), example: "85.5" }, { unit, path: [index, "value"] })];
}

function repeated(values: readonly YearValue[]): readonly Issue[] {
  const keys = values.map(({ unit, period }) => JSON.stringify([unit, period]));
  return values.flatMap(({ unit }, index) =>
    keys.indexOf(keys[index] ?? "") < index ? [issue("unitRepeated", { unit }, { unit, path: [index] })] : [],
  );
}

function convergenceOver(periods: readonly string[], values: readonly YearValue[]): Convergence {
  const held = new Map(values.map(({ unit, period, value }) => [JSON.stringify([unit, period]), fromExactText(value)]));
  const at = (unit: string, period: string) => held.get(JSON.stringify([unit, period]));
  const known = [...new Set(values.map(({ unit }) => unit))];
  const units = known.filter((unit) => periods.every((period) => at(unit, period) !== undefined));
  const column = (period: string) => units.flatMap((unit) => at(unit, period) ?? []);
  const [from, to] = [periods[0] ?? "", periods.at(-1) ?? ""];
  const sigma = units.length < 2 ? [] : periods.map((period) => ({ period, ...spreadOf(column(period)) }));
  const [first, last] = [sigma[0]?.variation ?? null, sigma.at(-1)?.variation ?? null];
  const beta = betaOf(column(from), column(to));
  const found = {
    approximate: true,
    from,
    to,
    units,
    leftOut: known.filter((unit) => !units.includes(unit)),
    sigma,
    narrows: first === null || last === null ? null : last < first,
    beta: typeof beta === "string" ? null : beta,
    why: typeof beta === "string" ? beta : null,
  } as const;
  return { ...found, sentence: convergenceSentence(found) };
}

function spreadOf(column: readonly Ratio[]): Omit<Convergence["sigma"][number], "period"> {
  const values = column.map(approximately);
  const [mean, deviation] = [meanOf(values), isConstant(column) ? 0 : standardDeviation(values)];
  return { mean, standardDeviation: deviation, variation: mean > 0 ? deviation / mean : null };
}

function betaOf(first: readonly Ratio[], last: readonly Ratio[]): Line | Incomputable {
  if (first.length < 3) return "tooFew";
  if ([...first, ...last].some((value) => compare(value, zero) <= 0)) return "notPositive";
  if (isConstant(first)) return "constant";
  const start = first.map((value) => Math.log(approximately(value)));
  return lineThrough(
    start,
    last.map((value, index) => Math.log(approximately(value)) - (start[index] ?? 0)),
  );
}

function convergenceSentence({ from, to, units, sigma, narrows, beta, why }: Omit<Convergence, "sentence">): Bilingual {
  return inBoth((language) => {
    const [first, last] = [sigma[0]?.variation ?? null, sigma.at(-1)?.variation ?? null];
    const when = { vi: `Từ ${from} đến ${to}, ${units.length} đơn vị`, en: `From ${from} to ${to}, ${units.length} units` }[language];
    const spread =
      narrows === null || first === null || last === null
        ? { vi: "không tính được mức phân tán", en: "their spread cannot be computed" }
        : {
            vi: `hệ số biến thiên ${percentOf(first, "vi")} → ${percentOf(last, "vi")} (${narrows ? "thu hẹp" : "không thu hẹp"})`,
            en: `coefficient of variation ${percentOf(first, "en")} → ${percentOf(last, "en")} (${narrows ? "narrower" : "not narrower"})`,
          };
    const slope = beta === null ? incomputableWords[why ?? "tooFew"][language] : `β = ${shown(beta.slope, language)}`;
    return `${when}: ${spread[language]}; ${slope}.`;
  });
}

function percentOf(value: number, language: "vi" | "en"): string {
  return `${shown(value * 100, language)} %`;
}

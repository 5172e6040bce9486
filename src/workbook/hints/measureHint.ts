import { exactText, fromDecimal } from "../../exact/decimal";
import { divide, hundred, multiply, type Ratio, ratio } from "../../exact/ratio";
import type { Bounds } from "../../rules/bounds";
import type { Measure } from "../../rules/ruleKind";
import { type Formula, over, times } from "./formula";
import type { LeafCells } from "./leafCells";

/** The number that figures give, as formulas. */
export interface MeasuredFormula {
  /** The value divided by a number above 0. */
  over(divisor: Ratio): Formula;
  /** Two formulas of which one is above, below or equal to the other as the value is to the threshold. */
  against(threshold: Ratio): readonly [value: Formula, threshold: Formula];
  /** True where the value may be below 0. */
  readonly mayBeNegative?: true;
}

export interface ReadFormula {
  readonly measured: MeasuredFormula;
  /** Conditions on figures that each could be reported, but not together. */
  readonly fits?: readonly Formula[];
  readonly nothingDue?: Formula;
  readonly notDone?: Formula;
}

/** The twin of a measure, which writes as formulas what that reads. A measure that compares units has none. */
export interface MeasureHint {
  readonly of: Measure;
  read(args: { readonly params: unknown; readonly cells: LeafCells }): ReadFormula;
}

/** Forgets the type of the measure's settings. */
export function measureHint<P, E>(
  of: Measure<P, E>,
  read: (args: { readonly params: P; readonly cells: LeafCells }) => ReadFormula,
): MeasureHint {
  return { of: of as unknown as Measure, read: read as MeasureHint["read"] };
}

/** A value that stands in the cells or is a sum of them. */
export function valueItself(value: Formula): MeasuredFormula {
  return { over: (divisor) => over(value, divisor), against: (threshold) => [value, exactText(threshold)] };
}

/** `part ÷ whole` in percent. Compared without dividing, in whole numbers where the figures are whole, since quotients are not exact. */
export function percentOf(part: Formula, whole: Formula): MeasuredFormula {
  return {
    over: (divisor) => over(`${part}/${whole}`, divide(divisor, hundred)),
    against: ({ numerator, denominator }) => [times(part, multiply(hundred, ratio(denominator))), times(whole, ratio(numerator))],
  };
}

/** The condition under which a value lies within boundaries. */
export function within(measured: MeasuredFormula, bounds: Bounds): readonly Formula[] {
  return signs.flatMap(([key, sign]) => {
    const threshold = bounds[key];
    return threshold === undefined ? [] : [measured.against(fromDecimal(threshold)).join(sign)];
  });
}

const signs = [
  ["atLeast", ">="],
  ["moreThan", ">"],
  ["lessThan", "<"],
  ["atMost", "<="],
] as const;

import type { Leaf } from "../../criteria/criteriaSet";

/** Where a figure stands: `$F$12`; and where its list of words to pick stands, `lists!$B$2:$B$5`, for those that are picked. */
export interface HintCell {
  readonly cell: string;
  readonly list?: string | undefined;
}

/** The cells of a leaf's figures, by the key of the field. */
export type HintCells = Readonly<Record<string, HintCell>>;

/**
 * The spreadsheet formula (without `=`) by which a form shows what a leaf's figures would earn (điểm tạm tính), in the functions that Excel
 * and LibreOffice share. It is a hint in floating point and never read back. `undefined` where points depend on other units, or on a
 * kind or measure that no formula is known of.
 */
export function hintFormula(_leaf: Leaf, _cells: HintCells): string | undefined {
  return undefined;
}

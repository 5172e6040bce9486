import { hundred, multiply, type Ratio } from "../../exact/ratio";
import type { Words } from "../../issue/fields";
import { type Issue, issue } from "../../issue/issue";
import { type FigureColumns, figureColumn } from "../columnForm";
import type { Field } from "../ruleKind";
import { ratioOf } from "./quantity";

/** A percentage as it is reported: as `percent` or as `ratio`. The name says which is meant, so that 0.95 can never pass for 95 %. */
export interface GivenPercent {
  readonly percent?: string | undefined;
  readonly ratio?: string | undefined;
}

export const givenPercentKeys = ["percent", "ratio"] as const;

export function givenPercentFields(of: Words): readonly Field[] {
  return [
    { key: "percent", label: of, type: "percent", unit: { vi: "%", en: "%" }, optional: true },
    { key: "ratio", label: { vi: `${of.vi} (tỷ số, từ 0 đến 1)`, en: `${of.en ?? of.vi} (ratio, 0 to 1)` }, type: "ratio", optional: true },
  ];
}

export function givenPercentFaults({ percent, ratio }: GivenPercent): Issue[] {
  return (percent === undefined) === (ratio === undefined) ? [issue("exactlyOneOf", { keys: [...givenPercentKeys] })] : [];
}

/** The percentage that is meant. Exact. */
export function givenPercent({ percent, ratio = "0" }: GivenPercent): Ratio {
  return percent === undefined ? multiply(hundred, ratioOf(ratio)) : ratioOf(percent);
}

/** The same percentage at a row, in whole units of the last place of the leaf's decimals. */
export function percentColumn(figures: FigureColumns): (row: number) => number {
  const [percent, ratio] = [figureColumn(figures, "percent"), figureColumn(figures, "ratio")];
  return (row) => {
    const stated = percent[row] as number;
    return Number.isNaN(stated) ? 100 * (ratio[row] as number) : stated;
  };
}

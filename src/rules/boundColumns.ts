import { fromDecimal } from "../exact/decimal";
import { orderOfProducts, wholeQuotient } from "../exact/filtered";
import type { Bounds } from "./bounds";

/** Whether `dividend ÷ divisor` lies within boundaries: 1 or 0; `NaN` where plain numbers do not settle it. */
export type Within = (dividend: number, divisor: number) => number;

/** One boundary as a column form compares with it: the sign that the order of the value against it must have, or may have. */
interface Boundary {
  readonly dividend: number;
  readonly divisor: number;
  readonly sign: 1 | -1;
  readonly included: boolean;
}

/** What `holds` says of a value, for quotients of two exact whole numbers, the second above zero. */
export function withinColumns({ atLeast, moreThan, lessThan, atMost }: Bounds): Within {
  const boundaries = [
    ...boundary(atLeast, 1, true),
    ...boundary(moreThan, 1, false),
    ...boundary(lessThan, -1, false),
    ...boundary(atMost, -1, true),
  ];
  return (dividend, divisor) => {
    let within = 1;
    for (let index = 0; index < boundaries.length; index += 1) {
      const meets = isMet(boundaries[index] as Boundary, dividend, divisor);
      if (meets === 0) return 0;
      within *= meets;
    }
    return within;
  };
}

function isMet({ dividend, divisor, sign, included }: Boundary, above: number, below: number): number {
  const order = orderOfProducts(above * divisor, dividend * below) * sign;
  if (Number.isNaN(order)) return Number.NaN;
  return order > 0 || (included && order === 0) ? 1 : 0;
}

function boundary(bound: string | undefined, sign: 1 | -1, included: boolean): readonly Boundary[] {
  return bound === undefined ? [] : [{ ...wholeQuotient(fromDecimal(bound), 1n), sign, included }];
}

import { exactText } from "../../exact/decimal";
import { compare, one, type Ratio } from "../../exact/ratio";

/**
 * A spreadsheet formula or a part of one, as files hold it: English names of functions, commas between arguments, decimal points.
 * What is handed on as a part stands by itself as a factor.
 */
export type Formula = string;

export const blank: Formula = '""';

export function quoted(words: string): Formula {
  return `"${words.replaceAll('"', '""')}"`;
}

export function all(conditions: readonly Formula[]): Formula {
  return joined("AND", conditions);
}

export function some(conditions: readonly Formula[]): Formula {
  return joined("OR", conditions);
}

export function when(condition: Formula, then: Formula, otherwise: Formula): Formula {
  return `IF(${condition},${then},${otherwise})`;
}

export function times(formula: Formula, factor: Ratio): Formula {
  return isOne(factor) ? formula : `${exactText(factor)}*${formula}`;
}

export function over(formula: Formula, divisor: Ratio): Formula {
  return isOne(divisor) ? formula : `${formula}/${exactText(divisor)}`;
}

function joined(name: "AND" | "OR", conditions: readonly Formula[]): Formula {
  const [only, ...others] = conditions;
  return only !== undefined && others.length === 0 ? only : `${name}(${conditions.join(",")})`;
}

function isOne(value: Ratio): boolean {
  return compare(value, one) === 0;
}

import * as z from "zod/mini";
import { exactText, fromExactText } from "../../exact/decimal";
import { compare, divide, hundred, multiply, type Ratio, ratio } from "../../exact/ratio";
import { type Words, words } from "../../issue/fields";
import { type Issue, issue } from "../../issue/issue";
import type { Field } from "../ruleKind";

/** What a figure counts: things, money or days, and the unit that is written behind it (hồ sơ, triệu đồng, ngày). */
export const quantityParams = {
  quantity: z.enum(["count", "money", "days"]),
  unit: words,
};

export interface Quantity {
  readonly quantity: "count" | "money" | "days";
  readonly unit: Words;
}

/** A field for a figure of that quantity: whole for things and days, decimals allowed for money. */
export function quantityField(key: string, label: Words, { quantity, unit }: Quantity): Field {
  return { key, label, unit, type: quantity === "money" ? "amount" : "count" };
}

/** The exact value of a figure in canonical form. */
export function ratioOf(figure: number | string): Ratio {
  return typeof figure === "number" ? ratio(figure) : fromExactText(figure);
}

/** `part ÷ whole` in percent, exact. */
export function percentOf(part: Ratio, whole: Ratio): Ratio {
  return divide(multiply(hundred, part), whole);
}

/** More cannot be done than was due. */
export function doneAboveDue(done: Ratio, due: Ratio, key: string): Issue[] {
  return compare(done, due) > 0 ? [issue("doneAboveDue", { done: exactText(done), due: exactText(due) }, { path: [key] })] : [];
}

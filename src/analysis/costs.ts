import * as z from "zod/mini";
import { isLeaf, type Leaf } from "../criteria/criteriaSet";
import { fromDecimal } from "../exact/decimal";
import { isZero, type Ratio, ratio } from "../exact/ratio";
import { points as decimal, nameOfType, text } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue, under } from "../issue/issue";
import { ParError } from "../issue/parError";
import { fieldSchema } from "../rules/boundRule";
import type { Field, Figure } from "../rules/ruleKind";
import { risingDirection } from "./leafTrial";
import type { UnitCase } from "./unitCase";

/**
 * What it costs to move a figure of a leaf (chi phí): with `to` one certain figure, option or answer; else each step by which
 * points rise, of one thing, day or percent, or of as many as `per` says. In whatever money, days or people are counted by.
 */
export interface Cost {
  readonly code: string;
  readonly figure: string;
  readonly cost: string;
  readonly per?: string | undefined;
  readonly to?: Figure | undefined;
}

/** A cost read against a unit's tree. */
export interface LeafCost {
  readonly leaf: Leaf;
  readonly field: Field;
  readonly cost: Ratio;
  /** The figure that the cost reaches; or how far a step moves it, in the direction in which points rise. */
  readonly to?: Figure;
  readonly step?: Ratio;
}

const costSchema = z.strictObject({ code: text, figure: text, cost: decimal, per: z.optional(decimal), to: z.optional(z.unknown()) });

/** Costs read against the unit's tree. Throws a `ParError` with all that is wrong with them. */
export function readCosts(unit: UnitCase, costs: readonly Cost[]): readonly LeafCost[] {
  if (!Array.isArray(costs)) throw new ParError([issue("wrongType", { expected: "array", received: nameOfType(costs) })]);
  const read = costs.map((cost: unknown) => readCost(unit, cost));
  const issues = read.flatMap(({ found }, index) => found.map((one) => under([index], one)));
  if (issues.length > 0) throw new ParError(issues);
  return read.flatMap(({ value }) => value ?? []);
}

interface ReadCost {
  readonly value?: LeafCost;
  readonly found: readonly Issue[];
}

function readCost({ tree }: UnitCase, given: unknown): ReadCost {
  const { value, issues } = readWith(costSchema, given);
  if (value === undefined || issues.length > 0) return { found: issues };
  const leaf = tree.nodes.get(value.code);
  if (leaf === undefined || !isLeaf(leaf)) return { found: [issue("unknownCode", { code: value.code }, { path: ["code"] })] };
  const found = (fault: Issue) => ({ found: [at({ code: leaf.code, title: leaf.title.vi }, fault)] });
  const field = leaf.fields.find(({ key }) => key === value.figure);
  if (field === undefined) {
    return found(issue("notAllowed", { received: value.figure, allowed: leaf.fields.map(({ key }) => key) }, { path: ["figure"] }));
  }
  const cost = fromDecimal(value.cost);
  if (value.to !== undefined) {
    const to = readWith(fieldSchema(field), value.to);
    if (to.issues.length > 0) return { found: to.issues.map((one) => at({ code: leaf.code, title: leaf.title.vi }, under(["to"], one))) };
    return { value: { leaf, field, cost, to: to.value as Figure }, found: [] };
  }
  const direction = field.type === "yesNo" ? undefined : risingDirection(leaf, field.key);
  if (direction === undefined) return found(issue("costWithoutTarget", { figure: field.key }));
  const per = fromDecimal(value.per ?? "1");
  if (isZero(per)) return found(issue("outOfRange", { bound: "> 0" }, { path: ["per"] }));
  return { value: { leaf, field, cost, step: ratio(BigInt(direction) * per.numerator, per.denominator) }, found: [] };
}

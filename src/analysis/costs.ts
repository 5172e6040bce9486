import * as z from "zod/mini";
import { isLeaf, type Leaf } from "../criteria/criteriaSet";
import { fromDecimal } from "../exact/decimal";
import { isZero, multiply, type Ratio, ratio } from "../exact/ratio";
import { points as decimal, text } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue, under } from "../issue/issue";
import { ParError } from "../issue/parError";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
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

/** A cost held against a unit's tree. */
export interface LeafCost {
  readonly leaf: Leaf;
  readonly field: Field;
  readonly cost: Ratio;
  /** The figure that the cost reaches; or how far a step moves it, in the direction in which points rise. */
  readonly to?: Figure;
  readonly step?: Ratio;
}

const costSchema = z.strictObject({
  code: text,
  figure: text,
  cost: decimal,
  per: z.optional(decimal),
  to: z.optional(z.union([z.string(), z.number(), z.boolean()])),
});

/**
 * Costs (chi phí) from JSON text, or the value that such text holds: a list of them.
 *
 * **Errors:** {@link ParError} with every issue: a cost below zero, a missing key. Whether there are such leaves and figures is
 * asked when they are used.
 *
 * @example
 * ```ts
 * import { parseCosts } from "par-index/analysis";
 * parseCosts('[{ "code": "1.2", "figure": "done", "per": 10, "cost": "1,5" }]'); // => [{ code: "1.2", figure: "done", per: "10", cost: "1.5" }]
 * ```
 */
export function parseCosts(file: unknown): readonly Cost[] {
  return unwrap(safeParseCosts(file));
}

/** {@link parseCosts} that answers a {@link Result} and never throws. */
export function safeParseCosts(file: unknown): Result<readonly Cost[]> {
  return readInput(file, (value) => readWith(z.array(costSchema), value));
}

/** Costs held against the unit's tree. Throws a `ParError` with all that is wrong with them. */
export function leafCosts(unit: UnitCase, costs: readonly Cost[]): readonly LeafCost[] {
  const held = parseCosts(costs).map((cost) => leafCost(unit, cost));
  const issues = held.flatMap(({ found }, index) => found.map((one) => under([index], one)));
  if (issues.length > 0) throw new ParError(issues);
  return held.flatMap(({ value }) => value ?? []);
}

interface Held {
  readonly value?: LeafCost;
  readonly found: readonly Issue[];
}

function leafCost({ tree }: UnitCase, { code, figure, cost, to, per = "1" }: Cost): Held {
  const leaf = tree.nodes.get(code);
  if (leaf === undefined || !isLeaf(leaf)) return { found: [issue("unknownCode", { code }, { path: ["code"] })] };
  const field = leaf.fields.find(({ key }) => key === figure);
  const place = { code, title: leaf.title.vi };
  if (field === undefined) {
    const allowed = leaf.fields.map(({ key }) => key);
    return { found: [issue("notAllowed", { received: figure, allowed }, { ...place, path: ["figure"] })] };
  }
  const held = to === undefined ? stepOf(leaf, field, per) : targetOf(field, to);
  return held.found.length > 0
    ? { found: held.found.map((one) => at(place, one)) }
    : { value: { leaf, field, cost: fromDecimal(cost), ...held.moved }, found: [] };
}

type HeldMove = { readonly moved?: Pick<LeafCost, "to" | "step">; readonly found: readonly Issue[] };

function targetOf(field: Field, to: Figure): HeldMove {
  const { value, issues } = readWith(fieldSchema(field), to);
  return issues.length > 0 ? { found: issues.map((one) => under(["to"], one)) } : { moved: { to: value as Figure }, found: [] };
}

function stepOf(leaf: Leaf, { key, type }: Field, per: string): HeldMove {
  const direction = type === "yesNo" ? undefined : risingDirection(leaf, key);
  if (direction === undefined) return { found: [issue("costWithoutTarget", { figure: key })] };
  const size = fromDecimal(per);
  if (isZero(size)) return { found: [issue("outOfRange", { bound: "> 0" }, { path: ["per"] })] };
  return { moved: { step: multiply(ratio(direction), size) }, found: [] };
}

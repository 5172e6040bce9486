import type { Weighting } from "../../batch/reweigh";
import { type CriteriaNode, type CriteriaSet, leavesOf, treeOf } from "../../criteria/criteriaSet";
import { divide, type Ratio, sum } from "../../exact/ratio";
import { issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";

/**
 * How other weights of areas are drawn; the leaves of an area keep their proportions, and bonus and penalty their points.
 *
 * - `within`: each weight by itself, anywhere between so many percent less and so many percent more, all equally likely.
 * - `dirichlet`: all together, so that they still add up. A weight w of 1 has the mean w and the variance w(1 − w) ÷
 *   (concentration + 1): 20 is wide, 100 near what the set says. With `evenly` the weights of the set are left aside, and every
 *   division of the whole is as likely as any other.
 */
export type WeightDraws =
  | { readonly kind: "within"; readonly percent: number }
  | { readonly kind: "dirichlet"; readonly concentration: number }
  | { readonly kind: "evenly" };

/** Whole numbers from 0 to below a bound, drawn one after another. */
type Chance = (bound: number) => number;

/** What is drawn for: an area with what it weighs in the set. */
export interface Area {
  readonly node: CriteriaNode;
  readonly leaves: readonly string[];
}

/** The areas of the groups' trees that carry points of the base. */
export function areasOf(criteria: CriteriaSet, groups: readonly string[]): readonly Area[] {
  const roots = [...new Set(groups.map((group) => treeOf(criteria, group).root))];
  const nodes = roots
    .flatMap(({ children = [] }) => children)
    .filter(({ node, maxPoints }) => node.beyondMax === undefined && maxPoints.numerator > 0n);
  return nodes.map((node) => ({ node, leaves: leavesOf(node).map(({ code }) => code) }));
}

/** Weights are drawn in millionths: whole numbers, the same on every machine, where logarithms and powers are not. */
const one = 1_000_000;

/** Answers other weights each time it is asked, the same ones for the same chance. */
export function weightDrawer(areas: readonly Area[], draws: WeightDraws, chance: Chance): () => Weighting {
  const factors = factorDrawer(areas, checked(draws, areas.length), chance);
  return () => {
    const drawn = factors();
    return { one, factors: Object.fromEntries(areas.flatMap(({ leaves }, place) => leaves.map((code) => [code, drawn[place] ?? one]))) };
  };
}

function checked(draws: WeightDraws, areas: number): WeightDraws {
  const [key, value, least, most] =
    draws.kind === "within"
      ? ["percent", draws.percent, 1, 100]
      : draws.kind === "dirichlet"
        ? ["concentration", draws.concentration, areas, 1_000]
        : ["", 1, 1, 1];
  if (Number.isSafeInteger(value) && value >= least && value <= most) return draws;
  throw new ParError([issue("outOfRange", { bound: `${least}…${most}` }, { path: ["weights", key] })]);
}

function factorDrawer(areas: readonly Area[], draws: WeightDraws, chance: Chance): () => readonly number[] {
  if (draws.kind === "within") {
    const most = (draws.percent * one) / 100;
    return () => areas.map(() => one - most + chance(2 * most + 1));
  }
  const weights = areas.map(({ node }) => node.maxPoints);
  const whole = sum(weights);
  const parts =
    draws.kind === "evenly"
      ? areas.map(() => 1)
      : apportioned(
          weights.map((weight) => divide(weight, whole)),
          draws.concentration,
        );
  const overWeight = weights.map((weight) => numberOf(divide(whole, weight)));
  return () => spacings(parts, chance).map((share, place) => Math.floor(share * (overWeight[place] ?? 0)));
}

/**
 * A draw from the Dirichlet distribution with whole parameters: so many points are thrown on a line, and each part takes so many
 * of the gaps between them, one after another. Source: Devroye, *Non-Uniform Random Variate Generation* (1986), V.2 and XI.4.
 */
function spacings(parts: readonly number[], chance: Chance): readonly number[] {
  const gaps = parts.reduce((total, part) => total + part, 0);
  const edges = Float64Array.from({ length: gaps - 1 }, () => chance(one + 1)).sort();
  let taken = 0;
  return parts.map((part) => {
    const from = taken === 0 ? 0 : (edges[taken - 1] as number);
    taken += part;
    return (taken === gaps ? one : (edges[taken - 1] as number)) - from;
  });
}

/** Shares of a whole number in whole numbers, one at least: the largest remainders take what is left. */
function apportioned(shares: readonly Ratio[], whole: number): readonly number[] {
  const exact = shares.map((share) => numberOf(share) * whole);
  const parts = exact.map((value) => Math.max(1, Math.floor(value)));
  const byRemainder = exact.map((value, place) => [value - Math.floor(value), place] as const).sort(([a], [b]) => b - a);
  let left = whole - parts.reduce((total, part) => total + part, 0);
  for (let turn = 0; left > 0; turn += 1, left -= 1) {
    const [, place] = byRemainder[turn % byRemainder.length] as readonly [number, number];
    parts[place] = (parts[place] as number) + 1;
  }
  return parts;
}

function numberOf({ numerator, denominator }: Ratio): number {
  return Number(numerator) / Number(denominator);
}

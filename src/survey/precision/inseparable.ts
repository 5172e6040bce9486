import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import { safeContrast } from "./contrast";
import type { Estimates, Uncertain } from "./estimate";

/** Two units and whether the sample tells them apart. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly difference: Uncertain;
  readonly toldApart: boolean;
}

/** Which units a sample tells apart, and which it does not. */
export interface Inseparable {
  readonly approximate: true;
  /** Largest groups in which no two units are told apart, best first; a unit may be in several. */
  readonly groups: readonly (readonly string[])[];
  readonly pairs: readonly Pair[];
}

/**
 * Groups of units that cannot be told apart (các đơn vị không phân biệt được về thống kê): ranks within a group mean nothing.
 *
 * Every two are compared by |difference| ÷ se against t, with Holm's correction, so that all that is told apart holds together at
 * the level. Source: Holm 1979; groups as in Piepho 2004. Not to be told apart is no proof of being equal.
 *
 * **Errors:** {@link ParError} with `outOfRange`; {@link safeInseparable} answers it instead.
 *
 * @example
 * ```ts
 * import { estimateRatios, inseparable } from "par-index/survey";
 *
 * const unit = (name: string, shares: readonly number[]) =>
 *   shares.map((y, index) => ({ stratum: name, cluster: `${name}${index}`, weight: 1, y, x: 1 }));
 * const units = { A: unit("A", [0.9, 0.91, 0.92]), B: unit("B", [0.9, 0.92, 0.94]), C: unit("C", [0.5, 0.51, 0.52]) };
 * inseparable(estimateRatios(units)).groups; // => [["B", "A"], ["C"]]
 * ```
 */
export function inseparable(estimates: Estimates, level = 0.95): Inseparable {
  return unwrap(safeInseparable(estimates, level));
}

/** {@link inseparable} that answers a {@link Result} and never throws. */
export function safeInseparable(estimates: Estimates, level = 0.95): Result<Inseparable> {
  const faults = level > 0 && level < 1 ? [] : [issue("outOfRange", { bound: "> 0, < 1" }, { path: ["level"] })];
  return result(faults, () => {
    const value = (name: string) => estimates.byName[name]?.value ?? 0;
    const names = Object.keys(estimates.byName).sort((a, b) => value(b) - value(a));
    const compared = names.flatMap((a, index) =>
      names.slice(index + 1).map((b) => ({ a, b, difference: unwrap(safeContrast(estimates, { [a]: 1, [b]: -1 })) })),
    );
    const apart = holm(
      compared.map(({ difference }) => difference),
      1 - level,
    );
    const pairs = compared.map((pair, index) => ({ ...pair, toldApart: apart.has(index) }));
    return { approximate: true, groups: largestGroups(names, pairs), pairs };
  });
}

/** Places of the differences that are not zero, by Holm's correction: what is rejected makes room for the rest. */
function holm(differences: readonly Uncertain[], alpha: number): ReadonlySet<number> {
  const rejected = new Set<number>();
  for (;;) {
    const tail = alpha / (2 * (differences.length - rejected.size));
    const more = differences.flatMap((difference, index) => (!rejected.has(index) && exceeds(difference, tail) ? [index] : []));
    if (more.length === 0) return rejected;
    for (const index of more) rejected.add(index);
  }
}

function exceeds({ value, standardError, degreesOfFreedom }: Uncertain, tail: number): boolean {
  return degreesOfFreedom >= 1 && Math.abs(value) > standardError * tQuantile(1 - tail, degreesOfFreedom);
}

/** The largest sets without two that are told apart: Bron & Kerbosch 1973 with a pivot. */
function largestGroups(names: readonly string[], pairs: readonly Pair[]): readonly (readonly string[])[] {
  const near = new Map(names.map((name) => [name, new Set<string>()]));
  for (const { a, b } of pairs.filter(({ toldApart }) => !toldApart)) {
    near.get(a)?.add(b);
    near.get(b)?.add(a);
  }
  const nearTo = (name: string) => near.get(name) ?? new Set<string>();
  const groups: string[][] = [];
  const extend = (group: readonly string[], candidates: readonly string[], done: readonly string[]): void => {
    if (candidates.length === 0 && done.length === 0) groups.push([...group]);
    const reach = (name: string) => candidates.filter((other) => nearTo(name).has(other)).length;
    const pivot = [...candidates, ...done].reduce<string | undefined>(
      (best, name) => (best === undefined || reach(name) > reach(best) ? name : best),
      undefined,
    );
    let [open, closed] = [[...candidates], [...done]];
    for (const name of candidates.filter((other) => pivot === undefined || !nearTo(pivot).has(other))) {
      const among = (list: readonly string[]) => list.filter((other) => nearTo(name).has(other));
      extend([...group, name], among(open), among(closed));
      open = open.filter((other) => other !== name);
      closed = [...closed, name];
    }
  };
  if (names.length > 0) extend([], names, []);
  const place = new Map(names.map((name, index) => [name, index]));
  const at = (name: string | undefined) => place.get(name ?? "") ?? 0;
  return groups.map((group) => group.sort((a, b) => at(a) - at(b))).sort((a, b) => at(a[0]) - at(b[0]) || at(a.at(-1)) - at(b.at(-1)));
}

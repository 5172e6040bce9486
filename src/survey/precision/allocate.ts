import { issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import { isCount } from "./sampledTotals";

/**
 * How many to ask in each stratum (phân bổ mẫu), adding up to `size` exactly: `proportional` to people, or `equal`. What is left of
 * whole numbers goes to the largest remainders, the first stratum first. A stratum that would be asked for more people than it has
 * is asked whole, and the others share the rest.
 *
 * **Exactness:** exact, in whole numbers.
 *
 * **Errors:** {@link ParError} with `notWhole`, `outOfRange`; {@link safeAllocate} answers them instead.
 *
 * @example
 * ```ts
 * import { allocate } from "par-index/survey";
 * allocate(100, { A: 500, B: 300, C: 200 }, "proportional"); // => { A: 50, B: 30, C: 20 }
 * allocate(100, { A: 500, B: 300, C: 200 }, "equal"); // => { A: 34, B: 33, C: 33 }
 * ```
 */
export function allocate(
  size: number,
  people: Readonly<Record<string, number>>,
  by: "proportional" | "equal",
): Readonly<Record<string, number>> {
  return unwrap(safeAllocate(size, people, by));
}

/** {@link allocate} that answers a {@link Result} and never throws. */
export function safeAllocate(
  size: number,
  people: Readonly<Record<string, number>>,
  by: "proportional" | "equal",
): Result<Readonly<Record<string, number>>> {
  const strata = Object.entries(people);
  const faults = [
    ...(isCount(size) ? [] : [issue("notWhole", { received: String(size) }, { path: ["size"] })]),
    ...strata.flatMap(([name, count]) =>
      isCount(count) ? [] : [issue("notWhole", { received: String(count) }, { path: ["people", name] })],
    ),
  ];
  if (faults.length > 0) return { ok: false, issues: faults };
  const all = strata.reduce((sum, [, count]) => sum + BigInt(count), 0n);
  const beyond = BigInt(size) > all ? [issue("outOfRange", { bound: `≤ ${all}` }, { path: ["size"] })] : [];
  return result(beyond, () => {
    const asked = share(
      size,
      strata.map(([, count]) => ({ most: count, part: by === "equal" ? 1 : count })),
    );
    return Object.fromEntries(strata.map(([name], index) => [name, asked[index] ?? 0]));
  });
}

/** Shares by part, none above its most. */
function share(size: number, strata: readonly { readonly most: number; readonly part: number }[]): readonly number[] {
  const whole = new Set<number>();
  for (;;) {
    const rest = strata.reduce((left, { most }, index) => (whole.has(index) ? left - most : left), size);
    const shares = largestRemainder(
      rest,
      strata.map(({ part }, index) => (whole.has(index) ? 0 : part)),
    );
    const over = strata.flatMap(({ most }, index) => (!whole.has(index) && (shares[index] ?? 0) > most ? [index] : []));
    if (over.length === 0) return strata.map(({ most }, index) => (whole.has(index) ? most : (shares[index] ?? 0)));
    for (const index of over) whole.add(index);
  }
}

/** Whole numbers near size × part ÷ sum of parts that add up to the size (phương pháp số dư lớn nhất). */
export function largestRemainder(size: number, parts: readonly number[]): readonly number[] {
  const sum = parts.reduce((total, part) => total + BigInt(part), 0n);
  if (sum === 0n) return parts.map(() => 0);
  const exact = parts.map((part, index) => ({ index, units: BigInt(size) * BigInt(part) }));
  const left = size - exact.reduce((total, { units }) => total + Number(units / sum), 0);
  const byRemainder = exact.toSorted((a, b) => Number((b.units % sum) - (a.units % sum)) || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return exact.map(({ index, units }) => Number(units / sum) + (raised.has(index) ? 1 : 0));
}

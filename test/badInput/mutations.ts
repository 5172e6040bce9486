import fc from "fast-check";

/** Values of every sort that a program can hand over. */
export const anything: fc.Arbitrary<unknown> = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

type Path = readonly string[];

/** A valid value with one value replaced by another, or left out. */
export function mutated(file: unknown): fc.Arbitrary<unknown> {
  const other = fc.oneof(anything, fc.constantFrom<unknown[]>(undefined, null, "", "x", "1,5", 0, -1, 0.5, true, [], {}));
  return fc.tuple(fc.constantFrom(...pathsIn(file)), other).map(([path, value]) => replaced(file, path, value));
}

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const entries = Object.entries(value as object).map(([own, item]) => [own, own === key ? replaced(item, rest, by) : item] as const);
  const kept = entries.filter(([, item]) => item !== undefined);
  return Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
}

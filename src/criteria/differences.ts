/** One value that differs, by the keys that lead to it; blank where there is none. */
export interface FieldChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Every single value in which two JSON objects differ, in the order of the later one. */
export function differences(before: object, after: object): readonly FieldChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path) ?? "", after: now.get(path) ?? "" }));
}

/** Every single value of a JSON object by its path. */
function valuesOf(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, String(value)]]);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return new Map(entries.flatMap(([key, item]) => [...valuesOf(item, path === "" ? key : `${path}.${key}`)]));
}

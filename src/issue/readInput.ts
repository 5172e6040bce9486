import { at, type Issue, issue, type Location, warning } from "./issue";
import { deepestNesting, jsonLocator, parseJson } from "./parseJson";
import { type Result, result } from "./result";

/** What reading a value gave: the value, unless an issue forbids it, and all that was found. */
export interface Read<T> {
  readonly value: T | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Reads what a `parse…` function was given: a value, or the text of a JSON file, whose issues are then located by line.
 * Looks first for what no file of ours may hold at any place, and lets `read` do the rest, so that all issues come at once.
 */
export function readInput<T>(input: unknown, read: (value: unknown) => Read<T>): Result<T> {
  const isText = typeof input === "string";
  const { value, issues: inText } = isText ? parseJson(input) : { value: input, issues: [] };
  const locator = isText && value !== undefined ? jsonLocator(input) : (): Location => ({});
  const locate = (found: Issue) => (found.location.path === undefined ? found : at(locator(found.location.path), found));
  const anywhere = inspect(value).map(locate);
  const told = [...inText, ...anywhere];
  if (value === undefined || told.some(({ code }) => code === "tooDeep" || code === "tooLarge")) {
    return { ok: false, issues: told.length > 0 ? told : [issue("wrongType", { expected: "object", received: "undefined" })] };
  }
  const { value: answer, issues } = read(value);
  const further = issues.map(locate).filter((found) => !inText.some((earlier) => isSamePlace(earlier, found)));
  const all = [...told, ...further];
  if (answer === undefined && !all.some(({ severity }) => severity === "error")) all.push(issue("wrongShape", { reason: "?" }));
  return result(all, () => answer as T);
}

/** True when an issue of the text already tells what is wrong with this very value. */
function isSamePlace({ code, location: a }: Issue, { location: b }: Issue): boolean {
  return code === "numberNotWhole" && a.line === b.line && a.column === b.column;
}

/** Nesting that is too deep (or a value that contains itself), names that could reach an object's prototype, uncomposed text. */
function inspect(value: unknown): Issue[] {
  const found: Issue[] = [];
  const measured = new Map<object, Extent>();
  const visit = (item: unknown, path: readonly (string | number)[]): Extent => {
    if (typeof item === "string" && item !== item.normalize("NFC")) found.push(warning("notNfc", {}, { path }));
    if (typeof item !== "object" || item === null) return { levels: 0, size: 1 };
    const known = measured.get(item);
    if (known !== undefined) return known;
    if (path.length > deepestNesting) return { levels: 1, size: 1 };
    let levels = 0;
    let size = 1;
    for (const [key, below] of Object.entries(item)) {
      if (key === "__proto__") found.push(issue("reservedKey", { key }, { path }));
      const extent = visit(below, [...path, Array.isArray(item) ? Number(key) : key]);
      levels = Math.max(levels, extent.levels);
      size += extent.size;
    }
    measured.set(item, { levels: levels + 1, size });
    return { levels: levels + 1, size };
  };
  const { levels, size } = visit(value, []);
  if (levels > deepestNesting) found.push(issue("tooDeep", { limit: deepestNesting }));
  else if (size > largestSize) found.push(issue("tooLarge", { limit: String(largestSize) }));
  return found;
}

/** How deep a value goes and how many values it holds, counting each time it is held what is held more than once. */
interface Extent {
  readonly levels: number;
  readonly size: number;
}

/** The most values read at once: far above any round, and low enough to refuse a value that repeats itself without end. */
const largestSize = 50_000_000;

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
  if (value === undefined || told.some(({ code }) => code === "tooDeep")) {
    return { ok: false, issues: told.length > 0 ? told : [issue("wrongType", { expected: "object", received: "undefined" })] };
  }
  const { value: answer, issues } = read(value);
  const further = issues.map(locate).filter((found) => !inText.some((earlier) => isSamePlace(earlier, found)));
  return result([...told, ...further], () => answer as T);
}

/** True when an issue of the text already tells what is wrong with this very value. */
function isSamePlace({ code, location: a }: Issue, { location: b }: Issue): boolean {
  return code === "numberNotWhole" && a.line === b.line && a.column === b.column;
}

/** Nesting that is too deep (or a value that contains itself), names that could reach an object's prototype, uncomposed text. */
function inspect(value: unknown): Issue[] {
  const found: Issue[] = [];
  const seen = new Set<object>();
  const visit = (item: unknown, path: readonly (string | number)[]): boolean => {
    if (typeof item === "string" && item !== item.normalize("NFC")) found.push(warning("notNfc", {}, { path }));
    if (typeof item !== "object" || item === null) return true;
    if (path.length >= deepestNesting) {
      found.push(issue("tooDeep", { limit: deepestNesting }, { path: path.slice(0, 3) }));
      return false;
    }
    if (seen.has(item)) return true;
    const within = Object.entries(item).every(([key, inner]) => {
      if (key === "__proto__") found.push(issue("reservedKey", { key }, { path }));
      return visit(inner, [...path, Array.isArray(item) ? Number(key) : key]);
    });
    if (within) seen.add(item);
    return within;
  };
  visit(value, []);
  return found;
}

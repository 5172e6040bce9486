import { at, type Issue, issue, type Location, warning } from "./issue";
import { deepestNesting, jsonLocator, parseJson } from "./parseJson";

/** What a `parse…` function was given: a value, or the text of a JSON file, whose issues are then located by line. */
export interface Input {
  /** `undefined` when there is nothing that could be read further. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** Adds the line and column to an issue that only knows the keys that lead to it. */
  readonly locate: (found: Issue) => Issue;
}

/** Opens an input: reads text as JSON, and looks the value over for what no file of ours may hold at any place. */
export function readInput(input: unknown): Input {
  const read = typeof input === "string" ? parseJson(input) : ({ ok: true, value: input, warnings: [] } as const);
  if (!read.ok) return { value: undefined, issues: read.issues, locate: (found) => found };
  const locator = typeof input === "string" ? jsonLocator(input) : (): Location => ({});
  const locate = (found: Issue) => at(locator(found.location.path ?? []), found);
  const issues = inspect(read.value);
  const unreadable = issues.some(({ severity }) => severity === "error");
  return { value: unreadable ? undefined : read.value, issues: [...read.warnings, ...issues.map(locate)], locate };
}

/** Nesting that is too deep (or a value that contains itself), names that could reach an object's prototype, uncomposed text. */
function inspect(value: unknown): Issue[] {
  const found: Issue[] = [];
  const visit = (item: unknown, path: readonly (string | number)[]): boolean => {
    if (typeof item === "string" && item !== item.normalize("NFC")) found.push(warning("notNfc", {}, { path }));
    if (typeof item !== "object" || item === null) return true;
    if (path.length >= deepestNesting) {
      found.push(issue("tooDeep", { limit: deepestNesting }, { path: path.slice(0, 3) }));
      return false;
    }
    return Object.entries(item).every(([key, inner]) => {
      if (key === "__proto__") found.push(issue("reservedKey", { key }, { path }));
      return visit(inner, [...path, Array.isArray(item) ? Number(key) : key]);
    });
  };
  visit(value, []);
  return found;
}

import * as z from "zod/mini";
import { nameOfType } from "./fields";
import { type Issue, issue, type Location } from "./issue";

/** Reads a value with a schema: the value in canonical form, or every fault as an {@link Issue} of ours. */
export function readWith<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  location: Location = {},
): { readonly value: T; readonly issues: readonly [] } | { readonly value: undefined; readonly issues: readonly Issue[] } {
  const outcome = z.safeParse(schema, value, { error: knownKeys });
  return outcome.success
    ? { value: outcome.data, issues: [] }
    : { value: undefined, issues: outcome.error.issues.flatMap((fault) => fromZod(fault, value, location)) };
}

/** One fault that zod found, in our words; `root` is the value that was read and `location` the place where it stands. */
function fromZod(fault: z.core.$ZodIssue, root: unknown, location: Location): Issue[] {
  const keys = fault.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const place = { ...location, path: [...(location.path ?? []), ...keys] };
  const value = valueAt(root, keys);
  const last = keys.at(-1);
  if (value === undefined && last !== undefined) {
    return [issue("missingKey", { key: String(last) }, { ...place, path: place.path.slice(0, -1) })];
  }
  switch (fault.code) {
    case "custom":
      return fault.params?.issue === undefined
        ? [issue("wrongShape", { reason: nameOfType(value) }, place)]
        : [{ ...(fault.params.issue as Issue), location: place }];
    case "unrecognized_keys":
      return fault.keys.map((key) => issue("unknownKey", { key, known: fault.message.split(" ") }, place));
    case "invalid_value":
      return [issue("notAllowed", { received: shown(value), allowed: fault.values.map(String) }, place)];
    case "invalid_union":
      return unionIssues(fault, value, place);
    case "invalid_type":
      return [issue("wrongType", { expected: fault.expected, received: nameOfType(value) }, place)];
    case "invalid_format":
      return [issue("badName", { received: shown(value), example: fault.message }, place)];
    case "invalid_key":
      return [issue("badName", { received: String(last), example: fault.issues[0]?.message ?? "" }, place)];
    case "too_small":
      return fault.origin === "array"
        ? [issue("tooFew", { least: String(fault.minimum) }, place)]
        : [issue("outOfRange", { bound: `≥ ${fault.minimum}` }, place)];
    case "too_big":
      return fault.origin === "array"
        ? [issue("tooMany", { most: String(fault.maximum) }, place)]
        : [issue("outOfRange", { bound: `≤ ${fault.maximum}` }, place)];
    default:
      return [issue("wrongShape", { reason: fault.code }, place)];
  }
}

/** Of the ways a value could have been meant, the one whose outer shape it misses least. */
function unionIssues(fault: z.core.$ZodIssueInvalidUnion, value: unknown, place: Location): Issue[] {
  const options = "options" in fault && Array.isArray(fault.options) ? fault.options : [];
  if (options.length > 0) return [issue("notAllowed", { received: shown(value), allowed: options.map(String) }, place)];
  // A decimal that is below 0 is a decimal, and so misses less than what is of another kind.
  const isNegative = (one: z.core.$ZodIssue) => one.code === "custom" && (one.params?.issue as Issue | undefined)?.code === "negative";
  const misses = (faults: readonly z.core.$ZodIssue[]) => faults.filter((one) => one.path.length <= 1 && !isNegative(one)).length;
  const [closest] = [...fault.errors].sort((a, b) => misses(a) - misses(b));
  return (closest ?? []).flatMap((inner) => fromZod(inner, value, place));
}

/** Tells, through the message, which keys an object may have: zod hands an error map the schema at fault. */
const knownKeys: z.core.$ZodErrorMap = (fault) => {
  if (fault.code !== "unrecognized_keys") return undefined;
  const { shape } = (fault.inst as unknown as { _zod: { def: { shape: object } } })._zod.def;
  return Object.keys(shape).join(" ");
};

function valueAt(root: unknown, keys: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : nameOfType(value);
}

import { readWith } from "../issue/fromZod";
import { at, type Issue } from "../issue/issue";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import { unitFaults } from "./unitFaults";
import { type UnitRegister, unitRegisterSchema } from "./unitRegister";

/**
 * A register of units (danh mục đơn vị) from its file: JSON text, or the value that such text holds. It proves itself first:
 * ids and names are unmistakable, groups and sources are declared, mergers lead to units that are listed, and not in a circle.
 *
 * **Errors:** {@link ParError} with every issue at once, located by unit; {@link safeParseUnits} answers them instead.
 *
 * @example
 * ```ts
 * import { parseUnits } from "par-index";
 *
 * const invented = { confidence: "invented" };
 * const register = parseUnits({
 *   format: "par-index/units/1", id: "example/two-communes", revision: 1, status: "example",
 *   title: { vi: "Hai xã" }, notice: { vi: "Đặt ra để minh họa." }, periods: ["2021"], sources: {},
 *   groups: [{ id: "commune", title: { vi: "Xã" } }],
 *   units: [
 *     { id: "xa-a", name: "Xã A", group: "commune", until: "30/6/2021", mergedInto: "xa-b", provenance: invented },
 *     { id: "xa-b", name: "Xã B", group: "commune", provenance: invented },
 *   ],
 * });
 * register.units[0]?.until; // => "2021-06-30"
 * ```
 */
export function parseUnits(file: unknown): UnitRegister {
  return unwrap(safeParseUnits(file));
}

/** {@link parseUnits} that answers a {@link Result} and never throws. */
export function safeParseUnits(file: unknown): Result<UnitRegister> {
  return readInput(file, (value) => {
    const read = readWith(unitRegisterSchema, value);
    return read.value === undefined
      ? { value: undefined, issues: read.issues.map((found) => atUnit(found, value)) }
      : { value: read.value, issues: unitFaults(read.value) };
  });
}

/** An issue of shape, told with the id of the unit in which it lies. */
function atUnit(found: Issue, file: unknown): Issue {
  const [list, place] = found.location.path ?? [];
  if (list !== "units" || typeof place !== "number") return found;
  const { id } = ((file as { readonly units: readonly unknown[] }).units[place] ?? {}) as { readonly id?: unknown };
  return typeof id === "string" && id !== "" ? at({ unit: id }, found) : found;
}

import { safeParseUnits } from "../evidence/parseUnits";
import type { UnitRegister } from "../evidence/unitRegister";
import { type Result, unwrap } from "../issue/result";
import { inFile } from "./inFile";
import { locateEdition } from "./locateEdition";

/**
 * A register of units (danh mục đơn vị) by the id or short name of an edition (see `editions`), or by the path of a file,
 * which ends in `.json`.
 *
 * **Errors:** {@link ParError} with every issue, located by line and unit; {@link safeLoadUnits} answers them instead.
 *
 * @example
 * ```ts
 * import { loadUnits } from "par-index/node";
 * const { status, units } = loadUnits("phu-tho-units");
 * [status, units.filter(({ group }) => group === "commune").length]; // => ["reconstruction", 225]
 * ```
 */
export function loadUnits(register: string): UnitRegister {
  return unwrap(safeLoadUnits(register));
}

/** {@link loadUnits} that answers a {@link Result} and never throws. */
export function safeLoadUnits(register: string): Result<UnitRegister> {
  const found = locateEdition(register, "units");
  if (!found.ok) return found;
  const { file, text } = found.value;
  return inFile(file, safeParseUnits(text));
}

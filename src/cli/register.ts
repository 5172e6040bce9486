import type { CriteriaSet } from "../criteria/criteriaSet";
import { checkUnits } from "../evidence/checkUnits";
import type { Evidence } from "../evidence/evidence";
import { rosterGaps } from "../evidence/rosterGaps";
import type { UnitRegister } from "../evidence/unitRegister";
import { type Issue, warning } from "../issue/issue";
import { safeLoadUnits } from "../node/loadUnits";
import { DataError, orThrow } from "./context";

/** The register of units that a command may be given. */
export interface RegisterOptions {
  readonly units?: string;
}

/**
 * The register that a command names, with what it says of the reports: faults are thrown, all at once; what is worth knowing,
 * and who sent nothing, are warnings. Only groups of the criteria set are expected to report.
 */
export function registerOf(
  { file }: CriteriaSet,
  reports: readonly Evidence[],
  { units }: RegisterOptions,
): { readonly register?: UnitRegister; readonly warnings: readonly Issue[] } {
  if (units === undefined) return { warnings: [] };
  const { value: register, warnings } = orThrow(safeLoadUnits(units));
  const silent = file.groups.flatMap(({ id }) => missingReports(register, reports, id));
  const found = [...warnings, ...checkUnits(register, reports), ...silent];
  if (found.some(({ severity }) => severity === "error")) throw new DataError(found);
  return { register, warnings: found };
}

/** Rounds in which every unit is expected; an explanation is only given by those that are asked. */
const roundsOfAll: readonly Evidence["round"][] = ["selfAssessed", "appraised"];

function missingReports(register: UnitRegister, reports: readonly Evidence[], group: string): Issue[] {
  const names = new Map(register.units.map(({ id, name }) => [id, name]));
  const title = register.groups.find(({ id }) => id === group)?.title ?? { vi: group };
  return rosterGaps(register, reports, group)
    .filter(({ round, missing }) => roundsOfAll.includes(round) && missing.length > 0)
    .map(({ period, round, listed, missing }) =>
      warning("reportsMissing", {
        group: title,
        period,
        round,
        listed,
        units: missing.map((id) => ({ id, name: names.get(id) ?? id })),
      }),
    );
}

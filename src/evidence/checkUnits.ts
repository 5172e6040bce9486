import type { CivilDate } from "../exact/civilDate";
import { at, type Issue, issue, warning } from "../issue/issue";
import type { Evidence, Unit } from "./evidence";
import { nearestUnit } from "./nearestUnit";
import { periodEnd } from "./periodEnd";
import { plainName } from "./plainName";
import { existsOn, type RegisteredUnit, type UnitRegister } from "./unitRegister";

/** Who reports, and for when. A name or group that is left out is not checked. */
export interface ReportHeading extends Pick<Evidence, "period" | "round"> {
  readonly unit: Pick<Unit, "id"> & Partial<Unit>;
}

/**
 * What is wrong with the units of reports (đối chiếu đơn vị với danh mục): units that the register does not list, in another
 * group, under another name, not there yet or no longer there on the last day of the period, or rated although they are
 * listed as not rated. In the order of the reports; a period that cannot be read, or that the register was not put
 * together for, is told once.
 *
 * @example
 * ```ts
 * import { checkUnits, formatIssue } from "par-index";
 * import { loadUnits } from "par-index/node";
 *
 * const register = loadUnits("phu-tho-units");
 * const report = { unit: { id: "so-noi-vu", name: "Sở Nội Vụ", group: "district" }, period: "2021", round: "appraised" } as const;
 * checkUnits(register, [report]).map((found) => formatIssue(found, "vi")); // => ["so-noi-vu · unit.group: danh mục xếp “Sở Nội vụ” ở nhóm “department”, báo cáo ghi nhóm “district”. Sửa nhóm trong báo cáo, hoặc sửa danh mục."]
 * ```
 */
export function checkUnits(register: UnitRegister, reports: readonly ReportHeading[]): readonly Issue[] {
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const periods = new Set<string>();
  return reports.flatMap((report) => {
    const isNew = !periods.has(report.period);
    periods.add(report.period);
    const found = [...(isNew ? periodFaults(register, report.period) : []), ...headingFaults(units, report)];
    return found.map((one) => at({ unit: report.unit.id }, one));
  });
}

function periodFaults({ periods }: UnitRegister, period: string): Issue[] {
  if (periodEnd(period) === undefined) return [warning("periodNotRead", { period }, { path: ["period"] })];
  const known = periods.some((listed) => period === listed || period.startsWith(`${listed}-`));
  return known ? [] : [warning("registerOfOtherPeriods", { period, periods }, { path: ["period"] })];
}

type Units = ReadonlyMap<string, RegisteredUnit>;

function headingFaults(units: Units, { unit: reported, period }: ReportHeading): Issue[] {
  const unit = units.get(reported.id);
  if (unit === undefined) return [notInRegister([...units.values()], reported)];
  const day = periodEnd(period);
  return [
    ...(day === undefined || existsOn(unit, day) ? [] : [absent(units, unit, day)]),
    ...groupFaults(unit, reported),
    ...nameFaults(unit, reported, day),
    ...ratingFaults(unit, reported),
  ];
}

function notInRegister(units: readonly RegisteredUnit[], { id, name }: ReportHeading["unit"]): Issue {
  const nearest = nearestUnit(units, { id, name });
  const payload = nearest === undefined ? { unit: id } : { unit: id, nearest: `${nearest.id} (${nearest.name})` };
  return issue("unitNotInRegister", payload, { path: ["unit", "id"] });
}

/** A unit that is not there yet, that ended, or that became part of another, which may have become part of a third. */
function absent(units: Units, unit: RegisteredUnit, day: CivilDate): Issue {
  const path = ["unit", "id"];
  const { name, since = "", until = day } = unit;
  if (until >= day) return issue("unitNotYet", { name, since }, { path });
  const into = successor(units, unit, day);
  return into === undefined
    ? issue("unitEnded", { name, until }, { path })
    : issue("unitMerged", { name, until, into: into.id, intoName: into.name }, { path });
}

function successor(units: Units, unit: RegisteredUnit, day: CivilDate): RegisteredUnit | undefined {
  const next = unit.mergedInto === undefined ? undefined : units.get(unit.mergedInto);
  if (next?.until === undefined || next.until >= day) return next;
  return successor(units, next, day) ?? next;
}

function groupFaults({ name, group: registered }: RegisteredUnit, { group }: ReportHeading["unit"]): Issue[] {
  const isGiven = group !== undefined && group !== "";
  return isGiven && group !== registered ? [issue("unitInOtherGroup", { name, group, registered }, { path: ["unit", "group"] })] : [];
}

function nameFaults(unit: RegisteredUnit, { name = "" }: ReportHeading["unit"], day: CivilDate | undefined): Issue[] {
  const registered = nameOn(unit, day);
  const isSame = (other: string) => plainName(other) === plainName(name);
  if (name === "" || isSame(registered)) return [];
  const names = [unit.name, ...(unit.formerNames ?? []).map((former) => former.name)];
  return [warning(names.some(isSame) ? "unitRenamed" : "unitNameDiffers", { name, registered }, { path: ["unit", "name"] })];
}

/** The name on a day: the first of the former names that had not ended by then, or the present one. */
function nameOn({ name, formerNames = [] }: RegisteredUnit, day: CivilDate | undefined): string {
  const then = formerNames.flatMap((former) => (former.until === undefined || day === undefined || former.until < day ? [] : [former]));
  const [first] = then.sort((a, b) => ((a.until ?? "") < (b.until ?? "") ? -1 : 1));
  return first?.name ?? name;
}

function ratingFaults({ name, notRated: listed }: RegisteredUnit, { notRated }: ReportHeading["unit"]): Issue[] {
  if (listed !== undefined && notRated === undefined)
    return [warning("unitListedAsNotRated", { name, reason: listed }, { path: ["unit"] })];
  return listed === undefined && notRated !== undefined
    ? [warning("unitListedAsRated", { name, reason: notRated }, { path: ["unit", "notRated"] })]
    : [];
}

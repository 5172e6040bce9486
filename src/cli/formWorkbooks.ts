import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { ReportedRound } from "../criteria/policies";
import type { Evidence, Unit } from "../evidence/evidence";
import { attempt } from "../issue/result";
import { safeLoadUnits } from "../node/loadUnits";
import { type CommonOptions, DataError, orThrow, reportsOf, UsageError } from "./context";
import { tellProgress } from "./forms";
import { save } from "./record";
import type { RegisterOptions } from "./register";

export interface FormWorkbookOptions extends CommonOptions, RegisterOptions {
  readonly unit?: string;
  readonly name?: string;
  readonly group?: string;
  readonly period?: string;
  readonly round?: ReportedRound;
  readonly appraiser?: string;
  readonly before?: readonly string[];
}

/** Saves a form as an Excel file, or with a register one for each of its units into a folder; answers how many, and the units' ids. */
export async function saveFormWorkbooks(criteria: CriteriaSet, out: string, options: FormWorkbookOptions): Promise<readonly string[]> {
  const { before = [], period, round, appraiser, lang } = options;
  const { scopeFaults, writeForm } = await import("../workbook/formWorkbook");
  const { standingOf } = await import("../workbook/form/standing");
  const { reports } = await reportsOf(criteria, before, options);
  const standing = before.length === 0 ? new Map() : orThrow(attempt(() => standingOf(criteria, reports, period))).value;
  const units =
    options.units === undefined
      ? [{ ...knownUnit(reports, options.unit), ...statedUnit(options) }]
      : registeredUnits(criteria, options.units, options);
  for (const [index, unit] of units.entries()) {
    const form = { unit, period, round, appraiser };
    const faults = scopeFaults(criteria, form);
    if (faults.length > 0) throw new DataError(faults);
    save(fileFor(out, unit, options), await writeForm(criteria, form, standing.get(unit.id ?? "")));
    tellProgress({ vi: "Đã lập phiếu", en: "Forms made" }, index + 1, units.length, lang);
  }
  return units.map(({ id = "" }) => id);
}

/** The unit as its earlier reports name it. */
function knownUnit(reports: readonly Evidence[], id: string | undefined): Partial<Unit> {
  return reports.find(({ unit }) => unit.id === id)?.unit ?? {};
}

function statedUnit({ unit: id, name, group }: FormWorkbookOptions): Partial<Unit> {
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }), ...(group === undefined ? {} : { group }) };
}

/** The units of a register that the set scores: all, those of a group, or one. */
function registeredUnits({ file }: CriteriaSet, register: string, { unit, group }: FormWorkbookOptions): readonly Partial<Unit>[] {
  const groups = file.groups.map(({ id }) => id);
  const listed = orThrow(safeLoadUnits(register)).value.units;
  const wanted = listed.filter(
    (one) =>
      groups.includes(one.group) &&
      (group === undefined || one.group === group) &&
      (unit === undefined || one.id === unit || one.name === unit),
  );
  if (wanted.length === 0) {
    throw new UsageError({
      vi: `Danh mục đơn vị không có đơn vị nào như vậy thuộc các nhóm của bộ tiêu chí (${groups.join(", ")}).`,
      en: `The register has no such unit in the groups of the set (${groups.join(", ")}).`,
    });
  }
  return wanted.map(({ id, name, group: own, notRated }) => ({ id, name, group: own, ...(notRated === undefined ? {} : { notRated }) }));
}

/** A form of one unit is the file itself; forms of a register lie in a folder, each under the id of its unit. */
function fileFor(out: string, { id = "" }: Partial<Unit>, { units }: FormWorkbookOptions): string {
  if (units === undefined || /\.xlsx$/i.test(out)) return out;
  mkdirSync(out, { recursive: true });
  return join(out, `${id.replace(/[^\p{L}\p{N}._-]/gu, "-")}.xlsx`);
}

import { editionDigest } from "../audit/editionDigest";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence, Expected } from "../evidence/evidence";
import type { UnitRegister } from "../evidence/unitRegister";
import type { Words } from "../issue/fields";
import { checkExpected } from "../report/checkExpected";
import { type CommonOptions, criteriaOf, criteriaOrDraft, DataError, type LoadedSet, reportsOf } from "./context";
import { draftOutput } from "./draft";
import { numberIn, type Output, registerLines, titleLines } from "./output";
import { type RegisterOptions, registerOf } from "./register";

/** `par-index check EDITION [REPORTS…]`: proves a criteria set, reports against it, and what the reports are known to come to. */
export function checkCommand(edition: string, files: readonly string[], options: CommonOptions & RegisterOptions): Output {
  // Reports can be checked against a set only once nothing in it is open.
  const loaded: LoadedSet = files.length === 0 ? criteriaOrDraft(edition, options) : criteriaOf(edition, options);
  if (loaded.draft !== undefined) return draftOutput("check", loaded.draft, loaded.warnings, options);
  const { criteria, warnings } = loaded;
  const { reports, expected, warnings: more } = reportsOf(criteria, files);
  const { register, warnings: ofUnits } = registerOf(criteria, reports, options);
  const differing = checkExpected(criteria, reports, expected);
  if (differing.length > 0) throw new DataError(differing);
  return {
    command: "check",
    criteria,
    register,
    warnings: [...warnings, ...more, ...ofUnits],
    before: [...titleLines(criteria), ...registerLines(register), ...findings(criteria, reports, expected, register)],
    sections: [],
    data: {
      leaves: criteria.leaves.length,
      maxPoints: criteria.file.maxPoints,
      digest: editionDigest(criteria.file),
      reports: reports.map(({ unit, period, round, items }) => ({ unit: unit.id, period, round, items: Object.keys(items).length })),
      expectedMet: expected.length,
    },
  };
}

function findings(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  expected: readonly Expected[],
  register: UnitRegister | undefined,
): Words[] {
  const { leaves, file } = criteria;
  const found: Words[] = [
    {
      vi: `Bộ tiêu chí đúng: ${leaves.length} tiêu chí, tổng ${numberIn(file.maxPoints, "vi")} điểm.`,
      en: `The criteria set holds: ${leaves.length} leaves, ${file.maxPoints} points in all.`,
    },
  ];
  if (register !== undefined) {
    const { length } = register.units;
    found.push({ vi: `Danh mục đơn vị đúng: ${length} đơn vị.`, en: `The register of units holds: ${length} units.` });
  }
  if (reports.length > 0) found.push(reportsLine(reports));
  if (expected.length > 0)
    found.push({
      vi: `Khớp cả ${expected.length} kết quả nêu trong tệp.`,
      en: `All ${expected.length} results stated in the files are met.`,
    });
  return [...found, digestLine(file)];
}

/** The whole digest, since it is what a sealed record is held against. */
function digestLine(file: CriteriaSet["file"]): Words {
  const digest = editionDigest(file);
  return { vi: `Mã băm của bộ tiêu chí: ${digest}`, en: `Digest of the criteria set: ${digest}` };
}

function reportsLine(reports: readonly Evidence[]): Words {
  const units = new Set(reports.map(({ unit }) => unit.id)).size;
  if (units === reports.length) return { vi: `Báo cáo đúng: ${units} đơn vị.`, en: `The reports hold: ${units} units.` };
  return {
    vi: `Báo cáo đúng: ${reports.length} báo cáo của ${units} đơn vị.`,
    en: `The reports hold: ${reports.length} reports, units: ${units}.`,
  };
}

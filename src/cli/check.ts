import { editionDigest } from "../audit/editionDigest";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence, Expected } from "../evidence/evidence";
import type { UnitRegister } from "../evidence/unitRegister";
import { type Words, wordsIn } from "../issue/fields";
import { formatIssue } from "../issue/formatIssue";
import type { Issue } from "../issue/issue";
import { checkFiles } from "../node/checkFiles";
import { checkExpected } from "../report/checkExpected";
import { type DocumentGap, safeDocumentGaps } from "../report/documentGaps";
import { type CommonOptions, criteriaOf, criteriaOrDraft, DataError, type LoadedSet, orThrow, reportsOf } from "./context";
import { draftOutput } from "./draft";
import { markForms } from "./markForms";
import { numberIn, type Output, registerLines, titleLines, withMessage } from "./output";
import { type RegisterOptions, registerOf } from "./register";

interface CheckOptions extends CommonOptions, RegisterOptions {
  /** Print the leaves whose points lack documents. */
  readonly documents?: true;
  /** The folder in which the files of the documents are. */
  readonly files?: string;
  /** The folder into which forms are saved with their issues marked. */
  readonly mark?: string;
}

/** `par-index check EDITION [REPORTS…]`: proves a criteria set, reports against it, and what the reports are known to come to. */
export async function checkCommand(edition: string, files: readonly string[], options: CheckOptions): Promise<Output> {
  // Reports can be checked against a set only once nothing in it is open.
  const loaded: LoadedSet = files.length === 0 ? criteriaOrDraft(edition, options) : criteriaOf(edition, options);
  if (loaded.draft !== undefined) return draftOutput("check", loaded.draft, loaded.warnings, options);
  const { criteria, warnings } = loaded;
  const marked = options.mark === undefined ? [] : await markForms(criteria, files, options.mark, options.lang);
  try {
    return await checkedOutput({ criteria, warnings, marked }, files, options);
  } catch (error) {
    throw error instanceof DataError ? new DataError(error.issues, marked) : error;
  }
}

interface Loaded {
  readonly criteria: CriteriaSet;
  readonly warnings: readonly Issue[];
  /** What is told of the forms that were marked. */
  readonly marked: readonly Words[];
}

async function checkedOutput({ criteria, warnings, marked }: Loaded, files: readonly string[], options: CheckOptions): Promise<Output> {
  const { reports, expected, warnings: more } = await reportsOf(criteria, files, options);
  const { register, warnings: ofUnits } = registerOf(criteria, reports, options);
  const differing = checkExpected(criteria, reports, expected);
  const inFiles = options.files === undefined ? [] : checkFiles(reports, options.files);
  if (differing.length + inFiles.length > 0) throw new DataError([...differing, ...inFiles]);
  const gaps = orThrow(safeDocumentGaps(criteria, reports)).value;
  const listed = options.documents === true ? gaps : undefined;
  return {
    command: "check",
    criteria,
    register,
    warnings: [...warnings, ...more, ...ofUnits, ...(listed === undefined ? demanded(gaps) : [])],
    before: [...titleLines(criteria), ...registerLines(register), ...findings(criteria, reports, expected, register), ...marked],
    sections: listed === undefined ? [] : [gapTable(listed, options)],
    after: listed?.length === 0 ? [reports.some(({ round }) => round === "selfAssessed") ? nothingWanting : nothingClaimed] : [],
    data: {
      leaves: criteria.leaves.length,
      maxPoints: criteria.file.maxPoints,
      digest: editionDigest(criteria.file),
      reports: reports.map(({ unit, period, round, items }) => ({ unit: unit.id, period, round, items: Object.keys(items).length })),
      expectedMet: expected.length,
      ...(listed === undefined ? {} : { documentGaps: listed.map(gapData) }),
    },
  };
}

/** What the set itself demands. That points have no document at all is told only to those who ask, since many sets demand none. */
function demanded(gaps: readonly DocumentGap[]): readonly Issue[] {
  return gaps.filter(({ gap }) => gap !== "noDocument").map(({ found }) => found);
}

const nothingWanting: Words = {
  vi: "Mọi tiêu chí được tính điểm đều có tài liệu kiểm chứng.",
  en: "Every leaf that claims points has its supporting documents.",
};

/** Only self-assessments claim points, so that nothing is said of appraisals by themselves. */
const nothingClaimed: Words = {
  vi: "Trong các tệp không có báo cáo tự đánh giá, nên chưa xét được tiêu chí nào thiếu tài liệu kiểm chứng.",
  en: "The files hold no self-assessment, so that it was not looked at which leaves lack supporting documents.",
};

function gapTable(gaps: readonly DocumentGap[], { lang }: CommonOptions): Output["sections"][number] {
  return {
    title: { vi: "Tài liệu kiểm chứng còn thiếu hoặc cần xem lại", en: "Supporting documents that are missing or to be looked at" },
    columns: [
      { key: "unit", heading: { vi: "Đơn vị", en: "Unit" } },
      { key: "code", heading: { vi: "Mã", en: "Code" } },
      { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, wide: true },
      { key: "words", heading: { vi: "Tài liệu kiểm chứng", en: "Documents" }, wide: true },
    ],
    rows: gaps.map(({ unit, code, title, found }) => ({
      unit: unit.name,
      code,
      title: wordsIn(title, lang),
      words: formatIssue({ ...found, location: {} }, lang),
    })),
  };
}

function gapData({ unit, period, round, code, gap, found }: DocumentGap): object {
  return { unit: unit.id, period, round, code, gap, issue: withMessage(found) };
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

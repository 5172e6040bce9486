import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { evidenceForm } from "../evidence/evidenceForm";
import { formatCivilDate, readCivilDate } from "../exact/civilDate";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import type { Issue } from "../issue/issue";
import { inFile } from "../node/inFile";
import { safeIntoReport } from "../plan/intoReport";
import type { Plan } from "../plan/plan";
import { safePlanEvidence } from "../plan/planEvidence";
import { safePlanProgress } from "../plan/planProgress";
import type { ProgressFile } from "../plan/progressFile";
import { type CommonOptions, criteriaOf, orThrow, reportsOf, UsageError } from "./context";
import { type Output, type Row, titleLines } from "./output";
import { save } from "./record";

interface FeedOptions extends CommonOptions {
  readonly feed: string;
  readonly on: string | undefined;
  readonly out?: string | undefined;
  /** Files with the units' own reports, which are filled in. */
  readonly into?: readonly string[] | undefined;
}

/** A progress and the file that it was read from. */
interface LoadedProgress {
  readonly file: string;
  readonly value: ProgressFile;
}

/** `par-index plan … --feed EDITION`: the figures that the plan gives for reports under an edition; with `--into`, filled into the units' own; with `--out`, saved. */
export async function feedOutput(
  plan: Plan,
  progress: readonly LoadedProgress[],
  found: readonly Issue[],
  options: FeedOptions,
): Promise<Output> {
  const { lang, out, on, into } = options;
  const { criteria, warnings } = criteriaOf(options.feed, options);
  const fed = progress.map(({ file, value }) => {
    // What is wrong with the progress is told of its file; what is wrong with a link is told of the plan.
    orThrow(inFile(file, safePlanProgress(plan, value, { on })));
    return orThrow(safePlanEvidence(plan, value, criteria, { on }));
  });
  const own = into === undefined ? undefined : await reportsOf(criteria, into, options);
  const filled = own === undefined ? fed : fed.map(({ value }) => orThrow(safeIntoReport(criteria, ownReport(own.reports, value), value)));
  const reports = filled.map(({ value }) => value);
  const ofReports = own === undefined ? [] : [...own.warnings, ...filled.flatMap((one) => one.warnings)];
  if (out !== undefined)
    save(
      out,
      `${JSON.stringify(
        reports.map((report) => toComplete(criteria, report)),
        null,
        2,
      )}\n`,
    );
  return {
    command: "plan",
    criteria,
    warnings: [...found, ...warnings, ...fed.flatMap((one) => one.warnings), ...ofReports],
    before: [...titleLines(criteria), ...titleLines({ file: plan.file, readings: {} })],
    sections: [
      {
        columns: [
          { key: "unit", heading: { vi: "Đơn vị", en: "Unit" } },
          { key: "code", heading: { vi: "Mã", en: "Code" } },
          { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, wide: true },
          { key: "label", heading: { vi: "Số liệu", en: "Figure" } },
          { key: "value", heading: { vi: "Lấy từ kế hoạch", en: "From the plan" }, number: true },
        ],
        rows: fed.flatMap(({ value: report }) => fedRows(criteria, report, lang)),
      },
    ],
    after: [savedLine(options)],
    data: { plan: { id: plan.file.id, revision: plan.file.revision, status: plan.file.status }, reports },
  };
}

/** A report as it is saved: what is still blank stands there as `null`, to be filled in. */
function toComplete(criteria: CriteriaSet, report: Evidence): object {
  const form = evidenceForm(criteria, report.unit, report.period);
  const said = Object.entries(report.items).filter(([, item]) => Object.keys(item).length > 0);
  return { ...form, ...report, items: { ...form.items, ...Object.fromEntries(said) } };
}

/** The unit's own report of the period, in its own round. */
function ownReport(reports: readonly Evidence[], { unit, period, round }: Evidence): Evidence {
  const found = reports.find((report) => report.unit.id === unit.id && report.period === period && report.round === round);
  if (found !== undefined) return found;
  throw new UsageError({
    vi: `--into: trong tệp không có báo cáo tự đánh giá của ${unit.name} (${unit.id}), kỳ ${period}`,
    en: `--into: the files hold no self-assessment of ${unit.name} (${unit.id}) for the period ${period}`,
  });
}

/** A row for each figure that a leaf was given, in the order of the tree. */
function fedRows(criteria: CriteriaSet, { unit, items }: Evidence, lang: Language): Row[] {
  return treeOf(criteria, unit.group)
    .leaves.filter(({ code }) => Object.hasOwn(items, code))
    .flatMap(({ code, title, fields }) =>
      fields.flatMap(({ key, label }, index) => {
        const value = items[code]?.[key];
        const ofLeaf = index === 0 ? { unit: unit.name, code, title: wordsIn(title, lang) } : { unit: "", code: "", title: "" };
        return value === undefined ? [] : [{ ...ofLeaf, label: wordsIn(label, lang), value: figureText(value, lang) }];
      }),
    );
}

function figureText(value: Evidence["items"][string][string], lang: Language): string {
  const text = String(value);
  return readCivilDate(text) === undefined ? text : formatCivilDate(text, lang);
}

function savedLine({ out, into }: FeedOptions): Words {
  const own = into === undefined ? unlisted : stands;
  return out === undefined
    ? { vi: `Thêm --out TỆP.json để lưu thành báo cáo. ${own.vi}`, en: `Add --out FILE.json to save this as reports. ${own.en}` }
    : { vi: `Đã lưu: ${out}. ${own.vi}`, en: `Saved: ${out}. ${own.en}` };
}

const unlisted: Bilingual = {
  vi: "Tiêu chí không có trong bảng để null, đơn vị kê khai tiếp.",
  en: "Leaves that are not listed are null, for the unit to report.",
};
const stands: Bilingual = {
  vi: "Số liệu đơn vị đã kê khai được giữ nguyên; chỉ điền vào chỗ còn để trống.",
  en: "What the unit reported stands; only what was blank is filled in.",
};

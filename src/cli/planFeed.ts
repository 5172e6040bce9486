import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { formatCivilDate, readCivilDate } from "../exact/civilDate";
import type { Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import type { Issue } from "../issue/issue";
import { inFile } from "../node/inFile";
import type { Plan } from "../plan/plan";
import { safePlanEvidence } from "../plan/planEvidence";
import { safePlanProgress } from "../plan/planProgress";
import type { ProgressFile } from "../plan/progressFile";
import { type CommonOptions, criteriaOf, orThrow } from "./context";
import { type Output, type Row, titleLines } from "./output";
import { save } from "./record";

interface FeedOptions extends CommonOptions {
  readonly feed: string;
  readonly on: string | undefined;
  readonly out?: string | undefined;
}

/** A progress and the file that it was read from. */
interface LoadedProgress {
  readonly file: string;
  readonly value: ProgressFile;
}

/** `par-index plan … --feed EDITION`: the figures that the plan gives for reports under an edition; with `--out`, saved as reports. */
export function feedOutput(plan: Plan, progress: readonly LoadedProgress[], found: readonly Issue[], options: FeedOptions): Output {
  const { lang, out, on } = options;
  const { criteria, warnings } = criteriaOf(options.feed, options);
  const fed = progress.map(({ file, value }) => {
    // What is wrong with the progress is told of its file; what is wrong with a link is told of the plan.
    orThrow(inFile(file, safePlanProgress(plan, value, { on })));
    return orThrow(safePlanEvidence(plan, value, criteria, { on }));
  });
  const reports = fed.map(({ value }) => value);
  if (out !== undefined) save(out, `${JSON.stringify(reports, null, 2)}\n`);
  return {
    command: "plan",
    criteria,
    warnings: [...found, ...warnings, ...fed.flatMap((one) => one.warnings)],
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
        rows: reports.flatMap((report) => fedRows(criteria, report, lang)),
      },
    ],
    after: [savedLine(out)],
    data: { plan: { id: plan.file.id, revision: plan.file.revision, status: plan.file.status }, reports },
  };
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

function savedLine(out: string | undefined): Words {
  return out === undefined
    ? {
        vi: "Thêm --out TỆP.json để lưu số liệu thành báo cáo; tiêu chí không có trong bảng vẫn do đơn vị kê khai.",
        en: "Add --out FILE.json to save the figures as reports; leaves that are not listed are for the unit to report.",
      }
    : {
        vi: `Đã lưu: ${out}. Tiêu chí không có trong bảng vẫn do đơn vị kê khai.`,
        en: `Saved: ${out}. Leaves that are not listed are for the unit to report.`,
      };
}

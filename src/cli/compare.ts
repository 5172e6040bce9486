import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import type { Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { type CohortChange, compareCohorts } from "../report/compareCohorts";
import { whenLine } from "../report/groupTitle";
import { type CommonOptions, chosenScores, criteriaOf, scoresOf, type UnitOptions } from "./context";
import { type Column, noNumber, type Output, type Row, titleLines } from "./output";

interface CompareOptions extends CommonOptions, UnitOptions {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** `par-index compare EDITION --before REPORTS… --after REPORTS…`: whose scores a late or corrected report moves, and where. */
export async function compareCommand(edition: string, options: CompareOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const [before, after] = await Promise.all([scoresOf(criteria, options.before, options), scoresOf(criteria, options.after, options)]);
  const changes = compareCohorts(criteria, chosenScores(before.scores, options), chosenScores(after.scores, options));
  const unchanged = chosenScores(after.scores, options).length - changes.filter(({ change }) => change !== "removed").length;
  return {
    command: "compare",
    criteria,
    warnings: [...warnings, ...before.warnings, ...after.warnings],
    before: titleLines(criteria),
    sections: [{ columns, rows: changes.flatMap((change) => rowsOf(criteria, change, options.lang)) }],
    after: [
      {
        vi: `${changes.length} đơn vị có điểm thay đổi; ${unchanged} đơn vị không thay đổi một chữ số nào.`,
        en: `${changes.length} units have other scores; ${unchanged} have not moved by a digit.`,
      },
    ],
    data: changes,
  };
}

const columns: readonly Column[] = [
  { key: "unit", heading: { vi: "Đơn vị", en: "Unit" }, wide: true },
  { key: "when", heading: { vi: "Kỳ, vòng", en: "Period, round" } },
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" } },
  { key: "before", heading: { vi: "Trước", en: "Before" }, number: true },
  { key: "after", heading: { vi: "Sau", en: "After" }, number: true },
  { key: "published", heading: { vi: "Thay đổi", en: "Change" }, number: true },
];

/** The whole first, then the leaves that moved. */
function rowsOf(criteria: CriteriaSet, { unit, period, round, change, nodes }: CohortChange, lang: Language): Row[] {
  const when = whenLine(criteria, period, round)[lang];
  if (change !== "changed") {
    const remark = {
      added: { vi: "đơn vị mới có báo cáo", en: "reported now" },
      removed: { vi: "không còn báo cáo", en: "no longer reported" },
    };
    return [{ unit: unit.name, when, code: "", title: remark[change][lang], before: noNumber, after: noNumber, published: noNumber }];
  }
  const { nodes: known } = treeOf(criteria, unit.group);
  return nodes
    .filter(({ code, children }) => code === totalCode || children.length === 0)
    .map(({ code, before, after, published }) => {
      const title = known.get(code)?.title;
      const whole = code === totalCode || title === undefined;
      return {
        unit: whole ? unit.name : "",
        when: whole ? when : "",
        code: whole ? "" : code,
        title: whole ? { vi: "Tổng điểm", en: "Total" }[lang] : wordsIn(title, lang),
        before: before ?? noNumber,
        after: after ?? noNumber,
        published: published ?? noNumber,
      };
    });
}

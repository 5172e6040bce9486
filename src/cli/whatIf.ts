import type { FigureChanges } from "../analysis/changedItems";
import type { UnitOutcome } from "../analysis/unitOutcome";
import { type WhatIf, whatIf } from "../analysis/whatIf";
import type { CriteriaSet } from "../criteria/criteriaSet";
import { treeOf } from "../criteria/criteriaSet";
import { type Words, wordsIn } from "../issue/fields";
import { whenLine } from "../report/groupTitle";
import { type CommonOptions, criteriaOf, scoreOf, scoresOf, type UnitOptions, UsageError } from "./context";
import { type Column, noNumber, type Output, type Row, titleLines } from "./output";

export interface WhatIfOptions extends CommonOptions, UnitOptions {
  readonly set: readonly string[];
}

/** `par-index what-if EDITION REPORTS… --unit ID --set 1.2.done=990`: what a unit would come to with other figures. */
export async function whatIfCommand(edition: string, files: readonly string[], options: WhatIfOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, reports, warnings: more } = await scoresOf(criteria, files, options);
  const { unit, period, round } = scoreOf(scores, options);
  const changes = changesOf(criteria, unit.group, options.set);
  const found = whatIf(criteria, reports, { unit: unit.id, period, round }, changes);
  return {
    command: "what-if",
    criteria,
    warnings: [...warnings, ...more],
    before: [...titleLines(criteria), whenLine(criteria, period, round), found.sentence],
    sections: whatIfSections(found, options),
    data: found,
  };
}

/** The leaves that differ, then the other units that do; a spreadsheet has only the leaves, since its rows are of one sort. */
export function whatIfSections(found: WhatIf, { lang, format }: CommonOptions): Output["sections"] {
  const leaves = {
    columns: leafColumns,
    rows: found.leaves.map(({ code, title, before, after, difference, sentence }) => ({
      code,
      title: wordsIn(title, lang),
      before,
      after,
      difference,
      sentence: sentence[lang],
    })),
  };
  const others = {
    title: { vi: "Đơn vị khác thay đổi theo", en: "Other units that move" },
    columns: otherColumns,
    rows: found.others.map(({ before, after }) => otherRow(before, after)),
  };
  return format === "csv" || found.others.length === 0 ? [leaves] : [leaves, others];
}

const leafColumns: readonly Column[] = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" } },
  { key: "before", heading: { vi: "Trước", en: "Before" }, number: true },
  { key: "after", heading: { vi: "Sau", en: "After" }, number: true },
  { key: "difference", heading: { vi: "Tăng, giảm", en: "Difference" }, number: true },
  { key: "sentence", heading: { vi: "Diễn giải", en: "Explanation" }, wide: true },
];

const otherColumns: readonly Column[] = [
  { key: "unit", heading: { vi: "Đơn vị", en: "Unit" }, wide: true },
  { key: "published", heading: { vi: "Công bố trước", en: "Published before" }, number: true },
  { key: "publishedThen", heading: { vi: "Sau", en: "After" }, number: true },
  { key: "rank", heading: { vi: "Hạng trước", en: "Rank before" }, number: true },
  { key: "rankThen", heading: { vi: "Sau", en: "After" }, number: true },
];

function otherRow(before: UnitOutcome, after: UnitOutcome): Row {
  const rankOf = ({ rank }: UnitOutcome) => (rank === null ? noNumber : String(rank));
  return {
    unit: before.unit.name,
    published: before.published ?? noNumber,
    publishedThen: after.published ?? noNumber,
    rank: rankOf(before),
    rankThen: rankOf(after),
  };
}

/** `1.2.done=990`: a leaf, a figure, and what it would be; nothing behind the sign takes the figure away. */
export function changesOf(criteria: CriteriaSet, group: string, written: readonly string[]): FigureChanges {
  const changes: Record<string, Record<string, string | boolean | null>> = {};
  for (const one of written) {
    const [, code, figure, value] = /^(.+)\.([A-Za-z0-9-]+)=(.*)$/s.exec(one) ?? [];
    if (code === undefined || figure === undefined || value === undefined) throw new UsageError(badChange(one));
    changes[code] = { ...changes[code], [figure]: figureOf(criteria, group, { code, figure, value }) };
  }
  return changes;
}

const answers: Readonly<Record<string, boolean>> = { true: true, false: false, có: true, không: false, yes: true, no: false };

function figureOf(
  criteria: CriteriaSet,
  group: string,
  { code, figure, value }: Record<"code" | "figure" | "value", string>,
): string | boolean | null {
  if (value === "") return null;
  const leaf = treeOf(criteria, group).leaves.find((one) => one.code === code);
  const isAnswer = leaf?.fields.find(({ key }) => key === figure)?.type === "yesNo";
  return isAnswer ? (answers[value.toLowerCase()] ?? value) : value;
}

function badChange(written: string): Words & { readonly en: string } {
  return {
    vi: `--set viết dạng MÃ.SỐ-LIỆU=GIÁ-TRỊ, ví dụ 1.2.done=990, không phải “${written}”. Xem tên các số liệu bằng: par-index form`,
    en: `--set is written CODE.FIGURE=VALUE, such as 1.2.done=990, not "${written}". par-index form shows what figures are called`,
  };
}

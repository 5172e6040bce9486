import { type CriteriaChange, diffCriteria } from "../criteria/diffCriteria";
import type { Bilingual, Language } from "../exact/formatNumber";
import { fieldText } from "../report/fieldText";
import { type CommonOptions, criteriaOf } from "./context";
import { type Column, describeSet, type Output, type Row, titleLines } from "./output";

/** `par-index diff A B`: what changed from one criteria set to another. */
export function diffCommand(before: string, after: string, options: CommonOptions): Output {
  const [a, b] = [criteriaOf(before, options), criteriaOf(after, options)];
  const changes = diffCriteria(a.criteria, b.criteria);
  const status = `${a.criteria.file.status} → ${b.criteria.file.status}`;
  const rows = changes.flatMap((change) => rowsOf(change, options.lang).map((row) => ({ ...row, status })));
  return {
    command: "diff",
    warnings: [...a.warnings, ...b.warnings],
    before: [
      { vi: "Từ:", en: "From:" },
      ...titleLines(a.criteria),
      { vi: "Đến:", en: "To:" },
      ...titleLines(b.criteria),
      ...(changes.length === 0 ? [{ vi: "Hai bộ tiêu chí như nhau.", en: "The two sets are the same." }] : []),
    ],
    sections: changes.length === 0 ? [] : [{ columns: [...columns, ...(options.format === "csv" ? [statusColumn] : [])], rows }],
    data: { before: describeSet(a.criteria), after: describeSet(b.criteria), changes },
  };
}

const columns: readonly Column[] = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "change", heading: { vi: "Thay đổi", en: "Change" } },
  { key: "what", heading: { vi: "Mục", en: "What" } },
  { key: "before", heading: { vi: "Trước", en: "Before" } },
  { key: "after", heading: { vi: "Sau", en: "After" }, wide: true },
];
const statusColumn: Column = { key: "status", heading: { vi: "Tình trạng", en: "Status" } };

const changeWords: Readonly<Record<CriteriaChange["change"], Bilingual>> = {
  added: { vi: "thêm", en: "added" },
  removed: { vi: "bỏ", en: "removed" },
  changed: { vi: "sửa", en: "changed" },
  renumbered: { vi: "đổi mã", en: "renumbered" },
};
const renumberedAndChanged: Bilingual = { vi: "đổi mã, sửa", en: "renumbered, changed" };

/** A line for each value that differs, or one for the whole criterion. */
function rowsOf({ code, groups, from, title, change, fields }: CriteriaChange, lang: Language): Row[] {
  const ofGroups = groups === undefined ? "" : ` (${groups.join(", ")})`;
  const shared = {
    code: `${from === undefined ? "" : `${from} → `}${code}${ofGroups}`,
    change: (change === "changed" && from !== undefined ? renumberedAndChanged : changeWords[change])[lang],
  };
  if (fields.length === 0) return [{ ...shared, what: title, before: "", after: "" }];
  return fields.map(({ path, before, after }) => ({
    ...shared,
    what: path,
    before: fieldText(path, before, lang),
    after: fieldText(path, after, lang),
  }));
}

import { type CriteriaChange, diffCriteria } from "../criteria/diffCriteria";
import { type CommonOptions, criteriaOf } from "./context";
import { describeSet, numberIn, type Output, titleLines } from "./output";

/** `par-index diff A B`: what changed from one criteria set to another. */
export function diffCommand(before: string, after: string, options: CommonOptions): Output {
  const [a, b] = [criteriaOf(before, options), criteriaOf(after, options)];
  const changes = diffCriteria(a.criteria, b.criteria);
  const status = `${a.criteria.file.status} → ${b.criteria.file.status}`;
  const printed = (path: string, value: string) => (numberKeys.test(path) && value !== "" ? numberIn(value, options.lang) : value);
  const words = {
    added: { vi: "thêm", en: "added" },
    removed: { vi: "bỏ", en: "removed" },
    changed: { vi: "sửa", en: "changed" },
    renumbered: { vi: "đổi mã", en: "renumbered" },
  } as const;
  const said = ({ change, from }: CriteriaChange) =>
    change === "changed" && from !== undefined
      ? { vi: "đổi mã, sửa", en: "renumbered, changed" }[options.lang]
      : words[change][options.lang];
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
    sections:
      changes.length === 0
        ? []
        : [
            {
              columns: [
                { key: "code", heading: { vi: "Mã", en: "Code" } },
                { key: "change", heading: { vi: "Thay đổi", en: "Change" } },
                { key: "what", heading: { vi: "Mục", en: "What" } },
                { key: "before", heading: { vi: "Trước", en: "Before" } },
                { key: "after", heading: { vi: "Sau", en: "After" }, wide: true },
                ...(options.format === "csv" ? [{ key: "status", heading: { vi: "Tình trạng", en: "Status" } }] : []),
              ],
              rows: changes.flatMap((changed) => {
                const { code, from, title, fields } = changed;
                const shared = { code: from === undefined ? code : `${from} → ${code}`, change: said(changed), status };
                return fields.length === 0
                  ? [{ ...shared, what: title, before: "", after: "" }]
                  : fields.map((field) => ({
                      ...shared,
                      what: field.path,
                      before: printed(field.path, field.before),
                      after: printed(field.path, field.after),
                    }));
              }),
            },
          ],
    data: { before: describeSet(a.criteria), after: describeSet(b.criteria), changes },
  };
}

/** Keys whose values are numbers, printed as people print them; other text stands as it does in the file. */
const numberKeys = /(^|\.)(maxPoints|points|percentOfMax|target|atLeast|moreThan|lessThan|atMost|notDone|divisor)$/;

import { diffCriteria } from "../criteria/diffCriteria";
import { type CommonOptions, criteriaOf } from "./context";
import type { Output } from "./output";

/** `par-index diff A B`: what changed from one criteria set to another. */
export function diffCommand(before: string, after: string, options: CommonOptions): Output {
  const [a, b] = [criteriaOf(before, options), criteriaOf(after, options)];
  const changes = diffCriteria(a.criteria, b.criteria);
  const words = {
    added: { vi: "thêm", en: "added" },
    removed: { vi: "bỏ", en: "removed" },
    changed: { vi: "sửa", en: "changed" },
  } as const;
  return {
    command: "diff",
    warnings: [...a.warnings, ...b.warnings],
    before: [
      { vi: `Từ: ${a.criteria.file.title.vi}`, en: `From: ${a.criteria.file.title.en ?? a.criteria.file.title.vi}` },
      { vi: `Đến: ${b.criteria.file.title.vi}`, en: `To: ${b.criteria.file.title.en ?? b.criteria.file.title.vi}` },
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
              ],
              rows: changes.flatMap(({ code, title, change, fields }) =>
                fields.length === 0
                  ? [{ code, change: words[change][options.lang], what: title, before: "", after: "" }]
                  : fields.map(({ path, before: old, after: now }) => ({
                      code,
                      change: words[change][options.lang],
                      what: path,
                      before: old,
                      after: now,
                    })),
              ),
            },
          ],
    data: changes,
  };
}

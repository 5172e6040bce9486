import { type ChangeCause, safeDiffSealed, type UnitChange } from "../audit/diffSealed";
import type { Bilingual, Language } from "../exact/formatNumber";
import { readLines } from "../node/readLines";
import { type CommonOptions, orThrow } from "./context";
import { type Column, noNumber, numberIn, type Output, type Row } from "./output";

/** `par-index diff A.jsonl B.jsonl`: what changed between two sealed rounds, by unit and criterion, and why. */
export function diffRecordsCommand(before: string, after: string, { lang }: CommonOptions): Output {
  const { value } = orThrow(safeDiffSealed(readLines(before), readLines(after)));
  const { criteria, units, unchanged } = value;
  return {
    command: "diff",
    before: [
      { vi: `Từ ${before} đến ${after}`, en: `From ${before} to ${after}` },
      ...(criteria.before === criteria.after
        ? []
        : [{ vi: "Hai hồ sơ chấm theo hai bộ tiêu chí khác nhau.", en: "The two records were scored by different criteria sets." }]),
    ],
    sections: units.length === 0 ? [] : [{ columns, rows: units.flatMap((change) => rowsOf(change, lang)) }],
    after: [{ vi: `${unchanged} kết quả không đổi chữ số nào.`, en: `${unchanged} results have not moved by a digit.` }],
    data: value,
  };
}

const columns: readonly Column[] = [
  { key: "unit", heading: { vi: "Mã đơn vị", en: "Unit id" } },
  { key: "what", heading: { vi: "Mục", en: "What" }, wide: true },
  { key: "before", heading: { vi: "Trước", en: "Before" }, number: true },
  { key: "after", heading: { vi: "Sau", en: "After" }, number: true },
  { key: "cause", heading: { vi: "Nguyên nhân", en: "Cause" } },
];

const causeWords: Readonly<Record<ChangeCause, Bilingual>> = {
  criteria: { vi: "bộ tiêu chí", en: "criteria" },
  evidence: { vi: "số liệu của đơn vị", en: "its evidence" },
  others: { vi: "đơn vị khác", en: "other units" },
  engine: { vi: "phiên bản chương trình", en: "engine" },
  none: { vi: "không rõ, cần tính lại", en: "unexplained, replay it" },
};

/** What moved for a unit as a whole, then criterion by criterion. */
function rowsOf({ unit, period, published, rank, grade, criteria, cause }: UnitChange, lang: Language): readonly Row[] {
  const named = (
    what: Bilingual,
    { before, after }: { readonly before: string | number | null; readonly after: string | number | null },
  ) =>
    before === after
      ? []
      : [
          {
            unit,
            what: `${what[lang]} (${period})`,
            before: shown(before, lang),
            after: shown(after, lang),
            cause: causeWords[cause][lang],
          },
        ];
  return [
    ...named({ vi: "Giá trị công bố", en: "Published value" }, published),
    ...named({ vi: "Hạng", en: "Rank" }, rank),
    ...named({ vi: "Xếp loại", en: "Grade" }, grade),
    ...criteria.map(({ code, title, before, after, cause: why }) => ({
      unit,
      what: `${code} ${title}`,
      before: shown(before, lang),
      after: shown(after, lang),
      cause: causeWords[why][lang],
    })),
  ];
}

function shown(value: string | number | null, lang: Language): string {
  if (value === null) return noNumber;
  return /^-?\d+(\.\d+)?(\/\d+)?$/.test(String(value)) ? numberIn(String(value), lang) : String(value);
}

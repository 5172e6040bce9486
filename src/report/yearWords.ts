import type { Method } from "../criteria/criteriaFile";
import type { FieldChange } from "../criteria/differences";
import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { earned, maximum, stateWords } from "./explainWords";
import { fieldText } from "./fieldText";
import type { ComparedPolicy, PointsState, Refusal } from "./refusal";

export const methodHeading: Bilingual = { vi: "Phương thức", en: "Method" };

/** How each method is called. */
export const methodWords: Readonly<Record<Method, Bilingual>> = {
  appraised: { vi: "thẩm định", en: "appraised" },
  surveyed: { vi: "điều tra xã hội học", en: "surveyed" },
  fromIndex: { vi: "lấy từ chỉ số khác", en: "from another index" },
  leadership: { vi: "lãnh đạo chấm", en: "by the leadership" },
};

const policyWords: Readonly<Record<ComparedPolicy, Bilingual>> = {
  rounding: { vi: "làm tròn", en: "rounding" },
  published: { vi: "kết quả công bố", en: "what is published" },
  notApplicable: { vi: "không áp dụng", en: "not applicable" },
};

/** Of many differences these are told; data holds them all. */
const fieldsTold = 2;

type RefusalWords = {
  readonly [Reason in Refusal["reason"]]: Readonly<Record<Language, (refusal: Extract<Refusal, { readonly reason: Reason }>) => string>>;
};

/** Why a node is not compared, in words. A reason without words does not compile. */
export const refusalWords: RefusalWords = {
  added: { vi: () => "mới, năm trước không có", en: () => "new, not there in the earlier year" },
  titleDiffers: {
    vi: ({ before }) => `cùng mã, khác tên (trước: “${before.vi}”); nếu vẫn là tiêu chí cũ, khai “formerly” trong bộ tiêu chí sau`,
    en: ({ before }) =>
      `same code, another title (before: "${wordsIn(before, "en")}"); if it is the same criterion, say so with "formerly" in the later set`,
  },
  maximumChanged: {
    vi: ({ before, after }) => `điểm tối đa khác: ${fromTo(before, after, "vi")}`,
    en: ({ before, after }) => `another maximum: ${fromTo(before, after, "en")}`,
  },
  countedMaximumDiffers: {
    vi: ({ before, after }) => `tổng điểm tối đa được tính khác: ${fromTo(before, after, "vi")}`,
    en: ({ before, after }) => `another counted maximum: ${fromTo(before, after, "en")}`,
  },
  ruleChanged: {
    vi: ({ fields }) => `cách chấm điểm khác: ${fieldsIn(fields, "vi")}`,
    en: ({ fields }) => `another rule: ${fieldsIn(fields, "en")}`,
  },
  methodChanged: {
    vi: ({ before, after }) => `phương thức đánh giá khác: ${methodWords[before].vi} → ${methodWords[after].vi}`,
    en: ({ before, after }) => `another method: ${methodWords[before].en} → ${methodWords[after].en}`,
  },
  readingDiffers: {
    vi: ({ before, after }) => `cách hiểu áp dụng khác: ${before} → ${after}`,
    en: ({ before, after }) => `another reading: ${before} → ${after}`,
  },
  policiesDiffer: {
    vi: ({ policies }) => `quy định tính toán khác: ${policies.map((policy) => policyWords[policy].vi).join(", ")}`,
    en: ({ policies }) => `other policies: ${policies.map((policy) => policyWords[policy].en).join(", ")}`,
  },
  withoutPoints: {
    vi: ({ before, after }) =>
      `không có điểm để so sánh: ${[...yearState("năm trước", before, "vi"), ...yearState("năm sau", after, "vi")].join(", ")}`,
    en: ({ before, after }) =>
      `no points to compare: ${[...yearState("earlier", before, "en"), ...yearState("later", after, "en")].join(", ")}`,
  },
  childrenDiffer: {
    vi: ({ refused, gone }) =>
      [...listed("mục con không so sánh được", refused), ...listed("mục con đã bỏ hoặc chuyển đi (mã cũ)", gone)].join("; "),
    en: ({ refused, gone }) => [...listed("not compared below it", refused), ...listed("removed or moved (old codes)", gone)].join("; "),
  },
};

/** The words around a comparison of two years. */
export const yearWords = {
  vi: {
    total: "Tổng điểm",
    period: "kỳ",
    from: "trước là",
    refused: "không so sánh",
    removed: "Năm sau không còn",
    earned: earned.vi,
    maximum: maximum.vi,
  },
  en: {
    total: "Total",
    period: "period",
    from: "formerly",
    refused: "not compared",
    removed: "Not there in the later year",
    earned: earned.en,
    maximum: maximum.en,
  },
} as const;

/** A change with its sign, as people write it: `+0,28`. */
export function signedNumber(exact: string, language: Language): string {
  return `${/^-|^0(\.0*)?$/.test(exact) ? "" : "+"}${formatNumber(exact, language)}`;
}

function fromTo(before: string, after: string, language: Language): string {
  return `${formatNumber(before, language)} → ${formatNumber(after, language)}`;
}

function fieldsIn(fields: readonly FieldChange[], language: Language): string {
  const told = fields.slice(0, fieldsTold).map(({ path, before, after }) => {
    const shown = (value: string) => (value === "" ? "–" : fieldText(path, value, language));
    return `${path} ${shown(before)} → ${shown(after)}`;
  });
  const rest = fields.length - told.length;
  const more = { vi: `và ${rest} chỗ khác`, en: `and ${rest} more` }[language];
  return [...told, ...(rest > 0 ? [more] : [])].join("; ");
}

function yearState(year: string, state: PointsState | null, language: Language): string[] {
  const notCounted = { vi: "không tính điểm", en: "not counted" };
  return state === null ? [] : [`${year} ${(state === "notCounted" ? notCounted : stateWords[state])[language]}`];
}

function listed(heading: string, codes: readonly string[]): string[] {
  return codes.length === 0 ? [] : [`${heading}: ${codes.join(", ")}`];
}

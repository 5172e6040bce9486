import type { Bilingual } from "../exact/formatNumber";

/** How what a draft may leave open is called. */
export const openWords = {
  maxPoints: { vi: "điểm tối đa", en: "the maximum" },
  rule: { vi: "cách chấm điểm", en: "the rule" },
  policy: { vi: "quy định tính toán này", en: "this policy" },
  grading: { vi: "quy định xếp loại", en: "the grading" },
} as const satisfies Readonly<Record<string, Bilingual>>;

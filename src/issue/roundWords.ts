import type { Bilingual } from "../exact/formatNumber";

/** How each round is called where the criteria set does not say. */
export const roundWords = {
  selfAssessed: { vi: "tự đánh giá", en: "self-assessed" },
  appraised: { vi: "thẩm định", en: "appraised" },
  explained: { vi: "giải trình", en: "explained" },
  reappraised: { vi: "thẩm định lần 2", en: "reappraised" },
  counted: { vi: "kết quả tính điểm", en: "counted" },
} as const satisfies Readonly<Record<string, Bilingual>>;

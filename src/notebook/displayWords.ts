import type { Bilingual } from "../exact/formatNumber";

/** Headings of displays that are not the library's own words already. */
export const displayWords = {
  code: { vi: "Mã", en: "Code" },
  criterion: { vi: "Tiêu chí", en: "Criterion" },
  points: { vi: "Điểm", en: "Points" },
  maximum: { vi: "Tối đa", en: "Maximum" },
  share: { vi: "Tỷ lệ đạt", en: "Share of the maximum" },
  remark: { vi: "Ghi chú", en: "Remark" },
  rank: { vi: "Hạng", en: "Rank" },
  unit: { vi: "Đơn vị", en: "Unit" },
  group: { vi: "Nhóm", en: "Group" },
  change: { vi: "Thay đổi hạng", en: "Places gained or lost" },
  grade: { vi: "Xếp loại", en: "Grade" },
  mean: { vi: "Trung bình", en: "Mean" },
  yes: { vi: "có", en: "yes" },
  no: { vi: "không", en: "no" },
} as const satisfies Readonly<Record<string, Bilingual>>;

import type { Bilingual, Language } from "../../../exact/formatNumber";

/** What only the script says: controls that do nothing without it. */
export const readerWords = {
  find: { vi: "Tìm đơn vị, tiêu chí (phím /)", en: "Find a unit or criterion (key /)" },
  nothing: { vi: "Không tìm thấy", en: "Nothing found" },
  printMain: { vi: "In tóm tắt, xếp hạng", en: "Print summary and ranking" },
  printUnit: { vi: "In trang đơn vị này", en: "Print this unit" },
  printWhole: { vi: "In toàn bộ", en: "Print everything" },
  back: { vi: "Bảng xếp hạng", en: "Ranking" },
  language: { vi: "Ngôn ngữ", en: "Language" },
  criterion: { vi: "Tiêu chí", en: "Criterion" },
  points: { vi: "Điểm", en: "Points" },
  working: { vi: "Cách tính", en: "How it came" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const foundWords: Readonly<Record<Language, (count: number) => string>> = {
  vi: (count) => `Tìm thấy ${count}`,
  en: (count) => `${count} found`,
};

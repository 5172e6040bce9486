import type { Bilingual, Language } from "../exact/formatNumber";

/** A sentence in both languages, made by one function of the language. */
export function inBoth(words: (language: Language) => string): Bilingual {
  return { vi: words("vi"), en: words("en") };
}

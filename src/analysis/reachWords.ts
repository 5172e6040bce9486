import { daysBetween, formatCivilDate } from "../exact/civilDate";
import { exactText, fromExactText } from "../exact/decimal";
import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import { compare, subtract, zero } from "../exact/ratio";
import { wordsIn } from "../issue/fields";
import { stateWords } from "../report/explainWords";
import type { Field, Figure } from "../rules/ruleKind";
import type { Reach } from "./reach";

/** `1.2 Hồ sơ đúng hạn: thêm 12 hồ sơ (từ 938 lên 950) được 3,8 điểm, tổng tăng 3,8 điểm.` */
export function reachSentence(reach: Omit<Reach, "sentence">, field: Field | undefined): Bilingual {
  return { vi: sentenceIn(reach, field, "vi"), en: sentenceIn(reach, field, "en") };
}

function sentenceIn(reach: Omit<Reach, "sentence">, field: Field | undefined, language: Language): string {
  const { code, title, state, lost, from, to, aim, earns, gain } = reach;
  const say = (exact: string | null) => formatNumber(exact ?? "0", language);
  const where = `${code} ${wordsIn(title, language)}`;
  if (field === undefined || from === null || to === null) {
    const why =
      state === "scored" ? { vi: "không số liệu nào một mình mang thêm điểm", en: "no single figure brings more" } : stateWords[state];
    return { vi: `${where}: còn ${say(lost)} điểm; ${why.vi}.`, en: `${where}: ${say(lost)} points open; ${why.en}.` }[language];
  }
  const most =
    aim === "most" ? { vi: ", nhiều nhất mà số liệu này mang lại", en: ", the most that this figure brings" } : { vi: "", en: "" };
  const moved = moveWords(field, from, to)[language];
  return {
    vi: `${where}: ${moved} được ${say(earns)} điểm (tổng tăng ${say(gain)})${most.vi}.`,
    en: `${where}: ${moved} earns ${say(earns)} points (the total gains ${say(gain)})${most.en}.`,
  }[language];
}

/** How a figure is moved: `thêm 12 hồ sơ (từ 938 lên 950)`. */
export function moveWords(field: Field, from: Figure, to: Figure): Bilingual {
  if (typeof to === "boolean")
    return { vi: `${to ? "có" : "không còn"} “${field.label.vi}”`, en: `"${wordsIn(field.label, "en")}" ${to ? "done" : "no longer"}` };
  if (field.type === "option") return optionWords(field, from, to);
  if (field.type === "date") return dayWords(field, String(from), String(to));
  const difference = subtract(fromExactText(String(to)), fromExactText(String(from)));
  const more = compare(difference, zero) > 0;
  const by = exactText(more ? difference : subtract(zero, difference));
  const amount = (language: Language) => `${formatNumber(by, language)}${unitWords(field, language)}`;
  const value = (figure: Figure, language: Language) => formatNumber(String(figure), language);
  return {
    vi: `${more ? "thêm" : "bớt"} ${amount("vi")} (${field.label.vi}: từ ${value(from, "vi")} ${more ? "lên" : "xuống"} ${value(to, "vi")})`,
    en: `${amount("en")} ${more ? "more" : "fewer"} (${wordsIn(field.label, "en")}: from ${value(from, "en")} to ${value(to, "en")})`,
  };
}

function unitWords({ unit }: Field, language: Language): string {
  return unit === undefined ? "" : ` ${wordsIn(unit, language)}`;
}

function optionWords({ options = [] }: Field, from: Figure, to: Figure): Bilingual {
  const label = (id: Figure, language: Language) => {
    const found = options.find((option) => option.id === id)?.label;
    return found === undefined ? String(id) : wordsIn(found, language);
  };
  return { vi: `“${label(to, "vi")}” thay cho “${label(from, "vi")}”`, en: `"${label(to, "en")}" instead of "${label(from, "en")}"` };
}

function dayWords({ label }: Field, from: string, to: string): Bilingual {
  const days = daysBetween(to, from);
  const by = formatNumber(String(Math.abs(days)), "vi");
  return {
    vi: `${label.vi} ${formatCivilDate(to, "vi")}, ${days > 0 ? "sớm" : "muộn"} hơn ${by} ngày`,
    en: `${wordsIn(label, "en")} ${formatCivilDate(to, "en")}, ${by} days ${days > 0 ? "earlier" : "later"}`,
  };
}

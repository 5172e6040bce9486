import { daysBetween, formatCivilDate } from "../exact/civilDate";
import { exactText, fromExactText } from "../exact/decimal";
import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import { compare, subtract, zero } from "../exact/ratio";
import { wordsIn } from "../issue/fields";
import type { Field, Figure } from "../rules/ruleKind";
import { inBoth } from "./inBoth";

/** How a figure is moved: `thêm 12 hồ sơ (Hồ sơ đúng hạn: từ 938 lên 950)`. One that was not there is only named. */
export function figureMoveWords(field: Field, from: Figure | null, to: Figure | null): Bilingual {
  if (from === null || to === null) return inBoth((language) => `${wordsIn(field.label, language)}: ${namedFigure(field, to)[language]}`);
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

function optionWords(field: Field, from: Figure, to: Figure): Bilingual {
  const [earlier, later] = [namedFigure(field, from), namedFigure(field, to)];
  return { vi: `“${later.vi}” thay cho “${earlier.vi}”`, en: `"${later.en}" instead of "${earlier.en}"` };
}

/** A figure as people read it by itself. */
function namedFigure({ type, options = [] }: Field, figure: Figure | null): Bilingual {
  if (figure === null) return { vi: "bỏ số liệu", en: "taken away" };
  if (typeof figure === "boolean") return figure ? { vi: "có", en: "yes" } : { vi: "không", en: "no" };
  const option = options.find(({ id }) => id === figure)?.label;
  return inBoth((language) => {
    if (option !== undefined) return wordsIn(option, language);
    return type === "date" ? formatCivilDate(String(figure), language) : formatNumber(String(figure), language);
  });
}

function dayWords({ label }: Field, from: string, to: string): Bilingual {
  const days = daysBetween(to, from);
  const by = formatNumber(String(Math.abs(days)), "vi");
  return {
    vi: `${label.vi} ${formatCivilDate(to, "vi")}, ${days > 0 ? "sớm" : "muộn"} hơn ${by} ngày`,
    en: `${wordsIn(label, "en")} ${formatCivilDate(to, "en")}, ${by} days ${days > 0 ? "earlier" : "later"}`,
  };
}

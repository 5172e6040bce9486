import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import type { Field } from "../rules/ruleKind";
import { figureMoveWords } from "./figureMoveWords";
import { inBoth } from "./inBoth";
import type { UnitOutcome } from "./unitOutcome";
import type { FigureMove, LeafDifference, WhatIf } from "./whatIf";

/** `Xã A: 5,20 → 9,08 (tăng 3,88 điểm); hạng 2 → 1 trên 2; xếp loại Tốt → Xuất sắc.` */
export function outcomeSentence({ before, after, published }: Omit<WhatIf, "sentence">): Bilingual {
  return inBoth((language) => {
    const total = `${valueIn(before, language)} → ${valueIn(after, language)} (${differenceWords(published)[language]})`;
    const rank = `${{ vi: "hạng", en: "rank" }[language]} ${rankIn(before)} → ${rankIn(after)} ${{ vi: "trên", en: "of" }[language]} ${after.of}`;
    const graded = before.grade !== null || after.grade !== null;
    const grade = `${{ vi: "xếp loại", en: "grade" }[language]} ${gradeIn(before, language)} → ${gradeIn(after, language)}`;
    return `${[`${before.unit.name}: ${total}`, rank, ...(graded ? [grade] : [])].join("; ")}.`;
  });
}

/** `tăng 3,88 điểm`. */
export function differenceWords(difference: string): Bilingual {
  const falls = difference.startsWith("-");
  const by = falls ? difference.slice(1) : difference;
  return {
    vi: `${falls ? "giảm" : "tăng"} ${formatNumber(by, "vi")} điểm`,
    en: `${falls ? "loses" : "gains"} ${formatNumber(by, "en")} points`,
  };
}

/** `1.2 Hồ sơ đúng hạn: thêm 32 hồ sơ (từ 938 lên 970): 0 → 3,88 điểm.` */
export function leafSentence(
  { code, title, before, after, figures }: Omit<LeafDifference, "sentence" | "steps">,
  fields: readonly Field[],
): Bilingual {
  return inBoth((language) => {
    const moves = figures.map((move) => moveIn(move, fields)[language]);
    const points = `${formatNumber(before, language)} → ${formatNumber(after, language)} ${{ vi: "điểm", en: "points" }[language]}`;
    return `${[`${code} ${wordsIn(title, language)}`, ...(moves.length === 0 ? [] : [moves.join("; ")]), points].join(": ")}.`;
  });
}

function moveIn({ figure, from, to }: FigureMove, fields: readonly Field[]): Bilingual {
  const field = fields.find(({ key }) => key === figure);
  return field === undefined ? { vi: figure, en: figure } : figureMoveWords(field, from, to);
}

function valueIn({ published }: UnitOutcome, language: Language): string {
  return published === null ? "–" : formatNumber(published, language);
}

function rankIn({ rank }: UnitOutcome): string {
  return rank === null ? "–" : String(rank);
}

function gradeIn({ grade }: UnitOutcome, language: Language): string {
  return grade === null ? "–" : wordsIn(grade.title, language);
}

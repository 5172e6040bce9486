import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { incompleteLeaves } from "../score/nodeScore";
import type { LeafState, Score } from "../score/score";
import { besideWords, beyondLine, stateWords } from "./explainWords";
import { whenLine } from "./groupTitle";
import { notRatedWords } from "./placeRemark";
import type { ScoreRow } from "./toRows";

/** Whose score it is, and for when; and that the unit is not rated, where that is so. */
export function unitLine(criteria: CriteriaSet, { unit, period, round }: Pick<Score, "unit" | "period" | "round">): Bilingual {
  const when = whenLine(criteria, period, round);
  const rated = unit.notRated === undefined ? undefined : notRatedWords(unit.notRated);
  return {
    vi: [unit.name, when.vi, ...(rated === undefined ? [] : [rated.vi])].join(" · "),
    en: [unit.name, when.en, ...(rated === undefined ? [] : [rated.en])].join(" · "),
  };
}

/** What a node of a sheet is called. */
export function nodeTitle(criteria: CriteriaSet, { code, title, group }: ScoreRow): Bilingual {
  if (code === totalCode) return { vi: "Tổng điểm", en: "Total" };
  return { vi: title, en: wordsIn(treeOf(criteria, group).nodes.get(code)?.title ?? { vi: title }, "en") };
}

/** Why a node of a sheet has no points, or not all; else, of a bonus or penalty, that it stands beside the sum of the others. */
export function nodeRemark(criteria: CriteriaSet, { state, code, group }: ScoreRow, score: Score): Bilingual {
  if (state === "incomplete") {
    const pending = code === totalCode ? ` (${incompleteLeaves(score.root)})` : "";
    return { vi: `chưa đầy đủ${pending}`, en: `incomplete${pending}` };
  }
  if (state !== "scored" && state !== "sum") return stateWords[state as Exclude<LeafState, "scored">];
  const beside = treeOf(criteria, group).nodes.get(code)?.node.beyondMax;
  return beside === undefined ? { vi: "", en: "" } : besideWords[beside];
}

/** What a reader of a sheet must not overlook: points that are incomplete, and for want of what. */
export function sheetRemarks({ missing, waiting, published, root, countedMax, ...score }: Score): readonly Bilingual[] {
  const pending = incompleteLeaves(root);
  const beside = root.children.some(({ beyondMax }) => beyondMax !== undefined) ? [besideLine(score)] : [];
  const shrunk =
    countedMax === root.maxPoints
      ? []
      : [
          {
            vi: `Điểm tối đa được tính: ${formatNumber(countedMax, "vi")}.`,
            en: `Maximum that counts: ${formatNumber(countedMax, "en")}.`,
          },
        ];
  if (pending === 0) {
    const shown = (language: Language) => (published === null ? "–" : formatNumber(published, language));
    return [{ vi: `Kết quả công bố: ${shown("vi")}`, en: `Published: ${shown("en")}` }, ...beside, ...shrunk];
  }
  const codes = [...missing, ...waiting].join(", ");
  return [
    ...beside,
    ...shrunk,
    {
      vi: `Chưa đầy đủ: ${pending} tiêu chí chưa có số liệu (${codes}). Tổng điểm trên chỉ gồm phần đã có.`,
      en: `Incomplete: ${pending} leaves are missing (${codes}). The total is only of what there is.`,
    },
  ];
}

/** `Điểm nền 13,5 · cộng 2 · trừ 0,5` */
function besideLine({ base, bonus, penalty }: Pick<Score, "base" | "bonus" | "penalty">): Bilingual {
  const line = (language: Language) =>
    beyondLine[language](formatNumber(base, language), formatNumber(bonus, language), formatNumber(penalty.replace("-", ""), language));
  return { vi: line("vi"), en: line("en") };
}

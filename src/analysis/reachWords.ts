import { type Bilingual, formatNumber } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { stateWords } from "../report/explainWords";
import type { LeafState } from "../score/score";
import { inBoth } from "./inBoth";
import type { Reach } from "./reach";

/** Why no figure is moved. */
export function whyUnmoved(state: LeafState): Bilingual {
  return state === "scored" ? { vi: "không số liệu nào một mình mang thêm điểm", en: "no single figure brings more" } : stateWords[state];
}

/** `1.2 Hồ sơ đúng hạn: thêm 12 hồ sơ (từ 938 lên 950) được 3,8 điểm (tổng tăng 3,8).` */
export function reachSentence({ code, title, lost, aim, move, earns, gain }: Omit<Reach, "sentence">): Bilingual {
  const most =
    aim === "most" ? { vi: ", nhiều nhất mà số liệu này mang lại", en: ", the most that this figure brings" } : { vi: "", en: "" };
  return inBoth((language) => {
    const say = (exact: string) => formatNumber(exact, language);
    const where = `${code} ${wordsIn(title, language)}`;
    if (earns === null || gain === null) {
      return { vi: `${where}: còn ${say(lost)} điểm; ${move.vi}.`, en: `${where}: ${say(lost)} points lost; ${move.en}.` }[language];
    }
    return {
      vi: `${where}: ${move.vi} được ${say(earns)} điểm (tổng tăng ${say(gain)})${most.vi}.`,
      en: `${where}: ${move.en} earns ${say(earns)} points (the total gains ${say(gain)})${most.en}.`,
    }[language];
  });
}

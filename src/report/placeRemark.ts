import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Bilingual } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import type { Place } from "../rank/rank";

/** What has to be said of a place: that it is shared, why equal units are parted, or why there is none. Empty where there is nothing. */
export function placeRemark({ file }: CriteriaSet, { unit, tiedWith, partedFrom, reason, between }: Place): Bilingual {
  const range = between?.join("–");
  if (reason === "missing") return { vi: "chưa có đủ số liệu, chưa xếp hạng", en: "figures are missing, not ranked" };
  if (reason === "notRated") return notRatedWords(unit.notRated ?? { vi: "" });
  if (reason === "notCounted") return { vi: "không tính điểm ở tiêu chí này", en: "not counted at this criterion" };
  if (reason === "undecided") return { vi: `đồng điểm, chờ quyết định (hạng ${range})`, en: `equal, to be decided (rank ${range})` };
  if (tiedWith.length > 0) return { vi: "đồng hạng", en: "tied" };
  if (partedFrom === undefined) return { vi: "", en: "" };
  const by = (file.policies.ranking.tieBreakers ?? []).join(", ");
  return { vi: `bằng điểm ${partedFrom.join(", ")}, xét thêm ${by}`, en: `equal to ${partedFrom.join(", ")}, parted by ${by}` };
}

/** That a unit has no rank, and why. */
export function notRatedWords(reason: Words): Bilingual {
  return { vi: `không xếp hạng: ${reason.vi}`, en: `not ranked: ${wordsIn(reason, "en")}` };
}

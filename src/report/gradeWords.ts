import type { ConditionLevel } from "../criteria/grading";
import { type Bilingual, formatNumber, type Language } from "../exact/formatNumber";
import type { Between, Undecided, Ungraded, Verdict } from "../rank/classification";

/** Why a unit has no grade, or none yet. */
export const ungradedWords: Readonly<Record<Ungraded | Undecided, Bilingual>> = {
  notRated: { vi: "không xếp loại", en: "not rated" },
  notCounted: { vi: "không có điểm nào được tính, không xếp loại", en: "nothing counts, not graded" },
  noConditionHolds: { vi: "không đạt điều kiện của mức nào", en: "no grade's conditions hold" },
  missing: { vi: "chưa đủ số liệu, chưa xếp loại", en: "figures are missing, not graded yet" },
  betweenBands: { vi: "không thuộc mức nào được quy định, chờ quyết định", en: "in no band as printed, to be decided" },
  undecidedFact: { vi: "chưa đủ số liệu để xét điều kiện", en: "figures of a condition are missing" },
  undecidedEvent: { vi: "chưa rõ có sự kiện khống chế hay không", en: "not known whether an event happened" },
  quotaTie: { vi: "bằng điểm ở ranh giới tỷ lệ khống chế, chờ quyết định", en: "equal at the edge of a quota, to be decided" },
  quotaOpen: { vi: "tỷ lệ khống chế chưa chốt được", en: "the quota is not settled yet" },
  quotaWithoutBase: { vi: "tỷ lệ khống chế tính trên 0 đơn vị, chờ quyết định", en: "the quota is a share of nothing, to be decided" },
};

const byReport: Bilingual = { vi: "cần bổ sung số liệu", en: "figures have to be reported" };
const byBody: Bilingual = { vi: "cấp có thẩm quyền quyết định", en: "the competent body decides" };
const byOthers: Bilingual = { vi: "cần xếp loại xong các đơn vị còn lại", en: "the other units have to be graded first" };

/** Who or what settles a grade that is not decided. */
export const settledBy: Readonly<Record<Ungraded | Undecided, Bilingual | undefined>> = {
  notRated: undefined,
  notCounted: undefined,
  noConditionHolds: byBody,
  missing: byReport,
  betweenBands: byBody,
  undecidedFact: byReport,
  undecidedEvent: byReport,
  quotaTie: byBody,
  quotaOpen: byOthers,
  quotaWithoutBase: byBody,
};

/** Why a unit does not have the grade of its band. */
export const stageWords: Readonly<Record<"conditions" | "veto" | "cap" | "quota", Bilingual>> = {
  conditions: { vi: "không đạt điều kiện của mức cao hơn", en: "lacks a condition of a better grade" },
  veto: { vi: "có sự kiện buộc xếp mức thấp nhất", en: "an event forces the lowest grade" },
  cap: { vi: "có sự kiện khống chế", en: "an event caps the grade" },
  quota: { vi: "vượt tỷ lệ khống chế", en: "beyond the quota" },
};

/** What a value is called that is graded. */
export const valueWords: Readonly<Record<"points" | "index", Bilingual>> = {
  points: { vi: "Tổng điểm", en: "Total" },
  index: { vi: "Chỉ số", en: "Index" },
};

const levels: Readonly<Record<ConditionLevel, Bilingual>> = {
  areas: { vi: "lĩnh vực", en: "area" },
  criteria: { vi: "tiêu chí", en: "criterion" },
  leaves: { vi: "tiêu chí chấm điểm", en: "leaf" },
};

const verdicts: Readonly<Record<Verdict, Readonly<Record<Language, (grade: string) => string>>>> = {
  holds: { vi: (grade) => `đạt điều kiện của “${grade}”`, en: (grade) => `meets the condition of "${grade}"` },
  fails: { vi: (grade) => `không đạt điều kiện của “${grade}”`, en: (grade) => `does not meet the condition of "${grade}"` },
  undecided: { vi: (grade) => `chưa xét được điều kiện của “${grade}”`, en: (grade) => `the condition of "${grade}" cannot be judged yet` },
};

export function verdictWords(verdict: Verdict, grade: string, language: Language): string {
  return verdicts[verdict][language](grade);
}

/** What a condition on nodes found: `codes` are those that fail it, or those that are missing. */
export const nodesWords: Readonly<
  Record<
    Language,
    (found: {
      readonly of: ConditionLevel;
      readonly percent: string | undefined;
      readonly verdict: Verdict;
      readonly codes: string;
    }) => string
  >
> = {
  vi: ({ of, percent, verdict, codes }) => {
    const level = levels[of].vi;
    const lacking = percent === undefined ? "0 điểm" : `dưới ${percent} % điểm tối đa`;
    if (verdict === "fails") return `Có ${level} ${lacking} (${codes})`;
    return verdict === "holds"
      ? `Không có ${level} nào ${lacking}`
      : `Chưa rõ có ${level} nào ${lacking} hay không, vì thiếu số liệu (${codes})`;
  },
  en: ({ of, percent, verdict, codes }) => {
    const level = levels[of].en;
    const lacking = percent === undefined ? "at zero points" : `below ${percent} % of its maximum`;
    if (verdict === "fails") return `There is a ${level} ${lacking} (${codes})`;
    return verdict === "holds"
      ? `There is no ${level} ${lacking}`
      : `Whether a ${level} is ${lacking} is not known, since figures are missing (${codes})`;
  },
};

/** A number of units, or the two numbers between which it lies while some are undecided. */
export function unitsWords({ least, most }: Between, language: Language): string {
  const number = least === most ? String(least) : { vi: `${least} đến ${most}`, en: `${least} to ${most}` }[language];
  return { vi: `${number} đơn vị`, en: `${number} ${most === 1 ? "unit" : "units"}` }[language];
}

/** The most units that a quota allows: a share of a base, or a count. */
export function limitWords(percent: string | null, base: Between | null, allowed: Between, language: Language): string {
  const most = unitsWords(allowed, language);
  if (percent === null || base === null) return { vi: `nhiều nhất ${most}`, en: `at most ${most}` }[language];
  const [share, of] = [formatNumber(percent, language), unitsWords(base, language)];
  return { vi: `nhiều nhất ${share} % của ${of}, tức ${most}`, en: `at most ${share} % of ${of}, that is ${most}` }[language];
}

import type { LeftOutPolicy } from "../criteria/policies";
import type { Confidence } from "../criteria/provenance";
import type { Bilingual, Language } from "../exact/formatNumber";
import type { StepWords } from "../rules/ruleKind";
import type { LeafState } from "../score/score";

/** How each state that is not a score is called. */
export const stateWords: Readonly<Record<Exclude<LeafState, "scored">, Bilingual>> = {
  missing: { vi: "chưa có số liệu", en: "missing" },
  waiting: { vi: "chờ số liệu của các đơn vị khác", en: "waiting for the other units" },
  notSelfScored: { vi: "đơn vị không tự chấm", en: "not scored by the unit itself" },
  monitored: { vi: "chỉ theo dõi, không tính điểm", en: "monitored, without points" },
  nothingDue: { vi: "không phát sinh", en: "nothing due" },
  notApplicable: { vi: "không áp dụng", en: "not applicable" },
};

/** How sure a number is, in words. */
export const confidenceWords: Readonly<Record<Confidence, Bilingual>> = {
  official: { vi: "văn bản gốc", en: "the instrument's own text" },
  secondary: { vi: "nguồn thứ cấp", en: "a secondary source" },
  observed: { vi: "suy từ kết quả đã công bố", en: "observed in published results" },
  memory: { vi: "theo trí nhớ, chưa kiểm chứng", en: "from memory, unverified" },
  inferred: { vi: "suy diễn, chưa kiểm chứng", en: "inferred, unverified" },
  invented: { vi: "đặt ra để minh họa", en: "invented for illustration" },
};

export const notOfficial: Readonly<Record<"reconstruction" | "example", Bilingual>> = {
  reconstruction: {
    vi: "Phục dựng, chưa có văn bản gốc: không phải bộ tiêu chí chính thức",
    en: "A reconstruction without the original text: not the official criteria set",
  },
  example: { vi: "Ví dụ minh họa: không phải bộ tiêu chí của cơ quan nào", en: "An illustration: no authority's criteria set" },
};

export const basisWords = {
  vi: {
    both: "Căn cứ",
    points: "Căn cứ điểm tối đa",
    rule: "Căn cứ cách chấm",
    reading: "Cách hiểu áp dụng",
    others: "Cách hiểu khác",
    note: "Ghi chú",
  },
  en: {
    both: "Basis",
    points: "Basis of the maximum",
    rule: "Basis of the rule",
    reading: "Reading applied",
    others: "Other readings",
    note: "Note",
  },
} as const;

export const stateRemark: Readonly<Record<Exclude<LeafState, "scored">, Bilingual>> = {
  missing: {
    vi: "Chưa có số liệu: chưa cộng điểm, không phải 0 điểm",
    en: "No figures yet: nothing is added, which is not a score of zero",
  },
  waiting: {
    vi: "Điểm phụ thuộc các đơn vị khác, tính khi có đủ số liệu",
    en: "The points depend on other units and come when all have reported",
  },
  notSelfScored: {
    vi: "Đơn vị không tự chấm tiêu chí này; cơ quan thẩm định, khảo sát hoặc lãnh đạo cho điểm sau",
    en: "The unit does not score this itself; the appraiser, a survey or the leadership does later",
  },
  monitored: { vi: "Chỉ theo dõi, không tính điểm", en: "Monitored only; it carries no points" },
  nothingDue: { vi: "Không phát sinh", en: "Nothing was due" },
  notApplicable: { vi: "Đơn vị khai không áp dụng", en: "The unit answered not applicable" },
};

export const policyWords: Readonly<Record<LeftOutPolicy, Bilingual>> = {
  fullPoints: { vi: "được trọn điểm tối đa", en: "earns the maximum" },
  zero: { vi: "được 0 điểm", en: "earns 0 points" },
  leaveOut: { vi: "không tính vào tổng điểm tối đa", en: "leaves the maximum that counts" },
  splitEqually: { vi: "điểm chia đều cho các tiêu chí còn lại cùng nhóm", en: "its points are split equally over the leaves beside it" },
};

export function leftOutRemark(state: Exclude<LeafState, "scored">, policy: LeftOutPolicy, language: Language): string {
  return `${stateRemark[state][language]}: ${policyWords[policy][language]}`;
}

export const earned: Readonly<Record<Language, (points: string, max: string) => string>> = {
  vi: (points, max) => `${points} trên ${max} điểm`,
  en: (points, max) => `${points} of ${max} points`,
};
export const beyondLine: Readonly<Record<Language, (base: string, bonus: string, penalty: string) => string>> = {
  vi: (base, bonus, penalty) => `Điểm nền ${base} · cộng ${bonus} · trừ ${penalty}`,
  en: (base, bonus, penalty) => `Base ${base} · bonus ${bonus} · penalty ${penalty}`,
};

/** A bonus or a penalty, beside the base. */
export const beyondWords: Readonly<Record<"bonus" | "penalty", Readonly<Record<Language, (points: string, cap: string) => string>>>> = {
  bonus: {
    vi: (points, cap) => `cộng ${points} điểm (nhiều nhất ${cap})`,
    en: (points, cap) => `adds ${points} points (${cap} at most)`,
  },
  penalty: {
    vi: (points, cap) => `trừ ${points.replace("-", "")} điểm (nhiều nhất ${cap})`,
    en: (points, cap) => `takes off ${points.replace("-", "")} points (${cap} at most)`,
  },
};
export const maximum: Readonly<Record<Language, (max: string) => string>> = { vi: (max) => `tối đa ${max}`, en: (max) => `maximum ${max}` };
export const rounded: Readonly<Record<Language, (published: string) => string>> = {
  vi: (published) => `Làm tròn khi công bố: ${published}`,
  en: (published) => `As published: ${published}`,
};
export const pendingWords: Readonly<Record<Language, (leaves: number) => string>> = {
  vi: (leaves) => `Còn ${leaves} tiêu chí chưa có số liệu: điểm trên chưa đầy đủ`,
  en: (leaves) => `${leaves} leaves are missing: these points are incomplete`,
};

export const leftOutWords: Readonly<Record<Language, (codes: string, countedMax: string, maxPoints: string) => string>> = {
  vi: (codes, countedMax, maxPoints) => `Không tính: ${codes}. Tổng điểm tối đa được tính: ${countedMax} (bộ tiêu chí: ${maxPoints})`,
  en: (codes, countedMax, maxPoints) => `Left out: ${codes}. The maximum that counts: ${countedMax} (of ${maxPoints})`,
};

/** What was said beside the figures. */
export const saidWords = {
  vi: { origin: "Vòng được tính", reason: "Lý do", documents: "Tài liệu kiểm chứng" },
  en: { origin: "The round that counts", reason: "Reason", documents: "Supporting documents" },
} as const;

/** Among how many units a leaf was compared; a unit that stands alone is told so, since it is its own mean and its own leader. */
export const comparedWords: Readonly<Record<Language, (units: number) => string>> = {
  vi: (units) =>
    units === 1
      ? "Không có đơn vị nào khác cùng nhóm có số liệu: chỉ so với chính đơn vị này"
      : `So trong ${units} đơn vị cùng nhóm có số liệu, kể cả đơn vị này`,
  en: (units) =>
    units === 1
      ? "No other unit of the group has figures: compared with itself only"
      : `Compared among ${units} units of the group that have figures, this one included`,
};

/** The same before anybody has reported. */
export const comparedWithGroup: Bilingual = {
  vi: "So trong các đơn vị cùng nhóm có số liệu, kể cả đơn vị này",
  en: "Compared among the units of the group that have figures, this one included",
};

/** What becomes of the points of a bonus or a penalty, its cap stated. */
export const beyondRuleWords: Readonly<Record<"bonus" | "penalty", Readonly<Record<Language, (cap: string) => string>>>> = {
  bonus: {
    vi: (cap) => `Điểm cộng: số điểm này cộng thêm vào điểm nền, nhiều nhất ${cap} điểm`,
    en: (cap) => `A bonus: these points are added to the base, ${cap} at most`,
  },
  penalty: {
    vi: (cap) => `Điểm trừ: số điểm này trừ vào điểm nền, nhiều nhất ${cap} điểm`,
    en: (cap) => `A penalty: these points are taken off the base, ${cap} at most`,
  },
};

/** The two ways in which a leaf may not count, before anybody has reported. */
export const leftOutWhen: Readonly<Record<"nothingDue" | "notApplicable", Bilingual>> = {
  nothingDue: { vi: "Không phát sinh", en: "Nothing due" },
  notApplicable: { vi: "Không áp dụng", en: "Not applicable" },
};

export const notApplicableRefused: Bilingual = {
  vi: "Không được khai không áp dụng",
  en: "The answer not applicable is refused",
};

export const scoreWords: StepWords<unknown> = {
  givenPoints: {
    vi: ({ points = "" }, _, say) => `Cơ quan thẩm định cho ${say.number(points)} điểm`,
    en: ({ points = "" }, _, say) => `The appraiser gives ${say.number(points)} points`,
  },
  takenOff: {
    vi: ({ points = "" }, _, say) => `Điểm trừ: trừ ${say.number(points)} điểm`,
    en: ({ points = "" }, _, say) => `A penalty: ${say.number(points)} points are taken off`,
  },
  rescaled: {
    vi: ({ before = "", countedMax = "", worth = "", points = "" }, _, say) =>
      `Quy đổi phần còn lại về ${say.number(worth)} điểm: ${say.number(before)} × ${say.number(worth)} ÷ ${say.number(countedMax)} ${equals(say.number(points))}`,
    en: ({ before = "", countedMax = "", worth = "", points = "" }, _, say) =>
      `The rest is brought up to ${say.number(worth)} points: ${say.number(before)} × ${say.number(worth)} ÷ ${say.number(countedMax)} ${equals(say.number(points))}`,
  },
  capped: {
    vi: ({ before = "", points = "" }, _, say) => `Cộng lại ${say.number(before)} điểm, vượt mức trần: tính ${say.number(points)} điểm`,
    en: ({ before = "", points = "" }, _, say) => `They come to ${say.number(before)}, beyond the cap: ${say.number(points)} points count`,
  },
  leafRounded: {
    vi: ({ points = "" }, _, say) => `Làm tròn từng tiêu chí trước khi cộng: ${say.number(points)} điểm`,
    en: ({ points = "" }, _, say) => `Each leaf is rounded before adding: ${say.number(points)} points`,
  },
  sharedIn: {
    vi: ({ from = "", extra = "", countedMax = "", points = "" }, _, say) =>
      `Nhận thêm ${say.number(extra)} điểm tối đa chia từ ${from}: tối đa ${say.number(countedMax)}, được ${say.number(points)} điểm`,
    en: ({ from = "", extra = "", countedMax = "", points = "" }, _, say) =>
      `Takes over ${say.number(extra)} of the maximum of ${from}: maximum ${say.number(countedMax)}, earns ${say.number(points)} points`,
  },
};

/** `= 7,5`, or `≈ 81,3333` where the decimals never end. */
function equals(number: string): string {
  return number.startsWith("≈") ? number : `= ${number}`;
}

/** Beside what a bonus or penalty stands. */
export const besideWords = {
  bonus: { vi: "cộng ngoài điểm nền", en: "added to the base" },
  penalty: { vi: "trừ ngoài điểm nền", en: "taken off the base" },
} as const;

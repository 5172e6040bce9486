import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { ReportedRound } from "../../criteria/policies";
import { isUnitsRound } from "../../evidence/roundsHeld";
import { roundTitle } from "../../report/explain";

/** What a column of the form holds; the hidden row of keys bears these names, by which a moved column is found again. */
export type FormColumnKey =
  | "number"
  | "title"
  | "maxPoints"
  | "label"
  | "standing"
  | "figure"
  | "rule"
  | "proof"
  | "standingPoints"
  | "asked"
  | "accepted"
  | "givenPoints"
  | "hint"
  | "reason"
  | "asks"
  | "note";

export interface FormColumn {
  readonly key: FormColumnKey;
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

/** The columns in which something is said of an item as a whole, whatever figures it has. */
export const itemColumns = ["accepted", "givenPoints", "reason", "asks", "note"] as const satisfies readonly FormColumnKey[];
export type ItemColumn = (typeof itemColumns)[number];

export function isItemColumn(key: FormColumnKey): key is ItemColumn {
  return itemColumns.some((column) => column === key);
}

/** The columns of a form for a round: what the unit fills in first; later also what stands, and what a reviewer or the unit says of it. */
export function formColumns(criteria: CriteriaSet, round: ReportedRound): readonly FormColumn[] {
  const isFirst = round === "selfAssessed";
  const byUnit = isUnitsRound(criteria, round);
  const title = inSentence(roundTitle(criteria, round, "vi"));
  const later = (column: FormColumn) => (isFirst ? [] : [column]);
  const reviewers = (column: FormColumn) => (byUnit ? [] : [column]);
  return [
    { key: "number", heading: "STT", width: 9 },
    { key: "title", heading: "Tiêu chí, tiêu chí thành phần", width: 38 },
    { key: "maxPoints", heading: "Điểm tối đa", width: 9 },
    { key: "label", heading: "Nội dung số liệu", width: 24 },
    ...later({ key: "standing", heading: "Số liệu vòng trước", width: 14 }),
    { key: "figure", heading: isFirst ? "Số liệu kê khai" : `Số liệu ${title}`, width: 16 },
    { key: "rule", heading: "Cách tính điểm", width: 40 },
    { key: "proof", heading: "Yêu cầu và tài liệu kiểm chứng", width: 30 },
    ...later({ key: "standingPoints", heading: "Điểm vòng trước", width: 10 }),
    ...(byUnit ? later({ key: "asked", heading: "Nội dung phải giải trình", width: 24 }) : []),
    ...later({ key: "accepted", heading: "Giữ nguyên", width: 11 }),
    ...reviewers({ key: "givenPoints", heading: "Điểm chấm", width: 9 }),
    { key: "hint", heading: isFirst ? "Điểm tự đánh giá" : `Điểm ${title}`, width: 11 },
    { key: "reason", heading: isFirst ? "Lý do không áp dụng" : "Lý do", width: 22 },
    ...reviewers({ key: "asks", heading: "Yêu cầu giải trình", width: 22 }),
    { key: "note", heading: "Ghi chú", width: 18 },
  ];
}

/** A title as it is written inside a heading. */
function inSentence(title: string): string {
  return `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
}

import type { Bilingual } from "../exact/formatNumber";

/** A column of a table of reports: how it is called in code, and in each language. */
export interface ReportColumn {
  readonly key: string;
  readonly heading: Bilingual;
  /** Where reading can do without it. */
  readonly optional?: true;
}

/** The columns of a table of reports, in which each row is one thing said. */
export const reportColumns = [
  { key: "unit", heading: { vi: "Mã đơn vị", en: "Unit id" } },
  { key: "unitName", heading: { vi: "Tên đơn vị", en: "Unit name" } },
  { key: "group", heading: { vi: "Nhóm đơn vị", en: "Group" }, optional: true },
  { key: "period", heading: { vi: "Kỳ báo cáo", en: "Period" } },
  { key: "round", heading: { vi: "Vòng", en: "Round" } },
  { key: "appraiser", heading: { vi: "Cơ quan thẩm định", en: "Appraiser" }, optional: true },
  { key: "sentOn", heading: { vi: "Ngày gửi", en: "Sent on" }, optional: true },
  { key: "code", heading: { vi: "Mã tiêu chí", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, optional: true },
  { key: "key", heading: { vi: "Mục", en: "Field" } },
  { key: "label", heading: { vi: "Số liệu kê khai", en: "Figure to report" }, optional: true },
  { key: "value", heading: { vi: "Giá trị", en: "Value" } },
] as const satisfies readonly ReportColumn[];

/** How a column is called. */
export function headingOf(key: ReportColumnKey): Bilingual {
  return (reportColumns.find((column) => column.key === key) as ReportColumn).heading;
}

export type ReportColumnKey = (typeof reportColumns)[number]["key"];

/** How the code of a fact or an event begins. No code of a criterion has a colon. */
export const recordPrefixes = { facts: "facts:", events: "events:" } as const;

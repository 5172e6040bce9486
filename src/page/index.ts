/** The results of a round as one page that needs no network (own entry `par-index/page`). */

export { reportPage, safeReportPage } from "./report/reportPage";
export type { EarlierYear, ReportPageOptions } from "./report/reportView";

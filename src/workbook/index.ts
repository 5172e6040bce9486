/** Evidence and results as Excel files (own entry `par-index/workbook`): forms that officers fill in, what comes back, and results. */

export { type FormOptions, formWorkbook, safeFormWorkbook } from "./formWorkbook";
export { markIssues, safeMarkIssues } from "./markIssues";
export { appraisalMinutes, safeAppraisalMinutes } from "./minutes/appraisalMinutes";
export type { MinutesOptions } from "./minutes/minutesPaper";
export { formEdition, parseFormWorkbook, safeParseFormWorkbook } from "./parseFormWorkbook";
export type { ResultOptions } from "./results/resultView";
export { resultWorkbook, safeResultWorkbook } from "./results/resultWorkbook";

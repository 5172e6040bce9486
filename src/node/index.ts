/** The door to the file system: editions that come with the package, criteria files, registers of units, questionnaires, plans, reports. */
export { type CatalogueEntry, editions } from "./catalogue";
export { checkFiles } from "./checkFiles";
export { loadCampaign, safeLoadCampaign } from "./loadCampaign";
export { loadCriteria, loadDraft, safeLoadCriteria, safeLoadDraft } from "./loadCriteria";
export { loadPlan, safeLoadPlan } from "./loadPlan";
export { loadProgress, safeLoadProgress } from "./loadProgress";
export { loadQuestionnaire, safeLoadQuestionnaire } from "./loadQuestionnaire";
export { type LoadedReports, loadReports, safeLoadReports } from "./loadReports";
export { loadUnits, safeLoadUnits } from "./loadUnits";
export { type ParquetOptions, type ParquetResponses, parseParquet, safeParseParquet } from "./parseParquet";
export { readChunks } from "./readChunks";
export { readLines } from "./readLines";
export { readReportLines } from "./readReportLines";

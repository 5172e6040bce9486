export { parseCriteria, safeParseCriteria } from "./criteria/parseCriteria";
export { parseEvidence, parseReports, safeParseEvidence, safeParseReports } from "./evidence/parseEvidence";
export { formatIssue } from "./issue/formatIssue";
export { scoreAll } from "./score/scoreAll";
export { scoreUnit } from "./score/scoreUnit";

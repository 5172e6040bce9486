/**
 * The public API: criteria sets are read and prove themselves, evidence is read against them, units are scored, ranked and
 * summarized, scores are explained. Importing it loads nothing that touches files or a terminal.
 */

// Criteria sets
export type { CriteriaDraft, CriteriaFile, DraftNode, FileNode, GroupVariant, Method, RequiredDocument } from "./criteria/criteriaFile";
export { type Branch, type CriteriaNode, type CriteriaSet, type CriteriaTree, type Leaf, treeOf } from "./criteria/criteriaSet";
export { type CriteriaChange, diffCriteria } from "./criteria/diffCriteria";
export type { FieldChange } from "./criteria/differences";
export type { EventEffect, GradeCondition, GradeScale, GradeText, Grading, GradingEvent, GradingFact, Quota } from "./criteria/grading";
export {
  type ParseCriteriaOptions,
  type ParsedDraft,
  parseCriteria,
  parseDraft,
  safeParseCriteria,
  safeParseDraft,
} from "./criteria/parseCriteria";
export type { DeadlinesPolicy, DocumentsPolicy, LeftOutPolicy, Policies, ReportedRound, RoundsPolicy } from "./criteria/policies";
export type { Confidence, Provenance } from "./criteria/provenance";
export type { CsvOptions } from "./csv/readCsv";
export { type AdmittedReports, admitReports, safeAdmitReports } from "./evidence/admitReports";
export type { Campaign, Extension, RoundWindow } from "./evidence/campaign";
export { type CampaignQuestion, campaignStatus, safeCampaignStatus, type UnitDeadline } from "./evidence/campaignStatus";
// Evidence
export { checkUnits, type ReportHeading } from "./evidence/checkUnits";
export { type Deadline, type DeadlineQuestion, type DeadlineStatus, deadlineStatus, safeDeadlineStatus } from "./evidence/deadline";
export { type DocumentWindow, documentsOutside, safeDocumentsOutside } from "./evidence/documentsOutside";
export type { EventRecord, Evidence, EvidenceItem, Expected, FactRecord, Round, SupportingDocument, Unit } from "./evidence/evidence";
export { type EvidenceForm, evidenceForm } from "./evidence/evidenceForm";
export { joinReports, safeJoinReports } from "./evidence/joinReports";
export { parseCampaign, safeParseCampaign } from "./evidence/parseCampaign";
export { parseEvidence, parseReports, safeParseEvidence, safeParseReports } from "./evidence/parseEvidence";
export { parseReportsCsv, safeParseReportsCsv } from "./evidence/parseReportsCsv";
export { parseUnits, safeParseUnits } from "./evidence/parseUnits";
export { periodEnd } from "./evidence/periodEnd";
export { reportSchema } from "./evidence/reportSchema";
export { reportsToCsv } from "./evidence/reportsToCsv";
export { type ResolvedRounds, resolveRounds, safeResolveRounds } from "./evidence/resolveRounds";
export { type RosterGap, rosterGaps } from "./evidence/rosterGaps";
export {
  type SheetActor,
  type SheetLogEntry,
  type SheetMove,
  type SheetState,
  type SheetStateName,
  safeSheetState,
  sheetMoves,
  sheetState,
  sheetStates,
} from "./evidence/sheet";
export type { RegisteredUnit, UnitRegister } from "./evidence/unitRegister";
// Exact numbers, and their text for people
export { exactText, fromExactText } from "./exact/decimal";
export { formatNumber, type Language } from "./exact/formatNumber";
export { add, compare, divide, multiply, type Ratio, ratio, subtract, sum } from "./exact/ratio";
export { type Rounding, type RoundingMode, round } from "./exact/rounding";
// Issues
export { formatIssue } from "./issue/formatIssue";
export { type Issue, type IssueCode, type IssuePayloads, issue, type Location } from "./issue/issue";
export { ParError } from "./issue/parError";
export type { Result } from "./issue/result";
// Grades
export { type AppliedQuota, applyQuota, type QuotaResult, safeApplyQuota } from "./rank/applyQuota";
export type { Classification, GradeStage, GradeStep, Undecided, Ungraded } from "./rank/classification";
export { classify, safeClassify } from "./rank/classify";
export { countGrades, type GradeCounts, safeCountGrades } from "./rank/countGrades";
// Rankings and means
export { type Place, type RankedGroup, type Ranking, type RankOptions, rank, safeRank } from "./rank/rank";
export { mergeRuns, type RankRun, type RunGroup, type RunUnit, rankRun, safeSortedRun, sortedRun } from "./rank/rankRun";
export { type Summary, safeSummarize, summarize } from "./rank/summarize";
// Reading scores
export { byMethod, type MethodShare, safeByMethod } from "./report/byMethod";
export { checkExpected, safeCheckExpected } from "./report/checkExpected";
export { checkTable } from "./report/checkTable";
export { columnsToCsv } from "./report/columnsToCsv";
export { columnsToJson } from "./report/columnsToJson";
export { type CohortChange, compareCohorts, safeCompareCohorts } from "./report/compareCohorts";
export { compareRounds, type NodeRounds, type RoundChange, safeCompareRounds } from "./report/compareRounds";
export { type Change, changedNodes, compareScores, safeCompareScores } from "./report/compareScores";
export {
  type ComparedYear,
  compareYears,
  type RemovedCriterion,
  type ScoredYear,
  safeCompareYears,
  type YearChange,
  type YearsCompared,
} from "./report/compareYears";
export { type DocumentGap, documentGaps, safeDocumentGaps } from "./report/documentGaps";
export { type Explanation, explain, formatExplanation, safeExplain } from "./report/explain";
export { explainGrade, safeExplainGrade } from "./report/explainGrade";
export { formatRefusal, formatYears } from "./report/formatYears";
export type {
  PublishedCounts,
  PublishedGroup,
  PublishedMean,
  PublishedPart,
  PublishedRow,
  PublishedTable,
  TableExtent,
} from "./report/publishedTable";
export type { ComparedPolicy, PointsState, Refusal } from "./report/refusal";
export { ruleInWords } from "./report/ruleInWords";
export { type Gap, type SelfScoreGap, safeSelfScoreGap, selfScoreGap, type UnitGap } from "./report/selfScoreGap";
export { type ColumnType, type ColumnUnit, type DataColumn, safeToColumns, type TableShape, toColumns } from "./report/toColumns";
export { type ScoreRow, safeToRows, toRows } from "./report/toRows";
// For writers of rule kinds and measures
export { standardRuleKinds } from "./rules/index";
export { standardMeasures } from "./rules/measures/index";
export type {
  Award,
  BoundMeasure,
  Described,
  DescribedMeasured,
  DirectKind,
  Field,
  Figures,
  Measure,
  MeasuredKind,
  MeasuredValue,
  Measurement,
  NothingDue,
  RuleKind,
  Say,
  Scale,
  Step,
  StepWords,
} from "./rules/ruleKind";
export { measure, ruleKind } from "./rules/ruleKind";
// Scores
export type { BranchScore, LeafScore, LeafState, NodeScore, Score } from "./score/score";
export { safeScoreAll, scoreAll } from "./score/scoreAll";
export { type CohortPart, cohortParts, mergeCohorts, safeCohortParts, safeScorePart, scorePart } from "./score/scorePart";
export { type RoundScores, safeScoreRounds, scoreRounds } from "./score/scoreRounds";
export { safeScoreUnit, scoreUnit } from "./score/scoreUnit";

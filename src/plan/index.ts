export { daysLate, lastDay } from "./daysLate";
export { intoReport, safeIntoReport } from "./intoReport";
export { parsePlan, safeParsePlan } from "./parsePlan";
export { parseProgress, safeParseProgress } from "./parseProgress";
export type { Plan } from "./plan";
export type { PlanEvidenceOptions } from "./planEvidence";
export { planEvidence, safePlanEvidence } from "./planEvidence";
export type {
  PlanArea,
  PlanCalendar,
  PlanDeadline,
  PlanFigure,
  PlanFile,
  PlanLead,
  PlanLink,
  PlanReport,
  PlanTarget,
  PlanTask,
  TargetBoundary,
} from "./planFile";
export type {
  DeadlineStanding,
  PlanProgress,
  PlanProgressOptions,
  ReportProgress,
  ReportTotals,
  TargetProgress,
  TaskProgress,
  TaskTotals,
} from "./planProgress";
export { planProgress, safePlanProgress } from "./planProgress";
export type { ProgressFile, ReportedTask, SentReport, TargetFigures } from "./progressFile";
export type { TargetStanding } from "./targetStanding";
export { targetStanding } from "./targetStanding";

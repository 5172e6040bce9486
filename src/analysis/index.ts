export type { FigureChanges } from "./changedItems";
export { type CheapestPath, cheapestPath, safeCheapestPath } from "./cheapestPath";
export { type Cost, parseCosts, safeParseCosts } from "./costs";
export type { Goal } from "./goal";
export { type PointsLost, pointsLost, safePointsLost } from "./pointsLost";
export { type Reach, type ReachOptions, reach, safeReach } from "./reach";
export type { Decision } from "./robustness/decisions";
export { type LeftOutLeaf, leftOutLeaves, safeLeftOutLeaves } from "./robustness/leftOutLeaves";
export { type PolicyMove, policyMoves, safePolicyMoves } from "./robustness/policyMoves";
export { type RankRangeOptions, type RankRanges, rankRanges, safeRankRanges } from "./robustness/rankRanges";
export { type RankSensitivity, rankSensitivity, type SensitivityOptions, safeRankSensitivity } from "./robustness/rankSensitivity";
export {
  parseSampledFigures,
  type SampledFigure,
  type SampledRankOptions,
  type SampledRanks,
  safeParseSampledFigures,
  safeSampledRanks,
  sampledRanks,
} from "./robustness/sampledRanks";
export { type SurveyFed, type SurveyFeed, safeSurveyRuleMoves, surveyRuleMoves } from "./robustness/surveyRuleMoves";
export type { OpenOrder, RankRange, TriedRanks } from "./robustness/triedRanks";
export type { WeightDraws } from "./robustness/weightDraws";
export { type Convergence, convergence, safeConvergence, type YearValue } from "./structure/convergence";
export { type Correlation, correlations, redundantLeaves, safeCorrelations, safeRedundantLeaves } from "./structure/correlations";
export { type EffectiveWeight, effectiveWeights, safeEffectiveWeights } from "./structure/effectiveWeights";
export type { Incomputable, Line } from "./structure/statistics";
export { type Strength, safeStrengths, strengths } from "./structure/strengths";
export { safeUninformativeLeaves, type UninformativeLeaf, uninformativeLeaves } from "./structure/uninformativeLeaves";
export type { UnitChoice } from "./unitCase";
export type { UnitOutcome } from "./unitOutcome";
export { type FigureMove, type LeafDifference, type OtherOutcome, safeWhatIf, type WhatIf, whatIf } from "./whatIf";

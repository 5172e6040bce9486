export type { FigureChanges } from "./changedItems";
export { type PointsLost, pointsLost, safePointsLost } from "./pointsLost";
export { type Reach, type ReachOptions, reach, safeReach } from "./reach";
export type { UnitChoice } from "./unitCase";
export type { UnitOutcome } from "./unitOutcome";
export { type FigureMove, type LeafDifference, type OtherOutcome, safeWhatIf, type WhatIf, whatIf } from "./whatIf";

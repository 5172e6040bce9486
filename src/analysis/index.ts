export { type PointsLost, pointsLost, safePointsLost } from "./pointsLost";
export { type Reach, type ReachOptions, reach, safeReach } from "./reach";
export type { UnitChoice } from "./unitCase";

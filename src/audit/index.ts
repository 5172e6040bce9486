/**
 * Sealed records (hồ sơ niêm phong): a scored round in one file that anyone can verify and recompute. Nothing here touches
 * files or a clock, so that the same code runs in Node and in a browser.
 */

export { canonicalText } from "./canonicalText";
export { type Digest, digestOf } from "./digest";
export type {
  AdoptedCriteria,
  Disclosures,
  Engine,
  Entry,
  EntryKind,
  EntryReference,
  Head,
  Publication,
  StandingKind,
  Withheld,
} from "./entry";
export { entryKinds } from "./entry";
export type { RecordedGrade, RecordedScore } from "./recordedScore";
export { type CausedDifference, type Replay, type ReplayOptions, replay, safeReplay } from "./replay";
export type { Difference } from "./resultDifferences";
export { type SealOptions, safeSeal, seal } from "./seal";
export { linesOf } from "./sealedLine";
export { type CheckedSignature, type TrailVerdict, type VerifyOptions, verifyTrail } from "./verifyTrail";

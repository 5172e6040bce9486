/**
 * Sealed records (hồ sơ niêm phong): a scored round in one file that anyone can verify and recompute. Nothing here touches
 * files or a clock, so that the same code runs in Node and in a browser.
 */

export { canonicalText } from "./canonicalText";
export { type Consistency, type ConsistencyVerdict, consistency, safeConsistency, verifyConsistency } from "./consistency";
export { type CriterionChange, diffSealed, type SealedDiff, safeDiffSealed, type UnitChange } from "./diffSealed";
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
export { type KeyRead, type PrivateKey, type PublicKey, privateKeyFile, publicKeyFile, readPrivateKey, readPublicKey } from "./keyFile";
export { type Receipt, type ReceiptEntry, type ReceiptVerdict, receipt, safeReceipt, verifyReceipt } from "./receipt";
export type { RecordedGrade, RecordedScore } from "./recordedScore";
export { redact, safeRedact } from "./redact";
export { type CausedDifference, type Replay, type ReplayOptions, replay, safeReplay } from "./replay";
export type { Difference } from "./resultDifferences";
export { resultsDigest, safeResultsDigest } from "./resultsDigest";
export { type SealOptions, safeSeal, seal } from "./seal";
export { linesOf } from "./sealedLine";
export { type SignOptions, safeSign, sign } from "./sign";
export { keyIdOf, keyPairFrom, type Signature, type Signer, type SignerRole } from "./signature";
export { type CheckedSignature, type TrailVerdict, type VerifyOptions, verifyTrail } from "./verifyTrail";
export { type WithheldClass, withheldClasses } from "./withholding";

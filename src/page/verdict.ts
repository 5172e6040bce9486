import type { IssueCode } from "../issue/issue";
import type { Examination, Recomputed } from "./examination";
import type { checkWords, VerdictKind } from "./words";

/** What the page says in large letters. */
export function verdictKind({ verdict, recomputed }: Examination, isRootGiven: boolean): VerdictKind {
  if (verdict.entries === 0) return "notARecord";
  const faults = verdict.issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
  if (faults.some((code) => !isAboutRoot(code) && !isAboutSignature(code))) return "changed";
  if (faults.some(isAboutRoot)) return "otherRoot";
  if (faults.length > 0) return "badSignature";
  if (!recomputed.possible) return "notRecomputed";
  if (!agrees(recomputed)) return "differs";
  if (verdict.issues.some(({ code }) => code === "rootOfBeginning")) return "beginning";
  if (isRootGiven) return "whole";
  return verdict.signatures.some(({ state, head }) => state === "holds" && head.size === verdict.entries) ? "signed" : "wholeInItself";
}

/** How a verdict is meant to feel: all is well, something is left to do, something is wrong. */
export function verdictTone(kind: VerdictKind): Exclude<CheckState, "none"> {
  if (kind === "whole" || kind === "signed") return "good";
  return kind === "wholeInItself" || kind === "beginning" ? "open" : "bad";
}

/** `none`: there was nothing of the kind to check. */
export type CheckState = "good" | "bad" | "open" | "none";

/** One thing that was checked, what came of it, and the number that its sentence speaks of. */
export interface Check {
  readonly state: CheckState;
  readonly words: keyof typeof checkWords;
  readonly value: number;
}

/** What was checked, and what came of it. */
export function checksOf(examination: Examination, isRootGiven: boolean): readonly Check[] {
  const { verdict, recomputed } = examination;
  const errors = verdict.issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
  const isBroken = errors.some((code) => !isAboutRoot(code) && !isAboutSignature(code));
  const chain: Check = isBroken
    ? { state: "bad", words: "chainBroken", value: verdict.entries }
    : { state: "good", words: "chainHolds", value: verdict.entries };
  const withheld: readonly Check[] = verdict.withheld === 0 ? [] : [{ state: "none", words: "withheld", value: verdict.withheld }];
  return [chain, rootCheck(examination, isRootGiven), signatureCheck(examination), recomputedCheck(recomputed), ...withheld];
}

function rootCheck({ verdict }: Examination, isRootGiven: boolean): Check {
  const value = 0;
  if (!isRootGiven) return { state: "open", words: "rootOpen", value };
  if (verdict.issues.some(({ code }) => isAboutRoot(code))) return { state: "bad", words: "rootDiffers", value };
  if (verdict.issues.some(({ code }) => code === "rootOfBeginning")) return { state: "open", words: "rootOfBeginning", value };
  return { state: "good", words: "rootHolds", value };
}

function signatureCheck({ verdict: { issues, signatures } }: Examination): Check {
  const value = signatures.length;
  if (issues.some(({ code }) => isAboutSignature(code))) return { state: "bad", words: "signaturesBroken", value };
  if (value === 0) return { state: "none", words: "signaturesNone", value };
  const unchecked = signatures.filter(({ state }) => state === "unchecked").length;
  return unchecked > 0 ? { state: "open", words: "signaturesOpen", value: unchecked } : { state: "good", words: "signaturesHold", value };
}

function recomputedCheck(recomputed: Recomputed): Check {
  const { possible, differences, issues, compared } = recomputed;
  if (!possible) return { state: "bad", words: "notRecomputed", value: 0 };
  if (agrees(recomputed)) return { state: "good", words: "identical", value: compared };
  return { state: "bad", words: "differs", value: differences.length + issues.length };
}

/** True where what was recorded is what its evidence gives. */
function agrees({ differences, issues }: Recomputed): boolean {
  return differences.length === 0 && issues.every(({ issue }) => issue.severity === "warning");
}

function isAboutRoot(code: IssueCode): boolean {
  return code === "rootNotFound";
}

const signatureFaults: readonly IssueCode[] = ["signatureBroken", "signatureMissing", "signatureOfOtherHead"];

function isAboutSignature(code: IssueCode): boolean {
  return signatureFaults.includes(code);
}

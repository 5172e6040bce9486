import type { CriteriaSet } from "../criteria/criteriaSet";
import type { ConditionLevel, EventEffect, Grading } from "../criteria/grading";
import type { Unit } from "../evidence/evidence";
import type { Words } from "../issue/fields";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import type { Step } from "../rules/ruleKind";
import type { Score } from "../score/score";

/** A unit's grade (mức xếp loại) and every step that led to it: plain data, every number as exact text. */
export interface Classification {
  readonly criteria: Score["criteria"];
  readonly unit: Unit;
  readonly period: string;
  readonly round: Score["round"];
  /** The value graded, exact and as published; `null` where there is none, or leaves without which it is not graded are missing. */
  readonly value: { readonly exact: string; readonly published: string } | null;
  /** Id of the grade; `null` for a unit without one, and then `reason` says why. */
  readonly grade: string | null;
  readonly title?: Words;
  readonly reason?: Ungraded | Undecided;
  /** Of a unit whose grade is not decided: the grades that it may still have, best first; `null` for none at all. */
  readonly possible?: readonly (string | null)[];
  readonly stages: readonly GradeStage[];
}

/** Why a unit has no grade: it is not rated (không xếp loại), nothing of it counts, or not even the lowest grade's conditions hold. */
export type Ungraded = "notRated" | "notCounted" | "noConditionHolds";

/**
 * Why a unit's grade is not decided: leaves, a fact or a record of an event are missing; its value falls between bands as they
 * are printed; it has the same value as others at the edge of a quota (`quotaTie`), others that are undecided may take its
 * place in it (`quotaOpen`), or the quota is a share of nothing (`quotaWithoutBase`).
 */
export type Undecided = "missing" | "betweenBands" | "undecidedFact" | "undecidedEvent" | "quotaTie" | "quotaOpen" | "quotaWithoutBase";

/** One stage of grading: the grade before and after it, `null` where it is none or not decided, and why. */
export interface GradeStage {
  readonly stage: "rated" | "band" | "conditions" | "veto" | "cap" | "quota";
  readonly before: string | null;
  readonly after: string | null;
  readonly why: readonly GradeStep[];
}

/** A condition holds, fails, or cannot be told yet. */
export type Verdict = "holds" | "fails" | "undecided";

export type GradeStep = NotRatedStep | BandStep | NodesStep | FactStep | EventStep | QuotaStep;

/** Why a unit is not rated, as its report says. */
export interface NotRatedStep {
  readonly step: "notRated";
  readonly reason: Words;
}

export interface BandStep {
  readonly step: "band";
  /** The value compared; `null` where there is none. */
  readonly value: string | null;
  readonly grade: string | null;
  /** Of a value that no band holds: the grades whose bands are printed above and below it. */
  readonly between?: readonly [above: string | null, below: string | null];
  /** Codes of the leaves without figures. */
  readonly missing: readonly string[];
}

/** A condition on nodes of the tree: which of them fail it, and which cannot be told. */
export interface NodesStep {
  readonly step: "noZero" | "eachAtLeast";
  readonly grade: string;
  readonly of: ConditionLevel;
  /** The percentage of its maximum that each needs, for `eachAtLeast`. */
  readonly percent?: string;
  readonly verdict: Verdict;
  readonly failing: readonly { readonly code: string; readonly points: string; readonly countedMax: string; readonly percent: string }[];
  readonly open: readonly string[];
}

export interface FactStep {
  readonly step: "fact";
  readonly grade: string;
  readonly fact: string;
  /** Place of the condition among those of its grade. */
  readonly condition: number;
  readonly verdict: Verdict;
  readonly state: "measured" | "nothingDue" | "notDone" | "missing";
  readonly value: string | null;
  /** How the measure read the figures. */
  readonly steps: readonly Step[];
}

export interface EventStep {
  readonly step: "event";
  readonly event: string;
  readonly effect: EventEffect;
  /** `elsewhere`: it was used in the rating of another period, and is not used again. */
  readonly state: "happened" | "undecided" | "elsewhere";
  readonly on?: string;
  readonly countedIn?: string;
}

export interface QuotaStep {
  readonly step: "quota";
  readonly quota: string;
  readonly verdict: "kept" | "beyond" | "undecided";
  readonly base: Between | null;
  readonly allowed: Between;
  /** How many units were proposed, and where this one stands among all that may be. */
  readonly proposed: number;
  readonly position: Between;
  readonly tiedWith: readonly string[];
}

/** A number of units, or, while some are undecided, the least and the most that it may be. */
export interface Between {
  readonly least: number;
  readonly most: number;
}

/** How a set grades; throws a `ParError` when it does not. */
export function gradingOf({ file }: CriteriaSet): Grading {
  if (file.grading === undefined) throw new ParError([issue("noGrading", {}, { path: ["grading"] })]);
  return file.grading;
}

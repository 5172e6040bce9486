import type { CriteriaFile } from "../criteria/criteriaFile";
import type { LeftOutPolicy, ReportedRound } from "../criteria/policies";
import type { Evidence, Round, SupportingDocument, Unit } from "../evidence/evidence";
import type { Step } from "../rules/ruleKind";

export const leafStates = ["scored", "nothingDue", "notApplicable", "missing", "waiting", "notSelfScored", "monitored"] as const;

/**
 * What became of a leaf. Six of these are not "scored zero" and never look like it:
 * `nothingDue` (không phát sinh, 0 of 0), `notApplicable` (không áp dụng), `missing` (chưa có số liệu),
 * `waiting` (chờ số liệu của các đơn vị khác), `notSelfScored` (đơn vị không tự chấm) and `monitored` (chỉ theo dõi, không tính điểm).
 */
export type LeafState = (typeof leafStates)[number];

interface Counted {
  readonly code: string;
  /** Exact text: a decimal, or a fraction in lowest terms where the decimals never end (`"1762280/99653"`). */
  readonly points: string;
  /** The points with the digits that the instrument publishes. */
  readonly published: string;
  readonly maxPoints: string;
  /** The maximum that counts (tổng điểm tối đa được tính): less than `maxPoints` where leaves were left out. */
  readonly countedMax: string;
  /** Points beside the base: a bonus adds to the whole, a penalty takes off (its points are below zero), `maxPoints` at most. */
  readonly beyondMax?: "bonus" | "penalty";
}

export interface LeafScore extends Counted {
  readonly children?: undefined;
  readonly state: LeafState;
  /** For a leaf where nothing was due or that does not apply: what the set says that does. */
  readonly policy?: LeftOutPolicy;
  /** For a leaf that compares units: the ids of those whose figures were compared, its own among them. */
  readonly cohort?: readonly string[];
  readonly steps: readonly Step[];
  /** In a score of the round `counted`: the round that counts for this leaf. */
  readonly origin?: ReportedRound;
  /** What was said with the figures: the reason for a change or for points given, and the documents behind them. */
  readonly reason?: string;
  readonly documents?: readonly SupportingDocument[];
}

export interface BranchScore extends Counted {
  /** How many leaves below have no points yet, for want of figures. */
  readonly incomplete: number;
  /** What was done to the sum of its children, where something was: brought up after leaves were left out, or held at a cap. */
  readonly steps?: readonly Step[];
  readonly children: readonly NodeScore[];
}

/** The points of one node of the criteria tree; it has the tree's shape and codes. */
export type NodeScore = BranchScore | LeafScore;

/** A unit's score (kết quả chấm điểm): plain data, every number as text. */
export interface Score {
  readonly criteria: {
    readonly id: string;
    readonly revision: number;
    readonly status: CriteriaFile["status"];
    readonly readings: Readonly<Record<string, string>>;
  };
  readonly unit: Unit;
  readonly period: string;
  readonly round: Round;
  /** Points, and points as a percentage of the maximum that counted, exact; `null` when nothing counted, or no leaf has figures. */
  readonly points: string;
  readonly countedMax: string;
  /** The points but for bonus and penalty, then those, exact; `points` is their sum. */
  readonly base: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly index: string | null;
  /** The published value, points or index as the instrument says, rounded once; `null` where there is no index. */
  readonly published: string | null;
  /** Codes of leaves by what became of them, in the order of the tree. A missing leaf adds nothing and is named here. */
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
  readonly nothingDue: readonly string[];
  readonly waiting: readonly string[];
  readonly root: BranchScore;
  /** What was reported for grading, as the evidence has it, so that a score is all that grading needs. */
  readonly facts?: NonNullable<Evidence["facts"]>;
  readonly events?: NonNullable<Evidence["events"]>;
}

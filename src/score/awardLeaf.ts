import type { CriteriaSet, Leaf } from "../criteria/criteriaSet";
import type { LeftOutPolicy } from "../criteria/policies";
import type { EvidenceItem, Round } from "../evidence/evidence";
import { figuresOf } from "../evidence/readItem";
import { isUnitsRound } from "../evidence/roundsHeld";
import { fromDecimal } from "../exact/decimal";
import { type Ratio, zero } from "../exact/ratio";
import { award, measureFigures } from "../rules/boundRule";
import type { Figures, Step } from "../rules/ruleKind";
import type { LeafScore, LeafState } from "./score";

/** What a leaf earned, before its branch is added up. */
export interface LeafAward {
  readonly leaf: Leaf;
  readonly state: LeafState;
  readonly policy?: LeftOutPolicy;
  readonly points: Ratio;
  readonly countedMax: Ratio;
  readonly steps: readonly Step[];
  /** What was said beside the figures, kept with the score. */
  readonly said?: Pick<LeafScore, "origin" | "reason" | "documents">;
}

/**
 * Awards one leaf from its item of evidence in a round. `cohort` gives the same leaf's figures of every unit, once they are at
 * hand.
 */
export function awardLeaf(
  criteria: CriteriaSet,
  leaf: Leaf,
  round: Round,
  item: EvidenceItem | undefined,
  cohort?: readonly Figures[],
): LeafAward {
  const figures = figuresOf(item);
  if (leaf.rule === undefined) return unscored(leaf, "monitored", zero, figures === undefined ? [] : monitoredSteps(leaf, figures, cohort));
  if (item?.notApplicable === true) {
    const { policy } = criteria.file.policies.notApplicable;
    return leftOut(leaf, "notApplicable", leaf.node.notApplicable ?? policy, []);
  }
  if (item?.givenPoints !== undefined) return givenPoints(leaf, item.givenPoints);
  if (figures === undefined) {
    const left = leaf.node.selfScored === false && isUnitsRound(criteria, round);
    return left ? unscored(leaf, "notSelfScored", zero, []) : unscored(leaf, "missing", leaf.maxPoints, []);
  }
  const outcome = award(leaf.rule, figures, leaf.maxPoints, cohort);
  if ("waiting" in outcome) return unscored(leaf, "waiting", leaf.maxPoints, []);
  if ("nothingDue" in outcome) return leftOut(leaf, "nothingDue", leaf.node.nothingDue, outcome.steps);
  return { leaf, state: "scored", points: outcome.points, countedMax: leaf.maxPoints, steps: outcome.steps };
}

/** Points that the appraiser gave with a reason, whatever the rule makes of the figures. */
function givenPoints(leaf: Leaf, points: string): LeafAward {
  const step: Step = { by: "score", step: "givenPoints", values: { points } };
  return { leaf, state: "scored", points: fromDecimal(points), countedMax: leaf.maxPoints, steps: [step] };
}

function unscored(leaf: Leaf, state: LeafState, countedMax: Ratio, steps: readonly Step[]): LeafAward {
  return { leaf, state, points: zero, countedMax, steps };
}

/** A leaf that does not count as others do, under the policy that the set states for it. */
function leftOut(leaf: Leaf, state: LeafState, policy: LeftOutPolicy | "refuse" | undefined, steps: readonly Step[]): LeafAward {
  switch (policy) {
    case "fullPoints":
      return { leaf, state, policy, points: leaf.maxPoints, countedMax: leaf.maxPoints, steps };
    case "zero":
      return { leaf, state, policy, points: zero, countedMax: leaf.maxPoints, steps };
    case "leaveOut":
    case "splitEqually":
      return { leaf, state, policy, points: zero, countedMax: zero, steps };
    default:
      throw new TypeError(`the leaf ${leaf.code} has no policy for ${state}; its set or its evidence was not checked`);
  }
}

function monitoredSteps({ monitors }: Leaf, figures: Figures, cohort: readonly Figures[] | undefined): readonly Step[] {
  if (monitors === undefined || (monitors.measure.needsCohort === true && cohort === undefined)) return [];
  return measureFigures(monitors, figures, cohort).steps;
}

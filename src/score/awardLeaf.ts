import type { CriteriaSet, Leaf } from "../criteria/criteriaSet";
import type { LeftOutPolicy } from "../criteria/policies";
import type { EvidenceItem, Round } from "../evidence/evidence";
import { figuresOf } from "../evidence/readItem";
import { isUnitsRound } from "../evidence/roundsHeld";
import { fromDecimal } from "../exact/decimal";
import { type Ratio, zero } from "../exact/ratio";
import { award, type Gathered, measureFigures } from "../rules/boundRule";
import type { Figures, Step } from "../rules/ruleKind";
import type { Cohort } from "./cohort";
import type { LeafScore, LeafState } from "./score";

/** What a leaf earned, before its branch is added up. */
export interface LeafAward {
  readonly leaf: Leaf;
  readonly state: LeafState;
  readonly policy?: LeftOutPolicy;
  readonly cohort?: readonly string[];
  readonly points: Ratio;
  readonly countedMax: Ratio;
  readonly steps: readonly Step[];
  /** What was said beside the figures, kept with the score. */
  readonly said?: Pick<LeafScore, "reason" | "documents">;
}

/** Awards one leaf from its item of evidence in a round; one that compares units, in its cohort, once that is at hand. */
export function awardLeaf(criteria: CriteriaSet, leaf: Leaf, round: Round, item: EvidenceItem | undefined, cohort?: Cohort): LeafAward {
  const figures = figuresOf(item);
  if (figures === undefined) return withoutFigures(criteria, leaf, round, item);
  const awarded = awardFigures(leaf, figures, cohort?.gathered);
  return cohort === undefined ? awarded : { ...awarded, cohort: cohort.units };
}

function withoutFigures(criteria: CriteriaSet, leaf: Leaf, round: Round, item: EvidenceItem | undefined): LeafAward {
  if (leaf.rule === undefined) return unscored(leaf, "monitored", zero, []);
  if (item?.notApplicable === true) return leftOut(leaf, "notApplicable", notApplicablePolicy(criteria, leaf), []);
  if (item?.givenPoints !== undefined) return givenPoints(leaf, item.givenPoints);
  const left = leaf.node.selfScored === false && isUnitsRound(criteria, round);
  return left ? unscored(leaf, "notSelfScored", zero, []) : unscored(leaf, "missing", leaf.maxPoints, []);
}

function awardFigures(leaf: Leaf, figures: Figures, gathered: Gathered | undefined): LeafAward {
  if (leaf.rule === undefined) return unscored(leaf, "monitored", zero, monitoredSteps(leaf, figures, gathered));
  const outcome = award(leaf.rule, figures, leaf.maxPoints, gathered);
  if ("waiting" in outcome) return unscored(leaf, "waiting", leaf.maxPoints, []);
  if ("nothingDue" in outcome) return leftOut(leaf, "nothingDue", leaf.node.nothingDue, outcome.steps);
  return { leaf, state: "scored", points: outcome.points, countedMax: leaf.maxPoints, steps: outcome.steps };
}

/** What the set says of leaves that do not apply, it says of the base: "full points" must not take off a whole penalty. */
export function notApplicablePolicy({ file }: CriteriaSet, { node, beyondMax }: Leaf): LeftOutPolicy | "refuse" {
  return node.notApplicable ?? (beyondMax === undefined ? file.policies.notApplicable.policy : "leaveOut");
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

function monitoredSteps({ monitors }: Leaf, figures: Figures, gathered: Gathered | undefined): readonly Step[] {
  const measured = monitors === undefined ? undefined : measureFigures(monitors, figures, gathered);
  return measured === undefined || "waiting" in measured ? [] : measured.steps;
}

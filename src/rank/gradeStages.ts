import type { CriteriaSet } from "../criteria/criteriaSet";
import { type EventEffect, eventsOf, type GradeScale, type Grading } from "../criteria/grading";
import { fromExactText } from "../exact/decimal";
import { type Bounds, holds } from "../rules/bounds";
import type { Score } from "../score/score";
import type { Classification, EventStep, FactStep, GradeStage, GradeStep, NodesStep, Undecided, Ungraded, Verdict } from "./classification";
import { judgeCondition } from "./judgeCondition";

/** A unit that is being graded. */
export interface Case {
  readonly criteria: CriteriaSet;
  readonly grading: Grading;
  readonly scale: GradeScale;
  readonly score: Score;
  readonly value: Classification["value"];
}

/** Something that a unit may come to: the place of a grade in its scale, best first, or why it has none. */
export type Outcome = number | Ungraded | "betweenBands";

/** What a stage leaves possible, and, where that is more than one thing, for want of what. */
export interface Decision {
  readonly outcomes: readonly Outcome[];
  readonly doubt?: Undecided | undefined;
  readonly why: readonly GradeStep[];
}

/** The stages before any quota, in their order. One that has nothing to say of a unit answers nothing. */
export const gradeStages: readonly {
  readonly stage: GradeStage["stage"];
  readonly decide: (unit: Case, before: readonly Outcome[]) => Decision | undefined;
}[] = [
  { stage: "rated", decide: decideRated },
  { stage: "band", decide: decideBand },
  { stage: "conditions", decide: decideConditions },
  { stage: "veto", decide: decideVeto },
  { stage: "cap", decide: decideCap },
];

/** A unit that its report names as not rated, and events that leave one unrated, such as having been set up late in the year. */
function decideRated(unit: Case, before: readonly Outcome[]): Decision | undefined {
  const { notRated } = unit.score.unit;
  if (notRated !== undefined) return { outcomes: ["notRated"], why: [{ step: "notRated", reason: notRated }] };
  const why = eventSteps(unit, (effect) => "notRated" in effect);
  if (why.length === 0) return undefined;
  if (hasHappened(why)) return { outcomes: ["notRated"], why };
  return isUndecided(why) ? { outcomes: [...before, "notRated"], doubt: "undecidedEvent", why } : { outcomes: before, why };
}

/** The band that the value falls in; where none is printed for it, one of its neighbours or no grade. */
function decideBand({ grading, scale: { grades }, score, value }: Case, before: readonly Outcome[]): Decision {
  const unrated = before.filter((outcome) => outcome === "notRated");
  const missing = [...score.missing, ...score.waiting];
  if (value === null) {
    const why = [{ step: "band", value: null, grade: null, missing }] as const;
    return missing.length > 0 ? { outcomes: before, doubt: "missing", why } : { outcomes: [...unrated, "notCounted"], why };
  }
  const text = value[grading.compare];
  const compared = fromExactText(text);
  const within = (bounds: Bounds) => holds(compared, bounds);
  const idAt = (place: number) => grades[place]?.id ?? null;
  const place = grades.findIndex(within);
  if (place >= 0) return { outcomes: [...unrated, place], why: [{ step: "band", value: text, grade: idAt(place), missing }] };
  const below = grades.findIndex(({ lessThan, atMost }) => !within({ lessThan, atMost }));
  const above = below < 0 ? grades.length - 1 : below - 1;
  return {
    outcomes: [...unrated, ...[above, below].filter((neighbour) => neighbour >= 0), "betweenBands"],
    doubt: "betweenBands",
    why: [{ step: "band", value: text, grade: null, between: [idAt(above), idAt(below)], missing }],
  };
}

/** A unit that lacks a condition of a grade falls to the next grade whose conditions hold. */
function decideConditions({ criteria, scale: { grades }, score, value }: Case, before: readonly Outcome[]): Decision | undefined {
  if (value === null) return undefined;
  const judged = new Map<number, readonly (NodesStep | FactStep)[]>();
  const judge = (place: number) => {
    const { id = "", conditions = [] } = grades[place] ?? {};
    const steps = judged.get(place) ?? conditions.map((condition, index) => judgeCondition(criteria, score, id, condition, index));
    judged.set(place, steps);
    return verdictOf(steps);
  };
  const outcomes = before.flatMap((outcome) => (typeof outcome === "number" ? fallFrom(outcome, grades.length, judge) : [outcome]));
  const why = [...judged].sort(([a], [b]) => a - b).flatMap(([, steps]) => steps);
  const open = why.find(({ verdict }) => verdict === "undecided");
  const doubt = open === undefined ? undefined : open.step === "fact" ? "undecidedFact" : "missing";
  return why.length === 0 ? undefined : { outcomes, doubt, why };
}

/** The grades that a unit may have whose value reaches this one: down to the first whose conditions surely hold. */
function fallFrom(place: number, grades: number, judge: (place: number) => Verdict): readonly Outcome[] {
  if (place === grades) return ["noConditionHolds"];
  const verdict = judge(place);
  if (verdict === "holds") return [place];
  const lower = fallFrom(place + 1, grades, judge);
  return verdict === "fails" ? lower : [place, ...lower];
}

/** All must hold; one that fails decides, whatever is not known of the others. */
function verdictOf(steps: readonly { readonly verdict: Verdict }[]): Verdict {
  const verdicts = steps.map(({ verdict }) => verdict);
  return verdicts.includes("fails") ? "fails" : verdicts.includes("undecided") ? "undecided" : "holds";
}

/** Events that force the lowest grade, whatever the value and the conditions. */
function decideVeto(unit: Case, before: readonly Outcome[]): Decision | undefined {
  const why = eventSteps(unit, (effect) => "forces" in effect);
  if (why.length === 0) return undefined;
  const lowest = unit.scale.grades.length - 1;
  const forced = before.map((outcome) => (outcome === "notRated" ? outcome : lowest));
  if (hasHappened(why)) return { outcomes: forced, why };
  return isUndecided(why) ? { outcomes: [...before, ...forced], doubt: "undecidedEvent", why } : { outcomes: before, why };
}

/** Events that let no grade better than one be given. */
function decideCap(unit: Case, before: readonly Outcome[]): Decision | undefined {
  const why = eventSteps(unit, (effect) => "caps" in effect);
  if (why.length === 0) return undefined;
  const { grades } = unit.scale;
  const capped = (outcomes: readonly Outcome[], { effect }: EventStep) => {
    const cap = grades.findIndex(({ id }) => "caps" in effect && id === effect.caps);
    return outcomes.map((outcome) => (typeof outcome === "number" ? Math.max(outcome, cap) : outcome));
  };
  const surely = why.filter(({ state }) => state === "happened").reduce(capped, before);
  const perhaps = why.filter(({ state }) => state === "undecided").flatMap((step) => capped(surely, step));
  return { outcomes: [...surely, ...perhaps], doubt: "undecidedEvent", why };
}

/** What is recorded of the events with such an effect; those that did not happen are passed over. */
function eventSteps({ grading, score }: Case, matters: (effect: EventEffect) => boolean): readonly EventStep[] {
  const events = eventsOf(grading, score.unit.group).filter(({ effect }) => matters(effect));
  return events.flatMap(({ id: event, effect }): readonly EventStep[] => {
    const record = score.events?.[event];
    if (record === undefined) return grading.unrecorded === "undecided" ? [{ step: "event", event, effect, state: "undecided" }] : [];
    if (!record.happened) return [];
    const { on, countedIn } = record;
    const elsewhere = countedIn !== undefined && countedIn !== score.period;
    return [
      {
        step: "event",
        event,
        effect,
        state: elsewhere ? "elsewhere" : "happened",
        ...(on === undefined ? {} : { on }),
        ...(countedIn === undefined ? {} : { countedIn }),
      },
    ];
  });
}

function hasHappened(steps: readonly EventStep[]): boolean {
  return steps.some(({ state }) => state === "happened");
}

function isUndecided(steps: readonly EventStep[]): boolean {
  return steps.some(({ state }) => state === "undecided");
}

import type { CriteriaSet } from "../criteria/criteriaSet";
import { type GradeScale, type Grading, scaleOf } from "../criteria/grading";
import { attempt, type Result } from "../issue/result";
import { incompleteLeaves } from "../score/nodeScore";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { Score } from "../score/score";
import { type Classification, type GradeStage, gradingOf, type Undecided } from "./classification";
import { type Case, gradeStages, type Outcome } from "./gradeStages";

/**
 * The grades of units (xếp loại) before any quota, in the order of their scores: the band that the value falls in, then
 * conditions, then events that force the lowest grade, then events that cap it. Every step is kept. What a missing figure or
 * a hole between printed bands leaves open stays open, unless it comes to the same whichever way it is settled.
 *
 * **Exactness:** values are compared with thresholds exactly, or as published where the set says so.
 * **Errors:** {@link ParError} when the set does not grade, or a score is of another set.
 *
 * @example
 * ```ts
 * import { classify, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/grading");
 * const score = scoreUnit(criteria, parseEvidence(criteria, {
 *   unit: { id: "so-a", name: "Sở A", group: "department" }, period: "2021", round: "appraised",
 *   items: { "1.1": { done: 99, due: 100 }, "1.2": { late: 0 }, "2": { percent: "90" } },
 *   facts: { aboveRequirement: { done: 40, due: 100 } },
 *   events: { warned: { happened: true, on: "2021-05-20" } },
 * }));
 * const [graded] = classify(criteria, [score]);
 * graded?.value?.published; // => "95.60"
 * graded?.grade; // => "done"
 * graded?.stages.map(({ stage, after }) => [stage, after]); // => [["band", "excellent"], ["conditions", "excellent"], ["cap", "done"]]
 * ```
 */
export function classify(criteria: CriteriaSet, scores: readonly Score[]): readonly Classification[] {
  const grading = gradingOf(criteria);
  requireScores(criteria, scores);
  requireDistinctUnits(scores);
  return scores.map((score) => {
    const scale = scaleOf(grading, score.unit.group);
    return classifyUnit({ criteria, grading, scale, score, value: gradedValue(criteria, grading, score) });
  });
}

/** {@link classify} that answers a {@link Result} and never throws. */
export function safeClassify(criteria: CriteriaSet, scores: readonly Score[]): Result<readonly Classification[]> {
  return attempt(() => classify(criteria, scores));
}

/** What a unit may come to after some of the stages, for want of what if more than one thing, and what they said. */
interface Standing {
  readonly outcomes: readonly Outcome[];
  readonly doubt: Undecided | undefined;
  readonly stages: readonly GradeStage[];
}

function classifyUnit(unit: Case): Classification {
  const { criteria, scale, score, value } = unit;
  const start: Standing = { outcomes: [...scale.grades.keys(), "notCounted"], doubt: undefined, stages: [] };
  const { outcomes, doubt, stages } = gradeStages.reduce((standing, stage) => pass(unit, standing, stage), start);
  const grade = decidedGrade(scale, outcomes);
  const [only] = outcomes;
  const { id, revision, status } = criteria.file;
  return {
    criteria: { id, revision, status, readings: criteria.readings },
    unit: score.unit,
    period: score.period,
    round: score.round,
    value,
    grade: grade?.id ?? null,
    ...(grade === undefined ? {} : { title: grade.title }),
    ...(doubt === undefined ? {} : { reason: doubt, possible: possibleGrades(scale, outcomes) }),
    ...(doubt === undefined && typeof only === "string" ? { reason: only } : {}),
    stages,
  };
}

/** Passes a unit through a stage. One that is not rated passes no further. */
function pass(unit: Case, standing: Standing, { stage, decide }: (typeof gradeStages)[number]): Standing {
  const isOut = standing.outcomes.every((outcome) => outcome === "notRated");
  const decision = isOut ? undefined : decide(unit, standing.outcomes);
  if (decision === undefined) return standing;
  const outcomes = inOrder(decision.outcomes);
  const idOf = (possible: readonly Outcome[]) => decidedGrade(unit.scale, possible)?.id ?? null;
  return {
    outcomes,
    doubt: outcomes.length > 1 ? (standing.doubt ?? decision.doubt) : undefined,
    stages: [...standing.stages, { stage, before: idOf(standing.outcomes), after: idOf(outcomes), why: decision.why }],
  };
}

/** Each outcome once: grades from the best to the lowest, then reasons for none. */
function inOrder(outcomes: readonly Outcome[]): readonly Outcome[] {
  const all = [...new Set(outcomes)];
  const grades = all.filter((outcome) => typeof outcome === "number").sort((a, b) => a - b);
  return [...grades, ...all.filter((outcome) => typeof outcome !== "number")];
}

function decidedGrade({ grades }: GradeScale, outcomes: readonly Outcome[]) {
  const [only] = outcomes;
  return outcomes.length === 1 && typeof only === "number" ? grades[only] : undefined;
}

function possibleGrades({ grades }: GradeScale, outcomes: readonly Outcome[]): readonly (string | null)[] {
  return [...new Set(outcomes.map((outcome) => (typeof outcome === "number" ? (grades[outcome]?.id ?? null) : null)))];
}

/** The value that is graded; `null` where nothing counts, or where leaves are missing without which the set does not grade. */
function gradedValue({ file }: CriteriaSet, { incomplete }: Grading, { root, points, index, published }: Score): Classification["value"] {
  if (published === null || index === null || (incomplete === "ungraded" && incompleteLeaves(root) > 0)) return null;
  return { exact: file.policies.published.value === "points" ? points : index, published };
}

import { fromDecimal } from "../exact/decimal";
import { compare, hundred, isZero } from "../exact/ratio";
import { type Issue, issue, under, warning } from "../issue/issue";
import { coverageFaults } from "../rules/bandCoverage";
import { needsCohort } from "../rules/boundRule";
import type { Bounds } from "../rules/bounds";
import { duplicateFaults } from "../rules/options";
import type { CriteriaDraft } from "./criteriaFile";
import { bindMeasure, type RuleBook } from "./criteriaSet";
import type { GradeCondition, GradeScale, Grading, GradingEvent, GradingFact, Quota } from "./grading";
import { decisionFaults } from "./provenanceFaults";
import { valueRange } from "./valueRange";

/** What is wrong with how a set grades: what its parts name exists, and its bands leave no value to chance. */
export function gradingFaults(file: CriteriaDraft, book: RuleBook): Issue[] {
  const { grading } = file;
  if (grading === undefined || grading === null) return [];
  const { scales, facts = [], events = [], quotas = [] } = grading;
  const within = (key: string) => (found: readonly Issue[], index: number) => found.map((one) => under([key, index], one));
  return [
    ...scales.map((scale) => scaleFaults(scale, grading, file, book)).flatMap(within("scales")),
    ...groupFaults(grading, file),
    ...duplicateFaults(facts, ["facts"]),
    ...facts.map((fact) => factFaults(fact, book)).flatMap(within("facts")),
    ...duplicateFaults(events, ["events"]),
    ...events.map((event) => eventFaults(event, grading, file)).flatMap(within("events")),
    ...duplicateFaults(quotas, ["quotas"]),
    ...quotas.map((quota) => quotaFaults(quota, grading, file)).flatMap(within("quotas")),
    ...statementFaults(grading, file),
  ].map((found) => under(["grading"], found));
}

/** Every statement of the grading says where it comes from. */
function statementFaults(grading: Grading, file: CriteriaDraft): Issue[] {
  const { provenance, facts = [], events = [], quotas = [] } = grading;
  const parts = Object.entries({ facts, events, quotas }).flatMap(([key, list]) =>
    list.map((part, index) => ({ provenance: part.provenance, path: [key, index] })),
  );
  return [{ provenance, path: [] }, ...parts].flatMap((stated) =>
    decisionFaults(stated.provenance, file).map((found) => under([...stated.path, "provenance"], found)),
  );
}

/** Every group of units has its grades, and only once. */
function groupFaults({ scales }: Grading, file: CriteriaDraft): Issue[] {
  const graded = scales.flatMap(({ groups }, scale) => groups.map((id, index) => ({ id, path: ["scales", scale, "groups", index] })));
  const repeated = graded.filter(({ id }, index) => graded.findIndex((other) => other.id === id) < index);
  const without = file.groups.filter(({ id }) => !graded.some((one) => one.id === id));
  return [
    ...repeated.map(({ id, path }) => issue("duplicateOption", { option: id }, { path })),
    ...without.map(({ id }) => issue("groupWithoutGrades", { group: id }, { path: ["scales"] })),
  ];
}

function scaleFaults({ groups, grades }: GradeScale, grading: Grading, file: CriteriaDraft, book: RuleBook): Issue[] {
  const last = grades.length - 1;
  return [
    ...unknownGroups(groups, file),
    ...duplicateFaults(grades, ["grades"]),
    ...bandFaults(grades, valueRange(file, groups, grading.compare)).map((found) => under(["grades"], found)),
    ...grades.flatMap(({ id, conditions = [] }, index) => [
      ...(index === last && conditions.length > 0
        ? [warning("lowestGradeConditional", { grade: id }, { path: ["grades", index, "conditions"] })]
        : []),
      ...conditions.flatMap((condition, place) =>
        conditionFaults(condition, grading, book).map((found) => under(["grades", index, "conditions", place], found)),
      ),
    ]),
  ];
}

/** A hole between bands as they are printed is told and kept: which grade falls there is for people to say. */
function bandFaults(grades: readonly Bounds[], range: ReturnType<typeof valueRange>): Issue[] {
  return coverageFaults("higher", grades, range ?? { whole: false }).flatMap((found) => {
    if (found.code !== "bandGap") return [found];
    return range === undefined ? [] : [warning("gradeGap", found.payload, found.location)];
  });
}

function conditionFaults(condition: GradeCondition, { facts = [] }: Grading, book: RuleBook): Issue[] {
  if (condition.kind === "noZero") return [];
  if (condition.kind === "eachAtLeast") {
    const { percent } = condition;
    const above = compare(fromDecimal(percent), hundred) > 0;
    return [
      ...(above ? [issue("percentAbove100", { received: percent }, { path: ["percent"] })] : []),
      ...(isZero(fromDecimal(percent))
        ? [issue("thresholdNotPositive", { key: "percent", received: percent }, { path: ["percent"] })]
        : []),
    ];
  }
  const fact = facts.find(({ id }) => id === condition.fact);
  if (fact === undefined) {
    return [issue("unknownFact", { fact: condition.fact, facts: facts.map(({ id }) => id) }, { path: ["fact"] })];
  }
  const { atLeast, moreThan, lessThan, atMost } = condition;
  const bounds = { atLeast, moreThan, lessThan, atMost };
  if (Object.values(bounds).every((bound) => bound === undefined)) return [issue("boundMissing", {})];
  const { measure } = bindMeasure(fact.reads, book);
  return coverageFaults("higher", [bounds], measure.range).filter(({ code }) => code !== "bandGap");
}

/** A fact is read from the figures of one unit, and says what holds where nothing was due. */
function factFaults({ reads, nothingDue }: GradingFact, book: RuleBook): Issue[] {
  const bound = bindMeasure(reads, book);
  const { measure, params } = bound;
  const possible = measure.mayBeNothingDue === true;
  return [
    ...(measure.faults?.(params) ?? []).map((found) => under(["reads"], found)),
    ...(needsCohort(bound) ? [issue("factNeedsCohort", { measure: measure.measure }, { path: ["reads"] })] : []),
    ...(possible && nothingDue === undefined ? [issue("factNothingDueUnstated", {})] : []),
    ...(!possible && nothingDue !== undefined ? [issue("nothingDueNeverHappens", {})] : []),
  ];
}

/** What an event does is known to the grades of every group that it can befall; what it forces is the lowest of them. */
function eventFaults({ effect, groups }: GradingEvent, { scales }: Grading, file: CriteriaDraft): Issue[] {
  const concerned = scalesOf(scales, groups);
  const capped = "caps" in effect ? gradeFaults(effect.caps, concerned).map((found) => under(["effect", "caps"], found)) : [];
  const forced = "forces" in effect ? forcedFaults(effect.forces, concerned).map((found) => under(["effect", "forces"], found)) : [];
  return [...unknownGroups(groups ?? [], file), ...capped, ...forced];
}

function forcedFaults(grade: string, scales: readonly GradeScale[]): Issue[] {
  const unknown = gradeFaults(grade, scales);
  const lowest = [...new Set(scales.map(({ grades }) => grades.at(-1)?.id ?? grade))];
  return unknown.length === 0 && lowest.some((id) => id !== grade) ? [issue("forcedNotLowest", { grade, lowest })] : unknown;
}

/** A quota is a share or a count of a grade from which a unit can fall. */
function quotaFaults({ grade, groups, share, count, effect }: Quota, { scales }: Grading, file: CriteriaDraft): Issue[] {
  const concerned = scalesOf(scales, groups);
  const base = share === undefined || share.of === "rated" ? [] : share.of.grades;
  const ofLowest = effect === "grade" && concerned.some(({ grades }) => grades.at(-1)?.id === grade);
  return [
    ...unknownGroups(groups ?? [], file),
    ...gradeFaults(grade, concerned).map((found) => under(["grade"], found)),
    ...(ofLowest ? [issue("quotaOfLowest", { grade }, { path: ["grade"] })] : []),
    ...((share === undefined) === (count === undefined) ? [issue("exactlyOneOf", { keys: ["share", "count"] })] : []),
    ...(share !== undefined && compare(fromDecimal(share.percent), hundred) > 0
      ? [issue("percentAbove100", { received: share.percent }, { path: ["share", "percent"] })]
      : []),
    ...duplicateFaults(
      base.map((id) => ({ id })),
      ["share", "of", "grades"],
    ),
    ...base.flatMap((id, index) => gradeFaults(id, concerned).map((found) => under(["share", "of", "grades", index], found))),
  ];
}

function scalesOf(scales: readonly GradeScale[], groups: readonly string[] | undefined): readonly GradeScale[] {
  return groups === undefined ? scales : scales.filter((scale) => scale.groups.some((group) => groups.includes(group)));
}

/** A grade that one of these scales does not have. */
function gradeFaults(grade: string, scales: readonly GradeScale[]): Issue[] {
  const known = scales.map(({ grades }) => grades.map(({ id }) => id));
  const lacking = known.find((ids) => !ids.includes(grade));
  return lacking === undefined ? [] : [issue("unknownGrade", { grade, grades: lacking })];
}

function unknownGroups(named: readonly string[], { groups }: CriteriaDraft): Issue[] {
  const known = groups.map(({ id }) => id);
  return named.flatMap((group, index) =>
    known.includes(group) ? [] : [issue("unknownGroup", { group, groups: known }, { path: ["groups", index] })],
  );
}

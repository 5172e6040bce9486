import type {
  CriteriaDocument,
  EventDocument,
  FactCondition,
  GradeDocument,
  GradingDocument,
  NodesCondition,
  QuotaDocument,
  ReportDocument,
} from "./documents";
import { type Fraction, isBelow, isNothing, readDecimal, readPrinted, roundTo, times, whole } from "./fraction";
import { readMeasure } from "./measures";
import type { OracleNode, OracleScore } from "./oracle";

/**
 * A second way to grade, by trying out: whatever is not known of a unit is settled in every way that it could be, each time the
 * rules are read as they stand, and the grades that come out are those that the unit may have. `null` stands for none.
 */
export type Outcomes = ReadonlySet<string | null>;

/** Something not known of a unit: a condition that may hold or not, an event that may have happened or not, a band. */
type World = ReadonlyMap<string, string>;

export function gradesByHand(file: CriteriaDocument, report: ReportDocument, score: OracleScore): Outcomes {
  const grading = file.grading as GradingDocument;
  const { grades } = grading.scales.find(({ groups }) => groups.includes(report.unit.group)) as { grades: readonly GradeDocument[] };
  const unit: Unit = { file, grading, grades, report, score, value: gradedValue(file, grading, score) };
  return new Set(worlds(unknowns(unit)).map((world) => gradeIn(unit, world)));
}

interface Unit {
  readonly file: CriteriaDocument;
  readonly grading: GradingDocument;
  readonly grades: readonly GradeDocument[];
  readonly report: ReportDocument;
  readonly score: OracleScore;
  /** Nothing for a unit without a value, or with leaves missing without which the set does not grade. */
  readonly value: Fraction | undefined;
}

function gradedValue({ policies }: CriteriaDocument, grading: GradingDocument, score: OracleScore): Fraction | undefined {
  if (score.published === null || score.index === null) return undefined;
  if (grading.incomplete === "ungraded" && score.missing.length > 0) return undefined;
  if (grading.compare === "published") return readDecimal(score.published);
  return readPrinted(policies.published.value === "points" ? score.points : score.index);
}

/** Each thing not known, and the answers that it may have. */
function unknowns(unit: Unit): readonly (readonly [name: string, answers: readonly string[]])[] {
  const { grading, grades, value, score } = unit;
  const events = eventsOf(unit).filter(({ id }) => unit.report.events?.[id] === undefined && grading.unrecorded === "undecided");
  const conditions = grades.flatMap(({ id, conditions = [] }) =>
    conditions.flatMap((condition, index) => (value !== undefined && judged(unit, condition) === "unknown" ? [`${id} ${index}`] : [])),
  );
  const band = value === undefined && score.missing.length > 0 ? [...grades.map(({ id }) => id), "none"] : bandsNear(unit);
  return [
    ...(band.length > 1 ? [["band", band] as const] : []),
    ...[...events.map(({ id }) => `event ${id}`), ...conditions].map((name) => [name, ["yes", "no"]] as const),
  ];
}

/** Of a value that no band holds: the bands beside it, or none of them. */
function bandsNear({ grades, value }: Unit): readonly string[] {
  if (value === undefined || grades.some((grade) => within(value, grade))) return [];
  const under = grades.filter(({ lessThan, atMost }) => !within(value, { lessThan, atMost } as GradeDocument));
  const over = grades.filter((grade) => !under.includes(grade));
  return [over.at(-1)?.id, under[0]?.id, "none"].filter((id) => id !== undefined);
}

function worlds(open: readonly (readonly [string, readonly string[]])[]): readonly World[] {
  return open.reduce<readonly World[]>(
    (made, [name, answers]) => made.flatMap((world) => answers.map((answer) => new Map([...world, [name, answer]]))),
    [new Map()],
  );
}

/** The grade where everything is known: the band, down to where the conditions hold, then events. */
function gradeIn(unit: Unit, world: World): string | null {
  const { grades, value } = unit;
  const happened = eventsOf(unit).filter(({ id }) => hasHappened(unit, id, world));
  if (happened.some(({ effect }) => "notRated" in effect)) return null;
  const lowest = grades.at(-1)?.id ?? null;
  if (happened.some(({ effect }) => "forces" in effect)) return lowest;
  const band = world.get("band") ?? grades.find((grade) => value !== undefined && within(value, grade))?.id;
  const start = grades.findIndex(({ id }) => id === band);
  if (start < 0) return null;
  const holds = ({ id, conditions = [] }: GradeDocument) =>
    value === undefined || conditions.every((condition, index) => (world.get(`${id} ${index}`) ?? judged(unit, condition)) === "yes");
  const reached = grades.findIndex((grade, place) => place >= start && holds(grade));
  if (reached < 0) return null;
  const caps = happened.map(({ effect }) => ("caps" in effect ? grades.findIndex(({ id }) => id === effect.caps) : 0));
  return grades[Math.max(reached, ...caps)]?.id ?? null;
}

function eventsOf({ grading: { events = [] }, report }: Unit): readonly EventDocument[] {
  return events.filter(({ groups }) => groups === undefined || groups.includes(report.unit.group));
}

function hasHappened({ report }: Unit, id: string, world: World): boolean {
  const record = report.events?.[id];
  if (record === undefined) return world.get(`event ${id}`) === "yes";
  return record.happened && (record.countedIn === undefined || record.countedIn === report.period);
}

function within(value: Fraction, { atLeast, moreThan, lessThan, atMost }: GradeDocument): boolean {
  const number = (text: string | undefined) => (text === undefined ? undefined : readDecimal(text));
  const [from, above, below, to] = [number(atLeast), number(moreThan), number(lessThan), number(atMost)];
  if (from !== undefined && isBelow(value, from)) return false;
  if (above !== undefined && !isBelow(above, value)) return false;
  if (below !== undefined && !isBelow(value, below)) return false;
  return to === undefined || !isBelow(to, value);
}

function judged(unit: Unit, condition: NodesCondition | FactCondition): "yes" | "no" | "unknown" {
  return condition.kind === "fact" ? judgedFact(unit, condition) : judgedNodes(unit, condition);
}

function judgedFact({ grading, report }: Unit, condition: FactCondition): "yes" | "no" | "unknown" {
  const fact = grading.facts?.find(({ id }) => id === condition.fact);
  const figures = report.facts?.[condition.fact];
  if (fact === undefined || figures === undefined) return "unknown";
  const read = readMeasure(fact.reads, figures, undefined);
  if (read === "nothingDue") return ({ holds: "yes", fails: "no", undecided: "unknown" } as const)[fact.nothingDue ?? "undecided"];
  if (read === "notDone" || read === "waiting") return "no";
  return within(read, condition as unknown as GradeDocument) ? "yes" : "no";
}

/** A node that fails decides; one that is not complete leaves it open; a node that does not count is passed over. */
function judgedNodes({ score }: Unit, condition: NodesCondition): "yes" | "no" | "unknown" {
  const nodes = nodesAt(score.root, condition.of).filter(({ countedMax }) => !isNothing(readPrinted(countedMax)));
  const complete = nodes.filter((node) => !isIncomplete(node));
  const fails = (node: OracleNode) => {
    const points = readPrinted(node.points);
    if (condition.kind === "noZero") return isNothing(points);
    return isBelow(times(whole(100), points), times(readDecimal(condition.percent), readPrinted(node.countedMax)));
  };
  if (complete.some(fails)) return "no";
  return complete.length < nodes.length ? "unknown" : "yes";
}

function isIncomplete({ state, incomplete = 0 }: OracleNode): boolean {
  return state === "missing" || incomplete > 0;
}

function nodesAt(root: OracleNode, level: NodesCondition["of"]): readonly OracleNode[] {
  const below = (node: OracleNode) => node.children ?? [node];
  const areas = below(root);
  if (level === "areas") return areas;
  if (level === "criteria") return areas.flatMap(below);
  const leaves = (node: OracleNode): readonly OracleNode[] => (node.children === undefined ? [node] : node.children.flatMap(leaves));
  return leaves(root);
}

/** A unit as a quota sees it: what it may have, and the value that it is ordered by. */
export interface Contender {
  readonly id: string;
  readonly outcomes: readonly (string | null)[];
  readonly value: Fraction | undefined;
}

/**
 * Which of the units that surely have a grade keep it under a quota: in every way in which what is open may be settled and
 * ties may be broken the units are put in order, and the first so many keep it.
 */
export function quotaByHand(quota: QuotaDocument, units: readonly Contender[]): ReadonlyMap<string, "kept" | "beyond" | "undecided"> {
  const proposed = units.filter(({ outcomes }) => outcomes.length === 1 && outcomes[0] === quota.grade);
  const kept = new Map(proposed.map(({ id }) => [id, new Set<boolean>()]));
  for (const settled of settlements(units)) {
    const holders = units.filter(({ id }) => settled.get(id) === quota.grade);
    const allowed = allowedBy(quota, units, settled);
    for (const order of permutations(holders).filter(inOrder)) {
      for (const [place, { id }] of order.entries()) kept.get(id)?.add(place < allowed);
    }
  }
  return new Map([...kept].map(([id, ways]) => [id, ways.size > 1 ? "undecided" : ways.has(true) ? "kept" : "beyond"] as const));
}

function settlements(units: readonly Contender[]): readonly ReadonlyMap<string, string | null>[] {
  return units.reduce<readonly ReadonlyMap<string, string | null>[]>(
    (made, { id, outcomes }) => made.flatMap((settled) => outcomes.map((outcome) => new Map([...settled, [id, outcome]]))),
    [new Map()],
  );
}

function allowedBy({ share, count = 0 }: QuotaDocument, units: readonly Contender[], settled: ReadonlyMap<string, string | null>): number {
  if (share === undefined) return count;
  const { of } = share;
  const base = units.filter(({ id }) => {
    const grade = settled.get(id) ?? null;
    return grade !== null && (of === "rated" || of.grades.includes(grade));
  });
  const exact = times(readDecimal(share.percent), { top: BigInt(base.length), bottom: 100n });
  return Number(roundTo(exact, 0, share.rounding));
}

/** True of an order in which no unit stands behind one with a lower value; a unit without a value may stand anywhere. */
function inOrder(units: readonly Contender[]): boolean {
  const values = units.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return values.every((value, index) => !isBelow(values[index - 1] ?? value, value));
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]));
}

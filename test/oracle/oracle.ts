import type { CriteriaDocument, CriterionDocument, LeftOut, ReportDocument, WrittenFigures, WrittenItem } from "./documents";
import { dividedBy, type Fraction, isBelow, isNothing, nothing, plus, print, readDecimal, roundTo, times, total, whole } from "./fraction";
import { earn } from "./kinds";

/**
 * A second scorer, from the wording of the rules alone: it reads the criteria file and the report as they were written,
 * computes with its own fractions, and imports nothing of the library that it checks.
 */
export interface OracleScore {
  readonly points: string;
  readonly countedMax: string;
  readonly index: string | null;
  readonly published: string | null;
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
  readonly nothingDue: readonly string[];
  readonly waiting: readonly string[];
  readonly root: OracleNode;
}

export interface OracleNode {
  readonly code: string;
  readonly points: string;
  readonly published: string;
  readonly maxPoints: string;
  readonly countedMax: string;
  readonly state?: State;
  readonly policy?: LeftOut;
  readonly cohort?: readonly string[];
  readonly incomplete?: number;
  readonly children?: readonly OracleNode[];
}

type State = "scored" | "missing" | "notApplicable" | "nothingDue" | "waiting" | "monitored";

/** A node while it is being added up. */
interface Standing {
  readonly criterion: CriterionDocument;
  readonly points: Fraction;
  readonly countedMax: Fraction;
  readonly state?: State;
  readonly policy?: LeftOut;
  readonly cohort?: readonly string[];
  readonly children?: readonly Standing[];
}

/** Scores one report; among these reports, its own with them, or alone, so that leaves that compare units wait. */
export function scoreByHand(
  file: CriteriaDocument,
  report: ReportDocument,
  readings: Readonly<Record<string, string>> = {},
  reports?: readonly ReportDocument[],
): OracleScore {
  const top: CriterionDocument = { ...file, code: "total", provenance: { points: { confidence: "invented" } } };
  const root = stand(top, { file, report, readings, reports });
  const reported = leavesOf(root).some(({ state, countedMax }) => !isUntold(state) && state !== "monitored" && !isNothing(countedMax));
  const index = !reported || isNothing(root.countedMax) ? null : dividedBy(times(whole(100), root.points), root.countedMax);
  const { rounding, published } = file.policies;
  const value = index === null || published.value === "index" ? index : root.points;
  return {
    points: print(root.points),
    countedMax: print(root.countedMax),
    index: index === null ? null : print(index),
    published: value === null ? null : roundTo(value, rounding.places, rounding.mode),
    missing: codesOf(root, "missing"),
    notApplicable: codesOf(root, "notApplicable"),
    nothingDue: codesOf(root, "nothingDue"),
    waiting: codesOf(root, "waiting"),
    root: printed(root, file),
  };
}

interface Context {
  readonly file: CriteriaDocument;
  readonly report: ReportDocument;
  readonly readings: Readonly<Record<string, string>>;
  readonly reports: readonly ReportDocument[] | undefined;
}

function stand(criterion: CriterionDocument, context: Context): Standing {
  if (criterion.children === undefined) return leaf(chosenReading(criterion, context.readings), context);
  const standing = criterion.children.map((child) => stand(child, context));
  const children = splitEqually(standing).map((child) => (child.children === undefined ? roundedLeaf(child, context.file) : child));
  return {
    criterion,
    points: total(children.map(({ points }) => points)),
    countedMax: total(children.map(({ countedMax }) => countedMax)),
    children,
  };
}

/** A leaf on which sources disagree is taken as the reading says that was asked for. */
function chosenReading(criterion: CriterionDocument, readings: Readonly<Record<string, string>>): CriterionDocument {
  const other = criterion.interpretation?.others.find(({ id }) => id === readings[criterion.code]);
  if (other === undefined) return criterion;
  const { rule = criterion.rule, nothingDue = criterion.nothingDue } = other;
  return { ...criterion, ...(rule === undefined ? {} : { rule }), ...(nothingDue === undefined ? {} : { nothingDue }) };
}

function leaf(criterion: CriterionDocument, { file, report, reports }: Context): Standing {
  const max = readDecimal(criterion.maxPoints);
  const peers = peersOf(criterion, report, reports);
  const isCompared = peers !== undefined && isFilled(report.items[criterion.code]);
  const compared = isCompared ? { cohort: peers.map(({ id }) => id) } : {};
  if (criterion.rule === undefined) return { criterion, state: "monitored", points: nothing, countedMax: nothing, ...compared };
  const item = report.items[criterion.code] ?? {};
  if (item.notApplicable === true) {
    return leftOut(criterion, "notApplicable", criterion.notApplicable ?? file.policies.notApplicable.policy);
  }
  const figures = figuresOf(item);
  if (Object.keys(figures).length === 0) return { criterion, state: "missing", points: nothing, countedMax: max };
  const earned = earn(
    criterion.rule,
    figures,
    max,
    peers?.map((peer) => peer.figures),
  );
  if (earned === "waiting") return { criterion, state: "waiting", points: nothing, countedMax: max };
  if (earned === "nothingDue") return leftOut(criterion, "nothingDue", criterion.nothingDue ?? "refuse");
  return { criterion, state: "scored", points: earned, countedMax: max, ...compared };
}

/** Units of the same group, period and round that fill in a criterion under which units are compared, by their ids. */
function peersOf({ code, rule, reads }: CriterionDocument, { unit, period, round }: ReportDocument, reports: Context["reports"]) {
  const measure = rule === undefined ? reads : "reads" in rule ? rule.reads : undefined;
  if (measure?.measure !== "peerMean" && measure?.measure !== "peerLeader") return undefined;
  return reports
    ?.filter((other) => other.unit.group === unit.group && other.period === period && other.round === round)
    .filter(({ items }) => isFilled(items[code]))
    .map((other) => ({ id: other.unit.id, figures: figuresOf(other.items[code] ?? {}) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isFilled(item: WrittenItem | undefined): boolean {
  return Object.keys(figuresOf(item ?? {})).length > 0;
}

/** A leaf whose figures, or whose rivals' figures, are not there yet. */
function isUntold(state: State | undefined): boolean {
  return state === "missing" || state === "waiting";
}

/** What is filled in, beside the remarks that any item may have. */
function figuresOf(item: WrittenFigures): WrittenFigures {
  const remarks = ["notApplicable", "reason", "documents", "note"];
  return Object.fromEntries(Object.entries(item).filter(([key, written]) => written !== null && !remarks.includes(key)));
}

function leftOut(criterion: CriterionDocument, state: State, policy: LeftOut | "refuse"): Standing {
  const max = readDecimal(criterion.maxPoints);
  switch (policy) {
    case "fullPoints":
      return { criterion, state, policy, points: max, countedMax: max };
    case "zero":
      return { criterion, state, policy, points: nothing, countedMax: max };
    case "leaveOut":
    case "splitEqually":
      return { criterion, state, policy, points: nothing, countedMax: nothing };
    case "refuse":
      throw new TypeError(`${criterion.code} has no answer for ${state}`);
  }
}

/**
 * The points of leaves left out are split equally among the leaves beside them that still count. Each of those is then worth
 * so much more, and has earned the same share of its greater worth. Where no leaf is left to take them, they are simply left out.
 */
function splitEqually(children: readonly Standing[]): readonly Standing[] {
  const given = children.filter(({ policy }) => policy === "splitEqually").map(({ criterion }) => readDecimal(criterion.maxPoints));
  const takes = (child: Standing) => child.children === undefined && !isNothing(child.countedMax);
  const takers = children.filter(takes).length;
  if (given.length === 0) return children;
  if (takers === 0) return children.map((child) => (child.policy === "splitEqually" ? { ...child, policy: "leaveOut" as const } : child));
  const more = dividedBy(total(given), whole(takers));
  return children.map((child) => {
    if (!takes(child)) return child;
    const countedMax = plus(child.countedMax, more);
    return { ...child, countedMax, points: times(countedMax, dividedBy(child.points, child.countedMax)) };
  });
}

/** Where the instrument rounds leaves, what is added further is the rounded value, but no more than the leaf is worth. */
function roundedLeaf(standing: Standing, { policies: { rounding } }: CriteriaDocument): Standing {
  if (rounding.stage === "published") return standing;
  const rounded = readDecimal(roundTo(standing.points, rounding.places, rounding.mode));
  return { ...standing, points: isBelow(standing.countedMax, rounded) ? standing.countedMax : rounded };
}

function leavesOf(standing: Standing): readonly Standing[] {
  return standing.children === undefined ? [standing] : standing.children.flatMap(leavesOf);
}

function codesOf(root: Standing, state: State): readonly string[] {
  return leavesOf(root)
    .filter((standing) => standing.state === state)
    .map(({ criterion }) => criterion.code);
}

function printed(standing: Standing, file: CriteriaDocument): OracleNode {
  const { criterion, points, countedMax, state, policy, cohort, children } = standing;
  const { places, mode } = file.policies.rounding;
  return {
    code: criterion.code,
    points: print(points),
    published: roundTo(points, places, mode),
    maxPoints: print(readDecimal(criterion.maxPoints)),
    countedMax: print(countedMax),
    ...(state === undefined ? {} : { state }),
    ...(policy === undefined ? {} : { policy }),
    ...(cohort === undefined ? {} : { cohort }),
    ...(children === undefined
      ? {}
      : {
          incomplete: leavesOf(standing).filter((below) => isUntold(below.state)).length,
          children: children.map((child) => printed(child, file)),
        }),
  };
}

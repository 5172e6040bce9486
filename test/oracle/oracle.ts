import type { CriteriaDocument, CriterionDocument, EffectiveReport, LeftOut, RoundName, WrittenFigures, WrittenItem } from "./documents";
import {
  dividedBy,
  type Fraction,
  isBelow,
  isNothing,
  lesser,
  minus,
  nothing,
  plus,
  print,
  readDecimal,
  roundTo,
  times,
  total,
  whole,
} from "./fraction";
import { forGroup } from "./groupTree";
import { earn } from "./kinds";

/**
 * A second scorer, from the wording of the rules alone: it reads the criteria file and the report as they were written,
 * computes with its own fractions, and imports nothing of the library that it checks.
 */
export interface OracleScore {
  readonly points: string;
  readonly countedMax: string;
  readonly base: string;
  readonly bonus: string;
  readonly penalty: string;
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
  readonly beyondMax?: "bonus" | "penalty";
  readonly state?: State;
  readonly policy?: LeftOut;
  readonly cohort?: readonly string[];
  readonly origin?: RoundName;
  readonly reason?: string;
  readonly incomplete?: number;
  /** What was done to the sum of a branch. */
  readonly steps?: readonly BranchStep[];
  readonly children?: readonly OracleNode[];
}

interface BranchStep {
  readonly step: "rescaled" | "capped";
  readonly values: Readonly<Record<string, string>>;
}

type State = "scored" | "missing" | "notApplicable" | "nothingDue" | "waiting" | "notSelfScored" | "monitored";

/** A node while it is being added up. What a penalty takes off is above zero here; only what is printed of it has a minus sign. */
interface Standing {
  readonly criterion: CriterionDocument;
  readonly points: Fraction;
  readonly countedMax: Fraction;
  readonly state?: State;
  readonly policy?: LeftOut;
  readonly cohort?: readonly string[];
  readonly steps?: readonly { readonly step: BranchStep["step"]; readonly values: Readonly<Record<string, Fraction>> }[];
  readonly children?: readonly Standing[];
}

/** Scores one report; among these reports, its own with them, or alone, so that leaves that compare units wait. */
export function scoreByHand(
  file: CriteriaDocument,
  report: EffectiveReport,
  readings: Readonly<Record<string, string>> = {},
  reports?: readonly EffectiveReport[],
): OracleScore {
  const root = stand(forGroup(topOf(file), report.unit.group), { file, report, readings, reports, isBeyond: false });
  const index = !isTold(root) || isNothing(root.countedMax) ? null : dividedBy(times(whole(100), root.points), root.countedMax);
  const { rounding, published } = file.policies;
  const value = index === null || published.value === "index" ? index : root.points;
  const bonus = total(beside(root, "bonus"));
  const penalty = total(beside(root, "penalty"));
  return {
    points: print(root.points),
    countedMax: print(root.countedMax),
    base: print(minus(plus(root.points, penalty), bonus)),
    bonus: print(bonus),
    penalty: print(minus(nothing, penalty)),
    index: index === null ? null : print(index),
    published: value === null ? null : roundTo(value, rounding.places, rounding.mode),
    missing: codesOf(root, "missing"),
    notApplicable: codesOf(root, "notApplicable"),
    nothingDue: codesOf(root, "nothingDue"),
    waiting: codesOf(root, "waiting"),
    root: printed(root, file, report, false),
  };
}

function topOf(file: CriteriaDocument): CriterionDocument {
  const { title, maxPoints, byGroup, rescaleTo, children } = file;
  const provenance = { points: { confidence: "invented" } } as const;
  return { code: "total", title, maxPoints, provenance, children, ...(byGroup && { byGroup }), ...(rescaleTo && { rescaleTo }) };
}

interface Context {
  readonly file: CriteriaDocument;
  readonly report: EffectiveReport;
  readonly readings: Readonly<Record<string, string>>;
  readonly reports: readonly EffectiveReport[] | undefined;
  /** True at and below a bonus or a penalty. */
  readonly isBeyond: boolean;
}

function stand(criterion: CriterionDocument, around: Context): Standing {
  const context = criterion.beyondMax === undefined ? around : { ...around, isBeyond: true };
  if (criterion.children === undefined) return leaf(chosenReading(criterion, context.readings), context);
  const standing = criterion.children.map((child) => stand(child, context));
  const children = splitEqually(standing).map((child) => (child.children === undefined ? roundedLeaf(child, context.file) : child));
  const parts = children.filter((child) => child.criterion.beyondMax === undefined);
  const summed = {
    criterion,
    points: total(parts.map(({ points }) => points)),
    countedMax: total(parts.map(({ countedMax }) => countedMax)),
    children,
  };
  const held = heldAtCap(broughtUp(summed));
  return { ...held, points: minus(plus(held.points, total(beside(summed, "bonus"))), total(beside(summed, "penalty"))) };
}

function beside({ children = [] }: Standing, what: "bonus" | "penalty"): readonly Fraction[] {
  return children.filter(({ criterion }) => criterion.beyondMax === what).map(({ points }) => points);
}

/** What is left after something was left out is brought up to so many points, in proportion. */
function broughtUp(sum: Standing): Standing {
  const { criterion, points, countedMax } = sum;
  const isShort = !isNothing(countedMax) && isBelow(countedMax, readDecimal(criterion.maxPoints));
  if (criterion.rescaleTo === undefined || !isShort) return sum;
  const worth = readDecimal(criterion.rescaleTo.points);
  const brought = times(worth, dividedBy(points, countedMax));
  const step = { step: "rescaled" as const, values: { before: points, countedMax, worth, points: brought } };
  return { ...sum, points: brought, countedMax: worth, steps: [step] };
}

/** A bonus adds no more than its cap, a penalty takes off no more. */
function heldAtCap(sum: Standing): Standing {
  const { criterion, points, countedMax, steps = [] } = sum;
  if (criterion.beyondMax === undefined) return sum;
  const cap = readDecimal(criterion.maxPoints);
  const held = { ...sum, countedMax: lesser(cap, countedMax) };
  if (!isBelow(cap, points)) return held;
  return { ...held, points: cap, steps: [...steps, { step: "capped", values: { before: points, points: cap } }] };
}

/** A leaf on which sources disagree is taken as the reading says that was asked for. */
function chosenReading(criterion: CriterionDocument, readings: Readonly<Record<string, string>>): CriterionDocument {
  const other = criterion.interpretation?.others.find(({ id }) => id === readings[criterion.code]);
  if (other === undefined) return criterion;
  const { rule = criterion.rule, nothingDue = criterion.nothingDue } = other;
  return { ...criterion, ...(rule === undefined ? {} : { rule }), ...(nothingDue === undefined ? {} : { nothingDue }) };
}

function leaf(criterion: CriterionDocument, context: Context): Standing {
  const { file, report, reports } = context;
  const max = readDecimal(criterion.maxPoints);
  const peers = peersOf(criterion, report, reports);
  const isCompared = peers !== undefined && isFilled(report.items[criterion.code]);
  const compared = isCompared ? { cohort: peers.map(({ id }) => id) } : {};
  if (criterion.rule === undefined) return { criterion, state: "monitored", points: nothing, countedMax: nothing, ...compared };
  const item = report.items[criterion.code] ?? {};
  if (item.notApplicable === true) return leftOut(criterion, "notApplicable", whereNotApplicable(criterion, context));
  if (typeof item.givenPoints === "string") return { criterion, state: "scored", points: readDecimal(item.givenPoints), countedMax: max };
  const figures = figuresOf(item);
  if (Object.keys(figures).length === 0) {
    const isNotItsOwn = criterion.selfScored === false && isHeldByUnit(file, report.round);
    if (isNotItsOwn) return { criterion, state: "notSelfScored", points: nothing, countedMax: nothing };
    return { criterion, state: "missing", points: nothing, countedMax: max };
  }
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

/** What the set says of leaves that do not apply is said of the base: a bonus or penalty that does not apply is left out. */
function whereNotApplicable({ notApplicable }: CriterionDocument, { file, isBeyond }: Context): LeftOut | "refuse" {
  return notApplicable ?? (isBeyond ? "leaveOut" : file.policies.notApplicable.policy);
}

/** In its self-assessment and its explanation the unit speaks for itself, unless the set says otherwise of its rounds. */
function isHeldByUnit({ policies: { rounds } }: CriteriaDocument, round: EffectiveReport["round"]): boolean {
  if (rounds === undefined) return round === "selfAssessed" || round === "explained";
  return rounds.list.some(({ id, by }) => id === round && by === "unit");
}

/** Units of the same group, period and round that fill in a criterion under which units are compared, by their ids. */
function peersOf({ code, rule, reads }: CriterionDocument, { unit, period, round }: EffectiveReport, reports: Context["reports"]) {
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

/** True when something below has points: where nobody said anything, or nothing counts, there is no zero either. */
function isTold(root: Standing): boolean {
  return leavesOf(root).some(({ state, countedMax }) => !isUntold(state) && state !== "monitored" && !isNothing(countedMax));
}

/** What is filled in, beside the remarks that any item may have. */
export function figuresOf(item: WrittenFigures): WrittenFigures {
  const remarks = ["notApplicable", "reason", "documents", "note", "accepted", "givenPoints", "asks"];
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
 * A bonus or penalty stands beside the sum: it neither gives its points to the base nor takes any from it.
 */
function splitEqually(children: readonly Standing[]): readonly Standing[] {
  const isPart = ({ criterion }: Standing) => criterion.beyondMax === undefined;
  const gives = (child: Standing) => child.policy === "splitEqually" && isPart(child);
  const takes = (child: Standing) => child.children === undefined && !isNothing(child.countedMax) && isPart(child);
  const takers = children.filter(takes).length;
  const given = total(children.filter(gives).map(({ criterion }) => readDecimal(criterion.maxPoints)));
  const more = takers === 0 ? nothing : dividedBy(given, whole(takers));
  return children.map((child) => {
    if (child.policy === "splitEqually" && (takers === 0 || !isPart(child))) return { ...child, policy: "leaveOut" as const };
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

function printed(standing: Standing, file: CriteriaDocument, report: EffectiveReport, isTakenOff: boolean): OracleNode {
  const { criterion, points, countedMax, state, policy, cohort, steps, children } = standing;
  const { places, mode } = file.policies.rounding;
  const takesOff = isTakenOff || criterion.beyondMax === "penalty";
  const signed = (value: Fraction) => (takesOff ? minus(nothing, value) : value);
  const written = (values: Readonly<Record<string, Fraction>>) =>
    Object.entries(values).map(([key, value]) => [key, print(key === "before" || key === "points" ? signed(value) : value)]);
  return {
    code: criterion.code,
    points: print(signed(points)),
    published: roundTo(signed(points), places, mode),
    maxPoints: print(readDecimal(criterion.maxPoints)),
    countedMax: print(countedMax),
    ...(criterion.beyondMax === undefined ? {} : { beyondMax: criterion.beyondMax }),
    ...(state === undefined ? {} : { state }),
    ...(policy === undefined ? {} : { policy }),
    ...(cohort === undefined ? {} : { cohort }),
    ...(children === undefined
      ? remarksOn(criterion.code, report)
      : {
          ...(steps === undefined
            ? {}
            : { steps: steps.map(({ step, values }) => ({ step, values: Object.fromEntries(written(values)) })) }),
          incomplete: leavesOf(standing).filter((below) => isUntold(below.state)).length,
          children: children.map((child) => printed(child, file, report, takesOff)),
        }),
  };
}

/** What a score keeps of a leaf's item beside its figures. */
function remarksOn(code: string, { items, origins = {} }: EffectiveReport): Pick<OracleNode, "origin" | "reason"> {
  const reason = items[code]?.reason;
  const origin = origins[code];
  return { ...(origin === undefined ? {} : { origin }), ...(typeof reason === "string" ? { reason } : {}) };
}

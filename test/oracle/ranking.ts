import type { CriteriaDocument, ReportDocument } from "./documents";
import {
  dividedBy,
  equals,
  type Fraction,
  isBelow,
  isNothing,
  nothing,
  print,
  readDecimal,
  readPrinted,
  roundTo,
  times,
  total,
  whole,
} from "./fraction";
import { type OracleNode, scoreByHand } from "./oracle";

/** A unit's place by the wording of the law: one more than the number of units that did better, or of the better results. */
export interface OraclePlace {
  readonly id: string;
  readonly rank: number | null;
  readonly between?: readonly [number, number];
  readonly tiedWith: readonly string[];
  readonly partedFrom?: readonly string[];
}

interface Unit {
  readonly id: string;
  readonly group: string;
  /** The value compared, then what parts equals; nothing for a unit that has no place. */
  readonly values: readonly Fraction[] | undefined;
}

type Placed = Unit & { readonly values: readonly Fraction[] };

type Cohort = {
  readonly file: CriteriaDocument;
  readonly reports: readonly ReportDocument[];
  readonly readings: Readonly<Record<string, string>>;
};

/** The place of every unit among those it is compared with, by one node of the tree. */
export function placesByHand(cohort: Cohort, by: string): readonly OraclePlace[] {
  const { compare, ties, tieBreakers = [] } = cohort.file.policies.ranking;
  const breakers = by === "total" ? tieBreakers : [];
  const units = unitsOf(cohort, by, compare, breakers);
  return units.map(({ id, group, values }) => {
    if (values === undefined) return { id, rank: null, tiedWith: [] };
    const rivals = units.filter((other): other is Placed => other.group === group && other.id !== id && other.values !== undefined);
    const better = rivals.filter((other) => isWorse(values, other.values));
    const equal = rivals.filter((other) => isSame(values, other.values));
    const parted = rivals.filter((other) => isSame(values.slice(0, 1), other.values.slice(0, 1)) && !equal.includes(other));
    const tiedWith = equal.map((other) => other.id).sort();
    const besides = parted.length === 0 ? { tiedWith } : { tiedWith, partedFrom: parted.map((other) => other.id).sort() };
    const ahead = ties === "dense" ? new Set(better.map((other) => other.values.map(print).join(" "))).size : better.length;
    const isOpen = ties === "undecided" && equal.length > 0;
    return isOpen ? { id, rank: null, between: [ahead + 1, ahead + 1 + equal.length], ...besides } : { id, rank: ahead + 1, ...besides };
  });
}

function isSame(some: readonly Fraction[], others: readonly Fraction[]): boolean {
  return some.every((value, index) => equals(value, others[index] ?? value));
}

/** True when the first value that differs is below the other's. */
function isWorse([value, ...rest]: readonly Fraction[], [other, ...others]: readonly Fraction[]): boolean {
  if (value === undefined || other === undefined) return false;
  return equals(value, other) ? isWorse(rest, others) : isBelow(value, other);
}

/** The simple mean of the units that have a value, by the group they are compared in; nothing for a group without any. */
export function meansByHand(cohort: Cohort, by: string): ReadonlyMap<string, { readonly exact: string; readonly published: string }> {
  const { rounding, mean } = cohort.file.policies;
  const units = unitsOf(cohort, by, mean.of);
  const groups = [...new Set(units.map(({ group }) => group))];
  return new Map(
    groups.flatMap((group) => {
      const values = units.filter((unit) => unit.group === group).flatMap((unit) => unit.values ?? []);
      if (values.length === 0) return [];
      const average = dividedBy(total(values), whole(values.length));
      return [[group, { exact: print(average), published: roundTo(average, rounding.places, rounding.mode) }] as const];
    }),
  );
}

function unitsOf(
  { file, reports, readings }: Cohort,
  by: string,
  of: "exact" | "published",
  breakers: readonly string[] = [],
): readonly Unit[] {
  return reports.map((report) => {
    const { root } = scoreByHand(file, report, readings, reports);
    const node = find(root, by);
    const value = node === undefined || isPending(node, file) ? undefined : comparedValue(node, file, of);
    const further = breakers.map((code) => {
      const breaker = find(root, code);
      return (breaker === undefined ? undefined : comparedValue(breaker, file, of)) ?? nothing;
    });
    const group = file.policies.ranking.within === "all" ? "all" : report.unit.group;
    return { id: report.unit.id, group, values: value === undefined ? undefined : [value, ...further] };
  });
}

/** True for a node that is not complete, where the set asks for that. */
function isPending(node: OracleNode, { policies }: CriteriaDocument): boolean {
  const isIncomplete = node.children === undefined ? isUntold(node) : (node.incomplete ?? 0) > 0;
  return isIncomplete && policies.ranking.incomplete === "unranked";
}

/** The points, or the index, of a node that counts. */
function comparedValue(node: OracleNode, { policies }: CriteriaDocument, of: "exact" | "published"): Fraction | undefined {
  const countedMax = readPrinted(node.countedMax);
  if (!hasPoints(node) || isNothing(countedMax)) return undefined;
  const points = readPrinted(node.points);
  const value = policies.published.value === "points" ? points : dividedBy(times(whole(100), points), countedMax);
  return of === "exact" ? value : readDecimal(roundTo(value, policies.rounding.places, policies.rounding.mode));
}

/** A node below which nobody reported anything is not at zero: it has no value yet. */
function hasPoints(node: OracleNode): boolean {
  if (node.children !== undefined) return node.children.some(hasPoints);
  return !isUntold(node) && node.state !== "monitored" && !isNothing(readPrinted(node.countedMax));
}

function isUntold({ state }: OracleNode): boolean {
  return state === "missing" || state === "waiting";
}

function find(node: OracleNode, code: string): OracleNode | undefined {
  if (node.code === code) return node;
  return (node.children ?? []).map((child) => find(child, code)).find((found) => found !== undefined);
}

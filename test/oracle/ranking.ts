import type { CriteriaDocument, ReportDocument } from "./documents";
import {
  dividedBy,
  equals,
  type Fraction,
  isBelow,
  isNothing,
  print,
  readDecimal,
  readPrinted,
  roundTo,
  times,
  total,
  whole,
} from "./fraction";
import { type OracleNode, scoreByHand } from "./oracle";

/** A unit's place by the wording of the law: one more than the number of units that did better. */
export interface OraclePlace {
  readonly id: string;
  readonly rank: number | null;
  readonly between?: readonly [number, number];
  readonly tiedWith: readonly string[];
}

interface Unit {
  readonly id: string;
  readonly group: string;
  /** The value compared; nothing for a unit that has no place. */
  readonly value: Fraction | undefined;
}

type Cohort = {
  readonly file: CriteriaDocument;
  readonly reports: readonly ReportDocument[];
  readonly readings: Readonly<Record<string, string>>;
};

/** The place of every unit among those it is compared with, by one node of the tree. */
export function placesByHand(cohort: Cohort, by: string): readonly OraclePlace[] {
  const { compare, ties } = cohort.file.policies.ranking;
  const units = unitsOf(cohort, by, compare);
  return units.map((unit) => {
    const { id, value } = unit;
    if (value === undefined) return { id, rank: null, tiedWith: [] };
    const rivals = units.filter((other) => other.group === unit.group && other.id !== id && other.value !== undefined);
    const better = rivals.filter((other) => other.value !== undefined && isBelow(value, other.value)).length;
    const equal = rivals.filter((other) => other.value !== undefined && equals(value, other.value)).map((other) => other.id);
    const tiedWith = [...equal].sort();
    const isOpen = ties === "undecided" && equal.length > 0;
    return isOpen ? { id, rank: null, between: [better + 1, better + 1 + equal.length], tiedWith } : { id, rank: better + 1, tiedWith };
  });
}

/** The simple mean of the units that have a value, by the group they are compared in; nothing for a group without any. */
export function meansByHand(cohort: Cohort, by: string): ReadonlyMap<string, { readonly exact: string; readonly published: string }> {
  const { rounding, mean } = cohort.file.policies;
  const units = unitsOf(cohort, by, mean.of);
  const groups = [...new Set(units.map(({ group }) => group))];
  return new Map(
    groups.flatMap((group) => {
      const values = units.filter((unit) => unit.group === group).flatMap(({ value }) => (value === undefined ? [] : [value]));
      if (values.length === 0) return [];
      const average = dividedBy(total(values), whole(values.length));
      return [[group, { exact: print(average), published: roundTo(average, rounding.places, rounding.mode) }] as const];
    }),
  );
}

function unitsOf({ file, reports, readings }: Cohort, by: string, of: "exact" | "published"): readonly Unit[] {
  return reports.map((report) => {
    const node = find(scoreByHand(file, report, readings, reports).root, by);
    const group = file.policies.ranking.within === "all" ? "all" : report.unit.group;
    return { id: report.unit.id, group, value: node === undefined ? undefined : comparedValue(node, file, of) };
  });
}

/** The points, or the index, of a node that counts and is complete as far as the set asks. */
function comparedValue(node: OracleNode, { policies }: CriteriaDocument, of: "exact" | "published"): Fraction | undefined {
  const countedMax = readPrinted(node.countedMax);
  const pending = node.children === undefined ? isUntold(node) : (node.incomplete ?? 0) > 0;
  if (!hasPoints(node) || isNothing(countedMax) || (pending && policies.ranking.incomplete === "unranked")) return undefined;
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

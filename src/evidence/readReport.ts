import type * as z from "zod/mini";
import { type CriteriaSet, type CriteriaTree, differsByGroup, isLeaf, type Leaf, leavesOf, treeOf } from "../criteria/criteriaSet";
import type { ReportedRound } from "../criteria/policies";
import { isPlainObject, nameOfType, text } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue, under } from "../issue/issue";
import type { Read } from "../issue/readInput";
import { appraisersOf } from "./appraisers";
import { type Evidence, type EvidenceItem, type Expected, reportShape, reportsSchema } from "./evidence";
import { readItem } from "./readItem";
import { type Records, readRecords } from "./readRecords";
import { heldRound, isUnitsRound } from "./roundsHeld";

type Path = readonly (string | number)[];
type Report = z.output<typeof reportShape>;

/** A report's heading as far as it can be read: a fault in one part of it hides nothing of the others, nor of the items. */
interface Heading {
  readonly criteria: Report["criteria"];
  readonly group: string | undefined;
  readonly period: string | undefined;
  readonly round: ReportedRound | undefined;
  readonly appraiser: string | undefined;
}

/** Which criteria set a piece of evidence was checked against; it is frozen, so that what was checked is what is scored. */
const checked = new WeakMap<Evidence, CriteriaSet>();

export function isChecked(criteria: CriteriaSet, evidence: Evidence): boolean {
  return checked.get(evidence) === criteria;
}

/** One report against its criteria set, all of it: a fault in its heading does not hide those of its items. */
export function readReport(criteria: CriteriaSet, report: unknown, path: Path = []): Read<Evidence> {
  if (!isPlainObject(report)) {
    return { value: undefined, issues: [issue("wrongType", { expected: "object", received: nameOfType(report) }, { path })] };
  }
  const whole = readWith(reportShape, report);
  const heading = headingOf(criteria, report);
  const { items, issues: ofItems } = readItems(criteria, heading, isPlainObject(report.items) ? report.items : {});
  const known = heading.group !== undefined && criteria.trees.has(heading.group) ? heading.group : undefined;
  const { records, issues: ofRecords } = readRecords(criteria, known, report);
  const issues = [...whole.issues, ...headingFaults(criteria, heading, report), ...ofItems, ...ofRecords];
  return {
    value: whole.value === undefined ? undefined : evidenceOf(criteria, whole.value, heading.group ?? "", items, records),
    issues: issues.map((found) => at(unitOf(report), under(path, found))),
  };
}

/** The reports of a file, each with the keys that lead to it: one report, a list, or an object with `reports`. */
export function listReports(value: unknown): {
  readonly listed: readonly { readonly report: unknown; readonly path: Path }[];
  readonly expected: readonly Expected[];
  readonly issues: readonly Issue[];
} {
  const list = (reports: readonly unknown[], path: Path) => reports.map((report, index) => ({ report, path: [...path, index] }));
  if (Array.isArray(value)) return { listed: list(value, []), expected: [], issues: [] };
  if (!isPlainObject(value) || !("reports" in value)) return { listed: [{ report: value, path: [] }], expected: [], issues: [] };
  const read = readWith(reportsSchema, value);
  const reports = Array.isArray(value.reports) ? value.reports : [];
  return { listed: list(reports, ["reports"]), expected: read.value?.expected ?? [], issues: read.issues };
}

/** Units that have two reports of one appraiser for one period and round, of which nobody could say which counts. */
export function repeatedUnits(
  reports: readonly { readonly report: Pick<Evidence, "unit" | "period" | "round" | "appraiser">; readonly path?: Path }[],
): Issue[] {
  const seen = new Set<string>();
  return reports.flatMap(({ report: { unit, period, round, appraiser }, path }) => {
    const key = JSON.stringify([unit.id, period, round, appraiser]);
    const repeated = seen.has(key);
    seen.add(key);
    const place = path === undefined ? { unit: unit.id } : { unit: unit.id, path: [...path, "unit", "id"] };
    return repeated ? [issue("duplicateUnit", { unit: unit.id, round, ...(appraiser === undefined ? {} : { appraiser }) }, place)] : [];
  });
}

function evidenceOf(criteria: CriteriaSet, heading: Report, group: string, items: Evidence["items"], records: Records): Evidence {
  const { unit, period, round, appraiser, sentOn } = heading;
  const { id, revision } = criteria.file;
  const { notRated } = unit;
  const evidence = Object.freeze({
    criteria: { id, revision },
    unit: Object.freeze({ id: unit.id, name: unit.name, group, ...(notRated === undefined ? {} : { notRated: Object.freeze(notRated) }) }),
    period,
    round,
    ...(appraiser === undefined ? {} : { appraiser }),
    ...(sentOn === undefined ? {} : { sentOn }),
    items,
    ...records,
  });
  return asChecked(criteria, evidence);
}

/** Notes that evidence was checked against a set, as what was made of such evidence is. */
export function asChecked(criteria: CriteriaSet, evidence: Evidence): Evidence {
  checked.set(evidence, criteria);
  return evidence;
}

function headingOf(criteria: CriteriaSet, report: Readonly<Record<string, unknown>>): Heading {
  const { shape } = reportShape;
  return {
    criteria: readWith(shape.criteria, report.criteria).value,
    group: groupOf(criteria, report),
    period: readWith(shape.period, report.period).value,
    round: readWith(shape.round, report.round).value,
    appraiser: readWith(shape.appraiser, report.appraiser).value,
  };
}

/** The group that a unit names; where a set has only one, a unit that names none is of that one. */
function groupOf({ file: { groups } }: CriteriaSet, report: Readonly<Record<string, unknown>>): string | undefined {
  const stated = statedGroup(report);
  if (stated !== undefined) return readWith(text, stated).value;
  return groups.length === 1 ? groups[0]?.id : undefined;
}

function statedGroup({ unit }: Readonly<Record<string, unknown>>): unknown {
  return isPlainObject(unit) ? (unit.group ?? undefined) : undefined;
}

function headingFaults(
  criteria: CriteriaSet,
  { criteria: named, group, period, round, appraiser }: Heading,
  report: Readonly<Record<string, unknown>>,
): Issue[] {
  const { file } = criteria;
  const { rounds } = file.policies;
  const known = file.groups.map(({ id }) => id);
  const expected = `${file.id}@${file.revision}`;
  const received = named === undefined ? expected : `${named.id}@${named.revision}`;
  const namesNoGroup = group === undefined && isPlainObject(report.unit) && statedGroup(report) === undefined;
  return [
    ...(received === expected ? [] : [issue("otherCriteria", { expected, received }, { path: ["criteria"] })]),
    ...(namesNoGroup ? [issue("missingKey", { key: "group" }, { path: ["unit"] })] : []),
    ...(group === undefined || known.includes(group) ? [] : [issue("unknownGroup", { group, groups: known }, { path: ["unit", "group"] })]),
    ...(round === undefined || rounds === undefined || heldRound(rounds, round) !== undefined
      ? []
      : [issue("roundNotHeld", { round, rounds: rounds.list.map(({ id }) => id) }, { path: ["round"] })]),
    ...appraiserFaults(criteria, round, appraiser),
    ...(period === undefined || file.periods.includes(period)
      ? []
      : [issue("periodNotListed", { period, periods: file.periods }, { path: ["period"] })]),
  ];
}

/** An appraiser is one of those that the set names, and speaks in no round of the unit's own. */
function appraiserFaults(criteria: CriteriaSet, round: ReportedRound | undefined, appraiser: string | undefined): Issue[] {
  if (appraiser === undefined) return [];
  const appraisers = appraiserIds(criteria);
  const place = { path: ["appraiser"] };
  return [
    ...(appraisers.includes(appraiser) ? [] : [issue("unknownAppraiser", { appraiser, appraisers }, place)]),
    ...(round !== undefined && isUnitsRound(criteria, round) ? [issue("notInThisRound", { key: "appraiser", round }, place)] : []),
  ];
}

function appraiserIds({ file }: CriteriaSet): readonly string[] {
  return (file.appraisers ?? []).map(({ id }) => id);
}

/** Every leaf's item in the order of the tree, then the codes that no leaf has. */
function readItems(
  criteria: CriteriaSet,
  heading: Heading,
  reported: Readonly<Record<string, unknown>>,
): { readonly items: Evidence["items"]; readonly issues: Issue[] } {
  const items: Record<string, EvidenceItem> = {};
  const issues: Issue[] = [];
  const tree = reportedTree(criteria, heading.group);
  if (tree === undefined) return { items, issues };
  const strangerTo = areasOfOthers(criteria, tree, heading.appraiser);
  for (const leaf of tree.leaves) {
    if (!Object.hasOwn(reported, leaf.code)) continue;
    const { value, issues: found } = readItem(criteria, leaf, heading.round, reported[leaf.code]);
    if (value !== undefined) items[leaf.code] = Object.freeze(value);
    const saysNothing = value === undefined || Object.keys(value).length === 0;
    issues.push(...[...(saysNothing ? [] : strangerTo(leaf)), ...found].map((one) => inLeaf(one, leaf)));
  }
  const strange = Object.keys(reported).filter((code) => !Object.hasOwn(items, code));
  return {
    items: Object.freeze(items),
    issues: [...issues, ...strange.flatMap((code) => codeFaults(criteria, tree, heading.group, code))],
  };
}

/** The tree that a unit reports against; none where groups have different trees and the unit's group is not one of them. */
function reportedTree(criteria: CriteriaSet, group: string | undefined): CriteriaTree | undefined {
  const known = group !== undefined && criteria.trees.has(group);
  return known || !differsByGroup(criteria) ? treeOf(criteria, group) : undefined;
}

/** What is wrong when an appraiser speaks of a leaf: nothing, unless another agency appraises it. */
function areasOfOthers(criteria: CriteriaSet, tree: CriteriaTree, appraiser: string | undefined): (leaf: Leaf) => readonly Issue[] {
  if (appraiser === undefined || !appraiserIds(criteria).includes(appraiser)) return () => [];
  const owners = appraisersOf(tree);
  return ({ code }) => {
    const owner = owners.get(code) ?? appraiser;
    return owner === appraiser ? [] : [issue("notItsArea", { appraiser, owner })];
  };
}

function inLeaf(found: Issue, { code, title }: Leaf): Issue {
  return at({ code, title: title.vi }, under(["items", code], found));
}

/** A code that is no leaf's: a branch, whose leaves are to be reported instead, another group's, or unknown, perhaps for want of a point. */
function codeFaults(criteria: CriteriaSet, tree: CriteriaTree, group: string | undefined, code: string): Issue[] {
  const node = tree.nodes.get(code);
  const path = ["items", code];
  if (node !== undefined) {
    if (isLeaf(node)) return [];
    return [issue("codeIsBranch", { code, leaves: leavesOf(node).map((leaf) => leaf.code) }, { code, title: node.title.vi, path })];
  }
  const others = [...criteria.trees].filter(([, { nodes }]) => nodes.has(code));
  if (others.length > 0) {
    const title = others[0]?.[1].nodes.get(code)?.title.vi ?? "";
    return [issue("codeOfOtherGroup", { group: group ?? "", groups: others.map(([id]) => id) }, { code, title, path })];
  }
  const plain = (written: string) => written.toLowerCase().replace(/[^a-z0-9]/g, "");
  const nearest = tree.leaves.find((leaf) => plain(leaf.code) === plain(code))?.code;
  return [issue("unknownCode", nearest === undefined ? { code } : { code, nearest }, { path })];
}

/** The id of the unit whose report it is, even where the rest of the heading is wrong. */
function unitOf(report: Readonly<Record<string, unknown>>): { readonly unit?: string } {
  const unit = isPlainObject(report.unit) ? report.unit.id : undefined;
  return typeof unit === "string" && unit.trim() !== "" ? { unit: unit.trim() } : {};
}

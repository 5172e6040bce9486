import type * as z from "zod/mini";
import { type CriteriaSet, type CriteriaTree, isLeaf, type Leaf, leavesOf, treeOf } from "../criteria/criteriaSet";
import { isPlainObject, nameOfType } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue, under } from "../issue/issue";
import type { Read } from "../issue/readInput";
import { appraisersOf } from "./appraisers";
import { type Evidence, type EvidenceItem, type Expected, reportSchema, reportsSchema } from "./evidence";
import { readItem } from "./readItem";
import { type Records, readRecords } from "./readRecords";
import { heldRound } from "./roundsHeld";

type Path = readonly (string | number)[];
type Heading = z.output<typeof reportSchema>;

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
  const heading = readWith(reportSchema, report);
  const group = groupOf(criteria, heading.value);
  const { items, issues: ofItems } = readItems(
    criteria,
    treeOf(criteria, group),
    heading.value,
    isPlainObject(report.items) ? report.items : {},
  );
  const { records, issues: ofRecords } = readRecords(criteria, group, report);
  const issues = [...heading.issues, ...headingFaults(criteria, heading.value, group), ...ofItems, ...ofRecords];
  return {
    value: heading.value === undefined ? undefined : evidenceOf(criteria, heading.value, group ?? "", items, records),
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
    return repeated ? [issue("duplicateUnit", { unit: unit.id, round }, place)] : [];
  });
}

function evidenceOf(criteria: CriteriaSet, heading: Heading, group: string, items: Evidence["items"], records: Records): Evidence {
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

/** The group that a unit names; where a set has only one, the unit is of that one. */
function groupOf({ file: { groups } }: CriteriaSet, heading: Heading | undefined): string | undefined {
  return heading?.unit.group ?? (groups.length === 1 ? groups[0]?.id : undefined);
}

function headingFaults({ file }: CriteriaSet, heading: Heading | undefined, group: string | undefined): Issue[] {
  if (heading === undefined) return [];
  const { criteria: named, period, round, appraiser } = heading;
  const { rounds } = file.policies;
  const appraisers = (file.appraisers ?? []).map(({ id }) => id);
  const known = file.groups.map(({ id }) => id);
  const expected = `${file.id}@${file.revision}`;
  const received = named === undefined ? expected : `${named.id}@${named.revision}`;
  return [
    ...(received === expected ? [] : [issue("otherCriteria", { expected, received }, { path: ["criteria"] })]),
    ...(group === undefined ? [issue("missingKey", { key: "group" }, { path: ["unit"] })] : []),
    ...(group === undefined || known.includes(group) ? [] : [issue("unknownGroup", { group, groups: known }, { path: ["unit", "group"] })]),
    ...(rounds === undefined || heldRound(rounds, round) !== undefined
      ? []
      : [issue("roundNotHeld", { round, rounds: rounds.list.map(({ id }) => id) }, { path: ["round"] })]),
    ...(appraiser === undefined || appraisers.includes(appraiser)
      ? []
      : [issue("unknownAppraiser", { appraiser, appraisers }, { path: ["appraiser"] })]),
    ...(file.periods.includes(period) ? [] : [issue("periodNotListed", { period, periods: file.periods }, { path: ["period"] })]),
  ];
}

/** Every leaf's item in the order of the tree, then the codes that no leaf has. */
function readItems(
  criteria: CriteriaSet,
  tree: CriteriaTree,
  heading: Heading | undefined,
  reported: Readonly<Record<string, unknown>>,
): { readonly items: Evidence["items"]; readonly issues: Issue[] } {
  const items: Record<string, EvidenceItem> = {};
  const issues: Issue[] = [];
  const appraisers = heading?.appraiser === undefined ? undefined : appraisersOf(tree);
  for (const leaf of tree.leaves) {
    if (!Object.hasOwn(reported, leaf.code)) continue;
    const { value, issues: found } = readItem(criteria, leaf, heading?.round ?? "selfAssessed", reported[leaf.code]);
    if (value !== undefined) items[leaf.code] = Object.freeze(value);
    const owner = appraisers?.get(leaf.code);
    const stranger = owner !== undefined && value !== undefined && owner !== heading?.appraiser;
    const ofAppraiser = stranger ? [issue("notItsArea", { appraiser: heading?.appraiser ?? "", owner })] : [];
    issues.push(...[...ofAppraiser, ...found].map((one) => inLeaf(one, leaf)));
  }
  const strange = Object.keys(reported).filter((code) => !Object.hasOwn(items, code));
  return { items: Object.freeze(items), issues: [...issues, ...strange.flatMap((code) => codeFaults(tree, code))] };
}

function inLeaf(found: Issue, { code, title }: Leaf): Issue {
  return at({ code, title: title.vi }, under(["items", code], found));
}

/** A code that is no leaf's: a branch, whose leaves are to be reported instead, or unknown, perhaps for want of a point. */
function codeFaults(criteria: CriteriaTree, code: string): Issue[] {
  const node = criteria.nodes.get(code);
  const path = ["items", code];
  if (node === undefined) {
    const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
    const nearest = criteria.leaves.find((leaf) => plain(leaf.code) === plain(code))?.code;
    return [issue("unknownCode", nearest === undefined ? { code } : { code, nearest }, { path })];
  }
  if (isLeaf(node)) return [];
  return [issue("codeIsBranch", { code, leaves: leavesOf(node).map((leaf) => leaf.code) }, { code, title: node.title.vi, path })];
}

/** The id of the unit whose report it is, even where the rest of the heading is wrong. */
function unitOf(report: Readonly<Record<string, unknown>>): { readonly unit?: string } {
  const unit = isPlainObject(report.unit) ? report.unit.id : undefined;
  return typeof unit === "string" && unit.trim() !== "" ? { unit: unit.trim() } : {};
}

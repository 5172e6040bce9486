import { type CriteriaSet, isLeaf, type Leaf, leavesOf } from "../criteria/criteriaSet";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue, warning } from "../issue/issue";
import { type Read, readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import { evidenceFaults, measureEvidenceFaults } from "../rules/boundRule";
import { itemKeys } from "../rules/options";
import type { Figures } from "../rules/ruleKind";
import { type Evidence, type EvidenceItem, type Expected, itemSchema, reportSchema, reportsSchema } from "./evidence";

/**
 * A unit's evidence (số liệu báo cáo), checked against its criteria set: JSON text, or the value that such text holds.
 * Figures come out in canonical form; a decimal may be written with a comma or a point, a day as `2021-01-15` or `15/1/2021`.
 * A field left blank (`null`) is missing, never zero.
 *
 * **Errors:** {@link ParError} with every issue at once, located by criterion, in the order of the tree.
 *
 * @example
 * ```ts
 * import { parseEvidence } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const evidence = parseEvidence(loadCriteria("example/tiny"), {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed",
 *   items: { "1.2": { done: 955, due: 1000 } },
 * });
 * evidence.items["1.2"]; // => { done: 955, due: 1000 }
 * ```
 */
export function parseEvidence(criteria: CriteriaSet, report: unknown): Evidence {
  return unwrap(safeParseEvidence(criteria, report));
}

/** {@link parseEvidence} that answers a {@link Result} and never throws. */
export function safeParseEvidence(criteria: CriteriaSet, report: unknown): Result<Evidence> {
  return readInput(report, (value) => readReport(criteria, value, []));
}

/**
 * The reports of a round (các báo cáo của một vòng): one report, a list, or a file with `reports`; JSON text or its value.
 * **Errors:** as {@link parseEvidence}, for all units at once; a unit with two reports in one round is an issue.
 */
export function parseReports(criteria: CriteriaSet, file: unknown): readonly Evidence[] {
  return unwrap(safeParseReports(criteria, file)).reports;
}

/** {@link parseReports} that answers a {@link Result} and never throws; with what the file says its reports come to. */
export function safeParseReports(
  criteria: CriteriaSet,
  file: unknown,
): Result<{ readonly reports: readonly Evidence[]; readonly expected: readonly Expected[] }> {
  return readInput(file, (value) => {
    const { listed, prefix, expected, issues } = listReports(value);
    const read = listed.map((report, index) => readReport(criteria, report, prefix === undefined ? [] : [...prefix, index]));
    const reports = read.map((report) => report.value).filter((evidence) => evidence !== undefined);
    return { value: { reports, expected }, issues: [...issues, ...read.flatMap((report) => report.issues), ...repeatedUnits(reports)] };
  });
}

/** Evidence checked against this very criteria set; anything else, such as a report read back from a file, is checked now. */
export function checkedEvidence(criteria: CriteriaSet, evidence: Evidence): Evidence {
  return checked.get(evidence) === criteria ? evidence : parseEvidence(criteria, evidence);
}

/** The figures of an item: what its rule reads. */
export function figuresOf(item: EvidenceItem | undefined): Figures | undefined {
  if (item === undefined) return undefined;
  const figures = Object.entries(item).filter(([key]) => !isItemKey(key));
  return figures.length === 0 ? undefined : (Object.fromEntries(figures) as Figures);
}

/** Which criteria set a piece of evidence was checked against; it is frozen, so that what was checked is what is scored. */
const checked = new WeakMap<Evidence, CriteriaSet>();

type Path = readonly (string | number)[];

function listReports(value: unknown): {
  listed: readonly unknown[];
  prefix: Path | undefined;
  expected: readonly Expected[];
  issues: readonly Issue[];
} {
  if (Array.isArray(value)) return { listed: value, prefix: [], expected: [], issues: [] };
  if (typeof value !== "object" || value === null || !("reports" in value))
    return { listed: [value], prefix: undefined, expected: [], issues: [] };
  const read = readWith(reportsSchema, value);
  return read.value === undefined
    ? { listed: [], prefix: [], expected: [], issues: read.issues }
    : { listed: read.value.reports, prefix: ["reports"], expected: read.value.expected ?? [], issues: [] };
}

function readReport(criteria: CriteriaSet, report: unknown, path: Path): Read<Evidence> {
  const header = readWith(reportSchema, report, path.length === 0 ? {} : { path });
  if (header.value === undefined) return header;
  const { unit, period, round, criteria: named, items } = header.value;
  const place = (found: Issue) => at({ unit: unit.id }, found);
  const { id, revision, groups, periods } = criteria.file;
  const group = unit.group ?? (groups.length === 1 ? groups[0]?.id : undefined);
  const read = readItems(criteria, items, [...path, "items"]);
  const issues = [
    ...(named !== undefined && (named.id !== id || named.revision !== revision)
      ? [
          issue(
            "otherCriteria",
            { expected: `${id}@${revision}`, received: `${named.id}@${named.revision}` },
            { path: [...path, "criteria"] },
          ),
        ]
      : []),
    ...(periods.includes(period) ? [] : [warning("periodNotListed", { period, periods }, { path: [...path, "period"] })]),
    ...(group === undefined ? [issue("missingKey", { key: "group" }, { path: [...path, "unit"] })] : []),
    ...(group !== undefined && !groups.some((known) => known.id === group)
      ? [issue("unknownGroup", { group, groups: groups.map((known) => known.id) }, { path: [...path, "unit", "group"] })]
      : []),
    ...read.issues,
  ].map(place);
  const evidence: Evidence = Object.freeze({
    criteria: { id, revision },
    unit: { id: unit.id, name: unit.name, group: group ?? "" },
    period,
    round,
    items: Object.freeze(read.items),
  });
  checked.set(evidence, criteria);
  return { value: evidence, issues };
}

/** Every leaf's item in the order of the tree, then the codes that no leaf has. */
function readItems(criteria: CriteriaSet, reported: Readonly<Record<string, unknown>>, path: Path) {
  const items: Record<string, EvidenceItem> = Object.create(null);
  const issues: Issue[] = [];
  for (const leaf of criteria.leaves) {
    if (!Object.hasOwn(reported, leaf.code)) continue;
    const { item, issues: found } = readItem(criteria, leaf, reported[leaf.code]);
    if (item !== undefined) items[leaf.code] = Object.freeze(item);
    issues.push(...found.map((one) => located(one, leaf, path)));
  }
  for (const code of Object.keys(reported)) {
    const node = criteria.nodes.get(code);
    if (node === undefined) issues.push(unknownCode(criteria, code, path));
    else if (!isLeaf(node)) {
      const leaves = leavesOf(node).map((leaf) => leaf.code);
      issues.push(issue("codeIsBranch", { code, leaves }, { code, title: node.title.vi, path: [...path, code] }));
    }
  }
  return { items: { ...items } as Readonly<Record<string, EvidenceItem>>, issues };
}

function readItem(criteria: CriteriaSet, leaf: Leaf, reported: unknown): { item?: EvidenceItem; issues: readonly Issue[] } {
  if (reported === null) return { issues: [] };
  if (typeof reported !== "object" || Array.isArray(reported)) {
    return { issues: [issue("wrongType", { expected: "object", received: Array.isArray(reported) ? "array" : typeof reported })] };
  }
  const filled = Object.entries(reported).filter(([, value]) => value !== null && value !== undefined);
  const common = readWith(itemSchema, Object.fromEntries(filled.filter(([key]) => isItemKey(key))));
  const figures = Object.fromEntries(filled.filter(([key]) => !isItemKey(key)));
  const keys = Object.keys(figures);
  if (common.value === undefined) return { issues: common.issues };
  if (common.value.notApplicable === true) {
    const { policy } = criteria.file.policies.notApplicable;
    const issues = [
      ...(keys.length > 0 ? [issue("notApplicableWithFigures", { keys })] : []),
      ...(common.value.reason === undefined ? [issue("notApplicableWithoutReason", {})] : []),
      ...((leaf.node.notApplicable ?? policy) === "refuse" ? [issue("notApplicableRefused", {})] : []),
    ];
    return { item: common.value, issues };
  }
  if (keys.length === 0) return { item: common.value, issues: [] };
  const read = readWith(leaf.figures, figures);
  if (read.value === undefined) return { issues: read.issues };
  const faults =
    leaf.rule === undefined ? measureEvidenceFaults(leaf.monitors, read.value) : evidenceFaults(leaf.rule, read.value, leaf.maxPoints);
  return { item: { ...read.value, ...common.value } as EvidenceItem, issues: faults };
}

function located(found: Issue, leaf: Leaf, path: Path): Issue {
  const inner = found.location.path ?? [];
  return { ...found, location: { ...found.location, code: leaf.code, title: leaf.title.vi, path: [...path, leaf.code, ...inner] } };
}

function unknownCode(criteria: CriteriaSet, code: string, path: Path): Issue {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const nearest = criteria.leaves.find((leaf) => plain(leaf.code) === plain(code))?.code;
  return issue("unknownCode", nearest === undefined ? { code } : { code, nearest }, { path: [...path, code] });
}

/** Units that have two reports in one round, of which nobody could say which counts. */
export function repeatedUnits(reports: readonly Evidence[]): Issue[] {
  const seen = new Set<string>();
  return reports.flatMap(({ unit, period, round }) => {
    const key = JSON.stringify([unit.id, period, round]);
    if (seen.has(key)) return [issue("duplicateUnit", { unit: unit.id, round }, { unit: unit.id })];
    seen.add(key);
    return [];
  });
}

function isItemKey(key: string): boolean {
  return itemKeys.some((known) => known === key);
}

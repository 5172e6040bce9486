import type { CriteriaSet } from "../criteria/criteriaSet";
import { nameOfType } from "../issue/fields";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import type { Evidence, Expected } from "./evidence";
import { isChecked, listReports, readReport, repeatedUnits } from "./readReport";

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
  return readInput(report, (value) => readReport(criteria, value));
}

/**
 * The reports of a round (các báo cáo của một vòng): one report, a list, or a file with `reports`; JSON text or its value.
 * **Errors:** as {@link parseEvidence}, for all units at once; a unit with two reports in one round is an issue.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const report = (id: string) => ({ unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: {} });
 * parseReports(loadCriteria("example/tiny"), [report("a"), report("b")]).map(({ unit }) => unit.id); // => ["a", "b"]
 * ```
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
    const { listed, expected, issues } = listReports(value);
    const read = listed.map(({ report, path }) => ({ path, ...readReport(criteria, report, path) }));
    const reports = read.flatMap(({ value: report, path }) => (report === undefined ? [] : [{ report, path }]));
    return {
      value: { reports: reports.map(({ report }) => report), expected },
      issues: [...issues, ...read.flatMap(({ issues: found }) => found), ...repeatedUnits(reports)],
    };
  });
}

/** Evidence checked against this very criteria set; anything else, such as a report read back from a file, is checked now. */
export function checkedEvidence(criteria: CriteriaSet, evidence: Evidence): Evidence {
  return isChecked(criteria, evidence) ? evidence : parseEvidence(criteria, evidence);
}

/** {@link checkedEvidence} of many reports; throws the issues of all of them at once. */
export function checkedReports(criteria: CriteriaSet, reports: readonly Evidence[]): readonly Evidence[] {
  if (!Array.isArray(reports)) throw new ParError([issue("wrongType", { expected: "array", received: nameOfType(reports) })]);
  const outcomes = [...reports].map((report: Evidence) =>
    isChecked(criteria, report) ? { ok: true as const, value: report } : safeParseEvidence(criteria, report),
  );
  const issues = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.issues));
  if (issues.length > 0) throw new ParError(issues);
  return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
}

import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import type { Evidence, EvidenceItem } from "../evidence/evidence";
import { safeParseEvidence } from "../evidence/parseEvidence";
import { type Issue, issue, warning } from "../issue/issue";
import { type Result, unwrap } from "../issue/result";

/**
 * A unit's report with what a plan gives it (đưa số liệu kế hoạch vào báo cáo), so that nobody types it twice: leaves that the report
 * leaves blank are filled in. What the unit reported itself stands, and where it differs from the plan there is a warning.
 *
 * **Errors:** {@link ParError} where the two are not of one unit and period; {@link safeIntoReport} answers them instead.
 *
 * @example
 * ```ts
 * import { parseEvidence } from "par-index";
 * import { intoReport, planEvidence } from "par-index/plan";
 * import { loadCriteria, loadPlan, loadProgress } from "par-index/node";
 *
 * const [criteria, plan] = [loadCriteria("example/reform-index"), loadPlan("example/plan")];
 * const fed = planEvidence(plan, loadProgress(plan, "criteria/example/plan/progress.json"), criteria);
 * const own = parseEvidence(criteria, { unit: fed.unit, period: "2021", round: "selfAssessed", items: { "8.3": { count: 21 } } });
 * const report = intoReport(criteria, own, fed);
 * [report.items["8.3"]?.count, report.items["7.1.3"]?.done]; // => [21, 2988]
 * ```
 */
export function intoReport(criteria: CriteriaSet, report: Evidence, fed: Evidence): Evidence {
  return unwrap(safeIntoReport(criteria, report, fed));
}

/** {@link intoReport} that answers a {@link Result} and never throws. */
export function safeIntoReport(criteria: CriteriaSet, report: Evidence, fed: Evidence): Result<Evidence> {
  const [expected, received] = [whose(fed), whose(report)];
  if (expected !== received) return { ok: false, issues: [issue("planOfOtherUnit", { expected, received }, { unit: report.unit.id })] };
  const { leaves } = treeOf(criteria, report.unit.group);
  const given = leaves.flatMap(({ code }) => (Object.hasOwn(fed.items, code) ? [[code, fed.items[code] ?? {}] as const] : []));
  const items = Object.fromEntries(given.map(([code, item]) => [code, filledIn(own(report, code), item)]));
  const differing = given.flatMap(([code, item]) =>
    differences(own(report, code), item).map((found) => ({ ...found, location: { ...found.location, unit: report.unit.id, code } })),
  );
  const merged = safeParseEvidence(criteria, { ...report, items: { ...report.items, ...items } });
  return merged.ok ? { ...merged, warnings: [...differing, ...merged.warnings] } : merged;
}

function whose({ unit, period }: Evidence): string {
  return `${unit.id} (${period})`;
}

function own({ items }: Evidence, code: string): EvidenceItem | undefined {
  return Object.hasOwn(items, code) ? items[code] : undefined;
}

/** What is not a figure: it says nothing of whether the unit reported any. */
const besideFigures = ["documents", "note"];

function figureKeys(item: EvidenceItem): readonly string[] {
  return Object.keys(item).filter((key) => !besideFigures.includes(key));
}

/** The unit's item where it says anything of the leaf; else the plan's, with the unit's documents and note. */
function filledIn(reported: EvidenceItem | undefined, given: EvidenceItem): EvidenceItem {
  if (reported === undefined) return given;
  return figureKeys(reported).length > 0 ? reported : { ...given, ...reported };
}

function differences(reported: EvidenceItem | undefined, given: EvidenceItem): Issue[] {
  if (reported === undefined || figureKeys(reported).length === 0) return [];
  return figureKeys(given)
    .filter((key) => reported[key] !== given[key])
    .map((key) => warning("planDiffers", { key, reported: textOf(reported[key]), planned: textOf(given[key]) }, { path: ["items", key] }));
}

function textOf(figure: EvidenceItem[string]): string {
  return figure === undefined ? "–" : String(figure);
}

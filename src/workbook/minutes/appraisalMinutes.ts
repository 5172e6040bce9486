import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { attempt, type Result, unwrap } from "../../issue/result";
import { type MinutesOptions, minutesPaper } from "./minutesPaper";
import { writePaper } from "./writePaper";

/**
 * The minutes of a unit's appraisal (biên bản thẩm định) as a Word file to be filled in by hand and signed: every criterion with
 * the points that the unit gave itself and those that count, why they differ, what was asked, what it comes to, and the digest
 * of the round's results (see `resultsDigest` of `par-index/audit`). In Vietnamese, laid out as administrative documents are.
 * `reports` are those of all units, since some criteria compare units, and the digest is of the whole round.
 *
 * **Exactness:** the published digits as text; what is missing is blank, with a word beside it. The same reports give the same bytes.
 * **Errors:** {@link ParError} when the unit has no report of the period, or reports do not go together.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { appraisalMinutes } from "par-index/workbook";
 *
 * const criteria = loadCriteria("example/rounds");
 * const unit = { id: "a", name: "Sở A" };
 * const reports = parseReports(criteria, [
 *   { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } },
 *   { unit, period: "2021", round: "appraised", items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn" } } },
 * ]);
 * const file = await appraisalMinutes(criteria, reports, { unit: "a", period: "2021" });
 * String.fromCharCode(...file.slice(0, 2)); // => "PK"
 * ```
 */
export async function appraisalMinutes(criteria: CriteriaSet, reports: readonly Evidence[], options: MinutesOptions): Promise<Uint8Array> {
  return unwrap(await safeAppraisalMinutes(criteria, reports, options));
}

/** {@link appraisalMinutes} that answers a {@link Result} and never throws. */
export async function safeAppraisalMinutes(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  options: MinutesOptions,
): Promise<Result<Uint8Array>> {
  const laid = attempt(() => minutesPaper(criteria, reports, options));
  return laid.ok ? { ok: true, value: await writePaper(laid.value), warnings: laid.warnings } : laid;
}

import type { CriteriaSet } from "../criteria/criteriaSet";
import { type CivilDate, formatCivilDate } from "../exact/civilDate";
import type { Words } from "../issue/fields";
import { type Issue, warning } from "../issue/issue";
import { type Result, unwrap } from "../issue/result";
import type { Campaign } from "./campaign";
import { type CampaignQuestion, safeCampaignStatus, type UnitDeadline } from "./campaignStatus";
import type { Evidence } from "./evidence";
import { checkedReports, parseEvidence } from "./parseEvidence";
import { isUnitsRound } from "./roundsHeld";

/** What a campaign lets count, and everything that it says of lateness. */
export interface AdmittedReports {
  readonly reports: readonly Evidence[];
  /** Each report that is late, early or without a day, and each unit without a self-assessment: what was done about it, and why. */
  readonly notes: readonly Issue[];
}

/**
 * The reports that count in a campaign (báo cáo được tính) on a day, as the set's policy on deadlines says: late ones are kept or
 * left out, and a unit whose self-assessment never came has everything missing or is not rated. A set without the policy keeps
 * all. Appraisals are never left out; one of a report that does not count is told when it is scored. Every case is told; `formatIssue` puts it into words.
 *
 * **Errors:** {@link ParError} as {@link campaignStatus}; {@link safeAdmitReports} answers them instead.
 *
 * @example
 * ```ts
 * import { admitReports, parseCampaign, parseReports } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const campaign = parseCampaign(tiny, {
 *   format: "par-index/campaign/1", id: "example/tiny-2021", title: { vi: "Đợt đánh giá năm 2021" },
 *   criteria: { id: "example/tiny", revision: 1 }, period: "2021", windows: [{ round: "selfAssessed", to: "2021-12-15" }],
 * });
 * const reports = parseReports(tiny, [{
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", sentOn: "2021-12-17", items: {},
 * }]);
 * const admitted = admitReports(tiny, campaign, reports, { on: "2021-12-20" });
 * [admitted.reports.length, admitted.notes.map(({ code }) => code)]; // => [1, ["sentLate"]]
 * ```
 */
export function admitReports(
  criteria: CriteriaSet,
  campaign: Campaign,
  reports: readonly Evidence[],
  question: CampaignQuestion,
): AdmittedReports {
  return unwrap(safeAdmitReports(criteria, campaign, reports, question));
}

/** {@link admitReports} that answers a {@link Result} and never throws for wrong data. */
export function safeAdmitReports(
  criteria: CriteriaSet,
  campaign: Campaign,
  reports: readonly Evidence[],
  question: CampaignQuestion,
): Result<AdmittedReports> {
  const checked = checkedReports(criteria, reports);
  const status = safeCampaignStatus(criteria, campaign, checked, question);
  if (!status.ok) return status;
  const policy = criteria.file.policies.deadlines;
  const isLeftOut = (row: UnitDeadline) => row.status === "sentLate" && policy?.late === "refused" && isUnitsRound(criteria, row.round);
  const leftOut = status.value.filter(isLeftOut);
  const kept = checked.filter(
    (report) =>
      !leftOut.some(({ unit, round }) => report.period === campaign.period && unit.id === report.unit.id && round === report.round),
  );
  const notes = status.value.flatMap((row) => lateNotes(row, isLeftOut(row)));
  const silent = policy === undefined ? [] : silentUnits(criteria, campaign, { sent: checked, kept }, status.value);
  const counting = silent.reduce<readonly Evidence[]>((told, one) => withSilentUnit(criteria, campaign, told, one), kept);
  return { ok: true, value: { reports: counting, notes: [...notes, ...silent.map(({ note }) => note)] }, warnings: [] };
}

function lateNotes({ unit, round, status, sentOn = "", from = "", to, daysLeft = 0 }: UnitDeadline, isLeftOut: boolean): readonly Issue[] {
  const days = -daysLeft;
  const place = { unit: unit.id };
  if (status === "sentLate") return [warning(isLeftOut ? "lateNotCounted" : "sentLate", { round, sentOn, to, days }, place)];
  if (status === "sentEarly") return [warning("sentBeforeOpening", { round, sentOn, from }, place)];
  return status === "sentOnUnknown" ? [warning("sentOnUnknown", { round, to }, place)] : [];
}

/** A unit of which no self-assessment counts, and what is told of it. */
interface SilentUnit {
  readonly unit: Evidence["unit"];
  readonly note: Issue;
  /** False as long as it may still send one. */
  readonly isPast: boolean;
  /** Why it is not rated, where that follows. */
  readonly notRated?: Words;
}

function silentUnits(
  { file }: CriteriaSet,
  { period }: Campaign,
  { sent, kept }: { readonly sent: readonly Evidence[]; readonly kept: readonly Evidence[] },
  status: readonly UnitDeadline[],
): readonly SilentUnit[] {
  const counting = new Set(kept.filter((report) => report.period === period && report.round === "selfAssessed").map(({ unit }) => unit.id));
  return status.flatMap(({ unit: { id, name, group }, round, status: state, to }): readonly SilentUnit[] => {
    if (round !== "selfAssessed" || counting.has(id)) return [];
    const unit = sent.findLast((report) => report.unit.id === id && report.period === period)?.unit ?? { id, name, group };
    if (state !== "overdue" && state !== "sentLate") return [{ unit, note: warning("stillToSend", { to }, { unit: id }), isPast: false }];
    return file.policies.deadlines?.neverSent === "notRated"
      ? [{ unit, note: warning("neverSentNotRated", { to }, { unit: id }), isPast: true, notRated: neverSentWords(to) }]
      : [{ unit, note: warning("neverSent", { to }, { unit: id }), isPast: true }];
  });
}

function neverSentWords(to: CivilDate): Words {
  return { vi: `Không gửi báo cáo tự đánh giá trong hạn ${formatCivilDate(to, "vi")}`, en: `No self-assessment was sent by ${to}` };
}

/** Reports among which a silent unit stands with an empty self-assessment, and is not rated in any of its rounds where that follows. */
function withSilentUnit(
  criteria: CriteriaSet,
  { period }: Campaign,
  reports: readonly Evidence[],
  { unit, isPast, notRated }: SilentUnit,
): readonly Evidence[] {
  if (!isPast) return reports;
  const reason = notRated === undefined ? {} : { notRated };
  const isOwn = (report: Evidence) => report.unit.id === unit.id && report.period === period;
  const told = reports.map((report) =>
    notRated !== undefined && isOwn(report) ? parseEvidence(criteria, { ...report, unit: { ...report.unit, notRated } }) : report,
  );
  return [...told, parseEvidence(criteria, { unit: { ...unit, ...reason }, period, round: "selfAssessed", items: {} })];
}

import * as z from "zod/mini";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { ReportedRound } from "../criteria/policies";
import type { CivilDate } from "../exact/civilDate";
import { civilDate, type Words } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { at, type Issue } from "../issue/issue";
import { type Result, result, unwrap } from "../issue/result";
import { roundWords } from "../issue/roundWords";
import { type Campaign, type Extension, windowFor } from "./campaign";
import { type DeadlineStatus, safeDeadlineStatus } from "./deadline";
import type { Evidence } from "./evidence";
import { campaignFaults } from "./parseCampaign";
import { periodEnd } from "./periodEnd";
import { existsOn, type RegisteredUnit, type UnitRegister } from "./unitRegister";

/** What is asked of a campaign. */
export interface CampaignQuestion {
  /** The day that is asked about, since the library has no clock. */
  readonly on: CivilDate;
  /** From how many days before the last day a report is due soon; 3 unless given. */
  readonly soonDays?: number | undefined;
  /** Who is to report. Without it, only units that sent something are listed. */
  readonly register?: UnitRegister | undefined;
}

/** How one report of a unit in a campaign stands. */
export interface UnitDeadline {
  readonly unit: { readonly id: string; readonly name: string; readonly group: string };
  readonly round: ReportedRound;
  readonly title: Words;
  readonly appraiser?: string | undefined;
  readonly from?: CivilDate | undefined;
  /** The last day for this unit, and why it is later than for others. */
  readonly to: CivilDate;
  readonly extension?: Extension | undefined;
  readonly sentOn?: CivilDate | undefined;
  /**
   * As {@link deadlineStatus} says; `sentOnUnknown`: there is a report that does not say when it was sent; `notAsked`: an
   * explanation (giải trình) for which nobody asked.
   */
  readonly status: DeadlineStatus["status"] | "sentOnUnknown" | "notAsked";
  /** Whole days to the last day, below zero when it is past; of a day that is known. */
  readonly daysLeft?: number;
}

const questionSchema = z.strictObject({ on: civilDate, soonDays: z.int().check(z.gte(0)) });

/**
 * How every unit stands in every round of a campaign (tình hình gửi báo cáo) on a day: not yet open, open, due soon, overdue, sent
 * in time or late by how many days. A row for each unit and round, and for each appraiser who sent something.
 *
 * **Errors:** {@link ParError} for a campaign of another set, a day that does not exist, or a report sent after the day asked about.
 *
 * @example
 * ```ts
 * import { campaignStatus, parseCampaign, parseReports } from "par-index";
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
 * campaignStatus(tiny, campaign, reports, { on: "2021-12-20" }).map(({ status, daysLeft }) => [status, daysLeft]); // => [["sentLate", -2]]
 * ```
 */
export function campaignStatus(
  criteria: CriteriaSet,
  campaign: Campaign,
  reports: readonly Evidence[],
  question: CampaignQuestion,
): readonly UnitDeadline[] {
  return unwrap(safeCampaignStatus(criteria, campaign, reports, question));
}

/** {@link campaignStatus} that answers a {@link Result} and never throws for wrong data. */
export function safeCampaignStatus(
  criteria: CriteriaSet,
  campaign: Campaign,
  reports: readonly Evidence[],
  { on, soonDays = 3, register }: CampaignQuestion,
): Result<readonly UnitDeadline[]> {
  const { value: question, issues: ofQuestion } = readWith(questionSchema, { on, soonDays });
  const faults = [...campaignFaults(criteria, campaign), ...ofQuestion];
  if (question === undefined || faults.length > 0) return { ok: false, issues: faults };
  const own = reports.filter(({ period }) => period === campaign.period);
  const rows = campaignUnits(criteria, campaign, own, register).flatMap((unit) =>
    campaign.windows.flatMap(({ round }) => unitRows(campaign, unit, own, round, question)),
  );
  return result(
    rows.flatMap(({ issues }) => issues),
    () => rows.flatMap(({ row }) => row),
  );
}

/** The units of a campaign: those that the register expects, in its order, then those that it does not list and that sent something. */
function campaignUnits(
  { file }: CriteriaSet,
  { period }: Campaign,
  reports: readonly Evidence[],
  register: UnitRegister | undefined,
): readonly UnitDeadline["unit"][] {
  const day = periodEnd(period);
  const isExpected = (unit: RegisteredUnit) =>
    file.groups.some(({ id }) => id === unit.group) && (day === undefined || existsOn(unit, day)) && unit.notRated === undefined;
  const listed = (register?.units ?? []).filter(isExpected);
  const units = new Map<string, UnitDeadline["unit"]>();
  for (const { id, name, group } of [...listed, ...reports.map(({ unit }) => unit)]) if (!units.has(id)) units.set(id, { id, name, group });
  return [...units.values()];
}

function unitRows(
  campaign: Campaign,
  unit: UnitDeadline["unit"],
  reports: readonly Evidence[],
  round: ReportedRound,
  question: { readonly on: CivilDate; readonly soonDays: number },
): readonly { readonly row: readonly UnitDeadline[]; readonly issues: readonly Issue[] }[] {
  const window = windowFor(campaign, unit.id, round);
  if (window === undefined) return [];
  const own = reports.filter((report) => report.unit.id === unit.id);
  const sent = own.filter((report) => report.round === round);
  const { from, to, title = roundWords[round], extension } = window;
  const known = { unit, round, title, ...(from === undefined ? {} : { from }), to, ...(extension === undefined ? {} : { extension }) };
  if (sent.length === 0 && round === "explained" && !isAsked(own)) return [{ row: [{ ...known, status: "notAsked" }], issues: [] }];
  return (sent.length === 0 ? [undefined] : sent).map((report) => {
    const said = report?.appraiser === undefined ? known : { ...known, appraiser: report.appraiser };
    if (report !== undefined && report.sentOn === undefined) return { row: [{ ...said, status: "sentOnUnknown" }], issues: [] };
    const { sentOn } = report ?? {};
    const asked = safeDeadlineStatus({ id: round, title, from, to }, { ...question, sentOn });
    return asked.ok
      ? { row: [{ ...said, ...(sentOn === undefined ? {} : { sentOn }), ...asked.value }], issues: [] }
      : { row: [], issues: asked.issues.map((found) => at({ unit: unit.id }, found)) };
  });
}

/** True when an appraiser asks the unit to explain something. */
function isAsked(reports: readonly Evidence[]): boolean {
  return reports.some(({ round, items }) => round === "appraised" && Object.values(items).some(({ asks }) => asks !== undefined));
}

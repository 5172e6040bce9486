import type { CriteriaSet } from "../criteria/criteriaSet";
import { safeAdmitReports } from "../evidence/admitReports";
import type { Campaign } from "../evidence/campaign";
import { safeCampaignStatus, type UnitDeadline } from "../evidence/campaignStatus";
import { type CivilDate, formatCivilDate, readCivilDate } from "../exact/civilDate";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { safeLoadCampaign } from "../node/loadCampaign";
import { roundTitle } from "../report/explain";
import { type CommonOptions, criteriaOf, orThrow, reportsOf } from "./context";
import { type Output, type Row, registerLines, titleLines } from "./output";
import { type RegisterOptions, registerOf } from "./register";

interface CampaignOptions extends CommonOptions, RegisterOptions {
  readonly on: string;
  readonly soonDays: string;
}

/** `par-index campaign CAMPAIGN EDITION [REPORTS…]`: who sent what in time, and what the set's policy makes of the rest. */
export async function campaignCommand(file: string, edition: string, files: readonly string[], options: CampaignOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { value: campaign, warnings: ofCampaign } = orThrow(safeLoadCampaign(criteria, file));
  const { reports, warnings: more } = await reportsOf(criteria, files, options);
  const { register, warnings: ofUnits } = registerOf(criteria, reports, options);
  const on = readCivilDate(options.on) ?? options.on;
  const question = { on, soonDays: Number(options.soonDays), register };
  const rows = orThrow(safeCampaignStatus(criteria, campaign, reports, question)).value;
  const { notes } = orThrow(safeAdmitReports(criteria, campaign, reports, question)).value;
  return {
    command: "campaign",
    criteria,
    register,
    warnings: [...warnings, ...ofCampaign, ...more, ...ofUnits, ...notes],
    before: [...titleLines(criteria), ...registerLines(register), ...campaignLines(campaign, on)],
    sections: [{ columns, rows: rows.map((row) => statusRow(criteria, row, options.lang)) }],
    after: [policyLine(criteria)],
    data: { campaign: campaign.id, period: campaign.period, on, reports: rows },
  };
}

function campaignLines({ title, period }: Campaign, on: CivilDate): readonly Words[] {
  return [
    {
      vi: `${title.vi} · kỳ ${period} · tính đến ngày ${formatCivilDate(on, "vi")}`,
      en: `${wordsIn(title, "en")} · period ${period} · as of ${on}`,
    },
  ];
}

const columns: Output["sections"][number]["columns"] = [
  { key: "unit", heading: { vi: "Đơn vị", en: "Unit" }, wide: true },
  { key: "round", heading: { vi: "Vòng", en: "Round" } },
  { key: "to", heading: { vi: "Hạn gửi", en: "Last day" } },
  { key: "sentOn", heading: { vi: "Ngày gửi", en: "Sent on" } },
  { key: "status", heading: { vi: "Tình hình", en: "State" }, wide: true },
];

function statusRow(criteria: CriteriaSet, row: UnitDeadline, language: Language): Row {
  const { unit, round, appraiser, to, extension, sentOn } = row;
  const extended =
    extension === undefined ? "" : `${{ vi: "; gia hạn: ", en: "; extended: " }[language]}${wordsIn(extension.reason, language)}`;
  return {
    unit: unit.name,
    round: `${roundTitle(criteria, round, language)}${appraiser === undefined ? "" : ` · ${appraiser}`}`,
    to: formatCivilDate(to, language),
    sentOn: sentOn === undefined ? "" : formatCivilDate(sentOn, language),
    status: `${statusWords(row)[language]}${extended}`,
  };
}

function statusWords({ status, daysLeft = 0 }: UnitDeadline): Bilingual {
  const days = Math.abs(daysLeft);
  const inEnglish = `${days} ${days === 1 ? "day" : "days"}`;
  const words: Readonly<Record<UnitDeadline["status"], Bilingual>> = {
    notYetOpen: { vi: "chưa mở", en: "not yet open" },
    open: { vi: `đang mở, còn ${days} ngày`, en: `open, ${inEnglish} left` },
    dueSoon: { vi: `sắp đến hạn, còn ${days} ngày`, en: `due soon, ${inEnglish} left` },
    dueToday: { vi: "đến hạn hôm nay", en: "due today" },
    overdue: { vi: `chưa gửi, quá hạn ${days} ngày`, en: `not sent, overdue by ${inEnglish}` },
    sentEarly: { vi: "gửi trước ngày mở", en: "sent before it opened" },
    sentInTime: { vi: "gửi đúng hạn", en: "sent in time" },
    sentLate: { vi: `gửi chậm ${days} ngày`, en: `sent late by ${inEnglish}` },
    sentOnUnknown: { vi: "đã gửi, không ghi ngày", en: "sent, no day given" },
    notAsked: { vi: "không phải giải trình", en: "nothing to explain" },
  };
  return words[status];
}

function policyLine({ file }: CriteriaSet): Words {
  const policy = file.policies.deadlines;
  if (policy === undefined) {
    return {
      vi: "Bộ tiêu chí không nói gì về báo cáo chậm: mọi báo cáo đều được tính.",
      en: "The set says nothing of late reports: all of them count.",
    };
  }
  const late = {
    accepted: { vi: "Báo cáo chậm vẫn được tính", en: "Late reports count" },
    refused: { vi: "Báo cáo chậm coi như không gửi", en: "Late reports are as though never sent" },
  }[policy.late];
  const never = {
    missing: { vi: "đơn vị không tự đánh giá thì chưa có số liệu", en: "a unit without a self-assessment has everything missing" },
    notRated: { vi: "đơn vị không tự đánh giá thì không xếp loại, không xếp hạng", en: "a unit without a self-assessment is not rated" },
  }[policy.neverSent];
  return { vi: `Theo bộ tiêu chí: ${late.vi}; ${never.vi}.`, en: `Under this set: ${late.en}; ${never.en}.` };
}

import { resultsDigest } from "../audit/resultsDigest";
import { type CampaignOptions, type CommonOptions, criteriaOf, orThrow, scoreOf, scoresOf } from "./context";
import { type Output, titleLines } from "./output";
import { save, working } from "./record";

export interface MinutesCommandOptions extends CommonOptions, CampaignOptions {
  readonly out: string;
  readonly unit: string;
  readonly period?: string;
}

/** `par-index minutes EDITION REPORTS… --unit ID --out FILE.docx`: the minutes of a unit's appraisal, to be signed. */
export async function minutesCommand(edition: string, files: readonly string[], options: MinutesCommandOptions): Promise<Output> {
  const { out, lang } = options;
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, reports, warnings: more } = await scoresOf(criteria, files, options);
  const { unit, period } = scoreOf(scores, { unit: options.unit, period: options.period }, "--unit, --period");
  working({ vi: "Đang lập biên bản…", en: "Laying out the minutes…" }, lang);
  const { safeAppraisalMinutes } = await import("../workbook/minutes/appraisalMinutes");
  save(out, orThrow(await safeAppraisalMinutes(criteria, reports, { unit: unit.id, period, scores })).value);
  const results = resultsDigest(criteria, scores);
  return {
    command: "minutes",
    criteria,
    warnings: [...warnings, ...more],
    before: [
      ...titleLines(criteria),
      { vi: `Đã lưu biên bản thẩm định ${unit.name}, kỳ ${period}: ${out}`, en: `Minutes of ${unit.name}, ${period}, saved: ${out}` },
      { vi: `Mã băm kết quả: ${results}`, en: `Digest of the results: ${results}` },
    ],
    sections: [],
    data: { file: out, unit, period, results },
  };
}

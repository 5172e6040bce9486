import { resultsDigest } from "../audit/resultsDigest";
import { type CampaignOptions, type CommonOptions, criteriaOf, orThrow, requireRound, scoresOf, unitIdOf } from "./context";
import { type Output, registerLines, titleLines } from "./output";
import { save, working } from "./record";
import { type RegisterOptions, registerOf } from "./register";

export interface WorkbookOptions extends CommonOptions, RegisterOptions, CampaignOptions {
  readonly out: string;
  readonly round?: string;
  readonly unit?: string;
}

/** `par-index workbook EDITION REPORTS… --out FILE.xlsx`: the results of a round as an Excel file; with `--unit`, one unit's. */
export async function workbookCommand(edition: string, files: readonly string[], options: WorkbookOptions): Promise<Output> {
  const { out, unit, lang } = options;
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, sent, warnings: more } = await scoresOf(criteria, files, options);
  const round = requireRound(scores, options.round);
  const { register, warnings: ofUnits } = registerOf(criteria, sent, options);
  working({ vi: "Đang lập bảng kết quả…", en: "Laying out the results…" }, lang);
  const { safeResultWorkbook } = await import("../workbook/results/resultWorkbook");
  const shown = { language: lang, round, unit: unit === undefined ? undefined : unitIdOf(scores, { unit, round }) };
  save(out, orThrow(await safeResultWorkbook(criteria, scores, shown)).value);
  const results = resultsDigest(criteria, scores);
  return {
    command: "workbook",
    criteria,
    register,
    warnings: [...warnings, ...more, ...ofUnits],
    before: [
      ...titleLines(criteria),
      ...registerLines(register),
      { vi: `Đã lưu bảng kết quả: ${out}`, en: `Results saved: ${out}` },
      { vi: `Mã băm kết quả: ${results}`, en: `Digest of the results: ${results}` },
    ],
    sections: [],
    data: { file: out, results },
  };
}

import { resultsDigest } from "../audit/resultsDigest";
import type { Bilingual } from "../exact/formatNumber";
import type { Issue } from "../issue/issue";
import type { ReportPageOptions } from "../page";
import { type CampaignOptions, type CommonOptions, criteriaOf, orThrow, requireRound, scoresOf, UsageError } from "./context";
import { type Output, registerLines, titleLines } from "./output";
import { save, working } from "./record";
import { type RegisterOptions, registerOf } from "./register";

export interface ReportOptions extends CommonOptions, RegisterOptions, CampaignOptions {
  readonly out: string;
  readonly period?: string;
  readonly round?: string;
  /** The edition of the earlier year, then its reports. */
  readonly before?: readonly string[];
  readonly periodBefore?: string;
  readonly readingBefore?: readonly string[];
}

/** `par-index report EDITION REPORTS… --out FILE.html`: the results of a round as one page for a phone or a printer. */
export async function reportCommand(edition: string, files: readonly string[], options: ReportOptions): Promise<Output> {
  const { out, lang, period } = options;
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, sent, warnings: more } = await scoresOf(criteria, files, options);
  const round = requireRound(scores, options.round);
  const { register, warnings: ofUnits } = registerOf(criteria, sent, options);
  const earlier = await earlierYear(options);
  working({ vi: "Đang lập trang kết quả…", en: "Laying out the page…" }, lang);
  const { safeReportPage } = await import("../page");
  const found = [...warnings, ...more, ...ofUnits];
  const shown = { language: lang, period, round, register, earlier: earlier?.year, issues: found };
  save(out, orThrow(safeReportPage(criteria, scores, shown)).value);
  const results = resultsDigest(criteria, scores);
  return {
    command: "report",
    criteria,
    register,
    warnings: [...found, ...(earlier?.warnings ?? [])],
    before: [
      ...titleLines(criteria),
      ...registerLines(register),
      {
        vi: `Đã lưu trang kết quả: ${out}\nMở bằng trình duyệt trên điện thoại hay máy tính, không cần mạng; in được.`,
        en: `The page is saved: ${out}\nOpen it in any browser, on a phone or a computer, without a network; it prints.`,
      },
      { vi: `Mã băm kết quả: ${results}`, en: `Digest of the results: ${results}` },
    ],
    sections: [],
    data: { file: out, results },
  };
}

/** The earlier year that `--before` names; a period of the same reports is found by the page itself. */
async function earlierYear({
  before,
  periodBefore,
  readingBefore,
  lang,
  format,
}: ReportOptions): Promise<{ readonly year: NonNullable<ReportPageOptions["earlier"]>; readonly warnings: readonly Issue[] } | undefined> {
  if (before === undefined) return undefined;
  const [edition = "", ...files] = before;
  if (files.length === 0) throw new UsageError(withoutReports);
  const { criteria, warnings } = criteriaOf(edition, { lang, format, reading: readingBefore });
  const { scores, warnings: more } = await scoresOf(criteria, files, { lang });
  return { year: { criteria, scores, period: periodBefore }, warnings: [...warnings, ...more] };
}

const withoutReports: Bilingual = {
  vi: "--before cần bộ tiêu chí của năm trước, rồi ít nhất một tệp báo cáo.",
  en: "--before needs the edition of the earlier year, then at least one file of reports.",
};

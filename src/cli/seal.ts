import { randomBytes } from "node:crypto";
import type { Head } from "../audit/entry";
import { safeSeal } from "../audit/seal";
import { readLines } from "../node/readLines";
import { type CommonOptions, criteriaOf, orThrow, reportsOf } from "./context";
import { type Output, titleLines } from "./output";
import { headLines, save, textOf, working } from "./record";

export interface SealCommandOptions extends CommonOptions {
  readonly by: string;
  readonly on: string;
  readonly out: string;
  readonly secret?: string;
  readonly onto?: string;
  readonly reason?: string;
}

/** `par-index seal EDITION REPORTS…`: a scored round as one file that anyone can verify and recompute. */
export async function sealCommand(edition: string, files: readonly string[], options: SealCommandOptions): Promise<Output> {
  const { by, on, out, onto, reason, lang } = options;
  const { criteria, warnings } = criteriaOf(edition, options);
  const { reports, warnings: more } = await reportsOf(criteria, files, options);
  working({ vi: `Đang chấm và niêm phong ${reports.length} báo cáo…`, en: `Scoring and sealing ${reports.length} reports…` }, lang);
  // Salts must be beyond guessing. Whoever wants the same bytes again brings the same secret.
  const secret = options.secret === undefined ? randomBytes(32).toString("hex") : textOf(options.secret).trim();
  const earlier = onto === undefined ? {} : { onto: readLines(onto) };
  const text = orThrow(safeSeal({ criteria, reports, recordedBy: by, recordedAt: on, secret, reason, ...earlier })).value;
  save(out, text);
  const { head } = JSON.parse(text.trimEnd().split("\n").at(-1) ?? "") as { readonly head: Head };
  return {
    command: "seal",
    criteria,
    warnings: [...warnings, ...more],
    before: [
      ...titleLines(criteria),
      {
        vi: `Đã niêm phong ${reports.length} báo cáo thành ${head.size} bản ghi: ${out}`,
        en: `Sealed ${reports.length} reports as ${head.size} entries: ${out}`,
      },
      ...headLines(head),
      {
        vi: `In gốc này vào quyết định công bố: nhờ nó ai cũng kiểm tra được hồ sơ.\nTiếp theo: par-index verify ${out}`,
        en: `Print this root in the decision that publishes the round: with it anyone can verify the record.\nNext: par-index verify ${out}`,
      },
    ],
    sections: [],
    data: { file: out, entries: head.size, head },
  };
}

import { join, relative } from "node:path";
import { wordsIn } from "../issue/fields";
import { criteriaFolder } from "../node/catalogue";
import { locateCriteria } from "../node/loadCriteria";
import { scoreAll } from "../score/scoreAll";
import { type CommonOptions, criteriaOf, reportOf, reportsOf } from "./context";
import { explanationOutput } from "./explain";
import { type Output, titleLines } from "./output";
import { rankingOutput } from "./rank";
import { sheetColumns, sheetRemarks, sheetRows, unitLine } from "./score";

/** The round that the tour scores: the province and its agencies, with the criterion that most of them report. */
const edition = "index-766";
const province = "vn-phu-tho";
const period = "2026";
const criterion = "2.1";

/** `par-index tour`: a real round from beginning to end, for a first look. */
export function tourCommand(options: CommonOptions): Output {
  const { criteria } = criteriaOf(edition, options);
  const located = locateCriteria(edition);
  const criteriaPath = located.ok ? located.value.file : "";
  const reportsPath = join(criteriaPath, "..", "examples.json");
  const { reports } = reportsOf(criteria, [reportsPath]);
  const ranking = rankingOutput(criteria, reports, { ...options, by: criterion });
  const score = scoreAll(criteria, reports)[reports.indexOf(reportOf(reports, { unit: province, period }))];
  if (score === undefined) throw new TypeError(`the example has no unit ${province}`);
  const explanation = explanationOutput(criteria, score, [criterion], options.lang);
  const shown = (path: string) => relative(process.cwd(), path) || path;
  return {
    command: "tour",
    criteria,
    before: [
      ...titleLines(criteria),
      { vi: `Đã đọc: ${shown(criteriaPath)}`, en: `Read: ${shown(criteriaPath)}` },
      { vi: `Đã đọc: ${shown(reportsPath)} (${reports.length} đơn vị)`, en: `Read: ${shown(reportsPath)} (${reports.length} units)` },
      {
        vi: `\n1. ${wordsIn(ranking.before?.at(-1) ?? { vi: "" }, "vi")}`,
        en: `\n1. ${wordsIn(ranking.before?.at(-1) ?? { vi: "" }, "en")}`,
      },
    ],
    sections: [
      ...ranking.sections,
      {
        title: { vi: `2. Cả phiếu: ${unitLine(score).vi}`, en: `2. The whole sheet: ${unitLine(score).en}` },
        columns: sheetColumns,
        rows: sheetRows(criteria, score, options.lang),
      },
    ],
    after: [
      ...sheetRemarks(score),
      {
        vi: `\n3. Vì sao ${unitLine(score).vi.split(" · ")[0]} được chừng ấy điểm ở ${criterion}?`,
        en: `\n3. Why does ${unitLine(score).en?.split(" · ")[0]} have these points at ${criterion}?`,
      },
      ...(explanation.before ?? []).slice(-1),
      { vi: nextSteps("vi", shown(reportsPath)), en: nextSteps("en", shown(reportsPath)) },
    ],
    data: {
      read: [criteriaPath, reportsPath].map((path) => relative(criteriaFolder(), path)),
      ranking: ranking.data,
      sheet: score,
      explanation: explanation.data,
    },
  };
}

function nextSteps(language: "vi" | "en", reports: string): string {
  const heading = { vi: "Thử tiếp:", en: "Try next:" }[language];
  return [
    `\n${heading}`,
    `  npx par-index explain ${edition} ${reports} --unit ${province} --code 1.3 5.2 5.4`,
    `  npx par-index rank ${edition} ${reports} --by 5.4 --format csv`,
    "  npx par-index form example/tiny",
    "  npx par-index editions",
  ].join("\n");
}

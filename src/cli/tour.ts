import { join, relative } from "node:path";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Bilingual, Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { criteriaFolder } from "../node/catalogue";
import { locateEdition } from "../node/locateEdition";
import { sheetRemarks, unitLine } from "../report/sheetWords";
import type { Score } from "../score/score";
import { scoreRounds } from "../score/scoreRounds";
import { type CommonOptions, criteriaOf, reportsOf, scoreOf } from "./context";
import { explanationOutput } from "./explain";
import { type Output, titleLines } from "./output";
import { rankingOutput } from "./rank";
import { sheetColumns, sheetRows } from "./score";

/** The round that the tour scores, the criterion that it ranks by, and two of its units: one complete, one with leaves missing. */
const edition = "index-766";
const period = "2026";
const criterion = "2.1";
const province = "vn-phu-tho";
const agency = "so-ngoai-vu";

/** `par-index tour`: a real round from beginning to end, for a first look. */
export async function tourCommand(options: CommonOptions): Promise<Output> {
  const { criteria } = criteriaOf(edition, options);
  const located = locateEdition(edition, "criteria");
  const files = located.ok ? [located.value.file, join(located.value.file, "..", "examples.json")] : [];
  const { reports: all } = await reportsOf(criteria, files.slice(1), options);
  const reports = all.filter((report) => report.period === period);
  const scores = scoreRounds(criteria, reports);
  const ranking = rankingOutput(criteria, scores.counted, { ...options, by: criterion });
  const [whole, partial] = [scoreOf(scores, { unit: province }), scoreOf(scores, { unit: agency })];
  const explanation = explanationOutput(criteria, whole, [criterion], options.lang);
  return {
    command: "tour",
    criteria,
    before: [
      ...titleLines(criteria),
      ...files.map((file) => ({ vi: `Đã đọc: ${shown(file)}`, en: `Read: ${shown(file)}` })),
      numbered(1, headingOf(ranking)),
    ],
    sections:
      options.format === "csv"
        ? ranking.sections
        : [...ranking.sections, sheetSection(2, criteria, whole, options.lang), sheetSection(3, criteria, partial, options.lang)],
    after: [
      ...sheetRemarks(partial),
      numbered(4, {
        vi: `Vì sao ${whole.unit.name} được chừng ấy điểm ở ${criterion}?`,
        en: `Why does ${whole.unit.name} have these points at ${criterion}?`,
      }),
      ...(explanation.before ?? []).slice(-1),
      { vi: nextSteps("vi", shown(files[1] ?? "")), en: nextSteps("en", shown(files[1] ?? "")) },
    ],
    data: {
      read: files.map((file) => relative(criteriaFolder(), file)),
      ranking: ranking.data,
      sheets: [whole, partial],
      explanation: explanation.data,
    },
  };
}

function sheetSection(number: number, criteria: CriteriaSet, score: Score, language: Language): Output["sections"][number] {
  const { vi, en } = unitLine(criteria, score);
  return {
    title: numbered(number, { vi: `Cả phiếu: ${vi}`, en: `The whole sheet: ${en}` }),
    columns: sheetColumns,
    rows: sheetRows(criteria, score, language),
  };
}

function headingOf({ before = [] }: Output): Bilingual {
  const heading = before.at(-1) ?? { vi: "" };
  return { vi: wordsIn(heading, "vi"), en: wordsIn(heading, "en") };
}

function numbered(number: number, { vi, en }: Bilingual): Bilingual {
  return { vi: `\n${number}. ${vi}`, en: `\n${number}. ${en}` };
}

function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}

function nextSteps(language: Language, reports: string): string {
  return [
    { vi: "\nThử tiếp:", en: "\nTry next:" }[language],
    `  npx par-index explain ${edition} ${reports} --unit ${province} --period ${period} --code 1.3 5.2 5.4`,
    `  npx par-index rank ${edition} ${reports} --by satisfaction`,
    `  npx par-index check ${edition} ${reports}`,
    "  npx par-index form example/tiny",
    "  npx par-index editions",
  ].join("\n");
}

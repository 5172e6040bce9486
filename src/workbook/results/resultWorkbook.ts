import type { CriteriaSet } from "../../criteria/criteriaSet";
import { wordsIn } from "../../issue/fields";
import { attempt, type Result, unwrap } from "../../issue/result";
import type { Score } from "../../score/score";
import type { RoundScores } from "../../score/scoreRounds";
import { type SheetContent, writeSheets } from "../sheet";
import { areaSheet } from "./areaSheet";
import { criterionSheet } from "./criterionSheet";
import { sheetTitles } from "./headings";
import { leftOutSheet } from "./leftOutSheet";
import { matrixSheet } from "./matrixSheet";
import { rankingSheet } from "./rankingSheet";
import { type ResultOptions, type ResultView, resultView } from "./resultView";
import { gapSheet, roundsSheet } from "./roundSheets";
import { sheetNames } from "./sheetNames";
import { summarySheet } from "./summarySheet";
import { detailsSheet, unitSheet } from "./unitSheets";

/** The most units that have a sheet each; more stand in one. */
const mostUnitSheets = 40;

/**
 * The results of a round as an Excel file (bảng kết quả): summary, ranking, by area, by criterion, units × criteria, criteria
 * that are not rated, differences between rounds, and every unit in detail. Each page carries the set's notice, where it is
 * not official, and the digest of the results (see `resultsDigest` of `par-index/audit`).
 *
 * **Exactness:** a number has the published digits and a format that shows exactly those; nothing is rounded again. What is
 * missing is blank or a word, never 0. The same results give the same bytes.
 * **Errors:** {@link ParError} when a score is of another set, two are of one unit and round, or the unit has none.
 *
 * @example
 * ```ts
 * import { parseReports, scoreRounds } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { resultWorkbook } from "par-index/workbook";
 *
 * const tiny = loadCriteria("example/tiny");
 * const scores = scoreRounds(tiny, parseReports(tiny, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "appraised", items: { "1.2": { done: 955, due: 1000 } } },
 * ]));
 * const file = await resultWorkbook(tiny, scores);
 * String.fromCharCode(...file.slice(0, 2)); // => "PK"
 * ```
 */
export async function resultWorkbook(
  criteria: CriteriaSet,
  scores: RoundScores | readonly Score[],
  options: ResultOptions = {},
): Promise<Uint8Array> {
  return unwrap(await safeResultWorkbook(criteria, scores, options));
}

/** {@link resultWorkbook} that answers a {@link Result} and never throws. */
export async function safeResultWorkbook(
  criteria: CriteriaSet,
  scores: RoundScores | readonly Score[],
  options: ResultOptions = {},
): Promise<Result<Uint8Array>> {
  const laid = attempt(() => resultSheets(resultView(criteria, scores, options)));
  if (!laid.ok) return laid;
  return { ok: true, value: await writeSheets(wordsIn(criteria.file.title, options.language ?? "vi"), laid.value), warnings: [] };
}

type Laying = readonly [title: string, lay: (name: string) => SheetContent];

/** The sheets of a round's results as data. Of one unit, those that speak of it. */
export function resultSheets(view: ResultView): readonly SheetContent[] {
  const { criteria, shown, groups, say } = view;
  const holdsRounds = criteria.file.policies.rounds !== undefined;
  const isOneUnit = shown.length < groups.reduce((sum, { members }) => sum + members.length, 0);
  const of = (title: keyof typeof sheetTitles, lay: (view: ResultView, name: string) => SheetContent): Laying => [
    say(sheetTitles[title]),
    (name) => lay(view, name),
  ];
  const sheets: readonly Laying[] = [
    of("summary", summarySheet),
    ...(isOneUnit ? [] : [of("ranking", rankingSheet), of("areas", areaSheet), of("criteria", criterionSheet), of("matrix", matrixSheet)]),
    of("leftOut", leftOutSheet),
    ...(holdsRounds && !isOneUnit ? [of("gap", gapSheet)] : []),
    ...(holdsRounds ? [of("rounds", roundsSheet)] : []),
    ...(shown.length > mostUnitSheets
      ? [of("details", detailsSheet)]
      : shown.map((score): Laying => [score.unit.name, (name) => unitSheet(view, name, score)])),
  ];
  const names = sheetNames(sheets.map(([title]) => title));
  return sheets.map(([title, lay], index) => lay(names[index] ?? title));
}

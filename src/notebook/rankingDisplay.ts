import { valueTitle, whatTitle } from "../chart/chartWords";
import { changeInSigns } from "../chart/rankingCharts";
import type { CriteriaSet } from "../criteria/criteriaSet";
import { formatNumber, type Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import type { Classification } from "../rank/classification";
import { type Place, type RankedGroup, type Ranking, type RankOptions, rank } from "../rank/rank";
import { summarize } from "../rank/summarize";
import { ungradedWords } from "../report/gradeWords";
import { groupTitle } from "../report/groupTitle";
import { noticeWords } from "../report/noticeWords";
import { placeRemark } from "../report/placeRemark";
import { asRounds, roundResults } from "../report/roundResults";
import type { Score } from "../score/score";
import type { RoundScores } from "../score/scoreRounds";
import type { Display } from "./display";
import { type DisplayOptions, paperDisplay, type ShownColumn, type ShownTable } from "./displayTable";
import { displayWords } from "./displayWords";

/** What a ranking shows. */
export interface RankingDisplayOptions extends DisplayOptions, RankOptions {
  /** An earlier ranking of the same units, by whatever set: how many places each went up or down since. */
  readonly before?: Ranking | undefined;
}

/**
 * Units by rank as tables, one for each group, period and round (bảng xếp hạng): rank, what is published, places gained or lost,
 * grade, and what has to be said of a place: that it is shared, why equal units are parted, why there is none. The mean stands last.
 * Of the scores of several rounds those that count are ranked.
 *
 * **Exactness:** published digits.
 * **Errors:** as `rank`.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { rankingDisplay } from "par-index/notebook";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "appraised", items: { "1.2": { done, due: 1000 } },
 * });
 * const scores = scoreAll(tiny, parseReports(tiny, [report("A", 960), report("B", 1000), report("C", 960)]));
 * const lines = rankingDisplay(tiny, scores, { by: "1.2" }).mime["text/plain"].split("\n");
 * lines.filter((line) => line.includes("Xã ")).map((line) => line.replace(/ +/g, " ").trim()); // => ["1 Xã B 100,00", "2 Xã A 96,00 đồng hạng", "2 Xã C 96,00 đồng hạng"]
 * ```
 */
export function rankingDisplay(
  criteria: CriteriaSet,
  scores: RoundScores | readonly Score[],
  options: RankingDisplayOptions = {},
): Display {
  const { lang = "vi" } = options;
  const all = asRounds(scores);
  const ranking = rank(criteria, all.counted, options);
  // The same groups in the same order.
  const means = summarize(criteria, all.counted, options).map(({ mean, units }) => (units > 1 ? mean?.published : undefined));
  const gradeOf = ranking.by === totalCode ? roundResults(criteria, all).gradeOf : undefined;
  const graded = all.counted.flatMap((score) => gradeOf?.(score) ?? []);
  const columns = columnsOf(criteria, ranking, graded, options);
  const what = whatTitle(criteria, ranking.by)[lang];
  const notice = noticeWords(criteria.file);
  return paperDisplay({
    title: { vi: `Xếp hạng theo ${what}`, en: `Ranked by ${what}` }[lang],
    notes: [wordsIn(criteria.file.title, lang), ...(notice === undefined ? [] : [wordsIn(notice, lang)])],
    tables: ranking.groups.map((group, place) => tableOf(criteria, group, columns, means[place], lang)),
    remarks: [],
  });
}

/** {@link rankingDisplay} that answers a {@link Result} and never throws. */
export function safeRankingDisplay(
  criteria: CriteriaSet,
  scores: RoundScores | readonly Score[],
  options: RankingDisplayOptions = {},
): Result<Display> {
  return attempt(() => rankingDisplay(criteria, scores, options));
}

interface RankColumn extends ShownColumn {
  readonly cell: (place: Place, group: RankedGroup) => string;
  /** What the row of the mean says. */
  readonly ofMean?: ((mean: string) => string) | undefined;
}

function columnsOf(
  criteria: CriteriaSet,
  { within }: Ranking,
  graded: readonly Classification[],
  { before, lang = "vi" }: RankingDisplayOptions,
): readonly RankColumn[] {
  const { file } = criteria;
  const earlier = new Map(before?.groups.flatMap(({ places }) => places.map(({ unit, rank }) => [unit.id, rank] as const)));
  const groups = new Map(file.groups.map(({ id, title }) => [id, wordsIn(title, lang)]));
  const grades = new Map(graded.map((one) => [keyOf(one.unit.id, one), gradeText(one, lang)]));
  return [
    {
      heading: displayWords.rank[lang],
      isNumber: true,
      cell: ({ rank, between }) => String(rank ?? between?.join("–") ?? "–"),
    },
    { heading: displayWords.unit[lang], cell: ({ unit }) => unit.name, ofMean: () => displayWords.mean[lang] },
    {
      heading: valueTitle(criteria)[lang],
      isNumber: true,
      cell: ({ published, reason }) => (published === null || reason === "missing" ? "–" : formatNumber(published, lang)),
      ofMean: (mean) => formatNumber(mean, lang),
    },
    ...(before === undefined
      ? []
      : [{ heading: displayWords.change[lang], cell: ({ unit, rank }: Place) => changeInSigns(earlier.get(unit.id) ?? null, rank) }]),
    ...(graded.length === 0
      ? []
      : [{ heading: displayWords.grade[lang], cell: ({ unit }: Place, group: RankedGroup) => grades.get(keyOf(unit.id, group)) ?? "–" }]),
    ...(within === "all" && groups.size > 1
      ? [{ heading: displayWords.group[lang], cell: ({ unit }: Place) => groups.get(unit.group) ?? unit.group }]
      : []),
    { heading: displayWords.remark[lang], cell: (place) => placeRemark(criteria, place)[lang] },
  ];
}

function tableOf(
  criteria: CriteriaSet,
  group: RankedGroup,
  columns: readonly RankColumn[],
  mean: string | undefined,
  lang: Language,
): ShownTable {
  const ofMean = (published: string) => ({ cells: columns.map((column) => column.ofMean?.(published) ?? ""), isSum: true });
  return {
    caption: groupTitle(criteria, group)[lang],
    columns,
    about: 1,
    rows: [
      ...group.places.map((place) => ({ cells: columns.map(({ cell }) => cell(place, group)) })),
      ...(mean === undefined ? [] : [ofMean(mean)]),
    ],
  };
}

/** The grade of a unit, or why it has none. */
function gradeText({ title, reason }: Classification, lang: Language): string {
  if (title !== undefined) return wordsIn(title, lang);
  return reason === undefined ? "–" : ungradedWords[reason][lang];
}

function keyOf(unit: string, { period, round }: Pick<Score, "period" | "round">): string {
  return JSON.stringify([unit, period, round]);
}

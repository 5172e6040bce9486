import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { type Place, type RankedGroup, type RankOptions, rank } from "../rank/rank";
import { type Summary, summarize } from "../rank/summarize";
import { groupTitle } from "../report/groupTitle";
import { placeRemark } from "../report/placeRemark";
import type { Score } from "../score/score";
import { type CampaignOptions, type CommonOptions, chosenScores, criteriaOf, requireCode, requireRound, scoresOf } from "./context";
import { type Column, noNumber, numberIn, type Output, type Row, registerLines, titleLines } from "./output";
import { type RegisterOptions, registerOf } from "./register";

interface RankCommandOptions extends CommonOptions, RegisterOptions, CampaignOptions {
  readonly by?: string;
  readonly within?: "group" | "all";
  readonly round?: string;
}

/** `par-index rank EDITION REPORTS…`: units ranked by the total, an area or a criterion. */
export async function rankCommand(edition: string, files: readonly string[], options: RankCommandOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, sent, warnings: more } = await scoresOf(criteria, files, options);
  requireRound(scores, options.round);
  const { register, warnings: ofUnits } = registerOf(criteria, sent, options);
  const { before = [], ...ranking } = rankingOutput(criteria, chosenScores(scores, options), options);
  return { ...ranking, register, before: [...before, ...registerLines(register)], warnings: [...warnings, ...more, ...ofUnits] };
}

/** A ranking, as every command that shows one prints it. */
export function rankingOutput(criteria: CriteriaSet, scores: readonly Score[], options: RankCommandOptions): Output {
  const { by, within, lang } = options;
  if (by !== undefined) requireCode(criteria, by);
  const chosen: RankOptions = { ...(by === undefined ? {} : { by }), ...(within === undefined ? {} : { within }) };
  const columns = columnsFor(criteria, options);
  const ranking = rank(criteria, scores, chosen);
  const summaries = summarize(criteria, scores, chosen);
  const node = criteria.nodes.get(ranking.by);
  const what = node === undefined || ranking.by === "total" ? { vi: "tổng điểm", en: "the total" } : nodeWords(ranking.by, node.title);
  return {
    command: "rank",
    criteria,
    before: [...titleLines(criteria), { vi: `Xếp hạng theo ${what.vi}`, en: `Ranked by ${what.en}` }],
    sections: ranking.groups.map((group) => ({
      title: groupTitle(criteria, group),
      columns,
      rows: group.places.map((place) => ({ ...placeRow(place, criteria, lang), period: group.period, round: group.round })),
    })),
    after: summaries.flatMap((summary) => meanLine(criteria, summary)),
    data: { ...ranking, summaries },
  };
}

const rankColumn: Column = { key: "rank", heading: { vi: "Hạng", en: "Rank" }, number: true };
export const idColumn: Column = { key: "id", heading: { vi: "Mã đơn vị", en: "Unit id" } };
export const unitColumn: Column = { key: "unit", heading: { vi: "Đơn vị", en: "Unit" }, wide: true };
export const groupColumn: Column = { key: "group", heading: { vi: "Nhóm", en: "Group" } };
export const whenColumns: readonly Column[] = [
  { key: "period", heading: { vi: "Kỳ", en: "Period" } },
  { key: "round", heading: { vi: "Vòng", en: "Round" } },
];
export const remarkColumn: Column = { key: "remark", heading: { vi: "Ghi chú", en: "Remark" } };
export const valueHeadings = { points: { vi: "Điểm", en: "Points" }, index: { vi: "Chỉ số (%)", en: "Index (%)" } } as const;

/** A table of one group does not repeat the group's name; a spreadsheet needs it in every row. */
function columnsFor({ file }: CriteriaSet, { within, format }: RankCommandOptions): readonly Column[] {
  const value: Column = { key: "published", heading: valueHeadings[file.policies.published.value], number: true };
  const where = format === "csv" ? [groupColumn, ...whenColumns] : within === "all" ? [groupColumn] : [];
  return [rankColumn, ...(format === "csv" ? [idColumn] : []), unitColumn, ...where, value, remarkColumn];
}

function placeRow(place: Place, criteria: CriteriaSet, lang: Language): Row {
  const { rank: number, unit, published, reason } = place;
  const title = criteria.file.groups.find(({ id }) => id === unit.group)?.title;
  return {
    rank: number === null ? noNumber : String(number),
    id: unit.id,
    unit: unit.name,
    group: title === undefined ? unit.group : wordsIn(title, lang),
    published: reason === "missing" ? noNumber : (published ?? noNumber),
    remark: placeRemark(criteria, place)[lang],
  };
}

function nodeWords(code: string, title: Words): Bilingual {
  return { vi: `${code} ${title.vi}`, en: `${code} ${title.en ?? title.vi}` };
}

function meanLine(criteria: CriteriaSet, { mean, units, above, ...group }: Summary): Words[] {
  if (mean === null || units < 2) return [];
  const title = groupTitle(criteria, group);
  return [
    {
      vi: `${title.vi}: trung bình ${numberIn(mean.published, "vi")} của ${units} đơn vị, ${above.length} đơn vị trên trung bình`,
      en: `${title.en}: mean ${numberIn(mean.published, "en")} of ${units} units, ${above.length} above it`,
    },
  ];
}

/** A unit's place among the units at hand that it is ranked with; `undefined` where it is alone. */
export function placeOf(
  criteria: CriteriaSet,
  scores: readonly Score[],
  { unit, period, round }: Score,
): { readonly place: Place; readonly group: RankedGroup } | undefined {
  for (const group of rank(criteria, scores).groups) {
    const place = group.places.find((one) => one.unit.id === unit.id);
    if (place !== undefined && group.period === period && group.round === round && group.places.length > 1) return { place, group };
  }
  return undefined;
}

/** `Xếp hạng: 3 trong 20 đơn vị (Sở, ban, ngành)`. */
export function placeLine(criteria: CriteriaSet, { place, group }: { readonly place: Place; readonly group: RankedGroup }): Words {
  const title = groupTitle(criteria, group);
  const line = (language: Language) => {
    const { rank: number = "", remark = "" } = placeRow(place, criteria, language);
    return `${number}/${group.places.length}${remark === "" ? "" : ` (${remark})`}`;
  };
  return { vi: `\nXếp hạng: ${line("vi")} · ${title.vi}`, en: `\nRank: ${line("en")} · ${title.en}` };
}

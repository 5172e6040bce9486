import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";
import type { Evidence, Round, SupportingDocument } from "../evidence/evidence";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { issue, totalCode } from "../issue/issue";
import { compareRounds, type NodeRounds, type RoundChange } from "../report/compareRounds";
import { documentWords, roundTitle } from "../report/explain";
import { type Ask, explanationsAsked } from "../report/explanationsAsked";
import { type SelfScoreGap, selfScoreGap } from "../report/selfScoreGap";
import type { Score } from "../score/score";
import type { RoundScores } from "../score/scoreRounds";
import { type CommonOptions, criteriaOf, DataError, requireCode, scoreOf, scoresOf, type UnitOptions } from "./context";
import { type Column, noNumber, numberIn, type Output, type Row, titleLines } from "./output";
import { groupColumn, idColumn, unitColumn } from "./rank";

interface RoundsOptions extends CommonOptions, Omit<UnitOptions, "round"> {
  readonly by?: string;
}

/** `par-index rounds EDITION REPORTS…`: how far units score themselves too high; with `--unit`, one unit's rounds leaf by leaf. */
export async function roundsCommand(edition: string, files: readonly string[], options: RoundsOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  if (criteria.file.policies.rounds === undefined) throw new DataError([issue("roundsNotStated", {}, { path: ["policies", "rounds"] })]);
  if (options.by !== undefined) requireCode(criteria, options.by);
  const { scores, reports, warnings: more } = await scoresOf(criteria, files, options);
  const output = options.unit === undefined ? gapOutput(criteria, scores, options) : unitOutput(criteria, scores, reports, options);
  return { ...output, command: "rounds", criteria, warnings: [...warnings, ...more] };
}

type Shown = Omit<Output, "command" | "criteria" | "warnings">;

function unitOutput(criteria: CriteriaSet, scores: RoundScores, reports: readonly Evidence[], options: RoundsOptions): Shown {
  const { unit, period } = scoreOf(scores, options);
  const { by = totalCode } = options;
  requireCode(treeOf(criteria, unit.group), by);
  const own = [...scores.rounds, ...scores.counted].filter((score) => score.unit.id === unit.id && score.period === period);
  const compared = nodeAt(compareRounds(criteria, own), by);
  const nodes = listRounds(compared);
  const order = inOrder(criteria, own);
  const asked = explanationsAsked(criteria, reports, unit.id, period).filter(({ code }) => nodes.some((node) => node.code === code));
  return {
    before: [...titleLines(criteria), { vi: `${unit.name} · kỳ ${period}`, en: `${unit.name} · period ${period}` }],
    sections: [{ columns: nodeColumns(criteria, order, options), rows: nodes.map((node) => nodeRow(criteria, unit.group, node, options)) }],
    after: [
      markLine,
      ...nodes
        .filter(({ children }) => children.length === 0)
        .flatMap(({ code, changes }) =>
          order.flatMap((round) => [
            ...changes.filter(({ to }) => to === round).map((change) => changeWords(criteria, unit.group, code, change)),
            ...asked.filter((ask) => ask.code === code && ask.round === round).map((ask) => askWords(criteria, unit.group, ask)),
          ]),
        ),
    ],
    data: { unit, period, root: compared, asks: asked },
  };
}

function listRounds(root: NodeRounds): readonly NodeRounds[] {
  return fold<NodeRounds, NodeRounds[]>(root, (node, children) => [node, ...children.flat()]);
}

function nodeAt(root: NodeRounds, code: string): NodeRounds {
  return listRounds(root).find((node) => node.code === code) ?? root;
}

/** Before a number in a table: it is of the round that counts. A spreadsheet has a column for that. */
const mark = "*";
const markLine: Words = { vi: `${mark} vòng được tính`, en: `${mark} the round that counts` };

function nodeColumns(criteria: CriteriaSet, rounds: readonly Round[], { lang, format }: RoundsOptions): readonly Column[] {
  return [
    { key: "code", heading: { vi: "Mã", en: "Code" } },
    { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, wide: true },
    { key: "maxPoints", heading: { vi: "Điểm tối đa", en: "Maximum" }, number: true },
    ...rounds.map((round): Column => {
      const title = capital(roundTitle(criteria, round, lang));
      return { key: round, heading: { vi: title, en: title }, number: true };
    }),
    ...(format === "csv" ? [{ key: "counts", heading: { vi: "Vòng được tính", en: "Round that counts" } }] : []),
  ];
}

/** The rounds of some scores as the set holds them, what counts last. */
function inOrder({ file }: CriteriaSet, scores: readonly Score[]): readonly Round[] {
  const held: readonly Round[] = [...(file.policies.rounds?.list ?? []).map(({ id }) => id), "counted"];
  return held.filter((round) => scores.some((score) => score.round === round));
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function nodeRow(criteria: CriteriaSet, group: string, { code, points, counts }: NodeRounds, { lang, format }: RoundsOptions): Row {
  const node = treeOf(criteria, group).nodes.get(code);
  const marked = (round: string, value: string) => (format === "table" && round === counts ? `${mark}${numberIn(value, lang)}` : value);
  return {
    code: code === totalCode ? "" : code,
    title: code === totalCode || node === undefined ? { vi: "Tổng điểm", en: "Total" }[lang] : wordsIn(node.title, lang),
    maxPoints: node?.node.maxPoints ?? "",
    ...Object.fromEntries(Object.entries(points).map(([round, value]) => [round, value === null ? noNumber : marked(round, value)])),
    counts: counts === undefined ? "" : roundTitle(criteria, counts, lang),
  };
}

/** `1 Hồ sơ đúng hạn · Thẩm định lần 1 (Sở Nội vụ): 10,00 → 8,00 (−2,00). Lý do: …. Tài liệu: …` */
function changeWords(criteria: CriteriaSet, group: string, code: string, change: RoundChange): Words {
  const { to, before, after, difference, appraiser, reason, documents = [] } = change;
  return inBoth((lang) => {
    const points = `${numberIn(before, lang) || noNumber} → ${numberIn(after, lang) || noNumber}`;
    const by = difference === null ? "" : ` (${signed(numberIn(difference, lang))})`;
    return [`${whereWords(criteria, group, code, to, appraiser, lang)}: ${points}${by}`, ...said(reason, documents, lang)].join(". ");
  });
}

/** `1 Hồ sơ đúng hạn · Thẩm định lần 1 (Sở Nội vụ) yêu cầu giải trình: …` */
function askWords(criteria: CriteriaSet, group: string, { code, round, appraiser, asks }: Ask): Words {
  const verb = { vi: "yêu cầu giải trình", en: "asks for an explanation" };
  return inBoth((lang) => `${whereWords(criteria, group, code, round, appraiser, lang)} ${verb[lang]}: ${asks}`);
}

function whereWords(
  criteria: CriteriaSet,
  group: string,
  code: string,
  round: Round,
  appraiser: string | undefined,
  lang: Language,
): string {
  const title = treeOf(criteria, group).nodes.get(code)?.title ?? { vi: "" };
  const agency = criteria.file.appraisers?.find(({ id }) => id === appraiser)?.title;
  const by = agency === undefined ? "" : ` (${wordsIn(agency, lang)})`;
  return `${code} ${wordsIn(title, lang)} · ${roundTitle(criteria, round, lang)}${by}`;
}

function signed(number: string): string {
  return number.startsWith("-") ? number : `+${number}`;
}

function inBoth(words: (language: Language) => string): Bilingual {
  return { vi: words("vi"), en: words("en") };
}

function said(reason: string | undefined, documents: readonly SupportingDocument[], lang: Language): string[] {
  const words: Bilingual[] = [
    ...(reason === undefined ? [] : [{ vi: `Lý do: ${reason}`, en: `Reason: ${reason}` }]),
    ...(documents.length === 0
      ? []
      : [{ vi: `Tài liệu: ${documentWords(documents, "vi")}`, en: `Documents: ${documentWords(documents, "en")}` }]),
  ];
  return words.map((line) => line[lang]);
}

function gapOutput(criteria: CriteriaSet, { rounds, counted }: RoundScores, { by, period, lang, format }: RoundsOptions): Shown {
  const ofPeriod = (scores: readonly Score[]) => scores.filter((score) => period === undefined || score.period === period);
  const gaps = selfScoreGap(criteria, { rounds: ofPeriod(rounds), counted: ofPeriod(counted) }, by);
  const title = by === undefined || by === totalCode ? undefined : criteria.nodes.get(by)?.title;
  const what = inBoth((language) => (title === undefined ? "" : `, ${by} ${wordsIn(title, language)}`));
  return {
    before: [
      ...titleLines(criteria),
      { vi: `Tự chấm so với kết quả tính điểm${what.vi}`, en: `Self-scores against what counts${what.en}` },
    ],
    sections: gaps.map((gap) => ({
      title: gapTitle(criteria, gap),
      columns: format === "csv" ? gapCsvColumns : gapColumns,
      rows: gapRows(criteria, gap, lang, format),
    })),
    after: [
      {
        vi: "Chỉ so sánh những tiêu chí có điểm ở cả hai bên, nên hai cột điểm có thể thấp hơn tổng điểm của đơn vị.",
        en: "Only leaves with points on both sides are compared, so the two columns may be below the unit's totals.",
      },
      { vi: "Thêm --unit MÃ-ĐƠN-VỊ để xem từng tiêu chí qua các vòng.", en: "Add --unit ID for one unit, leaf by leaf." },
    ],
    data: gaps,
  };
}

const gapColumns: readonly Column[] = [
  unitColumn,
  { key: "leaves", heading: { vi: "Số tiêu chí so sánh", en: "Leaves compared" }, number: true },
  { key: "selfScored", heading: { vi: "Điểm tự chấm", en: "Self-scored" }, number: true },
  { key: "counted", heading: { vi: "Điểm được tính", en: "Counted" }, number: true },
  { key: "difference", heading: { vi: "Chênh lệch", en: "Difference" }, number: true },
];
const gapCsvColumns: readonly Column[] = [
  idColumn,
  unitColumn,
  groupColumn,
  { key: "period", heading: { vi: "Kỳ", en: "Period" } },
  ...gapColumns.slice(1),
];

function gapTitle(criteria: CriteriaSet, { group, period }: SelfScoreGap): Bilingual {
  return inBoth((lang) => `${groupIn(criteria, group, lang)} · ${{ vi: "kỳ", en: "period" }[lang]} ${period}`);
}

function groupIn({ file }: CriteriaSet, group: string | null, lang: Language): string {
  const title = file.groups.find(({ id }) => id === group)?.title;
  return title === undefined ? "" : wordsIn(title, lang);
}

/** One row for each unit, and below them the mean; a spreadsheet makes its own. */
function gapRows(
  criteria: CriteriaSet,
  { group, period, units, mean }: SelfScoreGap,
  lang: Language,
  format: CommonOptions["format"],
): Row[] {
  const rows = units.map(({ unit, leaves, ...gap }) => ({
    id: unit.id,
    unit: unit.name,
    group: groupIn(criteria, group, lang),
    period,
    leaves: String(leaves),
    ...gap,
  }));
  return mean === null || format === "csv" ? rows : [...rows, { unit: { vi: "Trung bình", en: "Mean" }[lang], leaves: "", ...mean }];
}

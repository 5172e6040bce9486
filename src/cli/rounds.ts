import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";
import type { Round, SupportingDocument } from "../evidence/evidence";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { issue, totalCode } from "../issue/issue";
import { compareRounds, type NodeRounds, type RoundChange } from "../report/compareRounds";
import { documentWords, roundTitle } from "../report/explain";
import { type SelfScoreGap, selfScoreGap } from "../report/selfScoreGap";
import type { Score } from "../score/score";
import type { RoundScores } from "../score/scoreRounds";
import { type CommonOptions, criteriaOf, DataError, requireCode, scoreOf, scoresOf, type UnitOptions } from "./context";
import { type Column, noNumber, numberIn, type Output, type Row, titleLines } from "./output";

interface RoundsOptions extends CommonOptions, UnitOptions {
  readonly by?: string;
}

/** `par-index rounds EDITION REPORTS…`: how far units score themselves too high; with `--unit`, one unit's rounds leaf by leaf. */
export function roundsCommand(edition: string, files: readonly string[], options: RoundsOptions): Output {
  const { criteria, warnings } = criteriaOf(edition, options);
  if (criteria.file.policies.rounds === undefined) throw new DataError([issue("roundsNotStated", {}, { path: ["policies", "rounds"] })]);
  if (options.by !== undefined) requireCode(criteria, options.by);
  const { scores, warnings: more } = scoresOf(criteria, files);
  const output = options.unit === undefined ? gapOutput(criteria, scores, options) : unitOutput(criteria, scores, options);
  return { ...output, warnings: [...warnings, ...more] };
}

function unitOutput(criteria: CriteriaSet, scores: RoundScores, options: RoundsOptions): Output {
  const { unit, period } = scoreOf(scores, options);
  const own = [...scores.rounds, ...scores.counted].filter((score) => score.unit.id === unit.id && score.period === period);
  const compared = compareRounds(criteria, own);
  const nodes = fold<NodeRounds, NodeRounds[]>(compared, (node, children) => [node, ...children.flat()]);
  return {
    command: "rounds",
    criteria,
    before: [...titleLines(criteria), { vi: `${unit.name} · kỳ ${period}`, en: `${unit.name} · period ${period}` }],
    sections: [
      { columns: nodeColumns(criteria, own, options.lang), rows: nodes.map((node) => nodeRow(criteria, unit.group, node, options.lang)) },
    ],
    after: nodes
      .filter(({ children }) => children.length === 0)
      .flatMap(({ code, changes }) => changes.map((change) => changeWords(criteria, code, change))),
    data: compared,
  };
}

function nodeColumns(criteria: CriteriaSet, scores: readonly Score[], lang: Language): readonly Column[] {
  return [
    { key: "code", heading: { vi: "Mã", en: "Code" } },
    { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, wide: true },
    { key: "maxPoints", heading: { vi: "Điểm tối đa", en: "Maximum" }, number: true },
    ...scores.map(({ round }): Column => {
      const title = roundTitle(criteria, round, lang);
      return { key: round, heading: { vi: capital(title), en: capital(title) }, number: true };
    }),
    { key: "counts", heading: { vi: "Vòng được tính", en: "Counts" } },
  ];
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function nodeRow(criteria: CriteriaSet, group: string, { code, points, counts }: NodeRounds, lang: Language): Row {
  const node = treeOf(criteria, group).nodes.get(code);
  return {
    code: code === totalCode ? "" : code,
    title: code === totalCode || node === undefined ? { vi: "Tổng điểm", en: "Total" }[lang] : wordsIn(node.title, lang),
    maxPoints: node?.node.maxPoints ?? "",
    ...Object.fromEntries(Object.entries(points).map(([round, value]) => [round, value ?? noNumber])),
    counts: counts === undefined ? "" : roundTitle(criteria, counts, lang),
  };
}

/** `1 · Thẩm định lần 1 (Sở Nội vụ): 10 → 8 (−2). Lý do: …. Tài liệu: …` */
function changeWords(criteria: CriteriaSet, code: string, change: RoundChange): Words {
  return { vi: changeIn(criteria, code, change, "vi"), en: changeIn(criteria, code, change, "en") };
}

function changeIn({ file, ...criteria }: CriteriaSet, code: string, change: RoundChange, lang: Language): string {
  const { to, before, after, difference, appraiser, reason, documents = [] } = change;
  const agency = file.appraisers?.find(({ id }) => id === appraiser)?.title;
  const who = `${roundTitle({ file, ...criteria }, to, lang)}${agency === undefined ? "" : ` (${wordsIn(agency, lang)})`}`;
  const points = `${numberIn(before, lang) || noNumber} → ${numberIn(after, lang) || noNumber}`;
  const by = difference === null ? "" : ` (${difference.startsWith("-") ? "" : "+"}${numberIn(difference, lang)})`;
  return [`${code} · ${who}: ${points}${by}`, ...said(reason, documents, lang)].join(". ");
}

function said(reason: string | undefined, documents: readonly SupportingDocument[], lang: Language): string[] {
  const words: Bilingual[] = [
    ...(reason === undefined ? [] : [{ vi: `Lý do: ${reason}`, en: `Reason: ${reason}` }]),
    ...(documents.length === 0
      ? []
      : [documents.map(documentWords).join("; ")].map((cited) => ({ vi: `Tài liệu: ${cited}`, en: `Documents: ${cited}` }))),
  ];
  return words.map((line) => line[lang]);
}

function gapOutput(criteria: CriteriaSet, scores: RoundScores, { by, lang }: RoundsOptions): Output {
  const gaps = selfScoreGap(criteria, scores, by);
  const titleOf = (round: Round) => ({ vi: capital(roundTitle(criteria, round, "vi")), en: capital(roundTitle(criteria, round, "en")) });
  const columns: readonly Column[] = [
    { key: "unit", heading: { vi: "Đơn vị", en: "Unit" }, wide: true },
    { key: "leaves", heading: { vi: "Số tiêu chí so sánh", en: "Leaves compared" }, number: true },
    { key: "selfScored", heading: titleOf("selfAssessed"), number: true },
    { key: "counted", heading: titleOf("counted"), number: true },
    { key: "difference", heading: { vi: "Chênh lệch", en: "Difference" }, number: true },
  ];
  return {
    command: "rounds",
    criteria,
    before: [
      ...titleLines(criteria),
      {
        vi: `Tự chấm so với kết quả tính điểm${by === undefined ? "" : `, ${by}`}`,
        en: `Self-scores against what counts${by === undefined ? "" : `, ${by}`}`,
      },
    ],
    sections: gaps.map((gap) => ({ title: gapTitle(criteria, gap), columns, rows: gapRows(gap, lang) })),
    after: [{ vi: "Thêm --unit MÃ-ĐƠN-VỊ để xem từng tiêu chí qua các vòng.", en: "Add --unit ID for one unit, leaf by leaf." }],
    data: gaps,
  };
}

function gapTitle({ file }: CriteriaSet, { group, period }: SelfScoreGap): Bilingual {
  const title = file.groups.find(({ id }) => id === group)?.title ?? { vi: "", en: "" };
  return { vi: `${title.vi} · kỳ ${period}`, en: `${wordsIn(title, "en")} · period ${period}` };
}

function gapRows({ units, mean }: SelfScoreGap, lang: Language): Row[] {
  const rows = units.map(({ unit, leaves, ...gap }) => ({ unit: unit.name, leaves: String(leaves), ...gap }));
  return mean === null ? rows : [...rows, { unit: { vi: "Trung bình", en: "Mean" }[lang], leaves: "", ...mean }];
}

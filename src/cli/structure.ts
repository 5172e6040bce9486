import { type Convergence, convergence } from "../analysis/structure/convergence";
import { type Correlation, correlations, redundantLeaves } from "../analysis/structure/correlations";
import { type EffectiveWeight, effectiveWeights } from "../analysis/structure/effectiveWeights";
import { type Strength, strengths } from "../analysis/structure/strengths";
import { type UninformativeLeaf, uninformativeLeaves } from "../analysis/structure/uninformativeLeaves";
import type { CriteriaSet } from "../criteria/criteriaSet";
import { exactText } from "../exact/decimal";
import type { Bilingual } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { groupScores } from "../rank/groupScores";
import { standingOf } from "../rank/standing";
import type { Score } from "../score/score";
import { type CommonOptions, chosenScores, criteriaOf, requireRound, scoresOf, type UnitOptions } from "./context";
import { type Column, noNumber, type Output, type Row, titleLines } from "./output";

export interface StructureOptions extends CommonOptions, UnitOptions {
  readonly level?: string;
}

/** `par-index structure EDITION REPORTS…`: what makes the differences in a ranking; with `--unit`, where one unit leads and lags. */
export async function structureCommand(edition: string, files: readonly string[], options: StructureOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, warnings: more } = await scoresOf(criteria, files, options);
  requireRound(scores, options.round);
  const { unit, ...others } = options;
  const chosen = chosenScores(scores, others);
  const data = unit === undefined ? structureOf(criteria, chosen, options) : { strengths: strengthsOf(criteria, chosen, unit) };
  const columns = options.format === "csv" ? [whatColumn, ...groupColumns, ...columnsShown] : columnsShown;
  return {
    command: "structure",
    criteria,
    warnings: [...warnings, ...more],
    before: titleLines(criteria),
    sections: findingsIn(data).flatMap(({ question, rows }) =>
      byGroup(rows).map((findings) => ({
        title: titleOf(criteria, question, findings[0]),
        columns,
        rows: findings.map((finding) => findingRow(question, finding, options)),
      })),
    ),
    data,
  };
}

/** What the structure of a ranking comes to; the answers to the questions that were asked. */
interface Structure {
  readonly weights?: readonly EffectiveWeight[];
  readonly correlations?: readonly Correlation[];
  readonly redundant?: readonly Correlation[];
  readonly uninformative?: readonly UninformativeLeaf[];
  readonly convergence?: readonly GroupConvergence[];
  readonly strengths?: readonly Strength[];
}

interface GroupConvergence extends Convergence {
  readonly group: string | null;
  readonly round: Score["round"];
}

function structureOf(criteria: CriteriaSet, scores: readonly Score[], { level }: StructureOptions): Structure {
  return {
    weights: effectiveWeights(criteria, scores),
    correlations: correlations(criteria, scores),
    ...(level === undefined ? {} : { redundant: redundantLeaves(criteria, scores, Number(level.replace(",", "."))) }),
    uninformative: uninformativeLeaves(criteria, scores),
    convergence: convergencesOf(criteria, scores),
  };
}

function strengthsOf(criteria: CriteriaSet, scores: readonly Score[], named: string): readonly Strength[] {
  const id = scores.find(({ unit }) => unit.id === named || unit.name === named)?.unit.id;
  return strengths(criteria, scores, id ?? named);
}

/** The published values of each group over its periods, where there are several. */
function convergencesOf(criteria: CriteriaSet, scores: readonly Score[]): readonly GroupConvergence[] {
  const years = groupScores(criteria, scores, "group");
  const keys = [...new Set(years.map(({ group, round }) => JSON.stringify([group, round])))];
  return keys.flatMap((key) => {
    const own = years.filter(({ group, round }) => JSON.stringify([group, round]) === key);
    const [first] = own;
    if (first === undefined || own.length < 2) return [];
    const values = own.flatMap(({ period, members }) => members.flatMap((score) => valueOfYear(criteria, score, period)));
    return [{ group: first.group, round: first.round, ...convergence(values) }];
  });
}

function valueOfYear(criteria: CriteriaSet, score: Score, period: string) {
  const { exact, unplaced } = standingOf(criteria, score, totalCode);
  return exact === null || unplaced !== undefined ? [] : [{ unit: score.unit.id, period, value: exactText(exact) }];
}

/** One line of an answer: about what, the number, and the sentence. */
interface Finding {
  readonly group?: string | null;
  readonly period?: string;
  readonly round?: Score["round"];
  readonly about: string;
  readonly value: string | null;
  readonly sentence: Bilingual;
}

/** Decimals shown of approximate numbers; JSON has them whole. */
const places = 2;

/** The answers, question by question. */
function findingsIn(found: Structure): readonly { readonly question: Bilingual; readonly rows: readonly Finding[] }[] {
  const ofPair = (row: Correlation): Finding => ({ ...row, about: `${row.a} – ${row.b}`, value: row.pearson?.toFixed(places) ?? null });
  const answers = [
    { question: questions.weights, rows: found.weights?.map((row) => ({ ...row, about: row.code, value: row.published })) },
    { question: questions.correlations, rows: found.correlations?.map(ofPair) },
    { question: questions.redundant, rows: found.redundant?.map(ofPair) },
    { question: questions.uninformative, rows: found.uninformative?.map((row) => ({ ...row, about: row.code, value: row.points })) },
    {
      question: questions.convergence,
      rows: found.convergence?.map((row) => ({ ...row, about: `${row.from} – ${row.to}`, value: row.beta?.slope.toFixed(places) ?? null })),
    },
    { question: questions.strengths, rows: found.strengths?.map((row) => ({ ...row, about: row.code, value: row.published })) },
  ];
  return answers.flatMap(({ question, rows = [] }) => (rows.length === 0 ? [] : [{ question, rows }]));
}

const questions = {
  weights: { vi: "Trọng số thực tế (% khác biệt về tổng điểm)", en: "Effective weights (% of the differences of totals)" },
  correlations: { vi: "Tương quan giữa các lĩnh vực (r)", en: "Correlation of areas (r)" },
  redundant: { vi: "Tiêu chí trùng thông tin (r)", en: "Redundant leaves (r)" },
  uninformative: { vi: "Tiêu chí không phân biệt được các đơn vị (điểm)", en: "Leaves without information (points)" },
  convergence: { vi: "Hội tụ qua các năm (β)", en: "Convergence over the years (β)" },
  strengths: { vi: "Điểm mạnh, điểm yếu (điểm so với trung bình nhóm)", en: "Strengths and weaknesses (points against the mean)" },
} as const;

const whatColumn: Column = { key: "what", heading: { vi: "Câu hỏi", en: "Question" } };
const groupColumns: readonly Column[] = [
  { key: "group", heading: { vi: "Nhóm", en: "Group" } },
  { key: "period", heading: { vi: "Kỳ", en: "Period" } },
  { key: "round", heading: { vi: "Vòng", en: "Round" } },
];
const columnsShown: readonly Column[] = [
  { key: "about", heading: { vi: "Mã", en: "Code" } },
  { key: "value", heading: { vi: "Giá trị", en: "Value" }, number: true },
  { key: "sentence", heading: { vi: "Diễn giải", en: "Explanation" }, wide: true },
];

function byGroup(rows: readonly Finding[]): readonly (readonly Finding[])[] {
  const keyOf = ({ group, period, round }: Finding) => JSON.stringify([group, period, round]);
  return [...new Set(rows.map(keyOf))].map((key) => rows.filter((row) => keyOf(row) === key));
}

/** `Tương quan giữa các lĩnh vực (r) · Sở, ban, ngành · kỳ 2021 · thẩm định`. */
function titleOf({ file }: CriteriaSet, question: Bilingual, finding: Finding | undefined): Bilingual {
  const title = file.groups.find(({ id }) => id === finding?.group)?.title;
  const period = finding?.period;
  const when = period === undefined ? { vi: "", en: "" } : { vi: ` · kỳ ${period}`, en: ` · period ${period}` };
  return {
    vi: `${question.vi} · ${title?.vi ?? ""}${when.vi}`,
    en: `${question.en} · ${title === undefined ? "" : wordsIn(title, "en")}${when.en}`,
  };
}

function findingRow(question: Bilingual, { group, period, round, about, value, sentence }: Finding, { lang }: StructureOptions): Row {
  return {
    what: question[lang],
    group: group ?? "",
    period: period ?? "",
    round: round ?? "",
    about,
    value: value ?? noNumber,
    sentence: sentence[lang],
  };
}

import { leftOutLeaves } from "../analysis/robustness/leftOutLeaves";
import { policyMoves } from "../analysis/robustness/policyMoves";
import { type RankRanges, rankRanges } from "../analysis/robustness/rankRanges";
import { rankSensitivity } from "../analysis/robustness/rankSensitivity";
import { type SampledRanks, safeParseSampledFigures, safeSampledRanks } from "../analysis/robustness/sampledRanks";
import type { RankRange } from "../analysis/robustness/triedRanks";
import type { WeightDraws } from "../analysis/robustness/weightDraws";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { safeResolveRounds } from "../evidence/resolveRounds";
import { type Bilingual, formatNumber } from "../exact/formatNumber";
import { inFile } from "../node/inFile";
import { readTextFile } from "../node/readTextFile";
import type { ScoreGroup } from "../rank/groupScores";
import { groupTitle } from "../report/groupTitle";
import { type CommonOptions, criteriaOf, orThrow, reportsOf, UsageError } from "./context";
import { type Column, type Output, titleLines } from "./output";
import { requirePictureFile, type SavedChart, saveCharts, savedLine } from "./pictures";
import { working } from "./record";

export interface RobustOptions extends CommonOptions {
  readonly seed: string;
  readonly draws: string;
  readonly weights: string;
  readonly errors?: string;
  readonly out?: string;
  readonly period?: string;
  readonly round?: string;
}

/** `par-index robust EDITION REPORTS… --seed 2021`: how sure ranks are, and what they hang on. */
export async function robustCommand(edition: string, files: readonly string[], options: RobustOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const read = await reportsOf(criteria, files, options);
  const reports = countedOf(criteria, read.reports, options);
  const [seed, draws, weights] = [wholeOf("--seed", options.seed), wholeOf("--draws", options.draws), weightsOf(options.weights)];
  working({ vi: "Đang thử các trọng số…", en: "Trying weights…" }, options.lang);
  const ranges = rankRanges(criteria, reports, { seed, draws, weights });
  const sampled = sampledOf(criteria, reports, options, seed);
  const pictures = options.out === undefined ? [] : await saved(criteria, ranges, options.out, options);
  const data = {
    ...ranges,
    leftOut: leftOutLeaves(criteria, reports),
    decisions: policyMoves(criteria, reports),
    sensitivity: rankSensitivity(criteria, reports, { seed }),
    ...(sampled === undefined ? {} : { sampled }),
  };
  return {
    command: "robust",
    criteria,
    warnings: [...warnings, ...read.warnings],
    before: [...titleLines(criteria), methodLine(ranges, draws), ...pictures.map(savedLine)],
    sections: [
      ...rangeSections(criteria, data.units, options),
      ...(options.format === "csv" ? [] : sampledSections(criteria, sampled, options)),
      ...(options.format === "csv" ? [] : questionSections(criteria, data, options)),
    ],
    data,
  };
}

/** Ranks under the sampling error of a survey, where a file says what that is. */
function sampledOf(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  { errors, lang }: RobustOptions,
  seed: number,
): SampledRanks | undefined {
  if (errors === undefined) return undefined;
  const text = readTextFile(errors);
  const figures = orThrow(inFile(errors, text.ok ? safeParseSampledFigures(text.value) : text)).value;
  working({ vi: "Đang thử sai số chọn mẫu…", en: "Trying the sampling error…" }, lang);
  return orThrow(inFile(errors, safeSampledRanks(criteria, reports, { seed, figures }))).value;
}

async function saved(criteria: CriteriaSet, ranges: RankRanges, out: string, { lang }: RobustOptions): Promise<readonly SavedChart[]> {
  requirePictureFile(out);
  const { rankRangeCharts } = await import("../chart");
  return saveCharts(rankRangeCharts(criteria, ranges, { lang, tried: weightWords(ranges.weights) }), out);
}

/** What counts, or the round that is named. */
function countedOf(criteria: CriteriaSet, reports: readonly Evidence[], { period, round }: RobustOptions): readonly Evidence[] {
  const { rounds, counted } = orThrow(safeResolveRounds(criteria, reports)).value;
  const all = round === undefined ? counted : [...new Set([...rounds, ...counted])].filter((report) => report.round === round);
  return all.filter((report) => period === undefined || report.period === period);
}

function wholeOf(option: string, written: string): number {
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new UsageError({
    vi: `${option} cần một số nguyên, không phải “${written}”.`,
    en: `${option} needs a whole number, not "${written}".`,
  });
}

function weightsOf(written: string): WeightDraws {
  const [, kind, number] = /^(within|dirichlet):(\d{1,4})$/.exec(written) ?? [];
  if (written === "evenly") return { kind: "evenly" };
  if (kind === "within") return { kind, percent: Number(number) };
  if (kind === "dirichlet") return { kind, concentration: Number(number) };
  throw new UsageError({
    vi: `--weights là within:25 (mỗi trọng số lệch tối đa 25 %), dirichlet:100 hoặc evenly, không phải “${written}”.`,
    en: `--weights is within:25 (each weight up to 25 % off), dirichlet:100 or evenly, not "${written}".`,
  });
}

function methodLine({ weights, seed }: RankRanges, draws: number): Bilingual {
  const how = weightWords(weights);
  return {
    vi: `Thử ${formatNumber(String(draws), "vi")} lần, ${how.vi}; hạt giống ${seed}. Thứ hạng công bố không đổi: đây là để biết nó vững đến đâu.`,
    en: `${formatNumber(String(draws), "en")} draws, ${how.en}; seed ${seed}. The published ranks stand: this tells how sure they are.`,
  };
}

function weightWords(weights: WeightDraws): Bilingual {
  switch (weights.kind) {
    case "within":
      return { vi: `trọng số mỗi lĩnh vực lệch tối đa ${weights.percent} %`, en: `the weight of each area up to ${weights.percent} % off` };
    case "dirichlet":
      return {
        vi: `trọng số các lĩnh vực rút theo phân phối Dirichlet, độ tập trung ${weights.concentration}`,
        en: `weights of areas from a Dirichlet distribution of concentration ${weights.concentration}`,
      };
    case "evenly":
      return { vi: "mọi cách chia trọng số như nhau", en: "every division of the weights alike" };
  }
}

const rangeColumns: readonly Column[] = [
  { key: "rank", heading: { vi: "Hạng", en: "Rank" }, number: true },
  { key: "unit", heading: { vi: "Đơn vị", en: "Unit" }, wide: true },
  { key: "low", heading: { vi: "90 %: từ hạng", en: "90 %: from rank" }, number: true },
  { key: "high", heading: { vi: "đến hạng", en: "to rank" }, number: true },
  { key: "best", heading: { vi: "Cao nhất", en: "Best" }, number: true },
  { key: "worst", heading: { vi: "Thấp nhất", en: "Worst" }, number: true },
  { key: "same", heading: { vi: "Giữ nguyên hạng (lần)", en: "Same rank (draws)" }, number: true },
];

function rangeSections(criteria: CriteriaSet, units: readonly RankRange[], { format }: RobustOptions): Output["sections"] {
  const columns = format === "csv" ? [...groupColumns, ...rangeColumns] : rangeColumns;
  return groupsOf(units).map((rows) => ({
    title: groupTitle(criteria, rows[0] as ScoreGroup),
    columns,
    rows: rows.map(({ group, period, round, name, ...row }) => ({
      group: group ?? "",
      period,
      round,
      unit: name,
      ...Object.fromEntries((["rank", "low", "high", "best", "worst", "same"] as const).map((key) => [key, String(row[key])])),
    })),
  }));
}

function sampledSections(criteria: CriteriaSet, sampled: SampledRanks | undefined, options: RobustOptions): Output["sections"] {
  return rangeSections(criteria, sampled?.units ?? [], options).map((section) => ({
    ...section,
    title: { vi: `Do sai số chọn mẫu · ${section.title?.vi}`, en: `By sampling error · ${section.title?.en}` },
  }));
}

const groupColumns: readonly Column[] = [
  { key: "group", heading: { vi: "Nhóm", en: "Group" } },
  { key: "period", heading: { vi: "Kỳ", en: "Period" } },
  { key: "round", heading: { vi: "Vòng", en: "Round" } },
];

type Told = ScoreGroup & { readonly sentence: Bilingual };

/** What ranks hang on: only what changes any, a few lines of each; JSON has all of it. */
function questionSections(
  criteria: CriteriaSet,
  data: RankRanges & {
    readonly leftOut: readonly (Told & Moved)[];
    readonly decisions: readonly (Told & Moved)[];
    readonly sensitivity: readonly Told[];
  },
  { lang }: RobustOptions,
): Output["sections"] {
  const moving = (rows: readonly (Told & Moved)[]) => rows.filter(({ moved }) => moved.length > 0);
  const answers = [
    { question: questions.open, rows: data.open },
    { question: questions.leftOut, rows: moving(data.leftOut) },
    { question: questions.decisions, rows: moving(data.decisions) },
    { question: questions.sensitivity, rows: data.sensitivity },
  ];
  return answers.flatMap(({ question, rows }) =>
    groupsOf<Told>(rows).map((told) => {
      const of = groupTitle(criteria, told[0] as ScoreGroup);
      return {
        title: { vi: `${question.vi} · ${of.vi}`, en: `${question.en} · ${of.en}` },
        columns: [{ key: "sentence", heading: { vi: "Trả lời", en: "Answer" }, wide: true }],
        rows: told.slice(0, shownLines).map(({ sentence }) => ({ sentence: sentence[lang] })),
      };
    }),
  );
}

interface Moved {
  readonly moved: readonly unknown[];
}

const shownLines = 10;

const questions = {
  open: { vi: "Thứ tự nào chưa chắc", en: "Whose order is open" },
  leftOut: { vi: "Bỏ một tiêu chí thì sao", en: "Without one criterion" },
  decisions: { vi: "Tính cách khác thì sao", en: "Decided otherwise" },
  sensitivity: { vi: "Thứ hạng phụ thuộc vào đâu nhất (gần đúng)", en: "What ranks hang on most (approximate)" },
} as const;

function groupsOf<T extends ScoreGroup>(rows: readonly T[]): readonly (readonly T[])[] {
  const keyOf = ({ group, period, round }: ScoreGroup) => JSON.stringify([group, period, round]);
  return [...new Set(rows.map(keyOf))].map((key) => rows.filter((row) => keyOf(row) === key));
}

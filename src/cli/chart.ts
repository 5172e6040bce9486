import type { Chart } from "../chart/chart";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Result } from "../issue/result";
import type { Score } from "../score/score";
import type { RoundScores } from "../score/scoreRounds";
import { type CommonOptions, chosenScores, criteriaOf, orThrow, requireCode, scoreOf, scoresOf, UsageError, unitIdOf } from "./context";
import { type Output, titleLines } from "./output";
import { requirePictureFile, saveCharts, savedLine } from "./pictures";
import { working } from "./record";

/** The pictures that a round is drawn as. */
export const chartKinds = ["ranking", "heat", "profile", "waterfall", "slope"] as const;

export interface ChartCommandOptions extends CommonOptions {
  readonly kind: (typeof chartKinds)[number];
  readonly out: string;
  readonly by?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly round?: string;
  readonly group?: string;
}

/** `par-index chart EDITION REPORTS… --kind ranking --out FILE.svg`: a round as a picture, or its Vega-Lite specification. */
export async function chartCommand(edition: string, files: readonly string[], options: ChartCommandOptions): Promise<Output> {
  const { out, lang } = options;
  requirePictureFile(out);
  const { criteria, warnings } = criteriaOf(edition, options);
  if (options.by !== undefined) requireCode(criteria, options.by);
  const { scores, warnings: more } = await scoresOf(criteria, files, options);
  working({ vi: "Đang vẽ…", en: "Drawing…" }, lang);
  const charts = await chartsOf({ criteria, scores, options });
  const saved = await saveCharts(charts, out);
  return {
    command: "chart",
    criteria,
    warnings: [...warnings, ...more],
    before: [...titleLines(criteria), ...saved.map(savedLine)],
    sections: [],
    data: saved,
  };
}

/** What pictures are drawn of: scores of one group, if it is named, and those of the units asked about. */
interface Drawn {
  readonly criteria: CriteriaSet;
  readonly scores: RoundScores;
  readonly options: ChartCommandOptions;
}

async function chartsOf(drawn: Drawn): Promise<readonly Chart[]> {
  const { group, kind } = drawn.options;
  const ofGroup = (scores: readonly Score[]) => scores.filter(({ unit }) => group === undefined || unit.group === group);
  const scores = { rounds: ofGroup(drawn.scores.rounds), counted: ofGroup(drawn.scores.counted) };
  return orThrow(pictures(await import("../chart"))[kind]({ ...drawn, scores })).value;
}

type Pictures = Readonly<Record<ChartCommandOptions["kind"], (drawn: Drawn) => Result<readonly Chart[]>>>;

function pictures(room: typeof import("../chart")): Pictures {
  const compared = ({ scores, options: { period, round } }: Drawn) => chosenScores(scores, { period, round });
  const ranked = ({ options: { lang, by } }: Drawn) => ({ lang, ...(by === undefined ? {} : { by }) });
  return {
    ranking: (drawn) => room.safeRankingCharts(drawn.criteria, compared(drawn), ranked(drawn)),
    heat: (drawn) => room.safeHeatCharts(drawn.criteria, compared(drawn), { lang: drawn.options.lang, level: 2 }),
    profile: (drawn) =>
      room.safeProfileCharts(drawn.criteria, compared(drawn), unitIdOf(drawn.scores, drawn.options), { lang: drawn.options.lang }),
    waterfall: (drawn) => {
      const after = scoreOf(drawn.scores, drawn.options, "--unit, --period");
      return alone(room.safeWaterfallChart(drawn.criteria, selfScoreOf(drawn.scores, after), after, { lang: drawn.options.lang }));
    },
    slope: (drawn) => {
      const [before, after] = sideTitles[drawn.options.lang];
      const self = drawn.scores.rounds.filter(({ round }) => round === "selfAssessed");
      const side = (title: string, scores: readonly Score[]) => ({ title, criteria: drawn.criteria, scores });
      return alone(room.safeSlopeChart(side(before, self), side(after, compared(drawn)), ranked(drawn)));
    },
  };
}

const sideTitles = { vi: ["Tự đánh giá", "Kết quả"], en: ["Self-assessment", "Result"] } as const;

function alone<T>(outcome: Result<T>): Result<readonly T[]> {
  return outcome.ok ? { ...outcome, value: [outcome.value] } : outcome;
}

function selfScoreOf({ rounds }: RoundScores, { unit, period }: Score): Score {
  const self = rounds.find((score) => score.round === "selfAssessed" && score.unit.id === unit.id && score.period === period);
  if (self !== undefined) return self;
  throw new UsageError({
    vi: `${unit.name}, kỳ ${period}: không có bản tự đánh giá để so.`,
    en: `${unit.name}, ${period}: there is no self-assessment to compare with.`,
  });
}

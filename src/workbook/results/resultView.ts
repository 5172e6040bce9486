import type { Digest } from "../../audit/digest";
import { editionDigest } from "../../audit/editionDigest";
import { resultsDigest } from "../../audit/resultsDigest";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Round } from "../../evidence/evidence";
import type { Bilingual, Language } from "../../exact/formatNumber";
import { issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";
import { applyQuota } from "../../rank/applyQuota";
import type { Classification } from "../../rank/classification";
import { classify } from "../../rank/classify";
import { groupScores, type ScoreGroup } from "../../rank/groupScores";
import { type Place, type Ranking, rank } from "../../rank/rank";
import type { Score } from "../../score/score";
import type { RoundScores } from "../../score/scoreRounds";

/** What is shown of a round's results, and in which words. */
export interface ResultOptions {
  /** A round instead of what counts. */
  readonly round?: Round | undefined;
  /** Id of the only unit that is shown; its rank and grade are still those among all. */
  readonly unit?: string | undefined;
  /** Of headings and explanations; Vietnamese unless given. */
  readonly language?: Language | undefined;
}

/** The results of a round as every sheet reads them. */
export interface ResultView {
  readonly criteria: CriteriaSet;
  readonly language: Language;
  /** Every round's scores, and those that count. */
  readonly all: RoundScores;
  /** The scores that are shown, in the order of groups and units. */
  readonly shown: readonly Score[];
  readonly groups: readonly (ScoreGroup & { readonly members: readonly Score[] })[];
  readonly ranking: Ranking;
  readonly placeOf: (score: Score) => Place | undefined;
  /** Of a set that grades. */
  readonly gradeOf: ((score: Score) => Classification | undefined) | undefined;
  /** Digest of the edition, and of what the round comes to. */
  readonly edition: Digest;
  readonly digest: Digest;
  readonly say: (words: Bilingual) => string;
}

/** Looks through the scores of a round, ranks and grades them, and chooses those that are shown. */
export function resultView(criteria: CriteriaSet, scores: RoundScores | readonly Score[], options: ResultOptions): ResultView {
  const { round, unit, language = "vi" } = options;
  const all = isList(scores) ? { rounds: scores, counted: scores } : scores;
  const digest = resultsDigest(criteria, all);
  const compared = round === undefined ? all.counted : [...new Set([...all.rounds, ...all.counted])].filter((one) => one.round === round);
  const groups = groupScores(criteria, compared, "group");
  const shown = groups.flatMap(({ members }) => members).filter((score) => unit === undefined || score.unit.id === unit);
  if (unit !== undefined && shown.length === 0) {
    throw new ParError([issue("unknownUnit", { unit, units: [...new Set(compared.map((score) => score.unit.id))] })]);
  }
  const ranking = rank(criteria, compared);
  const places = new Map(
    ranking.groups.flatMap((group) => group.places.map((place) => [keyOf({ ...group, unit: place.unit }), place] as const)),
  );
  const grades = criteria.file.grading === undefined ? undefined : applyQuota(criteria, classify(criteria, compared)).classifications;
  const graded = new Map(grades?.map((one) => [keyOf(one), one]));
  return {
    criteria,
    language,
    all,
    shown,
    groups,
    ranking,
    placeOf: (score) => places.get(keyOf(score)),
    gradeOf: grades === undefined ? undefined : (score) => graded.get(keyOf(score)),
    edition: editionDigest(criteria.file),
    digest,
    say: (words) => words[language],
  };
}

function isList(scores: RoundScores | readonly Score[]): scores is readonly Score[] {
  return Array.isArray(scores);
}

function keyOf({ unit, period, round }: Pick<Score, "unit" | "period" | "round">): string {
  return JSON.stringify([unit.id, period, round]);
}

import type { Digest } from "../../audit/digest";
import { editionDigest } from "../../audit/editionDigest";
import { resultsDigest } from "../../audit/resultsDigest";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { Round } from "../../evidence/evidence";
import type { Bilingual, Language } from "../../exact/formatNumber";
import { issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";
import { asRounds, type RoundResults, roundResults } from "../../report/roundResults";
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
export interface ResultView extends RoundResults {
  readonly language: Language;
  /** The scores that are shown, in the order of groups and units. */
  readonly shown: readonly Score[];
  /** Digest of the edition, and of what the round comes to. */
  readonly edition: Digest;
  readonly digest: Digest;
  readonly say: (words: Bilingual) => string;
}

/** Looks through the scores of a round, ranks and grades them, and chooses those that are shown. */
export function resultView(criteria: CriteriaSet, scores: RoundScores | readonly Score[], options: ResultOptions): ResultView {
  const { round, unit, language = "vi" } = options;
  const all = asRounds(scores);
  const digest = resultsDigest(criteria, all);
  const results = roundResults(criteria, all, round);
  const compared = results.groups.flatMap(({ members }) => members);
  const shown = compared.filter((score) => unit === undefined || score.unit.id === unit);
  if (unit !== undefined && shown.length === 0) {
    throw new ParError([issue("unknownUnit", { unit, units: [...new Set(compared.map((score) => score.unit.id))] })]);
  }
  return { ...results, language, shown, edition: editionDigest(criteria.file), digest, say: (words) => words[language] };
}

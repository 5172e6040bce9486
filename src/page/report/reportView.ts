import type { Digest } from "../../audit/digest";
import { editionDigest } from "../../audit/editionDigest";
import { resultsDigest } from "../../audit/resultsDigest";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import { rounds } from "../../criteria/policies";
import { listNodes } from "../../criteria/tree";
import type { Round } from "../../evidence/evidence";
import type { UnitRegister } from "../../evidence/unitRegister";
import type { Language } from "../../exact/formatNumber";
import { type Issue, issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";
import type { ScoreGroup } from "../../rank/groupScores";
import { type Place, rank } from "../../rank/rank";
import { compareRounds, type NodeRounds } from "../../report/compareRounds";
import { compareYears, type YearChange } from "../../report/compareYears";
import { asRounds, everyScore, type RoundResults, roundResults } from "../../report/roundResults";
import type { Score } from "../../score/score";
import type { RoundScores } from "../../score/scoreRounds";
import { type Writing, writingIn } from "./markup";

/** An earlier year to compare with: its set and its scores, of which the newest period counts unless one is named. */
export interface EarlierYear {
  readonly criteria: CriteriaSet;
  readonly scores: RoundScores | readonly Score[];
  readonly period?: string | undefined;
}

/** What a report page shows of the scores at hand, and in which language it opens. */
export interface ReportPageOptions {
  /** The newest period among the scores unless given. */
  readonly period?: string | undefined;
  /** A round instead of what counts. */
  readonly round?: Round | undefined;
  /** The year compared with; the period before, where the scores hold one and nothing is given. */
  readonly earlier?: EarlierYear | undefined;
  /** The register of units that the reports were held against. */
  readonly register?: UnitRegister | undefined;
  /** What was found worth knowing while the reports were read; it is told under what is not sure. */
  readonly issues?: readonly Issue[] | undefined;
  /** Vietnamese unless given; the page switches. */
  readonly language?: Language | undefined;
}

/** The results of a period as every section of the page reads them. */
export interface ReportView extends RoundResults {
  readonly writing: Writing;
  readonly period: string;
  readonly round: Round;
  /** Numbered from 1 in the order of the lists: by this number the page names a unit. */
  readonly units: readonly UnitView[];
  readonly earlier: EarlierResults | undefined;
  readonly register: UnitRegister | undefined;
  readonly issues: readonly Issue[];
  readonly edition: Digest;
  readonly digest: Digest;
}

export interface EarlierResults {
  readonly criteria: CriteriaSet;
  readonly period: string;
}

/** A unit with all that is compared of it. */
export interface UnitView {
  readonly number: number;
  readonly score: Score;
  readonly place: Place | undefined;
  /** Its rounds by code, where there are several. */
  readonly rounds: ReadonlyMap<string, NodeRounds>;
  /** Its change since the earlier year by code; empty where it was not there. */
  readonly years: ReadonlyMap<string, YearChange>;
  readonly placeBefore: Place | undefined;
}

/** Looks through the scores: the period shown, its places and grades, and what is compared with it. */
export function reportView(criteria: CriteriaSet, given: RoundScores | readonly Score[], options: ReportPageOptions): ReportView {
  const scores = asRounds(given);
  const period = periodOf(scores, options.period);
  const shown = ofPeriod(scores, period);
  const round = options.round ?? lastRound(shown.counted);
  const results = roundResults(criteria, shown, round);
  const ordered = results.ranking.groups.flatMap((group) => group.places.flatMap(({ unit }) => scoreIn(results, group, unit.id)));
  const earlier = earlierResults(criteria, scores, period, round, options);
  return {
    ...results,
    writing: writingIn(options.language ?? "vi"),
    period,
    round,
    units: ordered.map((score, index) => unitView(results, earlier, score, index + 1)),
    earlier: earlier && { criteria: earlier.criteria, period: earlier.period },
    register: options.register,
    issues: options.issues ?? [],
    edition: editionDigest(criteria.file),
    digest: resultsDigest(criteria, shown),
  };
}

/** The period asked for, or the newest; periods are in the order of their text. */
function periodOf(scores: RoundScores, wanted: string | undefined): string {
  const periods = [...new Set(everyScore(scores).map(({ period }) => period))].sort();
  const period = wanted ?? periods.at(-1);
  if (period === undefined) throw new ParError([issue("tooFew", { least: "1" })]);
  if (!periods.includes(period)) throw new ParError([issue("unknownPeriod", { period, periods })]);
  return period;
}

/** The round in which a period ended: what counts, or, under a set that holds no rounds, the last that was held. */
function lastRound(counted: readonly Score[]): Round {
  const held: readonly Round[] = [...rounds, "counted"];
  return held.findLast((round) => counted.some((score) => score.round === round)) ?? "counted";
}

function ofPeriod(scores: RoundScores, period: string): RoundScores {
  const some = (all: readonly Score[]) => all.filter((score) => score.period === period);
  return { rounds: some(scores.rounds), counted: some(scores.counted) };
}

function scoreIn({ groups }: RoundResults, { period, round }: ScoreGroup, id: string): readonly Score[] {
  return groups.flatMap(({ members }) =>
    members.filter((score) => score.unit.id === id && score.period === period && score.round === round),
  );
}

/** The earlier year's scores and places by the ids of units. */
interface EarlierScores extends EarlierResults {
  readonly scores: ReadonlyMap<string, Score>;
  readonly places: ReadonlyMap<string, Place>;
}

function earlierResults(
  criteria: CriteriaSet,
  scores: RoundScores,
  period: string,
  round: Round,
  { earlier }: ReportPageOptions,
): EarlierScores | undefined {
  const before = earlier === undefined ? beforePeriod(criteria, scores, period) : { ...earlier, scores: asRounds(earlier.scores) };
  if (before === undefined) return undefined;
  const periodBefore = periodOf(before.scores, before.period);
  const own = ofPeriod(before.scores, periodBefore);
  const ofRound = everyScore(own).filter((score) => score.round === round);
  const compared = ofRound.length > 0 ? ofRound : own.counted.filter((score) => score.round === lastRound(own.counted));
  const places = rank(before.criteria, compared).groups.flatMap((group) => group.places);
  return {
    criteria: before.criteria,
    period: periodBefore,
    scores: new Map(compared.map((score) => [score.unit.id, score])),
    places: new Map(places.map((place) => [place.unit.id, place])),
  };
}

/** The period before, where the same scores hold one. */
function beforePeriod(criteria: CriteriaSet, scores: RoundScores, period: string) {
  const before = [...new Set(everyScore(scores).map((score) => score.period))]
    .filter((one) => one < period)
    .sort()
    .at(-1);
  return before === undefined ? undefined : { criteria, scores, period: before };
}

function unitView({ criteria, all, placeOf }: RoundResults, earlier: EarlierScores | undefined, score: Score, number: number): UnitView {
  const own = everyScore(all).filter(({ unit }) => unit.id === score.unit.id);
  const before = earlier?.scores.get(score.unit.id);
  const years =
    earlier === undefined || before === undefined
      ? undefined
      : compareYears({ criteria: earlier.criteria, score: before }, { criteria, score }).root;
  return {
    number,
    score,
    place: placeOf(score),
    rounds: byCode(own.length > 1 ? listNodes<NodeRounds>(compareRounds(criteria, own)) : []),
    years: byCode(years === undefined ? [] : listNodes<YearChange>(years)),
    placeBefore: earlier?.places.get(score.unit.id),
  };
}

function byCode<N extends { readonly code: string }>(nodes: readonly N[]): ReadonlyMap<string, N> {
  return new Map(nodes.map((node) => [node.code, node]));
}

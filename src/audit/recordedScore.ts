import type { CriteriaSet } from "../criteria/criteriaSet";
import { listNodes } from "../criteria/tree";
import type { Round } from "../evidence/evidence";
import { applyQuota } from "../rank/applyQuota";
import type { Classification } from "../rank/classification";
import { classify } from "../rank/classify";
import { type Place, rank } from "../rank/rank";
import type { NodeScore, Score } from "../score/score";
import type { RoundScores } from "../score/scoreRounds";
import type { Digest } from "./digest";
import type { Engine } from "./entry";

/** Whose result it is, and of which period. */
interface Heading {
  readonly unit: { readonly id: string; readonly group: string };
  readonly period: string;
  readonly criteria: Digest;
  readonly engine: Engine;
}

/**
 * The digits of a node in one round: its points alone where nothing else is to be said, or with the state of a leaf that is not
 * `scored`, and the maximum that counts where it is not the whole.
 */
export type RecordedPoints = string | PointsAndState;

interface PointsAndState {
  readonly points: string;
  readonly state?: string;
  readonly countedMax?: string;
}

/** What a unit's points come to in one round. */
interface RecordedTotal extends PointsAndState {
  readonly base: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly index?: string;
  readonly published?: string;
}

/** A place in a ranking, without the names of others. */
interface RecordedPlace {
  readonly rank?: number;
  readonly between?: readonly [number, number];
  readonly reason?: string;
  /** How many units the ranking lists. */
  readonly of: number;
}

type ByRound<T> = Readonly<Partial<Record<Round, T>>>;

/** A unit's result (kết quả chấm điểm) as a record holds it: every digit by criterion and round, exact text, and its place. */
export interface RecordedScore extends Heading {
  readonly leaves: Readonly<Record<string, ByRound<RecordedPoints>>>;
  readonly branches: Readonly<Record<string, ByRound<RecordedPoints>>>;
  readonly total: ByRound<RecordedTotal>;
  readonly places: ByRound<RecordedPlace>;
}

interface GradeInRound {
  readonly grade?: string;
  readonly reason?: string;
  /** The grades that may still come out, best first; `none` for no grade at all. */
  readonly possible?: readonly string[];
  readonly value?: string;
}

/** A unit's grade (kết quả xếp loại) as a record holds it. */
export interface RecordedGrade extends Heading {
  readonly grades: ByRound<GradeInRound>;
}

/** The results of a round: for each unit and period its score, and its grade where the set grades. */
export interface RoundResults {
  readonly scored: readonly RecordedScore[];
  readonly graded: readonly RecordedGrade[];
}

/** What a round comes to, as records hold it, in the order of the units. */
export function recordResults(
  criteria: CriteriaSet,
  made: { readonly criteria: Digest; readonly engine: Engine },
  { rounds, counted }: RoundScores,
): RoundResults {
  const places = placesOf(criteria, counted);
  const grades = new Map(gradesOf(criteria, counted).map((one) => [keyOf(one), one]));
  const units = byUnit([...new Set([...rounds, ...counted])]);
  const scored: RecordedScore[] = [];
  const graded: RecordedGrade[] = [];
  for (const scores of units.values()) {
    const [first] = scores;
    if (first === undefined) continue;
    const heading: Heading = { unit: { id: first.unit.id, group: first.unit.group }, period: first.period, ...made };
    scored.push({
      ...heading,
      ...nodesOf(scores),
      total: byRound(scores, totalOf),
      places: byRound(scores, (score) => places.get(keyOf(score))),
    });
    if (grades.size > 0) graded.push({ ...heading, grades: byRound(scores, (score) => gradeOf(grades.get(keyOf(score)))) });
  }
  return { scored, graded };
}

/** Scores of one unit and period together, in the order of their first. */
function byUnit(scores: readonly Score[]): ReadonlyMap<string, readonly Score[]> {
  const units = new Map<string, Score[]>();
  for (const score of scores) {
    const key = JSON.stringify([score.unit.id, score.period]);
    const own = units.get(key);
    if (own === undefined) units.set(key, [score]);
    else own.push(score);
  }
  return units;
}

function keyOf({ unit, period, round }: Pick<Score, "unit" | "period" | "round">): string {
  return JSON.stringify([unit.id, period, round]);
}

function byRound<T>(scores: readonly Score[], read: (score: Score) => T | undefined): ByRound<T> {
  return Object.fromEntries(
    scores.flatMap((score) => {
      const value = read(score);
      return value === undefined ? [] : [[score.round, value]];
    }),
  ) as ByRound<T>;
}

function nodesOf(scores: readonly Score[]): Pick<RecordedScore, "leaves" | "branches"> {
  const leaves: Record<string, Partial<Record<Round, RecordedPoints>>> = {};
  const branches: Record<string, Partial<Record<Round, RecordedPoints>>> = {};
  for (const { root, round } of scores) {
    for (const node of listNodes<NodeScore>(root)) {
      if (node === root) continue;
      const list = node.children === undefined ? leaves : branches;
      const own = list[node.code] ?? {};
      own[round] = pointsOf(node);
      list[node.code] = own;
    }
  }
  return { leaves, branches };
}

function pointsOf(node: NodeScore): RecordedPoints {
  const state = node.children === undefined && node.state !== "scored" ? { state: node.state } : {};
  const countedMax = node.countedMax === node.maxPoints ? {} : { countedMax: node.countedMax };
  const more = { ...state, ...countedMax };
  return Object.keys(more).length === 0 ? node.points : { points: node.points, ...more };
}

/** Recorded points with their name, whichever way they stand. */
export function namedPoints(recorded: RecordedPoints): PointsAndState {
  return typeof recorded === "string" ? { points: recorded } : recorded;
}

function totalOf({ points, countedMax, base, bonus, penalty, index, published }: Score): RecordedTotal {
  return {
    points,
    countedMax,
    base,
    bonus,
    penalty,
    ...(index === null ? {} : { index }),
    ...(published === null ? {} : { published }),
  };
}

function placesOf(criteria: CriteriaSet, counted: readonly Score[]): ReadonlyMap<string, RecordedPlace> {
  return new Map(
    rank(criteria, counted).groups.flatMap(({ places, period, round }) =>
      places.map((place) => [keyOf({ ...place, period, round }), placeOf(place, places.length)] as const),
    ),
  );
}

function placeOf({ rank: number, between, reason }: Place, of: number): RecordedPlace {
  return {
    ...(number === null ? {} : { rank: number }),
    ...(between === undefined ? {} : { between }),
    ...(reason === undefined ? {} : { reason }),
    of,
  };
}

/** Grades after quotas; none where the set does not grade. */
function gradesOf(criteria: CriteriaSet, counted: readonly Score[]): readonly Classification[] {
  if (criteria.file.grading === undefined) return [];
  return applyQuota(criteria, classify(criteria, counted)).classifications;
}

function gradeOf(one: Classification | undefined): GradeInRound | undefined {
  if (one === undefined) return undefined;
  const { grade, reason, possible, value } = one;
  return {
    ...(grade === null ? {} : { grade }),
    ...(reason === undefined ? {} : { reason }),
    ...(possible === undefined ? {} : { possible: possible.map((id) => id ?? "none") }),
    ...(value === null ? {} : { value: value.published }),
  };
}

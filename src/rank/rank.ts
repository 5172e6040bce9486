import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Unit } from "../evidence/evidence";
import { exactText } from "../exact/decimal";
import { compare, type Ratio, zero } from "../exact/ratio";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { Score } from "../score/score";
import { groupScores, type ScoreGroup, type Within } from "./groupScores";
import { comparedValue, nodeBy, standingOf, type Unplaced } from "./standing";

/** What is ranked, and among whom. */
export interface RankOptions {
  /** Code of an area, a criterion or a leaf; the total unless given. */
  readonly by?: string | undefined;
  /** Among the units of each group, or all together; as the set says unless given. */
  readonly within?: Within | undefined;
}

/** A ranking (bảng xếp hạng): one list for each group, period and round, best first, then the units that have no rank. */
export interface Ranking {
  readonly criteria: Score["criteria"];
  readonly by: string;
  readonly within: Within;
  readonly groups: readonly RankedGroup[];
}

export interface RankedGroup extends ScoreGroup {
  readonly places: readonly Place[];
}

export interface Place {
  /** `null` for a unit without a rank; `reason` says why. */
  readonly rank: number | null;
  readonly unit: Unit;
  /** The value, exact and as published; `null` when the unit has none, an incomplete one, or is not rated. */
  readonly exact: string | null;
  readonly published: string | null;
  /** Ids of the units with an equal value (đồng hạng). */
  readonly tiedWith: readonly string[];
  /** Ids of the units with an equal value from which the set's tie-breakers part it. */
  readonly partedFrom?: readonly string[];
  /** `undecided`: equal values that the competent body has to settle; the unit stands somewhere in `between`. */
  readonly reason?: Unplaced | "undecided";
  readonly between?: readonly [number, number];
}

/**
 * Ranks units (xếp hạng) by the total, an area or a criterion. Tie-breakers that the set names part equal values; what is
 * still equal shares a rank (1, 2, 2, 4, or 1, 2, 2, 3), or stays undecided, as the set says. The order of the scores given
 * does not matter.
 *
 * **Exactness:** values are compared exactly, or as published where the set says so; never by a float.
 * **Errors:** {@link ParError} when the set has no criterion `by`, or a score is of another set.
 *
 * @example
 * ```ts
 * import { parseReports, rank, scoreAll } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const scores = scoreAll(tiny, parseReports(tiny, [report("a", 960), report("b", 1000), report("c", 960)]));
 * const [communes] = rank(tiny, scores, { by: "1.2" }).groups;
 * communes?.places.map(({ rank, unit }) => [rank, unit.id]); // => [[1, "b"], [2, "a"], [2, "c"]]
 * ```
 */
export function rank(criteria: CriteriaSet, scores: readonly Score[], options: RankOptions = {}): Ranking {
  requireScores(criteria, scores);
  requireDistinctUnits(scores);
  const { file, readings } = criteria;
  const by = nodeBy(criteria, options.by ?? totalCode).code;
  const within = options.within ?? file.policies.ranking.within;
  return {
    criteria: { id: file.id, revision: file.revision, status: file.status, readings },
    by,
    within,
    groups: groupScores(criteria, scores, within).map(({ members, ...group }) => {
      const contenders = members.map((score) => contenderOf(criteria, score, by));
      return { ...group, places: placesOf(criteria, contenders.sort(byValues)) };
    }),
  };
}

/** {@link rank} that answers a {@link Result} and never throws. */
export function safeRank(criteria: CriteriaSet, scores: readonly Score[], options: RankOptions = {}): Result<Ranking> {
  return attempt(() => rank(criteria, scores, options));
}

/** A unit as it is ranked. */
export interface Contender {
  readonly unit: Unit;
  readonly exact: string | null;
  readonly published: string | null;
  readonly unplaced?: Unplaced | undefined;
  /** The value compared, then those of the tie-breakers; empty for a unit that has no place. */
  readonly values: readonly Ratio[];
}

export function contenderOf(criteria: CriteriaSet, score: Score, by: string): Contender {
  const { exact, published, unplaced } = standingOf(criteria, score, by);
  const { tieBreakers = [] } = criteria.file.policies.ranking;
  return {
    unit: score.unit,
    exact: exact === null ? null : exactText(exact),
    published,
    unplaced,
    values: valuesOf(criteria, score, by, by === totalCode ? tieBreakers : []),
  };
}

/** The better of two units first; those without a place behind all others. */
export function byValues({ values: a }: Contender, { values: b }: Contender): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  return compareValues(b, a);
}

/** The places of units that stand in their order. */
export function placesOf(criteria: CriteriaSet, contenders: Contenders): Place[] {
  const { ties } = criteria.file.policies.ranking;
  const placed = contenders.filter(({ values }) => values.length > 0);
  const unplaced = contenders.filter(({ values }) => values.length === 0);
  const runs = ranked(
    neighbours(placed, (a, b) => compareValues(a.values, b.values) === 0),
    ties,
  );
  const levels = placed.some(({ values }) => values.length > 1) ? neighbours(placed, hasSameValue) : [];
  const levelOf = new Map(levels.flatMap((level) => level.map((contender) => [contender, level] as const)));
  return [...runs.flatMap((run) => placesOfRun(run, ties, levelOf)), ...unplaced.map(withoutPlace)];
}

/** What a unit is compared by, in turn. A tie-breaker at which a unit has no value counts as nothing earned there. */
function valuesOf(criteria: CriteriaSet, score: Score, code: string, tieBreakers: readonly string[]): readonly Ratio[] {
  const { compare: by } = criteria.file.policies.ranking;
  const standing = standingOf(criteria, score, code);
  if (standing.exact === null || standing.unplaced !== undefined) return [];
  const breakers = tieBreakers.map((code) => {
    const breaker = standingOf(criteria, score, code);
    return breaker.exact === null ? zero : comparedValue(breaker, by);
  });
  return [comparedValue(standing, by), ...breakers];
}

type Ties = CriteriaSet["file"]["policies"]["ranking"]["ties"];

type Contenders = readonly Contender[];

/** Contenders with equal values, each run with the rank of its first. */
interface Run {
  readonly rank: number;
  readonly equals: Contenders;
}

/** Contenders in their order, those together that are alike. */
function neighbours(placed: Contenders, isAlike: (a: Contender, b: Contender) => boolean): readonly Contenders[] {
  const together: Contender[][] = [];
  for (const contender of placed) {
    const last = together.at(-1);
    if (last?.[0] !== undefined && isAlike(last[0], contender)) last.push(contender);
    else together.push([contender]);
  }
  return together;
}

function ranked(runs: readonly Contenders[], ties: Ties): readonly Run[] {
  let before = 0;
  return runs.map((equals, index) => {
    const rank = ties === "dense" ? index + 1 : before + 1;
    before += equals.length;
    return { rank, equals };
  });
}

function placesOfRun({ rank: first, equals }: Run, ties: Ties, levelOf: ReadonlyMap<Contender, Contenders>): Place[] {
  const ids = equals.map(({ unit }) => unit.id);
  const undecided = equals.length > 1 && ties === "undecided";
  const parted = partedFrom(equals, levelOf);
  return equals.map((contender) => {
    const shared = { ...whose(contender), tiedWith: ids.filter((id) => id !== contender.unit.id), ...parted };
    return undecided
      ? { rank: null, ...shared, reason: "undecided", between: [first, first + equals.length - 1] }
      : { rank: first, ...shared };
  });
}

/** Units whose value is equal and which only a tie-breaker set apart. */
function partedFrom(equals: Contenders, levelOf: ReadonlyMap<Contender, Contenders>): { readonly partedFrom?: readonly string[] } {
  const level = levelOf.get(equals[0] as Contender) ?? equals;
  const apart = level.filter((contender) => !equals.includes(contender));
  return apart.length === 0 ? {} : { partedFrom: apart.map(({ unit }) => unit.id) };
}

function withoutPlace({ unit, unplaced }: Contender): Place {
  return {
    rank: null,
    unit,
    exact: null,
    published: null,
    tiedWith: [],
    ...(unplaced === undefined ? {} : { reason: unplaced }),
  };
}

function whose({ unit, exact, published }: Contender) {
  return { unit, exact, published };
}

function hasSameValue({ values: [a] }: Contender, { values: [b] }: Contender): boolean {
  return a !== undefined && b !== undefined && compare(a, b) === 0;
}

/** The first value in which two units differ decides. */
function compareValues(a: readonly Ratio[], b: readonly Ratio[]): number {
  for (const [index, value] of a.entries()) {
    const order = compare(value, b[index] ?? value);
    if (order !== 0) return order;
  }
  return 0;
}

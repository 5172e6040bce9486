import type { CriteriaNode, CriteriaSet } from "../../criteria/criteriaSet";
import { exactText, fromExactText } from "../../exact/decimal";
import { type Bilingual, formatNumber } from "../../exact/formatNumber";
import { compare, divide, hundred, multiply, type Ratio, ratio, subtract, sum } from "../../exact/ratio";
import { round as rounded } from "../../exact/rounding";
import { type Words, wordsIn } from "../../issue/fields";
import { issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";
import { attempt, type Result } from "../../issue/result";
import type { ScoreGroup } from "../../rank/groupScores";
import { rank } from "../../rank/rank";
import type { Score } from "../../score/score";
import { inBoth } from "../inBoth";
import { indexAt, type Table, tablesOf } from "./columns";

/** A unit's area or leaf against the others of its group: a flat row, numbers as exact text. */
export interface Strength extends ScoreGroup {
  readonly unit: string;
  readonly level: "area" | "leaf";
  readonly code: string;
  readonly title: Words;
  /** Points in percent of the maximum that counts, the simple mean of the group's units, its own among them, and the first less the second. */
  readonly index: string;
  readonly mean: string;
  readonly difference: string;
  /** What the difference is in points of this maximum, exact and as the set rounds what it publishes. */
  readonly points: string;
  readonly published: string;
  /** The unit's rank there, and of how many. */
  readonly rank: number | null;
  readonly of: number;
  readonly sentence: Bilingual;
}

/**
 * Strengths and weaknesses of a unit against its group (điểm mạnh, điểm yếu): at every area and leaf that is settled, its points in
 * percent of the maximum that counts less the mean of the group, and its rank there. Areas first, then leaves, each from the
 * greatest lead to the greatest lag, in points.
 *
 * **Exactness:** means and differences are exact.
 * **Errors:** {@link ParError} when no score is of the unit, a score is of another set, or two are of one unit, period and round.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { strengths } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number, percent: string) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent } },
 * });
 * const scores = scoreAll(tiny, parseReports(tiny, [report("a", 960, "90"), report("b", 1000, "80")]));
 * strengths(tiny, scores, "a").map(({ code, difference, points, rank }) => [code, difference, points, rank]); // => [["2", "5", "0.2", 1], ["1", "-4/3", "-0.08", 2], ["2", "5", "0.2", 1], ["1.1", "0", "0", 1], ["1.2", "-2", "-0.08", 2]]
 * ```
 */
export function strengths(criteria: CriteriaSet, scores: readonly Score[], unit: string): readonly Strength[] {
  const tables = tablesOf(criteria, scores);
  const own = tables.filter((table) => table.scores.some((score) => score.unit.id === unit));
  if (own.length === 0) {
    const units = [...new Set(tables.flatMap((table) => table.scores.map((score) => score.unit.id)))];
    throw new ParError([issue("unknownUnit", { unit, units })]);
  }
  return own.flatMap((table) => [
    ...strengthsAt(criteria, table, unit, "area", table.areas),
    ...strengthsAt(criteria, table, unit, "leaf", table.leaves),
  ]);
}

/** {@link strengths} that answers a {@link Result} and never throws. */
export function safeStrengths(criteria: CriteriaSet, scores: readonly Score[], unit: string): Result<readonly Strength[]> {
  return attempt(() => strengths(criteria, scores, unit));
}

function strengthsAt(
  criteria: CriteriaSet,
  table: Table,
  unit: string,
  level: Strength["level"],
  nodes: readonly CriteriaNode[],
): readonly Strength[] {
  const { group, period, round } = table;
  return nodes
    .flatMap((node) => compared(criteria, table, unit, node) ?? [])
    .sort((a, b) => compare(fromExactText(b.points), fromExactText(a.points)))
    .map((row) => ({ group, period, round, unit, level, ...row }));
}

type Compared = Omit<Strength, keyof ScoreGroup | "unit" | "level">;

function compared(criteria: CriteriaSet, { scores }: Table, unit: string, { code, title, maxPoints }: CriteriaNode): Compared | undefined {
  const own = scores.find((score) => score.unit.id === unit);
  const index = own === undefined ? undefined : indexAt(own, code);
  if (index === undefined) return undefined;
  const values = scores.flatMap((score) => indexAt(score, code) ?? []);
  const mean = divide(sum(values), ratio(values.length));
  const difference = subtract(index, mean);
  const points = divide(multiply(difference, maxPoints), hundred);
  const places = rank(criteria, scores, { by: code, within: "group" }).groups[0]?.places ?? [];
  const row = {
    code,
    title,
    index: exactText(index),
    mean: exactText(mean),
    difference: exactText(difference),
    points: exactText(points),
    published: rounded(points, criteria.file.policies.rounding),
    rank: places.find((place) => place.unit.id === unit)?.rank ?? null,
    of: values.length,
  };
  return { ...row, sentence: strengthSentence(row, difference) };
}

function strengthSentence({ code, title, index, mean, rank: place, of }: Omit<Compared, "sentence">, difference: Ratio): Bilingual {
  return inBoth((language) => {
    const say = (value: Ratio) => formatNumber(rounded(value, { places: 1, mode: "halfUp" }), language);
    const order = compare(difference, ratio(0));
    const size = say(order < 0 ? subtract(ratio(0), difference) : difference);
    const against = {
      vi: order === 0 ? "bằng trung bình nhóm" : `${order > 0 ? "cao" : "thấp"} hơn trung bình nhóm ${size} điểm phần trăm`,
      en: order === 0 ? "at the mean of the group" : `${size} percentage points ${order > 0 ? "above" : "below"} the mean of the group`,
    };
    const [own, group] = [say(fromExactText(index)), say(fromExactText(mean))];
    const rankVi = place === null ? "" : `; hạng ${place} trên ${of}`;
    const rankEn = place === null ? "" : `; rank ${place} of ${of}`;
    return {
      vi: `${code} ${title.vi}: ${own} %, ${against.vi} (${group} %)${rankVi}.`,
      en: `${code} ${wordsIn(title, "en")}: ${own} %, ${against.en} (${group} %)${rankEn}.`,
    }[language];
  });
}

import type { CriteriaNode, CriteriaSet } from "../../criteria/criteriaSet";
import { exactText, fromExactText } from "../../exact/decimal";
import { type Bilingual, formatNumber } from "../../exact/formatNumber";
import { divide, hundred, isZero, multiply, type Ratio, ratio, subtract, sum } from "../../exact/ratio";
import { round } from "../../exact/rounding";
import { type Words, wordsIn } from "../../issue/fields";
import { totalCode } from "../../issue/issue";
import { attempt, type Result } from "../../issue/result";
import type { ScoreGroup } from "../../rank/groupScores";
import type { Score } from "../../score/score";
import { inBoth } from "../inBoth";
import { settledNode, type Table, tablesOf } from "./columns";
import { type Incomputable, incomputableWords, pearson } from "./statistics";

/** What an area weighs on paper, and how much of the differences between units it makes. */
export interface EffectiveWeight extends ScoreGroup {
  readonly code: string;
  readonly title: Words;
  /** Units whose areas are all settled. */
  readonly units: number;
  /** The area's maximum in percent of the whole, exact; `null` of a bonus or penalty, which stands beside it, and of a set without points. */
  readonly nominal: string | null;
  /** Share of the variance of the total, in percent, exact: the shares of a table add up to 100 where nothing is brought up. */
  readonly share: string | null;
  /** The share as the set rounds what it publishes. */
  readonly published: string | null;
  /** What of the variance of the total would go if the area were known, from 0 to 1, where they go together in a straight line: r². */
  readonly mainEffect: { readonly approximate: true; readonly value: number } | null;
  readonly why: Incomputable | null;
  readonly sentence: Bilingual;
}

/**
 * The effective weight of each area against its nominal one (trọng số thực tế so với trọng số danh nghĩa): how much of the
 * differences between units it makes. Two measures: `share`, Cov(area, total) ÷ Var(total), which adds up; and `mainEffect`, the
 * squared correlation of area and total. The first may be below zero, of an area in which the best units do worst.
 *
 * **Exactness:** `nominal` and `share` are exact; `mainEffect` is approximate.
 * **Source:** Paruolo, Saisana and Saltelli 2013, “Ratings and rankings: voodoo or science?”, whose main effect Sᵢ is the
 * correlation ratio; here its linear form Rᵢ², since units are too few for a curve. The share of covariance is the usual
 * decomposition of the variance of a sum.
 * **Errors:** {@link ParError} when a score is of another set, or two are of one unit, period and round.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { effectiveWeights } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number, percent: string) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent } },
 * });
 * const scores = scoreAll(tiny, parseReports(tiny, [report("a", 950, "70"), report("b", 975, "80"), report("c", 1000, "90")]));
 * effectiveWeights(tiny, scores).map(({ code, nominal, share }) => [code, nominal, share]); // => [["1", "60", "20"], ["2", "40", "80"]]
 * ```
 */
export function effectiveWeights(criteria: CriteriaSet, scores: readonly Score[]): readonly EffectiveWeight[] {
  return tablesOf(criteria, scores).flatMap((table) => weightsIn(criteria, table));
}

/** {@link effectiveWeights} that answers a {@link Result} and never throws. */
export function safeEffectiveWeights(criteria: CriteriaSet, scores: readonly Score[]): Result<readonly EffectiveWeight[]> {
  return attempt(() => effectiveWeights(criteria, scores));
}

function weightsIn(criteria: CriteriaSet, { scores, areas, group, period, round: when }: Table): readonly EffectiveWeight[] {
  const settled = scores.filter((score) => areas.every(({ code }) => settledNode(score, code) !== undefined));
  const column = (code: string) => settled.map((score) => fromExactText(settledNode(score, code)?.points ?? "0"));
  const total = column(totalCode);
  const max = sum(areas.filter(({ node }) => node.beyondMax === undefined).map(({ maxPoints }) => maxPoints));
  return areas.map((area) => ({ group, period, round: when, ...weightOf(criteria, area, max, column(area.code), total) }));
}

function weightOf(
  { file }: CriteriaSet,
  { code, title, maxPoints, node }: CriteriaNode,
  max: Ratio,
  points: readonly Ratio[],
  total: readonly Ratio[],
): Omit<EffectiveWeight, keyof ScoreGroup> {
  const variance = total.length < 2 ? ratio(0) : covariance(total, total);
  const r = pearson(points, total);
  const nominal = node.beyondMax === undefined && !isZero(max) ? percent(maxPoints, max) : null;
  const share = isZero(variance) ? null : percent(covariance(points, total), variance);
  const row = {
    code,
    title,
    units: total.length,
    nominal: nominal === null ? null : exactText(nominal),
    share: share === null ? null : exactText(share),
    published: share === null ? null : round(share, file.policies.rounding),
    mainEffect: typeof r === "number" ? ({ approximate: true, value: r ** 2 } as const) : null,
    why: share === null ? (total.length < 2 ? "tooFew" : "constant") : null,
  } as const;
  return { ...row, sentence: weightSentence(row, nominal, share) };
}

/** n·Σxy − Σx·Σy, which is n² times the covariance of a population: the factor goes where one is divided by another. */
function covariance(xs: readonly Ratio[], ys: readonly Ratio[]): Ratio {
  const products = sum(xs.map((x, index) => multiply(x, ys[index] ?? x)));
  return subtract(multiply(ratio(xs.length), products), multiply(sum(xs), sum(ys)));
}

function percent(part: Ratio, whole: Ratio): Ratio {
  return divide(multiply(hundred, part), whole);
}

function weightSentence(
  { code, title, why }: Pick<EffectiveWeight, "code" | "title" | "why">,
  nominal: Ratio | null,
  share: Ratio | null,
): Bilingual {
  const shortened = { places: 1, mode: "halfUp" } as const;
  return inBoth((language) => {
    const say = (value: Ratio) => formatNumber(round(value, shortened), language);
    const where = `${code} ${wordsIn(title, language)}`;
    if (share === null) return `${where}: ${incomputableWords[why ?? "constant"][language]}.`;
    const paper =
      nominal === null
        ? { vi: "ngoài tổng điểm", en: "beside the sum" }
        : { vi: `chiếm ${say(nominal)} % điểm tối đa`, en: `${say(nominal)} % of the maximum` };
    return {
      vi: `${where}: ${paper.vi}, tạo ra ${say(share)} % khác biệt về tổng điểm giữa các đơn vị.`,
      en: `${where}: ${paper.en}, makes ${say(share)} % of the differences between units' totals.`,
    }[language];
  });
}

import type { CriteriaNode, CriteriaSet } from "../../criteria/criteriaSet";
import type { Bilingual } from "../../exact/formatNumber";
import type { Ratio } from "../../exact/ratio";
import { type Words, wordsIn } from "../../issue/fields";
import { issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";
import { attempt, type Result } from "../../issue/result";
import type { ScoreGroup } from "../../rank/groupScores";
import type { Score } from "../../score/score";
import { inBoth } from "../inBoth";
import { indexAt, pairsOf, type Table, tablesOf } from "./columns";
import { type Incomputable, incomputableWords, pearson, shown, spearman } from "./statistics";

/** How two areas or leaves go together over the units of a group: a flat row of approximate numbers, never exact points. */
export interface Correlation extends ScoreGroup {
  readonly approximate: true;
  readonly a: string;
  readonly b: string;
  readonly titleOfA: Words;
  readonly titleOfB: Words;
  /** Units that have a value at both. */
  readonly units: number;
  /** From −1 to 1; `null` where it cannot be computed, and `why` says so. */
  readonly pearson: number | null;
  readonly spearman: number | null;
  readonly why: Incomputable | null;
  readonly sentence: Bilingual;
}

/**
 * How the areas go together over the units of each group (tương quan giữa các lĩnh vực): Pearson's r and Spearman's ρ of every
 * two, of points in percent of the maximum that counts. With `of: "leaves"`, of every two leaves. A column in which all units
 * are alike, and fewer than three units, have no correlation: `null`, never a number that is none.
 *
 * **Exactness:** approximate, in plain numbers; whether a column is constant is asked exactly.
 * **Errors:** {@link ParError} when a score is of another set, or two are of one unit, period and round.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { correlations } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number, percent: string) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent } },
 * });
 * const scores = scoreAll(tiny, parseReports(tiny, [report("a", 960, "70"), report("b", 980, "80"), report("c", 1000, "90")]));
 * correlations(tiny, scores).map(({ a, b, pearson }) => [a, b, pearson]); // => [["1", "2", 1]]
 * ```
 */
export function correlations(
  criteria: CriteriaSet,
  scores: readonly Score[],
  { of = "areas" }: { readonly of?: "areas" | "leaves" | undefined } = {},
): readonly Correlation[] {
  return tablesOf(criteria, scores).flatMap((table) => correlationsIn(table, table[of]));
}

/** {@link correlations} that answers a {@link Result} and never throws. */
export function safeCorrelations(
  criteria: CriteriaSet,
  scores: readonly Score[],
  options: { readonly of?: "areas" | "leaves" | undefined } = {},
): Result<readonly Correlation[]> {
  return attempt(() => correlations(criteria, scores, options));
}

/**
 * Leaves that tell the same (tiêu chí trùng thông tin): every two whose |r| is at least the level that the caller states, the
 * closest first. That they go together does not say which of them to drop, nor that either is wrong.
 *
 * **Exactness:** approximate, as {@link correlations}.
 * **Errors:** {@link ParError} with `outOfRange` when the level is not above 0 and up to 1; as {@link correlations} else.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { redundantLeaves } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number, percent: string) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent } },
 * });
 * const scores = scoreAll(tiny, parseReports(tiny, [report("a", 960, "70"), report("b", 980, "80"), report("c", 1000, "90")]));
 * redundantLeaves(tiny, scores, 0.9).map(({ a, b }) => [a, b]); // => [["1.2", "2"]]
 * ```
 */
export function redundantLeaves(criteria: CriteriaSet, scores: readonly Score[], level: number): readonly Correlation[] {
  if (!(level > 0 && level <= 1)) throw new ParError([issue("outOfRange", { bound: "> 0, ≤ 1" }, { path: ["level"] })]);
  const strength = ({ pearson: r }: Correlation) => Math.abs(r ?? 0);
  return correlations(criteria, scores, { of: "leaves" })
    .filter((one) => strength(one) >= level)
    .toSorted((one, other) => strength(other) - strength(one));
}

/** {@link redundantLeaves} that answers a {@link Result} and never throws. */
export function safeRedundantLeaves(criteria: CriteriaSet, scores: readonly Score[], level: number): Result<readonly Correlation[]> {
  return attempt(() => redundantLeaves(criteria, scores, level));
}

function correlationsIn({ scores, group, period, round }: Table, nodes: readonly CriteriaNode[]): readonly Correlation[] {
  const columns = nodes.map((node) => ({ node, values: scores.map((score) => indexAt(score, node.code)) }));
  return columns.flatMap((a, index) => columns.slice(index + 1).map((b) => ({ group, period, round, ...correlationOf(a, b) })));
}

interface Column {
  readonly node: CriteriaNode;
  readonly values: readonly (Ratio | undefined)[];
}

function correlationOf(a: Column, b: Column): Omit<Correlation, keyof ScoreGroup> {
  const [xs, ys] = pairsOf(a.values, b.values);
  const [r, rho] = [pearson(xs, ys), spearman(xs, ys)];
  const row = {
    approximate: true,
    a: a.node.code,
    b: b.node.code,
    titleOfA: a.node.title,
    titleOfB: b.node.title,
    units: xs.length,
    pearson: typeof r === "number" ? r : null,
    spearman: typeof rho === "number" ? rho : null,
    why: typeof r === "number" ? null : r,
  } as const;
  return { ...row, sentence: correlationSentence(row) };
}

function correlationSentence({
  a,
  b,
  titleOfA,
  titleOfB,
  units,
  pearson: r,
  why,
}: Omit<Correlation, keyof ScoreGroup | "sentence">): Bilingual {
  return inBoth((language) => {
    const both = `${a} ${wordsIn(titleOfA, language)} ${{ vi: "và", en: "and" }[language]} ${b} ${wordsIn(titleOfB, language)}`;
    if (r === null) return `${both}: ${incomputableWords[why ?? "tooFew"][language]}.`;
    return { vi: `${both}: r = ${shown(r, "vi")} trên ${units} đơn vị.`, en: `${both}: r = ${shown(r, "en")} over ${units} units.` }[
      language
    ];
  });
}

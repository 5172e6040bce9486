import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import * as z from "zod/mini";
import type { BatchScores } from "../../batch/batchScores";
import { type Change, changesAt } from "../../batch/changeAt";
import { columnsOf } from "../../batch/columnsOf";
import { compileBatch } from "../../batch/compileBatch";
import { rankColumn } from "../../batch/rankColumn";
import { scoreColumns } from "../../batch/scoreColumns";
import { type CriteriaSet, treeOf } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { checkedReports } from "../../evidence/parseEvidence";
import { fromDecimal, fromExactText, withPoint } from "../../exact/decimal";
import type { Ratio } from "../../exact/ratio";
import { points as decimal, text } from "../../issue/fields";
import { readWith } from "../../issue/fromZod";
import { type Issue, issue, under } from "../../issue/issue";
import { ParError } from "../../issue/parError";
import { readInput } from "../../issue/readInput";
import { attempt, type Result, unwrap } from "../../issue/result";
import { groupScores } from "../../rank/groupScores";
import { chance } from "../../survey/precision/chance";
import { requireDraws } from "./requireDraws";
import { type TriedRanks, triedRanks } from "./triedRanks";

/** A percentage that was estimated from a sample: of which unit and leaf, and its standard error in percentage points, a decimal. */
export interface SampledFigure {
  readonly unit: string;
  readonly code: string;
  readonly standardError: string;
}

/** How ranks are tried. */
export interface SampledRankOptions {
  /** Where chance starts: the same seed gives the same draws. */
  readonly seed: number;
  /** How many times figures are drawn; 1 000 unless given. */
  readonly draws?: number | undefined;
  readonly figures: readonly SampledFigure[];
}

/** How sure ranks are, given that figures come from samples. */
export interface SampledRanks extends TriedRanks {
  readonly seed: number;
  /** How many figures were drawn each time. */
  readonly figures: number;
}

/**
 * How sure each rank is, given that some of its figures are estimates from a sample (sai số chọn mẫu), such as the satisfaction
 * index: those figures are drawn many times around what is reported, as their standard errors say, all is scored and ranked anew
 * each time by the columns of `par-index/batch`, and counted.
 *
 * Figures are drawn from a normal distribution, cut off at 0 and 100 %, in millionths. Units are drawn by themselves; the figures
 * of one unit move together, as parts of one survey mostly do, which is the wider of the two answers.
 *
 * **Exactness:** every single ranking is as exact as that of `scoreAll`; the counts are of the draws that a seed makes. What they
 * say of samples is approximate. The published ranks stand. Groups without a figure that is drawn are left out.
 * **Errors:** {@link ParError} with every figure of an unknown unit or leaf, of a leaf that takes no percentage, or of which none is
 * reported; as `scoreAll`; `outOfRange` for draws that make no sense.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { sampledRanks } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, percent: string) => ({
 *   unit: { id, name: `Xã ${id}`, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done: 1000, due: 1000 }, "2": { percent } },
 * });
 * const reports = parseReports(tiny, [report("A", "95"), report("B", "84"), report("C", "83.5")]);
 * const figures = ["A", "B", "C"].map((unit) => ({ unit, code: "2", standardError: "1,5" }));
 * const { units, open } = sampledRanks(tiny, reports, { seed: 1, figures });
 * units.map(({ unit, rank, low, high }) => [unit, rank, low, high]); // => [["A", 1, 1, 1], ["B", 2, 2, 3], ["C", 3, 2, 3]]
 * open.map(({ above, below }) => [above, below]); // => [["B", "C"]]
 * ```
 */
export function sampledRanks(criteria: CriteriaSet, reports: readonly Evidence[], options: SampledRankOptions): SampledRanks {
  const { seed, draws = 1_000 } = options;
  requireDraws({ seed, draws });
  const checked = checkedReports(criteria, reports);
  const figures = heldFigures(criteria, checked, parseSampledFigures(options.figures));
  const batch = compileBatch(criteria);
  const groups = groupScores(criteria, checked, criteria.file.policies.ranking.within).flatMap(({ members, ...group }) => {
    if (!members.some(({ unit }) => figures.some((figure) => figure.unit === unit.id))) return [];
    const scores = scoreColumns(batch, columnsOf(batch, members));
    const draw = figureDrawer(scores, figures, chance(seed));
    const rankings = Array.from({ length: draws }, () => rankColumn(changesAt(scores, draw())));
    return [{ group, reports: scores.columns.reports, base: rankColumn(scores), rankings }];
  });
  return { seed, figures: figures.length, ...triedRanks(groups) };
}

/** {@link sampledRanks} that answers a {@link Result} and never throws. */
export function safeSampledRanks(criteria: CriteriaSet, reports: readonly Evidence[], options: SampledRankOptions): Result<SampledRanks> {
  return attempt(() => sampledRanks(criteria, reports, options));
}

const figureSchema = z.strictObject({ unit: text, code: text, standardError: decimal });

/**
 * Standard errors (sai số chuẩn) from JSON text, or the value that such text holds: a list of them.
 *
 * **Errors:** {@link ParError} with every issue. Whether there are such units and leaves is asked when they are used.
 *
 * @example
 * ```ts
 * import { parseSampledFigures } from "par-index/analysis";
 * parseSampledFigures('[{ "unit": "xa-a", "code": "2", "standardError": "1,25" }]'); // => [{ unit: "xa-a", code: "2", standardError: "1.25" }]
 * ```
 */
export function parseSampledFigures(file: unknown): readonly SampledFigure[] {
  return unwrap(safeParseSampledFigures(file));
}

/** {@link parseSampledFigures} that answers a {@link Result} and never throws. */
export function safeParseSampledFigures(file: unknown): Result<readonly SampledFigure[]> {
  return readInput(file, (value) => readWith(z.array(figureSchema), value));
}

/** The figures, each held against the reports; what is wrong with any of them is said of all. */
function heldFigures(criteria: CriteriaSet, reports: readonly Evidence[], figures: readonly SampledFigure[]): readonly SampledFigure[] {
  const issues = figures.flatMap((figure, index) => faultsOf(criteria, reports, figure).map((one) => under(["figures", index], one)));
  if (issues.length > 0) throw new ParError(issues);
  return figures;
}

function faultsOf(criteria: CriteriaSet, reports: readonly Evidence[], { unit, code }: SampledFigure): readonly Issue[] {
  const own = reports.filter((report) => report.unit.id === unit);
  if (own.length === 0)
    return [issue("unknownUnit", { unit, units: [...new Set(reports.map((report) => report.unit.id))] }, { path: ["unit"] })];
  const leaves = own.flatMap((report) => treeOf(criteria, report.unit.group).leaves.filter((leaf) => leaf.code === code));
  if (leaves.length === 0) return [issue("unknownCode", { code }, { unit, path: ["code"] })];
  const isReported = own.some(({ items }) => reportedRatio(items[code]) !== undefined);
  return isReported ? [] : [issue("noPercentage", { code }, { unit, code })];
}

/** What is reported, in millionths; nothing where no percentage is. */
function reportedRatio(item: Evidence["items"][string] | undefined): number | undefined {
  const { percent, ratio } = item ?? {};
  if (typeof ratio === "string") return millionths(fromExactText(ratio), 1n);
  return typeof percent === "string" ? millionths(fromExactText(percent), 100n) : undefined;
}

const one = 1_000_000;

function millionths({ numerator, denominator }: Ratio, of: bigint): number {
  return Number((numerator * BigInt(one)) / (denominator * of));
}

interface Drawn {
  readonly row: number;
  readonly code: string;
  readonly ratio: number;
  readonly standardError: number;
}

/** Answers other figures each time it is asked: one chance for each unit, in the order of rows. */
function figureDrawer(
  { columns: { reports } }: BatchScores,
  figures: readonly SampledFigure[],
  next: (bound: number) => number,
): () => readonly Change[] {
  const drawn = reports.map(({ unit, items }, row) =>
    figures.flatMap(({ code, standardError, ...of }): Drawn[] => {
      const ratio = of.unit === unit.id ? reportedRatio(items[code]) : undefined;
      return ratio === undefined ? [] : [{ row, code, ratio, standardError: millionths(fromDecimal(standardError), 100n) }];
    }),
  );
  return () =>
    drawn.flatMap((ofUnit) => {
      if (ofUnit.length === 0) return [];
      const deviation = normalQuantile((next(2 ** 32) + 0.5) / 2 ** 32, 0, 1);
      return ofUnit.map(({ row, code, ratio, standardError }) => {
        const moved = Math.floor(ratio + deviation * standardError + 0.5);
        return { row, code, item: { ratio: withPoint(BigInt(Math.min(one, Math.max(0, moved))), 6) } };
      });
    });
}

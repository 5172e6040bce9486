import type { CriteriaSet, Leaf } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { exactText, fromExactText } from "../exact/decimal";
import type { Bilingual } from "../exact/formatNumber";
import { compare, type Ratio, subtract, zero } from "../exact/ratio";
import type { Words } from "../issue/fields";
import { attempt, type Result } from "../issue/result";
import type { Field, Figure } from "../rules/ruleKind";
import { leafScores, nodeScore } from "../score/nodeScore";
import type { LeafScore, LeafState, Score } from "../score/score";
import { figureMoveWords } from "./figureMoveWords";
import { type FiguresFound, type LeafTrial, leafTrial, mostByFigure, nearestFigure } from "./leafTrial";
import { carriesPoints, lostBy } from "./lostBy";
import { reachSentence, whyUnmoved } from "./reachWords";
import { type UnitCase, type UnitChoice, unitCase, unitScore, withItems } from "./unitCase";

/** What one figure of a leaf would have to be: a flat row, numbers as exact text. */
export interface Reach {
  readonly unit: string;
  readonly code: string;
  readonly title: Words;
  readonly state: LeafState;
  readonly points: string;
  readonly maxPoints: string;
  /** Points still open (điểm chưa đạt). */
  readonly lost: string;
  /** The figure moved, alone; `null` where no reported figure brings more by itself, as where nothing was reported. */
  readonly figure: string | null;
  readonly label: Words | null;
  readonly from: Figure | null;
  readonly to: Figure | null;
  /** `next`: the nearest figure that brings more. `most`: the nearest that brings all that this figure can. */
  readonly aim: "next" | "most" | null;
  /** How the figure is moved, in words; or why none is. */
  readonly move: Bilingual;
  /** The leaf's points then, and what they add to the total. */
  readonly earns: string | null;
  readonly gain: string | null;
  readonly sentence: Bilingual;
}

export interface ReachOptions {
  /** Decimals of the figures found, where a figure has decimals: 2 unless given. The reported figure's own are kept. */
  readonly places?: number | undefined;
}

/**
 * For every leaf that leaves points open, which figure brings more (số liệu cần đạt): the nearest that earns more than now, and
 * the nearest that earns all that this figure can. Each figure is moved alone, the other units as they stand. Where points
 * follow a figure in one direction, as its kind or measure declares, the figure is found by halving; where they do not, among
 * those that the kind says decide. It works for kinds of your own.
 *
 * **Exactness:** the figure found is scored exactly: it earns the points, and one step less (one thing, one day, one unit of the
 * last decimal) does not.
 * **Errors:** {@link ParError} when there is no such report, or more than one.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { reach } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const reports = parseReports(tiny, [{
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done: 938, due: 1000 }, "2": { percent: "100" } },
 * }]);
 * reach(tiny, reports, { unit: "a" }).map(({ code, to, aim, gain }) => [code, to, aim, gain]); // => [["1.2", 950, "next", "3.8"], ["1.2", 1000, "most", "4"]]
 * ```
 */
export function reach(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  choice: UnitChoice,
  { places = 2 }: ReachOptions = {},
): readonly Reach[] {
  const unit = unitCase(criteria, reports, choice);
  const score = unitScore(unit);
  return leafScores(score.root)
    .filter(carriesPoints)
    .flatMap((leafScore) => {
      const leaf = unit.tree.nodes.get(leafScore.code) as Leaf;
      const lost = lostBy(leafScore, leaf.beyondMax === "penalty");
      return compare(lost, zero) > 0 ? reachesOf(unit, score, leaf, { leafScore, lost, places }) : [];
    });
}

/** {@link reach} that answers a {@link Result} and never throws. */
export function safeReach(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  choice: UnitChoice,
  options: ReachOptions = {},
): Result<readonly Reach[]> {
  return attempt(() => reach(criteria, reports, choice, options));
}

interface OpenLeaf {
  readonly leafScore: LeafScore;
  readonly lost: Ratio;
  readonly places: number;
}

function reachesOf(unit: UnitCase, score: Score, leaf: Leaf, { leafScore, lost, places }: OpenLeaf): readonly Reach[] {
  const trial = leafTrial(unit, leaf);
  const rows =
    trial === undefined
      ? []
      : leaf.fields.flatMap((field) => aims(trial, field, places).map((found) => moved(unit, score, trial, field, found)));
  const shared = {
    unit: score.unit.id,
    code: leaf.code,
    title: leaf.title,
    state: leafScore.state,
    points: leafScore.points,
    maxPoints: leafScore.maxPoints,
    lost: exactText(lost),
  };
  const told = rows.length === 0 ? [{ ...unmoved, move: whyUnmoved(leafScore.state) }] : rows;
  return told.map((row) => ({ ...shared, ...row, sentence: reachSentence({ ...shared, ...row }) }));
}

type Moved = Pick<Reach, "figure" | "label" | "from" | "to" | "aim" | "move" | "earns" | "gain">;

const unmoved: Omit<Moved, "move"> = { figure: null, label: null, from: null, to: null, aim: null, earns: null, gain: null };

/** A figure found, and what it was looked for. */
type Aimed = FiguresFound & { readonly aim: "next" | "most" };

/** The nearest figure that earns more, and the nearest that earns the most; one where they are the same. */
function aims(trial: LeafTrial, { key }: Field, places: number): readonly Aimed[] {
  const next = nearestFigure(trial, key, places, (points) => compare(points, trial.points) > 0);
  if (next === undefined) return [];
  const most = mostByFigure(trial, key, places);
  if (compare(next.points, most) >= 0) return [{ ...next, aim: "most" }];
  const last = nearestFigure(trial, key, places, (points) => compare(points, most) >= 0);
  return [{ ...next, aim: "next" }, ...(last === undefined ? [] : [{ ...last, aim: "most" } as const])];
}

function moved(unit: UnitCase, score: Score, { leaf, figures }: LeafTrial, field: Field, { aim, figures: others }: Aimed): Moved {
  const { key, label } = field;
  const [from, to] = [figures[key] ?? null, others[key] ?? null];
  const after = unitScore(withItems(unit, { ...unit.report.items, [leaf.code]: others }));
  const earns = nodeScore(after, leaf.code)?.points ?? null;
  const gain = exactText(subtract(fromExactText(after.points), fromExactText(score.points)));
  return { figure: key, label, from, to, aim, move: figureMoveWords(field, from, to), earns, gain };
}

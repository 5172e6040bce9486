import type { Leaf } from "../criteria/criteriaSet";
import { figuresOf, readFigures } from "../evidence/readItem";
import { compare, type Ratio } from "../exact/ratio";
import { decisiveFigures, directionsOf } from "../rules/boundRule";
import type { Figure, Figures } from "../rules/ruleKind";
import { finishedLeaf } from "../score/addUp";
import { awardLeaf } from "../score/awardLeaf";
import { cohortAt } from "../score/cohort";
import { type FigureSteps, figureSteps } from "./figureSteps";
import { lastStep } from "./lastStep";
import { type UnitCase, withItems } from "./unitCase";

/** A leaf of a unit that has figures and points, and what other figures would earn there. */
export interface LeafTrial {
  readonly leaf: Leaf;
  readonly figures: Figures;
  readonly points: Ratio;
  /** The points of other figures, the other units as they stand; nothing for figures that are refused, or that earn no points of their own. */
  earned(figures: Figures): Ratio | undefined;
}

/** Other figures for a leaf, one of them moved, and their points. */
export interface FiguresFound {
  readonly key: string;
  readonly figures: Figures;
  readonly points: Ratio;
}

/** The trial of one leaf; nothing where it has no figures, or these earn no points of their own. */
export function leafTrial(unit: UnitCase, leaf: Leaf): LeafTrial | undefined {
  const figures = figuresOf(unit.report.items[leaf.code]);
  const earned = (other: Figures) => earnedBy(unit, leaf, other);
  const points = figures === undefined ? undefined : earned(figures);
  return figures === undefined || points === undefined ? undefined : { leaf, figures, points, earned };
}

/** What figures would earn at a leaf of a unit; nothing for those that are refused, or that earn no points of their own. */
export function earnedBy(unit: UnitCase, leaf: Leaf, figures: Figures): Ratio | undefined {
  const { value, issues } = readFigures(leaf, figures);
  if (value === undefined || issues.length > 0) return undefined;
  const { criteria, report, reports } = withItems(unit, { ...unit.report.items, [leaf.code]: value });
  const award = awardLeaf(criteria, leaf, report.round, value, cohortAt(leaf, report, reports));
  return award.state === "scored" ? finishedLeaf(criteria, award).points : undefined;
}

/** The figure nearest to the reported one that earns enough, moved alone; nothing where there is none. */
export function nearestFigure(
  trial: LeafTrial,
  key: string,
  places: number,
  isEnough: (points: Ratio) => boolean,
): FiguresFound | undefined {
  const steps = stepsOf(trial, key, places);
  if (steps === undefined) return picked(trial, key).find(({ points }) => isEnough(points));
  const found = (step: bigint) => moved(trial, key, steps(step));
  const last = lastStep((step) => found(step) !== undefined);
  const first = lastStep((step) => !isEnough(found(step)?.points ?? trial.points), last) + 1n;
  return first > last ? undefined : found(first);
}

/** The most that moving one figure alone can earn. */
export function mostByFigure(trial: LeafTrial, key: string, places: number): Ratio {
  const steps = stepsOf(trial, key, places);
  const found =
    steps === undefined
      ? richest(picked(trial, key))
      : moved(trial, key, steps(lastStep((step) => moved(trial, key, steps(step)) !== undefined)));
  return found === undefined || compare(found.points, trial.points) < 0 ? trial.points : found.points;
}

/** Where points follow the figure in one direction: the figures that follow in the direction in which they rise. */
function stepsOf({ leaf, figures }: LeafTrial, key: string, places: number): FigureSteps | undefined {
  const direction = risingDirection(leaf, key);
  const [field, figure] = [leaf.fields.find((one) => one.key === key), figures[key]];
  if (direction === undefined || field === undefined || figure === undefined) return undefined;
  return figureSteps(field, figure, direction, places);
}

/** The direction of a figure in which the leaf's points rise; nothing where they follow it in none. */
export function risingDirection({ rule, beyondMax }: Leaf, key: string): 1 | -1 | undefined {
  const direction = rule === undefined ? undefined : directionsOf(rule).get(key);
  if (direction === undefined || beyondMax !== "penalty") return direction;
  return direction === 1 ? -1 : 1;
}

/** Where they follow it in no direction: what the kind says decides, those nearest to the reported figure first, then those of fewest points. */
function picked(trial: LeafTrial, key: string): readonly FiguresFound[] {
  const { leaf, figures } = trial;
  const decisive = leaf.rule === undefined ? [] : (decisiveFigures(leaf.rule, figures)[key] ?? []);
  const distance = ({ figures: { [key]: figure } }: FiguresFound) =>
    typeof figure === "number" ? Math.abs(figure - Number(figures[key])) : 0;
  return decisive
    .flatMap((figure) => moved(trial, key, figure) ?? [])
    .sort((a, b) => distance(a) - distance(b) || compare(a.points, b.points));
}

function moved({ figures, earned }: LeafTrial, key: string, figure: Figure | undefined): FiguresFound | undefined {
  if (figure === undefined) return undefined;
  const changed = { ...figures, [key]: figure };
  const points = earned(changed);
  return points === undefined ? undefined : { key, figures: changed, points };
}

function richest(found: readonly FiguresFound[]): FiguresFound | undefined {
  return found.reduce<FiguresFound | undefined>(
    (most, one) => (most === undefined || compare(one.points, most.points) > 0 ? one : most),
    undefined,
  );
}

import type { Leaf } from "../criteria/criteriaSet";
import { figuresOf } from "../evidence/readItem";
import { add, compare, multiply, type Ratio, ratio, zero } from "../exact/ratio";
import { type Issue, issue } from "../issue/issue";
import type { Figure, Figures } from "../rules/ruleKind";
import type { LeafCost } from "./costs";
import { movedBy } from "./figureSteps";
import { lastStep } from "./lastStep";
import { earnedBy } from "./leafTrial";
import type { UnitCase } from "./unitCase";

/** Figures of a leaf that earn more than now, and what they cost. */
export interface Level {
  readonly leaf: Leaf;
  readonly figures: Figures;
  readonly cost: Ratio;
  readonly points: Ratio;
}

/** Levels of one leaf that are looked at; more are a matter of larger steps. */
const mostLevels = 1000n;

/** A figure's value, and what it costs to bring it there. */
interface Priced {
  readonly figure: Figure | undefined;
  readonly cost: Ratio;
}

/** The levels of one leaf under its costs, the cheapest first, none of which costs more and earns no more than another; or why they cannot be listed. */
export function leafLevels(
  unit: UnitCase,
  leaf: Leaf,
  costs: readonly LeafCost[],
): { readonly levels: readonly Level[]; readonly found: readonly Issue[] } {
  const now = figuresOf(unit.report.items[leaf.code]) ?? {};
  const keys = [...new Set(costs.map(({ field }) => field.key))];
  const series = keys.map((key) =>
    pricedFigures(
      unit,
      leaf,
      now,
      costs.filter(({ field }) => field.key === key),
    ),
  );
  const steps = series.reduce((product, { length }) => product * BigInt(length), 1n);
  const tooMany = series.some(({ length }) => BigInt(length) > mostLevels) || steps > mostLevels;
  if (tooMany)
    return {
      levels: [],
      found: [issue("tooManySteps", { steps: String(steps), most: String(mostLevels) }, { code: leaf.code, title: leaf.title.vi })],
    };
  const standing = earnedBy(unit, leaf, now) ?? zero;
  const levels = combined(keys, series, now).flatMap(({ figures, cost }) => {
    const points = earnedBy(unit, leaf, figures);
    return points === undefined || compare(points, standing) <= 0 ? [] : [{ leaf, figures, cost, points }];
  });
  return { levels: undominated(levels), found: [] };
}

/** Every figure that the costs of one field can bring, the one that stands among them for nothing. */
function pricedFigures(unit: UnitCase, leaf: Leaf, now: Figures, costs: readonly LeafCost[]): readonly Priced[] {
  const key = costs[0]?.field.key ?? "";
  return [
    { figure: now[key], cost: zero },
    ...costs.flatMap((cost) => (cost.to === undefined ? steppedFigures(unit, leaf, now, cost) : [{ figure: cost.to, cost: cost.cost }])),
  ];
}

/** The figures that steps bring, until no further one can be reported or earns more. */
function steppedFigures(unit: UnitCase, leaf: Leaf, now: Figures, { field, cost, step = zero }: LeafCost): readonly Priced[] {
  const from = now[field.key];
  if (from === undefined) return [];
  const figureAt = (steps: bigint) => movedBy(field, from, multiply(step, ratio(steps)));
  const earned = (steps: bigint) => {
    const figure = figureAt(steps);
    return figure === undefined ? undefined : earnedBy(unit, leaf, { ...now, [field.key]: figure });
  };
  const last = lastStep((steps) => earned(steps) !== undefined);
  const most = earned(last) ?? zero;
  const enough = lastStep((steps) => compare(earned(steps) ?? zero, most) < 0, last) + 1n;
  const steps = enough > last ? last : enough;
  // One more than can be looked at tells that there are too many, without listing them.
  const listed = steps > mostLevels ? mostLevels + 1n : steps;
  return Array.from({ length: Number(listed) }, (_, index) => BigInt(index + 1)).map((count) => ({
    figure: figureAt(count),
    cost: multiply(cost, ratio(count)),
  }));
}

/** Every combination of the figures of a leaf. */
function combined(
  keys: readonly string[],
  series: readonly (readonly Priced[])[],
  now: Figures,
): readonly { readonly figures: Figures; readonly cost: Ratio }[] {
  return series.reduce<readonly { readonly figures: Figures; readonly cost: Ratio }[]>(
    (combinations, priced, index) =>
      combinations.flatMap(({ figures, cost }) =>
        priced.map((one) => ({ figures: withFigure(figures, keys[index] ?? "", one.figure), cost: add(cost, one.cost) })),
      ),
    [{ figures: now, cost: zero }],
  );
}

function withFigure(figures: Figures, key: string, figure: Figure | undefined): Figures {
  return figure === undefined ? figures : { ...figures, [key]: figure };
}

function undominated(levels: readonly Level[]): readonly Level[] {
  const kept: Level[] = [];
  for (const level of levels.toSorted((a, b) => compare(a.cost, b.cost) || compare(b.points, a.points))) {
    const best = kept.at(-1);
    if (best === undefined || compare(level.points, best.points) > 0) kept.push(level);
  }
  return kept;
}

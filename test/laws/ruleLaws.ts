import fc from "fast-check";
import { expect } from "vitest";
import type { CriteriaSet } from "../../src/criteria/criteriaSet";
import { fromExactText } from "../../src/exact/decimal";
import { compare, zero } from "../../src/exact/ratio";
import type { Field, Figure, Figures } from "../../src/rules/ruleKind";
import type { RuleFamily } from "../arbitraries/rules";
import { dayAfter } from "../arbitraries/writing";
import { dividedBy, isBelow, plus, print, readDecimal, whole } from "../oracle/fraction";
import { acceptedFigures, inWords, type LeafCase, leafCases, scoreLeaf, setOf } from "./leaf";

/** Laws that every way of scoring keeps, each a function over any member of the family. */

export function pointsLieBetweenZeroAndTheMaximum(family: RuleFamily): void {
  holdsFor(family, (leaf) => {
    const points = fromExactText(scoreLeaf(setOf(leaf), leaf).points);
    expect(compare(points, zero)).toBeGreaterThanOrEqual(0);
    expect(compare(points, fromExactText(leaf.maxPoints))).toBeLessThanOrEqual(0);
  });
}

export function sameInputGivesSameOutput(family: RuleFamily): void {
  holdsFor(family, (leaf) => {
    expect(scoreLeaf(setOf(leaf), leaf)).toStrictEqual(scoreLeaf(setOf(structuredClone(leaf)), structuredClone(leaf)));
  });
}

export function nothingDueNeverLooksScored(family: RuleFamily): void {
  holdsFor(family, (leaf) => {
    const { state, policy, steps } = scoreLeaf(setOf(leaf), leaf);
    const stepNames = steps.map(({ step }) => step);
    expect(policy).toBe(state === "nothingDue" ? "zero" : undefined);
    if (stepNames.includes("nothingDue")) expect(state).toBe("nothingDue");
    if (state !== "nothingDue") expect(state).toBe("scored");
  });
}

export function everyStepHasWords(family: RuleFamily): void {
  holdsFor(family, (leaf) => {
    for (const step of scoreLeaf(setOf(leaf), leaf).steps) {
      for (const language of ["vi", "en"] as const) {
        const text = inWords(step, leaf.rule, language);
        expect(text, `${step.by} has no words for ${step.step}`).toBeTruthy();
        expect(text).not.toMatch(/undefined|null|NaN|\[object|∞/);
      }
    }
  });
}

/**
 * Raising a figure never lowers the points where the rule says that they increase with it, and never raises them where they
 * decrease; where units are compared, also by what the raise does to their mean or their leader.
 */
export function pointsFollowTheFiguresAsDeclared(family: RuleFamily): void {
  const law = fc.property(leafCases(family), fc.nat(), steps, (leaf, choice, step) => {
    const criteria = setOf(leaf);
    const [key, direction] = pick(declared(criteria), choice) ?? [];
    const figures = acceptedFigures(criteria, leaf.figures) ?? {};
    const [lower, higher] = movedFigures(criteria, figures, key, step) ?? [];
    fc.pre(direction !== undefined && lower !== undefined && higher !== undefined);
    if (direction === undefined || lower === undefined || higher === undefined) return;
    const low = scoreLeaf(criteria, { ...leaf, figures: lower });
    const high = scoreLeaf(criteria, { ...leaf, figures: higher });
    fc.pre(low.state === "scored" && high.state === "scored");
    const change = compare(fromExactText(high.points), fromExactText(low.points));
    expect(change * direction).toBeGreaterThanOrEqual(0);
  });
  fc.assert(law, { numRuns: 150 });
}

/** True when the rules of a family say of some figure which way points go with it. */
export function declaresDirections(family: RuleFamily): boolean {
  return fc.sample(leafCases(family), { numRuns: 20, seed: 1 }).some((leaf) => declared(setOf(leaf)).length > 0);
}

function holdsFor(family: RuleFamily, check: (leaf: LeafCase) => void): void {
  fc.assert(fc.property(leafCases(family), check), { numRuns: 150 });
}

type Declared = readonly [key: string, direction: 1 | -1];

/** Each declared figure, with 1 where points never fall as it grows and -1 where they never rise. */
function declared({ leaves }: CriteriaSet): readonly Declared[] {
  const rule = leaves[0]?.rule;
  if (rule === undefined) return [];
  const { kind, params, measure } = rule;
  if (kind.reads === "evidence") return directions(kind.increasesWith?.(params), kind.decreasesWith?.(params));
  if (measure === undefined) return [];
  const up = measure.measure.increasesWith?.(measure.params);
  const down = measure.measure.decreasesWith?.(measure.params);
  return kind.better(params) === "higher" ? directions(up, down) : directions(down, up);
}

function directions(up: readonly string[] = [], down: readonly string[] = []): readonly Declared[] {
  return [...up.map((key): Declared => [key, 1]), ...down.map((key): Declared => [key, -1])];
}

function pick<T>(items: readonly T[], choice: number): T | undefined {
  return items[choice % items.length];
}

/** How far a figure is moved; large steps cross thresholds, the least ones just touch them. */
const steps = fc.oneof(fc.constantFrom(1, -1), fc.integer({ min: -1000, max: 1000 }), fc.integer());

/** The same figures with one of them lower, then higher; nothing where that cannot be reported. */
function movedFigures(
  criteria: CriteriaSet,
  figures: Figures,
  key: string | undefined,
  step: number,
): readonly [Figures, Figures] | undefined {
  const field = criteria.leaves[0]?.fields.find((candidate) => candidate.key === key);
  const figure = key === undefined ? undefined : figures[key];
  if (field === undefined || figure === undefined) return undefined;
  const other = movedFigure(field, figure, step);
  const moved = acceptedFigures(criteria, { ...figures, [field.key]: other });
  if (moved === undefined) return undefined;
  return isLower(figure, other) ? [figures, moved] : [moved, figures];
}

function movedFigure({ type }: Field, figure: Figure, step: number): Figure {
  if (typeof figure === "number") return Math.max(0, figure + step);
  if (typeof figure === "boolean") return step > 0;
  if (type === "date") return dayAfter(figure, step % 1000);
  const value = readDecimal(figure);
  const small = { top: BigInt(step), bottom: 10_000n };
  return print(step % 2 === 0 ? dividedBy(value, whole(2)) : isBelow(plus(value, small), whole(0)) ? whole(0) : plus(value, small));
}

function isLower(figure: Figure, other: Figure): boolean {
  if (typeof figure !== "string" || typeof other !== "string") return Number(figure) < Number(other);
  return /-/.test(figure.slice(1)) ? figure < other : isBelow(readDecimal(figure), readDecimal(other));
}

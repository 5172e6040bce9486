import fc from "fast-check";
import { type CriteriaSet, compare, fromExactText, parseReports } from "par-index";
import { type Reach, reach } from "par-index/analysis";
import { describe, expect, test } from "vitest";
import type { Field, Figures } from "../../src/rules/ruleKind";
import { reportOf } from "../arbitraries/criteria";
import { type RuleFamily, ruleFamilies } from "../arbitraries/rules";
import { dayAfter } from "../arbitraries/writing";
import { acceptedFigures, type LeafCase, leafCases, scoreLeaf, setOf } from "../laws/leaf";

/** The rows of a leaf's unit, the others as they stand. */
function reaches(criteria: CriteriaSet, { figures, others }: LeafCase): readonly Reach[] {
  const reports = [figures, ...others].map((item, index) => ({ ...reportOf({ id: `unit-${index}` }), items: { "1": item } }));
  return reach(criteria, parseReports(criteria, reports), { unit: "unit-0" }).filter(({ figure }) => figure !== null);
}

/** The leaf's points with one figure as said; nothing where that cannot be reported, or earns no points of its own. */
function pointsWith(criteria: CriteriaSet, leaf: LeafCase, key: string, value: Figures[string]): number | undefined {
  const figures = acceptedFigures(criteria, { ...acceptedFigures(criteria, leaf.figures), [key]: value });
  if (figures === undefined) return undefined;
  const scored = scoreLeaf(criteria, { figures, others: leaf.others });
  return scored.state === "scored" ? Number(scaled(scored.points)) : undefined;
}

/** Points by which two are compared: exact text as a fraction, brought to one scale that tells a thousandth of a thousandth apart. */
function scaled(exact: string): bigint {
  const { numerator, denominator } = fromExactText(exact);
  return (numerator * 10n ** 12n) / denominator;
}

/** The value one step nearer to where the figure was: a thing, a day, a hundredth. */
function oneLess({ type }: Field, { from, to }: Reach): Figures[string] {
  if (type === "count") return Number(to) + (Number(to) > Number(from) ? -1 : 1);
  if (type === "date") return dayAfter(String(to), String(to) > String(from) ? -1 : 1);
  return undefined;
}

function fieldOf({ leaves }: CriteriaSet, { figure }: Reach): Field {
  return leaves[0]?.fields.find(({ key }) => key === figure) as Field;
}

describe.each(ruleFamilies)("$name", (family: RuleFamily) => {
  test("the figure found earns what it says, and more than before", () => {
    const law = fc.property(leafCases(family), (leaf) => {
      const criteria = setOf(leaf);
      for (const row of reaches(criteria, leaf)) {
        const figures = { ...acceptedFigures(criteria, leaf.figures), [row.figure as string]: row.to } as Figures;
        expect(acceptedFigures(criteria, figures)).toEqual(figures);
        const { points } = scoreLeaf(criteria, { figures, others: leaf.others });
        expect(points).toBe(row.earns);
        expect(compare(fromExactText(points), fromExactText(row.points))).toBeGreaterThan(0);
      }
    });
    fc.assert(law, { numRuns: 60 });
  });

  test("one step less does not earn it", () => {
    const law = fc.property(leafCases(family), (leaf) => {
      const criteria = setOf(leaf);
      for (const row of reaches(criteria, leaf).filter(({ aim }) => aim !== null)) {
        const value = oneLess(fieldOf(criteria, row), row);
        if (value === undefined) continue;
        const short = scoreLeaf(criteria, {
          figures: { ...acceptedFigures(criteria, leaf.figures), [row.figure as string]: value } as Figures,
          others: leaf.others,
        });
        const enough = row.aim === "next" ? row.points : row.earns;
        const order = compare(fromExactText(short.points), fromExactText(enough as string));
        if (row.aim === "next") expect(order).toBeLessThanOrEqual(0);
        else expect(order).toBeLessThan(0);
      }
    });
    fc.assert(law, { numRuns: 60 });
  });

  test("no value of a figure earns more than the most it is said to bring", () => {
    const law = fc.property(leafCases(family), leafCases(family), fc.nat(), (leaf, other, choice) => {
      const criteria = setOf(leaf);
      const figures = acceptedFigures(criteria, leaf.figures) ?? {};
      const keys = Object.keys(figures);
      const key = keys[choice % keys.length];
      const value = other.figures[key ?? ""];
      const { points, state } = scoreLeaf(criteria, leaf);
      const field = criteria.leaves[0]?.fields.find((one) => one.key === key);
      fc.pre(key !== undefined && value !== undefined && state === "scored" && field?.type !== "date");
      const moves = declaredKeys(criteria);
      fc.pre(moves.includes(key as string));
      const most = reaches(criteria, leaf).find((row) => row.figure === key && row.aim === "most")?.earns ?? points;
      const found = pointsWith(criteria, leaf, key as string, value as Figures[string]);
      if (found !== undefined) expect(found).toBeLessThanOrEqual(Number(scaled(most)));
    });
    fc.assert(law, { numRuns: 60 });
  });
});

/** Figures that a unit can move: those of the sums, shares and choices, not what was due, planned or before. */
function declaredKeys({ leaves }: CriteriaSet): readonly string[] {
  return (leaves[0]?.fields ?? []).map(({ key }) => key).filter((key) => !/^(due|plan|before|dueOn|target|fallback.*|.*Due)$/.test(key));
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Leaf } from "../../../src/criteria/criteriaSet";
import { fromExactText } from "../../../src/exact/decimal";
import { cellWords } from "../../../src/workbook/cellWords";
import { hintFormula } from "../../../src/workbook/hints/hintFormula";
import { ruleFamilies } from "../../arbitraries/rules";
import { type HintCase, hintCases } from "./hintCases";
import { hintCells } from "./hintCells";
import { computed, type Filled, hasLibreOffice } from "./libreOffice";

const comparesUnits = (measure: string | undefined) => measure?.startsWith("peer") === true;
const hinted = ruleFamilies.filter(({ measure }) => !comparesUnits(measure));
const perFamily = 120;
const column = 20;

describe.skipIf(!hasLibreOffice)("what LibreOffice computes", () => {
  test("is the points that the library gives, and nothing for what it refuses, misses or leaves out", async () => {
    const cases = hinted.flatMap((family) =>
      fc.sample(hintCases(family), { numRuns: perFamily }).map((found) => ({ family: family.name, ...found })),
    );
    const lists: string[][] = [];
    const rows = cases.map((found, index) => rowOf(found, index, lists));
    const shown = await computed({ form: rows, lists });
    const apart = cases.flatMap((found, index) => {
      const points = shown[index]?.[column] ?? "";
      const expected = found.points === undefined ? "" : numberOf(found.points);
      return isAlike(points, expected, found.leaf) ? [] : [{ ...told(found), formula: rows[index]?.[column], shows: points, expected }];
    });
    expect(apart).toEqual([]);
    expect(cases.filter(({ points }) => points === undefined).length).toBeGreaterThan(cases.length / 10);
    expect(cases.filter(({ points }) => points !== undefined).length).toBeGreaterThan(cases.length / 2);
  });
});

/** The cells of a case, and its formula; the words of its lists are put below those that there are. */
function rowOf({ criteria, leaf, entered }: HintCase, index: number, lists: string[][]): readonly Filled[] {
  const listOf = (words: readonly string[]) => {
    const first = lists.length + 1;
    lists.push(...[...words, cellWords.notApplicable].map((text) => [text]));
    return `lists!$A$${first}:$A$${lists.length}`;
  };
  const formula = hintFormula(leaf, hintCells(leaf, index + 1, listOf), criteria.file.policies);
  const blanks = Array.from({ length: column - entered.length }, () => null);
  return [...entered, ...blanks, formula === undefined ? "no formula" : { formula }];
}

function numberOf(exact: string): number {
  const { numerator, denominator } = fromExactText(exact);
  return Number(numerator) / Number(denominator);
}

/** Floating point may be off by a billionth: of a point, or of a maximum above one. */
function isAlike(shown: unknown, expected: number | string, { node }: Leaf): boolean {
  const bearable = Math.max(1, Number(node.maxPoints)) * 1e-9;
  return typeof expected === "number" && typeof shown === "number" ? Math.abs(shown - expected) < bearable : shown === expected;
}

function told({ family, leaf, entered }: HintCase & { readonly family: string }) {
  return { family, rule: leaf.rule?.params, maxPoints: leaf.node.maxPoints, entered };
}

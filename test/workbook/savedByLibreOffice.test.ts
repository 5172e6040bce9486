import fc from "fast-check";
import { type CriteriaSet, type Evidence, parseCriteria, parseReports, scoreUnit, treeOf } from "par-index";
import { formWorkbook, parseFormWorkbook } from "par-index/workbook";
import { beforeAll, describe, expect, test } from "vitest";
import type { ReportedRound } from "../../src/criteria/policies";
import { fromExactText } from "../../src/exact/decimal";
import { shownDecimal } from "../../src/exact/rounding";
import { leafScores } from "../../src/score/nodeScore";
import type { LeafScore } from "../../src/score/score";
import { anchors } from "../../src/workbook/form/anchors";
import { formGrid } from "../../src/workbook/form/formGrid";
import { safeReadSheets } from "../../src/workbook/readSheets";
import { type Scenario, scenariosWith } from "../arbitraries/criteria";
import { gradedScenarios } from "../arbitraries/grading";
import { asked, documents, spoken, withDocuments } from "./formReports";
import { hasLibreOffice, savedAgain } from "./hints/libreOffice";

interface Case {
  readonly criteria: CriteriaSet;
  readonly report: Evidence;
}

const graded = gradedScenarios({ units: 1 }).map((scenario): Scenario => ({ readings: {}, ...scenario }));

function cases(): readonly Case[] {
  const drawn = fc.record({ scenario: fc.oneof(scenariosWith({ units: 1 }), graded), listed: documents });
  return fc.sample(drawn, { numRuns: 120 }).flatMap(({ scenario: { file, readings, reports }, listed }) => {
    const criteria = parseCriteria(file, { readings });
    return parseReports(criteria, reports).map((report) => ({ criteria, report: withDocuments(asked(criteria, report), listed) }));
  });
}

describe.skipIf(!hasLibreOffice)("a filled form that LibreOffice opened and saved", () => {
  const all = cases();
  let saved: readonly Uint8Array[] = [];
  beforeAll(async () => {
    const forms = all.map(({ criteria, report }) => {
      const { unit, period, appraiser } = report;
      return formWorkbook(criteria, { unit, period, round: report.round as ReportedRound, appraiser, filled: report });
    });
    saved = savedAgain(await Promise.all(forms));
  }, 300_000);

  test("reads back to what was entered", async () => {
    const read = await Promise.all(all.map(({ criteria }, index) => parseFormWorkbook(criteria, saved[index] as Uint8Array)));
    expect(read.map(spoken)).toEqual(all.map(({ report }) => spoken(report)));
  });

  test("shows in its hints the points that the library gives, and nothing where it gives none", async () => {
    const compared = all.flatMap((one, index) => (countsLeavesAlone(one.criteria) ? [{ ...one, form: saved[index] as Uint8Array }] : []));
    const apart = await Promise.all(compared.map((one) => hintsApart(one, one.form)));
    expect(apart.flat()).toEqual([]);
    expect(compared.flatMap(leavesOf).filter(hasPoints).length).toBeGreaterThan(40);
  });
});

/** The leaves of a form whose hint is not the points of the score. */
async function hintsApart({ criteria, report }: Case, form: Uint8Array) {
  const grid = await figuresOf(form);
  return leavesOf({ criteria, report }).flatMap((leaf) => {
    const row = [...grid.rows].find(([anchor]) => anchor.startsWith(`items/${leaf.code}/`))?.[1];
    if (row === undefined) return [];
    const content = grid.cell(row, grid.columns.get("hint") ?? -1)?.content;
    const hint = content?.kind === "number" ? Number(content.text) : undefined;
    const points = hasPoints(leaf) ? numberOf(leaf.points) : undefined;
    const isAlike = hint === points || Math.abs((hint ?? Number.NaN) - (points ?? Number.NaN)) < 1e-9 * Math.max(1, Number(leaf.maxPoints));
    return isAlike ? [] : [{ code: leaf.code, points, hint, item: report.items[leaf.code] }];
  });
}

/** The leaves that earn points by their own cells alone, whose numbers a spreadsheet holds as numbers: a ratio may be a fraction, and is text. */
function leavesOf({ criteria, report }: Case): readonly LeafScore[] {
  const { root } = scoreUnit(criteria, report);
  const bound = new Map(treeOf(criteria, report.unit.group).leaves.map((leaf) => [leaf.code, leaf]));
  return leafScores(root).filter(({ code }) => {
    const { fields = [], rule } = bound.get(code) ?? {};
    const item: Readonly<Record<string, unknown>> = report.items[code] ?? {};
    const comparesUnits = rule?.measure?.measure.measure.startsWith("peer") === true;
    const keys = [...fields.map(({ key }) => key), "givenPoints"];
    return !comparesUnits && item.ratio === undefined && keys.every((key) => isHeld(item[key]));
  });
}

/** Nothing of a figure that is picked; of a number, that it has no more digits than a spreadsheet keeps. */
function isHeld(figure: unknown): boolean {
  return !/^-?\d+(\.\d+)?$/.test(String(figure)) || shownDecimal(Number(figure)) === String(figure);
}

/** True where the set counts a leaf as it is: not rounded by itself, and with the maximum that is printed. */
function countsLeavesAlone({ file }: CriteriaSet): boolean {
  return file.policies.rounding.stage === "published" && !JSON.stringify(file).includes('"splitEqually"');
}

async function figuresOf(form: Uint8Array) {
  const sheets = await safeReadSheets(form);
  return formGrid(sheets.ok ? sheets.value : [], anchors.figures) as NonNullable<ReturnType<typeof formGrid>>;
}

function hasPoints({ state, policy }: LeafScore): boolean {
  return state === "scored" || ((state === "nothingDue" || state === "notApplicable") && (policy === "fullPoints" || policy === "zero"));
}

function numberOf(exact: string): number {
  const { numerator, denominator } = fromExactText(exact);
  return Number(numerator) / Number(denominator);
}

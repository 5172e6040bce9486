import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import {
  type CriteriaSet,
  type Evidence,
  type NodeScore,
  parseCriteria,
  parseEvidence,
  parseReports,
  rank,
  resolveRounds,
  type Score,
  scoreAll,
  scoreRounds,
  scoreUnit,
  summarize,
} from "par-index";
import { describe, expect, test } from "vitest";
import { type Scenario, scenarios, scenariosWith, tiedScenarios } from "../arbitraries/criteria";
import { roundScenarios } from "../arbitraries/rounds";
import type { EffectiveReport } from "./documents";
import { type OracleNode, type OracleScore, scoreByHand } from "./oracle";
import { meansByHand, placesByHand } from "./ranking";
import { resolveByHand } from "./resolving";

describe("the library and a scorer that shares no code with it agree to the last digit", () => {
  test("on every node, total, index and list of any criteria file", () => {
    fc.assert(fc.property(scenarios, sameScore), { numRuns: 1000 });
  });

  test("on every node of units that are compared with each other", () => {
    fc.assert(fc.property(scenariosWith({ units: 5 }), sameScores), { numRuns: 300 });
  });

  test("on totals at a rounding tie or a hair beside one", () => {
    fc.assert(fc.property(tiedScenarios({ units: 1 }), sameScore), { numRuns: 500 });
  });

  test("on ranks, ties and means by any node", () => {
    fc.assert(fc.property(scenariosWith({ units: 5 }), fc.nat(), sameRanks), { numRuns: 200 });
  });

  test("on ranks, ties and means of totals that differ by a hair", () => {
    fc.assert(fc.property(tiedScenarios({ units: 6 }), fc.nat(), sameRanks), { numRuns: 200 });
  });
});

describe("the rounds of assessment, by the library and by hand, come to the same", () => {
  test("item by item after every round, and in what counts", () => {
    fc.assert(fc.property(roundScenarios({ units: 1 }), sameItems), { numRuns: 500 });
  });

  test("score by score, of units that are compared with each other", () => {
    fc.assert(fc.property(roundScenarios({ units: 3 }), sameRounds), { numRuns: 300 });
  });
});

test("the oracle imports nothing but its own files", () => {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const imports = files.flatMap((file) =>
    [...readFileSync(new URL(file, folder), "utf8").matchAll(/\bfrom "([^"]+)"/g)].map(([, from]) => from),
  );
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((from) => !from?.startsWith("./"))).toEqual([]);
});

function sameScore({ file, readings, reports }: Scenario): void {
  const criteria = parseCriteria(file, { readings });
  for (const report of reports) {
    const score = scoreUnit(criteria, parseEvidence(criteria, report));
    expect(comparable(score)).toEqual(scoreByHand(file, report, readings));
  }
}

function sameScores({ file, readings, reports }: Scenario): void {
  const criteria = parseCriteria(file, { readings });
  const scores = scoreAll(criteria, parseReports(criteria, reports));
  expect(scores.map(comparable)).toEqual(reports.map((report) => scoreByHand(file, report, readings, reports)));
}

/** What both scorers say; the steps of leaves are the library's alone. */
function comparable(score: Score): OracleScore {
  const { points, countedMax, base, bonus, penalty, index, published, missing, notApplicable, nothingDue, waiting, root } = score;
  return {
    ...{ points, countedMax, base, bonus, penalty, index, published, missing, notApplicable, nothingDue, waiting },
    root: comparableNode(root),
  };
}

function comparableNode(node: NodeScore): OracleNode {
  if (node.children === undefined) {
    const { steps: _, children: __, ...rest } = node;
    return rest as OracleNode;
  }
  const { steps, children, ...rest } = node;
  return {
    ...rest,
    ...(steps === undefined ? {} : { steps: steps.map(({ step, values }) => ({ step: step as "rescaled" | "capped", values })) }),
    children: children.map(comparableNode),
  };
}

function sameItems({ file, readings, reports }: Scenario): void {
  const criteria = parseCriteria(file, { readings });
  const resolved = resolveRounds(criteria, parseReports(criteria, reports));
  const byHand = resolveByHand(file, reports);
  for (const which of ["rounds", "counted"] as const) {
    const found = resolved[which].map(({ unit, period, round, items, origins }) => ({ unit, period, round, items, origins }));
    expect(found).toEqual(byHand[which].map((report) => ({ origins: undefined, ...report, items: readItems(criteria, report) })));
  }
}

/** Items as the library writes them down; read in a round in which everything may be said. */
function readItems(criteria: CriteriaSet, { unit, items }: EffectiveReport): Evidence["items"] {
  const { policies, ...file } = criteria.file;
  const rounds = { ...policies.rounds, list: [{ id: "appraised", title: { vi: "Thẩm định" }, by: "appraiser" }], counts: ["appraised"] };
  const open = parseCriteria({ ...file, policies: { ...policies, rounds } }, { readings: criteria.readings });
  return parseEvidence(open, { unit, period: "2021", round: "appraised", items }).items;
}

function sameRounds({ file, readings, reports }: Scenario): void {
  const criteria = parseCriteria(file, { readings });
  const scored = scoreRounds(criteria, parseReports(criteria, reports));
  const byHand = resolveByHand(file, reports);
  for (const which of ["rounds", "counted"] as const) {
    const expected = byHand[which].map((report) => [report.unit.id, report.round, scoreByHand(file, report, readings, byHand[which])]);
    expect(scored[which].map((score) => [score.unit.id, score.round, comparable(score)])).toEqual(expected);
  }
}

function sameRanks(scenario: Scenario, choice: number): void {
  const criteria = parseCriteria(scenario.file, { readings: scenario.readings });
  const scores = scoreAll(criteria, parseReports(criteria, scenario.reports));
  const codes = [...criteria.nodes.keys()];
  const by = choice % 3 === 0 ? "total" : (codes[choice % codes.length] ?? "total");
  const places = rank(criteria, scores, { by }).groups.flatMap((group) => group.places);
  const found = places.map(({ rank, unit, tiedWith, between, partedFrom }) => ({
    ...{ id: unit.id, rank, tiedWith },
    ...(between === undefined ? {} : { between }),
    ...(partedFrom === undefined ? {} : { partedFrom: [...partedFrom].sort() }),
  }));
  expect(found.sort(byId)).toEqual([...placesByHand(scenario, by)].sort(byId));
  const means = summarize(criteria, scores, { by }).flatMap(({ group, mean }) => (mean === null ? [] : [[group ?? "all", mean] as const]));
  expect(new Map(means)).toEqual(meansByHand(scenario, by));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type Explanation, explain, type NodeScore, parseEvidence, type Score, scoreUnit } from "par-index";
import { afterEach, describe, expect, test, vi } from "vitest";
import { listNodes } from "../../src/criteria/tree";
import { fromExactText } from "../../src/exact/decimal";
import { compare, type Ratio, subtract, sum, zero } from "../../src/exact/ratio";
import { round } from "../../src/exact/rounding";
import { type Scenario, scenarios } from "../arbitraries/criteria";
import { branchesOf, criteriaOf, leavesOf, nodesOf, reordered, scoreOf } from "./scored";

function forEveryScenario(check: (scenario: Scenario) => void): void {
  fc.assert(fc.property(scenarios, check), { numRuns: 200 });
}

const added = (nodes: readonly NodeScore[], key: "points" | "countedMax"): Ratio => sum(nodes.map((node) => fromExactText(node[key])));

describe("a branch", () => {
  test("has exactly the points of its children together, also where points are split equally, unless it says what else was done", () => {
    forEveryScenario((scenario) => {
      for (const { points, countedMax, steps = [], beyondMax, children } of branchesOf(scoreOf(scenario))) {
        const base = children.filter((child) => child.beyondMax === undefined);
        if (steps.length === 0) expect(fromExactText(points)).toEqual(added(children, "points"));
        if (steps.length === 0 && beyondMax === undefined) expect(fromExactText(countedMax)).toEqual(added(base, "countedMax"));
      }
    });
  });

  test("counts as incomplete the leaves below it that have no figures", () => {
    forEveryScenario((scenario) => {
      const score = scoreOf(scenario);
      expect(score.root.incomplete).toBe(score.missing.length + score.waiting.length);
    });
  });
});

describe("every node", () => {
  test("has points from 0 to the maximum that counts, a penalty those below 0; the whole, beside its bonus and penalty", () => {
    forEveryScenario((scenario) => {
      const score = scoreOf(scenario);
      const penalties = new Set(score.root.children.filter(({ beyondMax }) => beyondMax === "penalty").flatMap(listNodes<NodeScore>));
      for (const node of nodesOf(score)) {
        const { points, countedMax } = node === score.root ? { ...score, points: score.base } : node;
        const size = penalties.has(node) ? subtract(zero, fromExactText(points)) : fromExactText(points);
        expect(compare(size, zero)).toBeGreaterThanOrEqual(0);
        expect(compare(size, fromExactText(countedMax))).toBeLessThanOrEqual(0);
      }
    });
  });

  test("publishes its own exact points, rounded once", () => {
    forEveryScenario((scenario) => {
      for (const { points, published } of nodesOf(scoreOf(scenario))) {
        expect(published).toBe(round(fromExactText(points), scenario.file.policies.rounding));
      }
    });
  });

  test("has the same points whatever the order of the children", () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), (scenario, turn) => {
        const again = scoreOf({ ...scenario, file: reordered(scenario.file, turn) });
        expect(pointsByCode(again)).toEqual(pointsByCode(scoreOf(scenario)));
      }),
      { numRuns: 200 },
    );
  });
});

function pointsByCode(score: Score): ReadonlyMap<string, unknown> {
  return new Map(nodesOf(score).map(({ code, points, countedMax, published }) => [code, { points, countedMax, published }]));
}

describe("a score", () => {
  test("is plain data: written as JSON and read back, it is the same", () => {
    forEveryScenario((scenario) => {
      const score = scoreOf(scenario);
      expect(JSON.parse(JSON.stringify(score))).toStrictEqual(score);
    });
  });

  test("is the same for the same input, and for evidence that was stored and read back", () => {
    forEveryScenario((scenario) => {
      const criteria = criteriaOf(scenario);
      const evidence = parseEvidence(criteria, scenario.reports[0]);
      const score = scoreUnit(criteria, evidence);
      expect(scoreUnit(criteria, evidence)).toStrictEqual(score);
      expect(scoreUnit(criteria, JSON.parse(JSON.stringify(evidence)))).toStrictEqual(score);
      expect(scoreOf(structuredClone(scenario))).toStrictEqual(score);
    });
  });

  test("is given for every evidence that is accepted, never an exception", () => {
    forEveryScenario((scenario) => {
      const criteria = criteriaOf(scenario);
      const evidence = parseEvidence(criteria, scenario.reports[0]);
      expect(() => scoreUnit(criteria, evidence)).not.toThrow();
    });
  });
});

describe("an explanation", () => {
  test("has the shape of the score, and words in both languages for every step of every leaf", () => {
    forEveryScenario((scenario) => {
      const criteria = criteriaOf(scenario);
      const score = scoreOf(scenario);
      for (const language of ["vi", "en"] as const) {
        const explained = listNodes<Explanation>(explain(criteria, score, "total", language));
        expect(explained.map(({ code }) => code)).toEqual(nodesOf(score).map(({ code }) => code));
        for (const line of explained.flatMap(({ heading, steps, basis }) => [heading, ...steps, ...basis])) {
          expect(line).not.toMatch(/undefined|null|NaN|\[object|∞|^[a-zA-Z]+\.[a-zA-Z]+$/);
          expect(line.trim()).not.toBe("");
        }
      }
    });
  });
});

describe("missing, not applicable and nothing due", () => {
  test("are told apart, and none of them is ever scored", () => {
    forEveryScenario((scenario) => {
      const score = scoreOf(scenario);
      const leaves = leavesOf(score);
      for (const state of ["missing", "notApplicable", "nothingDue", "waiting"] as const) {
        expect(score[state]).toEqual(leaves.filter((leaf) => leaf.state === state).map(({ code }) => code));
      }
      const named = [...score.missing, ...score.notApplicable, ...score.nothingDue, ...score.waiting];
      const scored = leaves.filter(({ state }) => ["scored", "notSelfScored", "monitored"].includes(state)).map(({ code }) => code);
      expect([...named, ...scored].sort()).toEqual(leaves.map(({ code }) => code).sort());
    });
  });

  test("follow from what the officer wrote", () => {
    forEveryScenario((scenario) => {
      const [report] = scenario.reports;
      for (const { code, state } of leavesOf(scoreOf(scenario))) {
        const { notApplicable, note: _, reason: __, ...figures } = report?.items[code] ?? {};
        const isFilled = Object.values(figures).some((figure) => figure !== null);
        if (state === "monitored") continue;
        expect(state === "notApplicable").toBe(notApplicable === true);
        expect(state === "missing" || state === "notSelfScored").toBe(notApplicable !== true && !isFilled);
        if (state === "notSelfScored") expect(["selfAssessed", "explained"]).toContain(report?.round);
      }
    });
  });

  test("earn nothing that is not said: missing adds 0 and still counts, left out adds 0 and does not count", () => {
    forEveryScenario((scenario) => {
      for (const { state, policy, points, maxPoints, countedMax } of leavesOf(scoreOf(scenario))) {
        if (state === "missing") expect(points).toBe("0");
        if (state === "missing" && countedMax === "0") expect(maxPoints).toBe("0");
        if (policy === "leaveOut" || policy === "splitEqually") expect([points, countedMax]).toEqual(["0", "0"]);
        if (policy === "zero") expect(points).toBe("0");
      }
    });
  });
});

describe("what a host program does with Decimal.set", () => {
  const hostile = { precision: 5, rounding: Decimal.ROUND_DOWN, toExpNeg: -1, toExpPos: 1, minE: -1, maxE: 1 } as const;
  const drawn = fc.sample(scenarios, { numRuns: 60, seed: 5 });
  afterEach(() => {
    Decimal.set({ defaults: true });
    vi.resetModules();
  });

  test("does not change a score when it comes after the library was loaded", () => {
    const before = drawn.map(scoreOf);
    Decimal.set(hostile);
    expect(drawn.map(scoreOf)).toStrictEqual(before);
  });

  test("does not change a score when it comes before", async () => {
    const before = drawn.map(scoreOf);
    Decimal.set(hostile);
    vi.resetModules();
    const fresh = await import("./scored");
    expect(fresh.scoreOf).not.toBe(scoreOf);
    expect(drawn.map(fresh.scoreOf)).toStrictEqual(before);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  leftOutLeaves,
  policyMoves,
  rankRanges,
  rankSensitivity,
  safeRankRanges,
  safeSampledRanks,
  sampledRanks,
} from "../../src/analysis";
import { areasOf, type WeightDraws, weightDrawer } from "../../src/analysis/robustness/weightDraws";
import { fromExactText, parseReports, ratio, scoreAll } from "../../src/index";
import { loadCriteria } from "../../src/node";
import { chance } from "../../src/survey/precision/chance";

const tiny = loadCriteria("example/tiny");
const options = ["onTime", "late", "none"];

interface Figures {
  readonly option: number;
  readonly done: number;
  readonly percent: number;
}

const figures = fc.record({
  option: fc.integer({ min: 0, max: 1 }),
  done: fc.integer({ min: 940, max: 1000 }),
  percent: fc.integer({ min: 2, max: 100 }),
});

function reportsOf(units: readonly Figures[]) {
  return parseReports(
    tiny,
    units.map(({ option, done, percent }, index) => ({
      unit: { id: `x${index}`, name: `Xã ${index}`, group: "commune" },
      period: "2021",
      round: "appraised",
      items: { "1.1": { option: options[option] }, "1.2": { done, due: 1000 }, "2": { percent: String(percent) } },
    })),
  );
}

const someUnits = fc.array(figures, { minLength: 1, maxLength: 8 });
const someWeights: fc.Arbitrary<WeightDraws> = fc.oneof(
  fc.record({ kind: fc.constant("within" as const), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant("dirichlet" as const), concentration: fc.integer({ min: 2, max: 200 }) }),
  fc.constant({ kind: "evenly" as const }),
);

test("the same seed gives the same answer, whatever the order of reports", () => {
  fc.assert(
    fc.property(someUnits, someWeights, fc.integer({ min: 0, max: 1e6 }), (units, weights, seed) => {
      const once = rankRanges(tiny, reportsOf(units), { seed, draws: 100, weights });
      const turned = rankRanges(tiny, [...reportsOf(units)].reverse(), { seed, draws: 100, weights });
      const byUnit = ({ units: rows }: typeof once) => [...rows].sort((a, b) => (a.unit < b.unit ? -1 : 1));
      expect(byUnit(turned)).toEqual(byUnit(once));
    }),
    { numRuns: 30 },
  );
});

test("ranks lie in order: best, low, median, high, worst; and nobody is ranked beyond the units there are", () => {
  fc.assert(
    fc.property(someUnits, someWeights, (units, weights) => {
      for (const { best, low, median, high, worst, same, draws } of rankRanges(tiny, reportsOf(units), { seed: 7, draws: 100, weights })
        .units) {
        expect([best, low, median, high, worst]).toEqual([best, low, median, high, worst].sort((a, b) => a - b));
        expect(best).toBeGreaterThanOrEqual(1);
        expect(worst).toBeLessThanOrEqual(units.length);
        expect(same).toBeLessThanOrEqual(draws);
      }
    }),
    { numRuns: 40 },
  );
});

test("who is no worse anywhere is never below, and equals stay equal, under any weights", () => {
  fc.assert(
    fc.property(figures, someWeights, (worse, weights) => {
      const better = { option: 0, done: Math.max(worse.done, 999), percent: Math.max(worse.percent, 99) };
      const { units, open } = rankRanges(tiny, reportsOf([worse, better, better]), { seed: 3, draws: 200, weights });
      const rows = new Map(units.map((row) => [row.unit, row]));
      expect(rows.get("x1")?.worst).toBe(1);
      expect(rows.get("x2")?.worst).toBe(1);
      expect(open).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** The ranks of a few draws, by adding up exact fractions here. */
test("ranks of a draw are those of exact sums of the areas' points times their factors", () => {
  fc.assert(
    fc.property(someUnits, someWeights, fc.integer({ min: 0, max: 1e6 }), (units, weights, seed) => {
      const reports = reportsOf(units);
      const areas = scoreAll(tiny, reports).map(({ root }) => root.children.map(({ points }) => fromExactText(points)));
      const draw = weightDrawer(areasOf(tiny, ["commune"]), weights, chance(seed));
      const counts = units.map(() => new Map<number, number>());
      for (let turn = 0; turn < 100; turn += 1) {
        const { factors } = draw();
        const [first, second] = [BigInt(factors["1.1"] ?? 0), BigInt(factors["2"] ?? 0)];
        const totals = areas.map(([a = ratio(0), b = ratio(0)]) => {
          const common = a.denominator * b.denominator;
          return { over: a.numerator * b.denominator * first + b.numerator * a.denominator * second, common };
        });
        for (const [unit, own] of totals.entries()) {
          const above = totals.filter((other) => other.over * own.common > own.over * other.common).length;
          counts[unit]?.set(above + 1, (counts[unit]?.get(above + 1) ?? 0) + 1);
        }
      }
      for (const row of rankRanges(tiny, reports, { seed, draws: 100, weights }).units) {
        const own = counts[Number(row.unit.slice(1))] ?? new Map();
        expect(row.same).toBe(own.get(row.rank) ?? 0);
        expect([row.best, row.worst]).toEqual([Math.min(...own.keys()), Math.max(...own.keys())]);
      }
    }),
    { numRuns: 40 },
  );
});

test("weights drawn together add up to the whole; each by itself stays within its bounds", () => {
  fc.assert(
    fc.property(someWeights, fc.integer({ min: 0, max: 1e6 }), (weights, seed) => {
      const areas = areasOf(tiny, ["commune"]);
      const draw = weightDrawer(areas, weights, chance(seed));
      for (let turn = 0; turn < 20; turn += 1) {
        const { one, factors } = draw();
        const [a, b] = [factors["1.1"] ?? 0, factors["2"] ?? 0];
        expect([a, b, one].every((factor) => Number.isSafeInteger(factor) && factor >= 0)).toBe(true);
        expect(factors["1.2"]).toBe(a);
        if (weights.kind === "within") expect(Math.max(Math.abs(a - one), Math.abs(b - one))).toBeLessThanOrEqual(weights.percent * 10_000);
        else expect(Math.abs(6 * a + 4 * b - 10 * one)).toBeLessThanOrEqual(10);
      }
    }),
    { numRuns: 60 },
  );
});

test("Dirichlet weights have the mean of the set's weights, and the variance that their concentration says", () => {
  const draw = weightDrawer(areasOf(tiny, ["commune"]), { kind: "dirichlet", concentration: 20 }, chance(11));
  const shares = Array.from({ length: 20_000 }, () => ((draw().factors["1.1"] ?? 0) / 1e6) * 0.6);
  const mean = shares.reduce((total, share) => total + share, 0) / shares.length;
  const variance = shares.reduce((total, share) => total + (share - mean) ** 2, 0) / shares.length;
  expect(mean).toBeCloseTo(0.6, 2);
  expect(variance).toBeCloseTo((0.6 * 0.4) / 21, 3);
});

test("a leaf on which two units differ decides their order; one on which they are alike does not", () => {
  const rows = leftOutLeaves(
    tiny,
    reportsOf([
      { option: 0, done: 960, percent: 80 },
      { option: 1, done: 1000, percent: 80 },
    ]),
  );
  expect(rows.map(({ code, moved }) => [code, moved.length])).toEqual([
    ["1.1", 2],
    ["1.2", 0],
    ["2", 0],
  ]);
});

test("values that only rounding makes equal change places with what is compared", () => {
  const report = (id: string, percent: string) => ({
    unit: { id, name: id, group: "commune" },
    period: "2021",
    round: "appraised",
    items: { "1.1": { option: "onTime" }, "1.2": { done: 1000, due: 1000 }, "2": { percent } },
  });
  const moves = policyMoves(tiny, parseReports(tiny, [report("a", "80"), report("b", "80.001")]));
  expect(moves.find(({ value, choice }) => choice === "compare" && value === "published")?.moved).toEqual([
    { unit: "a", rank: 2, otherwise: 1 },
  ]);
  expect(moves.find(({ value }) => value === "index" || value === "points")?.moved).toEqual([]);
});

test("the shares of a movement that one weight alone makes are that weight's; where nothing moves there are none", () => {
  const [first, second] = [
    { option: 0, done: 960, percent: 60 },
    { option: 1, done: 1000, percent: 96 },
  ];
  const rows = rankSensitivity(tiny, reportsOf([first, second]), { seed: 5, draws: 400 });
  const inAll = new Map(rows.map(({ choice, inAll: share }) => [choice, share]));
  for (const { alone, inAll: share } of rows) expect(alone ?? 0).toBeLessThanOrEqual((share ?? 0) + 0.2);
  expect([...inAll.keys()]).toEqual(["1", "2", "notApplicable", "compare", "ties", "stage", "published"]);
  expect(inAll.get("notApplicable") ?? 0).toBe(0);
  const alike = rankSensitivity(tiny, reportsOf([first, first]), { seed: 5, draws: 100 });
  expect(alike.map(({ alone, inAll: share }) => [alone, share])).toEqual(alike.map(() => [null, null]));
});

test("of two units that areas part in opposite ways the weights of both areas move the ranks, each by itself", () => {
  // A leads by one point in area 1, B by nearly one in area 2: whichever weighs more decides.
  const rows = rankSensitivity(
    tiny,
    reportsOf([
      { option: 0, done: 1000, percent: 70 },
      { option: 1, done: 1000, percent: 94 },
    ]),
    { seed: 7, draws: 500 },
  );
  const shares = new Map(rows.map(({ choice, alone, inAll }) => [choice, { alone: alone ?? -1, inAll: inAll ?? -1 }]));
  for (const area of ["1", "2"]) {
    expect(shares.get(area)?.alone).toBeGreaterThan(0.2);
    expect(shares.get(area)?.inAll).toBeGreaterThan(0.4);
  }
  expect(shares.get("notApplicable")).toEqual({ alone: expect.any(Number), inAll: 0 });
});

test.each([
  ["a seed that is no whole number", { seed: 1.5 }, "notWhole"],
  ["too few draws", { seed: 1, draws: 10 }, "outOfRange"],
  ["weights off by nothing", { seed: 1, weights: { kind: "within", percent: 0 } }, "outOfRange"],
  ["a concentration below the number of areas", { seed: 1, weights: { kind: "dirichlet", concentration: 1 } }, "outOfRange"],
] as const)("%s is refused", (_, wrong, code) => {
  const outcome = safeRankRanges(tiny, reportsOf([{ option: 0, done: 960, percent: 80 }]), wrong);
  expect(outcome).toMatchObject({ ok: false, issues: [{ code }] });
});

test("no reports, no ranks", () => {
  expect(rankRanges(tiny, [], { seed: 1 })).toMatchObject({ units: [], open: [] });
  expect(leftOutLeaves(tiny, [])).toEqual([]);
});

const sampled = (units: readonly Figures[], standardError: string) =>
  units.map((_, index) => ({ unit: `x${index}`, code: "2", standardError }));

test("figures without error leave every rank as it is", () => {
  fc.assert(
    fc.property(someUnits, fc.integer({ min: 0, max: 1e6 }), (units, seed) => {
      const { units: rows, open } = sampledRanks(tiny, reportsOf(units), { seed, draws: 100, figures: sampled(units, "0") });
      expect(rows.every(({ rank, best, worst, same, draws }) => rank === best && rank === worst && same === draws)).toBe(true);
      expect(open).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("figures drawn with the same seed give the same answer, whatever the order of reports and of figures", () => {
  fc.assert(
    fc.property(someUnits, fc.integer({ min: 0, max: 1e6 }), (units, seed) => {
      const figures = sampled(units, "3,5");
      const once = sampledRanks(tiny, reportsOf(units), { seed, draws: 100, figures });
      const turned = sampledRanks(tiny, [...reportsOf(units)].reverse(), { seed, draws: 100, figures: [...figures].reverse() });
      expect(turned).toEqual(once);
    }),
    { numRuns: 20 },
  );
});

test("of two units as far apart as one standard error of their difference, about one draw in six turns them round", () => {
  const units = [
    { option: 0, done: 1000, percent: 82 },
    { option: 0, done: 1000, percent: 80 },
  ];
  const figures = [
    { unit: "x0", code: "2", standardError: "1,2" },
    { unit: "x1", code: "2", standardError: "1,6" },
  ];
  const [pair] = sampledRanks(tiny, reportsOf(units), { seed: 5, draws: 4000, figures }).open;
  // P(Z > 1) = 0.1587; four standard errors of a share of 4 000 draws are 0.023.
  expect(Math.abs((pair?.reversed ?? 0) / 4000 - 0.1587)).toBeLessThan(0.023);
});

test("a figure of nobody, of no leaf, and of a leaf without a percentage are all told", () => {
  const figures = [
    { unit: "nobody", code: "2", standardError: "1" },
    { unit: "x0", code: "9", standardError: "1" },
    { unit: "x0", code: "1.2", standardError: "1" },
  ];
  const outcome = safeSampledRanks(tiny, reportsOf([{ option: 0, done: 950, percent: 50 }]), { seed: 1, figures });
  expect(outcome.ok ? [] : outcome.issues.map(({ code, location }) => [code, location.path?.slice(0, 2)])).toEqual([
    ["unknownUnit", ["figures", 0]],
    ["unknownCode", ["figures", 1]],
    ["noPercentage", ["figures", 2]],
  ]);
});

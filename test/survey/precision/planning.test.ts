import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, safeAllocate } from "../../../src/survey/precision/allocate";
import { xoshiro128 } from "../../../src/survey/precision/chance";
import { cochran, safeCochran } from "../../../src/survey/precision/cochran";
import { expectedMargin, safeExpectedMargin } from "../../../src/survey/precision/expectedMargin";
import { fixedDesign, safeFixedDesign } from "../../../src/survey/precision/fixedDesign";
import { safeSlovin, slovin } from "../../../src/survey/precision/slovin";

describe("how many to ask", () => {
  test.each([
    [200, 134, 132],
    [500, 223, 218],
    [1000, 286, 278],
    [5000, 371, 357],
    [50_000, 397, 382],
    [1_000_000, 400, 384],
  ])("of %d people: Slovin %d, Cochran %d", (population, bySlovin, byCochran) => {
    expect(slovin(population, "0.05")).toBe(bySlovin);
    expect(cochran({ error: 0.05, population })).toBe(byCochran);
  });

  test("Slovin is exact where it comes out whole", () => {
    // 400 ÷ (1 + 400 × 0.0025) = 200; one person more asks for one more.
    expect([slovin(400, "0.05"), slovin(401, "0.05")]).toEqual([200, 201]);
  });

  test("without a population, and with clusters", () => {
    expect(cochran({ error: 0.05 })).toBe(385);
    expect(cochran({ error: 0.05, designEffect: 2 })).toBe(769);
    expect(cochran({ error: 0.01, population: 10 })).toBe(10);
  });

  test("what cannot be asked", () => {
    for (const error of ["0", "1", "-0.1", "5%", ""]) expect(safeSlovin(100, error).ok).toBe(false);
    for (const population of [0, 1.5, Number.NaN]) {
      expect(safeSlovin(population, "0.05").ok).toBe(false);
      expect(safeCochran({ error: 0.05, population }).ok).toBe(false);
    }
    expect(safeCochran({ error: 0, level: 1, rate: 0, designEffect: 0 })).toMatchObject({ issues: { length: 4 } });
  });
});

describe("where", () => {
  const strata = fc.dictionary(fc.string(), fc.integer({ min: 1, max: 1_000_000 }), { minKeys: 1, maxKeys: 12 });

  test("shares add up exactly, and nobody is asked twice", () => {
    fc.assert(
      fc.property(strata, fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom("equal", "proportional"), (people, part, by) => {
        const all = Object.values(people).reduce((sum, count) => sum + count, 0);
        const size = Math.max(1, Math.floor(part * all));
        const asked = allocate(size, people, by);
        expect(Object.values(asked).reduce((sum, count) => sum + count, 0)).toBe(size);
        for (const [name, count] of Object.entries(people)) expect(asked[name]).toBeLessThanOrEqual(count);
      }),
    );
  });

  test("proportional shares are within one of the exact part", () => {
    fc.assert(
      fc.property(strata, (people) => {
        const all = Object.values(people).reduce((sum, count) => sum + count, 0);
        const size = Math.ceil(all / 3);
        const asked = allocate(size, people, "proportional");
        for (const [name, count] of Object.entries(people)) expect(Math.abs((asked[name] ?? 0) - (size * count) / all)).toBeLessThan(1);
      }),
    );
  });

  test("a small stratum is asked whole, the others share the rest", () => {
    expect(allocate(90, { A: 10, B: 500, C: 500 }, "equal")).toEqual({ A: 10, B: 40, C: 40 });
  });

  test("more than there are", () => {
    expect(safeAllocate(11, { A: 5, B: 5 }, "equal")).toMatchObject({ issues: [{ code: "outOfRange", location: { path: ["size"] } }] });
    expect(safeAllocate(1, {}, "equal").ok).toBe(false);
  });

  test.each([
    ["Hà Nội", { districts: 6, communesPerDistrict: 3, hamletsPerCommune: 2, respondents: 2700 }, 18, 36, 75],
    ["Lào Cai", { districts: 3, communesPerDistrict: 3, hamletsPerCommune: 2, respondents: 486 }, 9, 18, 27],
  ])("the design of 2024: %s", (_, design, communes, hamlets, each) => {
    const plan = fixedDesign(design);
    expect(plan).toMatchObject({ communes, hamlets, degreesOfFreedom: communes - design.districts });
    expect(new Set(plan.perHamlet)).toEqual(new Set([each]));
  });

  test("hamlets differ by one at most, and need someone each", () => {
    const design = { districts: 2, communesPerDistrict: 2, hamletsPerCommune: 2, respondents: 13 };
    expect(fixedDesign(design).perHamlet).toEqual([2, 2, 2, 2, 2, 1, 1, 1]);
    expect(safeFixedDesign({ ...design, respondents: 7 }).ok).toBe(false);
    expect(safeFixedDesign({ ...design, districts: 0 }).ok).toBe(false);
  });
});

describe("how near it will come", () => {
  const laoCai = { respondents: 486, clusterSize: 27, rate: 0.849 };
  const haNoi = { respondents: 2700, clusterSize: 75, rate: 0.865 };

  test.each([
    [laoCai, 0, 6, "1.00", "3.18", "3.97"],
    [laoCai, 0.02, 6, "1.52", "3.92", "4.90"],
    [laoCai, 0.05, 6, "2.30", "4.83", "6.03"],
    [laoCai, 0.1, 6, "3.60", "6.04", "7.54"],
    [haNoi, 0.02, 12, "2.48", "2.03", "2.26"],
    [haNoi, 0.05, 12, "4.70", "2.79", "3.11"],
    [haNoi, 0.1, 12, "8.40", "3.74", "4.15"],
  ])("%o, people of a hamlet alike by %d", (design, likeness, degreesOfFreedom, effect, byNormal, byT) => {
    const normal = expectedMargin({ ...design, likeness });
    const t = expectedMargin({ ...design, likeness, degreesOfFreedom });
    expect([normal.designEffect, 100 * normal.margin, 100 * t.margin].map((figure) => figure.toFixed(2))).toEqual([effect, byNormal, byT]);
  });

  test("what cannot be expected", () => {
    const none = { respondents: 0, clusterSize: 0.5, likeness: 2, rate: -1, level: 1, degreesOfFreedom: 0 };
    expect(safeExpectedMargin(none)).toMatchObject({ issues: { length: 6 } });
  });
});

test("chance is xoshiro128**, as its authors published it", () => {
  const next = xoshiro128([1, 2, 3, 4]);
  expect([next(), next(), next(), next()]).toEqual([11520, 0, 5927040, 70819200]);
});

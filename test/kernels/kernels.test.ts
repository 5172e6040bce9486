import { describe, expect, test } from "vitest";
import { cohort } from "./cohort";
import { type Family, kernels } from "./family";
import { grades } from "./grades";
import { leafRules } from "./leafRules";
import { notApplicable } from "./notApplicable";
import { quotas } from "./quotas";
import { ranks } from "./ranks";
import { rounds } from "./rounds";
import { sums } from "./sums";
import { tables } from "./tables";
import { time } from "./time";

const families: Readonly<Record<string, Family>> = { leafRules, cohort, notApplicable, sums, rounds, grades, quotas, ranks, tables, time };

describe("fifty ways of scoring", () => {
  test("each has one test, in its family, and no test stands for one that is not listed", () => {
    const tested = Object.entries(families).flatMap(([family, tests]) => Object.keys(tests).map((id) => `${family}: ${id}`));
    expect(new Set(kernels.map(({ id }) => id)).size).toBe(50);
    expect(tested.sort()).toEqual(kernels.map(({ family, id }) => `${family}: ${id}`).sort());
  });
});

describe.each(Object.entries(families))("%s", (_, tests) => {
  const named = Object.entries(tests).map(([id, run]) => [id, kernels.find((kernel) => kernel.id === id)?.says.en, run] as const);
  test.each(named)("%s: %s", (_id, _says, run) => {
    expect.hasAssertions();
    run();
  });
});

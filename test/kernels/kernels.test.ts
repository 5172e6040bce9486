import { describe, expect, test } from "vitest";
import { type Family, kernels } from "./family";
import { leafRules } from "./leafRules";
import { notApplicable } from "./notApplicable";
import { ranks } from "./ranks";
import { rounds } from "./rounds";
import { sums } from "./sums";
import { tables } from "./tables";
import { time } from "./time";

const families: Readonly<Record<string, Family>> = { leafRules, notApplicable, sums, rounds, ranks, tables, time };

describe("fifty ways of scoring", () => {
  test("each has one test, in its family, and no test stands for one that is not listed", () => {
    const tested = Object.entries(families).flatMap(([family, tests]) => Object.keys(tests).map((id) => `${family}: ${id}`));
    expect(new Set(kernels.map(({ id }) => id)).size).toBe(50);
    expect(tested.sort()).toEqual(kernels.map(({ family, id }) => `${family}: ${id}`).sort());
  });
});

describe.each(Object.entries(families))("%s", (_, tests) => {
  test.each(Object.entries(tests).map(([id, run]) => ({ id, run, says: kernels.find((kernel) => kernel.id === id)?.says.en })))(
    "$id: $says",
    ({ run }) => {
      expect.hasAssertions();
      run();
    },
  );
});

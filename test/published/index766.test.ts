import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCriteria } from "../../src/criteria/parseCriteria";
import { parseEvidence } from "../../src/evidence/parseEvidence";
import { fromDecimal } from "../../src/exact/decimal";
import { compare, sum } from "../../src/exact/ratio";
import { nodeScore } from "../../src/score/nodeScore";
import { scoreUnit } from "../../src/score/scoreUnit";

interface Figures {
  readonly unit: string;
  readonly n: number;
  readonly d: number;
  readonly points: string;
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const published = JSON.parse(read("index-766.json")) as {
  readonly transparency: readonly (Omit<Figures, "unit"> & { readonly id: string })[];
  readonly progress: readonly Figures[];
  readonly satisfaction: readonly Figures[];
  readonly petitions: readonly (Figures & { readonly metric: string })[];
};
const criteria = parseCriteria(read("../../criteria/reconstructed/vn/ttg/index-766/2022-766-qd-ttg/criteria.json"));

/** The published points of one metric for these figures; they do not depend on the group of the unit. */
function pointsOf(code: string, done: number, due: number): string | undefined {
  const unit = { id: "unit", name: "unit", group: "department" };
  return nodeScore(
    scoreUnit(criteria, parseEvidence(criteria, { unit, period: "2026", round: "appraised", items: { [code]: { done, due } } })),
    code,
  )?.published;
}

const metrics = [
  ...published.transparency.map(({ id, n, d, points }) => ({ code: id, unit: "Tỉnh Phú Thọ, quý III", n, d, points })),
  ...published.progress.map((row) => ({ code: "2.1", ...row })),
  ...published.satisfaction.map((row) => ({ code: "5.4", ...row })),
  ...published.petitions.flatMap(({ metric, ...row }) => metric.split("/").map((code) => ({ code, ...row }))),
];

describe("index of service quality, figures of Phú Thọ and its agencies", () => {
  test.each(metrics)("$code $unit: $n of $d is $points", ({ code, n, d, points }) => {
    expect(compare(fromDecimal(pointsOf(code, n, d) ?? "-1"), fromDecimal(points))).toBe(0);
  });

  test("20 × 528684 ÷ 597918 is 17.68", () => {
    expect(pointsOf("2.1", 528684, 597918)).toBe("17.68");
  });

  test("transparency of Phú Thọ is 7.96, the sum of its four metrics", () => {
    const points = published.transparency.map(({ id, n, d }) => fromDecimal(pointsOf(id, n, d) ?? "-1"));
    expect(compare(sum(points), fromDecimal("7.96"))).toBe(0);
  });
});

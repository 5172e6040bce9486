import { describe, expect, test } from "vitest";
import { parseCriteria } from "../../src/criteria/parseCriteria";
import { parseReports } from "../../src/evidence/parseEvidence";
import { fromDecimal } from "../../src/exact/decimal";
import { compare, subtract } from "../../src/exact/ratio";
import { rank } from "../../src/rank/rank";
import { summarize } from "../../src/rank/summarize";
import type { Score } from "../../src/score/score";
import { scoreAll } from "../../src/score/scoreAll";
import { published } from "./published";

/** Published points, given to the engine leaf by leaf: what it adds, ranks and takes the mean of must be what was published. */

const { rows } = published("ministries-2023");
const provenance = { confidence: "invented" };

/** A set whose leaves take their points as given. The maxima are invented: the table of ministries prints none. */
function setOf(leaves: Readonly<Record<string, string>>, maxPoints: string) {
  return parseCriteria({
    format: "par-index/criteria/1",
    id: "example/ministries",
    revision: 1,
    status: "example",
    title: { vi: "Điểm đã công bố của các bộ" },
    notice: { vi: "Điểm tối đa đặt ra để tính thử." },
    instrument: { provenance },
    periods: ["2023"],
    sources: {},
    groups: [{ id: "ministry", title: { vi: "Bộ, cơ quan ngang bộ" } }],
    policies: {
      rounding: { places: 2, mode: "halfUp", stage: "published", provenance },
      published: { value: "points", provenance },
      notApplicable: { policy: "refuse", provenance },
      ranking: { compare: "exact", ties: "share", incomplete: "unranked", within: "all", provenance },
      mean: { of: "published", provenance },
      change: { of: "published", provenance },
    },
    maxPoints,
    children: Object.entries(leaves).map(([code, most]) => ({
      code,
      title: { vi: code },
      maxPoints: most,
      method: "leadership",
      rule: { kind: "given", by: { vi: "Bảng đã công bố" } },
      provenance: { points: provenance, rule: provenance },
    })),
  });
}

function reportOf(unit: string, points: Readonly<Record<string, string | undefined>>) {
  const items = Object.fromEntries(Object.entries(points).map(([code, given]) => [code, { points: given }]));
  return { unit: { id: unit, name: unit, group: "ministry" }, period: "2023", round: "appraised", items };
}

describe("ministries 2023 through the engine, total by total", () => {
  const criteria = setOf({ value: "100" }, "100");
  const reports = rows.map(({ unit, value }) => reportOf(unit, { value })).reverse();
  const scores = scoreAll(criteria, parseReports(criteria, reports));

  test("ranks 1 to 17 as published", () => {
    const places = rank(criteria, scores).groups.flatMap((group) => group.places);
    expect(places.map(({ rank, unit, published }) => [String(rank), unit.id, published])).toEqual(
      rows.map(({ rank, unit, value }) => [rank, unit, value]),
    );
  });

  test("the mean 84.38 as published, with exactly ten ministries above it", () => {
    const [summary] = summarize(criteria, scores);
    expect(summary?.mean?.published).toBe("84.38");
    expect(summary?.above).toHaveLength(10);
    expect(summary?.at).toEqual([]);
    expect(new Set(summary?.above)).toEqual(new Set(rows.slice(0, 10).map(({ unit }) => unit)));
  });

  test("fourteen from 80 up, three below", () => {
    expect(scores.filter(({ points }) => compare(fromDecimal(points), fromDecimal("80")) >= 0)).toHaveLength(14);
  });
});

describe("ministries 2023 through the engine, from appraised and survey points", () => {
  const criteria = setOf({ appraised: "70", survey: "30" }, "100");
  const reports = rows.map(({ unit, parts }) => reportOf(unit, { ...parts }));
  const scores = scoreAll(criteria, parseReports(criteria, reports));

  test("totals of rounded parts are within 0.01 of the published totals, which were rounded once", () => {
    const gaps = scores.map(({ points }, index) => subtract(fromDecimal(points), fromDecimal(rows[index]?.value ?? "0")));
    const most = fromDecimal("0.01");
    expect(gaps.filter((gap) => compare(gap, most) <= 0 && compare(gap, subtract(fromDecimal("0"), most)) >= 0)).toHaveLength(17);
    expect(scores.filter(({ published }, index) => published === rows[index]?.value)).toHaveLength(8);
  });

  test("the ranks are those published all the same", () => {
    const places = rank(criteria, scores as readonly Score[]).groups.flatMap((group) => group.places);
    expect(places.map(({ unit }) => unit.id)).toEqual(rows.map(({ unit }) => unit));
  });
});

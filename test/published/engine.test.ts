import { compare, fromExactText, rank, subtract, summarize } from "par-index";
import { describe, expect, test } from "vitest";
import { published } from "./published";
import { byParts, byValue, scoresOf, setOf } from "./publishedSet";

/** Published points, given to the engine leaf by leaf: what it adds, ranks and takes the mean of must be what was published. */

const table = published("ministries-2023");
const { rows } = table;

describe("ministries 2023 through the engine, total by total", () => {
  const criteria = setOf(["100"]);
  const scores = scoresOf(criteria, [...byValue(table)].reverse());

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
    expect(scores.filter(({ points }) => compare(fromExactText(points), fromExactText("80")) >= 0)).toHaveLength(14);
  });
});

describe("ministries 2023 through the engine, from appraised and survey points", () => {
  const criteria = setOf(["70", "30"]);
  const scores = scoresOf(criteria, byParts(table, ["appraised", "survey"]));

  test("totals of rounded parts are within 0.01 of the published totals, which were rounded once", () => {
    const gaps = scores.map(({ points }, index) => subtract(fromExactText(points), fromExactText(rows[index]?.value ?? "0")));
    const [most, least] = [fromExactText("0.01"), fromExactText("-0.01")];
    expect(gaps.filter((gap) => compare(gap, most) <= 0 && compare(gap, least) >= 0)).toHaveLength(17);
    expect(scores.filter(({ published }, index) => published === rows[index]?.value)).toHaveLength(8);
  });

  test("the ranks are those published all the same", () => {
    const places = rank(criteria, scores).groups.flatMap((group) => group.places);
    expect(places.map(({ unit }) => unit.id)).toEqual(rows.map(({ unit }) => unit));
  });
});

import { rank, summarize } from "par-index";
import { describe, expect, test } from "vitest";
import type { PublishedTable } from "../../src/report/publishedTable";
import { published, publishedTables, rowOf } from "./published";
import { byParts, byValue, type ReadTable, scoresOf, setOf } from "./publishedSet";

/** Tables of agencies, recomputed from what they print: every rank, total, index and mean must be the one printed. */

const ranked: readonly (readonly [string, PublishedTable])[] = [
  ["Thừa Thiên Huế 2021", published("thua-thien-hue-2021")],
  ["Thanh Hóa 2024", published("thanh-hoa-2024")],
  ["Lai Châu 2021", published("lai-chau-2021")],
  ...publishedTables("phu-tho-departments").map((table, index) => [`Phú Thọ, list ${index + 1}`, table] as const),
];

describe.each(ranked)("%s", (_, table) => {
  const criteria = setOf([table.maxPoints ?? "100"], { places: table.places ?? 2 });
  const places = rank(criteria, scoresOf(criteria, byValue(table))).groups.flatMap((group) => group.places);

  test("every printed rank is the one computed; units printed equal stand in the places that they share", () => {
    expect(places).toHaveLength(table.rows.length);
    const apart = places.filter(({ rank, tiedWith, unit }) => {
      const printed = Number(rowOf(table, unit.id).rank);
      return rank === null || printed < rank || printed > rank + tiedWith.length;
    });
    expect(apart).toEqual([]);
  });
});

/** Tables of which only some rows were readable: their order is the order of their values. */
const excerpts = ["yen-bai-2020", "vinh-phuc-2019-2021", "phu-tho-digital-2025", "bac-kan-2018"].flatMap((name) =>
  publishedTables(name).map((table, index) => [`${name}, list ${index + 1}`, table] as const),
);

test.each(excerpts)("%s: the rows stand in the order of their values", (_, table) => {
  const criteria = setOf([table.maxPoints ?? "100"]);
  const places = rank(criteria, scoresOf(criteria, [...byValue(table)].reverse())).groups.flatMap((group) => group.places);
  expect(places.map(({ unit }) => unit.id)).toEqual(table.rows.map(({ unit }) => unit));
});

describe("Thanh Hóa", () => {
  test("2024: the mean of the 20 departments is 85.41, and no other department stands between those of equal print", () => {
    const table = published("thanh-hoa-2024");
    const criteria = setOf(["100"]);
    const scores = scoresOf(criteria, byValue(table));
    expect(summarize(criteria, scores).map(({ mean }) => mean)).toEqual([{ exact: "85.412", published: "85.41" }]);
    const shared = rank(criteria, scores).groups.flatMap(({ places }) => places.filter(({ tiedWith }) => tiedWith.length > 0));
    expect(shared.map(({ rank, published }) => `${rank}: ${published}`)).toEqual(["2: 90.02", "2: 90.02", "13: 85.02", "13: 85.02"]);
  });

  test("2023: with 16 points that do not apply, 68.32 is 81.33 %, and the ranks follow the index", () => {
    const [table] = publishedTables("thanh-hoa-2023") as readonly [PublishedTable];
    const criteria = setOf(["84", "16"], { publishes: "index", places: 3 });
    const units = [
      { unit: "Sở Công Thương", points: ["84", "8.83"] },
      { unit: "Sở Giao thông Vận tải", points: ["84", "7.86"] },
      { unit: "Ban Quản lý KKT Nghi Sơn", points: ["84", "7.651"] },
      { unit: "Ban Dân tộc tỉnh", points: ["68.32", null] },
    ];
    const scores = scoresOf(criteria, units);
    expect(scores.map(({ unit, points, countedMax }) => [unit.id, points, countedMax])).toEqual(
      table.rows.map(({ unit, points, countedMax }) => [unit, points, countedMax]),
    );
    expect(scores.map(({ published }) => published)).toEqual(["92.830", "91.860", "91.651", "81.333"]);
    const places = rank(criteria, scores).groups.flatMap((group) => group.places);
    expect(places.map(({ unit }) => unit.id)).toEqual(table.rows.map(({ unit }) => unit));
  });
});

describe("Lai Châu 2021, from its nine indicators", () => {
  const table = published("lai-chau-2021");
  const columns = Object.keys(table.parts ?? {});
  const criteria = setOf(
    columns.map(() => "2"),
    { places: 3 },
  );
  const units = byParts(table, columns).map(({ unit, points }) => ({ unit, points: points.map((own) => (own === ".34" ? "1.34" : own)) }));
  const scores = scoresOf(criteria, units);

  test("fifteen totals are those printed, one of them with 1.34 for the misprint .34", () => {
    expect(scores.map(({ unit, published }) => [unit.id, published])).toEqual(table.rows.map(({ unit, value }) => [unit, value]));
  });

  test("fifteen ranks are those printed", () => {
    const places = rank(criteria, scores).groups.flatMap((group) => group.places);
    expect(places.map(({ rank, unit }) => [String(rank), unit.id])).toEqual(table.rows.map(({ rank, unit }) => [rank, unit]));
  });
});

test("Yên Bái 2021: documents, impact and satisfaction come to 95.435, published 95.44", () => {
  const table = published("yen-bai-2021");
  const [score] = scoresOf(setOf(["65", "25", "10"]), byParts(table, ["documents", "impact", "satisfaction"]));
  expect([score?.points, score?.published]).toEqual(["95.435", table.rows[0]?.value]);
});

test("Nam Định 2020: without a survey 70 points are brought to 100; both indices fit digits cut, one of them half up", () => {
  const tables = publishedTables("nam-dinh-2020");
  const indices = (read: ReadTable) => {
    const criteria = setOf(["70", "30"], { ...read, rescaleTo: "100" });
    const means = tables.flatMap(({ rows }) => rows).map(({ unit, points }) => ({ unit, points: [points, null] }));
    return scoresOf(criteria, means).map(({ published }) => published);
  };
  expect(indices({ mode: "down" })).toEqual(tables.map(({ rows }) => rows[0]?.value));
  expect(indices({ mode: "halfUp" })).toEqual(["89.46", "87.80"]);
});

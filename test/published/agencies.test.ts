import { applyQuota, classify, countGrades, parseReports, rank, scoreAll, summarize } from "par-index";
import { describe, expect, test } from "vitest";
import type { PublishedTable } from "../../src/report/publishedTable";
import { type Grades, gradingByGroup, gradingOf } from "../kernels/gradingOf";
import { invented, leaf, reportOf, scoresGiven, setOf as smallSet } from "../kernels/smallSet";
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

describe("classes", () => {
  /** Units of each printed class, best first, when the printed values are graded by the table's own cut points. */
  const counted = (table: PublishedTable) => {
    const { groups = [], maxPoints = "100", places = 2 } = table;
    const grades = groups.map(({ atLeast }, index) => {
      const above = groups[index - 1]?.atLeast;
      return [
        `class${index + 1}`,
        { ...(atLeast === undefined ? {} : { atLeast }), ...(above === undefined ? {} : { lessThan: above }) },
      ] as const;
    });
    const lowest = { lessThan: groups.at(-1)?.atLeast };
    const criteria = setOf([maxPoints], { places, grading: gradingOf(Object.fromEntries([...grades, ["below", lowest]])) });
    const scores = scoresOf(criteria, byValue(table));
    return countGrades(criteria, classify(criteria, scores)).flatMap(({ grades }) => grades.map(({ units }) => String(units)));
  };

  test.each([
    ["Thừa Thiên Huế 2021: 1, 14 and 6 departments", published("thua-thien-hue-2021")],
    ["Lai Châu 2021: 5 and 10 departments", published("lai-chau-2021")],
  ] as const)("%s, as printed", (_, table) => {
    expect(counted(table)).toEqual([...(table.groups ?? []).map(({ units }) => units), "0"]);
  });
});

describe("Sơn La 2017, 49 units in four groups", () => {
  const tables = publishedTables("son-la-rating-2017");
  const groups = ["department", "district", "service", "association"];
  const bands: Grades = { excellent: { atLeast: "90" }, good: { atLeast: "70", lessThan: "90" }, done: { lessThan: "70" } };
  const quota = {
    id: "excellentAtMost20",
    grade: "excellent",
    share: { percent: "20", of: "rated", rounding: "halfUp" },
    effect: "grade",
    provenance: invented,
  } as const;
  const grading = gradingByGroup(Object.fromEntries(groups.map((group) => [group, bands])), { quotas: [quota] });
  const criteria = smallSet([leaf("1", "100")], { groups, grading });
  // Only the classes are printed: points inside each stand for them, a hundredth apart.
  const points = [95, 80, 60];
  const scores = tables.flatMap(({ groups: classes = [] }, index) => {
    const units = classes.flatMap(({ units }, place) =>
      Array.from({ length: Number(units) }, (_, nth) => [`${groups[index]} ${place}-${nth}`, String((points[place] ?? 0) - nth / 100)]),
    );
    return scoresGiven(criteria, Object.fromEntries(units), { group: groups[index] ?? "" });
  });
  const graded = classify(criteria, scores);

  test("the classes are those printed", () => {
    expect(scores).toHaveLength(49);
    const counts = countGrades(criteria, graded).map(({ grades }) => grades.map(({ units }) => String(units)));
    expect(counts).toEqual(tables.map(({ groups: classes = [] }) => classes.map(({ units }) => units)));
  });

  test("a quota of 20 % cannot have been in effect: seven departments and three districts are beyond it", () => {
    const { quotas } = applyQuota(criteria, graded);
    expect(quotas.map(({ group, proposed, allowed, beyond }) => [group, proposed.length, allowed.most, beyond.length])).toEqual([
      ["department", 11, 4, 7],
      ["district", 5, 2, 3],
      ["service", 2, 2, 0],
      ["association", 0, 1, 0],
    ]);
  });
});

describe("Đà Nẵng 2023, seven districts and Hoàng Sa", () => {
  const table = published("da-nang-districts-2023");
  const criteria = smallSet([leaf("1", "100")], { grading: gradingOf({ excellent: { atLeast: "90" }, good: { lessThan: "90" } }) });
  // Only the classes are printed: points inside each stand for them.
  const excellent = new Set(["Ngũ Hành Sơn", "Thanh Khê", "Hải Châu", "Sơn Trà"]);
  const reports = table.rows.map(({ unit, ranked }, index) => {
    const report = reportOf(unit, { "1": { points: String((excellent.has(unit) ? 95 : 80) - index / 100) } });
    return ranked === false ? { ...report, unit: { ...report.unit, notRated: { vi: "Huyện đảo, không xếp loại" } } } : report;
  });
  const scores = scoreAll(criteria, parseReports(criteria, reports));

  test("four are excellent, three good, and Hoàng Sa is listed without a grade", () => {
    const [counts] = countGrades(criteria, classify(criteria, scores));
    expect(counts?.grades.map(({ units }) => String(units))).toEqual(table.groups?.map(({ units }) => units));
    expect(counts?.ungraded).toEqual([{ reason: "notRated", units: ["Hoàng Sa"] }]);
  });

  test("seven are ranked and are in the mean", () => {
    const places = rank(criteria, scores).groups.flatMap((group) => group.places);
    expect(places.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, null]);
    expect(summarize(criteria, scores).map(({ units, leftOut }) => [String(units), leftOut])).toEqual([
      [table.counts?.units, ["Hoàng Sa"]],
    ]);
  });
});

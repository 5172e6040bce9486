import { describe, expect, test } from "vitest";
import { exactText, fromDecimal } from "../../src/exact/decimal";
import { add, compare, divide, multiply, ratio, subtract, sum } from "../../src/exact/ratio";
import { round } from "../../src/exact/rounding";
import { checkTable } from "../../src/report/checkTable";
import type { PublishedRow, PublishedTable } from "../../src/report/publishedTable";
import { addresses, excerpts, fixtureNames, inShort, published, publishedTables, rowOf } from "./published";

const halfUp = { places: 2, mode: "halfUp" } as const;

/** The printed total less what its printed parts come to. */
function gap(table: PublishedTable, row: PublishedRow): string {
  const parts = Object.entries(row.parts ?? {}).map(([name, text = "0"]) =>
    multiply(fromDecimal(table.parts?.[name]?.weight ?? "1"), fromDecimal(text.replace(",", "."))),
  );
  return exactText(subtract(fromDecimal((row.value ?? "").replace(",", ".")), sum(parts)));
}

function meanOf({ rows }: PublishedTable): string {
  const values = rows.map(({ value = "" }) => fromDecimal(value.replace(",", ".")));
  return exactText(divide(sum(values), ratio(values.length)));
}

function countGaps(table: PublishedTable): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const found of table.rows.map((row) => gap(table, row))) counts[found] = (counts[found] ?? 0) + 1;
  return counts;
}

/** Tables that agree with themselves. */
const consistent = [
  "ministries-2023",
  "provinces-2020-top-ten",
  "pci-2020",
  "regions-2023",
  "ninh-thuan-2022",
  "quang-nam-2022-2023",
  "thanh-hoa-province-2021",
  "bac-kan-2018",
  "da-nang-districts-2023",
  "dak-nong-2019",
  "ict-index-2017",
  "khanh-hoa-2020-2021",
  "nam-dinh-2020",
  "phu-tho-departments",
  "phu-tho-digital-2025",
  "quang-nam-agencies",
  "son-la-2020",
  "son-la-rating-2017",
  "thanh-hoa-2023",
  "thanh-hoa-2024",
  "thua-thien-hue-2018",
  "thua-thien-hue-2021",
  "thua-thien-hue-communes-2021",
  "thua-thien-hue-quarter-2019",
  "vinh-long-2021",
  "vinh-phuc-2019-2021",
  "yen-bai-2020",
  "yen-bai-2021",
];

/** Tables in which something is found, or that are not to be recomputed: told in tests of their own. `national` goes with the excerpts. */
const withFindings = ["ha-tinh-ddci-2021", "lai-chau-2021", "national", "pci-2019", "pci-phu-tho", "regions-2024", "tuyen-quang-2022"];

test("every table that was copied is checked", () => {
  expect([...consistent, ...withFindings].sort()).toEqual(fixtureNames());
});

test("every table and every row has the address it was read at", () => {
  expect(addresses().filter((address) => !/[a-z0-9-]+(\.[a-z0-9-]+)+/i.test(address))).toEqual([]);
});

describe("published tables that are consistent", () => {
  test.each(consistent)("%s", (name) => {
    expect(publishedTables(name).flatMap(checkTable)).toEqual([]);
  });

  test.each(excerpts().filter(({ title }) => title !== "province 2024"))("excerpt of $title", ({ table }) => {
    expect(checkTable(table)).toEqual([]);
  });
});

describe("ministries 2023", () => {
  const table = published("ministries-2023");

  test("eight totals are the sum of the printed parts, nine are 0.01 off, in both directions", () => {
    expect(countGaps(table)).toEqual({ "0": 8, "0.01": 6, "-0.01": 3 });
  });

  test("the mean of the printed values is the mean printed", () => {
    expect(table.rows).toHaveLength(17);
    expect(round(divide(sum(table.rows.map(({ value = "" }) => fromDecimal(value))), ratio(17)), halfUp)).toBe("84.38");
  });

  test.each([
    ["aboveMean", "9"],
    ["aboveMean", "11"],
    ["units", "18"],
  ] as const)("another count %s of %s is found", (key, count) => {
    expect(inShort(checkTable({ ...table, counts: { ...table.counts, up: undefined, [key]: count } }))).toEqual(["countDiffers"]);
  });

  test("a ministry on two rows is found, beside the count and the ranks that it upsets", () => {
    const [first] = table.rows;
    const twice = {
      ...table,
      counts: undefined,
      groups: undefined,
      rows: [...table.rows, { ...first, unit: first?.unit ?? "", rank: "18" }],
    };
    expect(inShort(checkTable(twice))).toEqual([`unitRepeated ${first?.unit}`, `rankAgainstValue ${first?.unit}`, "meanDiffers"]);
  });

  test("another number of units at 80 or more is found", () => {
    const groups = [{ name: "from 80", atLeast: "80", units: "15" }, { name: "below 80" }];
    expect(inShort(checkTable({ ...table, groups }))).toEqual(["countDiffers"]);
  });
});

describe("provinces 2020, the first ten", () => {
  const table = published("provinces-2020-top-ten");

  test("Phú Thọ is tenth with 85.74, and its four blocks add up to 85.73", () => {
    const phuTho = rowOf(table, "Phú Thọ");
    expect([phuTho.rank, phuTho.value, gap(table, phuTho)]).toEqual(["10", "85.74", "0.01"]);
  });

  test("seven totals are the sum of the printed blocks, three are 0.01 off", () => {
    expect(countGaps(table)).toEqual({ "0": 7, "-0.01": 1, "0.01": 2 });
  });
});

describe("Ninh Thuận 2022", () => {
  const [whole, appraised, survey] = publishedTables("ninh-thuan-2022");

  test("the total is 0.01 off its blocks; the surveyed half is the sum of its three", () => {
    expect(whole?.rows.map((row) => gap(whole, row))).toEqual(["-0.01"]);
    expect(exactText(sum(["8.23", "18.05", "5.31"].map(fromDecimal)))).toBe(survey?.rows[0]?.points);
  });

  test("percentages of the maximum have two decimals, rounded half up", () => {
    const percent = (points: string, max: string) => round(divide(multiply(ratio(100), fromDecimal(points)), fromDecimal(max)), halfUp);
    expect(percent("54.2", "61.5")).toBe(appraised?.rows[0]?.value);
    expect(percent("31.59", "38.5")).toBe(survey?.rows[0]?.value);
  });

  test.each([
    ["change", "-0.67", "changeDiffers"],
    ["rankChange", "+5", "changeDiffers"],
    ["fromMean", "+0.89", "distanceDiffers"],
  ])("another %s is found", (column, printed, code) => {
    const table = { ...whole, rows: whole?.rows.map((row) => ({ ...row, [column]: printed })) ?? [] } as PublishedTable;
    expect(inShort(checkTable(table))).toEqual([`${code} Ninh Thuận`]);
  });

  test("the blocks and the maxima are the whole 100", () => {
    const maxima = Object.values(whole?.parts ?? {}).map(({ maxPoints = "" }) => fromDecimal(maxPoints));
    expect(exactText(sum(maxima))).toBe("100");
    const above = whole?.rows.map((row) => ({ ...row, parts: { ...row.parts, satisfaction: "10.01" } })) ?? [];
    expect(inShort(checkTable({ ...whole, extent: "excerpt", rows: above }))).toContain("partAboveMax Ninh Thuận");
  });
});

describe("PCI", () => {
  test("2020: all 63 ranks, and the only three pairs that are equal as printed have ranks of their own", () => {
    const { rows } = published("pci-2020");
    expect(rows.map(({ rank }) => Number(rank))).toEqual(Array.from({ length: 63 }, (_, index) => index + 1));
    const equal = rows.flatMap((row, index) => (rows[index + 1]?.value === row.value ? [[row.unit, rows[index + 1]?.unit]] : []));
    expect(equal).toEqual([
      ["Đồng Nai", "Hà Tĩnh"],
      ["Khánh Hòa", "Bắc Giang"],
      ["Lai Châu", "Ninh Bình"],
    ]);
  });

  test("2019: TP Hồ Chí Minh is N/A and rank 14 is missing; every other row agrees", () => {
    expect(inShort(checkTable(published("pci-2019")))).toEqual(["printedNotANumber TP Hồ Chí Minh (HCMC)", "rankMissing"]);
  });

  // Ten sub-indices with two decimals, whose weights add up to 10: the index may be off by 10 × 0.005, and 0.005 of its own.
  // No row needs more than 0.02 of that.
  const allowance = add(multiply(ratio(10), fromDecimal("0.005")), fromDecimal("0.005"));
  const table2019 = published("pci-2019");
  const phuTho = published("pci-phu-tho");
  const reproduced = [
    ...table2019.rows.filter(({ value }) => value !== "N/A").map((row) => ({ table: table2019, row })),
    ...phuTho.rows.filter(({ unit }) => Number(unit) >= 2014 && Number(unit) <= 2020).map((row) => ({ table: phuTho, row })),
  ];

  test("the weights 5-5-20-5-10-5-5-20-20-5 give 29 published indices within 0.02", () => {
    const furthest = reproduced.map(({ table, row }) => gap(table, row).replace("-", "")).sort((a, b) => Number(b) - Number(a))[0];
    expect(reproduced).toHaveLength(29);
    expect(exactText(allowance)).toBe("0.055");
    expect(compare(fromDecimal(furthest ?? "1"), fromDecimal("0.02"))).toBeLessThanOrEqual(0);
  });

  test("equal weights do not", () => {
    const equal = Object.fromEntries(Object.keys(table2019.parts ?? {}).map((name) => [name, { weight: "1" }]));
    const found = checkTable({ ...table2019, parts: equal }).filter(({ code }) => code === "totalDiffers");
    expect(found.length).toBeGreaterThan(15);
  });

  test("Phú Thọ: 2013 and 2022 and the years before 2009 do not fit the weights; four years have nine sub-indices", () => {
    const years = (code: string) =>
      checkTable(phuTho)
        .filter((found) => found.code === code)
        .map(({ location }) => location.unit);
    expect(years("printedNotANumber")).toEqual(["2012", "2011", "2010", "2009"]);
    expect(years("totalDiffers")).toEqual(["2022", "2013", "2012", "2011", "2008", "2007", "2006"]);
  });

  test("the 2019 and 2020 indices of Phú Thọ are those of the ranking", () => {
    expect(rowOf(published("pci-2020"), "Phú Thọ").value).toBe(rowOf(phuTho, "2020").value);
  });
});

describe("agencies", () => {
  test("Thanh Hóa 2024: the mean of 20 departments is 85.412, printed 85,41", () => {
    const table = published("thanh-hoa-2024");
    expect(meanOf(table)).toBe("85.412");
    expect(round(fromDecimal(meanOf(table)), halfUp)).toBe("85.41");
    expect(inShort(checkTable({ ...table, mean: { value: "85,43" } }))).toEqual(["meanDiffers"]);
  });

  test("Thanh Hóa 2024: two pairs are equal as printed, with ranks of their own", () => {
    const { rows } = published("thanh-hoa-2024");
    const ranksWith = (value: string) => rows.filter((row) => row.value === value).map(({ rank }) => rank);
    expect([ranksWith("90,02"), ranksWith("85,02")]).toEqual([
      ["2", "3"],
      ["13", "14"],
    ]);
  });

  test("Thanh Hóa 2023: 68.32 points of the 84 that count are 81.33 %, and of 100 they are not", () => {
    expect(round(divide(multiply(ratio(100), fromDecimal("68.32")), ratio(84)), halfUp)).toBe("81.33");
    const [departments] = publishedTables("thanh-hoa-2023");
    const rows = departments?.rows.map((row) => ({ ...row, countedMax: "100" })) ?? [];
    expect(inShort(checkTable({ ...departments, extent: "excerpt", rows }))).toEqual(["percentDiffers Ban Dân tộc tỉnh"]);
  });

  test("Thanh Hóa 2023: ranks follow the index, and the points only where the maximum is 100", () => {
    const [departments] = publishedTables("thanh-hoa-2023");
    expect(rowOf(departments as PublishedTable, "Ban Dân tộc tỉnh")).toMatchObject({ rank: "20", points: "68.32", value: "81.33" });
  });

  test("Thừa Thiên Huế 2021: 1, 14 and 6 departments at 90, 80 and 70", () => {
    const table = published("thua-thien-hue-2021");
    const groups = table.groups?.map((group, index) => ({ ...group, units: ["1", "15", "5"][index] }));
    expect(inShort(checkTable({ ...table, groups }))).toEqual(["countDiffers", "countDiffers"]);
  });

  test("Lai Châu 2021: fourteen rows of nine indicators add up exactly, and the fifteenth with 1.34 for the misprint .34", () => {
    const table = published("lai-chau-2021");
    const misprinted = rowOf(table, "Sở Kế hoạch và Đầu tư");
    expect(inShort(checkTable(table))).toEqual(["printedNotANumber Sở Kế hoạch và Đầu tư"]);
    const mended = { ...misprinted, parts: { ...misprinted.parts, "chỉ số 9": "1.34" } };
    const rows = table.rows.map((row) => (row === misprinted ? mended : row));
    expect(rows.map((row) => gap(table, row))).toEqual(Array(15).fill("0"));
    expect(mended.value).toBe("13.859");
    expect(checkTable({ ...table, rows })).toEqual([]);
  });

  test("Lai Châu 2021: 0.34 for .34 would not do", () => {
    const table = published("lai-chau-2021");
    const rows = table.rows.map((row) => ({ ...row, parts: { ...row.parts, "chỉ số 9": row.parts?.["chỉ số 9"]?.replace(/^\./, "0.") } }));
    expect(inShort(checkTable({ ...table, rows }))).toEqual(["totalDiffers Sở Kế hoạch và Đầu tư"]);
  });

  test("Yên Bái 2021: 95.435 is printed 95.44, half up", () => {
    expect(round(sum(["62.88", "24.42", "8.135"].map(fromDecimal)), halfUp)).toBe("95.44");
  });

  test("Thanh Hóa, province, 2021: eight areas add up to 87,84, printed 87,83", () => {
    const table = published("thanh-hoa-province-2021");
    expect(table.rows.map((row) => gap(table, row))).toEqual(["-0.01"]);
  });

  test("Quảng Nam 2022 and 2023: the area that is not printed would have to lie within its maximum", () => {
    const [year] = publishedTables("quang-nam-2022-2023");
    const valued = (value: string) => checkTable({ ...year, extent: "excerpt", rows: year?.rows.map((row) => ({ ...row, value })) ?? [] });
    expect(inShort(valued("84.20"))).toEqual(["totalDiffers Quảng Nam"]);
    expect(inShort(valued("67.50"))).toEqual(["totalDiffers Quảng Nam"]);
  });

  test("ICT Index 2017: equal values share a rank, and the next is skipped", () => {
    const table = published("ict-index-2017");
    const rows = table.rows.map((row) => (row.unit === "Phú Thọ" ? { ...row, rank: "17" } : row));
    expect(inShort(checkTable({ ...table, rows }))).toEqual([
      "rankRepeated Bà Rịa - Vũng Tàu",
      "rankRepeated Thanh Hóa",
      "rankRepeated Phú Thọ",
    ]);
  });

  test("Thừa Thiên Huế, communes, 2021: each share is that of its class, and together they come to 100.01", () => {
    const { groups = [] } = published("thua-thien-hue-communes-2021");
    const shares = groups.map(({ share = "" }) => fromDecimal(share.replace(",", ".")));
    expect(exactText(sum(shares))).toBe("100.01");
  });

  test("Bắc Kạn 2018: 81.99 is no Tốt there, so that 80 cannot be its cut point", () => {
    const [, districts] = publishedTables("bac-kan-2018");
    const groups = [
      { name: "Tốt", atLeast: "80", units: "0" },
      { name: "Khá", units: "8" },
    ];
    expect(inShort(checkTable({ ...districts, extent: "excerpt", rows: districts?.rows ?? [], groups }))).toEqual([
      "countDiffers",
      "countDiffers",
    ]);
  });

  test("Tuyên Quang 2022: no maximum in half points makes the printed points the printed index; the rest of the index is not printed", () => {
    const halves = Array.from({ length: 80 }, (_, index) => String(60.5 + index / 2));
    const foundWith = (countedMax: string) =>
      publishedTables("tuyen-quang-2022").flatMap(({ rows, ...table }) =>
        checkTable({ ...table, rows: rows.map((row) => ({ ...row, countedMax })) }),
      );
    expect(halves.map((most) => foundWith(most).filter(({ code }) => code === "percentDiffers").length)).toEqual(halves.map(() => 2));
    expect([foundWith("66.27").length, foundWith("65.26").length]).toEqual([1, 1]);
  });

  test("Hà Tĩnh DDCI 2021: the total of no department is the simple mean of its eight components; the weights are not printed", () => {
    const table = published("ha-tinh-ddci-2021");
    const departments = table.rows.filter(({ unit }) => unit.startsWith("Sở"));
    const components = Object.keys(departments[0]?.parts ?? {});
    const equal = Object.fromEntries(components.map((name) => [name, { maxPoints: "10", weight: "1.25" }]));
    expect(components).toHaveLength(8);
    expect(inShort(checkTable({ ...table, parts: equal, rows: departments }))).toEqual(
      departments.map(({ unit }) => `totalDiffers ${unit}`),
    );
  });

  test("Hà Tĩnh DDCI 2021: access to land does not apply to departments, which is an empty cell and not a zero", () => {
    const cells = published("ha-tinh-ddci-2021").rows.map(({ unit, parts }) => [unit.startsWith("Sở"), parts?.["đất đai"] === undefined]);
    expect(cells.filter(([isDepartment, isEmpty]) => isDepartment !== isEmpty)).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactText, fromDecimal } from "../../src/exact/decimal";
import { add, compare, divide, multiply, type Ratio, ratio, subtract, sum } from "../../src/exact/ratio";
import { round } from "../../src/exact/rounding";
import { formatIssue } from "../../src/issue/formatIssue";
import { checkTable } from "../../src/report/checkTable";
import type { PublishedRow, PublishedTable } from "../../src/report/publishedTable";

/** Issues in short: code, unit, column. */
function found(table: PublishedTable): string[] {
  return checkTable(table).map(({ code, location: { unit, path = [] } }) =>
    [code, unit, path.join(".")].filter((part) => part !== undefined).join(" "),
  );
}

function ofRows(rows: readonly PublishedRow[], rest: Partial<PublishedTable> = {}): PublishedTable {
  return { extent: "excerpt", rows, ...rest };
}

/** A complete table of units a, b, c, … with these ranks and values. */
function ranking(...places: readonly (readonly [rank: string, value: string])[]): PublishedTable {
  return { extent: "complete", rows: places.map(([rank, value], index) => ({ unit: "abcdefgh".charAt(index), rank, value })) };
}

describe("a total", () => {
  const total = (value: string, first: string, second: string, rest: Partial<PublishedTable> = {}) =>
    found(ofRows([{ unit: "a", value, parts: { first, second } }], rest));

  test.each(["89.87", "89.88", "89.89", "89,89"])("of 62.67 and 27.21 may be printed %s", (value) => {
    expect(total(value, "62.67", "27.21")).toEqual([]);
  });

  test.each(["89.86", "89.90", "98.88", "-89.88"])("of 62.67 and 27.21 may not be printed %s", (value) => {
    expect(total(value, "62.67", "27.21")).toEqual(["totalDiffers a value"]);
  });

  test("of numbers with different decimals may be off by half a unit of each", () => {
    expect(total("90.5", "62.67", "27.8")).toEqual([]);
    expect(total("90.6", "62.67", "27.8")).toEqual(["totalDiffers a value"]);
  });

  test("of 5 and 57.66 is 62.66, where the table leaves out zeros at the end", () => {
    expect(total("62.9", "57.66", "5")).toEqual([]);
    expect(total("62.9", "57.66", "5", { places: 2 })).toEqual(["totalDiffers a value"]);
    expect(total("62.66", "57.66", "5", { places: 2 })).toEqual([]);
  });

  test("of weighted parts is allowed as much more as the weights", () => {
    const parts = { first: { weight: "2" }, second: { weight: "0.5" } };
    expect(total("30.01", "10.00", "20.00", { parts })).toEqual([]);
    expect(total("30.02", "10.00", "20.00", { parts })).toEqual(["totalDiffers a value"]);
  });

  test("with an empty part is anything up to the maximum of that part", () => {
    const parts = { first: {}, second: { maxPoints: "16.5" } };
    expect(total("62.67", "62.67", "", { parts })).toEqual([]);
    expect(total("79.18", "62.67", "", { parts })).toEqual([]);
    expect(total("79.20", "62.67", "", { parts })).toEqual(["totalDiffers a value"]);
    expect(total("62.65", "62.67", "", { parts })).toEqual(["totalDiffers a value"]);
    expect(total("99", "62.67", "")).toEqual([]);
  });

  test("is the points where the value is their percentage", () => {
    const printed = { unit: "a", points: "68.32", countedMax: "84", value: "81.33" };
    expect(found(ofRows([{ ...printed, parts: { first: "60", second: "8.32" } }]))).toEqual([]);
    expect(found(ofRows([{ ...printed, parts: { first: "61", second: "8.32" } }], { places: 2 }))).toEqual(["totalDiffers a points"]);
  });

  test("is not looked at where no part is printed", () => {
    expect(total("89.88", "", "")).toEqual([]);
  });
});

describe("a maximum", () => {
  test("of a part, of the points, of the value", () => {
    const printed = { unit: "a", value: "100.01", points: "84.1", countedMax: "84", parts: { first: "50", second: "34.10" } };
    const codes = found(ofRows([printed], { maxPoints: "100", parts: { first: { maxPoints: "10" } } }));
    expect(codes).toEqual(["partAboveMax a value", "partAboveMax a points", "partAboveMax a parts.first", "percentDiffers a value"]);
  });

  test("may be reached", () => {
    expect(found(ofRows([{ unit: "a", value: "100.00", points: "84", countedMax: "84" }], { maxPoints: "100" }))).toEqual([]);
  });
});

describe("a percentage of the points", () => {
  test.each(["81.33", "81.34"])("%s may be 68.32 of 84", (value) => {
    expect(found(ofRows([{ unit: "a", value, points: "68.32", countedMax: "84" }]))).toEqual([]);
  });

  test.each(["81.32", "81.35"])("%s may not", (value) => {
    expect(found(ofRows([{ unit: "a", value, points: "68.32", countedMax: "84" }]))).toEqual(["percentDiffers a value"]);
  });

  test("is told exactly, with what rounding allows", () => {
    const [found] = checkTable(ofRows([{ unit: "a", value: "81.32", points: "68.32", countedMax: "84" }]));
    expect(found?.payload).toEqual({ printed: "81.32", computed: "244/3", tolerance: "23/2100" });
  });
});

describe("a change", () => {
  test.each([
    ["85,78", "86,55", "-0,77"],
    ["85.78", "86.55", "−0.77"],
    ["85.78", "86.55", "–0.77"],
    ["86.45", "73.25", "13.2"],
    ["43.8876", "42.3966", "1.49"],
    ["80.00", "80.00", "0"],
  ])("to %s from %s is %s", (value, previous, change) => {
    expect(found(ofRows([{ unit: "a", value, previous, change }]))).toEqual([]);
  });

  test("has no allowance of its own", () => {
    expect(found(ofRows([{ unit: "a", value: "85.78", previous: "86.55", change: "-0.76" }]))).toEqual(["changeDiffers a change"]);
    expect(found(ofRows([{ unit: "a", value: "85.78", previous: "86.55", change: "0.77" }]))).toEqual(["changeDiffers a change"]);
  });

  test("of a rank counts the places risen", () => {
    expect(found(ofRows([{ unit: "a", rank: "29", previousRank: "35", rankChange: "+6" }]))).toEqual([]);
    expect(found(ofRows([{ unit: "a", rank: "29", previousRank: "35", rankChange: "-6" }]))).toEqual(["changeDiffers a rankChange"]);
  });

  test("of the mean, and the distance from it", () => {
    const mean = { value: "84.79", previous: "86.37", change: "-1.58" };
    expect(found(ofRows([{ unit: "a", value: "85.78", fromMean: "0.99" }], { mean }))).toEqual([]);
    const other = { ...mean, change: "1.58" };
    expect(found(ofRows([{ unit: "a", value: "85.78", fromMean: "0.98" }], { mean: other }))).toEqual([
      "distanceDiffers a fromMean",
      "changeDiffers mean.change",
    ]);
  });
});

describe("the units", () => {
  const named = (...units: readonly string[]) => checkTable(ofRows(units.map((unit) => ({ unit }))));

  test("have one row each", () => {
    expect(named("a", "b", "c")).toEqual([]);
  });

  test("on two rows or more are named once", () => {
    expect(named("a", "b", "a", "c", "b", "a")).toEqual([
      { code: "unitRepeated", severity: "error", payload: { unit: "a" }, location: { unit: "a", path: ["unit"] } },
      { code: "unitRepeated", severity: "error", payload: { unit: "b" }, location: { unit: "b", path: ["unit"] } },
    ]);
  });

  test("are the same however their letters are composed", () => {
    expect(named("Hòa Bình", " Hòa Bình".normalize("NFD")).map(({ location }) => location.unit)).toEqual(["Hòa Bình"]);
    expect(named("Hà Nam", "Hà Nội")).toEqual([]);
  });

  test("are looked at whether they are ranked or not", () => {
    expect(found(ofRows([{ unit: "a", value: "80", ranked: false }, { unit: "a" }]))).toEqual(["unitRepeated a unit"]);
  });
});

describe("ranks", () => {
  test("equal values may share a rank or have ranks of their own", () => {
    expect(found(ranking(["1", "90"], ["2", "80"], ["2", "80.00"], ["4", "70"]))).toEqual([]);
    expect(found(ranking(["1", "90"], ["2", "80"], ["3", "80.00"], ["4", "70"]))).toEqual([]);
  });

  test("different values may not share one; both units are named, and so is the hole", () => {
    expect(found(ranking(["1", "90"], ["3", "80"], ["3", "75"], ["4", "70"]))).toEqual([
      "rankRepeated b rank",
      "rankRepeated c rank",
      "rankMissing rank",
    ]);
  });

  test("of many that one misprint contradicts, only that one is named", () => {
    const table = ranking(["1", "90"], ["2", "60"], ["3", "80"], ["4", "75"], ["5", "70"]);
    expect(checkTable(table)).toEqual([
      {
        code: "rankAgainstValue",
        severity: "error",
        payload: { rank: "2", value: "60", other: "c", otherRank: "3", otherValue: "80" },
        location: { unit: "b", path: ["rank"] },
      },
    ]);
  });

  test("two that are exchanged are one too many", () => {
    expect(found(ranking(["1", "90"], ["3", "80"], ["2", "75"], ["4", "70"]))).toHaveLength(1);
  });

  test("missing are told gap by gap, unless the rows are picked out", () => {
    const table = ranking(["2", "90"], ["3", "80"], ["7", "70"]);
    const payloads = (extent: PublishedTable["extent"]) => checkTable({ ...table, extent }).map(({ payload }) => payload);
    expect(payloads("complete")).toEqual([{ rank: "1" }, { rank: "4–6" }]);
    expect(payloads("top")).toEqual([{ rank: "1" }, { rank: "4–6" }]);
    expect(payloads("excerpt")).toEqual([]);
  });

  test("of units that are not ranked do not count", () => {
    const table = ranking(["1", "90"], ["2", "80"]);
    const rows: readonly PublishedRow[] = [...table.rows, { unit: "x", value: "95", ranked: false }];
    expect(found({ ...table, rows, mean: { value: "85" }, counts: { units: "2", aboveMean: "1" } })).toEqual([]);
  });
});

describe("the mean", () => {
  const table = ranking(["1", "90.02"], ["2", "80.01"], ["3", "70.00"]);

  test.each(["80.00", "80.01", "80.02"])("of 90.02, 80.01 and 70.00 may be printed %s", (value) => {
    expect(found({ ...table, mean: { value } })).toEqual([]);
  });

  test("may not be printed 80.03, unless units are left out of the table", () => {
    expect(found({ ...table, mean: { value: "80.03" } })).toEqual(["meanDiffers mean.value"]);
    expect(found({ ...table, extent: "top", mean: { value: "80.03" } })).toEqual([]);
    expect(found({ ...table, rows: [...table.rows, { unit: "d", rank: "4" }], mean: { value: "80.03" } })).toEqual([]);
  });

  test("of regions weighs each by its units", () => {
    const rows = [
      { unit: "north", value: "80.00", units: "3" },
      { unit: "south", value: "90.00", units: "1" },
    ];
    expect(found({ extent: "complete", rows, mean: { value: "82.50" }, counts: { units: "4" } })).toEqual([]);
    expect(found({ extent: "complete", rows, mean: { value: "85.00" }, counts: { units: "2" } })).toEqual([
      "meanDiffers mean.value",
      "countDiffers counts.units",
    ]);
  });
});

describe("counts of units", () => {
  const table = ranking(["1", "90"], ["2", "80"], ["3", "80"], ["4", "70"]);

  test("above the mean; a unit printed equal to it may be on either side", () => {
    const withCount = (aboveMean: string) => found({ ...table, mean: { value: "80" }, counts: { aboveMean } });
    expect(["1", "2", "3"].flatMap(withCount)).toEqual([]);
    expect(withCount("0")).toEqual(["countDiffers counts.aboveMean"]);
    expect(withCount("4")).toEqual(["countDiffers counts.aboveMean"]);
  });

  test("of groups, against the cut points and against all units", () => {
    const groups = (...units: readonly (string | undefined)[]) => [
      { name: "A", atLeast: "85", units: units[0] },
      { name: "B", atLeast: "75", units: units[1] },
      { name: "C", units: units[2] },
    ];
    expect(found({ ...table, groups: groups("1", "2", "1") })).toEqual([]);
    expect(found({ ...table, groups: groups("1", undefined, "1") })).toEqual([]);
    expect(found({ ...table, groups: groups("2", "1", "1") })).toEqual(["countDiffers groups.A", "countDiffers groups.B"]);
    expect(found({ ...table, groups: groups("1", "2", "2") })).toEqual(["countDiffers groups.C", "countDiffers groups"]);
  });

  test("not ranked, against the rows that say so", () => {
    const rows = [...table.rows, { unit: "x", ranked: false as const }, { unit: "y", ranked: false as const }];
    const withCount = (notRanked: string, extent: PublishedTable["extent"]) => found({ ...table, extent, rows, counts: { notRanked } });
    expect(["1", "2", "3"].map((count) => withCount(count, "complete").length)).toEqual([1, 0, 1]);
    expect(["1", "2", "3"].map((count) => withCount(count, "excerpt").length)).toEqual([1, 0, 0]);
    expect(withCount("1", "complete")).toEqual(["countDiffers counts.notRanked"]);
  });

  test("of groups as shares, each by itself: rounded apart they may come to 100.01", () => {
    const shared = (good: string) =>
      found(
        ofRows([], {
          counts: { units: "136" },
          groups: [
            { name: "Xuất sắc", units: "9", share: "6,62" },
            { name: "Tốt", units: "62", share: good },
            { name: "Khá", units: "41", share: "30,15" },
            { name: "Trung bình", units: "24", share: "17,65" },
          ],
        }),
      );
    expect(["45,59", "45,6"].flatMap(shared)).toEqual([]);
    expect(["45,58", "45,60"].flatMap(shared)).toEqual(["shareDiffers groups.Tốt.share", "shareDiffers groups.Tốt.share"]);
  });

  test("of groups whose cut points are not printed, against all units only", () => {
    const groups = (good: string) => [
      { name: "A", units: "1" },
      { name: "B", units: good },
      { name: "C", units: "1" },
    ];
    expect(found({ ...table, groups: groups("2") })).toEqual([]);
    expect(found({ ...table, groups: groups("3") })).toEqual(["countDiffers groups"]);
  });

  test("up, down and unchanged, against the rows and against all units", () => {
    const changes = ["1.5", "0", "-1", "-2"];
    const moved = { ...table, rows: table.rows.map((each, index) => ({ ...each, change: changes[index] })) };
    expect(found({ ...moved, counts: { up: "1", down: "2", unchanged: "1" } })).toEqual([]);
    expect(found({ ...moved, counts: { up: "2", down: "2", unchanged: "1" } })).toEqual(["countDiffers counts.up", "countDiffers counts"]);
    expect(found({ ...moved, counts: { up: "1", down: "3" } })).toEqual(["countDiffers counts.down"]);
  });

  test("are told by what is counted", () => {
    const changes = ["1.5", "0", "-1", "-2"];
    const rows = table.rows.map((each, index) => ({ ...each, change: changes[index] }));
    const groups = [
      { name: "A", atLeast: "85", units: "2" },
      { name: "B", units: "4" },
    ];
    const payloads = (rest: Partial<PublishedTable>) => checkTable({ ...table, rows, ...rest }).map(({ payload }) => payload);
    expect(payloads({ mean: { value: "80" }, counts: { units: "5", aboveMean: "4", up: "2", down: "3", unchanged: "0" }, groups })).toEqual(
      [
        { what: "units", printed: "5", computed: "4" },
        { what: "up", printed: "2", computed: "1" },
        { what: "down", printed: "3", computed: "2" },
        { what: "unchanged", printed: "0", computed: "1" },
        { what: "upDownAndUnchanged", printed: "5", computed: "4" },
        { what: "aboveMean", printed: "4", computed: "3" },
        { what: "group", group: "A", printed: "2", computed: "1" },
        { what: "group", group: "B", printed: "4", computed: "3" },
        { what: "allGroups", printed: "6", computed: "4" },
      ],
    );
    expect(payloads({ counts: { up: "1", down: "2" } })).toEqual([{ what: "upAndDown", printed: "3", computed: "4" }]);
  });

  test("up and down that leave some units out are a warning, and more than all units an error", () => {
    const severities = (up: string) => checkTable(ofRows([], { counts: { units: "63", up, down: "9" } })).map(({ severity }) => severity);
    expect(["53", "54", "55"].map(severities)).toEqual([["warning"], [], ["error"]]);
  });

  test("in an excerpt, by what the ranks say of the units that are not shown", () => {
    const rows = [
      { unit: "a", rank: "12", value: "90.02" },
      { unit: "b", rank: "20", value: "85" },
    ];
    const withUnits = (units: string) => found(ofRows(rows, { groups: [{ name: "A", atLeast: "90", units }, { name: "others" }] }));
    expect(["12", "13", "19"].flatMap(withUnits)).toEqual([]);
    expect(["11", "20"].flatMap(withUnits)).toEqual(["countDiffers groups.A", "countDiffers groups.A"]);
  });

  test("in all, against the rows of a complete table and the ranks of an excerpt", () => {
    expect(found({ ...table, counts: { units: "5" } })).toEqual(["countDiffers counts.units"]);
    expect(found({ ...table, extent: "excerpt", counts: { units: "5" } })).toEqual([]);
    expect(found({ ...table, extent: "excerpt", counts: { units: "3" } })).toEqual(["countDiffers counts.units"]);
  });
});

describe("other sources", () => {
  const beside = (value: string, other: string) =>
    checkTable(ofRows([{ unit: "a", value, otherSources: { other } }])).map(({ severity, payload }) => [severity, payload]);

  test.each([
    ["85.74", "85,74"],
    ["85.74", "85.7"],
    ["85.74", "86"],
    ["47.8763", "47.88"],
  ])("%s and %s are the same number", (value, other) => {
    expect(beside(value, other)).toEqual([]);
  });

  test.each([
    ["88.33", "88.32", "error"],
    ["91.87", "91.81", "error"],
    ["47.8763", "47.87", "warning"],
    ["42.3966", "42.3", "warning"],
    ["42.3966", "42.2", "error"],
  ])("%s and %s are not", (value, other, severity) => {
    expect(beside(value, other)).toEqual([[severity, { printed: value, other, source: "other" }]]);
  });
});

describe("a cell", () => {
  test("without a number", () => {
    expect(found(ofRows([{ unit: "a", rank: "1", value: "N/A" }]))).toEqual(["printedNotANumber a value"]);
    expect(found(ofRows([{ unit: "a", value: "13", parts: { ninth: ".34" } }]))).toEqual(["printedNotANumber a parts.ninth"]);
    expect(found(ofRows([{ unit: "a", value: "1.234,5" }]))).toEqual(["printedNotANumber a value"]);
    expect(found(ofRows([], { counts: { units: "63 tỉnh" } }))).toEqual(["printedNotANumber counts.units"]);
  });

  test("with a rank that is not whole", () => {
    expect(found(ofRows([{ unit: "a", rank: "1.5", value: "90" }]))).toEqual(["notWhole a rank"]);
  });

  test("in a row of N/A throughout is named once", () => {
    expect(found(ofRows([{ unit: "a", rank: "N/A", value: "N/A", parts: { first: "N/A" } }]))).toEqual(["printedNotANumber a value"]);
  });

  test("that is empty says nothing", () => {
    expect(found(ofRows([{ unit: "a", rank: "", value: " ", parts: { first: "" } }]))).toEqual([]);
  });

  test("of a unit without data must not be 0", () => {
    expect(found(ofRows([{ unit: "a", value: "0,00" }]))).toEqual(["zeroWithoutData a value"]);
    expect(found(ofRows([{ unit: "a", value: "0", parts: { first: "0", second: "" } }]))).toEqual(["zeroWithoutData a value"]);
    expect(found(ofRows([{ unit: "a", value: "0", parts: { first: "0", second: "0" } }]))).toEqual([]);
    expect(found(ofRows([{ unit: "a", value: "0", points: "0", countedMax: "84" }]))).toEqual([]);
  });
});

describe("an issue is told in words, with the numbers as they are printed", () => {
  const parts = { appraised: "57,04", satisfaction: "8,19", leaders: "18,34", socioeconomic: "4,32" };
  const thirds = { extent: "complete", rows: ["90,00", "80,00", "78,00"].map((value, index) => ({ unit: `${index}`, value })) } as const;
  const groups = [{ name: "A", atLeast: "85", units: "2" }, { name: "B" }];
  const up = { units: "63", up: "53", down: "9" };

  test.each<[string, PublishedTable, string, string]>([
    [
      "a total",
      ofRows([{ unit: "Hòa Bình", value: "86,89", parts }]),
      "Hòa Bình · value: tổng in 86,89, các phần cộng lại 87,89; lệch quá sai số làm tròn 0,025. Đối chiếu lại bảng gốc.",
      "Hòa Bình · value: the total is printed 86.89, its parts add up to 87.89: more than rounding explains (0.025). Check the original table.",
    ],
    [
      "a percentage without finite decimals",
      ofRows([{ unit: "a", value: "81,32", points: "68,32", countedMax: "84" }]),
      "a · value: tỷ lệ in 81,32 %, điểm chia cho tổng điểm tối đa được tính là ≈ 81,3333 %; lệch quá sai số làm tròn ≈ 0,0110. Đối chiếu lại bảng gốc.",
      "a · value: the percentage is printed 81.32 %, the points are ≈ 81.3333 % of the maximum that counts: more than rounding explains (≈ 0.0110). Check the original table.",
    ],
    [
      "a mean without finite decimals",
      { ...thirds, mean: { value: "85,00" } },
      "mean.value: trung bình in 85,00, tính lại ≈ 82,6667; lệch quá sai số 0,01. Đối chiếu lại bảng gốc.",
      "mean.value: the mean is printed 85.00, recomputed ≈ 82.6667: more than rounding explains (0.01). Check the original table.",
    ],
    [
      "a distance from the mean",
      ofRows([{ unit: "a", value: "84,00", fromMean: "0,79" }], { mean: { value: "84,79" } }),
      "a · fromMean: chênh lệch so với trung bình in 0,79, tính lại -0,79. Luôn lấy giá trị đã công bố trừ trung bình đã công bố.",
      "a · fromMean: the distance from the mean is printed 0.79, recomputed -0.79. Always subtract the published mean from the published value.",
    ],
    [
      "a unit with two rows",
      ofRows([{ unit: "Hà Nội" }, { unit: "Hà Nội" }]),
      "Hà Nội · unit: “Hà Nội” có hơn một dòng, trong khi mỗi đơn vị chỉ có một. Đối chiếu lại bảng gốc.",
      'Hà Nội · unit: "Hà Nội" has more than one row, where each unit has one. Check the original table.',
    ],
    [
      "a unit without data",
      ofRows([{ unit: "a", value: "0" }]),
      "a · value: in 0 mà không có điểm nào cho ra số này. Đơn vị chưa có số liệu thì để trống ô, không ghi 0.",
      "a · value: printed 0, and no points lead to it. Leave the cell of a unit without data empty; do not write 0.",
    ],
    [
      "a count of a group",
      { ...thirds, groups },
      "groups.A: số đơn vị của nhóm “A”: ghi 2, khớp với bảng là 1. Đối chiếu lại bảng gốc.",
      'groups.A: units of the group "A": stated 2, the table allows 1. Check the original table.',
    ],
    [
      "a share of a group",
      ofRows([], { counts: { units: "136" }, groups: [{ name: "Tốt", units: "62", share: "45,58" }, { name: "khác" }] }),
      "groups.Tốt.share: tỷ lệ của nhóm “Tốt” in 45,58 %, số đơn vị của nhóm là ≈ 45,5882 % tổng số đơn vị. Đối chiếu lại bảng gốc.",
      'groups.Tốt.share: the share of the group "Tốt" is printed 45.58 %, its units are ≈ 45.5882 % of all units. Check the original table.',
    ],
    [
      "counts that leave units out",
      ofRows([], { counts: up }),
      "counts: số đơn vị tăng và giảm cộng lại: ghi 62, khớp với bảng là 63. Đối chiếu lại bảng gốc.",
      "counts: units up and down together: stated 62, the table allows 63. Check the original table.",
    ],
  ])("%s", (_, table, vi, en) => {
    const [first] = checkTable(table);
    expect(first && [formatIssue(first, "vi"), formatIssue(first, "en")]).toEqual([vi, en]);
  });
});

// Laws, over tables made from numbers that were not rounded

/** What a table was printed from: the points of each unit and part in millionths, the weights, the decimals kept. */
interface Origin {
  readonly decimals: number;
  readonly comma: boolean;
  readonly zeros: boolean;
  readonly weights: readonly number[];
  readonly points: readonly (readonly number[])[];
  readonly previous: readonly number[];
  readonly cut: number;
}

const origins: fc.Arbitrary<Origin> = fc
  .record({ parts: fc.integer({ min: 1, max: 5 }), units: fc.integer({ min: 2, max: 9 }) })
  .chain(({ parts, units }) =>
    fc.record({
      decimals: fc.integer({ min: 0, max: 3 }),
      comma: fc.boolean(),
      zeros: fc.boolean(),
      weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: parts, maxLength: parts }),
      points: fc.array(fc.array(fc.integer({ min: 0, max: 20_000_000 }), { minLength: parts, maxLength: parts }), {
        minLength: units,
        maxLength: units,
      }),
      previous: fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: units, maxLength: units }),
      cut: fc.integer({ min: 1, max: 100 }),
    }),
  );

/** The table as an office would make it: everything computed from unrounded points, and rounded once where it is printed. */
function print({ decimals, comma, zeros, weights, points, previous, cut }: Origin): PublishedTable {
  const exact = points.map((parts) => parts.map((part) => ratio(part, 1_000_000)));
  const totals = exact.map((parts) => sum(parts.map((part, index) => multiply(part, ratio(weights[index] ?? 1)))));
  const rounded = (value: Ratio) => round(value, { places: decimals, mode: "halfUp" });
  const text = (printed: string) => {
    const shown = zeros ? printed : printed.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
    return comma ? shown.replace(".", ",") : shown;
  };
  const mean = divide(sum(totals), ratio(totals.length));
  const countOf = (holds: (total: Ratio) => boolean) => String(totals.filter(holds).length);
  const changes = totals.map((total, index) =>
    subtract(fromDecimal(rounded(total)), fromDecimal(rounded(ratio(previous[index] ?? 0, 1000)))),
  );
  const moved = (sign: number) => String(changes.filter((change) => Math.sign(compare(change, ratio(0))) === sign).length);
  return {
    extent: "complete",
    places: decimals,
    parts: Object.fromEntries(weights.map((weight, index) => [`part ${index}`, { weight: String(weight) }])),
    rows: totals.map((total, index) => ({
      unit: `unit ${index}`,
      rank: String(1 + totals.filter((other) => compare(other, total) > 0).length),
      value: text(rounded(total)),
      parts: Object.fromEntries((exact[index] ?? []).map((part, at) => [`part ${at}`, text(rounded(part))])),
      previous: text(rounded(ratio(previous[index] ?? 0, 1000))),
      change: text(exactText(changes[index] ?? ratio(0))),
    })),
    mean: { value: text(rounded(mean)) },
    counts: {
      units: String(totals.length),
      aboveMean: countOf((total) => compare(total, mean) > 0),
      up: moved(1),
      down: moved(-1),
      unchanged: moved(0),
    },
    groups: [
      { name: "upper", atLeast: String(cut), units: countOf((total) => compare(total, ratio(cut)) >= 0) },
      { name: "lower", units: countOf((total) => compare(total, ratio(cut)) < 0) },
    ],
  };
}

/** A printed number moved by so many units of its last decimal. */
function move(printed: string | undefined, units: number, decimals: number): string {
  return exactText(add(fromDecimal((printed ?? "0").replace(",", ".")), ratio(BigInt(units), 10n ** BigInt(decimals))));
}

/** What the printed parts of a row add up to. */
function sumOf(weights: readonly number[], parts: NonNullable<PublishedRow["parts"]>): string {
  const values = weights.map((weight, index) => multiply(ratio(weight), fromDecimal((parts[`part ${index}`] ?? "0").replace(",", "."))));
  return exactText(sum(values));
}

/** The same table with one row printed otherwise. */
function reprint(table: PublishedTable, index: number, otherwise: (row: PublishedRow) => Partial<PublishedRow>): PublishedTable {
  return { ...table, rows: table.rows.map((row, at) => (at === index ? { ...row, ...otherwise(row) } : row)) };
}

const moves = fc.record({ at: fc.nat(), more: fc.nat({ max: 500 }), down: fc.boolean() });

describe("a table printed from unrounded numbers", () => {
  test("has no issue", () => {
    fc.assert(
      fc.property(origins, (origin) => {
        expect(checkTable(print(origin))).toEqual([]);
      }),
    );
  });

  test("with one total moved from its parts by more than the allowance has an issue at that unit", () => {
    fc.assert(
      fc.property(origins, moves, (origin, { at, more, down }) => {
        const table = print(origin);
        const index = at % table.rows.length;
        // In half units of the last decimal, the allowance is the sum of the weights and one for the total itself.
        const allowed = Math.floor((origin.weights.reduce((a, b) => a + b, 0) + 1) / 2);
        const misprinted = reprint(table, index, ({ parts = {} }) => {
          const whole = sumOf(origin.weights, parts);
          return { value: move(whole, (allowed + 1 + more) * (down ? -1 : 1), origin.decimals) };
        });
        expect(found(misprinted)).toContain(`totalDiffers unit ${index} value`);
      }),
    );
  });

  test("with one part moved by more than twice the allowance has an issue at that unit", () => {
    fc.assert(
      fc.property(origins, moves, (origin, { at, more, down }) => {
        const table = print(origin);
        const index = at % table.rows.length;
        const part = `part ${more % origin.weights.length}`;
        const beyond = origin.weights.reduce((a, b) => a + b, 0) + 2 + more;
        const misprinted = reprint(table, index, ({ parts = {} }) => ({
          parts: { ...parts, [part]: move(parts[part], beyond * (down ? -1 : 1), origin.decimals) },
        }));
        expect(found(misprinted)).toContain(`totalDiffers unit ${index} value`);
      }),
    );
  });

  test("with one change moved by a unit of its last decimal has an issue at that unit", () => {
    fc.assert(
      fc.property(origins, moves, (origin, { at, more, down }) => {
        const table = print(origin);
        const index = at % table.rows.length;
        const misprinted = reprint(table, index, ({ change }) => ({ change: move(change, (1 + more) * (down ? -1 : 1), origin.decimals) }));
        expect(found(misprinted)).toContain(`changeDiffers unit ${index} change`);
      }),
    );
  });

  test("with the rank of a unit that has another value has an issue at that unit", () => {
    fc.assert(
      fc.property(origins, fc.nat(), (origin, at) => {
        const table = print(origin);
        const index = at % table.rows.length;
        const other = table.rows.find(({ value }) => value !== table.rows[index]?.value);
        fc.pre(other !== undefined);
        const misprinted = reprint(table, index, () => ({ rank: other?.rank }));
        expect(found(misprinted)).toContain(`rankRepeated unit ${index} rank`);
      }),
    );
  });

  test("with a mean moved by more than twice the allowance has an issue there", () => {
    fc.assert(
      fc.property(origins, moves, (origin, { more, down }) => {
        const table = print(origin);
        const mean = { value: move(table.mean?.value, (3 + more) * (down ? -1 : 1), origin.decimals) };
        expect(found({ ...table, mean })).toContain("meanDiffers mean.value");
      }),
    );
  });

  test("with one more in any count of units has an issue there", () => {
    fc.assert(
      fc.property(origins, fc.constantFrom("units", "up", "down", "unchanged"), (origin, key) => {
        const table = print(origin);
        const counts = { ...table.counts, [key]: String(Number(table.counts?.[key]) + 1) };
        expect(found({ ...table, counts })).toContain(`countDiffers counts.${key}`);
      }),
    );
  });
});

/** Any table: ranks, values and counts that need not agree with anything. */
const anyTables: fc.Arbitrary<PublishedTable> = fc.record(
  {
    extent: fc.constantFrom("complete", "top", "excerpt"),
    places: fc.nat({ max: 3 }),
    rows: fc
      .array(
        fc.record(
          {
            rank: anyCell(9),
            value: anyCell(20),
            previous: anyCell(20),
            change: anyCell(5),
            ranked: fc.constant(false as const),
            parts: fc.dictionary(fc.constantFrom("first", "second"), anyCell(20)),
            otherSources: fc.dictionary(fc.constantFrom("paper", "portal"), anyCell(20)),
          },
          { requiredKeys: ["rank", "value"] },
        ),
        { maxLength: 9 },
      )
      .map((rows) => rows.map((row, index) => ({ unit: `unit ${index}`, ...row }))),
    parts: fc.constant({ first: { maxPoints: "15" }, second: { weight: "2" } }),
    mean: fc.record({ value: anyCell(20) }),
    counts: fc.record({ units: anyCell(9), notRanked: anyCell(9), aboveMean: anyCell(9), up: anyCell(9), down: anyCell(9) }),
    groups: fc.constant([{ name: "A", atLeast: "15", units: "2", share: "20" }, { name: "B" }]),
  },
  { requiredKeys: ["extent", "rows"] },
);

function anyCell(most: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: most }).map(String) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: most * 100 }).map((hundredths) => (hundredths / 100).toFixed(2)) },
    { weight: 1, arbitrary: fc.constantFrom("", "N/A", "-", "1,5", "+2", "−1") },
    { weight: 1, arbitrary: fc.string() },
  );
}

describe("any table", () => {
  test("has the same issues in any order of its rows", () => {
    const sorted = (table: PublishedTable) =>
      checkTable(table)
        .map((issue) => JSON.stringify(issue))
        .sort();
    const shuffled = anyTables.chain((table) =>
      fc.shuffledSubarray([...table.rows], { minLength: table.rows.length }).map((rows) => ({ table, other: { ...table, rows } })),
    );
    fc.assert(
      fc.property(shuffled, ({ table, other }) => {
        expect(sorted(other)).toEqual(sorted(table));
      }),
    );
  });

  test("is answered, with words for every issue, whatever its cells hold", () => {
    fc.assert(
      fc.property(anyTables, (table) => {
        for (const issue of checkTable(table)) expect(`${formatIssue(issue, "vi")}${formatIssue(issue, "en")}`).not.toContain("undefined");
      }),
    );
  });
});

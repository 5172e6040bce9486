import { exactText } from "../exact/decimal";
import { add, compare, divide, hundred, isZero, larger, multiply, one, type Ratio, ratio, subtract, sum, zero } from "../exact/ratio";
import { at, type Issue, issue, warning } from "../issue/issue";
import { checkCounts } from "./checkCounts";
import { checkRanks } from "./checkRanks";
import { distance, isEmpty, isWithin, type PrintedNumber, readNumber, readWhole } from "./printedNumber";
import {
  type Cell,
  cellsOfRow,
  cellsOfTable,
  type Path,
  type PublishedRow,
  type PublishedTable,
  rankedRows,
  sizeOf,
} from "./publishedTable";

/**
 * What a published table (bảng đã công bố) prints that cannot be right: an issue for each misprint that the table itself shows,
 * located by unit and column; none when it is consistent.
 *
 * - A total is the (weighted) sum of its parts. An empty part may be anything up to its maximum.
 * - Nothing is above its maximum. A unit without data has an empty cell, not `0` and not `N/A`.
 * - A unit has one row.
 * - Ranks follow values from high to low. Equal printed values may share a rank or have ranks of their own, since what was
 *   ranked may be unrounded. Of ranks that contradict each other, the fewest are named.
 * - The mean is the simple mean of the ranked units; a change is the difference of two published values.
 * - Units up, down and unchanged are all units; so are the units of all groups, which agree with the cut points. The share of a
 *   group is its units of all units; shares that were rounded apart need not add up to 100.
 * - Two sources agree. Where one has cut the digits that the other rounded, that is a warning.
 *
 * **Exactness:** nothing is rounded on the way. A printed number may be off by half a unit of its last decimal, and no more: at
 * two decimals a total of *n* parts by 0.005 × (*n* + 1), each part by its weight where there are weights, a mean by 0.005 + 0.005.
 *
 * @example
 * ```ts
 * import { checkTable, formatIssue } from "par-index";
 *
 * const parts = { appraised: "57,04", satisfaction: "8,19", leaders: "18,34", socioeconomic: "4,32" };
 * const [found] = checkTable({ extent: "excerpt", rows: [{ unit: "Hòa Bình", value: "86,89", parts }] });
 * found && formatIssue(found, "en"); // => "Hòa Bình · value: the total is printed 86.89, its parts add up to 87.89: more than rounding explains (0.025). Check the original table."
 * ```
 */
export function checkTable(table: PublishedTable): readonly Issue[] {
  const ofRows = table.rows.flatMap((row) => rowChecks.flatMap((check) => check(table, row)).map((found) => at({ unit: row.unit }, found)));
  return [...ofRows, ...tableChecks.flatMap((check) => check(table))];
}

const rowChecks: readonly ((table: PublishedTable, row: PublishedRow) => Issue[])[] = [
  (_, row) => unreadableInRow(row),
  zeroWithoutData,
  aboveMaximum,
  totalOfParts,
  percentOfMaximum,
  changeOfValue,
  changeOfRank,
  distanceFromMean,
  otherSources,
];

const tableChecks: readonly ((table: PublishedTable) => Issue[])[] = [
  (table) => unreadable(cellsOfTable(table)),
  unitsRepeated,
  checkRanks,
  meanOfUnits,
  changeOfMean,
  checkCounts,
];

// Cells without a number

function unreadable(cells: readonly Cell[]): Issue[] {
  return cells.flatMap(({ path, text, whole }) => {
    if (text === undefined || isEmpty(text)) return [];
    if (readNumber(text) === undefined) return [issue("printedNotANumber", { received: text }, { path })];
    return whole && readWhole(text) === undefined ? [issue("notWhole", { received: text }, { path })] : [];
  });
}

/** As {@link unreadable}; of a row without any number, such as one of `N/A` throughout, once is enough. */
function unreadableInRow(row: PublishedRow): Issue[] {
  const cells = cellsOfRow(row);
  const found = unreadable(cells);
  return cells.some(({ text }) => readNumber(text) !== undefined) ? found : found.slice(0, 1);
}

/** A value of 0 that no printed points lead to: a cell that should be empty. */
function zeroWithoutData(table: PublishedTable, row: PublishedRow): Issue[] {
  const value = readNumber(row.value);
  const parts = partsOf(table, row);
  const led = !isEmpty(row.points) || (parts.length > 0 && parts.every(({ printed }) => printed !== undefined));
  return value === undefined || !isZero(value.value) || led ? [] : [issue("zeroWithoutData", {}, { path: ["value"] })];
}

// A row by itself

interface Part {
  readonly name: string;
  readonly weight: Ratio;
  readonly maxPoints: PrintedNumber | undefined;
  readonly printed: PrintedNumber | undefined;
}

function partsOf({ parts = {}, places }: PublishedTable, row: PublishedRow): Part[] {
  const names = new Set([...Object.keys(parts), ...Object.keys(row.parts ?? {})]);
  return [...names].map((name) => ({
    name,
    weight: readNumber(parts[name]?.weight)?.value ?? one,
    maxPoints: readNumber(parts[name]?.maxPoints),
    printed: readNumber(row.parts?.[name], places),
  }));
}

function aboveMaximum(table: PublishedTable, row: PublishedRow): Issue[] {
  const columns = [
    { path: ["value"], printed: readNumber(row.value), maxPoints: readNumber(table.maxPoints) },
    { path: ["points"], printed: readNumber(row.points), maxPoints: readNumber(row.countedMax) },
    ...partsOf(table, row).map((part) => ({ ...part, path: ["parts", part.name] })),
  ];
  return columns.flatMap(({ path, printed, maxPoints }) =>
    printed !== undefined && maxPoints !== undefined && compare(printed.value, maxPoints.value) > 0
      ? [issue("partAboveMax", { printed: printed.text, maxPoints: maxPoints.text }, { path })]
      : [],
  );
}

function totalOfParts(table: PublishedTable, row: PublishedRow): Issue[] {
  const column = isEmpty(row.points) ? "value" : "points";
  const total = readNumber(row[column], table.places);
  const parts = partsOf(table, row);
  if (total === undefined || parts.every(({ printed }) => printed === undefined)) return [];
  const nearest = nearestSum(parts, total.value);
  const tolerance = add(total.half, sum(parts.map(({ weight, printed }) => multiply(weight, printed?.half ?? zero))));
  return isWithin(tolerance, total.value, nearest)
    ? []
    : [issue("totalDiffers", { printed: total.text, parts: exactText(nearest), tolerance: exactText(tolerance) }, { path: [column] })];
}

/** Of the sums that the parts can have, an empty one being anything from 0 to its maximum, the one nearest to a total. */
function nearestSum(parts: readonly Part[], total: Ratio): Ratio {
  const least = sum(parts.map(({ weight, printed }) => multiply(weight, printed?.value ?? zero)));
  if (compare(total, least) <= 0) return least;
  const empty = parts.filter(({ printed }) => printed === undefined);
  if (empty.some(({ maxPoints }) => maxPoints === undefined)) return total;
  const most = add(least, sum(empty.map(({ weight, maxPoints }) => multiply(weight, maxPoints?.value ?? zero))));
  return compare(total, most) > 0 ? most : total;
}

function percentOfMaximum({ places }: PublishedTable, row: PublishedRow): Issue[] {
  const [value, points, countedMax] = [readNumber(row.value, places), readNumber(row.points, places), readNumber(row.countedMax)];
  if (value === undefined || points === undefined || countedMax === undefined || isZero(countedMax.value)) return [];
  const percent = (part: Ratio) => divide(multiply(hundred, part), countedMax.value);
  const computed = percent(points.value);
  const tolerance = add(value.half, percent(points.half));
  const payload = { printed: value.text, computed: exactText(computed), tolerance: exactText(tolerance) };
  return isWithin(tolerance, value.value, computed) ? [] : [issue("percentDiffers", payload, { path: ["value"] })];
}

function changeOfValue({ places }: PublishedTable, row: PublishedRow): Issue[] {
  return differenceOf("changeDiffers", ["change"], readNumber(row.change, places), readNumber(row.previous), readNumber(row.value));
}

/** Ranks count downwards: from 35 to 29 is up by 6. */
function changeOfRank(_: PublishedTable, row: PublishedRow): Issue[] {
  return differenceOf("changeDiffers", ["rankChange"], readNumber(row.rankChange), readNumber(row.rank), readNumber(row.previousRank));
}

function distanceFromMean({ places, mean }: PublishedTable, row: PublishedRow): Issue[] {
  return differenceOf("distanceDiffers", ["fromMean"], readNumber(row.fromMean, places), readNumber(mean?.value), readNumber(row.value));
}

/** Both values are published, so their difference is exact; only the digits that it is itself printed without may be missing. */
function differenceOf(
  code: "changeDiffers" | "distanceDiffers",
  path: Path,
  printed: PrintedNumber | undefined,
  from: PrintedNumber | undefined,
  to: PrintedNumber | undefined,
): Issue[] {
  if (printed === undefined || from === undefined || to === undefined) return [];
  const computed = subtract(to.value, from.value);
  return isWithin(printed.half, printed.value, computed)
    ? []
    : [issue(code, { printed: printed.text, computed: exactText(computed) }, { path })];
}

function otherSources({ places }: PublishedTable, row: PublishedRow): Issue[] {
  const value = readNumber(row.value, places);
  return Object.entries(row.otherSources ?? {}).flatMap(([source, cell]) => {
    const other = readNumber(cell);
    if (value === undefined || other === undefined) return [];
    const gap = distance(value.value, other.value);
    // At the very edge both print the same decimals, and differ in the last.
    if (compare(gap, add(value.half, other.half)) < 0) return [];
    const lastDecimal = multiply(ratio(2), larger(value.half, other.half));
    const report = compare(gap, lastDecimal) < 0 ? warning : issue;
    return [report("valueDiffers", { printed: value.text, other: other.text, source }, { path: ["value"] })];
  });
}

// All rows together

/** Units on more than one row, each named once. */
function unitsRepeated({ rows }: PublishedTable): Issue[] {
  const units = rows.map(({ unit }) => unit.normalize("NFC").trim());
  const repeated = new Set(units.filter((unit, index) => units.indexOf(unit) < index));
  return [...repeated].map((unit) => issue("unitRepeated", { unit }, { unit, path: ["unit"] }));
}

function meanOfUnits(table: PublishedTable): Issue[] {
  const { extent, places, mean } = table;
  const printed = readNumber(mean?.value, places);
  const members = rankedRows(table).filter((row) => readNumber(row.value) !== undefined || readWhole(row.rank) !== undefined);
  const values = members.map((row) => readNumber(row.value, places)).filter((value) => value !== undefined);
  if (printed === undefined || extent !== "complete" || values.length === 0 || values.length < members.length) return [];
  const sizes = members.map((row) => ratio(sizeOf(row)));
  const meanOf = (terms: readonly Ratio[]) => divide(sum(terms.map((term, index) => multiply(term, sizes[index] ?? one))), sum(sizes));
  const computed = meanOf(values.map(({ value }) => value));
  const tolerance = add(printed.half, meanOf(values.map(({ half }) => half)));
  const payload = { printed: printed.text, computed: exactText(computed), tolerance: exactText(tolerance) };
  return isWithin(tolerance, printed.value, computed) ? [] : [issue("meanDiffers", payload, { path: ["mean", "value"] })];
}

function changeOfMean({ places, mean }: PublishedTable): Issue[] {
  return differenceOf(
    "changeDiffers",
    ["mean", "change"],
    readNumber(mean?.change, places),
    readNumber(mean?.previous),
    readNumber(mean?.value),
  );
}

import { exactText, fromDecimal, isDecimal } from "../exact/decimal";
import { add, compare, divide, hundred, isZero, larger, multiply, one, type Ratio, ratio, subtract, sum, zero } from "../exact/ratio";
import { at, type Issue, issue, warning } from "../issue/issue";

/**
 * How much of the original table the rows are: all its units (`complete`), the first ranks without a gap (`top`), or units
 * picked out (`excerpt`). Ranks may be missing only from an excerpt; the mean can be recomputed only from a complete table.
 */
export type TableExtent = "complete" | "top" | "excerpt";

/** A published table (bảng đã công bố) as it is printed: every number is text, with a point or a comma; an empty cell is left out. */
export interface PublishedTable {
  readonly extent: TableExtent;
  /** Decimals that every number is rounded to, where the table leaves out zeros at the end (`5` for `5,00`). Without it, each number's own. */
  readonly places?: number | undefined;
  /** The columns that add up to the total. Those that a row names beside them count with a weight of 1. */
  readonly parts?: Readonly<Record<string, PublishedPart>> | undefined;
  /** The highest value there can be. */
  readonly maxPoints?: string | undefined;
  readonly rows: readonly PublishedRow[];
  readonly mean?: PublishedMean | undefined;
  readonly counts?: PublishedCounts | undefined;
  /** All groups of the table, highest first; a group whose count is not known has no `units`. */
  readonly groups?: readonly PublishedGroup[] | undefined;
}

/** A column of points: its maximum (điểm tối đa), and its weight (trọng số) where parts are weighted. */
export interface PublishedPart {
  readonly maxPoints?: string | undefined;
  readonly weight?: string | undefined;
}

/** What a table prints for one unit. */
export interface PublishedRow {
  readonly unit: string;
  readonly rank?: string | undefined;
  /** The value that is published and ranked (chỉ số công bố). */
  readonly value?: string | undefined;
  /** Points by the name of their column. They add up to `points` where that is printed, else to `value`. */
  readonly parts?: Readonly<Record<string, string | undefined>> | undefined;
  /** Where `value` is a percentage: the points, and the maximum that counts (tổng điểm tối đa được tính), that it is of. */
  readonly points?: string | undefined;
  readonly countedMax?: string | undefined;
  /** `false` for a unit that is scored and not ranked: it is in no mean and no count. */
  readonly ranked?: false | undefined;
  /** The value of the year before, and the change since. */
  readonly previous?: string | undefined;
  readonly change?: string | undefined;
  /** The rank of the year before, and by how many places the unit rose. */
  readonly previousRank?: string | undefined;
  readonly rankChange?: string | undefined;
  /** How far the value is above the mean. */
  readonly fromMean?: string | undefined;
  /** How many units the row is the mean of, where it stands for a region. */
  readonly units?: string | undefined;
  /** The value as others print it, by the name of the source. */
  readonly otherSources?: Readonly<Record<string, string>> | undefined;
}

/** The mean (giá trị trung bình), that of the year before, and the change since. */
export interface PublishedMean {
  readonly value: string;
  readonly previous?: string | undefined;
  readonly change?: string | undefined;
}

/** How many units a publication says there are: in all, above the mean, up, down and unchanged since the year before. */
export interface PublishedCounts {
  readonly units?: string | undefined;
  readonly aboveMean?: string | undefined;
  readonly up?: string | undefined;
  readonly down?: string | undefined;
  readonly unchanged?: string | undefined;
}

/** A group (nhóm), its cut point (from this value up), and its number of units. The lowest may have no cut point. */
export interface PublishedGroup {
  readonly name: string;
  readonly atLeast?: string | undefined;
  readonly units?: string | undefined;
}

/**
 * What a published table (bảng đã công bố) prints that cannot be right: an issue for each misprint that the table itself shows,
 * located by unit and column; none when it is consistent.
 *
 * - A total is the (weighted) sum of its parts. An empty part may be anything up to its maximum.
 * - Nothing is above its maximum. A unit without data has an empty cell, not `0` and not `N/A`.
 * - Ranks follow values from high to low. Equal printed values may share a rank or have ranks of their own, since what was
 *   ranked may be unrounded. Of ranks that contradict each other, the fewest are named.
 * - The mean is the simple mean of the ranked units; a change is the difference of two published values.
 * - Units up, down and unchanged are all units; so are the units of all groups, which agree with the cut points.
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
  ranksAgainstValues,
  ranksRepeated,
  ranksMissing,
  meanOfUnits,
  changeOfMean,
  numberOfUnits,
  unitsThatMoved,
  unitsAboveMean,
  unitsOfGroups,
];

// Numbers as they are printed

/** A printed number: its digits with a point, its value, and the half unit of its last decimal that rounding may have added or taken. */
interface Printed {
  readonly text: string;
  readonly value: Ratio;
  readonly half: Ratio;
}

/** The number in a cell, at least `places` decimals of which are known; `undefined` when the cell is empty or holds no number. */
function read(cell: string | undefined, places = 0): Printed | undefined {
  const text = (cell ?? "").trim().replace(/^\+/, "").replace(/^[−–]/, "-").replace(",", ".");
  if (!isDecimal(text)) return undefined;
  const decimals = Math.max(text.split(".")[1]?.length ?? 0, places);
  return { text, value: fromDecimal(text), half: ratio(1n, 2n * 10n ** BigInt(decimals)) };
}

function readWhole(cell: string | undefined): number | undefined {
  const { value } = read(cell) ?? {};
  return value?.denominator === 1n ? Number(value.numerator) : undefined;
}

function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === "";
}

function isWithin(allowance: Ratio, a: Ratio, b: Ratio): boolean {
  return compare(distance(a, b), allowance) <= 0;
}

function distance(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
}

// Cells without a number

type Path = readonly (string | number)[];

interface Cell {
  readonly path: Path;
  readonly text: string | undefined;
  readonly whole: boolean;
}

function unreadable(cells: readonly Cell[]): Issue[] {
  return cells.flatMap(({ path, text, whole }) => {
    if (text === undefined || isEmpty(text)) return [];
    if (read(text) === undefined) return [issue("printedNotANumber", { received: text }, { path })];
    return whole && readWhole(text) === undefined ? [issue("notWhole", { received: text }, { path })] : [];
  });
}

/** As {@link unreadable}; of a row without any number, such as one of `N/A` throughout, once is enough. */
function unreadableInRow(row: PublishedRow): Issue[] {
  const cells = cellsOfRow(row);
  const found = unreadable(cells);
  return cells.some(({ text }) => read(text) !== undefined) ? found : found.slice(0, 1);
}

function cellsOfRow(row: PublishedRow): Cell[] {
  const { rank, previousRank, rankChange, units, value, points, countedMax, previous, change, fromMean } = row;
  return [
    ...cellsOf([], { value, points, countedMax, previous, change, fromMean }),
    ...cellsOf([], { rank, previousRank, rankChange, units }, true),
    ...cellsOf(["parts"], row.parts ?? {}),
    ...cellsOf(["otherSources"], row.otherSources ?? {}),
  ];
}

function cellsOfTable({ maxPoints, parts = {}, mean, counts, groups = [] }: PublishedTable): Cell[] {
  return [
    ...cellsOf([], { maxPoints }),
    ...Object.entries(parts).flatMap(([name, part]) => cellsOf(["parts", name], { ...part })),
    ...cellsOf(["mean"], { ...mean }),
    ...cellsOf(["counts"], { ...counts }, true),
    ...groups.flatMap(({ name, atLeast, units }) => [
      ...cellsOf(["groups", name], { atLeast }),
      ...cellsOf(["groups", name], { units }, true),
    ]),
  ];
}

function cellsOf(path: Path, texts: Readonly<Record<string, string | undefined>>, whole = false): Cell[] {
  return Object.entries(texts).map(([key, text]) => ({ path: [...path, key], text, whole }));
}

/** A value of 0 that no printed points lead to: a cell that should be empty. */
function zeroWithoutData(table: PublishedTable, row: PublishedRow): Issue[] {
  const value = read(row.value);
  const parts = partsOf(table, row);
  const led = !isEmpty(row.points) || (parts.length > 0 && parts.every(({ printed }) => printed !== undefined));
  return value === undefined || !isZero(value.value) || led
    ? []
    : [issue("printedNotANumber", { received: value.text }, { path: ["value"] })];
}

// A row by itself

interface Part {
  readonly name: string;
  readonly weight: Ratio;
  readonly maxPoints: Printed | undefined;
  readonly printed: Printed | undefined;
}

function partsOf({ parts = {}, places }: PublishedTable, row: PublishedRow): Part[] {
  const names = new Set([...Object.keys(parts), ...Object.keys(row.parts ?? {})]);
  return [...names].map((name) => ({
    name,
    weight: read(parts[name]?.weight)?.value ?? one,
    maxPoints: read(parts[name]?.maxPoints),
    printed: read(row.parts?.[name], places),
  }));
}

function aboveMaximum(table: PublishedTable, row: PublishedRow): Issue[] {
  const columns = [
    { path: ["value"], printed: read(row.value), maxPoints: read(table.maxPoints) },
    { path: ["points"], printed: read(row.points), maxPoints: read(row.countedMax) },
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
  const total = read(row[column], table.places);
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
  const [value, points, countedMax] = [read(row.value, places), read(row.points, places), read(row.countedMax)];
  if (value === undefined || points === undefined || countedMax === undefined || isZero(countedMax.value)) return [];
  const percent = (part: Ratio) => divide(multiply(hundred, part), countedMax.value);
  if (isWithin(add(value.half, percent(points.half)), value.value, percent(points.value))) return [];
  const payload = { what: "points ÷ countedMax, %", printed: value.text, computed: exactText(percent(points.value)) };
  return [issue("countDiffers", payload, { path: ["value"] })];
}

function changeOfValue({ places }: PublishedTable, row: PublishedRow): Issue[] {
  return differences(read(row.change, places), read(row.previous), read(row.value), ["change"]);
}

/** Ranks count downwards: from 35 to 29 is up by 6. */
function changeOfRank(_: PublishedTable, row: PublishedRow): Issue[] {
  return differences(read(row.rankChange), read(row.rank), read(row.previousRank), ["rankChange"]);
}

function distanceFromMean({ places, mean }: PublishedTable, row: PublishedRow): Issue[] {
  return differences(read(row.fromMean, places), read(mean?.value), read(row.value), ["fromMean"]);
}

/** Both values are published, so their difference is exact; only the digits that it is itself printed without may be missing. */
function differences(printed: Printed | undefined, from: Printed | undefined, to: Printed | undefined, path: Path): Issue[] {
  if (printed === undefined || from === undefined || to === undefined) return [];
  const computed = subtract(to.value, from.value);
  return isWithin(printed.half, printed.value, computed)
    ? []
    : [issue("changeDiffers", { printed: printed.text, computed: exactText(computed) }, { path })];
}

function otherSources({ places }: PublishedTable, row: PublishedRow): Issue[] {
  const value = read(row.value, places);
  return Object.entries(row.otherSources ?? {}).flatMap(([source, cell]) => {
    const other = read(cell);
    if (value === undefined || other === undefined) return [];
    const gap = distance(value.value, other.value);
    // At the very edge both print the same decimals, and differ in the last.
    if (compare(gap, add(value.half, other.half)) < 0) return [];
    const lastDecimal = multiply(ratio(2), larger(value.half, other.half));
    const report = compare(gap, lastDecimal) < 0 ? warning : issue;
    return [report("valueDiffers", { printed: value.text, other: other.text, source }, { path: ["value"] })];
  });
}

// Ranks

interface Placed {
  readonly unit: string;
  readonly rank: number;
  readonly printed: Printed;
}

function isRanked({ ranked }: PublishedRow): boolean {
  return ranked !== false;
}

/** The units with a rank and a value: by rank, equal ranks by value, so that the order of the rows does not matter. */
function placedUnits({ rows }: PublishedTable): Placed[] {
  const placed = rows.filter(isRanked).flatMap(({ unit, rank: rankCell, value }) => {
    const [rank, printed] = [readWhole(rankCell), read(value)];
    return rank === undefined || printed === undefined ? [] : [{ unit, rank, printed }];
  });
  return placed.sort((a, b) => a.rank - b.rank || compare(b.printed.value, a.printed.value) || (a.unit < b.unit ? -1 : 1));
}

function ranksAgainstValues(table: PublishedTable): Issue[] {
  const placed = placedUnits(table);
  const agreeing = longestFall(placed);
  return placed
    .filter((place) => !agreeing.includes(place))
    .flatMap((place) => {
      const other = agreeing.find((candidate) => contradict(place, candidate));
      return other === undefined ? [] : [rankAgainstValue(place, other)];
    });
}

function rankAgainstValue({ unit, rank, printed }: Placed, other: Placed): Issue {
  const payload = {
    rank: String(rank),
    value: printed.text,
    other: other.unit,
    otherRank: String(other.rank),
    otherValue: other.printed.text,
  };
  return issue("rankAgainstValue", payload, { unit, path: ["rank"] });
}

function contradict(a: Placed, b: Placed): boolean {
  return (a.rank - b.rank) * compare(a.printed.value, b.printed.value) > 0;
}

/** The most units, in their order, whose values never rise: those outside it are the fewest whose rank or value must be wrong. */
function longestFall(placed: readonly Placed[]): readonly Placed[] {
  // The place where a fall of each length ends, with the highest value that it can end in.
  const ends: Placed[] = [];
  const before = new Map<Placed, Placed | undefined>();
  for (const place of placed) {
    const longest = ends.findLastIndex((end) => compare(end.printed.value, place.printed.value) >= 0);
    before.set(place, ends[longest]);
    ends[longest + 1] = place;
  }
  const fall: Placed[] = [];
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) fall.push(place);
  return fall.reverse();
}

/** Units that share a rank and not a value; each is named, since either rank may be the wrong one. */
function ranksRepeated(table: PublishedTable): Issue[] {
  const placed = placedUnits(table);
  return placed.flatMap(({ unit, rank, printed }) => {
    const other = placed.find((place) => place.rank === rank && compare(place.printed.value, printed.value) !== 0);
    return other === undefined ? [] : [issue("rankRepeated", { rank: String(rank), other: other.unit }, { unit, path: ["rank"] })];
  });
}

/** Ranks that no unit has, gap by gap. After a shared rank the next is skipped (1, 2, 2, 4), which is no gap. */
function ranksMissing(table: PublishedTable): Issue[] {
  const found: Issue[] = [];
  let next = 1;
  for (const rank of table.extent === "excerpt" ? [] : ranksOf(table)) {
    const last = rank - 1;
    if (next <= last) found.push(issue("rankMissing", { rank: next === last ? `${next}` : `${next}–${last}` }, { path: ["rank"] }));
    next = Math.max(next, rank) + 1;
  }
  return found;
}

/** The ranks that are printed, best first. */
function ranksOf({ rows }: PublishedTable): number[] {
  const ranks = rows.filter(isRanked).map(({ rank }) => readWhole(rank));
  return ranks.filter((rank) => rank !== undefined).sort((a, b) => a - b);
}

// The mean

function meanOfUnits({ extent, places, rows, mean }: PublishedTable): Issue[] {
  const printed = read(mean?.value, places);
  const members = rows.filter(isRanked).filter((row) => read(row.value) !== undefined || readWhole(row.rank) !== undefined);
  const values = members.map((row) => read(row.value, places)).filter((value) => value !== undefined);
  if (printed === undefined || extent !== "complete" || values.length === 0 || values.length < members.length) return [];
  const sizes = members.map((row) => ratio(sizeOf(row)));
  const meanOf = (terms: readonly Ratio[]) => divide(sum(terms.map((term, index) => multiply(term, sizes[index] ?? one))), sum(sizes));
  const computed = meanOf(values.map(({ value }) => value));
  const tolerance = add(printed.half, meanOf(values.map(({ half }) => half)));
  const payload = { printed: printed.text, computed: exactText(computed), tolerance: exactText(tolerance) };
  return isWithin(tolerance, printed.value, computed) ? [] : [issue("meanDiffers", payload, { path: ["mean", "value"] })];
}

function changeOfMean({ places, mean }: PublishedTable): Issue[] {
  return differences(read(mean?.change, places), read(mean?.previous), read(mean?.value), ["mean", "change"]);
}

// Counts of units

/** The fewest and the most units that the rows leave possible. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

function counted(what: string, cell: string | undefined, { least, most }: Bounds, path: Path): Issue[] {
  const stated = readWhole(cell);
  if (stated === undefined || (least <= stated && stated <= most)) return [];
  return [issue("countDiffers", { what, printed: String(stated), computed: String(stated < least ? least : most) }, { path })];
}

function sizeOf({ units }: PublishedRow): number {
  return readWhole(units) ?? 1;
}

function sizeOfRows({ rows }: PublishedTable): number {
  return rows.filter(isRanked).reduce((total, row) => total + sizeOf(row), 0);
}

/** All units of the original table; infinite when an excerpt does not say. */
function allUnits(table: PublishedTable): number {
  return table.extent === "complete" ? sizeOfRows(table) : (readWhole(table.counts?.units) ?? Number.POSITIVE_INFINITY);
}

function numberOfUnits(table: PublishedTable): Issue[] {
  const size = sizeOfRows(table);
  const bounds =
    table.extent === "complete"
      ? { least: size, most: size }
      : { least: Math.max(size, ...ranksOf(table)), most: Number.POSITIVE_INFINITY };
  return counted("units", table.counts?.units, bounds, ["counts", "units"]);
}

/** How many units can have a value of `bar` or more. A value printed equal to it may be on either side before rounding. */
function unitsFrom(table: PublishedTable, bar: Ratio): Bounds {
  const single = table.rows.filter((row) => isRanked(row) && isEmpty(row.units));
  const sides = single.map((row) => ({ rank: readWhole(row.rank), side: compare(read(row.value)?.value ?? bar, bar) }));
  const [above, below] = [sides.filter(({ side }) => side > 0), sides.filter(({ side }) => side < 0)];
  // In a complete table every unit is counted; in a part of one, ranks tell of the units that are not shown.
  const known = ({ rank }: { readonly rank: number | undefined }) => (table.extent === "complete" || rank === undefined ? [] : [rank]);
  return {
    least: Math.max(above.length, ...above.flatMap(known)),
    most: Math.min(allUnits(table) - below.length, ...below.flatMap(known).map((rank) => rank - 1)),
  };
}

function unitsAboveMean(table: PublishedTable): Issue[] {
  const mean = read(table.mean?.value);
  return mean === undefined
    ? []
    : counted(`> ${mean.text}`, table.counts?.aboveMean, unitsFrom(table, mean.value), ["counts", "aboveMean"]);
}

/** The units of each group against its cut points, and of all groups against all units. */
function unitsOfGroups(table: PublishedTable): Issue[] {
  const { groups = [] } = table;
  const fromCut = groups.map(({ atLeast }) => unitsFromCut(table, atLeast));
  const each = groups.flatMap(({ name, units }, index) => {
    const [own, higher] = [fromCut[index] ?? none, fromCut[index - 1] ?? none];
    return counted(name, units, { least: own.least - higher.most, most: own.most - higher.least }, ["groups", name]);
  });
  const stated = groups.map(({ units }) => units);
  return [...each, ...sumOfCounts("Σ groups", stated, allUnits(table), ["groups"])];
}

const none: Bounds = { least: 0, most: 0 };

/** Units in a group or above it: all units, where the group has no cut point. */
function unitsFromCut(table: PublishedTable, atLeast: string | undefined): Bounds {
  const bar = read(atLeast);
  const all = allUnits(table);
  return bar === undefined ? { least: Number.isFinite(all) ? all : 0, most: all } : unitsFrom(table, bar.value);
}

function unitsThatMoved(table: PublishedTable): Issue[] {
  const { up, down, unchanged } = table.counts ?? {};
  const all = allUnits(table);
  const moves = table.rows.filter((row) => isRanked(row) && isEmpty(row.units)).flatMap(moveOf);
  const bounds = (sign: number) => {
    const same = moves.filter((move) => move === sign).length;
    return { least: same, most: all - (moves.length - same) };
  };
  return [
    ...counted("change > 0", up, bounds(1), ["counts", "up"]),
    ...counted("change < 0", down, bounds(-1), ["counts", "down"]),
    ...counted("change = 0", unchanged, bounds(0), ["counts", "unchanged"]),
    ...(isEmpty(unchanged)
      ? sumOfCounts("up + down", [up, down], all, ["counts"], warning)
      : sumOfCounts("up + down + unchanged", [up, down, unchanged], all, ["counts"])),
  ];
}

/** 1 for a unit whose value rose, −1 for one whose value fell, 0 for one that stayed; nothing when the row does not tell. */
function moveOf(row: PublishedRow): number[] {
  const [value, previous, change] = [read(row.value), read(row.previous), read(row.change)];
  if (value !== undefined && previous !== undefined) return [compare(value.value, previous.value)];
  return change === undefined ? [] : [compare(change.value, zero)];
}

/** Counts that together are all units, once each of them is stated. Too few may be a matter for a warning, when the rest is not stated. */
function sumOfCounts(what: string, cells: readonly (string | undefined)[], all: number, path: Path, tooFew = issue): Issue[] {
  const stated = cells.map(readWhole).filter((count) => count !== undefined);
  const total = stated.reduce((a, b) => a + b, 0);
  if (stated.length === 0 || stated.length < cells.length || !Number.isFinite(all) || total === all) return [];
  const report = total < all ? tooFew : issue;
  return [report("countDiffers", { what, printed: String(total), computed: String(all) }, { path })];
}

import { exactText } from "../exact/decimal";
import { compare, divide, hundred, multiply, type Ratio, ratio, zero } from "../exact/ratio";
import { type Issue, type IssuePayloads, issue, warning } from "../issue/issue";
import { isEmpty, isWithin, readNumber, readWhole } from "./printedNumber";
import { type Path, type PublishedRow, type PublishedTable, rankedRows, ranksOf, sizeOf } from "./publishedTable";

/** Counts that the rows, the ranks or the other counts do not allow: of all units, of those not ranked, that moved, above the mean, in groups; and their shares. */
export function checkCounts(table: PublishedTable): Issue[] {
  return [numberOfUnits, unitsNotRanked, unitsThatMoved, unitsAboveMean, unitsOfGroups, sharesOfGroups].flatMap((check) => check(table));
}

/** Which units a count is of. */
type Counted = Pick<IssuePayloads["countDiffers"], "what" | "group">;

/** The fewest and the most units that the rows leave possible. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A stated number of units against the bounds; where it is outside them, the nearest number inside is told. */
function counted(which: Counted, cell: string | undefined, { least, most }: Bounds, path: Path): Issue[] {
  const stated = readWhole(cell);
  if (stated === undefined || (least <= stated && stated <= most)) return [];
  return [issue("countDiffers", { ...which, printed: String(stated), computed: String(stated < least ? least : most) }, { path })];
}

function sizeOfRows(table: PublishedTable): number {
  return rankedRows(table).reduce((total, row) => total + sizeOf(row), 0);
}

/** All units of the original table; infinite when an excerpt does not say. */
function allUnits(table: PublishedTable): number {
  return table.extent === "complete" ? sizeOfRows(table) : (readWhole(table.counts?.units) ?? Number.POSITIVE_INFINITY);
}

/** The rows of one unit each; a row that stands for several does not tell where each of them is. */
function singleUnits(table: PublishedTable): readonly PublishedRow[] {
  return rankedRows(table).filter(({ units }) => isEmpty(units));
}

function numberOfUnits(table: PublishedTable): Issue[] {
  const size = sizeOfRows(table);
  const bounds =
    table.extent === "complete"
      ? { least: size, most: size }
      : { least: Math.max(size, ...ranksOf(table)), most: Number.POSITIVE_INFINITY };
  return counted({ what: "units" }, table.counts?.units, bounds, ["counts", "units"]);
}

/** Units that the table names without ranking them. */
function unitsNotRanked(table: PublishedTable): Issue[] {
  const size = table.rows.filter(({ ranked }) => ranked === false).length;
  const bounds = { least: size, most: table.extent === "complete" ? size : Number.POSITIVE_INFINITY };
  return counted({ what: "notRanked" }, table.counts?.notRanked, bounds, ["counts", "notRanked"]);
}

/** How many units can have a value of `bar` or more. A value printed equal to it may be on either side before rounding. */
function unitsFrom(table: PublishedTable, bar: Ratio): Bounds {
  const sides = singleUnits(table).map((row) => ({ rank: readWhole(row.rank), side: compare(readNumber(row.value)?.value ?? bar, bar) }));
  const [above, below] = [sides.filter(({ side }) => side > 0), sides.filter(({ side }) => side < 0)];
  // In a complete table every unit is counted; in a part of one, ranks tell of the units that are not shown.
  const known = ({ rank }: { readonly rank: number | undefined }) => (table.extent === "complete" || rank === undefined ? [] : [rank]);
  return {
    least: Math.max(above.length, ...above.flatMap(known)),
    most: Math.min(allUnits(table) - below.length, ...below.flatMap(known).map((rank) => rank - 1)),
  };
}

function unitsAboveMean(table: PublishedTable): Issue[] {
  const mean = readNumber(table.mean?.value);
  return mean === undefined
    ? []
    : counted({ what: "aboveMean" }, table.counts?.aboveMean, unitsFrom(table, mean.value), ["counts", "aboveMean"]);
}

/** The units of each group against its cut points, and of all groups against all units. */
function unitsOfGroups(table: PublishedTable): Issue[] {
  const { groups = [] } = table;
  const fromCut = groups.map(({ atLeast }, index) => unitsFromCut(table, atLeast, index === groups.length - 1));
  const each = groups.flatMap(({ name, units }, index) => {
    const [own, higher] = [fromCut[index] ?? none, fromCut[index - 1] ?? none];
    const bounds = { least: own.least - higher.most, most: own.most - higher.least };
    return counted({ what: "group", group: name }, units, bounds, ["groups", name]);
  });
  const stated = groups.map(({ units }) => units);
  return [...each, ...sumOfCounts("allGroups", stated, allUnits(table), ["groups"])];
}

/** Each share by itself: shares that were rounded apart need not add up to 100. */
function sharesOfGroups(table: PublishedTable): Issue[] {
  const all = allUnits(table);
  return (table.groups ?? []).flatMap(({ name, units, share }) => {
    const [size, printed] = [readWhole(units), readNumber(share)];
    if (size === undefined || printed === undefined || all === 0 || !Number.isFinite(all)) return [];
    const computed = divide(multiply(hundred, ratio(size)), ratio(all));
    return isWithin(printed.half, printed.value, computed)
      ? []
      : [issue("shareDiffers", { group: name, printed: printed.text, computed: exactText(computed) }, { path: ["groups", name, "share"] })];
  });
}

const none: Bounds = { least: 0, most: 0 };

/** Units in a group or above it: all units in the lowest without a cut point, any number in another whose cut point is not printed. */
function unitsFromCut(table: PublishedTable, atLeast: string | undefined, isLowest: boolean): Bounds {
  const bar = readNumber(atLeast);
  const all = allUnits(table);
  if (bar !== undefined) return unitsFrom(table, bar.value);
  return { least: isLowest && Number.isFinite(all) ? all : 0, most: all };
}

function unitsThatMoved(table: PublishedTable): Issue[] {
  const { up, down, unchanged } = table.counts ?? {};
  const all = allUnits(table);
  const moves = singleUnits(table).flatMap(moveOf);
  const bounds = (sign: number) => {
    const same = moves.filter((move) => move === sign).length;
    return { least: same, most: all - (moves.length - same) };
  };
  return [
    ...counted({ what: "up" }, up, bounds(1), ["counts", "up"]),
    ...counted({ what: "down" }, down, bounds(-1), ["counts", "down"]),
    ...counted({ what: "unchanged" }, unchanged, bounds(0), ["counts", "unchanged"]),
    ...(isEmpty(unchanged)
      ? sumOfCounts("upAndDown", [up, down], all, ["counts"], warning)
      : sumOfCounts("upDownAndUnchanged", [up, down, unchanged], all, ["counts"])),
  ];
}

/** 1 for a unit whose value rose, −1 for one whose value fell, 0 for one that stayed; nothing when the row does not tell. */
function moveOf(row: PublishedRow): number[] {
  const [value, previous, change] = [readNumber(row.value), readNumber(row.previous), readNumber(row.change)];
  if (value !== undefined && previous !== undefined) return [compare(value.value, previous.value)];
  return change === undefined ? [] : [compare(change.value, zero)];
}

/** Counts that together are all units, once each of them is stated. Too few may be a matter for a warning, when the rest is not stated. */
function sumOfCounts(what: Counted["what"], cells: readonly (string | undefined)[], all: number, path: Path, tooFew = issue): Issue[] {
  const stated = cells.map(readWhole).filter((count) => count !== undefined);
  const total = stated.reduce((a, b) => a + b, 0);
  if (stated.length === 0 || stated.length < cells.length || !Number.isFinite(all) || total === all) return [];
  const report = total < all ? tooFew : issue;
  return [report("countDiffers", { what, printed: String(total), computed: String(all) }, { path })];
}

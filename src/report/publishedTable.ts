import { readWhole } from "./printedNumber";

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

/** How many units a publication says there are: in all, scored or listed and not ranked, above the mean, up, down and unchanged since the year before. */
export interface PublishedCounts {
  readonly units?: string | undefined;
  readonly notRanked?: string | undefined;
  readonly aboveMean?: string | undefined;
  readonly up?: string | undefined;
  readonly down?: string | undefined;
  readonly unchanged?: string | undefined;
}

/**
 * A group (nhóm), its cut point (from this value up), its number of units, and their share of all units in percent (tỷ lệ).
 * The lowest may have no cut point; a cut point that is not printed is left out.
 */
export interface PublishedGroup {
  readonly name: string;
  readonly atLeast?: string | undefined;
  readonly units?: string | undefined;
  readonly share?: string | undefined;
}

// Rows

/** The rows of the units that ranks, means and counts are of. */
export function rankedRows({ rows }: PublishedTable): readonly PublishedRow[] {
  return rows.filter(({ ranked }) => ranked !== false);
}

/** The ranks that are printed, best first. */
export function ranksOf(table: PublishedTable): readonly number[] {
  const ranks = rankedRows(table).map(({ rank }) => readWhole(rank));
  return ranks.filter((rank) => rank !== undefined).sort((a, b) => a - b);
}

/** How many units a row stands for. */
export function sizeOf({ units }: PublishedRow): number {
  return readWhole(units) ?? 1;
}

// Cells

/** Keys that lead to a cell, inside its row or inside the table. */
export type Path = readonly (string | number)[];

/** One cell of a table: the keys that lead to it, its text, and whether only a whole number may stand in it. */
export interface Cell {
  readonly path: Path;
  readonly text: string | undefined;
  readonly whole: boolean;
}

export function cellsOfRow(row: PublishedRow): Cell[] {
  const { rank, previousRank, rankChange, units, value, points, countedMax, previous, change, fromMean } = row;
  return [
    ...cellsOf([], { value, points, countedMax, previous, change, fromMean }),
    ...cellsOf([], { rank, previousRank, rankChange, units }, true),
    ...cellsOf(["parts"], row.parts ?? {}),
    ...cellsOf(["otherSources"], row.otherSources ?? {}),
  ];
}

/** The cells of a table outside its rows. */
export function cellsOfTable({ maxPoints, parts = {}, mean, counts, groups = [] }: PublishedTable): Cell[] {
  return [
    ...cellsOf([], { maxPoints }),
    ...Object.entries(parts).flatMap(([name, part]) => cellsOf(["parts", name], { ...part })),
    ...cellsOf(["mean"], { ...mean }),
    ...cellsOf(["counts"], { ...counts }, true),
    ...groups.flatMap(({ name, atLeast, units, share }) => [
      ...cellsOf(["groups", name], { atLeast, share }),
      ...cellsOf(["groups", name], { units }, true),
    ]),
  ];
}

function cellsOf(path: Path, texts: Readonly<Record<string, string | undefined>>, whole = false): Cell[] {
  return Object.entries(texts).map(([key, text]) => ({ path: [...path, key], text, whole }));
}

import { type CriteriaSet, parseCriteria, parseReports, type Score, scoreAll } from "par-index";
import type { PublishedRow, PublishedTable } from "../../src/report/publishedTable";

const provenance = { confidence: "invented" } as const;

/** How a table was computed, as far as it shows. */
export interface ReadTable {
  readonly places?: number;
  readonly mode?: "halfUp" | "down";
  readonly publishes?: "points" | "index";
  readonly rescaleTo?: string;
  readonly groups?: readonly string[];
  readonly grading?: unknown;
}

/** A set whose leaves, with these maxima, take their points as given: what it adds, ranks and means must be what was published. */
export function setOf(leaves: readonly string[], read: ReadTable = {}): CriteriaSet {
  const { places = 2, mode = "halfUp", publishes = "points", rescaleTo, groups = ["unit"], grading } = read;
  return parseCriteria({
    format: "par-index/criteria/1",
    id: "example/published",
    revision: 1,
    status: "example",
    title: { vi: "Điểm đã công bố" },
    notice: { vi: "Đặt ra để tính lại bảng đã công bố." },
    instrument: { provenance },
    periods: ["printed"],
    sources: {},
    groups: groups.map((id) => ({ id, title: { vi: id } })),
    policies: {
      rounding: { places, mode, stage: "published", provenance },
      published: { value: publishes, provenance },
      notApplicable: { policy: "leaveOut", provenance },
      ranking: { compare: "exact", ties: "share", incomplete: "unranked", within: "all", provenance },
      mean: { of: "published", provenance },
      change: { of: "published", provenance },
    },
    maxPoints: String(leaves.reduce((total, most) => total + Number(most), 0)),
    children: leaves.map((maxPoints, index) => ({
      code: codeOf(index),
      title: { vi: `Cột ${index + 1}` },
      maxPoints,
      method: "appraised",
      rule: { kind: "given", by: { vi: "Bảng đã công bố" } },
      provenance: { points: provenance, rule: provenance },
    })),
    ...(rescaleTo === undefined ? {} : { rescaleTo: { points: rescaleTo, provenance } }),
    ...(grading === undefined ? {} : { grading }),
  });
}

/** Points of one unit, leaf by leaf; `null` where the leaf does not apply to it. */
export interface PrintedUnit {
  readonly unit: string;
  readonly group?: string;
  readonly points: readonly (string | null | undefined)[];
}

export function scoresOf(criteria: CriteriaSet, units: readonly PrintedUnit[]): readonly Score[] {
  return scoreAll(criteria, parseReports(criteria, units.map(reportOf)));
}

function reportOf({ unit, group, points }: PrintedUnit) {
  const items = points.map((own, index) => [
    codeOf(index),
    own === null ? { notApplicable: true, reason: "Không áp dụng" } : { points: own },
  ]);
  return {
    unit: { id: unit, name: unit, ...(group === undefined ? {} : { group }) },
    period: "printed",
    round: "appraised",
    items: Object.fromEntries(items),
  };
}

function codeOf(index: number): string {
  return `c${index + 1}`;
}

/** The rows of a table that print a value, as units whose only points are that value. */
export function byValue({ rows }: PublishedTable): readonly PrintedUnit[] {
  return rows.flatMap(({ unit, value }) => (value === undefined ? [] : [{ unit, points: [value] }]));
}

/** The rows of a table as units with the points of these columns. */
export function byParts({ rows }: PublishedTable, columns: readonly string[]): readonly PrintedUnit[] {
  return rows.map(({ unit, parts }: PublishedRow) => ({ unit, points: columns.map((column) => parts?.[column]) }));
}

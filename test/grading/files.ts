import type { Grading } from "par-index";
import { fileWith, reportOf } from "../arbitraries/criteria";

const provenance = { confidence: "invented" } as const;

/** A leaf whose points are given. */
export function given(code: string, maxPoints: string) {
  return {
    code,
    title: { vi: `Tiêu chí ${code}` },
    maxPoints,
    method: "appraised" as const,
    rule: { kind: "given" as const, by: { vi: "Hội đồng" } },
    provenance: { points: provenance, rule: provenance },
  };
}

type Bounds = Pick<Grading["scales"][number]["grades"][number], "atLeast" | "moreThan" | "lessThan" | "atMost" | "conditions">;

/** Grades called by their places: `grade1` is the best. */
export function gradesWith(...bands: readonly Bounds[]) {
  return bands.map((band, index) => ({ id: `grade${index + 1}`, title: { vi: `Mức ${index + 1}` }, ...band }));
}

/** A file of these leaves that grades; what is stated of its grading replaces what it has else. */
export function gradedFile(
  leaves: Parameters<typeof fileWith>[0],
  stated: Partial<Omit<Grading, "scales">> & { readonly grades: readonly object[] },
) {
  const file = fileWith(leaves);
  const { grades, ...rest } = stated;
  return {
    ...file,
    grading: {
      compare: "exact",
      scales: [{ groups: file.groups.map(({ id }) => id), grades }],
      unrecorded: "didNotHappen",
      incomplete: "ungraded",
      provenance,
      ...rest,
    },
  };
}

/** A fact that is the share of tasks done on time, of `due` tasks. */
export const onTime = {
  id: "onTime",
  title: { vi: "Nhiệm vụ đúng hạn" },
  reads: {
    measure: "share",
    done: { vi: "Đúng hạn" },
    due: { vi: "Được giao" },
    quantity: "count",
    unit: { vi: "nhiệm vụ" },
  },
  nothingDue: "undecided",
  provenance,
} as const;

export function event(id: string, effect: NonNullable<Grading["events"]>[number]["effect"], groups?: readonly string[]) {
  return { id, title: { vi: `Sự kiện ${id}` }, effect, ...(groups === undefined ? {} : { groups }), provenance };
}

/** A report of one unit: points by code, and what is said for its grade. */
export function reportWith(id: string, points: Readonly<Record<string, string | null>>, records: object = {}) {
  const items = Object.fromEntries(Object.entries(points).map(([code, value]) => [code, value === null ? null : { points: value }]));
  return { ...reportOf({ id }), items, ...records };
}

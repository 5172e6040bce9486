import { type CohortColumns, formAt } from "./columnsOf";

/**
 * True where two rows surely come to the same at every node, whatever their points: they are compared with the same units, and
 * columns hold the same of both.
 */
export function haveSameFigures({ cohorts, leaves }: CohortColumns, a: number, b: number): boolean {
  const isTogether = cohorts.some(({ from, to }) => Math.min(a, b) >= from && Math.max(a, b) < to);
  if (!isTogether) return false;
  for (const { reported, figures } of leaves.values()) {
    if (reported[a] !== reported[b] || (reported[a] as number) >= formAt.givenPoints) return false;
    for (const column of Object.values(figures)) if (!Object.is(column[a], column[b])) return false;
  }
  return true;
}

import { readFileSync } from "node:fs";
import { parseCriteria } from "par-index";

/** A set with rounds, two groups of different trees, two appraisers, a bonus, a penalty, and leaves that units do not score themselves. */
export const everyRound = parseCriteria(readFileSync(new URL("./everyRound.json", import.meta.url), "utf8"));

/** A report as the vectors write it: of the department A for 2021, unless it says otherwise. */
export function reportOf(report: object): object {
  return { unit: { id: "so-a", name: "Sở A", group: "department" }, period: "2021", ...report };
}

import { parseReports, rank, type Score, scoreAll } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { leaf, reportOf, setOf } from "./smallSet";

/** What happens when. */
export const time: Family = {
  "quarter-cumulate": () => {
    const quarters = ["q1", "q2", "q3", "q4"];
    const criteria = setOf(
      quarters.map((quarter) => leaf(quarter, "25")),
      { ranking: { incomplete: "ranked" } },
    );
    const others = Array.from({ length: 20 }, (_, index) =>
      reportOf(`Sở ${index + 1}`, earned(index < 6 ? ["21.5", "20"] : ["19.75", "20"])),
    );
    const afterQuarter = (points: readonly string[]) =>
      scoreAll(criteria, parseReports(criteria, [reportOf("Sở Ngoại vụ", earned(points)), ...others]));
    const own = (scores: readonly Score[], by: string) =>
      rank(criteria, scores, { by })
        .groups.flatMap(({ places }) => places)
        .find(({ unit }) => unit.id === "Sở Ngoại vụ");
    expect(own(afterQuarter(["20.25"]), "q1")).toMatchObject({ rank: 7, published: "20.25" });
    expect(own(afterQuarter(["20.25", "22.155"]), "total")).toMatchObject({ rank: 1, exact: "42.405" });
  },
};

/** Points of the first quarters. */
function earned(points: readonly string[]) {
  return Object.fromEntries(points.map((own, index) => [`q${index + 1}`, { points: own }]));
}

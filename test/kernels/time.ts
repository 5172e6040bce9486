import { deadlineStatus, documentsOutside, parseEvidence, parseReports, rank, type Score, scoreAll, sheetState } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { gradingOf, quotasGiven } from "./gradingOf";
import { invented, leaf, reportOf, setOf } from "./smallSet";

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

  "deadline-window": () => {
    const window = { id: "self", title: { vi: "Gửi phiếu tự chấm" }, from: "2025-12-10", to: "2025-12-15" };
    const sent = (sentOn: string) => deadlineStatus(window, { on: "2025-12-31", sentOn, soonDays: 0 }).status;
    expect(["2025-12-09", "2025-12-10", "2025-12-15", "2025-12-16"].map(sent)).toEqual([
      "sentEarly",
      "sentInTime",
      "sentInTime",
      "sentLate",
    ]);
    expect(deadlineStatus(window, { on: "2025-12-16", soonDays: 0 }).status).toBe("overdue");
  },

  "evidence-window": () => {
    const criteria = setOf([leaf("1", "1")], { periods: ["2019"] });
    const documents = [{ number: "150/BC-SNV", issuedOn: "20/12/2018" }];
    const evidence = parseEvidence(criteria, reportOf("A", { "1": { points: "1", documents } }, { period: "2019" }));
    const windows = { "2018": { from: "2017-12-01", to: "2018-11-30" }, "2019": { from: "2018-12-01", to: "2019-11-30" } };
    const outside = Object.entries(windows).map(([year, window]) => [year, documentsOutside(window, evidence).map(({ code }) => code)]);
    expect(outside).toEqual([
      ["2018", ["documentOutsideWindow"]],
      ["2019", []],
    ]);
  },

  recall: () => {
    const settled = [
      { to: "submitted", on: "2024-12-12", by: "unit" },
      { to: "underAppraisal", on: "2024-12-20", by: "appraiser" },
      { to: "final", on: "2025-01-15", by: "council" },
    ];
    const recalled = { to: "recalled", on: "2025-09-01", by: "council", reason: "Phát hiện không đủ điều kiện xếp loại năm 2024" };
    expect(sheetState([...settled, recalled]).next.map(({ to }) => to)).toEqual(["underAppraisal"]);
    const quotas = [{ id: "commended", grade: "excellent", count: 2, effect: "commend", provenance: invented }] as const;
    const grading = gradingOf({ excellent: { atLeast: "90" }, good: { lessThan: "90" } }, { quotas });
    const criteria = setOf([leaf("1", "100")], { grading });
    const commended = (points: Readonly<Record<string, string>>) => quotasGiven(criteria, points).commended.map(({ unit }) => unit.id);
    expect(commended({ A: "98", B: "97", C: "96" })).toEqual(["A", "B"]);
    expect(commended({ A: "70", B: "97", C: "96" })).toEqual(["B", "C"]);
  },
};

/** Points of the first quarters. */
function earned(points: readonly string[]) {
  return Object.fromEntries(points.map((own, index) => [`q${index + 1}`, { points: own }]));
}

import fc from "fast-check";
import { parseUnits, type ReportHeading, rosterGaps } from "par-index";
import { describe, expect, test } from "vitest";
import { registerText } from "../badInput/register";

const register = parseUnits(registerText);

function reportOf(id: string, period = "2021", round: ReportHeading["round"] = "selfAssessed"): ReportHeading {
  return { unit: { id }, period, round };
}

test("units of a group that sent nothing are named, for each period and round", () => {
  expect(rosterGaps(register, [reportOf("so-a"), reportOf("so-a", "2021", "appraised")], "department")).toEqual([
    { group: "department", period: "2021", round: "selfAssessed", listed: 2, missing: ["so-b"], notRated: ["so-g"] },
    { group: "department", period: "2021", round: "appraised", listed: 2, missing: ["so-b"], notRated: ["so-g"] },
  ]);
});

test("a unit is expected only while it existed, on the last day of the period", () => {
  const expectedIn = (period: string) => rosterGaps(register, [reportOf("nobody", period)], "department")[0]?.missing;
  expect(expectedIn("2019")).toEqual(["so-a", "so-b", "so-c", "so-e"]);
  expect(expectedIn("2021-Q2")).toEqual(["so-a", "so-b", "so-c"]);
  expect(expectedIn("2021-Q3")).toEqual(["so-a", "so-b"]);
  expect(expectedIn("2022-Q1")).toEqual(["so-a", "so-b", "so-d"]);
});

test("of a period that cannot be read, every unit is expected", () => {
  expect(rosterGaps(register, [reportOf("so-a", "đợt 1")], "department")[0]?.missing).toEqual(["so-b", "so-c", "so-d", "so-e"]);
});

test("all groups of the register are told where none is named, and none where there are no reports", () => {
  expect(rosterGaps(register, [reportOf("so-a")]).map(({ group }) => group)).toEqual(["department", "district", "commune"]);
  expect(rosterGaps(register, [])).toEqual([]);
  expect(rosterGaps(register, [reportOf("so-a")], "school")).toEqual([]);
});

describe("nobody is silently missing", () => {
  const everyone = register.units.map(({ id }) => id);

  test("every unit that existed sent a report, or is named", () => {
    fc.assert(
      fc.property(fc.subarray([...everyone, "stranger"], { minLength: 1 }), (senders) => {
        const gaps = rosterGaps(
          register,
          senders.map((id) => reportOf(id)),
        );
        const named = gaps.flatMap(({ missing, notRated }) => [...missing, ...notRated]);
        const there = register.units.filter(({ since = "", until = "9999" }) => since <= "2021-12-31" && until >= "2021-12-31");
        expect([...named, ...senders.filter((id) => there.some((unit) => unit.id === id))].sort()).toEqual(
          there.map(({ id }) => id).sort(),
        );
      }),
    );
  });

  test("when all have sent, none is named", () => {
    expect(
      rosterGaps(
        register,
        everyone.map((id) => reportOf(id)),
      ).flatMap(({ missing, notRated }) => [...missing, ...notRated]),
    ).toEqual([]);
  });
});

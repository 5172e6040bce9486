import fc from "fast-check";
import { checkUnits, formatIssue, parseUnits, type ReportHeading } from "par-index";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell } from "../badInput/issues";
import { registerText } from "../badInput/register";

const register = parseUnits(registerText);

function reportOf(unit: ReportHeading["unit"], period = "2021"): ReportHeading {
  return { unit, period, round: "appraised" };
}

/** What is said of one report: the place and the code, with severity where it is only a warning. */
function foundFor(unit: ReportHeading["unit"], period?: string): readonly string[] {
  const issues = checkUnits(register, [reportOf(unit, period)]);
  for (const issue of issues) {
    expect(issue.location.unit).toBe(unit.id);
    expectToBeSaidWell(issue);
  }
  return issues.map(({ code, severity, location }) => `${location.path?.join(".")}: ${code}${severity === "warning" ? " (warning)" : ""}`);
}

function saidOf(unit: ReportHeading["unit"], period?: string): readonly string[] {
  return checkUnits(register, [reportOf(unit, period)]).map((issue) => formatIssue(issue, "vi"));
}

describe("a report of a unit that is listed", () => {
  test.each([
    ["by its id alone", { id: "so-a" }],
    ["with its name and group", { id: "so-a", name: "Sở A", group: "department" }],
    ["with a blank name and group, as a form has them", { id: "so-a", name: "", group: "" }],
    ["with capitals and blanks of its own", { id: "so-a", name: "SỞ  A" }],
    ["with its tone on the other letter", { id: "h-x", name: "Huyện Hạ Hòa", group: "district" }],
  ])("%s, is in order", (_, unit) => {
    expect(foundFor(unit)).toEqual([]);
  });

  test("in another group is told", () => {
    expect(foundFor({ id: "so-a", group: "district" })).toEqual(["unit.group: unitInOtherGroup"]);
  });

  test("under a name that it never had is told as a warning", () => {
    expect(foundFor({ id: "so-a", name: "Sở Ất" })).toEqual(["unit.name: unitNameDiffers (warning)"]);
    // Another tone is another name.
    expect(foundFor({ id: "h-x", name: "Huyện Hạ Hóa" })).toEqual(["unit.name: unitNameDiffers (warning)"]);
  });
});

describe("a report of a unit that is not listed", () => {
  test.each([
    [{ id: "so-aa" }, "so-a (Sở A)"],
    [{ id: "dept-7", name: "Huyện Hạ Hòa" }, "h-x (Huyện Hạ Hoà)"],
    [{ id: "dept-7", name: "Huyện Hạ Ho" }, "h-x (Huyện Hạ Hoà)"],
    [{ id: "dept-7", name: "Phòng B" }, "so-b (Sở B)"],
  ])("%j is told with what is near", (unit, nearest) => {
    expect(checkUnits(register, [reportOf(unit)])).toMatchObject([
      {
        code: "unitNotInRegister",
        severity: "error",
        payload: { unit: unit.id, nearest },
        location: { unit: unit.id, path: ["unit", "id"] },
      },
    ]);
  });

  test.each([{ id: "Z" }, { id: "constructor" }, { id: "bộ-quốc-phòng", name: "Bộ Quốc phòng" }])("%j is told without a guess", (unit) => {
    expect(checkUnits(register, [reportOf(unit)]).map(({ payload }) => payload)).toEqual([{ unit: unit.id }]);
  });
});

describe("a unit that was merged", () => {
  test.each(["2020", "2021-06", "2021-Q2", "2021-03"])("may report for %s, which ends before", (period) => {
    expect(foundFor({ id: "so-c" }, period)).not.toContain("unit.id: unitMerged");
  });

  test.each(["2021", "2021-07", "2021-Q3"])("may not report for %s, which ends after", (period) => {
    expect(foundFor({ id: "so-c" }, period)).toEqual(["unit.id: unitMerged"]);
  });

  test("is told with the unit that it became part of, and until when it was there", () => {
    expect(saidOf({ id: "so-c" })).toEqual([
      "so-c · unit.id: “Sở C” tồn tại đến hết ngày 30/6/2021, sau đó nhập vào “Sở A” (so-a). Báo cáo theo đơn vị mới, hoặc kiểm tra lại kỳ.",
    ]);
  });

  test("is told with the unit that was there at the end of the period, when that too was merged", () => {
    const intoOf = (period: string) =>
      checkUnits(register, [reportOf({ id: "so-e" }, period)]).flatMap(({ payload }) => ("into" in payload ? [payload.into] : []));
    expect(intoOf("2020")).toEqual(["so-c"]);
    expect(intoOf("2021")).toEqual(["so-a"]);
  });

  test("is told with the last unit that is known, when that ended without becoming part of another", () => {
    const ended = parseUnits(registerText.replace('"mergedInto": "so-a",', ""));
    expect(checkUnits(ended, [reportOf({ id: "so-e" })])).toMatchObject([{ code: "unitMerged", payload: { into: "so-c" } }]);
  });
});

describe("a unit that was not there", () => {
  test("yet is told with the day since which it is", () => {
    expect(saidOf({ id: "so-d" })).toEqual([
      "so-d · unit.id: đến hết kỳ báo cáo chưa có “Sở D”: đơn vị có từ 1/3/2022. Kiểm tra lại kỳ báo cáo và đơn vị.",
    ]);
    expect(foundFor({ id: "so-d" }, "2022-02")).toContain("unit.id: unitNotYet");
    expect(foundFor({ id: "so-d" }, "2022-03")).not.toContain("unit.id: unitNotYet");
  });

  test("any more, without having become part of another, is told", () => {
    expect(foundFor({ id: "h-x" }, "2025")).toContain("unit.id: unitEnded");
    expect(foundFor({ id: "h-x" }, "2025-Q2")).not.toContain("unit.id: unitEnded");
  });
});

describe("a unit that was renamed", () => {
  test.each([
    ["2018", "Ban B"],
    ["2019", "Sở Bờ"],
    ["2020-03", "Sở Bờ"],
    ["2020-04", "Sở B"],
    ["2021", "Sở B"],
  ])("in %s is called %s, and any other of its names is told", (period, name) => {
    expect(foundFor({ id: "so-b", name }, period)).not.toContain("unit.name: unitRenamed (warning)");
    for (const other of ["Ban B", "Sở Bờ", "Sở B", "Phòng B"].filter((candidate) => candidate !== name)) {
      expect(checkUnits(register, [reportOf({ id: "so-b", name: other }, period)])).toContainEqual(
        expect.objectContaining({ code: "unitRenamed", severity: "warning", payload: { name: other, registered: name } }),
      );
    }
  });
});

describe("a unit that is not rated", () => {
  const reason = { vi: "Đang giải thể" };

  test("by the register, and rated by its report, is told", () => {
    expect(foundFor({ id: "so-g" })).toEqual(["unit: unitListedAsNotRated (warning)"]);
  });

  test("by its report, and rated by the register, is told", () => {
    expect(foundFor({ id: "so-a", notRated: reason })).toEqual(["unit.notRated: unitListedAsRated (warning)"]);
  });

  test("by both is in order", () => {
    expect(foundFor({ id: "so-g", notRated: reason })).toEqual([]);
  });
});

describe("a period", () => {
  test("that cannot be read is told, and days are not held against it", () => {
    expect(foundFor({ id: "so-c" }, "năm học 2021")).toEqual(["period: periodNotRead (warning)"]);
    expect(foundFor({ id: "so-d" }, "năm học 2021")).toEqual(["period: periodNotRead (warning)"]);
  });

  test("for which the register was not put together is told", () => {
    expect(foundFor({ id: "so-a" }, "2022")).toEqual(["period: registerOfOtherPeriods (warning)"]);
    expect(foundFor({ id: "so-a" }, "2021-Q3")).toEqual([]);
  });

  test("is told once, however many units report for it", () => {
    const reports = ["so-a", "so-b", "h-y"].map((id) => reportOf({ id }, "kỳ I"));
    expect(checkUnits(register, reports).map(({ code, location }) => [code, location.unit])).toEqual([["periodNotRead", "so-a"]]);
  });
});

test("what is said of each report does not depend on the others", () => {
  const unit = fc.constantFrom<ReportHeading["unit"][]>(
    { id: "so-a" },
    { id: "so-b", name: "Ban B" },
    { id: "so-c", group: "commune" },
    { id: "so-d" },
    { id: "nobody" },
    { id: "so-g" },
  );
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const reports = units.map((one) => reportOf(one));
      expect(checkUnits(register, reports)).toEqual(reports.flatMap((report) => checkUnits(register, [report])));
    }),
  );
});

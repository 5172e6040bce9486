import { formatIssue, rosterGaps, safeParseUnits } from "par-index";
import { editions, loadUnits } from "par-index/node";
import { describe, expect, test } from "vitest";
import { filesNamed, readText } from "./editionFiles";

describe.each(filesNamed("units.json"))("%s", (file) => {
  const parsed = safeParseUnits(readText(file));
  const register = parsed.ok ? parsed.value : undefined;

  test("proves itself", () => {
    expect((parsed.ok ? parsed.warnings : parsed.issues).map((issue) => formatIssue(issue, "en"))).toEqual([]);
  });

  test("stands in the folder that its id names", () => {
    expect(`${register?.id}/units.json`).toBe(file);
  });

  test("claims to be official only where the authority's own list is held", () => {
    expect(register?.status === "official").toBe(file.startsWith("vn/"));
  });

  test("is told in both languages", () => {
    const { title, notice = title, groups = [], units = [] } = register ?? { title: { vi: "" } };
    const told = [
      title,
      notice,
      ...groups.map((group) => group.title),
      ...units.flatMap(({ notRated = [], provenance: { note = [] } }) => [notRated, note].flat()),
    ];
    expect(told.filter(({ en }) => en === undefined)).toEqual([]);
  });

  test("is loaded by its id and by its short name", () => {
    const { id = "", alias = "" } = editions().find((entry) => entry.file === file) ?? {};
    expect(loadUnits(id)).toEqual(register);
    expect(loadUnits(alias)).toEqual(register);
  });
});

describe("the units of Phú Thọ before July 2025", () => {
  const { units, ...register } = loadUnits("phu-tho-units");
  const namesOf = (group: string) => units.filter((unit) => unit.group === group).map(({ name }) => name);

  test("are 20 departments in 2021, and 15 after the mergers of February 2025", () => {
    const listedIn = (period: string) =>
      rosterGaps({ ...register, units }, [{ unit: { id: "" }, period, round: "appraised" }], "department").map(({ listed }) => listed);
    expect(listedIn("2021")).toEqual([20]);
    expect(listedIn("2024")).toEqual([20]);
    expect(listedIn("2025-03")).toEqual([15]);
  });

  test("are 225 communes, each with its code, in 13 districts", () => {
    const communes = units.filter(({ group }) => group === "commune");
    expect(new Set(communes.map(({ code }) => code)).size).toBe(225);
    const perDistrict = units
      .filter(({ group }) => group === "district")
      .map(({ id, code }) => [code, communes.filter(({ within }) => within === id).length]);
    expect(Object.fromEntries(perDistrict)).toEqual({
      "227": 22,
      "228": 9,
      "230": 22,
      "231": 20,
      "232": 19,
      "233": 17,
      "234": 17,
      "235": 24,
      "236": 12,
      "237": 12,
      "238": 23,
      "239": 11,
      "240": 17,
    });
    const kinds = ["Phường ", "Thị trấn ", "Xã "].map((kind) => namesOf("commune").filter((name) => name.startsWith(kind)).length);
    expect(kinds).toEqual([17, 11, 197]);
  });

  test("are no surer than their sources: what is remembered says so, and an uncertain name too", () => {
    const remembered = units.filter(({ provenance }) => provenance.confidence === "memory");
    expect(remembered.map(({ id }) => id)).toEqual([
      "cuc-thong-ke",
      "cuc-thads",
      "vien-kiem-sat",
      "toa-an",
      "dh-hung-vuong",
      "kdt-den-hung",
      "cd-y-te",
      "cd-nghe",
    ]);
    expect(units.find(({ id }) => id === "cd-nghe")?.provenance.note?.en).toMatch(/not certain/);
    expect(units.every(({ provenance: { confidence, source } }) => confidence === "memory" || source !== undefined)).toBe(true);
  });
});

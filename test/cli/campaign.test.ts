import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { criteriaPath } from "../editions/editionFiles";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const campaign = `${criteriaPath}example/rounds/campaign.json`;
const reports = `${criteriaPath}example/rounds/examples.json`;
const invented = { confidence: "invented" };

const units = ["a", "b", "c"].map((letter) => ({
  id: `so-${letter}`,
  name: `Sở ${letter.toUpperCase()}`,
  group: "department",
  provenance: invented,
}));
const register = folder.write(
  "units.json",
  JSON.stringify({
    format: "par-index/units/1",
    id: "test/units",
    revision: 1,
    status: "example",
    title: { vi: "Ba sở" },
    notice: { vi: "Đặt ra để thử." },
    periods: ["2021"],
    sources: {},
    groups: [{ id: "department", title: { vi: "Sở" } }],
    units,
  }),
);

describe("campaign", () => {
  test("shows each unit and round, with the days that were granted", async () => {
    const early = folder.write("self.json", JSON.stringify([JSON.parse(readFileSync(reports, "utf8")).reports[0]]));
    const asked = ["campaign", campaign, "example/rounds", early, "--units", register, "--on", "22/12/2021"];
    const shown = JSON.parse((await run([...asked, "--format", "json"])).out).data;
    expect(shown).toMatchObject({ campaign: "example/rounds-2021", period: "2021", on: "2021-12-22" });
    expect(shown.reports.slice(0, 12).map((row: { unit: { id: string }; status: string }) => `${row.unit.id} ${row.status}`)).toEqual(
      ["a", "b", "c"].flatMap((letter) => [
        `so-${letter} ${letter === "a" ? "sentInTime" : "overdue"}`,
        `so-${letter} open`,
        `so-${letter} notAsked`,
        `so-${letter} open`,
      ]),
    );
    const table = await run([...asked, "--lang", "en"]);
    expect(table.out).toMatch(/Sở B .*2021-12-20 .*not sent, overdue by 2/);
    expect(table.out).toMatch(/Sở C .*2021-12-15 .*not sent, overdue by 7/);
    expect(table.out).toContain("The set says nothing of late reports: all of them count.");
  });

  test("says what the policy of the set does", async () => {
    const criteria = JSON.parse(readFileSync(`${criteriaPath}example/rounds/criteria.json`, "utf8"));
    const deadlines = { late: "refused", neverSent: "notRated", provenance: invented };
    const strict = folder.write("strict.json", JSON.stringify({ ...criteria, policies: { ...criteria.policies, deadlines } }));
    const { code, out, err } = await run(["campaign", campaign, strict, "--units", register, "--on", "2021-12-18", "--lang", "en"]);
    expect(code).toBe(0);
    expect(out).toContain("Under this set: Late reports are as though never sent; a unit without a self-assessment is not rated.");
    expect(
      err
        .split("\n")
        .filter((line) => line.includes("so-"))
        .map((line) => line.slice(0, 40)),
    ).toEqual([
      "Note: so-a: no self-assessment that coun",
      "Note: so-b: no self-assessment was sent ",
      "Note: so-c: no self-assessment that coun",
    ]);
  });

  test("has reports counted in scores and ranks as the set says", async () => {
    const criteria = JSON.parse(readFileSync(`${criteriaPath}example/rounds/criteria.json`, "utf8"));
    const deadlines = { late: "refused", neverSent: "notRated", provenance: invented };
    const strict = folder.write("refuses.json", JSON.stringify({ ...criteria, policies: { ...criteria.policies, deadlines } }));
    const report = (letter: string, sentOn: string) => ({
      unit: { id: `so-${letter}`, name: `Sở ${letter.toUpperCase()}`, group: "department" },
      ...{ period: "2021", round: "selfAssessed", sentOn, items: { "1": { done: 20, due: 20 } } },
    });
    const sent = folder.write("sent.json", JSON.stringify([report("a", "2021-12-10"), report("c", "2021-12-19")]));
    const asked = [strict, sent, "--round", "selfAssessed", "--format", "json"];
    const placed = async (...more: readonly string[]) => {
      const { data, warnings } = JSON.parse((await run(["rank", ...asked, ...more])).out);
      return [
        data.groups[0].places.map((place: { unit: { id: string }; rank: unknown }) => place.unit.id),
        warnings.map(({ code }: { code: string }) => code),
      ];
    };
    expect(await placed()).toEqual([["so-a", "so-c"], []]);
    const inTime = ["--campaign", campaign, "--on", "2021-12-22", "--units", register];
    const [units, told] = await placed(...inTime);
    expect(units).toEqual(["so-a", "so-b", "so-c"]);
    expect(told).toEqual(["lateNotCounted", "neverSentNotRated", "neverSentNotRated", "reportsMissing"]);
    const { data } = JSON.parse((await run(["score", ...asked, ...inTime])).out);
    expect(data.map((score: { unit: { id: string; notRated?: object } }) => [score.unit.id, score.unit.notRated !== undefined])).toEqual([
      ["so-a", false],
      ["so-b", true],
      ["so-c", true],
    ]);
    expect(await run(["score", ...asked, "--campaign", campaign])).toMatchObject({ code: 2 });
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ["without a day", [campaign, "example/rounds"], 2, /--on/],
    ["on a day that is none", [campaign, "example/rounds", "--on", "30/2/2021"], 1, /30\/2\/2021/],
    ["of another set", [campaign, "example/tiny", "--on", "2021-12-20"], 1, /campaign\.json:6:\d+ · criteria: .*example\/rounds@1/],
    ["that is not there", ["none.json", "example/rounds", "--on", "2021-12-20"], 2, /none\.json/],
    ["with days that are no number", [campaign, "example/rounds", "--on", "2021-12-20", "--soon-days", "x"], 1, /soonDays/],
  ])("is refused %s", async (_, args, code, says) => {
    const ran = await run(["campaign", ...args]);
    expect([ran.code, ran.out]).toEqual([code, ""]);
    expect(ran.err).toMatch(says);
  });
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  admitReports,
  type Campaign,
  campaignStatus,
  type Evidence,
  formatIssue,
  parseCampaign,
  parseCriteria,
  parseReports,
  parseUnits,
  rank,
  safeAdmitReports,
  safeCampaignStatus,
  safeParseCampaign,
  safeScoreRounds,
  scoreRounds,
} from "par-index";
import { loadCampaign, loadCriteria, safeLoadCampaign } from "par-index/node";
import { describe, expect, test } from "vitest";
import { dayAfter } from "../arbitraries/writing";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "../badInput/issues";
import { criteriaPath } from "../editions/editionFiles";

const invented = { confidence: "invented" } as const;
const rounds = JSON.parse(readFileSync(`${criteriaPath}example/rounds/criteria.json`, "utf8"));
const set = (deadlines?: { late: "accepted" | "refused"; neverSent: "missing" | "notRated" }) =>
  parseCriteria({
    ...rounds,
    id: "test/deadlines",
    policies: { ...rounds.policies, ...(deadlines === undefined ? {} : { deadlines: { ...deadlines, provenance: invented } }) },
  });
const silent = set();

const file = {
  format: "par-index/campaign/1",
  id: "test/campaign",
  title: { vi: "Đợt đánh giá năm 2021" },
  criteria: { id: "test/deadlines", revision: 1 },
  period: "2021",
  windows: [
    { round: "selfAssessed", from: "1/12/2021", to: "15/12/2021" },
    { round: "appraised", to: "2022-01-15" },
    { round: "explained", to: "2022-01-25" },
  ],
  extensions: [{ unit: "so-c", round: "selfAssessed", to: "2021-12-20", reason: { vi: "Trụ sở bị ngập" } }],
};
const campaign = parseCampaign(silent, file);

const register = parseUnits({
  format: "par-index/units/1",
  id: "test/units",
  revision: 1,
  status: "example",
  title: { vi: "Sáu sở" },
  notice: { vi: "Đặt ra để thử." },
  periods: ["2021"],
  sources: {},
  groups: [{ id: "department", title: { vi: "Sở" } }],
  units: [
    ...["a", "b", "c", "d"].map((letter) => ({
      id: `so-${letter}`,
      name: `Sở ${letter.toUpperCase()}`,
      group: "department",
      provenance: invented,
    })),
    { id: "so-cu", name: "Sở Cũ", group: "department", until: "2021-06-30", provenance: invented },
    { id: "so-z", name: "Sở Z", group: "department", notRated: { vi: "Cơ quan đặc thù" }, provenance: invented },
  ],
});

/** What a unit sends in a round: by default a self-assessment with all its figures. */
function report(
  letter: string,
  sentOn: string | undefined,
  { round = "selfAssessed", items = full }: { round?: string; items?: object } = {},
) {
  const unit = { id: `so-${letter}`, name: `Sở ${letter.toUpperCase()}`, group: "department" };
  return { unit, period: "2021", round, ...(sentOn === undefined ? {} : { sentOn }), items };
}
const full = { "1": { done: 9, due: 10 }, "3": { count: 1 } };

const read = (criteria: ReturnType<typeof set>, ...reports: object[]) => parseReports(criteria, reports);
const sentByAll = [report("a", "2021-12-15"), report("b", "2021-12-16"), report("c", "2021-12-20"), report("d", undefined)];

describe("how units stand", () => {
  const stateOn = (on: string, reports: readonly Evidence[], known = register) =>
    campaignStatus(silent, campaign, reports, { on, soonDays: 3, register: known })
      .filter(({ round }) => round === "selfAssessed")
      .map(({ unit, status, daysLeft }) => [unit.id, status, daysLeft]);

  test("each by its own last day, in the order of the register", () => {
    expect(stateOn("2021-12-31", read(silent, ...sentByAll))).toEqual([
      ["so-a", "sentInTime", 0],
      ["so-b", "sentLate", -1],
      ["so-c", "sentInTime", 0],
      ["so-d", "sentOnUnknown", undefined],
    ]);
  });

  test.each([
    ["2021-11-30", "notYetOpen", "notYetOpen"],
    ["1/12/2021", "open", "open"],
    ["2021-12-12", "dueSoon", "open"],
    ["2021-12-15", "dueToday", "open"],
    ["2021-12-16", "overdue", "open"],
    ["2021-12-21", "overdue", "overdue"],
  ])("while nothing is sent: on %s %s, and with an extension %s", (on, plain, extended) => {
    expect(stateOn(on, []).map(([, status]) => status)).toEqual([plain, plain, extended, plain]);
  });

  test("an explanation is due from those who are asked", () => {
    const asked = report("a", "2022-01-10", { round: "appraised", items: { "1": { accepted: true, asks: "Nêu số hồ sơ quá hạn" } } });
    const rows = campaignStatus(silent, campaign, read(silent, ...sentByAll, asked), { on: "2022-01-26" });
    expect(rows.filter(({ round }) => round === "explained").map(({ unit, status }) => [unit.id, status])).toEqual([
      ["so-a", "overdue"],
      ["so-b", "notAsked"],
      ["so-c", "notAsked"],
      ["so-d", "notAsked"],
    ]);
  });

  test("of whoever sent something, where no register is given, and never of another period", () => {
    expect(
      campaignStatus(silent, campaign, read(silent, report("q", "2021-12-01")), { on: "2021-12-31" }).map(({ unit }) => unit.id),
    ).toEqual(Array(3).fill("so-q"));
  });

  test("as the days between say, for any days", () => {
    const offsets = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(offsets, fc.nat(40), (offset, later) => {
        const sentOn = dayAfter("2021-12-15", offset);
        const [row] = campaignStatus(silent, campaign, read(silent, report("a", sentOn)), { on: dayAfter(sentOn, later) });
        expect(row?.daysLeft).toBe(-offset === 0 ? 0 : -offset);
        expect(row?.status).toBe(offset > 0 ? "sentLate" : offset < -14 ? "sentEarly" : "sentInTime");
      }),
    );
  });
});

describe("which reports count", () => {
  const admitted = (criteria: ReturnType<typeof set>, reports: readonly object[], on = "2021-12-31") => {
    const { reports: counting, notes } = admitReports(criteria, campaign, read(criteria, ...reports), { on, register });
    notes.forEach(expectToBeSaidWell);
    return { counting, notes: notes.map(({ code, location }) => [location.unit, code]) };
  };
  const ids = (reports: readonly Evidence[]) => reports.map(({ unit, items }) => [unit.id, Object.keys(items).length]);

  test("all of them, where the set has no policy; what is late is told", () => {
    const { counting, notes } = admitted(silent, sentByAll.slice(0, 3));
    expect(ids(counting)).toEqual([
      ["so-a", 2],
      ["so-b", 2],
      ["so-c", 2],
    ]);
    expect(notes).toEqual([["so-b", "sentLate"]]);
  });

  test("late ones as though never sent, and silent units with everything missing", () => {
    const { counting, notes } = admitted(set({ late: "refused", neverSent: "missing" }), sentByAll.slice(0, 3));
    expect(ids(counting)).toEqual([
      ["so-a", 2],
      ["so-c", 2],
      ["so-b", 0],
      ["so-d", 0],
    ]);
    expect(notes).toEqual([
      ["so-b", "lateNotCounted"],
      ["so-b", "neverSent"],
      ["so-d", "neverSent"],
    ]);
  });

  test("late ones, where they are accepted; a unit that never sent is not rated in any round", () => {
    const criteria = set({ late: "accepted", neverSent: "notRated" });
    const appraisal = report("d", "2022-03-01", { round: "appraised", items: {} });
    const { counting, notes } = admitted(criteria, [...sentByAll.slice(0, 3), appraisal], "2022-03-31");
    expect(notes).toEqual([
      ["so-b", "sentLate"],
      ["so-d", "sentLate"],
      ["so-d", "neverSentNotRated"],
    ]);
    expect(counting.filter(({ unit }) => unit.notRated !== undefined).map(({ unit, round }) => [unit.id, round])).toEqual([
      ["so-d", "appraised"],
      ["so-d", "selfAssessed"],
    ]);
    const { groups } = rank(criteria, scoreRounds(criteria, counting).counted);
    expect(groups.flatMap(({ places }) => places).find(({ unit }) => unit.id === "so-d")).toMatchObject({ rank: null, reason: "notRated" });
  });

  test("an appraisal that is late, under any policy", () => {
    const appraisal = report("a", "2022-03-01", { round: "appraised", items: {} });
    const { counting } = admitted(set({ late: "refused", neverSent: "missing" }), [report("a", "2021-12-15"), appraisal], "2022-03-31");
    expect(counting.filter(({ unit }) => unit.id === "so-a")).toHaveLength(2);
  });

  test("an appraisal of what does not count any more is told when it is scored", () => {
    const criteria = set({ late: "refused", neverSent: "missing" });
    const appraisal = report("b", "2022-01-10", { round: "appraised", items: { "1": { done: 8, due: 10 } } });
    const { counting } = admitted(criteria, [report("b", "2021-12-16"), appraisal], "2022-01-31");
    expect(issuesOf(safeScoreRounds(criteria, counting)).map(({ code, location }) => [location.unit, location.code, code])).toEqual([
      ["so-b", "1", "appraisalWithoutReport"],
    ]);
  });

  test("nobody is silent before the last day", () => {
    const { counting, notes } = admitted(set({ late: "refused", neverSent: "notRated" }), [], "2021-12-15");
    expect(counting).toEqual([]);
    expect(notes).toEqual(["so-a", "so-b", "so-c", "so-d"].map((unit) => [unit, "stillToSend"]));
  });

  test("and those that count are admitted again as they are", () => {
    const days = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 4 });
    const policies = fc.record({ late: fc.constantFrom("accepted", "refused"), neverSent: fc.constantFrom("missing", "notRated") });
    fc.assert(
      fc.property(days, policies, (offsets, policy) => {
        const criteria = set(policy as Parameters<typeof set>[0]);
        const sent = read(criteria, ...offsets.map((offset, index) => report("abcd"[index] as string, dayAfter("2021-12-15", offset))));
        const once = admitReports(criteria, campaign, sent, { on: "2022-01-31", register });
        const isLate = (index: number) => (offsets[index] as number) > (index === 2 ? 5 : 0);
        expect(once.reports).toHaveLength(4);
        expect(once.reports.filter(({ items }) => Object.keys(items).length === 0).map(({ unit }) => unit.id)).toEqual(
          ["so-a", "so-b", "so-c", "so-d"].filter((_, index) => policy.late === "refused" && isLate(index)),
        );
        expect(admitReports(criteria, campaign, once.reports, { on: "2022-01-31", register }).reports).toEqual(once.reports);
      }),
      { numRuns: 60 },
    );
  });

  test("in words an officer reads", () => {
    const criteria = set({ late: "refused", neverSent: "notRated" });
    const { notes } = admitReports(criteria, campaign, read(criteria, report("b", "2021-12-16")), { on: "2021-12-31" });
    expect(notes.map((note) => formatIssue(note, "en"))).toEqual([
      "so-b: the report of the round self-assessed was sent on 2021-12-16, 1 day after the last day, 2021-12-15; under this set that is as though it had not been sent. Check the day, or enter an extension in the campaign.",
      "so-b: no self-assessment that counts was sent by 2021-12-15; under this set the unit is not rated. Check whether a file was left out.",
    ]);
  });
});

describe("a campaign is refused", () => {
  const extension = (change: object) => ({ extensions: [{ ...file.extensions[0], ...change }] });
  test.each<[string, object, readonly string[]]>([
    ["of another edition", { criteria: { id: "test/deadlines", revision: 2 } }, ["criteria: otherCriteria"]],
    ["of a period that the set does not list", { period: "2020" }, ["period: periodNotListed"]],
    ["without windows", { windows: [] }, ["windows: tooFew"]],
    [
      "that ends before it opens",
      { windows: [{ round: "selfAssessed", from: "2021-12-16", to: "2021-12-15" }], extensions: [] },
      ["windows.0.to: daysOutOfOrder"],
    ],
    ["with a round twice", { windows: [...file.windows, file.windows[1]] }, ["windows.3: duplicateOption"]],
    ["with a round that it does not know", { windows: [{ round: "final", to: "2021-12-15" }] }, ["windows.0.round: notAllowed"]],
    ["with an extension that takes days away", extension({ to: "2021-12-10" }), ["extensions.0.to: daysOutOfOrder"]],
    ["with an extension of no window", extension({ round: "reappraised" }), ["extensions.0.round: roundNotHeld"]],
    ["with an extension without a reason", extension({ reason: undefined }), ["extensions.0: missingKey reason"]],
    ["with an extension twice", { extensions: [file.extensions[0], file.extensions[0]] }, ["extensions.1: duplicateOption"]],
    ["on 30 February", { windows: [{ round: "selfAssessed", to: "30/2/2021" }] }, ["windows.0.to: notADate"]],
    ["in another format", { format: "par-index/campaign/2" }, ["format: notAllowed"]],
  ])("%s", (_, change, expected) => {
    const outcome = safeParseCampaign(silent, JSON.stringify({ ...file, ...change }));
    const issues = issuesOf(outcome);
    expect(issues.map(told)).toEqual(expected);
    expect(issues.every(({ location }) => location.line !== undefined)).toBe(true);
    issues.forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseCampaign(silent, JSON.stringify({ ...file, ...change })), outcome);
  });

  test("when the set does not hold its rounds", () => {
    const { rounds: policy, ...others } = rounds.policies;
    const self = { ...policy, list: policy.list.slice(0, 1), counts: ["selfAssessed"] };
    const narrow = parseCriteria({ ...rounds, id: "test/deadlines", policies: { ...others, rounds: self } });
    expect(issuesOf(safeParseCampaign(narrow, file)).map(told)).toEqual(["windows.1.round: roundNotHeld", "windows.2.round: roundNotHeld"]);
  });

  test("when it is read again, and changed in between", () => {
    const changed: Campaign = { ...campaign, period: "2020" };
    for (const outcome of [
      safeCampaignStatus(silent, changed, [], { on: "2021-12-31" }),
      safeAdmitReports(silent, changed, [], { on: "2021-12-31" }),
    ]) {
      expect(issuesOf(outcome).map(told)).toEqual(["period: periodNotListed"]);
    }
  });
});

test("a report that is sent after the day asked about is told, and so is a day that is none", () => {
  const reports = read(silent, report("a", "2021-12-15"));
  const early = safeCampaignStatus(silent, campaign, reports, { on: "2021-12-14" });
  expect(issuesOf(early).map(({ code, location }) => [location.unit, code])).toEqual([["so-a", "daysOutOfOrder"]]);
  expectTwinToThrow(() => campaignStatus(silent, campaign, reports, { on: "2021-12-14" }), early);
  expect(issuesOf(safeAdmitReports(silent, campaign, reports, { on: "31/11/2021" })).map(told)).toEqual(["on: notADate"]);
  expect(issuesOf(safeCampaignStatus(silent, campaign, [], { on: "2021-12-14", soonDays: 0.5 })).map(told)).toHaveLength(1);
});

test("the campaign that comes with the package holds, and is read again as it is", () => {
  const criteria = loadCriteria("example/rounds");
  const example = loadCampaign(criteria, `${criteriaPath}example/rounds/campaign.json`);
  expect(parseCampaign(criteria, example)).toStrictEqual(example);
  expect(issuesOf(safeLoadCampaign(criteria, "none.json")).map(({ code }) => code)).toEqual(["fileUnreadable"]);
});

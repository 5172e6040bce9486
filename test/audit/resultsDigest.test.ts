import { parseReports, scoreRounds } from "par-index";
import { linesOf, replay, resultsDigest, safeResultsDigest, seal } from "par-index/audit";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import { readText } from "../editions/editionFiles";

const rounds = loadCriteria("example/rounds");
const unit = { id: "a", name: "Sở A" };
const own = { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } };
const appraised = { unit, period: "2021", round: "appraised", items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn" } } };
const digestOf = (...reports: readonly object[]) => resultsDigest(rounds, scoreRounds(rounds, parseReports(rounds, reports)));
const printed = digestOf(own, appraised);

describe("the digest of a round's results", () => {
  test("does not depend on the order of reports, names of units, reasons and documents", () => {
    const renamed = { ...unit, name: "Sở B" };
    const otherWords = { "1": { done: 17, due: 20, reason: "khác", documents: [{ number: "1/BC" }] } };
    expect(digestOf(appraised, own)).toBe(printed);
    expect(digestOf({ ...own, unit: renamed }, { ...appraised, unit: renamed })).toBe(printed);
    expect(digestOf(own, { ...appraised, items: otherWords })).toBe(printed);
  });

  test("is another for another digit, another round that is reported, another unit", () => {
    const others = [
      digestOf(own, { ...appraised, items: { "1": { done: 18, due: 20, reason: "2 hồ sơ trả muộn" } } }),
      digestOf({ ...own, items: { "1": { done: 19, due: 20 } } }, appraised),
      digestOf(own),
      digestOf(own, appraised, { ...own, unit: { id: "b", name: "Sở B" } }),
    ];
    expect(new Set([printed, ...others]).size).toBe(others.length + 1);
  });

  test.each(["example/tiny", "example/rounds", "example/grading", "example/agency-quality"])(
    "of %s comes back from its sealed record",
    (id) => {
      const criteria = loadCriteria(id);
      const reports = parseReports(criteria, JSON.parse(readText(`${id}/examples.json`)).reports);
      const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" });
      const { criteria: set, scores } = replay(linesOf(new TextEncoder().encode(file)));
      expect(set && scores && resultsDigest(set, scores)).toBe(resultsDigest(criteria, scoreRounds(criteria, reports)));
    },
  );

  test("is refused for scores of another set, and for what is none", () => {
    const tiny = loadCriteria("example/tiny");
    const scores = scoreRounds(rounds, parseReports(rounds, [own]));
    expect(safeResultsDigest(tiny, scores).ok).toBe(false);
    expect(() => resultsDigest(rounds, [] as never)).toThrow();
  });
});

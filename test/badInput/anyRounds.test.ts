import fc from "fast-check";
import {
  type Evidence,
  formatIssue,
  parseReports,
  type Result,
  type RoundScores,
  type Score,
  safeByMethod,
  safeCompareRounds,
  safeCompareScores,
  safeExplain,
  safeParseReports,
  safeRank,
  safeResolveRounds,
  safeScoreAll,
  safeScoreRounds,
  safeScoreUnit,
  safeSelfScoreGap,
  safeSummarize,
  safeToRows,
  scoreRounds,
} from "par-index";
import { describe, expect, test } from "vitest";
import { everyRound, reportOf } from "./everyRound";
import { issuesOf } from "./issues";
import { anything, mutated } from "./mutations";

/** Two units of two groups through three rounds, appraised by two agencies: every key that a report of a round may have. */
const reports: readonly object[] = [
  reportOf({
    round: "selfAssessed",
    sentOn: "12/12/2021",
    items: {
      "1.1": { done: 18, due: 20, documents: [{ number: "12/BC" }] },
      "1.2": { percent: "95,5" },
      "2.1": { notApplicable: true, reason: "Không có dự toán riêng" },
      "4": { count: 3 },
    },
  }),
  reportOf({
    round: "appraised",
    appraiser: "noiVu",
    items: {
      "1.1": { done: 17, due: 20, reason: "Một hồ sơ muộn", asks: "Giải trình hồ sơ muộn" },
      "1.2": { accepted: true },
      "4": { givenPoints: "0,5", reason: "Công nhận một sáng kiến" },
    },
  }),
  reportOf({ round: "appraised", appraiser: "taiChinh", items: { "2.1": { accepted: true }, "3": { points: "4,5" }, "5": { count: 1 } } }),
  reportOf({ round: "explained", items: { "1.1": { accepted: true, note: "Đơn vị nhất trí" } } }),
  reportOf({
    unit: { id: "huyen-b", name: "Huyện B", group: "district" },
    round: "selfAssessed",
    items: { "1.1": { done: 0, due: 0 }, "2.2": { actual: "9,5", plan: 10 } },
  }),
];

const scored = JSON.parse(JSON.stringify(scoreRounds(everyRound, parseReports(everyRound, reports)))) as RoundScores;

/** A value, or issues with words in both languages; anything that is thrown fails the test. */
function holds(outcome: Result<unknown>): void {
  if (!outcome.ok) expect(outcome.issues.length).toBeGreaterThan(0);
  for (const issue of issuesOf(outcome)) for (const language of ["vi", "en"] as const) expect(formatIssue(issue, language)).not.toBe("");
}

/** Everything that works on evidence, and what works on its scores when there are any. */
function fromEvidenceOn(evidence: readonly Evidence[]): void {
  holds(safeResolveRounds(everyRound, evidence));
  holds(safeScoreAll(everyRound, evidence));
  const outcome = safeScoreRounds(everyRound, evidence);
  holds(outcome);
  if (outcome.ok) fromScoresOn(outcome.value);
}

function fromScoresOn(scores: RoundScores): void {
  holds(safeSelfScoreGap(everyRound, scores));
  const { rounds, counted } = (typeof scores === "object" && scores !== null ? scores : {}) as RoundScores;
  for (const some of [rounds, counted]) {
    holds(safeCompareRounds(everyRound, some));
    holds(safeRank(everyRound, some));
    holds(safeSummarize(everyRound, some));
    holds(safeToRows(everyRound, some));
    for (const score of Array.isArray(some) ? (some as Score[]) : []) {
      holds(safeCompareRounds(everyRound, [score]));
      holds(safeCompareScores(everyRound, score, score));
      holds(safeByMethod(everyRound, score));
      for (const language of ["vi", "en"] as const) holds(safeExplain(everyRound, score, "total", language));
    }
  }
}

describe("rounds never throw", () => {
  test("given what is right, they answer values", () => {
    expect(safeScoreRounds(everyRound, parseReports(everyRound, reports)).ok).toBe(true);
    fromEvidenceOn(parseReports(everyRound, reports));
    fromScoresOn(scored);
    expect(safeSelfScoreGap(everyRound, scored).ok).toBe(true);
    expect(safeExplain(everyRound, scored.counted[0] as Score, "total", "vi").ok).toBe(true);
  });

  test("given reports with one value replaced, read first or not", () => {
    const replaced = (value: unknown) => {
      const read = safeParseReports(everyRound, value);
      holds(read);
      if (read.ok) fromEvidenceOn(read.value.reports);
      fromEvidenceOn(value as readonly Evidence[]);
    };
    fc.assert(fc.property(mutated(reports), replaced), { numRuns: 200 });
  });

  test("given anything in place of reports, of a report, or of scores", () => {
    fc.assert(
      fc.property(anything, (value) => {
        fromEvidenceOn(value as readonly Evidence[]);
        fromEvidenceOn([value] as readonly Evidence[]);
        holds(safeScoreUnit(everyRound, value as Evidence));
        fromScoresOn(value as RoundScores);
        fromScoresOn({ rounds: [value], counted: [value] } as unknown as RoundScores);
      }),
      { numRuns: 100 },
    );
  });

  test("given scores that were stored and changed by hand", () => {
    fc.assert(
      fc.property(mutated(scored), (value) => fromScoresOn(value as RoundScores)),
      { numRuns: 200 },
    );
  });
});

import { formatIssue, parseCriteria, safeParseEvidence } from "par-index";
import { describe, expect, test } from "vitest";
import { fileWithRule, reportOf } from "../arbitraries/criteria";
import type { Rule, WrittenFigures } from "../oracle/documents";

const money: Rule = {
  kind: "proportional",
  reads: {
    measure: "share",
    done: { vi: "Đã giải ngân" },
    due: { vi: "Kế hoạch vốn" },
    quantity: "money",
    unit: { vi: "triệu đồng" },
  },
  target: "100",
};
const rate: Rule = { kind: "proportional", reads: { measure: "percentage", of: { vi: "Tỷ lệ hài lòng" } }, target: "100" };
const items: Rule = {
  kind: "perItem",
  reads: { measure: "count", of: { vi: "Văn bản" }, unit: { vi: "văn bản" } },
  each: { points: "1" },
};

/** The figures in canonical form, or what is wrong with them. */
function read(rule: Rule, figures: WrittenFigures): unknown {
  const outcome = safeParseEvidence(parseCriteria(fileWithRule(rule, "10")), { ...reportOf({ id: "a" }), items: { "1": figures } });
  return outcome.ok ? outcome.value.items["1"] : outcome.issues.map(({ code }) => code);
}

describe("officers write decimals with a comma or a point", () => {
  test("and the canonical form has a point and no idle zeros", () => {
    expect(read(money, { done: "1250,50", due: "2501" })).toEqual({ done: "1250.5", due: "2501" });
    expect(read(money, { done: "1250.5", due: 2501 })).toEqual({ done: "1250.5", due: "2501" });
    expect(read(rate, { percent: "86,40" })).toEqual({ percent: "86.4" });
    expect(read(rate, { ratio: "0,864" })).toEqual({ ratio: "0.864" });
  });

  test("and a number that may be 1234 or 1.234 is questioned, not guessed", () => {
    expect(read(money, { done: "1.234", due: "2000" })).toEqual(["ambiguousSeparator"]);
    expect(read(money, { done: "1,234", due: "2000" })).toEqual(["ambiguousSeparator"]);
    expect(read(money, { done: "1234", due: "2000" })).toEqual({ done: "1234", due: "2000" });
  });

  test("and a number with a fraction that was already rounded by JSON is refused", () => {
    expect(read(money, { done: 0.1, due: 1 })).toEqual(["numberNotWhole"]);
    expect(read(rate, { percent: 86.4 })).toEqual(["numberNotWhole"]);
  });
});

describe("what cannot be meant is refused", () => {
  test.each<[string, Rule, WrittenFigures, string]>([
    ["more done than due", money, { done: "2501,01", due: "2501" }, "doneAboveDue"],
    ["a rate above 100 %", rate, { percent: "100,01" }, "percentAbove100"],
    ["0.864 where a percentage is asked", rate, { percent: "0,864" }, "percentLooksLikeRatio"],
    ["86.4 where a ratio is asked", rate, { ratio: "86,4" }, "ratioAboveOne"],
    ["a percentage and a ratio at once", rate, { percent: "86", ratio: "0.86" }, "exactlyOneOf"],
    ["a negative amount", money, { done: "-1", due: "5" }, "negative"],
    ["half a thing", items, { count: "1,5" }, "notWhole"],
    ["a count too large to be exact", items, { count: "9007199254740993" }, "countTooLarge"],
    ["grouped digits", items, { count: "1.000" }, "notWhole"],
    ["yes for a count", items, { count: true }, "notWhole"],
  ])("%s", (_, rule, figures, code) => {
    expect(read(rule, figures)).toEqual([code]);
  });

  test("in words that say where, what and what to do", () => {
    const criteria = parseCriteria(fileWithRule(money, "10"));
    const outcome = safeParseEvidence(criteria, { ...reportOf({ id: "a" }), items: { "1": { done: "52", due: "50" } } });
    const [first] = outcome.ok ? [] : outcome.issues;
    expect(first && formatIssue(first, "vi")).toMatch(/^a · 1 Tiêu chí 1 · done: .*52.*50/);
  });
});

import fc from "fast-check";
import { add, compare, fromExactText, type Issue, parseReports, ratio, scoreAll } from "par-index";
import { type Cost, cheapestPath, type Goal, safeCheapestPath, whatIf } from "par-index/analysis";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";

const tiny = loadCriteria("example/tiny");
const reportOf = (id: string, option: string, done: number, percent: string) => ({
  unit: { id, name: `Xã ${id}`, group: "commune" },
  period: "2021",
  round: "appraised",
  items: { "1.1": { option }, "1.2": { done, due: 1000 }, "2": { percent } },
});

const drawn = fc.record({
  option: fc.constantFrom("onTime", "late", "none"),
  done: fc.integer({ min: 900, max: 1000 }),
  percent: fc.integer({ min: 50, max: 100 }).map(String),
  others: fc.array(fc.tuple(fc.integer({ min: 940, max: 1000 }), fc.integer({ min: 50, max: 100 })), { minLength: 1, maxLength: 4 }),
  late: fc.integer({ min: 0, max: 40 }),
  onTime: fc.integer({ min: 0, max: 60 }),
  each: fc.integer({ min: 0, max: 9 }),
  percentage: fc.integer({ min: 0, max: 9 }),
  goal: fc.oneof(
    fc.integer({ min: 40, max: 100 }).map((total): Goal => ({ total: String(total) })),
    fc.integer({ min: 1, max: 4 }).map((rank): Goal => ({ rank })),
  ),
});

/** Every way there is to move the three figures, in the steps that the costs are for, with what it costs. */
function everyWay(
  option: string,
  done: number,
  percent: string,
  costs: { late: number; onTime: number; each: number; percentage: number },
) {
  const options = [[option, 0] as const, ["late", costs.late] as const, ["onTime", costs.onTime] as const];
  const dones = Array.from({ length: Math.floor((1000 - done) / 20) + 1 }, (_, lots) => [done + 20 * lots, costs.each * lots] as const);
  const percents = Array.from(
    { length: Math.floor((100 - Number(percent)) / 10) + 1 },
    (_, lots) => [Number(percent) + 10 * lots, costs.percentage * lots] as const,
  );
  return options.flatMap(([to, a]) =>
    dones.flatMap(([now, b]) =>
      percents.map(([share, c]) => ({
        changes: { "1.1": { option: to }, "1.2": { done: now }, "2": { percent: String(share) } },
        cost: a + b + c,
      })),
    ),
  );
}

test("the path reaches the goal, scored anew; no other way under the costs that reaches it is cheaper; out of reach, none does", async () => {
  const law = fc.asyncProperty(drawn, async ({ option, done, percent, others, goal, ...costs }) => {
    const reports = parseReports(tiny, [
      reportOf("a", option, done, percent),
      ...others.map(([settled, satisfied], index) => reportOf(`b${index}`, "late", settled, String(satisfied))),
    ]);
    const listed: readonly Cost[] = [
      { code: "1.1", figure: "option", to: "late", cost: String(costs.late) },
      { code: "1.1", figure: "option", to: "onTime", cost: String(costs.onTime) },
      { code: "1.2", figure: "done", per: "20", cost: String(costs.each) },
      { code: "2", figure: "percent", per: "10", cost: String(costs.percentage) },
    ];
    const path = await cheapestPath(tiny, reports, { unit: "a" }, listed, goal);
    const reaches = ({ changes }: ReturnType<typeof everyWay>[number]) => {
      const { after } = whatIf(tiny, reports, { unit: "a" }, changes);
      return "rank" in goal
        ? (after.rank ?? Infinity) <= goal.rank
        : "total" in goal && compare(fromExactText(after.exact ?? "0"), fromExactText(goal.total)) >= 0;
    };
    const ways = everyWay(option, done, percent, costs).filter(reaches);
    expect(path.reached).toBe(ways.length > 0);
    if (!path.reached) return;
    expect(path.least).toBe(true);
    expect(Number(path.cost)).toBe(Math.min(...ways.map(({ cost }) => cost)));
    const sum = path.moves.reduce((total, { cost }) => add(total, fromExactText(cost)), ratio(0));
    expect(compare(sum, fromExactText(path.cost))).toBe(0);
  });
  await fc.assert(law, { numRuns: 25 });
});

const reports = parseReports(tiny, [reportOf("a", "late", 970, "80"), reportOf("b", "onTime", 1000, "90")]);
const percentCost: Cost = { code: "2", figure: "percent", cost: "3" };

describe("a goal", () => {
  test("that is reached already costs nothing", async () => {
    const path = await cheapestPath(tiny, reports, { unit: "b" }, [percentCost], { rank: 1 });
    expect(path).toMatchObject({ reached: true, least: true, cost: "0", moves: [] });
    expect(path.sentence.vi).toBe(
      "Mục tiêu hạng 1: đã đạt, không cần làm gì thêm. Xã b: 96,00 → 96,00 (tăng 0,00 điểm); hạng 1 → 1 trên 2.",
    );
  });

  test("that is out of reach tells how far all moves lead", async () => {
    const path = await cheapestPath(tiny, reports, { unit: "a" }, [percentCost], { rank: 1 });
    expect(path).toMatchObject({ reached: false, cost: "60", outcome: { after: { published: "88.80", rank: 2 } } });
    expect(path.sentence.en).toBe(
      "Goal rank 1: out of reach; all 1 moves, at a cost of 60, lead here. Xã a: 80.80 → 88.80 (gains 0.80 points); rank 2 → 2 of 2.",
    );
  });

  test("for which no cost brings a point tells that", async () => {
    const full = parseReports(tiny, [reportOf("a", "late", 1000, "100")]);
    const path = await cheapestPath(tiny, full, { unit: "a" }, [percentCost], { total: "95" });
    expect(path).toMatchObject({ reached: false, cost: "0", moves: [] });
    expect(path.sentence.vi).toMatch(/^Mục tiêu 95 % điểm tối đa: không đạt được; các chi phí đã nêu không mang thêm điểm nào\./);
  });
});

describe("a grade", () => {
  const grading = loadCriteria("example/grading");
  const report = (done: number, percent: string, above: number) => ({
    unit: { id: "a", name: "Sở A", group: "department" },
    period: "2021",
    round: "appraised",
    items: { "1.1": { done, due: 100 }, "1.2": { late: 4 }, "2": { percent } },
    facts: { aboveRequirement: { done: above, due: 100 } },
  });
  const costs: readonly Cost[] = [
    { code: "1.1", figure: "done", cost: "5" },
    { code: "1.2", figure: "late", cost: "1" },
    { code: "2", figure: "percent", cost: "2" },
  ];

  test("needs its band and its conditions on nodes: no criterion at zero", async () => {
    const given = parseReports(grading, [report(100, "80", 40)]);
    const [score] = scoreAll(grading, given);
    const path = await cheapestPath(grading, given, { unit: "a" }, costs, { grade: "good" });
    expect(score?.root.children[0]?.children?.[1]?.points).toBe("0");
    expect(path).toMatchObject({ reached: true, outcome: { after: { grade: { id: "good" } } } });
    expect(path.moves.map(({ code, figures }) => [code, figures])).toEqual([["1.2", [{ figure: "late", from: 4, to: 3 }]]]);
  });

  test("whose condition on a fact fails is out of reach, whatever the leaves come to", async () => {
    const path = await cheapestPath(grading, parseReports(grading, [report(100, "80", 20)]), { unit: "a" }, costs, { grade: "excellent" });
    expect(path.reached).toBe(false);
  });
});

describe("what is wrong is told, and located", () => {
  const faulty: readonly {
    readonly why: string;
    readonly costs: unknown;
    readonly goal: unknown;
    readonly code: Issue["code"];
    readonly path: readonly unknown[];
  }[] = [
    { why: "a cost below zero", costs: [{ ...percentCost, cost: "-1" }], goal: { rank: 1 }, code: "negative", path: [0, "cost"] },
    { why: "a cost of no leaf", costs: [{ ...percentCost, code: "9" }], goal: { rank: 1 }, code: "unknownCode", path: [0, "code"] },
    { why: "a cost of a branch", costs: [{ ...percentCost, code: "1" }], goal: { rank: 1 }, code: "unknownCode", path: [0, "code"] },
    { why: "a cost of no figure", costs: [{ ...percentCost, figure: "done" }], goal: { rank: 1 }, code: "notAllowed", path: [0, "figure"] },
    {
      why: "a step of an option",
      costs: [{ code: "1.1", figure: "option", cost: "1" }],
      goal: { rank: 1 },
      code: "costWithoutTarget",
      path: [0],
    },
    { why: "a figure that cannot be", costs: [{ ...percentCost, to: "120" }], goal: { rank: 1 }, code: "percentAbove100", path: [0, "to"] },
    { why: "steps of nothing", costs: [{ ...percentCost, per: "0" }], goal: { rank: 1 }, code: "outOfRange", path: [0, "per"] },
    { why: "steps too small", costs: [{ ...percentCost, per: "0.001" }], goal: { rank: 1 }, code: "tooManySteps", path: [] },
    { why: "a goal above the maximum", costs: [percentCost], goal: { total: "100.1" }, code: "goalAboveMax", path: ["total"] },
    { why: "a goal that is no number", costs: [percentCost], goal: { total: "high" }, code: "notDecimal", path: ["total"] },
    { why: "a rank of none", costs: [percentCost], goal: { rank: 0 }, code: "outOfRange", path: ["rank"] },
    { why: "a grade of a set that does not grade", costs: [percentCost], goal: { grade: "good" }, code: "noGrading", path: ["grading"] },
    { why: "two goals", costs: [percentCost], goal: { rank: 1, total: "90" }, code: "exactlyOneOf", path: [] },
    { why: "costs that are no list", costs: percentCost, goal: { rank: 1 }, code: "wrongType", path: [] },
  ];

  test.each(faulty)("$why", async ({ costs, goal, code, path }) => {
    const outcome = await safeCheapestPath(tiny, reports, { unit: "a" }, costs as readonly Cost[], goal as Goal);
    const issues = outcome.ok ? [] : outcome.issues;
    expect(issues.map((found) => [found.code, found.location.path ?? []])).toEqual([[code, path]]);
  });

  test("an unknown unit, and one with two reports", async () => {
    const two = parseReports(tiny, [reportOf("a", "late", 970, "80"), { ...reportOf("a", "late", 970, "80"), round: "selfAssessed" }]);
    for (const [given, unit, code] of [
      [reports, "z", "unknownUnit"],
      [two, "a", "severalReports"],
    ] as const) {
      const outcome = await safeCheapestPath(tiny, given, { unit }, [percentCost], { rank: 1 });
      expect(outcome).toMatchObject({ ok: false, issues: [{ code }] });
    }
  });
});

import { parseCriteria } from "par-index";
import { awardedBy, pointsColumn, publishedColumn, publishedText, rankColumn, reweigh, scoreAt } from "par-index/batch";
import { describe, expect, test } from "vitest";
import { fileWith, reportOf } from "../arbitraries/criteria";
import { scoredBody } from "../arbitraries/leaves";
import type { CriterionDocument, Rule, WrittenItem } from "../oracle/documents";
import { publishedOf, sceneOf } from "./scenes";

const files = { vi: "hồ sơ" };
const shareOf = (target: string): Rule => ({
  kind: "proportional",
  reads: { measure: "share", done: { vi: "Đúng hạn" }, due: { vi: "Tổng số" }, quantity: "count", unit: files },
  target,
});
const bands: Rule = {
  kind: "bands",
  reads: { measure: "share", done: { vi: "Đúng hạn" }, due: { vi: "Tổng số" }, quantity: "count", unit: files },
  better: "higher",
  bands: [
    { atLeast: "95", points: "1" },
    { atLeast: "66.67", lessThan: "95", points: "0.5" },
    { lessThan: "66.67", points: "0" },
  ],
};

function leaf(code: string, maxPoints: string, rule: Rule, more: object = {}): CriterionDocument {
  return { code, title: { vi: `Tiêu chí ${code}` }, maxPoints, ...scoredBody(rule, { nothingDue: "zero" }), ...more } as CriterionDocument;
}

/** A set of such leaves that publishes two decimals, and what units report for them. */
function scene(leaves: readonly CriterionDocument[], maxPoints: string, items: readonly Readonly<Record<string, WrittenItem>>[]) {
  const file = { ...fileWith(leaves), maxPoints };
  const rounding = { ...file.policies.rounding, places: 2, mode: "halfUp" as const, stage: "published" as const };
  const published = { ...file.policies.published, value: "points" as const };
  const set = parseCriteria({ ...file, policies: { ...file.policies, rounding, published } });
  return sceneOf(
    set,
    items.map((item, index) => ({ ...reportOf({ id: `unit-${index}` }), items: item })),
  );
}

const share = (done: number, due: number): WrittenItem => ({ done, due });

describe("a total that lies on a rounding tie", () => {
  // 0.0016666… + 0.0033333… = 0.005, which no plain sum settles.
  const tie = scene([leaf("1", "1", shareOf("100")), leaf("2", "1", shareOf("100"))], "2", [{ "1": share(1, 600), "2": share(1, 300) }]);

  test("takes the exact path, and is published as the exact engine publishes it", () => {
    expect(publishedText(tie.scores.batch, publishedColumn(tie.scores)[0] ?? 0)).toBe("0.01");
    expect(tie.scores.exact.taken.rows).toBe(1);
    expect(tie.exact[0]?.published).toBe("0.01");
  });

  test("does not take it a hair beside the tie", () => {
    const beside = scene([leaf("1", "1", shareOf("100")), leaf("2", "1", shareOf("100"))], "2", [
      { "1": share(1, 600), "2": share(1_000_000, 300_000_001) },
      { "1": share(1, 600), "2": share(1_000_000, 299_999_999) },
    ]);
    expect([...publishedColumn(beside.scores)]).toEqual([0, 1]);
    expect(beside.scores.exact.taken.rows).toBe(0);
  });
});

test("plain numbers without errors would publish other digits", () => {
  // The sum is 1.005 exactly; the nearest plain number lies below it.
  const leaves = [leaf("1", "1", shareOf("100")), leaf("2", "1", shareOf("100")), leaf("3", "1", shareOf("100"))];
  const items = [{ "1": share(1, 3), "2": share(2, 3), "3": share(1, 200) }];
  const { scores, exact } = scene(leaves, "3", items);
  const plain = 1 / 3 + 2 / 3 + 1 / 200;
  expect(Math.floor(plain * 100 + 0.5) / 100).toBe(1);
  expect(publishedText(scores.batch, publishedColumn(scores)[0] ?? 0)).toBe("1.01");
  expect(exact[0]?.published).toBe("1.01");
});

describe("thresholds met exactly by awkward fractions", () => {
  const points = (done: number, due: number) => {
    const { scores, exact } = scene([leaf("1", "1", bands)], "1", [{ "1": share(done, due) }]);
    expect(publishedOf(scores.batch.criteria, exact[0]?.root as never)).toBe(publishedText(scores.batch, publishedColumn(scores)[0] ?? 0));
    return pointsColumn(scores).points[0];
  };
  test.each([
    [19, 20, 1],
    [18_999_999, 20_000_000, 0.5],
    [6667, 10_000, 0.5],
    [2, 3, 0],
    [66_669_999, 100_000_000, 0],
    [1, 1, 1],
    [9e15, 9e15, 1],
    [8_549_999_999_999_999, 9e15, 0.5],
    [8.55e15, 9e15, 1],
  ])("%d of %d earns %d", (done, due, expected) => {
    expect(points(done, due)).toBe(expected);
  });

  test("1 of 3, of a maximum of 3, is exactly 1", () => {
    const { scores } = scene([leaf("1", "3", shareOf("100"))], "3", [{ "1": share(1, 3) }]);
    expect([...pointsColumn(scores).points, ...pointsColumn(scores).error]).toEqual([1, 0]);
    expect(scores.exact.taken).toEqual({ leaves: 0, rows: 0, orders: 0 });
  });

  test("counts so large that plain products lose digits are awarded exactly", () => {
    const { scores } = scene([leaf("1", "1", bands)], "1", [{ "1": share(8_549_999_999_999_999, 9e15) }]);
    expect(scores.exact.taken.leaves).toBe(1);
  });
});

describe("the order of two totals", () => {
  const leaves = [leaf("1", "1", shareOf("100")), leaf("2", "1", shareOf("100"))];

  test("that are equal though nothing in them is the same is found exactly", () => {
    const { scores } = scene(leaves, "2", [
      { "1": share(1, 7), "2": share(3, 7) },
      { "1": share(2, 7), "2": share(2, 7) },
      { "1": share(1, 7), "2": share(2, 7) },
    ]);
    expect([...rankColumn(scores)]).toEqual([1, 1, 3]);
    expect(scores.exact.taken.orders).toBeGreaterThan(0);
  });

  test("of the same figures needs no exact score", () => {
    const { scores } = scene(leaves, "2", [
      { "1": share(1, 7), "2": share(3, 7) },
      { "1": share(1, 7), "2": share(3, 7) },
    ]);
    expect([...rankColumn(scores)]).toEqual([1, 1]);
    expect(scores.exact.taken).toEqual({ leaves: 0, rows: 0, orders: 0 });
  });

  test("of equal shares is a tie under every weighting, found once", () => {
    const { scores } = scene(leaves, "2", [
      { "1": share(1, 7), "2": share(3, 7) },
      { "1": share(2, 14), "2": share(6, 14) },
      { "1": share(1, 2), "2": share(1, 9) },
    ]);
    const awarded = awardedBy(scores);
    const rankings = [1, 500, 3000].map((factor) => {
      const weighted = reweigh(awarded, { one: 1000, factors: { "1": factor } });
      return { ranks: [...rankColumn(weighted)], taken: weighted.exact.taken.orders };
    });
    expect(rankings).toEqual([
      { ranks: [1, 1, 3], taken: 0 },
      { ranks: [1, 1, 3], taken: 0 },
      { ranks: [2, 2, 1], taken: 0 },
    ]);
  });
});

test("weights are those of a set that was written with such maxima", () => {
  const items = [
    { "1": share(955, 1000), "2": share(1, 3) },
    { "1": share(17, 20), "2": share(5, 7) },
  ];
  const { scores } = scene([leaf("1", "2", shareOf("90")), leaf("2", "3", shareOf("100"))], "5", items);
  const weighted = reweigh(awardedBy(scores), { one: 2, factors: { "1": 5, "2": 1 } });
  const written = scene([leaf("1", "5", shareOf("90")), leaf("2", "1.5", shareOf("100"))], "6.5", items);
  expect(written.exact.map(({ points }) => points)).toEqual([0, 1].map((row) => scoreAt(weighted, row).points));
  expect([...publishedColumn(weighted)]).toEqual([...publishedColumn(written.scores)]);
});

test("a maximum of more digits than a number has is scored exactly", () => {
  const most = "0.1234567890123456789012345678";
  const { scores, exact } = scene([leaf("1", most, shareOf("100"))], most, [{ "1": share(1, 2) }]);
  expect(publishedText(scores.batch, publishedColumn(scores)[0] ?? 0)).toBe(exact[0]?.published);
  expect(scores.exact.taken.rows).toBeGreaterThan(0);
});

describe("cohorts of few", () => {
  test("none, one, and one that reports nothing", () => {
    const leaves = [leaf("1", "1", shareOf("100"))];
    expect([...publishedColumn(scene(leaves, "1", []).scores)]).toEqual([]);
    expect([...rankColumn(scene(leaves, "1", [{ "1": share(1, 3) }]).scores)]).toEqual([1]);
    const silent = scene(leaves, "1", [{}]);
    expect([[...publishedColumn(silent.scores)], [...rankColumn(silent.scores)]]).toEqual([[Number.NaN], [0]]);
  });
});

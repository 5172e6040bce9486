import {
  explain,
  type LeafScore,
  parseCriteria,
  parseEvidence,
  parseReports,
  type Score,
  scoreAll,
  scoreUnit,
  standardMeasures,
  standardRuleKinds,
} from "par-index";
import { describe, expect, test } from "vitest";
import { reportOf } from "../arbitraries/criteria";
import { type Example, examplesOf, fileOfExample, fileOfSum, namesIn, sumExamples } from "./examples";

describe("every rule kind and every measure has its examples", () => {
  test("and no example stands for one that is gone", () => {
    expect(namesIn(".")).toEqual(standardRuleKinds.map(({ kind }) => kind).sort());
    expect(namesIn("./measures")).toEqual(standardMeasures.map(({ measure }) => measure).sort());
  });
});

describe.each(namesIn("."))("%s", (kind) => {
  test.each(titled(examplesOf(".", kind)))("$title", ({ example }) => {
    expect(example.rule.kind).toBe(kind);
    earnsWhatItSays(example);
  });
});

describe.each(namesIn("./measures"))("measure %s", (measure) => {
  test.each(titled(examplesOf("./measures", measure)))("$title", ({ example }) => {
    expect("reads" in example.rule && example.rule.reads.measure).toBe(measure);
    earnsWhatItSays(example);
  });
});

describe("sums", () => {
  test.each(sumExamples())("$about.vi", (example) => {
    const criteria = parseCriteria(fileOfSum(example));
    const items = example.parts.map(({ points }) => (points === undefined ? { notApplicable: true, reason: "Không áp dụng" } : { points }));
    const report = { ...reportOf({ id: "a" }), items: Object.fromEntries(items.map((item, index) => [String(index + 1), item])) };
    const score = scoreUnit(criteria, parseEvidence(criteria, report));
    expect({ points: score.points, published: score.published }).toEqual({ points: example.points, published: example.published });
  });
});

function titled(examples: readonly Example[]) {
  return examples.map((example) => ({
    title: `${[example.evidence, ...(example.others ?? [])].map((figures) => JSON.stringify(figures)).join(" among ")} → ${example.points ?? "–"} / ${example.maxPoints}: ${example.source}`,
    example,
  }));
}

function earnsWhatItSays(example: Example): void {
  const criteria = parseCriteria(fileOfExample(example));
  const reports = [example.evidence, ...(example.others ?? [])].map((item, index) => ({
    ...reportOf({ id: `unit-${index}` }),
    items: { "1": item },
  }));
  const [score] = scoreAll(criteria, parseReports(criteria, reports)) as [Score];
  const leaf = score.root.children[0] as LeafScore;
  expect(leaf.state).toBe(example.state ?? "scored");
  expect(leaf.points).toBe(example.points ?? "0");
  expect(leaf.countedMax === "0").toBe(example.points === null);
  if (example.says !== undefined) expect(explain(criteria, score, "1", "vi").steps).toEqual(example.says);
}

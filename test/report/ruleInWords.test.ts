import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import {
  type CriteriaSet,
  exactText,
  fromExactText,
  type Leaf,
  measure,
  parseCriteria,
  ratio,
  ruleInWords,
  ruleKind,
  standardMeasures,
  standardRuleKinds,
  treeOf,
} from "par-index";
import { editions, loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { fileWith, fileWithRule, scenariosWith } from "../arbitraries/criteria";
import { positivePoints } from "../arbitraries/numbers";
import { ruleFamilies, thresholdsOf } from "../arbitraries/rules";
import { criteriaOf } from "../laws/scored";
import type { CriteriaDocument, CriterionDocument, Rule } from "../oracle/documents";
import { dividedBy, equals, type Fraction, isBelow, plus, print, readDecimal, readPrinted, times, whole } from "../oracle/fraction";
import { earnedBy, numbersIn } from "./readAloud";

const languages = ["vi", "en"] as const;
const invented = { confidence: "invented" } as const;

/** What an officer reads of a leaf. */
const examplesFile = z.array(
  z.strictObject({
    about: z.string(),
    leaf: z.custom<Omit<CriterionDocument, "code" | "title" | "provenance">>((value) => typeof value === "object" && value !== null),
    vi: z.array(z.string()),
    en: z.array(z.string()),
  }),
);

const examples = z.parse(
  examplesFile,
  JSON.parse(readFileSync(fileURLToPath(new URL("./ruleInWords.examples.json", import.meta.url)), "utf8")),
);

describe("what an officer reads", () => {
  test.each(examples)("$about", ({ leaf, vi, en }) => {
    const criteria = parseCriteria(fileOf(leaf));
    expect(languages.map((language) => ruleInWords(criteria, firstLeaf(criteria), language))).toEqual([vi, en]);
  });

  test("of every kind and every measure", () => {
    const rules = examples.flatMap(({ leaf: { rule } }) => (rule === undefined ? [] : [rule]));
    const reads = rules.flatMap((rule) => ("reads" in rule ? [rule.reads.measure] : []));
    expect([...new Set(rules.map(({ kind }) => kind))].sort()).toEqual(standardRuleKinds.map(({ kind }) => kind).sort());
    expect([...new Set(reads)].sort()).toEqual(standardMeasures.map(({ measure: name }) => name).sort());
  });
});

test("every kind and measure of the library describes itself", () => {
  expect(standardRuleKinds.filter(({ describe: words }) => words === undefined)).toEqual([]);
  expect(standardMeasures.filter(({ describe: words }) => words === undefined)).toEqual([]);
});

test("a kind and a measure of one's own that say nothing of themselves leave the rest to be read", () => {
  const half = measure({
    measure: "half",
    scale: "count",
    range: { least: "0", most: "1", whole: false },
    params: {},
    words: {},
    fields: () => [],
    read: () => ({ value: ratio(1n, 2n), steps: [] }),
  });
  const asItIs = ruleKind({
    kind: "asItIs",
    reads: "measure",
    scales: ["count"],
    params: {},
    words: {},
    better: () => "higher",
    faults: () => [],
    best: (_, maxPoints) => maxPoints,
    award: ({ measured: { value } }) => ({ points: value, steps: [] }),
  });
  const own = {
    code: "1",
    title: { vi: "Riêng" },
    method: "appraised",
    maxPoints: "1",
    rule: { kind: "asItIs", reads: { measure: "half" } },
  };
  const file = { ...fileWith([]), maxPoints: "1", children: [{ ...own, provenance: { points: invented, rule: invented } }] };
  const criteria = parseCriteria(file, { kinds: [asItIs], measures: [half] });
  expect(ruleInWords(criteria, firstLeaf(criteria), "vi")).toEqual(["Không áp dụng: không tính vào tổng điểm tối đa"]);
});

test("a group of units reads its own rule", () => {
  const criteria = loadCriteria("example/reform-index");
  const said = ["department", "district"].map((group) => {
    const leaf = treeOf(criteria, group).leaves.find(({ code }) => code === "3.2.1") as Leaf;
    return ruleInWords(criteria, leaf, "en")[1];
  });
  expect(said).toEqual(["100 %: 5 points", "100 %: 3 points"]);
});

test("whatever the leaf, every line can be printed, and there is one at least", () => {
  fc.assert(
    fc.property(scenariosWith({ units: 1 }), (scenario) => {
      for (const lines of linesOf(criteriaOf(scenario))) expectToBePrintable(lines);
    }),
  );
});

test.each(editions().filter(({ holds }) => holds === "criteria"))("every leaf of $id can be printed", ({ id }) => {
  for (const lines of linesOf(loadCriteria(id))) expectToBePrintable(lines);
});

describe.each(ruleFamilies)("$name", ({ rules }) => {
  test("every number of the rule stands in its words", () => {
    fc.assert(
      fc.property(ruledLeaves(rules), ({ rule, maxPoints }) => {
        const criteria = parseCriteria(fileWithRule(rule, maxPoints));
        const printed = numbersIn(ruleInWords(criteria, firstLeaf(criteria), "vi").join("\n"));
        expect(numbersOf(rule, readDecimal(maxPoints)).filter((number) => !printed.some((one) => equals(one, number)))).toEqual([]);
      }),
    );
  });
});

describe.each(ruleFamilies.filter(({ kind }) => kind === "bands" || kind === "proportional"))("$name", ({ rules }) => {
  test("whoever reads the words comes to the same points: one line speaks of each value", () => {
    fc.assert(
      fc.property(ruledLeaves(rules), fc.array(fc.tuple(fc.nat(), nearby), { minLength: 1 }), ({ rule, maxPoints }, picks) => {
        const criteria = parseCriteria(fileWithRule(rule, maxPoints));
        const leaf = firstLeaf(criteria);
        const lines = ruleInWords(criteria, leaf, "vi");
        const thresholds = ["0", ...thresholdsOf(rule)];
        for (const [pick, beside] of picks) {
          const value = plus(readDecimal(thresholds[pick % thresholds.length] ?? "0"), readDecimal(beside));
          if (canBe(leaf, value)) expect(earnedBy(lines, value).map(print)).toEqual([awardedTo(leaf, value)]);
        }
      }),
    );
  });
});

/** At a threshold, a hair beside it, and further off. */
const nearby = fc.constantFrom("0", "0.01", "-0.01", "1", "-1", "37.5", "-37.5");

function ruledLeaves(rules: (maxPoints: string) => fc.Arbitrary<Rule>) {
  return positivePoints.chain((maxPoints) => rules(maxPoints).map((rule) => ({ rule, maxPoints })));
}

/** A set of this leaf; a bonus or a penalty stands beside another. */
function fileOf(body: (typeof examples)[number]["leaf"]): CriteriaDocument {
  const about = { title: { vi: "Tiêu chí" }, provenance: { points: invented, ...(body.rule === undefined ? {} : { rule: invented }) } };
  const leaf: CriterionDocument = { code: "1", ...about, ...(body.rule === undefined ? {} : { method: "appraised" }), ...body };
  if (leaf.beyondMax === undefined && leaf.monitored === undefined) return fileWith([leaf]);
  const base = {
    code: "2",
    title: { vi: "Điểm nền" },
    method: "appraised",
    maxPoints: "1",
    rule: { kind: "given", by: { vi: "Hội đồng" } },
  } as const;
  const file = fileWith([{ ...base, provenance: { points: invented, rule: invented } }]);
  return { ...file, children: [leaf, ...file.children] };
}

function firstLeaf({ leaves: [leaf] }: CriteriaSet): Leaf {
  return leaf as Leaf;
}

function linesOf(criteria: CriteriaSet): readonly (readonly string[])[] {
  const leaves = [criteria, ...criteria.trees.values()].flatMap((tree) => tree.leaves);
  return leaves.flatMap((leaf) => languages.map((language) => ruleInWords(criteria, leaf, language)));
}

function expectToBePrintable(lines: readonly string[]): void {
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toBe(line.normalize("NFC").trim());
    expect(line).not.toMatch(/^$|\n|undefined|NaN|null|\[object| {2}|điểm điểm|points points/);
  }
}

/** Every threshold and worth that a rule states, without its sign; a floor below zero changes nothing, and is not told. */
function numbersOf(written: unknown, maxPoints: Fraction, key = ""): readonly Fraction[] {
  if (typeof written === "object" && written !== null) {
    return Object.entries(written).flatMap(([name, value]) => {
      const isIdleFloor = name === "floor" && Object.values<string>(value).some((bound) => bound.startsWith("-"));
      return isIdleFloor ? [] : numbersOf(value, maxPoints, Array.isArray(written) ? key : name);
    });
  }
  if (typeof written !== "string") return [];
  if (key === "percentOfMax") return [dividedBy(times(maxPoints, readDecimal(written)), whole(100))];
  const isNumber = numberKeys.has(key) || (key === "than" && /^\d/.test(written));
  return isNumber ? [readDecimal(written.replace("-", ""))] : [];
}

const numberKeys = new Set(["points", "notDone", "target", "atLeast", "moreThan", "lessThan", "atMost", "met", "divisor"]);

/** True of a value that the measure of the leaf can have. */
function canBe({ rule }: Leaf, value: Fraction): boolean {
  const { least, most, whole: wholeOnly } = rule?.measure?.measure.range ?? { whole: false };
  const isWhole = !print(value).includes(".");
  const isWithin =
    !(least !== undefined && isBelow(value, readDecimal(least))) && !(most !== undefined && isBelow(readDecimal(most), value));
  return isWithin && (isWhole || !wholeOnly);
}

/** What the rule itself awards to a value of its measure. */
function awardedTo({ rule, maxPoints }: Leaf, value: Fraction): string {
  if (rule?.kind.reads !== "measure" || rule.measure === undefined) throw new TypeError("the rule reads no measure");
  const measured = { value: fromExactText(print(value)), steps: [] };
  const { points } = rule.kind.award({ params: rule.params, measured, scale: rule.measure.measure.scale, maxPoints });
  return print(readPrinted(exactText(points)));
}

import fc from "fast-check";
import type {
  Cases,
  Checklist,
  Choice,
  Condition,
  Deduction,
  Given,
  LowerBound,
  Measure,
  Named,
  PerItem,
  Proportional,
  Rule,
} from "../oracle/documents";
import { isBelow, readDecimal } from "../oracle/fraction";
import { bandsRules } from "./bands";
import { measureArbitraries } from "./measures";
import { percentages, positivePercentages } from "./numbers";
import { beside, fallingWorths, worthOfPercent, worthsAddingUp } from "./worths";

/** One way of scoring: a kind, with the measure that it reads where it reads one. */
export interface RuleFamily {
  readonly name: string;
  readonly kind: Rule["kind"];
  readonly measure?: Measure["measure"];
  /** Rules of the family that a leaf with this maximum may have. */
  readonly rules: (maxPoints: string) => fc.Arbitrary<Rule>;
}

export const ruleFamilies: readonly RuleFamily[] = [
  { name: "choice", kind: "choice", rules: choices },
  { name: "cases", kind: "cases", rules: casesRules },
  { name: "checklist", kind: "checklist", rules: checklists },
  { name: "deduction", kind: "deduction", rules: deductions },
  { name: "given", kind: "given", rules: givens },
  { name: "perItem of count", kind: "perItem", measure: "count", rules: perItems },
  ...(["share", "product", "attainment", "change", "percentage", "peerMean", "peerLeader", "count"] as const).map((measure) => ({
    name: `proportional to ${measure}`,
    kind: "proportional" as const,
    measure,
    rules: () => proportionals(measure),
  })),
  ...(["share", "product", "attainment", "change", "percentage", "peerMean", "peerLeader", "count", "daysLate"] as const).map(
    (measure) => ({
      name: `bands of ${measure}`,
      kind: "bands" as const,
      measure,
      rules: (maxPoints: string) => bandsRules(measure, maxPoints),
    }),
  ),
];

/** A rule for a leaf with this maximum. Nothing can be counted piece by piece towards a maximum of zero. */
export function anyRule(maxPoints: string): fc.Arbitrary<Rule> {
  const isZero = !/[1-9]/.test(maxPoints);
  const families = ruleFamilies.filter(({ kind }) => !(isZero && kind === "perItem"));
  return fc.constantFrom(...families).chain(({ rules }) => rules(maxPoints));
}

/** Rules under which an officer's figures may mean that nothing was due. */
export function mayBeNothingDue(rule: Rule): boolean {
  if (rule.kind === "cases") return rule.due !== undefined;
  return "reads" in rule && ["share", "product", "attainment", "change"].includes(rule.reads.measure);
}

/** Numbers at or near which a rule's points change: its evidence should meet them exactly. */
export function thresholdsOf(rule: Rule): readonly string[] {
  if (rule.kind === "proportional") return [rule.target, ...(rule.floor === undefined ? [] : Object.values<string>({ ...rule.floor }))];
  if (rule.kind === "bands")
    return rule.bands.flatMap(({ atLeast, moreThan, lessThan, atMost }) => stated([atLeast, moreThan, lessThan, atMost]));
  return ["1", "2", "4"];
}

function stated(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined);
}

function named(ids: readonly string[]): readonly Named[] {
  return ids.map((id) => ({ id, label: { vi: `Mục ${id}`, en: `Item ${id}` } }));
}

const someIds = fc.integer({ min: 1, max: 5 }).map((length) => ["a", "b", "c", "d", "e"].slice(0, length));

function choices(maxPoints: string): fc.Arbitrary<Choice> {
  return someIds
    .map((ids) => [...ids, "none"])
    .chain((ids) => fallingWorths(ids.length, maxPoints).map((worths) => ({ kind: "choice", options: beside(named(ids), worths) })));
}

function checklists(maxPoints: string): fc.Arbitrary<Checklist> {
  return someIds.chain((ids) =>
    worthsAddingUp(ids.length, maxPoints).map((worths) => ({ kind: "checklist", parts: beside(named(ids), worths) })),
  );
}

function deductions(maxPoints: string): fc.Arbitrary<Deduction> {
  return someIds.chain((ids) =>
    fc
      .tuple(...ids.map(() => percentages.chain((percent) => worthOfPercent(percent, maxPoints))))
      .map((worths) => ({ kind: "deduction", breaches: beside(named(ids), worths) })),
  );
}

function givens(): fc.Arbitrary<Given> {
  return fc.constant({ kind: "given", by: { vi: "Hội đồng thẩm định", en: "Appraisal council" } });
}

function perItems(maxPoints: string): fc.Arbitrary<PerItem> {
  const each = positivePercentages.chain((percent) => worthOfPercent(percent, maxPoints));
  return fc.record({ kind: fc.constant("perItem" as const), reads: measureArbitraries.count, each });
}

function casesRules(maxPoints: string): fc.Arbitrary<Cases> {
  return fc.tuple(someIds, fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean()).chain(([ids, length, hasDue, isWithin]) => {
    const listed = fc.array(fc.array(conditions(ids), { minLength: 1, maxLength: 3 }), { minLength: length, maxLength: length });
    return fc.tuple(listed, fallingWorths(length + 1, maxPoints)).map(
      ([whens, worths]): Cases => ({
        kind: "cases",
        counts: named(ids).map((count) => ({ ...count, ...(isWithin && count.id !== "a" ? { within: "a" } : {}) })),
        ...(hasDue ? { due: "a" } : {}),
        cases: whens.map((when, index) => ({ label: { vi: `Trường hợp ${index + 1}` }, when, ...worths[index] })),
        otherwise: { label: { vi: "Còn lại", en: "Otherwise" }, ...worths[length] },
      }),
    );
  });
}

function conditions(ids: readonly string[]): fc.Arbitrary<Condition> {
  return fc.record({
    count: fc.constantFrom(...ids),
    is: fc.constantFrom<Condition["is"][]>("equalTo", "atLeast", "moreThan", "lessThan", "atMost"),
    than: fc.constantFrom("0", "1", "5", "100", ...ids),
  });
}

function proportionals(measure: Exclude<Measure["measure"], "daysLate">): fc.Arbitrary<Proportional> {
  const target = measure === "count" ? fc.constantFrom("1", "3", "7", "10", "2.5") : fc.oneof(fc.constant("100"), positivePercentages);
  const reads: fc.Arbitrary<Measure> = measureArbitraries[measure];
  return fc.tuple(reads, target, percentages, fc.constantFrom("none", "none", "atLeast", "moreThan")).map(([read, most, wished, side]) => {
    return { kind: "proportional", reads: read, target: most, ...(side === "none" ? {} : { floor: floorBelow(most, wished, side) }) };
  });
}

/** A floor no higher than the target; the target itself must reach it. */
function floorBelow(target: string, wished: string, side: string): LowerBound {
  if (!isBelow(readDecimal(wished), readDecimal(target))) return { atLeast: target };
  return side === "atLeast" ? { atLeast: wished } : { moreThan: wished };
}

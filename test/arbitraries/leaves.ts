import fc from "fast-check";
import type { CriterionDocument, LeftOut, Measure, Rule, WrittenItem } from "../oracle/documents";
import { ruleFigures } from "./figures";
import { measureArbitraries, measureFigures } from "./measures";
import { positivePoints } from "./numbers";
import { invented, leftOuts } from "./policies";
import { anyRule, mayBeNothingDue } from "./rules";

const leftOut = fc.constantFrom(...leftOuts);

/** A leaf before it has a code, with what each unit reports for it. */
export interface DrawnLeaf {
  readonly maxPoints: string;
  readonly body: Omit<CriterionDocument, "code" | "title" | "maxPoints">;
  readonly reading?: string;
  readonly items: readonly WrittenItem[];
}

export function anyLeaf(units: number): fc.Arbitrary<DrawnLeaf> {
  return fc.oneof({ weight: 12, arbitrary: scoredLeaf(units) }, { weight: 1, arbitrary: monitoredLeaf(units) });
}

function scoredLeaf(units: number): fc.Arbitrary<DrawnLeaf> {
  const maximum = fc.oneof({ weight: 15, arbitrary: positivePoints }, { weight: 1, arbitrary: fc.constant("0") });
  return maximum.chain((maxPoints) =>
    fc.oneof({ weight: 6, arbitrary: plainLeaf(units, maxPoints) }, { weight: 1, arbitrary: disputedLeaf(units, maxPoints) }),
  );
}

function plainLeaf(units: number, maxPoints: string): fc.Arbitrary<DrawnLeaf> {
  return anyRule(maxPoints).chain((rule) =>
    fc
      .tuple(attributes(rule), itemsOf(units, ruleFigures(rule, maxPoints)))
      .map(([decided, items]) => ({ maxPoints, body: scoredBody(rule, decided), items })),
  );
}

/** A leaf that can be read in two ways, one of which is chosen. */
function disputedLeaf(units: number, maxPoints: string): fc.Arbitrary<DrawnLeaf> {
  const other = fc.constantFrom("portal", "text");
  return fc.tuple(anyRule(maxPoints), anyRule(maxPoints), other).chain(([taken, second, chosen]) => {
    const alternative = mayBeNothingDue(taken) && !mayBeNothingDue(second) ? taken : second;
    const rule = chosen === "portal" ? alternative : taken;
    return fc.tuple(attributes(taken), leftOut, itemsOf(units, ruleFigures(rule, maxPoints))).map(([decided, nothingDue, items]) => ({
      maxPoints,
      body: {
        ...scoredBody(taken, decided),
        interpretation: interpretation(alternative, mayBeNothingDue(alternative) ? { nothingDue } : {}),
      },
      reading: chosen,
      items,
    }));
  });
}

function interpretation(rule: Rule, decided: { readonly nothingDue?: LeftOut }) {
  const words = { vi: "Cách hiểu" };
  return { question: { vi: "Hiểu thế nào?" }, taken: { id: "text", words }, others: [{ id: "portal", words, rule, ...decided }] };
}

interface Attributes {
  readonly nothingDue?: LeftOut;
  readonly notApplicable?: "refuse" | LeftOut;
}

function attributes(rule: Rule): fc.Arbitrary<Attributes> {
  const own = fc.record({ notApplicable: fc.constantFrom("refuse" as const, ...leftOuts) }, { requiredKeys: [] });
  return fc.tuple(own, leftOut).map(([decided, nothingDue]) => ({ ...decided, ...(mayBeNothingDue(rule) ? { nothingDue } : {}) }));
}

export function scoredBody(rule: Rule, decided: Attributes): DrawnLeaf["body"] {
  return { method: "appraised", rule, ...decided, provenance: { points: invented, rule: invented } };
}

function monitoredLeaf(units: number): fc.Arbitrary<DrawnLeaf> {
  const drawn = { maxPoints: "0", body: { monitored: true as const, provenance: { points: invented } } };
  const measures = Object.values<fc.Arbitrary<Measure>>(measureArbitraries);
  const reading = fc
    .oneof(...measures)
    .chain((reads) => itemsOf(units, measureFigures(reads, [])).map((items) => ({ ...drawn, body: { ...drawn.body, reads }, items })));
  return fc.oneof(fc.constant({ ...drawn, items: Array.from({ length: units }, () => null) }), reading);
}

/** What each unit reports: figures, that the leaf does not apply, blank fields, or no item at all. */
function itemsOf(units: number, figures: fc.Arbitrary<WrittenItem>): fc.Arbitrary<readonly WrittenItem[]> {
  const item = fc.oneof(
    { weight: 14, arbitrary: figures },
    { weight: 2, arbitrary: fc.constant<WrittenItem>({ notApplicable: true, reason: "Không có nhiệm vụ này" }) },
    { weight: 1, arbitrary: fc.constantFrom<WrittenItem[]>(null, {}, { note: "Chưa có số liệu" }, { done: null, due: null }) },
  );
  const sameForAll = item.map((same) => Array.from({ length: units }, () => same));
  return fc.oneof(fc.array(item, { minLength: units, maxLength: units, size: "max" }), sameForAll);
}

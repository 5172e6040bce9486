import fc from "fast-check";
import type { CriterionDocument, LeftOut, Measure, Rule, VariantDocument, WrittenFigures, WrittenItem } from "../oracle/documents";
import { pointsUpTo, ruleFigures } from "./figures";
import { measureArbitraries, measureFigures } from "./measures";
import { positivePoints } from "./numbers";
import { invented, leftOuts } from "./policies";
import { anyRule, mayBeNothingDue } from "./rules";

const leftOut = fc.constantFrom(...leftOuts);

/** The groups of units that every drawn file has. */
export const groups = ["commune", "department"] as const;
export type Group = (typeof groups)[number];

/** A leaf before it has a code, with what each unit reports for it, or one unit in each round. */
export interface DrawnLeaf {
  readonly maxPoints: string;
  readonly body: Omit<CriterionDocument, "code" | "title" | "maxPoints">;
  readonly reading?: string;
  readonly items: readonly WrittenItem[];
  /** What the leaf is for the units of one group, and what those report. */
  readonly variant?: { readonly group: Group; readonly differs: VariantDocument; readonly items: readonly WrittenItem[] };
}

/** So many things said of a leaf: in the reports of so many units, or in so many rounds. */
export interface Sayings {
  readonly count: number;
  readonly item: (figures: fc.Arbitrary<WrittenFigures>, maxPoints: string) => fc.Arbitrary<WrittenItem>;
}

/** Figures; that the leaf does not apply; points given; blank fields, a remark or no item at all. */
export function reported(count: number): Sayings {
  return { count, item: (figures, maxPoints) => fc.oneof({ weight: 14, arbitrary: figures }, ...otherItems(maxPoints)) };
}

/** The same, and that what stands is accepted, or something is to be explained. */
export function reportedInRounds(count: number): Sayings {
  return {
    count,
    item: (figures, maxPoints) =>
      fc.oneof(
        { weight: 6, arbitrary: figures },
        { weight: 5, arbitrary: fc.constantFrom<WrittenItem[]>({ accepted: true }, { accepted: true, reason: "Đúng hồ sơ" }) },
        {
          weight: 4,
          arbitrary: fc.constantFrom<WrittenItem[]>(null, { asks: "Giải trình" }, { asks: "Giải trình", reason: "Thiếu hồ sơ" }),
        },
        ...otherItems(maxPoints),
      ),
  };
}

function otherItems(maxPoints: string): readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<WrittenItem> }[] {
  return [
    { weight: 2, arbitrary: fc.constant<WrittenItem>({ notApplicable: true, reason: "Không có nhiệm vụ này" }) },
    { weight: 1, arbitrary: pointsUpTo(maxPoints).map((givenPoints) => ({ givenPoints, reason: "Theo biên bản" })) },
    { weight: 1, arbitrary: fc.constantFrom<WrittenItem[]>(null, {}, { note: "Chưa có số liệu" }, { done: null, due: null }) },
  ];
}

export function anyLeaf(sayings: Sayings): fc.Arbitrary<DrawnLeaf> {
  return fc.oneof({ weight: 12, arbitrary: scoredLeaf(sayings) }, { weight: 1, arbitrary: monitoredLeaf(sayings) });
}

function scoredLeaf(sayings: Sayings): fc.Arbitrary<DrawnLeaf> {
  const maximum = fc.oneof({ weight: 15, arbitrary: positivePoints }, { weight: 1, arbitrary: fc.constant("0") });
  return maximum.chain((maxPoints) =>
    fc.oneof(
      { weight: 5, arbitrary: plainLeaf(sayings, maxPoints) },
      { weight: 1, arbitrary: plainLeaf(sayings, maxPoints).chain((leaf) => varied(sayings, leaf)) },
      { weight: 1, arbitrary: disputedLeaf(sayings, maxPoints) },
    ),
  );
}

function plainLeaf(sayings: Sayings, maxPoints: string): fc.Arbitrary<DrawnLeaf> {
  return anyRule(maxPoints).chain((rule) =>
    fc
      .tuple(attributes(rule), itemsOf(sayings, ruleFigures(rule, maxPoints), maxPoints))
      .map(([decided, items]) => ({ maxPoints, body: scoredBody(rule, decided), items })),
  );
}

/** A leaf that has another rule and maximum for one group, or only another answer where it does not apply. */
function varied(sayings: Sayings, leaf: DrawnLeaf): fc.Arbitrary<DrawnLeaf> {
  const group = fc.constantFrom(...groups);
  const answer = fc.tuple(group, fc.constantFrom("refuse" as const, ...leftOuts)).map(([id, notApplicable]) => {
    return { ...leaf, variant: { group: id, differs: { notApplicable }, items: leaf.items } };
  });
  const ruled = positivePoints.chain((maxPoints) =>
    anyRule(maxPoints).chain((rule) => {
      if (leaf.body.nothingDue !== undefined && !mayBeNothingDue(rule)) return fc.constant(leaf);
      const items = itemsOf(sayings, ruleFigures(rule, maxPoints), maxPoints);
      return fc.tuple(group, leftOut, items).map(([id, nothingDue, said]) => {
        const differs = { maxPoints, rule, ...(mayBeNothingDue(rule) ? { nothingDue } : {}) };
        return { ...leaf, variant: { group: id, differs, items: said } };
      });
    }),
  );
  return fc.oneof({ weight: 3, arbitrary: ruled }, { weight: 1, arbitrary: answer });
}

/** A leaf that can be read in two ways, one of which is chosen. */
function disputedLeaf(sayings: Sayings, maxPoints: string): fc.Arbitrary<DrawnLeaf> {
  const other = fc.constantFrom("portal", "text");
  return fc.tuple(anyRule(maxPoints), anyRule(maxPoints), other).chain(([taken, second, chosen]) => {
    const alternative = mayBeNothingDue(taken) && !mayBeNothingDue(second) ? taken : second;
    const rule = chosen === "portal" ? alternative : taken;
    return fc
      .tuple(attributes(taken), leftOut, itemsOf(sayings, ruleFigures(rule, maxPoints), maxPoints))
      .map(([decided, nothingDue, items]) => ({
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

/** A leaf with the reading that was chosen for it as its own, and no other. */
export function settled({ body: { interpretation: disputed, ...body }, reading, ...leaf }: DrawnLeaf): DrawnLeaf {
  const { rule = body.rule, nothingDue = body.nothingDue } = disputed?.others.find(({ id }) => id === reading) ?? {};
  return { ...leaf, body: { ...body, ...(rule === undefined ? {} : { rule }), ...(nothingDue === undefined ? {} : { nothingDue }) } };
}

interface Attributes {
  readonly nothingDue?: LeftOut;
  readonly notApplicable?: "refuse" | LeftOut;
  readonly selfScored?: false;
}

function attributes(rule: Rule): fc.Arbitrary<Attributes> {
  const own = fc.record({ notApplicable: fc.constantFrom("refuse" as const, ...leftOuts) }, { requiredKeys: [] });
  const others = fc.constantFrom({}, {}, {}, {}, {}, { selfScored: false as const });
  return fc
    .tuple(own, leftOut, others)
    .map(([decided, nothingDue, more]) => ({ ...decided, ...more, ...(mayBeNothingDue(rule) ? { nothingDue } : {}) }));
}

export function scoredBody(rule: Rule, decided: Attributes): DrawnLeaf["body"] {
  return { method: "appraised", rule, ...decided, provenance: { points: invented, rule: invented } };
}

function monitoredLeaf(sayings: Sayings): fc.Arbitrary<DrawnLeaf> {
  const drawn = { maxPoints: "0", body: { monitored: true as const, provenance: { points: invented } } };
  const measures = Object.values<fc.Arbitrary<Measure>>(measureArbitraries);
  const reading = fc
    .oneof(...measures)
    .chain((reads) =>
      itemsOf(sayings, measureFigures(reads, []), "0").map((items) => ({ ...drawn, body: { ...drawn.body, reads }, items })),
    );
  return fc.oneof(fc.constant({ ...drawn, items: Array.from({ length: sayings.count }, () => null) }), reading);
}

/** What is said of a leaf, each time anew or each time the same. */
function itemsOf({ count, item }: Sayings, figures: fc.Arbitrary<WrittenFigures>, maxPoints: string): fc.Arbitrary<readonly WrittenItem[]> {
  const said = item(figures, maxPoints);
  const alwaysTheSame = said.map((same) => Array.from({ length: count }, () => same));
  return fc.oneof(fc.array(said, { minLength: count, maxLength: count, size: "max" }), alwaysTheSame);
}

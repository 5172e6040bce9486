import fc from "fast-check";
import type { CriteriaDocument, CriterionDocument, LeftOut, ReportDocument, Rule, WrittenItem } from "../oracle/documents";
import { print, readDecimal, total } from "../oracle/fraction";
import { ruleFigures } from "./figures";
import { anyLeaf, type DrawnLeaf, scoredBody } from "./leaves";
import { positivePoints } from "./numbers";
import { invented, type Policies, policies } from "./policies";
import { mayBeNothingDue } from "./rules";

/** A criteria file, the readings chosen for it, and what some units report under it. */
export interface Scenario {
  readonly file: CriteriaDocument;
  readonly readings: Readonly<Record<string, string>>;
  readonly reports: readonly ReportDocument[];
}

type Drawn = DrawnLeaf | { readonly children: readonly Drawn[] };

/** A report of one unit under any criteria file. */
export const scenarios: fc.Arbitrary<Scenario> = scenariosWith({ units: 1 });

/** Whole criteria files, one to four levels deep, one to forty leaves, every policy; with the reports of so many units. */
export function scenariosWith({
  units,
  leaves = anyLeaf(units),
}: {
  units: number;
  leaves?: fc.Arbitrary<DrawnLeaf>;
}): fc.Arbitrary<Scenario> {
  const trees = fc
    .integer({ min: 1, max: 4 })
    .chain((depth) => branchOf(leaves, depth))
    .filter((tree) => countLeaves(tree) <= 40);
  return fc.tuple(trees, policies, groupsOf(units)).map(([tree, decided, groups]) => scenarioOf(tree, decided, groups));
}

/** Files whose every leaf is given points that end at a rounding tie or a hair beside one. */
export function tiedScenarios({ units }: { units: number }): fc.Arbitrary<Scenario> {
  const rule: Rule = { kind: "given", by: { vi: "Hội đồng" } };
  const leaves = positivePoints.chain((maxPoints) =>
    fc
      .array(ruleFigures(rule, maxPoints), { minLength: units, maxLength: units })
      .map((items) => ({ maxPoints, body: scoredBody(rule, {}), items })),
  );
  return scenariosWith({ units, leaves });
}

function branchOf(leaves: fc.Arbitrary<DrawnLeaf>, depth: number): fc.Arbitrary<{ readonly children: readonly Drawn[] }> {
  const child: fc.Arbitrary<Drawn> =
    depth === 1
      ? leaves
      : fc.oneof({ weight: 2, arbitrary: leaves }, { weight: 3, arbitrary: fc.constant(0).chain(() => branchOf(leaves, depth - 1)) });
  return fc.record({ children: fc.array(child, { minLength: 1, maxLength: depth === 1 ? 6 : 4, size: "max" }) });
}

function countLeaves(drawn: Drawn): number {
  return "children" in drawn ? drawn.children.reduce((sum, child) => sum + countLeaves(child), 0) : 1;
}

function groupsOf(units: number): fc.Arbitrary<readonly string[]> {
  return fc.array(fc.constantFrom("commune", "department"), { minLength: units, maxLength: units, size: "max" });
}

function scenarioOf(tree: { readonly children: readonly Drawn[] }, decided: Policies, groups: readonly string[]): Scenario {
  const coded = tree.children.map((child, index) => codedNode(child, String(index + 1)));
  const children = coded.map(({ criterion }) => criterion);
  const leaves = coded.flatMap((node) => node.leaves);
  return {
    file: { ...fileWith(children), policies: decided },
    readings: Object.fromEntries(leaves.flatMap(({ code, leaf }) => (leaf.reading === undefined ? [] : [[code, leaf.reading]]))),
    reports: groups.map((group, unit) => ({
      ...reportOf({ id: `unit-${unit + 1}`, group }),
      items: Object.fromEntries(
        leaves.map(({ code, leaf }) => [code, allowed(leaf.items[unit] ?? null, leaf.body.notApplicable ?? decided.notApplicable.policy)]),
      ),
    })),
  };
}

/** Where "not applicable" is refused, an officer who answers so has reported nothing. */
function allowed(item: WrittenItem, policy: "refuse" | LeftOut): WrittenItem {
  return policy === "refuse" && item?.notApplicable === true ? null : item;
}

interface Coded {
  readonly criterion: CriterionDocument;
  readonly leaves: readonly { readonly code: string; readonly leaf: DrawnLeaf }[];
}

function codedNode(drawn: Drawn, code: string): Coded {
  const named = { code, title: { vi: `Tiêu chí ${code}`, en: `Criterion ${code}` } };
  if (!("children" in drawn))
    return { criterion: { ...named, maxPoints: drawn.maxPoints, ...drawn.body }, leaves: [{ code, leaf: drawn }] };
  const coded = drawn.children.map((child, index) => codedNode(child, `${code}.${index + 1}`));
  const children = coded.map(({ criterion }) => criterion);
  return {
    criterion: { ...named, maxPoints: sumOf(children), provenance: { points: invented }, children },
    leaves: coded.flatMap(({ leaves }) => leaves),
  };
}

function sumOf(children: readonly CriterionDocument[]): string {
  return print(total(children.map(({ maxPoints }) => readDecimal(maxPoints))));
}

/** A file with these criteria, exact sums and two groups of units. */
export function fileWith(children: readonly CriterionDocument[]): CriteriaDocument {
  return {
    format: "par-index/criteria/1",
    id: "example/drawn",
    revision: 1,
    status: "example",
    title: { vi: "Bộ tiêu chí rút ngẫu nhiên", en: "A set drawn at random" },
    notice: { vi: "Đặt ra để thử.", en: "Invented for tests." },
    instrument: { provenance: invented },
    periods: ["2021"],
    sources: {},
    groups: [
      { id: "commune", title: { vi: "Xã" } },
      { id: "department", title: { vi: "Sở" } },
    ],
    policies: {
      rounding: { places: 2, mode: "halfUp", stage: "published", provenance: invented },
      published: { value: "points", provenance: invented },
      notApplicable: { policy: "leaveOut", provenance: invented },
      ranking: { compare: "exact", ties: "share", incomplete: "unranked", within: "group", provenance: invented },
      mean: { of: "exact", provenance: invented },
      change: { of: "published", provenance: invented },
    },
    maxPoints: sumOf(children),
    children,
  };
}

/** A report without items, to which items are added. */
export function reportOf({ id, group = "commune" }: { readonly id: string; readonly group?: string }): ReportDocument {
  return { unit: { id, name: `Đơn vị ${id}`, group }, period: "2021", round: "selfAssessed", items: {} };
}

/** A file of a single leaf with this rule. */
export function fileWithRule(rule: Rule, maxPoints: string, nothingDue: LeftOut = "zero"): CriteriaDocument {
  const decided = mayBeNothingDue(rule) ? { nothingDue } : {};
  return fileWith([{ code: "1", title: { vi: "Tiêu chí 1" }, maxPoints, ...scoredBody(rule, decided) }]);
}

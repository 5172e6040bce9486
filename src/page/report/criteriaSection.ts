import { type CriteriaNode, isLeaf, type Leaf, treeOf } from "../../criteria/criteriaSet";
import { listNodes } from "../../criteria/tree";
import { exactText, fromExactText } from "../../exact/decimal";
import { type Bilingual, formatNumber } from "../../exact/formatNumber";
import { compare } from "../../exact/ratio";
import { wordsIn } from "../../issue/fields";
import { totalCode } from "../../issue/issue";
import { type Explanation, explain } from "../../report/explain";
import { stateWords } from "../../report/explainWords";
import { ruleInWords } from "../../report/ruleInWords";
import { hasPoints, leafScores } from "../../score/nodeScore";
import type { LeafScore } from "../../score/score";
import { leafLines } from "./leafLines";
import { inBoth, joined, lineBreak, type Markup, plain, tag, type Writing } from "./markup";
import { pageWords } from "./pageWords";
import { criterionAnchor, headRow } from "./pieces";
import type { ReportView, UnitView } from "./reportView";

/** Every criterion once: its rule in words, where that comes from, and how each unit came to its points, units that came the same way together. */
export function criteriaSection(view: ReportView): Markup {
  const { writing } = view;
  const trees = groupTrees(view);
  const outcomes = outcomesByLeaf(view);
  const codes = [...new Set(trees.flatMap(({ nodes }) => [...nodes.keys()]))].filter((code) => code !== totalCode);
  const inPrintedOrder = [...view.criteria.nodes.keys(), ...codes].filter(
    (code, index, all) => codes.includes(code) && all.indexOf(code) === index,
  );
  return tag(
    "section",
    { id: "criteria" },
    tag("h2", {}, writing.say(pageWords.criteria)),
    ...inPrintedOrder.map((code) => criterion(view, code, trees, outcomes.get(code) ?? [])),
  );
}

/** The tree of a group that is shown, and where its rules come from, as explained to its first unit. */
interface GroupTree {
  readonly title: Bilingual;
  readonly nodes: ReadonlyMap<string, CriteriaNode>;
  readonly areas: ReadonlySet<string>;
  readonly bases: { readonly vi: ReadonlyMap<string, Explanation>; readonly en: ReadonlyMap<string, Explanation> };
}

function groupTrees({ criteria, groups }: ReportView): readonly GroupTree[] {
  const shown = [...new Set(groups.map(({ group }) => group))];
  return shown.flatMap((id) => {
    const score = groups.find(({ group }) => group === id)?.members[0];
    if (score === undefined) return [];
    const title = criteria.file.groups.find((group) => group.id === id)?.title ?? { vi: "" };
    const { nodes, root } = treeOf(criteria, score.unit.group);
    const explained = (language: "vi" | "en") =>
      new Map(listNodes<Explanation>(explain(criteria, score, totalCode, language)).map((one) => [one.code, one]));
    return [
      {
        title: { vi: title.vi, en: wordsIn(title, "en") },
        nodes,
        areas: new Set((root.children ?? []).map(({ code }) => code)),
        bases: { vi: explained("vi"), en: explained("en") },
      },
    ];
  });
}

/** What a criterion is in one group, or in several that have it alike. */
interface Variant {
  readonly node: CriteriaNode;
  readonly groups: readonly Bilingual[];
  readonly rule: readonly Bilingual[];
  readonly basis: readonly Bilingual[];
}

function variantsOf(view: ReportView, code: string, trees: readonly GroupTree[]): readonly Variant[] {
  const variants = new Map<string, Variant>();
  for (const { title, nodes, bases } of trees) {
    const node = nodes.get(code);
    if (node === undefined) continue;
    const rule = isLeaf(node) ? ruleLines(view, node) : [];
    const basis = paired(bases.vi.get(code)?.basis ?? [], bases.en.get(code)?.basis ?? []);
    const key = JSON.stringify([node.title, exactText(node.maxPoints), rule, basis]);
    variants.set(key, { node, rule, basis, groups: [...(variants.get(key)?.groups ?? []), title] });
  }
  return [...variants.values()];
}

function ruleLines({ criteria }: ReportView, leaf: Leaf): readonly Bilingual[] {
  return paired(ruleInWords(criteria, leaf, "vi"), ruleInWords(criteria, leaf, "en"));
}

function paired(vi: readonly string[], en: readonly string[]): readonly Bilingual[] {
  return vi.map((line, index) => ({ vi: line, en: en[index] ?? line }));
}

function criterion(view: ReportView, code: string, trees: readonly GroupTree[], outcomes: readonly Outcome[]): Markup {
  const { writing } = view;
  const variants = variantsOf(view, code, trees);
  const [first] = variants;
  if (first === undefined) return plain("");
  const isArea = trees.some(({ areas }) => areas.has(code));
  const title = tag(
    isArea ? "h3" : "h4",
    { tabindex: -1 },
    tag("span", { translate: "no", class: "code" }, plain(code)),
    plain(" "),
    tag("span", { class: "title" }, writing.say(first.node.title)),
    plain(" "),
    tag("small", { class: "max" }, writing.say(maximumWords(first.node))),
  );
  const isOnlyTitle = variants.every(({ node }) => !isLeaf(node));
  return tag(
    "section",
    { class: isOnlyTitle ? (isArea ? "area" : "branch") : "leaf", id: criterionAnchor(code) },
    title,
    ...variants.flatMap((variant) => variantLines(view, variant, variants.length > 1)),
    ...(outcomes.length === 0 ? [] : [outcomeTable(view, outcomes)]),
  );
}

function maximumWords({ maxPoints }: CriteriaNode): Bilingual {
  const most = exactText(maxPoints);
  return { vi: `tối đa ${formatNumber(most, "vi")}`, en: `maximum ${formatNumber(most, "en")}` };
}

function variantLines({ writing }: ReportView, { node, groups, rule, basis }: Variant, isOneOfSeveral: boolean): readonly Markup[] {
  const whose = inBoth((language) => `${groups.map((group) => group[language]).join(", ")}: ${maximumWords(node)[language]}`);
  return [
    ...(isOneOfSeveral ? [tag("p", {}, tag("b", {}, writing.say(whose)))] : []),
    ...(rule.length === 0 ? [] : [tag("ul", { class: "rule" }, ...rule.map((line) => tag("li", {}, writing.say(line))))]),
    ...basis.map((line) => tag("p", { class: "soft" }, writing.say(line))),
  ];
}

/** Units that have the same points at a leaf for the same reasons. */
interface Outcome {
  readonly leaf: LeafScore;
  readonly lines: readonly Bilingual[];
  readonly change: string | null;
  readonly units: UnitView[];
}

function outcomesByLeaf(view: ReportView): ReadonlyMap<string, readonly Outcome[]> {
  const byLeaf = new Map<string, Map<string, Outcome>>();
  for (const unit of view.units) {
    for (const leaf of leafScores(unit.score.root)) {
      const lines = leafLines(view.criteria, unit.score, leaf);
      const change = unit.years.get(leaf.code)?.published ?? null;
      const key = JSON.stringify([leaf.points, leaf.state, change, lines.map(({ vi }) => vi)]);
      const outcomes = byLeaf.get(leaf.code) ?? new Map<string, Outcome>();
      byLeaf.set(leaf.code, outcomes);
      const outcome = outcomes.get(key);
      if (outcome === undefined) outcomes.set(key, { leaf, lines, change, units: [unit] });
      else outcome.units.push(unit);
    }
  }
  return new Map([...byLeaf].map(([code, outcomes]) => [code, [...outcomes.values()].sort(bestFirst)]));
}

/** Those without points come last. */
function bestFirst(a: Outcome, b: Outcome): number {
  const [hasA, hasB] = [hasPoints(a.leaf), hasPoints(b.leaf)];
  if (!hasA || !hasB) return Number(hasB) - Number(hasA);
  return compare(fromExactText(b.leaf.points), fromExactText(a.leaf.points));
}

function outcomeTable(view: ReportView, outcomes: readonly Outcome[]): Markup {
  const { writing, earlier } = view;
  const since =
    earlier === undefined ? [] : [[writing.say({ vi: `So với ${earlier.period}`, en: `Since ${earlier.period}` }), "n"] as const];
  return tag(
    "table",
    { class: earlier === undefined ? "outcomes" : "outcomes since" },
    headRow([writing.say(pageWords.points), "n"], ...since, [writing.say(pageWords.working)], [writing.say(pageWords.unit)]),
    tag("tbody", {}, ...outcomes.map((outcome) => outcomeRow(view, outcome, countUnits(outcomes)))),
  );
}

function countUnits(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((total, { units }) => total + units.length, 0);
}

function outcomeRow({ writing, earlier }: ReportView, { leaf, lines, change, units }: Outcome, of: number): Markup {
  const points = hasPoints(leaf)
    ? writing.number(leaf.published)
    : leaf.state === "scored"
      ? plain("–")
      : writing.say(stateWords[leaf.state]);
  const since = earlier === undefined ? [] : [tag("td", {}, change === null ? undefined : writing.change(change))];
  return tag(
    "tr",
    {},
    tag("td", {}, points),
    ...since,
    tag(
      "td",
      {},
      joined(
        lines.map((line) => writing.say(line)),
        lineBreak.html,
      ),
    ),
    unitsCell(writing, units, of),
  );
}

/** The units by name; those that are more than half are what is left when the others are named, which is shorter and says more. */
function unitsCell(writing: Writing, units: readonly UnitView[], of: number): Markup {
  const count = units.length;
  const numbers = { "data-units": units.map(({ number }) => number).join(" ") };
  if (count === of && of > 1) return tag("td", numbers, writing.say({ vi: `Tất cả ${of} đơn vị`, en: `All ${of} units` }));
  if (2 * count > of && count > fewNamed) {
    return tag("td", numbers, writing.say({ vi: `${count} đơn vị còn lại`, en: `The other ${count} units` }));
  }
  return tag("td", { ...numbers, translate: "no" }, plain(units.map(({ score }) => score.unit.name).join(", ")));
}

/** As many are always named. */
const fewNamed = 3;

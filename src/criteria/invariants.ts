import { exactText, fromDecimal } from "../exact/decimal";
import { compare, isZero, subtract, sum } from "../exact/ratio";
import { at, type Issue, issue, totalCode, under, warning } from "../issue/issue";
import { mayBeNothingDue } from "../rules/boundRule";
import { duplicateFaults } from "../rules/options";
import type { CriteriaDraft, DraftNode } from "./criteriaFile";
import { bindMeasure, bindRule, type RuleBook, rootOf, underReading } from "./criteriaSet";
import { gradingFaults } from "./gradingFaults";
import { asForGroup, isForGroup, variesByGroup } from "./groupVariants";
import { plainTitle } from "./plainTitle";
import { policyFaults } from "./policyFaults";
import { decisionFaults, noticeFaults, provenanceFaults } from "./provenanceFaults";
import { listPlaces, type Place } from "./tree";

/**
 * What a criteria set must satisfy beyond its shape, whoever wrote it. Real sets break each of these: parts of 19 under a
 * group of 20, 10.05 printed for 10.5, two items numbered 4.3, a scale on which the worst answer earns most.
 * Answers every fault, in the order of the tree. What is still open in a draft is no fault; {@link openPoints} lists it.
 */
export function criteriaFaults(file: CriteriaDraft, book: RuleBook): Issue[] {
  const places = listPlaces(rootOf(file));
  const structure = structureFaults(file, places);
  return [
    ...noticeFaults(file),
    ...duplicateFaults(file.groups, ["groups"]),
    ...duplicateFaults(file.appraisers ?? [], ["appraisers"]),
    ...policyFaults(file),
    ...provenanceFaults(file.instrument.provenance, file).map((found) => under(["instrument", "provenance"], found)),
    ...places.flatMap((place) => [...(structure.get(place.node) ?? []), ...inPlace(place, nodeFaults(place, file, book))]),
    ...gradingFaults(file, book),
  ];
}

/** What is wrong with a node whatever stands around it. */
function nodeFaults(place: Place<DraftNode>, file: CriteriaDraft, book: RuleBook): Issue[] {
  const { node } = place;
  const own = leafFaults(node, book);
  return [
    ...(node.code === totalCode
      ? []
      : [
          ...provenanceFaults(node.provenance.points, file).map((found) => under(["provenance", "points"], found)),
          ...(node.provenance.rule === undefined
            ? []
            : decisionFaults(node.provenance.rule, file).map((found) => under(["provenance", "rule"], found))),
        ]),
    ...documentFaults(node, file),
    ...referenceFaults(node, file),
    ...beyondMaxFaults(place),
    ...rescaleFaults(node, file),
    ...own,
    ...variantFaults(node, own, book),
  ];
}

/** What is wrong with a leaf for one group only; a fault of a rule that the group shares is told once, at the rule. */
function variantFaults(node: DraftNode, own: readonly Issue[], book: RuleBook): Issue[] {
  return Object.entries(node.byGroup ?? {}).flatMap(([group, { rule }]) => {
    const told = new Set(rule === undefined ? own.map((one) => JSON.stringify(one)) : []);
    const found = leafFaults(asForGroup(node, group), book).filter((one) => !told.has(JSON.stringify(one)));
    return found.map((one) => at({ group }, under(["byGroup", group], one)));
  });
}

type Groups = readonly (string | undefined)[];
type TreeFaults = ReadonlyMap<DraftNode, readonly Issue[]>;

/** What is wrong with the tree of each group, by the node at fault. */
function structureFaults(file: CriteriaDraft, places: readonly Place<DraftNode>[]): TreeFaults {
  const groups: Groups = variesByGroup(rootOf(file)) ? file.groups.map(({ id }) => id) : [undefined];
  const trees = groups.map((group) => treeFaults(places, group));
  return new Map(
    places.map((place) => {
      const ofGroups = trees.map((tree) => tree.get(place.node) ?? []);
      return [place.node, [...toldOnce(groups, ofGroups), ...inPlace(place, reachFaults(place, groups, trees))]];
    }),
  );
}

/** The faults of each group, told without the group where it is wrong for all of them. */
function toldOnce(groups: Groups, ofGroups: readonly (readonly Issue[])[]): Issue[] {
  const seen = new Map<string, { readonly fault: Issue; readonly inGroups: Issue[] }>();
  ofGroups.forEach((issues, index) => {
    const group = groups[index];
    for (const fault of issues) {
      const key = JSON.stringify(fault);
      const told = seen.get(key) ?? { fault, inGroups: [] };
      told.inGroups.push(at(group === undefined ? {} : { group }, fault));
      seen.set(key, told);
    }
  });
  return [...seen.values()].flatMap(({ fault, inGroups }) => (inGroups.length === groups.length ? [fault] : inGroups));
}

/** A node is for no group that its branch is not for, and has nothing of its own for a group that it is not for. */
function reachFaults({ node, parent }: Place<DraftNode>, groups: Groups, trees: readonly TreeFaults[]): Issue[] {
  const reaching = (one: DraftNode) =>
    groups.filter((group, index): group is string => group !== undefined && trees[index]?.has(one) === true);
  const [own, ofBranch] = [reaching(node), reaching(parent ?? node)];
  const beyondBranch =
    ofBranch.length === 0 ? [] : (node.groups ?? []).filter((group) => groups.includes(group) && !ofBranch.includes(group));
  const beyondOwn =
    own.length === 0 ? [] : Object.keys(node.byGroup ?? {}).filter((group) => ofBranch.includes(group) && !own.includes(group));
  return [
    ...beyondBranch.map((group) => issue("unknownGroup", { group, groups: ofBranch }, { path: ["groups"] })),
    ...beyondOwn.map((group) => issue("unknownGroup", { group, groups: own }, { path: ["byGroup", group] })),
  ];
}

function treeFaults(places: readonly Place<DraftNode>[], group: string | undefined): TreeFaults {
  const kept = new Set<DraftNode>();
  const codes = new Set<string>();
  const faults = new Map<DraftNode, readonly Issue[]>();
  for (const place of places) {
    const { node, parent } = place;
    if ((parent !== undefined && !kept.has(parent)) || (group !== undefined && !isForGroup(node, group))) continue;
    kept.add(node);
    const repeated = codes.has(node.code);
    codes.add(node.code);
    faults.set(
      node,
      inPlace(place, [
        ...(repeated ? [issue("duplicateCode", { code: node.code })] : []),
        ...(parent === undefined ? [] : [...nestingFaults(node, parent), ...alikeFaults(node, parent, group)]),
        ...sumFaults(node, group),
        ...rescaleWarnings(node, group),
        ...formerlyFaults(node, kept),
      ]),
    );
  }
  return faults;
}

function inPlace({ node, path }: Place<DraftNode>, found: readonly Issue[]): Issue[] {
  return found.map((one) => at({ code: node.code, title: node.title.vi }, under(path, one)));
}

/**
 * Children add up to their parent. Monitored leaves carry no points, so they add nothing; a bonus or a penalty stands beside
 * the sum, and its own parts may come to more than its cap. A sum in which something is open cannot be judged yet.
 */
function sumFaults(written: DraftNode, group: string | undefined): Issue[] {
  const { children, maxPoints, beyondMax, byGroup } = group === undefined ? written : asForGroup(written, group);
  if (children === undefined || maxPoints === null) return [];
  const path = group === undefined || byGroup?.[group]?.maxPoints === undefined ? ["maxPoints"] : ["byGroup", group, "maxPoints"];
  const counted = children
    .filter((child) => group === undefined || isForGroup(child, group))
    .map((child) => (group === undefined ? child : asForGroup(child, group)))
    .filter((child) => child.beyondMax === undefined);
  const maxima = counted.map((child) => child.maxPoints);
  const known = maxima.filter((maximum) => maximum !== null);
  const whole = fromDecimal(maxPoints);
  const parts = sum(known.map(fromDecimal));
  const order = compare(parts, whole);
  if (beyondMax !== undefined) {
    return order < 0 && known.length === maxima.length ? [issue("cannotReachMax", { best: exactText(parts), maxPoints }, { path })] : [];
  }
  if (order === 0 || (order < 0 && known.length < maxima.length)) return [];
  const difference = exactText(subtract(parts, whole));
  return [issue("partsDoNotAddUp", { parts: exactText(parts), whole: maxPoints, difference }, { path })];
}

/** Under a number such as 4.3 stand 4.3.1, 4.3.2, …. A parent without a number, as some portals have, leaves its children free. */
function nestingFaults({ code }: DraftNode, { code: parent }: DraftNode): Issue[] {
  return /^\d+(\.\d+)*$/.test(parent) && !code.startsWith(`${parent}.`) ? [issue("codeNotNested", { code, parent })] : [];
}

/** Two entries of one branch with the same title are one item entered twice, or two that readers cannot tell apart. */
function alikeFaults(node: DraftNode, { children = [] }: DraftNode, group: string | undefined): Issue[] {
  const earlier = children.slice(0, children.indexOf(node)).filter((child) => group === undefined || isForGroup(child, group));
  const other = earlier.find((child) => plainTitle(child.title) === plainTitle(node.title));
  return other === undefined ? [] : [issue("leavesAlike", { other: other.code })];
}

/** An earlier criterion lives on in one node only. */
function formerlyFaults(node: DraftNode, earlier: ReadonlySet<DraftNode>): Issue[] {
  const { formerly } = node;
  if (formerly === undefined) return [];
  const isSame = ({ code, edition }: NonNullable<DraftNode["formerly"]>) =>
    code === formerly.code && (edition === undefined || formerly.edition === undefined || edition === formerly.edition);
  const other = [...earlier].find((one) => one !== node && one.formerly !== undefined && isSame(one.formerly));
  return other === undefined ? [] : [issue("formerlyClaimedTwice", { code: formerly.code, other: other.code }, { path: ["formerly"] })];
}

/** Each required document has a name of its own, and their list says where it was read. */
function documentFaults({ documents, provenance }: DraftNode, file: CriteriaDraft): Issue[] {
  if (documents === undefined) return [];
  return [
    ...duplicateFaults(documents, ["documents"]),
    ...(provenance.documents === undefined
      ? [issue("missingKey", { key: "documents" }, { path: ["provenance"] })]
      : decisionFaults(provenance.documents, file).map((found) => under(["provenance", "documents"], found))),
  ];
}

/** Groups and appraisers that a node names are those of the file. */
function referenceFaults({ groups = [], byGroup = {}, appraiser }: DraftNode, file: CriteriaDraft): Issue[] {
  const known = file.groups.map(({ id }) => id);
  const appraisers = (file.appraisers ?? []).map(({ id }) => id);
  return [
    ...[
      ...groups.map((group) => ({ group, path: ["groups"] })),
      ...Object.keys(byGroup).map((group) => ({ group, path: ["byGroup", group] })),
    ]
      .filter(({ group }) => !known.includes(group))
      .map(({ group, path }) => issue("unknownGroup", { group, groups: known }, { path })),
    ...(appraiser === undefined || appraisers.includes(appraiser)
      ? []
      : [issue("unknownAppraiser", { appraiser, appraisers }, { path: ["appraiser"] })]),
  ];
}

/** A bonus or penalty has a cap, and stands beside the areas, whose sum it does not touch. */
function beyondMaxFaults({ node: { beyondMax, maxPoints }, parent }: Place<DraftNode>): Issue[] {
  if (beyondMax === undefined) return [];
  return [
    ...(maxPoints !== null && isZero(fromDecimal(maxPoints)) ? [issue("beyondMaxWithoutCap", { beyondMax }, { path: ["maxPoints"] })] : []),
    ...(parent?.code === totalCode ? [] : [issue("beyondMaxNested", { beyondMax }, { path: ["beyondMax"] })]),
  ];
}

/** What the rest is brought up to is positive. */
function rescaleFaults({ rescaleTo }: DraftNode, file: CriteriaDraft): Issue[] {
  if (rescaleTo === undefined) return [];
  const { points, provenance } = rescaleTo;
  const zero = issue("thresholdNotPositive", { key: "rescaleTo.points", received: points }, { path: ["rescaleTo", "points"] });
  return [
    ...(isZero(fromDecimal(points)) ? [zero] : []),
    ...provenanceFaults(provenance, file).map((found) => under(["rescaleTo", "provenance"], found)),
  ];
}

/** What the rest is brought up to is worth a second look where it is not the maximum of the branch. */
function rescaleWarnings(written: DraftNode, group: string | undefined): Issue[] {
  const { rescaleTo, maxPoints } = group === undefined ? written : asForGroup(written, group);
  if (rescaleTo === undefined || maxPoints === null) return [];
  const worth = fromDecimal(rescaleTo.points);
  if (isZero(worth) || compare(worth, fromDecimal(maxPoints)) === 0) return [];
  return [warning("rescaledToOther", { points: rescaleTo.points, maxPoints }, { path: ["rescaleTo", "points"] })];
}

function leafFaults(node: DraftNode, book: RuleBook): Issue[] {
  if (node.monitored === true) {
    const watched = node.reads === undefined ? undefined : bindMeasure(node.reads, book);
    return [
      ...(node.maxPoints === null || isZero(fromDecimal(node.maxPoints))
        ? []
        : [issue("monitoredWithPoints", { maxPoints: node.maxPoints })]),
      ...(watched?.measure.faults?.(watched.params) ?? []).map((fault) => under(["reads"], fault)),
    ];
  }
  const { taken, others = [] } = node.interpretation ?? {};
  const repeated = others.flatMap(({ id }, index) =>
    [taken, ...others.slice(0, index)].some((earlier) => earlier?.id === id)
      ? [issue("duplicateOption", { option: id }, { path: ["interpretation", "others", index] })]
      : [],
  );
  const ofOthers = others.flatMap(({ id }, index) =>
    ruleFaults(underReading(node, id), book).map((found) => under(["interpretation", "others", index], found)),
  );
  return [...ruleFaults(node, book), ...repeated, ...ofOthers];
}

/** The rule fits its measure, can give the leaf's maximum and no more, and says what is earned when nothing was due. */
function ruleFaults({ rule: text, maxPoints: maximum, nothingDue }: DraftNode, book: RuleBook): Issue[] {
  if (text === undefined || text === null) return [];
  const rule = bindRule(text, book);
  const { kind, params, measure } = rule;
  if (kind.reads === "measure" && measure !== undefined && !kind.scales.includes(measure.measure.scale)) {
    const fitting = book.measures.filter(({ scale }) => kind.scales.includes(scale)).map((item) => item.measure);
    return [issue("measureDoesNotFit", { kind: kind.kind, measure: measure.measure.measure, fitting })];
  }
  if (maximum === null) return [];
  const maxPoints = fromDecimal(maximum);
  const found = [
    ...kind.faults(params, maxPoints, measure).map((fault) => under(["rule"], fault)),
    ...(measure?.measure.faults?.(measure.params) ?? []).map((fault) => under(["rule", "reads"], fault)),
  ];
  const best = kind.best(params, maxPoints);
  if (compare(best, maxPoints) < 0) found.push(issue("cannotReachMax", { best: exactText(best), maxPoints: maximum }));
  if (compare(best, maxPoints) > 0 && !found.some(({ code }) => code === "earnsAboveMax")) {
    found.push(issue("partsEarnAboveMax", { best: exactText(best), maxPoints: maximum }));
  }
  const possible = mayBeNothingDue(rule);
  if (possible && nothingDue === undefined) found.push(issue("nothingDueUnstated", {}));
  if (!possible && nothingDue !== undefined) found.push(issue("nothingDueNeverHappens", {}));
  return found;
}

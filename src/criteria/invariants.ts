import { exactText, fromDecimal } from "../exact/decimal";
import { compare, isZero, subtract, sum } from "../exact/ratio";
import { at, type Issue, issue, totalCode, under } from "../issue/issue";
import { mayBeNothingDue } from "../rules/boundRule";
import { duplicateFaults } from "../rules/options";
import type { CriteriaFile, FileNode, Provenance } from "./criteriaFile";
import { bindMeasure, bindRule, type RuleBook, rootOf, underReading } from "./criteriaSet";
import { listPlaces } from "./tree";

/**
 * What a criteria set must satisfy beyond its shape, whoever wrote it. Real sets break each of these: parts of 19 under a
 * group of 20, 10.05 printed for 10.5, two items numbered 4.3, a scale on which the worst answer earns most.
 * Answers every fault, in the order of the tree.
 */
export function criteriaFaults(file: CriteriaFile, book: RuleBook): Issue[] {
  const places = listPlaces(rootOf(file));
  const codes = new Map<string, number>();
  return [
    ...noticeFaults(file),
    ...duplicateFaults(file.groups, ["groups"]),
    ...policyFaults(file),
    ...places.flatMap(({ node, parent, path }) => {
      const uses = (codes.get(node.code) ?? 0) + 1;
      codes.set(node.code, uses);
      return [
        ...(uses > 1 ? [issue("duplicateCode", { code: node.code })] : []),
        ...(parent === undefined ? [] : [...nestingFaults(node, parent), ...alikeFaults(node, parent)]),
        ...sumFaults(node),
        ...provenanceFaults(node, file),
        ...leafFaults(node, book),
      ].map((found) => at({ code: node.code, title: node.title.vi }, under(path, found)));
    }),
  ];
}

function noticeFaults({ status, notice }: CriteriaFile): Issue[] {
  return status !== "official" && notice === undefined ? [issue("noticeMissing", {}, { path: ["notice"] })] : [];
}

function policyFaults(file: CriteriaFile): Issue[] {
  return [
    ...Object.entries(file.policies).flatMap(([name, { provenance }]) =>
      provenanceOf(provenance, file).map((found) => under(["policies", name, "provenance"], found)),
    ),
    ...provenanceOf(file.instrument.provenance, file).map((found) => under(["instrument", "provenance"], found)),
  ];
}

/** Children add up to their parent. Monitored leaves carry no points, so they add nothing. */
function sumFaults({ children, maxPoints }: FileNode): Issue[] {
  if (children === undefined) return [];
  const whole = fromDecimal(maxPoints);
  const parts = sum(children.map((child) => fromDecimal(child.maxPoints)));
  return compare(parts, whole) === 0
    ? []
    : [
        issue(
          "partsDoNotAddUp",
          { parts: exactText(parts), whole: maxPoints, difference: exactText(subtract(parts, whole)) },
          { path: ["maxPoints"] },
        ),
      ];
}

/** Under a number such as 4.3 stand 4.3.1, 4.3.2, …. A parent without a number, as some portals have, leaves its children free. */
function nestingFaults({ code }: FileNode, { code: parent }: FileNode): Issue[] {
  return /^\d+(\.\d+)*$/.test(parent) && !code.startsWith(`${parent}.`) ? [issue("codeNotNested", { code, parent })] : [];
}

/** Two entries of one branch with the same title are one item entered twice, or two that readers cannot tell apart. */
function alikeFaults(node: FileNode, { children = [] }: FileNode): Issue[] {
  const name = ({ title }: FileNode) => title.vi.toLowerCase().replace(/\s+/g, " ");
  const other = children.slice(0, children.indexOf(node)).find((earlier) => name(earlier) === name(node));
  return other === undefined ? [] : [issue("leavesAlike", { other: other.code })];
}

function provenanceFaults({ code, provenance }: FileNode, file: CriteriaFile): Issue[] {
  if (code === totalCode) return [];
  return Object.entries(provenance).flatMap(([of, value]) =>
    value === undefined ? [] : provenanceOf(value, file).map((found) => under(["provenance", of], found)),
  );
}

function provenanceOf({ confidence, source, locator }: Provenance, { status, sources }: CriteriaFile): Issue[] {
  const official = status === "official";
  return [
    ...(source !== undefined && !Object.hasOwn(sources, source) ? [issue("unknownSource", { source, sources: Object.keys(sources) })] : []),
    ...(official && confidence !== "official" ? [issue("notOfficial", { confidence })] : []),
    ...(confidence === "official" && (source === undefined || locator === undefined) ? [issue("officialWithoutSource", {})] : []),
  ];
}

function leafFaults(node: FileNode, book: RuleBook): Issue[] {
  if (node.monitored === true) {
    const watched = node.reads === undefined ? undefined : bindMeasure(node.reads, book);
    return [
      ...(isZero(fromDecimal(node.maxPoints)) ? [] : [issue("monitoredWithPoints", { maxPoints: node.maxPoints })]),
      ...(watched?.measure.faults?.(watched.params) ?? []),
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
function ruleFaults({ rule: text, maxPoints: maximum, nothingDue }: FileNode, book: RuleBook): Issue[] {
  if (text === undefined) return [];
  const rule = bindRule(text, book);
  const { kind, params, measure } = rule;
  if (kind.reads === "measure" && measure !== undefined && !kind.scales.includes(measure.measure.scale)) {
    const fitting = book.measures.filter(({ scale }) => kind.scales.includes(scale)).map((item) => item.measure);
    return [issue("measureDoesNotFit", { kind: kind.kind, measure: measure.measure.measure, fitting })];
  }
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

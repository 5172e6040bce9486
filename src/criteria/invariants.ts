import { exactText, fromDecimal } from "../exact/decimal";
import { compare, isZero, subtract, sum } from "../exact/ratio";
import { at, type Issue, issue, totalCode } from "../issue/issue";
import { mayBeNothingDue } from "../rules/boundRule";
import type { CriteriaFile, FileNode, Provenance } from "./criteriaFile";
import { bindMeasure, bindRule, type RuleBook, rootOf, underReading } from "./criteriaSet";
import { listNodes } from "./tree";

/**
 * What a criteria set must satisfy beyond its shape, whoever wrote it. Real sets break each of these: parts of 19 under a
 * group of 20, 10.05 printed for 10.5, two items numbered 4.3, a scale on which the worst answer earns most.
 * Answers every fault, in the order of the tree.
 */
export function criteriaFaults(file: CriteriaFile, book: RuleBook): Issue[] {
  const nodes = listNodes(rootOf(file));
  return [
    ...noticeFaults(file),
    ...policyFaults(file),
    ...nodes.flatMap((node, index) =>
      [
        ...codeFaults(node, nodes.slice(0, index)),
        ...sumFaults(node),
        ...nestingFaults(node),
        ...alikeFaults(node),
        ...provenanceFaults(node, file),
        ...leafFaults(node, book),
      ].map((found) => at({ code: node.code, title: node.title.vi }, found)),
    ),
  ];
}

function noticeFaults({ status, notice }: CriteriaFile): Issue[] {
  return status !== "official" && notice === undefined ? [issue("noticeMissing", {}, { path: ["notice"] })] : [];
}

function policyFaults(file: CriteriaFile): Issue[] {
  return [
    ...Object.entries(file.policies).flatMap(([name, { provenance }]) =>
      provenanceOf(provenance, file).map((found) => at({ path: ["policies", name, "provenance"] }, found)),
    ),
    ...provenanceOf(file.instrument.provenance, file).map((found) => at({ path: ["instrument", "provenance"] }, found)),
  ];
}

function codeFaults({ code }: FileNode, before: readonly FileNode[]): Issue[] {
  return before.some((other) => other.code === code) ? [issue("duplicateCode", { code })] : [];
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
function nestingFaults({ code: parent, children = [] }: FileNode): Issue[] {
  if (!/^\d+(\.\d+)*$/.test(parent)) return [];
  return children
    .filter(({ code }) => !code.startsWith(`${parent}.`))
    .map(({ code, title }) => issue("codeNotNested", { code, parent }, { code, title: title.vi }));
}

/** Two leaves of one branch with the same title are one item entered twice, or two that readers cannot tell apart. */
function alikeFaults({ children = [] }: FileNode): Issue[] {
  const name = ({ title }: FileNode) => title.vi.toLowerCase().replace(/\s+/g, " ");
  return children.flatMap((child, index) => {
    const other = children.slice(0, index).find((earlier) => name(earlier) === name(child));
    return other === undefined ? [] : [issue("leavesAlike", { other: other.code }, { code: child.code, title: child.title.vi })];
  });
}

function provenanceFaults({ code, provenance }: FileNode, file: CriteriaFile): Issue[] {
  if (code === totalCode) return [];
  return Object.entries(provenance).flatMap(([of, value]) =>
    value === undefined ? [] : provenanceOf(value, file).map((found) => at({ path: ["provenance", of] }, found)),
  );
}

function provenanceOf({ confidence, source }: Provenance, { status, sources }: CriteriaFile): Issue[] {
  return [
    ...(source !== undefined && !Object.hasOwn(sources, source) ? [issue("unknownSource", { source, sources: Object.keys(sources) })] : []),
    ...(status === "official" && (confidence !== "official" || source === undefined) ? [issue("notOfficial", { confidence })] : []),
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
  const readings = [undefined, ...(node.interpretation?.others ?? []).map(({ id }) => id)];
  return readings.flatMap((reading) =>
    ruleFaults(underReading(node, reading), book).map((found) =>
      reading === undefined ? found : at({ path: ["interpretation", "others", reading] }, found),
    ),
  );
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
  const found = [...kind.faults(params, maxPoints, measure), ...(measure?.measure.faults?.(measure.params) ?? [])];
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

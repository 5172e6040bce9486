import type { CriteriaSet, Leaf } from "../criteria/criteriaSet";
import { fromDecimal } from "../exact/decimal";
import { compare } from "../exact/ratio";
import { isPlainObject, nameOfType } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, issue } from "../issue/issue";
import type { Read } from "../issue/readInput";
import { evidenceFaults, measureEvidenceFaults } from "../rules/boundRule";
import { itemKeys } from "../rules/options";
import type { Figures } from "../rules/ruleKind";
import { type EvidenceItem, itemSchema, type Round } from "./evidence";
import { isUnitsRound } from "./roundsHeld";

/**
 * What is said of one leaf in a round. A field left blank (`null`) is not there; an item without figures is missing. A round
 * after the first may accept what stands, change a figure, or give points with a reason: one of the three.
 */
export function readItem(criteria: CriteriaSet, leaf: Leaf, round: Round, reported: unknown): Read<EvidenceItem> {
  if (reported === null) return { value: undefined, issues: [] };
  if (!isPlainObject(reported)) {
    return { value: undefined, issues: [issue("wrongType", { expected: "object", received: nameOfType(reported) })] };
  }
  const filled = Object.entries(reported).filter(([, value]) => value !== null && value !== undefined);
  const beside = readWith(itemSchema, Object.fromEntries(filled.filter(([key]) => isItemKey(key))));
  const figures = Object.fromEntries(filled.filter(([key]) => !isItemKey(key)));
  const ofRound = roundFaults(criteria, leaf, round, beside.value ?? {}, Object.keys(figures));
  if (reported.notApplicable === true) {
    const faults = notApplicableFaults(criteria, leaf, reported, Object.keys(figures));
    return { value: beside.value, issues: [...beside.issues, ...ofRound, ...faults] };
  }
  const read = readFigures(leaf, figures);
  return { value: { ...read.value, ...beside.value } as EvidenceItem, issues: [...beside.issues, ...ofRound, ...read.issues] };
}

/** What an item says that its round does not allow, or says twice. */
function roundFaults(criteria: CriteriaSet, leaf: Leaf, round: Round, item: EvidenceItem, figures: readonly string[]): readonly Issue[] {
  const { accepted, givenPoints, asks, reason } = item;
  const said = [...figures, ...(accepted ? ["accepted"] : []), ...(givenPoints === undefined ? [] : ["givenPoints"])];
  const review = { accepted, givenPoints, asks };
  const keys = Object.entries(review).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const refused = round === "selfAssessed" ? keys : isUnitsRound(criteria, round) ? keys.filter((key) => key !== "accepted") : [];
  const one = said.length > figures.length && said.length > 1;
  const above = givenPoints !== undefined && compare(fromDecimal(givenPoints), leaf.maxPoints) > 0;
  return [
    ...refused.map((key) => issue("notInThisRound", { key, round }, { path: [key] })),
    ...(one ? [issue("oneVerdictOnly", { keys: said })] : []),
    ...(above ? [issue("pointsAboveMax", { points: givenPoints, maxPoints: leaf.node.maxPoints }, { path: ["givenPoints"] })] : []),
    ...(givenPoints !== undefined && reason === undefined ? [issue("pointsWithoutReason", {}, { path: ["givenPoints"] })] : []),
    ...(leaf.node.selfScored === false && isUnitsRound(criteria, round) && (said.length > 0 || item.notApplicable === true)
      ? [issue("notSelfScored", {})]
      : []),
  ];
}

/** The figures of an item: what its rule reads; `undefined` when there are none. */
export function figuresOf(item: EvidenceItem | undefined): Figures | undefined {
  if (item === undefined) return undefined;
  const figures = Object.entries(item).filter(([key]) => !isItemKey(key));
  return figures.length === 0 ? undefined : (Object.fromEntries(figures) as Figures);
}

function readFigures(leaf: Leaf, figures: Readonly<Record<string, unknown>>): Read<Figures> {
  if (Object.keys(figures).length === 0) return { value: {}, issues: [] };
  const read = readWith(leaf.figures, figures);
  if (read.value === undefined) return read;
  const issues =
    leaf.rule === undefined ? measureEvidenceFaults(leaf.monitors, read.value) : evidenceFaults(leaf.rule, read.value, leaf.maxPoints);
  return { value: read.value, issues };
}

function notApplicableFaults(
  { file }: CriteriaSet,
  { node }: Leaf,
  { reason }: Readonly<Record<string, unknown>>,
  figures: readonly string[],
): readonly Issue[] {
  return [
    ...(figures.length > 0 ? [issue("notApplicableWithFigures", { keys: figures })] : []),
    ...(reason === undefined || reason === null ? [issue("notApplicableWithoutReason", {})] : []),
    ...((node.notApplicable ?? file.policies.notApplicable.policy) === "refuse" ? [issue("notApplicableRefused", {})] : []),
  ];
}

function isItemKey(key: string): boolean {
  return itemKeys.some((known) => known === key);
}

import type { CriteriaSet, Leaf } from "../criteria/criteriaSet";
import { isPlainObject, nameOfType } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, issue } from "../issue/issue";
import type { Read } from "../issue/readInput";
import { evidenceFaults, measureEvidenceFaults } from "../rules/boundRule";
import { itemKeys } from "../rules/options";
import type { Figures } from "../rules/ruleKind";
import { type EvidenceItem, itemSchema } from "./evidence";

/** What a unit reports for one leaf. A field left blank (`null`) is not there; an item without figures is missing. */
export function readItem(criteria: CriteriaSet, leaf: Leaf, reported: unknown): Read<EvidenceItem> {
  if (reported === null) return { value: undefined, issues: [] };
  if (!isPlainObject(reported)) {
    return { value: undefined, issues: [issue("wrongType", { expected: "object", received: nameOfType(reported) })] };
  }
  const filled = Object.entries(reported).filter(([, value]) => value !== null && value !== undefined);
  const beside = readWith(itemSchema, Object.fromEntries(filled.filter(([key]) => isItemKey(key))));
  const figures = Object.fromEntries(filled.filter(([key]) => !isItemKey(key)));
  if (reported.notApplicable === true) {
    return { value: beside.value, issues: [...beside.issues, ...notApplicableFaults(criteria, leaf, reported, Object.keys(figures))] };
  }
  const read = readFigures(leaf, figures);
  return { value: { ...read.value, ...beside.value } as EvidenceItem, issues: [...beside.issues, ...read.issues] };
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

import { type CriteriaSet, isLeaf, treeOf } from "../../criteria/criteriaSet";
import type { Bilingual } from "../../exact/formatNumber";
import { calculationLines, stateLines } from "../../report/explain";
import type { LeafScore, Score } from "../../score/score";

/** How a leaf came to its points, line by line; what was said for a change last. */
export function leafLines(criteria: CriteriaSet, { unit }: Score, leaf: LeafScore): readonly Bilingual[] {
  const node = treeOf(criteria, unit.group).nodes.get(leaf.code);
  if (node === undefined || !isLeaf(node)) return [];
  const lines = (language: "vi" | "en") => [...calculationLines(node, leaf, language), ...stateLines(leaf, language)];
  const [vi, en] = [lines("vi"), lines("en")];
  const reason = leaf.reason === undefined ? [] : [{ vi: `Lý do: ${leaf.reason}`, en: `Reason: ${leaf.reason}` }];
  return [...vi.map((line, index) => ({ vi: line, en: en[index] ?? line })), ...reason];
}

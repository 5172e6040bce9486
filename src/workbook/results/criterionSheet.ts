import { type CriteriaNode, treeOf } from "../../criteria/criteriaSet";
import { fold } from "../../criteria/tree";
import type { ScoreGroup } from "../../rank/groupScores";
import { type Summary, summarize } from "../../rank/summarize";
import { groupTitle } from "../../report/groupTitle";
import type { Score } from "../../score/score";
import { countCell, numberCell, textCell } from "../numberCell";
import type { SheetCell, SheetContent, SheetRow } from "../sheet";
import { headingRow, headings } from "./headings";
import { looksOf, nodeTitle, printedCode } from "./nodeCells";
import { resultSheet } from "./resultSheet";
import type { ResultView } from "./resultView";

/** Every criterion over the units: how many have a result, the mean, the best and the lowest. */
export function criterionSheet(view: ResultView, name: string): SheetContent {
  const { criteria, language, groups, say } = view;
  const value = criteria.file.policies.published.value === "index" ? say({ vi: " (chỉ số %)", en: " (index %)" }) : "";
  const heading = headingRow(view, [
    headings.code,
    headings.criterion,
    headings.maxPoints,
    headings.units,
    headings.without,
    `${say(headings.mean)}${value}`,
    `${say(headings.highest)}${value}`,
    headings.highestUnits,
    `${say(headings.lowest)}${value}`,
    headings.lowestUnits,
  ]);
  return resultSheet(view, {
    name,
    title: say({ vi: "KẾT QUẢ THEO TIÊU CHÍ", en: "RESULTS BY CRITERION" }),
    widths: [9, 44, 9, 10, 10, 11, 10, 24, 10, 24],
    tables: groups.map((group) => ({ title: groupTitle(criteria, group)[language], heading, rows: rowsOf(view, group) })),
    kept: 2,
  });
}

function rowsOf(view: ResultView, { group, members }: ScoreGroup & { readonly members: readonly Score[] }): readonly SheetRow[] {
  const { criteria } = view;
  const names = new Map(members.map(({ unit }) => [unit.id, unit.name]));
  return inOrder(treeOf(criteria, group ?? undefined).root).map(({ node, level }) => {
    const [summary] = summarize(criteria, members, { by: node.code, within: "group" });
    return { cells: cellsOf(view, node, level, summary, names) };
  });
}

function cellsOf(
  { language }: ResultView,
  node: CriteriaNode,
  level: number,
  summary: Summary | undefined,
  names: ReadonlyMap<string, string>,
): readonly SheetCell[] {
  const { words, number } = looksOf(node, level);
  const { units = 0, leftOut = [], mean = null, highest = null, lowest = null } = summary ?? {};
  const published = (value: { readonly published: string } | null): SheetCell =>
    value === null ? { look: number } : numberCell(value.published, language, number);
  return [
    textCell(printedCode(node.code), words),
    textCell(nodeTitle(node, language), words),
    numberCell(node.node.maxPoints, language, number),
    countCell(units, number),
    countCell(leftOut.length, number),
    published(mean),
    published(highest),
    textCell(named(highest, names), words),
    published(lowest),
    textCell(named(lowest, names), words),
  ];
}

/** Few units are named, many are counted: the others stand in the matrix. */
const mostNamed = 3;

function named(extreme: Summary["highest"], names: ReadonlyMap<string, string>): string {
  if (extreme === null) return "";
  const units = extreme.units.map((id) => names.get(id) ?? id);
  return units.length > mostNamed ? `${units.slice(0, mostNamed).join(", ")}… (${units.length})` : units.join(", ");
}

function inOrder(root: CriteriaNode): readonly { readonly node: CriteriaNode; readonly level: number }[] {
  return fold<CriteriaNode, { readonly node: CriteriaNode; readonly level: number }[]>(root, (node, children) => [
    { node, level: 0 },
    ...children.flat().map((below) => ({ ...below, level: below.level + 1 })),
  ]);
}

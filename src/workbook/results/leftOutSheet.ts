import { treeOf } from "../../criteria/criteriaSet";
import { policyWords, stateWords } from "../../report/explainWords";
import { leafScores } from "../../score/nodeScore";
import type { LeafScore, Score } from "../../score/score";
import { numberCell, textCell } from "../numberCell";
import type { SheetContent } from "../sheet";
import { headingRow, headings } from "./headings";
import { nodeTitle } from "./nodeCells";
import { resultSheet } from "./resultSheet";
import type { ResultView } from "./resultView";
import { oneWhen } from "./summarySheet";

/** Leaves that do not count for a unit, why, and what is left of the maximum. */
export function leftOutSheet(view: ResultView, name: string): SheetContent {
  const { criteria, language, shown, say } = view;
  const rows = shown.flatMap((score) => {
    const { nodes } = treeOf(criteria, score.unit.group);
    return leftOutLeaves(score).map(({ code, maxPoints, state, policy, reason }) => {
      const node = nodes.get(code);
      const why = state === "scored" ? "" : stateWords[state][language];
      return {
        cells: [
          textCell(score.unit.name),
          textCell(code),
          textCell(node === undefined ? "" : nodeTitle(node, language)),
          numberCell(maxPoints, language),
          textCell([why, ...(reason === undefined ? [] : [reason])].join(": ")),
          textCell(policy === undefined ? "" : policyWords[policy][language]),
          numberCell(score.root.maxPoints, language),
          numberCell(score.countedMax, language),
        ],
      };
    });
  });
  return resultSheet(view, {
    name,
    title: say({ vi: "TIÊU CHÍ KHÔNG ĐÁNH GIÁ", en: "CRITERIA NOT RATED" }),
    lines: oneWhen(view),
    widths: [28, 9, 40, 9, 36, 26, 11, 12],
    tables: [
      {
        heading: headingRow(view, [
          headings.unit,
          headings.code,
          headings.criterion,
          headings.maxPoints,
          headings.reason,
          headings.policy,
          say({ vi: "Tổng điểm tối đa của bộ tiêu chí", en: "Maximum of the set" }),
          headings.countedMax,
        ]),
        rows,
      },
    ],
    remarks:
      rows.length === 0 ? [say({ vi: "Không có tiêu chí nào không được đánh giá.", en: "There is no criterion that is not rated." })] : [],
    kept: 3,
  });
}

/** Leaves that leave the maximum that counts. */
export function leftOutLeaves({ root }: Score): readonly LeafScore[] {
  return leafScores(root).filter(({ countedMax, policy }) => countedMax === "0" && policy !== undefined);
}

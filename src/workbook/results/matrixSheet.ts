import { treeOf } from "../../criteria/criteriaSet";
import { groupTitle } from "../../report/groupTitle";
import { leafScores } from "../../score/nodeScore";
import { countCell, numberCell, textCell } from "../numberCell";
import type { SheetContent } from "../sheet";
import { headingRow, headings } from "./headings";
import { pointsOrWord } from "./nodeCells";
import { resultSheet } from "./resultSheet";
import type { ResultView } from "./resultView";

/** Columns of points that fit beside the units on one page. */
const onOnePage = 14;

/** Units by the leaves of their trees: the published points, or why there are none; below the codes the maxima. */
export function matrixSheet(view: ResultView, name: string): SheetContent {
  const { criteria, language, groups, say } = view;
  const most = Math.max(...groups.map(({ group }) => treeOf(criteria, group ?? undefined).leaves.length));
  return resultSheet(view, {
    name,
    title: say({ vi: "MA TRẬN ĐƠN VỊ × TIÊU CHÍ", en: "UNITS × CRITERIA" }),
    widths: [6, 30, ...Array.from({ length: most }, () => 8), 10],
    tables: groups.map((group) => {
      const { leaves, root } = treeOf(criteria, group.group ?? undefined);
      return {
        title: groupTitle(criteria, group)[language],
        heading: headingRow(view, [
          headings.number,
          headings.unit,
          ...leaves.map(({ code }) => code),
          say({ vi: "Tổng điểm", en: "Total" }),
        ]),
        rows: group.members.map((score, index) => ({
          cells: [
            countCell(index + 1),
            textCell(score.unit.name),
            ...leafScores(score.root).map((leaf) => pointsOrWord(leaf, language)),
            pointsOrWord(score.root, language),
          ],
        })),
        below: [
          {
            cells: [
              { look: "area" },
              textCell(say(headings.maxPoints), "area"),
              ...[...leaves, root].map(({ node }) => numberCell(node.maxPoints, language, "areaNumber")),
            ],
          },
        ],
      };
    }),
    remarks: [
      say({
        vi: "Tên của các tiêu chí: xem trang “Theo tiêu chí”. Ô có chữ là chưa có điểm, không phải 0 điểm.",
        en: 'The names of the criteria are on the sheet "By criterion". A cell with a word has no points, which is not zero.',
      }),
    ],
    kept: 2,
    wide: most > onOnePage,
  });
}

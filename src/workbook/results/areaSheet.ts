import { type CriteriaNode, treeOf } from "../../criteria/criteriaSet";
import { formatNumber } from "../../exact/formatNumber";
import { wordsIn } from "../../issue/fields";
import { publishedValue } from "../../rank/standing";
import { summarize } from "../../rank/summarize";
import { groupTitle } from "../../report/groupTitle";
import { hasPoints, incompleteLeaves, nodeScore } from "../../score/nodeScore";
import type { Score } from "../../score/score";
import { countCell, numberCell, textCell } from "../numberCell";
import type { SheetCell, SheetContent } from "../sheet";
import { headingRow, headings } from "./headings";
import { pointsOrWord, shortWords } from "./nodeCells";
import { resultSheet } from "./resultSheet";
import type { ResultView } from "./resultView";

/** Units by areas: what the set publishes, points or index, of every area, and the mean of the units. */
export function areaSheet(view: ResultView, name: string): SheetContent {
  const { criteria, language, groups, say } = view;
  const most = Math.max(...groups.map(({ group }) => areasOf(view, group).length));
  return resultSheet(view, {
    name,
    title: say(
      isIndex(view) ? { vi: "CHỈ SỐ THEO LĨNH VỰC (%)", en: "INDEX BY AREA (%)" } : { vi: "ĐIỂM THEO LĨNH VỰC", en: "POINTS BY AREA" },
    ),
    widths: [6, 30, ...Array.from({ length: most }, () => 13)],
    tables: groups.map((group) => {
      const areas = areasOf(view, group.group);
      return {
        title: groupTitle(criteria, group)[language],
        heading: headingRow(view, [headings.number, headings.unit, ...areas.map((area) => areaHeading(view, area))]),
        rows: group.members.map((score, index) => ({
          cells: [countCell(index + 1), textCell(score.unit.name), ...areas.map(({ code }) => areaCell(view, score, code))],
        })),
        below: [
          {
            cells: [
              { look: "area" },
              textCell(say(headings.mean), "area"),
              ...areas.map(({ code }): SheetCell => {
                const mean = summarize(criteria, group.members, { by: code, within: "group" })[0]?.mean ?? null;
                return mean === null ? { look: "areaNumber" } : numberCell(mean.published, language, "areaNumber");
              }),
            ],
          },
        ],
      };
    }),
    remarks: [
      say({
        vi: "Trung bình: của những đơn vị có đủ kết quả và được xếp hạng, theo cách tính trung bình của bộ tiêu chí.",
        en: "Mean: of the units that have their results and are ranked, as the set takes means.",
      }),
    ],
    kept: 2,
  });
}

/** The areas, and the whole in the last column. */
function areasOf({ criteria }: ResultView, group: string | null): readonly CriteriaNode[] {
  const { root } = treeOf(criteria, group ?? undefined);
  return [...(root.children ?? []), root];
}

function isIndex({ criteria }: ResultView): boolean {
  return criteria.file.policies.published.value === "index";
}

function areaHeading(view: ResultView, { code, title, node }: CriteriaNode): string {
  const { language, say } = view;
  const name = code === view.criteria.root.code ? say({ vi: "Tổng", en: "Total" }) : `${code}. ${wordsIn(title, language)}`;
  const most = formatNumber(node.maxPoints, language);
  return `${name}\n(${say({ vi: `tối đa ${most}`, en: `maximum ${most}` })})`;
}

function areaCell(view: ResultView, score: Score, code: string): SheetCell {
  const { criteria, language } = view;
  const node = nodeScore(score, code);
  if (node === undefined || !hasPoints(node)) return pointsOrWord(node, language);
  if (incompleteLeaves(node) > 0) return textCell(shortWords.missing[language], "word");
  const value = publishedValue(criteria, node);
  return value === null ? textCell(shortWords.notApplicable[language], "word") : numberCell(value.published, language);
}

import { treeOf } from "../../criteria/criteriaSet";
import { fold } from "../../criteria/tree";
import type { Round } from "../../evidence/evidence";
import { wordsIn } from "../../issue/fields";
import { compareRounds, type NodeRounds, type RoundChange } from "../../report/compareRounds";
import { documentWords, roundTitle } from "../../report/explain";
import { type Gap, selfScoreGap } from "../../report/selfScoreGap";
import type { Score } from "../../score/score";
import type { Look } from "../looks";
import { countCell, numberCell, textCell } from "../numberCell";
import type { SheetCell, SheetContent, SheetRow } from "../sheet";
import { headingRow, headings } from "./headings";
import { nodeTitle } from "./nodeCells";
import { resultSheet } from "./resultSheet";
import type { ResultView } from "./resultView";

/** How far units score themselves above what counts, with the mean of each group. */
export function gapSheet(view: ResultView, name: string): SheetContent {
  const { criteria, language, all, say } = view;
  const { groups } = criteria.file;
  const cells = ({ selfScored, counted, difference }: Gap, look: Look): readonly SheetCell[] =>
    [selfScored, counted, difference].map((points) => numberCell(points, language, look));
  return resultSheet(view, {
    name,
    title: say({ vi: "ĐIỂM TỰ CHẤM SO VỚI KẾT QUẢ", en: "SELF-SCORES AGAINST RESULTS" }),
    widths: [6, 50, 14, 14, 14, 20],
    tables: selfScoreGap(criteria, all).map(({ group, period, units, mean }) => ({
      title: `${wordsIn(groups.find(({ id }) => id === group)?.title ?? { vi: "" }, language)} · ${say({ vi: "kỳ", en: "period" })} ${period}`,
      heading: headingRow(view, [headings.number, headings.unit, headings.leaves, headings.selfScored, headings.counted, headings.excess]),
      rows: units.map(({ unit, leaves, ...gap }, index) => ({
        cells: [countCell(index + 1), textCell(unit.name), countCell(leaves), ...cells(gap, "number")],
      })),
      below:
        mean === null
          ? []
          : [{ cells: [{ look: "area" }, textCell(say(headings.mean), "area"), { look: "areaNumber" }, ...cells(mean, "areaNumber")] }],
    })),
    remarks: [
      say({
        vi: "Chỉ so sánh những tiêu chí có điểm ở cả hai bên, nên hai cột điểm có thể thấp hơn tổng điểm của đơn vị.",
        en: "Only leaves with points on both sides are compared, so the two columns may be below the unit's totals.",
      }),
    ],
    kept: 2,
  });
}

/** Every change of a leaf from one round to the next: by how much, by whom, why and on which document. */
export function roundsSheet(view: ResultView, name: string): SheetContent {
  const { shown, say } = view;
  const rows = shown.flatMap((score) => changeRows(view, score));
  return resultSheet(view, {
    name,
    title: say({ vi: "CHÊNH LỆCH GIỮA CÁC VÒNG", en: "DIFFERENCES BETWEEN ROUNDS" }),
    widths: [26, 9, 38, 22, 10, 10, 10, 22, 34, 30],
    tables: [
      {
        heading: headingRow(view, [
          headings.unit,
          headings.code,
          headings.criterion,
          headings.step,
          headings.before,
          headings.after,
          headings.difference,
          headings.appraiser,
          headings.reason,
          headings.documents,
        ]),
        rows,
      },
    ],
    remarks: [
      ...(rows.length === 0 ? [say({ vi: "Không có chênh lệch.", en: "There is no difference." })] : []),
      say({
        vi: "Ô trống ở cột điểm: vòng đó chưa có điểm, không phải 0 điểm.",
        en: "A blank under points: that round has none, which is not zero.",
      }),
    ],
    kept: 3,
  });
}

function changeRows(view: ResultView, score: Score): readonly SheetRow[] {
  const { criteria, language } = view;
  const { nodes } = treeOf(criteria, score.unit.group);
  const leaves = listRounds(roundsOf(view, score)).filter(({ children }) => children.length === 0);
  return leaves.flatMap(({ code, changes }) => {
    const node = nodes.get(code);
    return changes.map((change) => ({
      cells: [
        textCell(score.unit.name),
        textCell(code),
        textCell(node === undefined ? "" : nodeTitle(node, language)),
        ...changeCells(view, change),
      ],
    }));
  });
}

function changeCells({ criteria, language }: ResultView, change: RoundChange): readonly SheetCell[] {
  const { from, to, before, after, difference, appraiser, reason = "", documents = [] } = change;
  const points = (value: string | null): SheetCell => (value === null ? { look: "number" } : numberCell(value, language));
  const agency = criteria.file.appraisers?.find(({ id }) => id === appraiser)?.title;
  return [
    textCell(`${roundTitle(criteria, from, language)} → ${roundTitle(criteria, to, language)}`),
    points(before),
    points(after),
    points(difference),
    textCell(agency === undefined ? "" : wordsIn(agency, language)),
    textCell(reason),
    textCell(documentWords(documents, language)),
  ];
}

/** A unit's rounds side by side, in the period of a score. */
export function roundsOf({ criteria, all }: Pick<ResultView, "criteria" | "all">, { unit, period }: Score): NodeRounds {
  const own = [...new Set([...all.rounds, ...all.counted])].filter((score) => score.unit.id === unit.id && score.period === period);
  return compareRounds(criteria, own);
}

export function listRounds(root: NodeRounds): readonly NodeRounds[] {
  return fold<NodeRounds, NodeRounds[]>(root, (node, children) => [node, ...children.flat()]);
}

/** The rounds of which a unit has scores, as the set holds them. */
export function heldRounds({ criteria, all }: Pick<ResultView, "criteria" | "all">, { unit, period }: Score): readonly Round[] {
  const own = all.rounds.filter((score) => score.unit.id === unit.id && score.period === period).map(({ round }) => round);
  return (criteria.file.policies.rounds?.list ?? []).map(({ id }) => id).filter((round) => own.includes(round));
}

import { treeOf } from "../../criteria/criteriaSet";
import { fold } from "../../criteria/tree";
import type { Round } from "../../evidence/evidence";
import { formatNumber } from "../../exact/formatNumber";
import { wordsIn } from "../../issue/fields";
import { type Explanation, explain, roundTitle } from "../../report/explain";
import { whenLine } from "../../report/groupTitle";
import { placeRemark } from "../../report/placeRemark";
import { incompleteLeaves } from "../../score/nodeScore";
import type { NodeScore, Score } from "../../score/score";
import { numberCell, textCell } from "../numberCell";
import type { SheetCell, SheetContent, SheetRow } from "../sheet";
import { headingRow, headings } from "./headings";
import { looksOf, nodeRemark, nodeTitle, pointsCell, printedCode } from "./nodeCells";
import { resultSheet } from "./resultSheet";
import type { ResultView } from "./resultView";
import { heldRounds, listRounds, roundsOf } from "./roundSheets";
import { oneWhen } from "./summarySheet";

/** One unit's whole sheet: every criterion with its points, in each round where the set holds rounds, and how they came. */
export function unitSheet(view: ResultView, name: string, score: Score): SheetContent {
  const rounds = heldRounds(view, score);
  return resultSheet(view, {
    name,
    title: score.unit.name,
    lines: [whenLine(view.criteria, score.period, score.round)[view.language], standingLine(view, score)],
    widths: widthsOf(rounds),
    tables: [{ heading: headingRow(view, columnsOf(view, rounds)), rows: detailRows(view, score, rounds).map((cells) => ({ cells })) }],
    kept: 2,
  });
}

/** All units one below the other, for a campaign of so many that a sheet for each would be too many. */
export function detailsSheet(view: ResultView, name: string): SheetContent {
  const { criteria, language, shown, say } = view;
  const held = new Set(shown.flatMap((score) => heldRounds(view, score)));
  const rounds = (criteria.file.policies.rounds?.list ?? []).map(({ id }): Round => id).filter((round) => held.has(round));
  const lines = oneWhen(view);
  const differ = lines.length === 0;
  const rows = shown.flatMap((score): readonly SheetRow[] => {
    const when = whenLine(criteria, score.period, score.round)[language];
    return detailRows(view, score, rounds).map((cells) => {
      const look = cells[0]?.look;
      return { cells: [textCell(score.unit.name, look), ...(differ ? [textCell(when, look)] : []), ...cells] };
    });
  });
  return resultSheet(view, {
    name,
    title: say({ vi: "CHI TIẾT CÁC ĐƠN VỊ", en: "UNITS IN DETAIL" }),
    lines,
    widths: [26, ...(differ ? [16] : []), ...widthsOf(rounds)],
    tables: [{ heading: headingRow(view, [headings.unit, ...(differ ? [headings.when] : []), ...columnsOf(view, rounds)]), rows }],
    kept: 1,
  });
}

function columnsOf(view: ResultView, rounds: readonly Round[]) {
  const { criteria, language } = view;
  return [
    headings.code,
    headings.criterion,
    headings.maxPoints,
    ...rounds.map((round) => roundTitle(criteria, round, language)),
    rounds.length === 0 ? headings.points : headings.counted,
    headings.remark,
    headings.working,
  ];
}

function widthsOf(rounds: readonly Round[]): readonly number[] {
  return [9, 44, 9, ...rounds.map(() => 10), 10, 24, 52];
}

function detailRows(view: ResultView, score: Score, rounds: readonly Round[]): readonly (readonly SheetCell[])[] {
  const { criteria, language } = view;
  const { nodes } = treeOf(criteria, score.unit.group);
  const points = new Map(rounds.length === 0 ? [] : listRounds(roundsOf(view, score)).map((node) => [node.code, node.points] as const));
  const working = stepsByCode(explain(criteria, score, score.root.code, language));
  return inOrder(score.root).map(({ node, level }) => {
    const { words, number } = looksOf(node, level);
    const criterion = nodes.get(node.code);
    const reason = node.children === undefined && node.reason !== undefined ? node.reason : "";
    return [
      textCell(printedCode(node.code), words),
      textCell(criterion === undefined ? "" : nodeTitle(criterion, language), words),
      numberCell(node.maxPoints, language, number),
      ...rounds.map((round): SheetCell => {
        const published = points.get(node.code)?.[round] ?? null;
        return published === null ? { look: number } : numberCell(published, language, number);
      }),
      pointsCell(node, language, number),
      textCell([nodeRemark(node, language), reason].filter((part) => part !== "").join("; "), words),
      textCell(node.children === undefined ? (working.get(node.code) ?? []).join("\n") : "", words),
    ];
  });
}

function stepsByCode(explanation: Explanation): ReadonlyMap<string, readonly string[]> {
  const all = fold<Explanation, (readonly [string, readonly string[]])[]>(explanation, ({ code, steps }, children) => [
    [code, steps],
    ...children.flat(),
  ]);
  return new Map(all);
}

function inOrder(root: NodeScore): readonly { readonly node: NodeScore; readonly level: number }[] {
  return fold<NodeScore, { readonly node: NodeScore; readonly level: number }[]>(root, (node, children) => [
    { node, level: 0 },
    ...children.flat().map((below) => ({ ...below, level: below.level + 1 })),
  ]);
}

/** `Công bố: 85,74 trên 100 · Hạng 3 · Xếp loại: Tốt` */
export function standingLine({ criteria, language, placeOf, gradeOf, say }: ResultView, score: Score): string {
  const { published, root, countedMax } = score;
  const isIndex = criteria.file.policies.published.value === "index";
  const most = formatNumber(countedMax, language);
  const value =
    published === null || incompleteLeaves(root) > 0
      ? say({ vi: "chưa đủ số liệu để công bố", en: "figures are missing, nothing is published" })
      : isIndex
        ? `${formatNumber(published, language)} %`
        : say({
            vi: `${formatNumber(published, language)} trên ${most} điểm`,
            en: `${formatNumber(published, language)} of ${most} points`,
          });
  const place = placeOf(score);
  const remark = place === undefined ? "" : placeRemark(criteria, place)[language];
  const rank = place === undefined || place.rank === null ? [] : [`${say(headings.rank)} ${place.rank}`];
  const grade = gradeOf?.(score)?.title;
  return [
    `${say({ vi: "Công bố", en: "Published" })}: ${value}`,
    ...rank,
    ...(remark === "" ? [] : [remark]),
    ...(grade === undefined ? [] : [`${say(headings.grade)}: ${wordsIn(grade, language)}`]),
  ].join(" · ");
}

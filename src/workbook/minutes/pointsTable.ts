import { type CriteriaSet, treeOf } from "../../criteria/criteriaSet";
import { fold, listNodes } from "../../criteria/tree";
import { formatNumber } from "../../exact/formatNumber";
import { type Change, compareScores } from "../../report/compareScores";
import { documentWords, roundTitle } from "../../report/explain";
import { hasPoints } from "../../score/nodeScore";
import type { NodeScore, Score } from "../../score/score";
import type { RoundScores } from "../../score/scoreRounds";
import { nodeRemark, nodeTitle, printedCode } from "../results/nodeCells";
import { listRounds, roundsOf } from "../results/roundSheets";
import type { Line, Table, TableCell, TableRow } from "./paper";

/** Every criterion: its maximum, the points that the unit gave itself, those that count, by how much they differ, and why. */
export function pointsTable(criteria: CriteriaSet, all: RoundScores, score: Score): Table {
  const { unit, period } = score;
  const { nodes } = treeOf(criteria, unit.group);
  const own = all.rounds.find((one) => one.round === "selfAssessed" && one.unit.id === unit.id && one.period === period);
  const compared = own === undefined || own === score ? undefined : byCode<Change>(compareScores(criteria, own, score));
  const comparable = compared === undefined ? new Set<string>() : pointsOnBothSides(score.root, compared);
  const remarks = changesOf(criteria, all, score);
  const ownNodes = own === undefined ? undefined : byCode<NodeScore>(own.root);
  const { root } = score;
  const inPrint = [...(root.children ?? []).flatMap((child) => listNodes<NodeScore>(child)), root];
  const rows = inPrint.map((node): TableRow => {
    const { code, maxPoints, children } = node;
    const criterion = nodes.get(code);
    const change = compared?.get(code);
    const numbers = [
      maxPoints,
      ...(change === undefined ? [] : [change.before]),
      hasPoints(node) ? node.published : null,
      ...(change === undefined ? [] : [comparable.has(code) ? change.published : null]),
    ];
    return {
      bold: children !== undefined,
      cells: [
        { align: "center", lines: textLines(printedCode(code)) },
        { lines: textLines(criterion === undefined ? "" : nodeTitle(criterion, "vi")) },
        ...numbers.map(numberCell),
        { lines: remarkLines(node, ownNodes?.get(code), remarks.get(code) ?? []) },
      ],
    };
  });
  return compared === undefined
    ? { widths: [16, 66, 18, 18, 47], heading: ["STT", "Tiêu chí", "Điểm tối đa", "Điểm", "Lý do, ý kiến"], rows }
    : {
        widths: [14, 47, 14, 17, 17, 17, 39],
        heading: ["STT", "Tiêu chí", "Điểm tối đa", "Tự đánh giá", "Điểm được tính", "Chênh lệch", "Lý do, ý kiến"],
        rows,
      };
}

function numberCell(value: string | null): TableCell {
  return { align: "center", lines: textLines(value === null ? "" : formatNumber(value, "vi")) };
}

function textLines(text: string): readonly Line[] {
  return [{ text }];
}

/** The codes below which every leaf has points on both sides, so that sums of like are compared. */
function pointsOnBothSides(root: NodeScore, compared: ReadonlyMap<string, Change>): ReadonlySet<string> {
  const codes = new Set<string>();
  fold<NodeScore, boolean>(root, ({ code }, children) => {
    const both = children.every(Boolean) && (compared.get(code)?.published ?? null) !== null;
    if (both) codes.add(code);
    return both;
  });
  return codes;
}

/** What was said of each change from one round to the next. */
function changesOf(criteria: CriteriaSet, all: RoundScores, score: Score): ReadonlyMap<string, readonly string[]> {
  if (criteria.file.policies.rounds === undefined) return new Map();
  return new Map(
    listRounds(roundsOf({ criteria, all }, score)).map(({ code, changes }) => [
      code,
      changes.flatMap(({ to, after, reason, documents = [] }) => {
        const said = [...(reason === undefined ? [] : [reason]), ...(documents.length === 0 ? [] : [documentWords(documents, "vi")])];
        const points = after === null ? "" : ` (${formatNumber(after, "vi")})`;
        return said.length === 0 ? [] : [`${roundTitle(criteria, to, "vi")}${points}: ${said.join(". ")}`];
      }),
    ]),
  );
}

/** Why there are no points, or none of the unit's own; then what was said of the changes, or else of the points that count. */
function remarkLines(node: NodeScore, own: NodeScore | undefined, changes: readonly string[]): readonly Line[] {
  const remark = nodeRemark(node, "vi");
  const ofOwn = own === undefined || hasPoints(own) || !hasPoints(node) ? "" : nodeRemark(own, "vi");
  const said = changes.length > 0 || node.children !== undefined || node.reason === undefined ? changes : [node.reason];
  return [...(ofOwn === "" ? [] : [`Tự đánh giá: ${ofOwn}`]), ...(remark === "" ? [] : [remark]), ...said].map(remarkLine);
}

function remarkLine(text: string): Line {
  return { text, look: "remark" };
}

function byCode<T extends { readonly code: string; readonly children?: readonly T[] | undefined }>(root: T): ReadonlyMap<string, T> {
  return new Map(listNodes<T>(root).map((node) => [node.code, node]));
}

import type { CriteriaSet } from "../criteria/criteriaSet";
import { listNodes } from "../criteria/tree";
import { fromExactText } from "../exact/decimal";
import { formatNumber, type Language } from "../exact/formatNumber";
import { divide, isZero, multiply, ratio } from "../exact/ratio";
import { round } from "../exact/rounding";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { noticeWords } from "../report/noticeWords";
import { nodeRemark, nodeTitle, sheetRemarks, unitLine } from "../report/sheetWords";
import { type ScoreRow, toRows } from "../report/toRows";
import { hasPoints, incompleteLeaves } from "../score/nodeScore";
import type { BranchScore, NodeScore, Score } from "../score/score";
import type { Display } from "./display";
import { type DisplayOptions, paperDisplay, type ShownRow } from "./displayTable";
import { displayWords } from "./displayWords";

/**
 * A score as its tree (phiếu điểm): every node with its points, its maximum and a bar of ten parts, a part for each full tenth that was earned.
 * What has no points, or not all of them, has no bar, and says why; whose set it is, and that it is not the official one, stands above.
 *
 * **Exactness:** published digits; a bar is for looking at.
 * **Errors:** {@link ParError} when the score is of another set.
 *
 * @example
 * ```ts
 * import { parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { scoreDisplay } from "par-index/notebook";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } },
 * }));
 * const lines = scoreDisplay(tiny, score).mime["text/plain"].split("\n");
 * lines.find((line) => line.startsWith("1.1"))?.replace(/\s+/g, " "); // => "1.1 Kế hoạch cải cách hành chính – 2 chưa có số liệu"
 * lines.find((line) => line.startsWith("1.2"))?.replace(/\s+/g, " "); // => "1.2 Hồ sơ giải quyết đúng hạn ■■■■■■■■■□ 3,82 4"
 * ```
 */
export function scoreDisplay(criteria: CriteriaSet, score: Score, { lang = "vi" }: DisplayOptions = {}): Display {
  const rows = toRows(criteria, [score]);
  const bars = barsOf(score.root);
  const notice = noticeWords(criteria.file);
  return paperDisplay({
    title: unitLine(criteria, score)[lang],
    notes: [wordsIn(criteria.file.title, lang), ...(notice === undefined ? [] : [wordsIn(notice, lang)])],
    tables: [
      {
        columns: [
          { heading: displayWords.code[lang] },
          { heading: displayWords.criterion[lang] },
          { heading: displayWords.share[lang] },
          { heading: displayWords.points[lang], isNumber: true },
          { heading: displayWords.maximum[lang], isNumber: true },
          { heading: displayWords.remark[lang] },
        ],
        about: 1,
        rows: rows.map((row) => rowOf(criteria, score, row, bars.get(row.code) ?? "", lang)),
      },
    ],
    remarks: sheetRemarks(score).map((words) => words[lang]),
  });
}

/** {@link scoreDisplay} that answers a {@link Result} and never throws. */
export function safeScoreDisplay(criteria: CriteriaSet, score: Score, options: DisplayOptions = {}): Result<Display> {
  return attempt(() => scoreDisplay(criteria, score, options));
}

function rowOf(criteria: CriteriaSet, score: Score, row: ScoreRow, bar: string, lang: Language): ShownRow {
  return {
    cells: [
      row.code === totalCode ? "" : row.code,
      nodeTitle(criteria, row)[lang],
      bar,
      row.published === "" ? "–" : formatNumber(row.published, lang),
      formatNumber(row.maxPoints, lang),
      nodeRemark(criteria, row, score)[lang],
    ],
    depth: Math.max(row.level - 1, 0),
    isSum: row.level < 2,
  };
}

/** The bars of all nodes by their codes. What stands beside the base, and all below it, has no share of it. */
function barsOf(root: BranchScore): ReadonlyMap<string, string> {
  const compared = listNodes<NodeScore>({ ...root, children: root.children.filter(({ beyondMax }) => beyondMax === undefined) });
  return new Map(compared.map((node) => [node.code, barOf(node)]));
}

const parts = 10;

/** Signs that need neither style nor colour; none where points are still missing. */
function barOf(node: NodeScore): string {
  const most = fromExactText(node.countedMax);
  if (!hasPoints(node) || incompleteLeaves(node) > 0 || isZero(most)) return "";
  const earned = Number(round(multiply(ratio(parts), divide(fromExactText(node.points), most)), { places: 0, mode: "down" }));
  // A whole may come to more than its maximum, or less than nothing, by what stands beside the base.
  const full = Math.max(0, Math.min(parts, earned));
  return `${"■".repeat(full)}${"□".repeat(parts - full)}`;
}

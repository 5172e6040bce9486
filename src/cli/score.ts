import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Language } from "../exact/formatNumber";
import { totalCode } from "../issue/issue";
import { whenLine } from "../report/groupTitle";
import { nodeRemark, nodeTitle, sheetRemarks, unitLine } from "../report/sheetWords";
import { type ScoreRow, toRows } from "../report/toRows";
import { hasPoints, incompleteLeaves } from "../score/nodeScore";
import type { Score } from "../score/score";
import { type CampaignOptions, type CommonOptions, chosenScores, criteriaOf, scoreOf, scoresOf, type UnitOptions } from "./context";
import { type Column, noNumber, type Output, type Row, registerLines, titleLines } from "./output";
import { type RegisterOptions, registerOf } from "./register";

/** `par-index score EDITION REPORTS…`: the whole sheet of one unit, or a line for each of several. */
export async function scoreCommand(
  edition: string,
  files: readonly string[],
  options: CommonOptions & UnitOptions & RegisterOptions & CampaignOptions,
): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores: all, sent, warnings: more } = await scoresOf(criteria, files, options);
  const { register, warnings: ofUnits } = registerOf(criteria, sent, options);
  const scores = chosenScores(all, options);
  if (scores.length === 0) scoreOf(all, options);
  const [only] = scores;
  const single = scores.length === 1 && only !== undefined;
  return {
    command: "score",
    criteria,
    register,
    warnings: [...warnings, ...more, ...ofUnits],
    before: [...titleLines(criteria), ...registerLines(register), ...(single ? [unitLine(criteria, only)] : [])],
    sections:
      options.format === "csv"
        ? [{ columns: rowColumns, rows: toRows(criteria, scores).map((row) => asCsvRow(criteria, row, options.lang)) }]
        : single
          ? [{ columns: sheetColumns, rows: sheetRows(criteria, only, options.lang) }]
          : [{ columns: summaryColumns(scores), rows: scores.map((score) => summaryRow(criteria, score, options.lang)) }],
    after: single
      ? sheetRemarks(only)
      : [{ vi: "Thêm --unit MÃ-ĐƠN-VỊ để xem cả phiếu của một đơn vị.", en: "Add --unit ID for the whole sheet of one unit." }],
    data: scores,
  };
}

export const sheetColumns: readonly Column[] = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, wide: true },
  { key: "maxPoints", heading: { vi: "Điểm tối đa", en: "Maximum" }, number: true },
  { key: "points", heading: { vi: "Điểm đạt được", en: "Points" }, number: true },
  { key: "state", heading: { vi: "Tình trạng", en: "State" } },
];

/** A unit's whole sheet, indented by level; a missing leaf says so and shows no number. */
export function sheetRows(criteria: CriteriaSet, score: Score, language: Language): Row[] {
  return toRows(criteria, [score]).map((row) => ({
    code: row.code === totalCode ? "" : row.code,
    title: `${"· ".repeat(Math.max(row.level - 1, 0))}${nodeTitle(criteria, row)[language]}`,
    maxPoints: row.maxPoints,
    points: row.published === "" ? noNumber : row.published,
    state: nodeRemark(criteria, row, score)[language],
  }));
}

/** A line for each unit; its period and round where they are not all the same. */
function summaryColumns(scores: readonly Score[]): readonly Column[] {
  const differ = (key: "period" | "round") => new Set(scores.map((score) => score[key])).size > 1;
  return [
    { key: "unit", heading: { vi: "Đơn vị", en: "Unit" }, wide: true },
    ...(differ("period") || differ("round") ? [{ key: "when", heading: { vi: "Kỳ, vòng", en: "Period, round" } }] : []),
    { key: "points", heading: { vi: "Điểm đạt được", en: "Points" }, number: true },
    { key: "countedMax", heading: { vi: "Điểm tối đa được tính", en: "Counted maximum" }, number: true },
    { key: "published", heading: { vi: "Công bố", en: "Published" }, number: true },
    { key: "missing", heading: { vi: "Chưa có số liệu", en: "Missing" }, number: true },
  ];
}

function summaryRow(criteria: CriteriaSet, { unit, period, round, root, countedMax, published }: Score, language: Language): Row {
  const pending = incompleteLeaves(root);
  return {
    unit: unit.name,
    when: whenLine(criteria, period, round)[language],
    points: hasPoints(root) ? root.published : noNumber,
    countedMax,
    published: pending > 0 ? noNumber : (published ?? noNumber),
    missing: String(pending),
  };
}

const rowColumns: readonly Column[] = [
  { key: "unit", heading: { vi: "Mã đơn vị", en: "Unit id" } },
  { key: "unitName", heading: { vi: "Đơn vị", en: "Unit" } },
  { key: "group", heading: { vi: "Nhóm", en: "Group" } },
  { key: "period", heading: { vi: "Kỳ", en: "Period" } },
  { key: "round", heading: { vi: "Vòng", en: "Round" } },
  { key: "code", heading: { vi: "Mã tiêu chí", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" } },
  { key: "state", heading: { vi: "Tình trạng", en: "State" } },
  { key: "maxPoints", heading: { vi: "Điểm tối đa", en: "Maximum" }, number: true },
  { key: "countedMax", heading: { vi: "Điểm tối đa được tính", en: "Counted maximum" }, number: true },
  { key: "published", heading: { vi: "Điểm đạt được", en: "Points" }, number: true },
  { key: "points", heading: { vi: "Điểm chính xác", en: "Exact points" }, number: true },
];

function asCsvRow(criteria: CriteriaSet, row: ScoreRow, language: Language): Row {
  return { ...row, title: nodeTitle(criteria, row)[language], revision: String(row.revision), level: String(row.level) };
}

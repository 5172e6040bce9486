import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { listNodes } from "../criteria/tree";
import { fromExactText } from "../exact/decimal";
import { divide, hundred, isZero, multiply } from "../exact/ratio";
import { round } from "../exact/rounding";
import type { Words } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { hasPoints, incompleteLeaves } from "../score/nodeScore";
import type { NodeScore, Score } from "../score/score";
import { type ScoreRow, toRows } from "./toRows";

/**
 * What the values of a column are: `text`; `integer`, a number; `decimal`, text with exactly `places` decimals and a point;
 * `exact`, text that is a decimal of any length, or a fraction such as `10/3`.
 */
export type ColumnType = "text" | "integer" | "decimal" | "exact";

/** What a number counts (đơn vị tính): points (điểm), percent (%), or how many (số lượng). */
export type ColumnUnit = "points" | "percent" | "count";

/** A column of a table: its name, what it is called, what its values are, and the values. `null` is no value, never zero. */
export interface DataColumn {
  readonly name: string;
  readonly title: Words;
  readonly type: ColumnType;
  /** Decimals of every value of a `decimal` column. */
  readonly places?: number;
  readonly unit?: ColumnUnit;
  readonly values: readonly (string | number | null)[];
}

/** `long`: a row for each unit and node. `wide`: a row for each unit, with a column of points for each node. */
export type TableShape = "long" | "wide";

/**
 * Scores as typed columns (bảng số liệu theo cột), for data frames, databases and statistical programs; {@link columnsToCsv}
 * and {@link columnsToJson} write them. `long` has what {@link toRows} has, and the index of every node; `wide` has one row for
 * each unit and a column for each criterion, named by its code.
 *
 * **Exactness:** `decimal` columns hold the published digits; `exact` ones the points before rounding.
 * **Units:** points, percent or a count, as the column says; text has none.
 * **Errors:** {@link ParError} when a score is of another set.
 *
 * @example
 * ```ts
 * import { parseEvidence, scoreUnit, toColumns } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.1": { option: "late" } },
 * }));
 * const points = toColumns(tiny, [score], "wide").filter(({ unit }) => unit === "points");
 * points.map(({ name, type, places, values }) => [name, type, places, values[0]]); // => [["total", "decimal", 2, "1.00"], ["1", "decimal", 2, "1.00"], ["1.1", "decimal", 2, "1.00"], ["1.2", "decimal", 2, null], ["2", "decimal", 2, null]]
 * ```
 */
export function toColumns(criteria: CriteriaSet, scores: readonly Score[], shape: TableShape): readonly DataColumn[] {
  const rows = toRows(criteria, scores);
  return shape === "long" ? longColumns(criteria, scores, rows) : wideColumns(criteria, scores, rows);
}

/** {@link toColumns} that answers a {@link Result} and never throws. */
export function safeToColumns(criteria: CriteriaSet, scores: readonly Score[], shape: TableShape): Result<readonly DataColumn[]> {
  return attempt(() => toColumns(criteria, scores, shape));
}

/** Of a row that tells of a unit, and of when. */
type HeadName = "criteria" | "revision" | "status" | "unit" | "unitName" | "group" | "period" | "round";

const heads: Readonly<Record<HeadName, Words>> = {
  criteria: { vi: "Bộ tiêu chí", en: "Criteria set" },
  revision: { vi: "Lần hiệu đính", en: "Revision" },
  status: { vi: "Tình trạng bộ tiêu chí", en: "Status of the set" },
  unit: { vi: "Mã đơn vị", en: "Unit id" },
  unitName: { vi: "Đơn vị", en: "Unit" },
  group: { vi: "Nhóm", en: "Group" },
  period: { vi: "Kỳ", en: "Period" },
  round: { vi: "Vòng", en: "Round" },
};

function headColumns(rows: readonly ScoreRow[]): readonly DataColumn[] {
  return (Object.keys(heads) as HeadName[]).map((name) => ({
    name,
    title: heads[name],
    type: name === "revision" ? "integer" : "text",
    values: rows.map((row) => row[name]),
  }));
}

function longColumns(criteria: CriteriaSet, scores: readonly Score[], rows: readonly ScoreRow[]): readonly DataColumn[] {
  const { places } = criteria.file.policies.rounding;
  const nodes = scores.flatMap(({ root }) => listNodes<NodeScore>(root));
  const text = (name: "code" | "title" | "method" | "state", title: Words): DataColumn => ({
    name,
    title,
    type: "text",
    values: rows.map((row) => blankIsNull(row[name])),
  });
  const exact = (name: "points" | "maxPoints" | "countedMax", title: Words): DataColumn => ({
    name,
    title,
    type: "exact",
    unit: "points",
    values: rows.map((row) => blankIsNull(row[name])),
  });
  return [
    ...headColumns(rows),
    text("code", { vi: "Mã", en: "Code" }),
    text("title", { vi: "Tiêu chí", en: "Criterion" }),
    { name: "level", title: { vi: "Cấp", en: "Level" }, type: "integer", values: rows.map(({ level }) => level) },
    text("method", { vi: "Phương thức", en: "Method" }),
    text("state", { vi: "Tình trạng", en: "State" }),
    exact("points", { vi: "Điểm chính xác", en: "Exact points" }),
    {
      name: "published",
      title: { vi: "Điểm", en: "Points" },
      type: "decimal",
      places,
      unit: "points",
      values: rows.map(({ published }) => blankIsNull(published)),
    },
    {
      name: "index",
      title: { vi: "Chỉ số", en: "Index" },
      type: "decimal",
      places,
      unit: "percent",
      values: nodes.map((node) => indexOf(criteria, node)),
    },
    exact("maxPoints", { vi: "Điểm tối đa", en: "Maximum" }),
    exact("countedMax", { vi: "Tổng điểm tối đa được tính", en: "Maximum that counts" }),
    {
      name: "missing",
      title: { vi: "Số tiêu chí chưa có số liệu", en: "Leaves without figures" },
      type: "integer",
      unit: "count",
      values: nodes.map(incompleteLeaves),
    },
  ];
}

function wideColumns(criteria: CriteriaSet, scores: readonly Score[], rows: readonly ScoreRow[]): readonly DataColumn[] {
  const { places } = criteria.file.policies.rounding;
  const totals = rows.filter(({ code }) => code === totalCode);
  const points = scores.map(({ root }) => new Map(listNodes<NodeScore>(root).map((node) => [node.code, node])));
  return [
    ...headColumns(totals),
    {
      name: "index",
      title: { vi: "Chỉ số", en: "Index" },
      type: "decimal",
      places,
      unit: "percent",
      values: scores.map(({ root }) => indexOf(criteria, root)),
    },
    {
      name: "missing",
      title: { vi: "Số tiêu chí chưa có số liệu", en: "Leaves without figures" },
      type: "integer",
      unit: "count",
      values: scores.map(({ root }) => incompleteLeaves(root)),
    },
    ...codesOf(criteria, scores).map(
      ([code, title]): DataColumn => ({
        name: code,
        title,
        type: "decimal",
        places,
        unit: "points",
        values: points.map((nodes) => publishedAt(nodes.get(code))),
      }),
    ),
  ];
}

/** The codes of all trees that scores are of, in the order of the trees, with what they are called. */
function codesOf(criteria: CriteriaSet, scores: readonly Score[]): readonly (readonly [code: string, title: Words])[] {
  const groups = new Set(scores.map(({ unit }) => unit.group));
  return [
    ...new Map([...groups].flatMap((group) => [...treeOf(criteria, group).nodes].map(([code, { title }]) => [code, title] as const))),
  ];
}

function publishedAt(node: NodeScore | undefined): string | null {
  return node !== undefined && hasPoints(node) ? node.published : null;
}

/** Points as a percentage of what counts, whether the set publishes it or not. */
function indexOf({ file }: CriteriaSet, node: NodeScore): string | null {
  const countedMax = fromExactText(node.countedMax);
  if (!hasPoints(node) || isZero(countedMax)) return null;
  return round(divide(multiply(hundred, fromExactText(node.points)), countedMax), file.policies.rounding);
}

function blankIsNull(text: string): string | null {
  return text === "" ? null : text;
}

import { Float64, Int32, Table, Utf8, vectorFromArray } from "apache-arrow";
import type { BatchScores } from "../batch/batchScores";
import { pointsColumn } from "../batch/pointsColumn";
import { publishedColumn, publishedText } from "../batch/publishedColumn";
import { rankColumn } from "../batch/rankColumn";
import { treeOf } from "../criteria/criteriaSet";
import { totalCode } from "../issue/issue";

/**
 * Scores as an Arrow table (bảng Arrow): a row for each unit and node, in the order of the reports and of the tree.
 *
 * **Exactness:** `published` is exact: the digits that the set publishes, points or index, as text that casts to a decimal. `points`
 * is a binary fraction near to the exact points, at most `error` off. `rank` is exact, and stands in the rows of the total. What is
 * not there is null: a node without points, a unit without a rank.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { scoresToArrow } from "par-index/arrow";
 * import { columnsOf, compileBatch, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const batch = compileBatch(tiny);
 * const reports = parseReports(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } },
 * });
 * const table = scoresToArrow(scoreColumns(batch, columnsOf(batch, reports)));
 * const { code, published } = table.get(3)?.toJSON() ?? {};
 * [code, published]; // => ["1.2", "95.50"]
 * ```
 */
export function scoresToArrow(scores: BatchScores): Table {
  const rows = rowsOf(scores);
  const texts = (key: TextKey) =>
    vectorFromArray(
      rows.map((row) => row[key]),
      new Utf8(),
    );
  const numbers = (key: "points" | "error") =>
    vectorFromArray(
      rows.map((row) => row[key]),
      new Float64(),
    );
  return new Table({
    unit: texts("unit"),
    group: texts("group"),
    period: texts("period"),
    round: texts("round"),
    code: texts("code"),
    published: texts("published"),
    points: numbers("points"),
    error: numbers("error"),
    rank: vectorFromArray(
      rows.map(({ rank }) => rank),
      new Int32(),
    ),
  });
}

type TextKey = "unit" | "group" | "period" | "round" | "code" | "published";
type ScoreRow = Readonly<Record<TextKey, string | null> & Record<"points" | "error" | "rank", number | null>>;

function rowsOf(scores: BatchScores): readonly ScoreRow[] {
  const { batch, columns } = scores;
  const ranks = rankColumn(scores);
  const nodes = new Map(
    [...scores.nodes.keys()].map((code) => [code, { ...pointsColumn(scores, code), published: publishedColumn(scores, code) }]),
  );
  return columns.reports.flatMap(({ unit: { id, group }, period, round }, row) =>
    [...treeOf(batch.criteria, group).nodes.keys()].map((code): ScoreRow => {
      const node = nodes.get(code);
      const published = publishedText(batch, node?.published[row] ?? Number.NaN);
      const [points, error] = published === null ? [null, null] : [node?.points[row] ?? null, node?.error[row] ?? null];
      const rank = (code === totalCode && ranks[row]) || null;
      return { unit: id, group, period, round, code, published, points, error, rank };
    }),
  );
}

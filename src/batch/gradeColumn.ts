import { eventsOf, type GradeScale, type Grading, scaleOf } from "../criteria/grading";
import { fromDecimal } from "../exact/decimal";
import { orderOf, wholeNumber } from "../exact/filtered";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { gradingOf } from "../rank/classification";
import { classify } from "../rank/classify";
import type { Bounds } from "../rules/bounds";
import { type BatchScores, settledScore } from "./batchScores";
import type { CohortRows } from "./columnsOf";
import { publishedSteps } from "./publishedColumn";
import { type ValueColumn, valueColumn } from "./valueColumn";

/**
 * The grade of every row before any quota, as `classify` has it (xếp loại), by its place among the grades of the unit's group,
 * the best being 0; −1 where it has none or none is decided.
 *
 * **Exactness:** a row whose value may lie on either side of a threshold is graded exactly; so is one whose grade asks for more
 * than a value, such as conditions and events.
 * **Errors:** {@link ParError} when the set does not grade.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { columnsOf, compileBatch, gradeColumn, scoreColumns } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/grading");
 * const batch = compileBatch(criteria);
 * const [report] = parseReports(criteria, [{
 *   unit: { id: "so-a", name: "Sở A", group: "department" }, period: "2021", round: "appraised",
 *   items: { "1.1": { done: 99, due: 100 }, "1.2": { late: 0 }, "2": { percent: "90" } },
 *   facts: { aboveRequirement: { done: 40, due: 100 } },
 *   events: { warned: { happened: true, on: "2021-05-20" } },
 * }]);
 * gradeColumn(scoreColumns(batch, columnsOf(batch, report === undefined ? [] : [report]))); // => new Int16Array([1])
 * ```
 */
export function gradeColumn(scores: BatchScores): Int16Array {
  const grading = gradingOf(scores.batch.criteria);
  const value = gradedColumn(scores, grading);
  const grades = new Int16Array(scores.columns.reports.length);
  for (const cohort of scores.columns.cohorts) setGrades(scores, grading, value, cohort, grades);
  return grades;
}

/** {@link gradeColumn} that answers a {@link Result} and never throws. */
export function safeGradeColumn(scores: BatchScores): Result<Int16Array> {
  return attempt(() => gradeColumn(scores));
}

/** The value that is graded, in units; as published where the set grades that. */
function gradedColumn(scores: BatchScores, { compare, incomplete }: Grading): ValueColumn {
  const { half, criteria } = scores.batch;
  const column = valueColumn(scores, totalCode, criteria.file.policies.published.value);
  const exists = incomplete === "ungraded" ? column.exists.map((has, row) => (column.incomplete[row] === 0 ? has : 0)) : column.exists;
  if (compare === "exact") return { ...column, exists };
  const value = publishedSteps(scores, totalCode, column).map((steps) => steps * 2 * half);
  return { ...column, exists, value, error: new Float64Array(value.length) };
}

function setGrades(scores: BatchScores, grading: Grading, column: ValueColumn, { group, from, to }: CohortRows, grades: Int16Array): void {
  const { criteria, scale } = scores.batch;
  const gradeScale = scaleOf(grading, group);
  const bands = gradeScale.grades.map((bounds) => boundaries(bounds, scale));
  for (let row = from; row < to; row += 1) {
    const place = hasEvents(scores, grading, row) ? undefined : gradeByValue(gradeScale, bands, column, row);
    grades[row] = place ?? placeOf(gradeScale, classify(criteria, [settledScore(scores, row)])[0]?.grade);
  }
}

function placeOf({ grades }: GradeScale, grade: string | null | undefined): number {
  return grades.findIndex(({ id }) => id === grade);
}

/** True where more than a value and conditions may decide: the unit is not rated, or events may have happened. */
function hasEvents({ columns }: BatchScores, grading: Grading, row: number): boolean {
  const { unit, events = {} } = columns.reports[row] ?? {};
  if (unit === undefined || unit.notRated !== undefined || Object.keys(events).length > 0) return true;
  return grading.unrecorded === "undecided" && eventsOf(grading, unit.group).length > 0;
}

/** Without a value a unit may come to every grade and to none. */
const noGrade = -1;

/** The grade of the band that a value falls in; nothing where that is not settled, or more decides than the value. */
function gradeByValue(
  { grades }: GradeScale,
  bands: readonly (readonly Boundary[])[],
  column: ValueColumn,
  row: number,
): number | undefined {
  if (column.exists[row] === 0) return noGrade;
  const [value, error] = [column.value[row] as number, column.error[row] as number];
  const place = bands.findIndex((band) => !band.some((boundary) => isOutside(boundary, value, error)));
  const band = bands[place];
  if (band === undefined || (grades[place]?.conditions ?? []).length > 0) return undefined;
  // Every band above was surely left, since a boundary was; this one must surely hold.
  return band.every((boundary) => isInside(boundary, value, error)) ? place : undefined;
}

/** A boundary in units of points, and the sign that a value's order against it must have, or may have where it is included. */
interface Boundary {
  readonly units: number;
  readonly sign: 1 | -1;
  readonly included: boolean;
}

function boundaries({ atLeast, moreThan, lessThan, atMost }: Bounds, scale: bigint): readonly Boundary[] {
  const boundary = (bound: string | undefined, sign: 1 | -1, included: boolean) =>
    bound === undefined ? [] : [{ units: wholeNumber(fromDecimal(bound), scale), sign, included }];
  return [...boundary(atLeast, 1, true), ...boundary(moreThan, 1, false), ...boundary(lessThan, -1, false), ...boundary(atMost, -1, true)];
}

/** Not where it is not settled. */
function isInside({ units, sign, included }: Boundary, value: number, error: number): boolean {
  const order = orderOf(value, error, units, 0) * sign;
  return order > 0 || (included && order === 0);
}

function isOutside({ units, sign, included }: Boundary, value: number, error: number): boolean {
  const order = orderOf(value, error, units, 0) * sign;
  return order < 0 || (!included && order === 0);
}

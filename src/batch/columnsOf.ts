import type { Leaf } from "../criteria/criteriaSet";
import type { Evidence, EvidenceItem } from "../evidence/evidence";
import { checkedReports } from "../evidence/parseEvidence";
import { isUnitsRound } from "../evidence/roundsHeld";
import { daySerial } from "../exact/civilDate";
import { attempt, type Result } from "../issue/result";
import type { FigureColumns } from "../rules/columnForm";
import type { Field, Figure } from "../rules/ruleKind";
import { requireDistinctUnits, requireResolved } from "../score/sameSet";
import { type Batch, batchTree } from "./compileBatch";

/**
 * The reports of many units as columns (dạng cột): a row for each report, a column for each figure of a leaf. Rows that are
 * compared with each other stand together; else they are in the order of the reports given.
 */
export interface CohortColumns {
  /** The report of each row: what it is scored from where columns do not settle it. */
  readonly reports: readonly Evidence[];
  /** By the codes of leaves. */
  readonly leaves: ReadonlyMap<string, LeafColumns>;
  /** Rows that are compared with each other: of one group, period and round. */
  readonly cohorts: readonly CohortRows[];
}

/** Rows from one to before another. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

export interface CohortRows extends Rows {
  readonly group: string;
}

/** What is reported for a leaf. */
export interface LeafColumns extends FigureColumns {
  /** Of each row, what it says, as {@link formAt} has it. */
  readonly reported: Uint8Array;
}

/**
 * What a row says of a leaf: nothing, or nothing yet since others score it; figures; that it does not apply; points given
 * with a reason; or figures that its columns cannot hold.
 */
export const formAt = { nothing: 0, notSelfScored: 1, figures: 2, notApplicable: 3, givenPoints: 4, beyondColumns: 5 } as const;

/**
 * The reports of many units as columns, to be scored by `scoreColumns` as often as is liked.
 *
 * **Exactness:** a decimal that does not fit a column is marked, and that leaf of that unit is awarded exactly.
 * **Errors:** {@link ParError} as `scoreAll`.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { columnsOf, compileBatch } from "par-index/batch";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const columns = columnsOf(compileBatch(tiny), parseReports(tiny, [report("a", 955), report("b", 1000)]));
 * columns.leaves.get("1.2")?.figures.done; // => new Float64Array([955, 1000])
 * ```
 */
export function columnsOf(batch: Batch, reports: readonly Evidence[]): CohortColumns {
  const checked = checkedReports(batch.criteria, reports);
  requireDistinctUnits(checked);
  requireResolved(batch.criteria, checked);
  const together = comparedReports(checked);
  const sorted = together.flat();
  const cohorts = cohortRows(together);
  const parts = new Map<string, LeafPart[]>();
  for (const { group, from, to } of cohorts) {
    for (const { code, leaf } of batchTree(batch, group).leaves) parts.set(code, [...(parts.get(code) ?? []), { leaf, from, to }]);
  }
  const leaves = new Map([...parts].map(([code, ofCode]) => [code, leafColumns(batch, ofCode, sorted)]));
  return { reports: sorted, leaves, cohorts };
}

/** {@link columnsOf} that answers a {@link Result} and never throws. */
export function safeColumnsOf(batch: Batch, reports: readonly Evidence[]): Result<CohortColumns> {
  return attempt(() => columnsOf(batch, reports));
}

/** A leaf as the tree of some rows has it. */
interface LeafPart extends Rows {
  readonly leaf: Leaf;
}

/** Reports by group, period and round, in the order in which each is first met. */
function comparedReports(reports: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const together = new Map<string, Evidence[]>();
  for (const report of reports) {
    const key = JSON.stringify([report.unit.group, report.period, report.round]);
    const compared = together.get(key) ?? [];
    compared.push(report);
    together.set(key, compared);
  }
  return [...together.values()];
}

function cohortRows(together: readonly (readonly Evidence[])[]): readonly CohortRows[] {
  let next = 0;
  return together.map((reports) => {
    const from = next;
    next += reports.length;
    return { group: reports[0]?.unit.group ?? "", from, to: next };
  });
}

function leafColumns({ criteria }: Batch, parts: readonly LeafPart[], reports: readonly Evidence[]): LeafColumns {
  const keys = parts.flatMap(({ leaf }) => leaf.fields.map(({ key }) => key));
  const columns: LeafColumns = {
    reported: new Uint8Array(reports.length),
    figures: Object.fromEntries(keys.map((key) => [key, new Float64Array(reports.length).fill(Number.NaN)])),
    places: parts.flatMap((part) => placesOf(part, reports)).reduce((most, places) => Math.max(most, places), 0),
  };
  for (const { leaf, from, to } of parts) {
    for (let row = from; row < to; row += 1) {
      const { round, items } = reports[row] as Evidence;
      const isLeftToOthers = leaf.node.selfScored === false && isUnitsRound(criteria, round);
      setItem(columns, leaf, row, items[leaf.code], isLeftToOthers);
    }
  }
  return columns;
}

/** Puts what an item says into the columns. */
export function setItem(
  columns: LeafColumns,
  { fields }: Leaf,
  row: number,
  item: EvidenceItem | undefined,
  isLeftToOthers: boolean,
): void {
  const numbers = fields.map((field) => figureNumber(field, item?.[field.key] as Figure | undefined, columns.places));
  fields.forEach(({ key }, index) => {
    (columns.figures[key] as Float64Array)[row] = numbers[index] ?? Number.NaN;
  });
  columns.reported[row] = formAt[formOf(item, numbers) ?? (isLeftToOthers ? "notSelfScored" : "nothing")];
}

/** `undefined` for an item that says nothing. */
function formOf(item: EvidenceItem | undefined, numbers: readonly (number | undefined)[]): keyof typeof formAt | undefined {
  if (numbers.every((number) => number === undefined)) {
    if (item?.notApplicable === true) return "notApplicable";
    return item?.givenPoints === undefined ? undefined : "givenPoints";
  }
  return numbers.some(Number.isNaN) ? "beyondColumns" : "figures";
}

/** A figure as a column holds it; `NaN` for a decimal that it cannot hold exactly. */
function figureNumber({ type, options = [] }: Field, figure: Figure | undefined, places: number): number | undefined {
  if (figure === undefined) return undefined;
  switch (type) {
    case "count":
    case "yesNo":
      return Number(figure);
    case "date":
      return daySerial(String(figure));
    case "option":
      return options.findIndex(({ id }) => id === figure);
    default:
      return decimalUnits(String(figure), places);
  }
}

/** Types of decimals, and with how many places at most a column holds them: a percentage of 100 still fits into a number. */
const mostPlaces: Readonly<Partial<Record<Field["type"], number>>> = { amount: 4, points: 6, percent: 13, ratio: 13 };

/** The most decimals that each figure of a leaf has, of those that a column can hold. */
function placesOf({ leaf, from, to }: LeafPart, reports: readonly Evidence[]): readonly number[] {
  return leaf.fields.flatMap(({ key, type }) => {
    const most = mostPlaces[type];
    if (most === undefined) return [];
    const places = reports.slice(from, to).map(({ items }) => placesIn(items[leaf.code]?.[key]));
    return [places.filter((number) => number <= most).reduce((a, b) => Math.max(a, b), 0)];
  });
}

function placesIn(figure: EvidenceItem[string]): number {
  if (typeof figure !== "string") return 0;
  const point = figure.indexOf(".");
  return point < 0 ? 0 : figure.length - point - 1;
}

function decimalUnits(text: string, places: number): number {
  const missing = places - placesIn(text);
  const units = Number(text.replace(".", "")) * 10 ** missing;
  return missing >= 0 && Number.isSafeInteger(units) ? units : Number.NaN;
}

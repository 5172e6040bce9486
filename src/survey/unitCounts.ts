import { fromDecimal } from "../exact/decimal";
import { add, isZero, multiply, one, type Ratio, ratio, zero } from "../exact/ratio";
import type { AnswerCount, RespondentCount, Tally, TallyCell, TallyKey } from "./tally";

/** What people said, counted over all cells of one unit (province, commune, service, …), apart by weight. */
export interface UnitCounts {
  /** The unit: a value for each key that units are told apart by. */
  readonly of: TallyCell;
  readonly answers: readonly AnswerCount[];
  readonly parts: readonly RespondentCount[];
}

/** The units of a tally, told apart by these keys, in the order in which the tally names them; the whole survey for no keys. */
export function unitCounts(tally: Tally, by: readonly TallyKey[]): readonly UnitCounts[] {
  const units = new Map<string, { of: TallyCell; answers: AnswerCount[]; parts: RespondentCount[] }>();
  const unitOf = (cell: TallyCell) => {
    const key = JSON.stringify(by.map((name) => cell[name] ?? ""));
    const known = units.get(key);
    if (known !== undefined) return known;
    const of = Object.fromEntries(by.flatMap((name) => (cell[name] === undefined ? [] : [[name, cell[name]]]))) as TallyCell;
    const unit = { of, answers: [], parts: [] };
    units.set(key, unit);
    return unit;
  };
  // Rows of one cell mostly share the object, which is found faster than its values are written.
  const known = new Map<TallyCell, ReturnType<typeof unitOf>>();
  const unitIn = (cell: TallyCell) => {
    const unit = known.get(cell) ?? unitOf(cell);
    known.set(cell, unit);
    return unit;
  };
  for (const row of tally.answers) unitIn(row.cell).answers.push(row);
  for (const row of tally.parts) unitIn(row.cell).parts.push(row);
  return [...units.values()];
}

/** The same with rows that differ only by their cells made one, as long as these weigh the same: most of the speed of what follows. */
export function withoutCells({ of, answers, parts }: UnitCounts): UnitCounts {
  return {
    of,
    answers: added(answers, ({ question, answer }) => `${question} ${answer}`),
    parts: added(parts, ({ part, answered, worth }) => `${part} ${answered} ${worth}`),
  };
}

function added<Row extends { readonly cell: TallyCell; readonly count: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const { weight } = row.cell;
    const key = `${weight ?? ""} ${keyOf(row)}`;
    const known = sums.get(key);
    sums.set(
      key,
      known === undefined ? { ...row, cell: weight === undefined ? {} : { weight } } : { ...known, count: known.count + row.count },
    );
  }
  return [...sums.values()];
}

/** How a cell's people count: each as one, or each with the weight of the sample design. */
export type Weighing = "equal" | "weighted";

/** The exact sum of what each row comes to, times how many and how heavy they are. Rows alike are counted first, which is most of the speed. */
export function weighedSum<Row extends { readonly cell: TallyCell; readonly count: number }>(
  rows: readonly Row[],
  weighing: Weighing,
  keyOf: (row: Row) => string,
  worthOf: (row: Row) => Ratio,
): Ratio {
  const counted = new Map<string, { readonly value: Ratio; readonly weight: Ratio; count: number }>();
  for (const row of rows) {
    const weight = weighing === "weighted" ? (row.cell.weight ?? "1") : "1";
    const key = `${weight} ${keyOf(row)}`;
    const known = counted.get(key);
    if (known === undefined)
      counted.set(key, { value: worthOf(row), weight: weight === "1" ? one : fromDecimal(weight), count: row.count });
    else known.count += row.count;
  }
  let total = zero;
  for (const { value, weight, count } of counted.values()) {
    if (!isZero(value)) total = add(total, multiply(multiply(value, weight), ratio(count)));
  }
  return total;
}

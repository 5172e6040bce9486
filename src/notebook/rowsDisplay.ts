import { fromDecimal } from "../exact/decimal";
import { formatNumber, type Language } from "../exact/formatNumber";
import { round, shownDecimal } from "../exact/rounding";
import { isPlainObject, type Words, wordsIn } from "../issue/fields";
import type { ColumnType, ColumnUnit, DataColumn } from "../report/toColumns";
import type { Display } from "./display";
import { type DisplayOptions, paperDisplay, type ShownColumn } from "./displayTable";
import { displayWords } from "./displayWords";

/** A column of rows: its key, and what is known of it. Text that is a number is shown as one only where `type` says so. */
export interface RowColumn {
  readonly name: string;
  readonly title?: Words | undefined;
  readonly type?: ColumnType | undefined;
  readonly unit?: ColumnUnit | undefined;
}

/** How rows are shown. */
export interface RowsDisplayOptions extends DisplayOptions {
  readonly title?: Words | undefined;
  /** Which columns are shown, in this order; every key of the rows unless given. */
  readonly columns?: readonly (string | RowColumn)[] | undefined;
  /** At most so many rows are shown, and how many more there are is told; 100 unless given. */
  readonly most?: number | undefined;
}

/**
 * Flat rows as a table (bảng số liệu), such as `toRows` and the questions of `par-index/analysis` answer. `null` and what is not there is
 * a dash, never a zero; words in two languages are shown in one; a number that is not whole is approximate, and marked so.
 *
 * **Exactness:** text stays as it is, but for columns whose `type` says that it is a number: these have its digits, grouped, with a comma.
 *
 * @example
 * ```ts
 * import { rowsDisplay } from "par-index/notebook";
 *
 * const rows = [{ code: "1.2", points: "1234.50", share: 1 / 3 }, { code: "2", points: null, share: null }];
 * const points = { name: "points", title: { vi: "Điểm" }, type: "decimal" } as const;
 * rowsDisplay(rows, { columns: ["code", points, "share"] }).mime["text/plain"].split("\n"); // => ["code      Điểm     share", "1.2   1.234,50  ≈ 0,3333", "2            –         –"]
 * ```
 */
export function rowsDisplay(rows: readonly object[], options: RowsDisplayOptions = {}): Display {
  const { lang = "vi", title, most = 100 } = options;
  const given = options.columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = given.map((column): RowColumn => (typeof column === "string" ? { name: column } : column));
  const shown = rows.slice(0, most).map((row) => new Map<string, unknown>(Object.entries(row)));
  const values = shown.map((row) => columns.map(({ name }) => row.get(name)));
  const more = rows.length - shown.length;
  return paperDisplay({
    title: title === undefined ? undefined : wordsIn(title, lang),
    notes: [],
    tables: [
      {
        columns: columns.map((column, place) =>
          shownColumn(
            column,
            values.map((row) => row[place]),
            lang,
          ),
        ),
        about: 0,
        rows: values.map((row) => ({ cells: row.map((value, place) => cellText(value, columns[place]?.type, lang)) })),
      },
    ],
    remarks: more === 0 ? [] : [{ vi: `… và ${more} dòng nữa.`, en: `… and ${more} more rows.` }[lang]],
  });
}

/**
 * Typed columns, as `toColumns` answers them, as a table: headings in words, with what their numbers count.
 *
 * **Exactness:** every digit that the columns hold.
 *
 * @example
 * ```ts
 * import { parseEvidence, scoreUnit, toColumns } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { columnsDisplay } from "par-index/notebook";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.1": { option: "late" } },
 * }));
 * const { mime } = columnsDisplay(toColumns(tiny, [score], "wide"), { columns: ["unitName", "1.1", "1.2"] });
 * mime["text/plain"].split("\n")[1]?.split(/ {2,}/); // => ["Xã A", "1,00", "–"]
 * ```
 */
export function columnsDisplay(columns: readonly DataColumn[], options: RowsDisplayOptions = {}): Display {
  const known = new Map(columns.map((column) => [column.name, column]));
  const chosen = (options.columns ?? columns).map((column) => (typeof column === "string" ? (known.get(column) ?? column) : column));
  const rows = (columns[0]?.values ?? []).map((_, row) => Object.fromEntries(columns.map(({ name, values }) => [name, values[row]])));
  return rowsDisplay(rows, { ...options, columns: chosen });
}

function shownColumn({ name, title, type, unit }: RowColumn, values: readonly unknown[], lang: Language): ShownColumn {
  return {
    heading: title === undefined ? name : wordsIn(title, lang),
    unit: unit === undefined ? undefined : unitWords[unit]?.[lang],
    isNumber: type === undefined ? values.some((value) => typeof value === "number") : type !== "text",
  };
}

const unitWords = {
  points: { vi: "điểm", en: "points" },
  percent: { vi: "%", en: "%" },
  count: undefined,
} as const;

function cellText(value: unknown, type: ColumnType | undefined, lang: Language): string {
  if (value === null || value === undefined || value === "" || isEmptyList(value)) return "–";
  if (typeof value === "number") return numberText(value, lang);
  if (typeof value === "string") return type === undefined || type === "text" ? value : formatNumber(value, lang);
  if (typeof value === "boolean") return displayWords[value ? "yes" : "no"][lang];
  if (Array.isArray(value)) return value.map((one) => cellText(one, type, lang)).join(", ");
  if (isPlainObject(value) && typeof value.vi === "string") return wordsIn(value as unknown as Words, lang);
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part)) ?? "–";
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Decimals shown of approximate numbers. */
const shownPlaces = 4;

function numberText(value: number, lang: Language): string {
  if (!Number.isFinite(value)) return "–";
  const exact = shownDecimal(value);
  if (Number.isInteger(value)) return formatNumber(exact, lang);
  return `≈ ${formatNumber(round(fromDecimal(exact), { places: shownPlaces, mode: "halfUp" }), lang)}`;
}

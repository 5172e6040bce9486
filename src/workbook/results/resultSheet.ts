import { wordsIn } from "../../issue/fields";
import { noticeWords } from "../../report/noticeWords";
import { textCell } from "../numberCell";
import type { SheetContent, SheetRow } from "../sheet";
import type { ResultView } from "./resultView";

/** What differs between the sheets of results. */
export interface ResultTable {
  readonly name: string;
  readonly title: string;
  /** Below the title, such as whose results these are. */
  readonly lines?: readonly string[] | undefined;
  readonly widths: readonly number[];
  /** Tables one below the other; the heading of each is its first row. */
  readonly tables: readonly {
    readonly title?: string | undefined;
    readonly heading: SheetRow;
    readonly rows: readonly SheetRow[];
    /** What the rows come to, such as a mean. */
    readonly below?: readonly SheetRow[] | undefined;
  }[];
  /** Below the tables. */
  readonly remarks?: readonly string[] | undefined;
  /** First columns that stay in sight, and on every page where the table is wider than one. */
  readonly kept?: number | undefined;
  readonly wide?: boolean | undefined;
}

/** How far a title may spread, so that it stands on the first page of a wide table. */
const pageWidth = 130;

/** A sheet of results: title, whose and of when, the notice of a set that is not official, the tables; and below every page what they are. */
export function resultSheet(view: ResultView, table: ResultTable): SheetContent {
  const { criteria, language } = view;
  const { name, title, lines = [], widths, tables, remarks = [], kept, wide } = table;
  const across = wide === true ? columnsWithin(widths, pageWidth) : widths.length;
  const spread = (text: string, look: "title" | "subtitle" | "notice" | "remark" | "label"): SheetRow => ({
    cells: [{ ...textCell(text, look), across }],
  });
  const notice = noticeWords(criteria.file);
  const top: readonly SheetRow[] = [
    spread(title, "title"),
    spread(wordsIn(criteria.file.title, language), "subtitle"),
    ...lines.map((line) => spread(line, "subtitle")),
    ...(notice === undefined ? [] : [spread(wordsIn(notice, language), "notice")]),
    { cells: [] },
  ];
  const rows = [...top];
  const headings: number[] = [];
  for (const { title: of, heading, rows: body, below = [] } of tables) {
    if (headings.length > 0) rows.push({ cells: [] });
    if (of !== undefined) rows.push(spread(of, "label"));
    headings.push(rows.length);
    rows.push(heading, ...body, ...below);
  }
  const [first] = headings;
  if (remarks.length > 0) rows.push({ cells: [] }, ...remarks.map((remark) => spread(remark, "remark")));
  const [only, ...others] = tables;
  const isOne = others.length === 0 && first !== undefined && only !== undefined;
  const alike = new Set(tables.map(({ heading }) => JSON.stringify(heading))).size === 1;
  return {
    name,
    widths,
    rows,
    frozen: { ...(isOne ? { rows: first + 1 } : {}), ...(kept === undefined ? {} : { columns: kept }) },
    ...(alike && first !== undefined ? { repeated: first } : {}),
    ...(isOne && only.rows.length > 1 ? { filtered: { heading: first, last: first + only.rows.length } } : {}),
    ...(wide === true && kept !== undefined ? { repeatedColumns: kept } : {}),
    footer: footerOf(view),
  };
}

/** `example/tiny, bản 1 · kết quả 2fa0…`: by it a printed page is found again. */
function footerOf({ criteria, digest, say }: ResultView): string {
  const { id, revision } = criteria.file;
  return `${id}, ${say({ vi: "bản", en: "revision" })} ${revision} · ${say({ vi: "mã băm kết quả", en: "digest of the results" })} ${digest}`;
}

function columnsWithin(widths: readonly number[], most: number): number {
  let width = 0;
  const fit = widths.findIndex((one) => {
    width += one;
    return width > most;
  });
  return Math.max(1, fit < 0 ? widths.length : fit);
}

import type { CriteriaSet } from "../criteria/criteriaSet";
import { plainTitle } from "../criteria/plainTitle";
import { unguarded } from "../csv/formulaGuard";
import { type CsvOptions, type CsvRow, readCsv } from "../csv/readCsv";
import { at, type Issue, issue } from "../issue/issue";
import { type Result, result, unwrap } from "../issue/result";
import type { Evidence } from "./evidence";
import { safeParseReports } from "./parseEvidence";
import { plainName } from "./plainName";
import { type ReportColumnPlaces, readReportColumns } from "./readReportColumns";
import { headingOf, type ReportColumnKey } from "./reportColumns";
import {
  type ListKey,
  newReport,
  type Path,
  type Place,
  pathKey,
  readDocument,
  recordOf,
  reportOf,
  roundOf,
  type ToldRecord,
  type ToldReport,
  writtenPath,
} from "./toldReport";

/**
 * The reports in a table (bảng số liệu CSV), as text or as the bytes of a file: one row for each thing said, in the columns that
 * `reportsToCsv` writes, by their Vietnamese or English headings or their names in code, in any order. UTF-8, UTF-16 or
 * windows-1258; `;`, `,` or tab. A blank value is missing, never zero.
 *
 * **Errors:** {@link ParError} as `parseReports`, each issue located by line and number of the column, and by criterion.
 *
 * @example
 * ```ts
 * import { parseReportsCsv } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const table = "Mã đơn vị;Tên đơn vị;Nhóm đơn vị;Kỳ báo cáo;Vòng;Mã tiêu chí;Mục;Giá trị\nxa-a;Xã A;commune;2021;tự đánh giá;2;percent;82,50\n";
 * parseReportsCsv(loadCriteria("example/tiny"), table)[0]?.items["2"]; // => { percent: "82.5" }
 * ```
 */
export function parseReportsCsv(criteria: CriteriaSet, file: string | Uint8Array, options: CsvOptions = {}): readonly Evidence[] {
  return unwrap(safeParseReportsCsv(criteria, file, options));
}

/** {@link parseReportsCsv} that answers a {@link Result} and never throws. */
export function safeParseReportsCsv(
  criteria: CriteriaSet,
  file: string | Uint8Array,
  options: CsvOptions = {},
): Result<readonly Evidence[]> {
  const { rows, issues } = readCsv(file, options);
  const read = readReportRows(criteria, rows);
  return result([...issues, ...(read.ok ? read.warnings : read.issues)], () => (read.ok ? read.value : []));
}

/** The reports in the rows of a table, the first of which holds the headings, wherever the rows come from. */
export function readReportRows(criteria: CriteriaSet, rows: readonly CsvRow[]): Result<readonly Evidence[]> {
  const [heading = { line: 1, fields: [] }, ...body] = rows;
  const { columns, issues: ofHeading } = readReportColumns(heading);
  if (ofHeading.length > 0) return { ok: false, issues: ofHeading };
  const table = tableReader(criteria, columns);
  for (const row of body) table.read(row);
  const parsed = safeParseReports(criteria, table.reports());
  const found = (parsed.ok ? parsed.warnings : parsed.issues).map(table.locate);
  return result([...table.issues, ...found], () => (parsed.ok ? parsed.value.reports : []));
}

/** What a row says, and how to tell that one of its columns is wrong. */
interface Said {
  readonly code: string;
  readonly key: string;
  readonly value: string;
  readonly placeOf: (column: ReportColumnKey) => Place;
  readonly fault: (found: Issue, column: ReportColumnKey) => void;
}

/** Takes a table row by row; at last, its reports as they are told, and where what is wrong with them stands. */
function tableReader(criteria: CriteriaSet, columns: ReportColumnPlaces) {
  const told = new Map<string, ToldReport>();
  const issues: Issue[] = [];
  const isYesNo = yesNoKeys(criteria);

  function read({ line, fields }: CsvRow): void {
    const cell = (key: ReportColumnKey) => unguarded(fields[columns.get(key) ?? -1] ?? "");
    const placeOf = (key: ReportColumnKey): Place => ({ line, column: (columns.get(key) ?? 0) + 1 });
    const width = Math.max(...columns.values()) + 1;
    const extra = fields.slice(width).some((field) => field !== "");
    if (fields.length < width || extra) {
      issues.push(issue("fieldsMiscounted", { fields: fields.length, columns: width }, { line }));
      return;
    }
    const name = JSON.stringify(identity.map((key) => (key === "round" ? roundOf(cell(key)) : cell(key))));
    const report = told.get(name) ?? newReport();
    told.set(name, report);
    const unit = cell("unit");
    for (const key of headingKeys) readHeading(report, key, cell(key), placeOf(key), unit);

    const [code, key, value] = [cell("code"), cell("key"), cell("value")];
    const spokenOf = { ...(unit === "" ? {} : { unit }), ...(code === "" ? {} : { code }) };
    const said: Said = { code, key, value, placeOf, fault: (found, column) => issues.push(at({ ...placeOf(column), ...spokenOf }, found)) };
    if (code === "") readOfReport(report, said);
    else {
      checkTitle(code, cell("title"), said);
      readOfRecord(report, said);
    }
  }

  /** A row without a code: something of the report itself. */
  function readOfReport(report: ToldReport, { key, value, placeOf, fault }: Said): void {
    if (!isReportKey(key)) fault(issue("unknownKey", { key, known: Object.keys(reportKeys) }), "key");
    else if (report.values.has(key)) fault(issue("duplicateKey", { key }), "key");
    else {
      report.values.set(key, value);
      report.places.set(pathKey(reportKeys[key]), placeOf("value"));
    }
  }

  /** Spreadsheets make 1.1 of the code 1.10: where the title is told, too, it must be that of the code. */
  function checkTitle(code: string, title: string, { fault }: Said): void {
    const known = titlesOf(criteria, code);
    if (title === "" || known[0] === undefined || known.some((one) => plainTitle({ vi: one }) === plainTitle({ vi: title }))) return;
    fault(issue("titleDiffers", { received: title, expected: known[0] }), "title");
  }

  /** A row of a leaf, a fact or an event. */
  function readOfRecord(report: ToldReport, { code, key, value, placeOf, fault }: Said): void {
    const [list, id] = recordOf(code);
    const record: ToldRecord = report.records[list].get(id) ?? { values: new Map() };
    report.records[list].set(id, record);
    if (!report.places.has(pathKey([list, id]))) report.places.set(pathKey([list, id]), placeOf("code"));
    if (key === "") {
      if (value !== "") fault(issue("missingKey", { key: "key" }), "key");
      return;
    }
    const place = pathKey([list, id, ...key.split(".")]);
    if (report.places.has(place)) {
      fault(issue("duplicateKey", { key }), "key");
      return;
    }
    report.places.set(place, placeOf("value"));
    const [isOfDocuments, number, figure] = /^documents(?:\.([1-9]\d{0,5})(?:\.(.+))?)?$/.exec(key) ?? [];
    if (isOfDocuments !== undefined && (value === "" || figure !== undefined)) readDocument(record, number, figure, value);
    else record.values.set(key, value === "" ? null : isYesNo(list, id, key) ? yesOrNo(value) : value);
  }

  /** What a row says of its report like all the others: the first that says it decides, and none may say otherwise. */
  function readHeading(report: ToldReport, key: ReportColumnKey, value: string, place: Place, unit: string): void {
    const known = report.heading.get(key) ?? "";
    if (value !== "" && known !== "" && value !== known) {
      issues.push(
        issue("cellsDisagree", { column: headingOf(key), received: value, other: known }, { ...place, ...(unit === "" ? {} : { unit }) }),
      );
    }
    if (known === "") {
      report.heading.set(key, value);
      report.places.set(pathKey(headingPaths[key] ?? [key]), place);
    }
  }

  /** The row and column of what an issue speaks of, or of the nearest thing around it. */
  function locate(found: Issue): Issue {
    const [index, ...path] = found.location.path ?? [];
    const report = [...told.values()][Number(index)];
    if (report === undefined) return found;
    const written = writtenPath(report, found.code === "unknownKey" ? [...path, found.payload.key] : path);
    const nearest = written
      .map((_, length) => report.places.get(pathKey(written.slice(0, written.length - length))))
      .find((place) => place);
    const { line, column, ...rest } = found.location;
    return { ...found, location: { ...(nearest ?? report.places.get(pathKey(["unit", "id"]))), ...rest, path } };
  }

  return { read, issues, locate, reports: () => [...told.values()].map(reportOf) };
}

/** What tells one report from another, and what all its rows say of it alike. */
const identity = ["unit", "period", "round", "appraiser"] as const;
const headingKeys = ["unit", "unitName", "group", "period", "round", "appraiser", "sentOn"] as const;
const headingPaths: Readonly<Partial<Record<ReportColumnKey, Path>>> = {
  unit: ["unit", "id"],
  unitName: ["unit", "name"],
  group: ["unit", "group"],
};

/** What a row without a code speaks of, and where a report has it. */
const reportKeys = { criteria: ["criteria"], notRated: ["unit", "notRated", "vi"], "notRated.en": ["unit", "notRated", "en"] } as const;

function isReportKey(key: string): key is keyof typeof reportKeys {
  return Object.hasOwn(reportKeys, key);
}

/** How the criteria with a code are called, in either language, in the trees of all groups. */
function titlesOf({ trees }: CriteriaSet, code: string): readonly string[] {
  const titles = [...trees.values()].flatMap(({ nodes }) => nodes.get(code)?.title ?? []);
  return titles.flatMap(({ vi, en }) => (en === undefined ? [vi] : [vi, en]));
}

/** Says of which keys the value is yes or no. */
function yesNoKeys(criteria: CriteriaSet): (list: ListKey, id: string, key: string) => boolean {
  const leaves = [...criteria.trees.values()].flatMap((tree) => tree.leaves);
  const keysOf = (one: { readonly fields: (typeof leaves)[number]["fields"] }) =>
    one.fields.filter(({ type }) => type === "yesNo").map(({ key }) => key);
  const known = new Set([
    ...leaves.flatMap((leaf) => keysOf(leaf).map((key) => pathKey(["items", leaf.code, key]))),
    ...[...criteria.facts].flatMap(([id, fact]) => keysOf(fact).map((key) => pathKey(["facts", id, key]))),
  ]);
  return (list, id, key) =>
    (list === "items" && (key === "accepted" || key === "notApplicable")) ||
    (list === "events" && key === "happened") ||
    known.has(pathKey([list, id, key]));
}

/** What people write for yes and no; anything else is left for its reader to refuse. */
function yesOrNo(written: string): boolean | string {
  const word = plainName(written);
  if (["true", "yes", "có", "x"].some((one) => plainName(one) === word)) return true;
  return ["false", "no", "không"].some((one) => plainName(one) === word) ? false : written;
}

import { editionDigest } from "../audit/editionDigest";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { safeParseEvidence } from "../evidence/parseEvidence";
import { at, type Issue, issue } from "../issue/issue";
import { type Result, result, unwrap } from "../issue/result";
import { anchors } from "./form/anchors";
import { documentsName } from "./form/documentsSheet";
import { formColumns } from "./form/formColumns";
import { formGrid } from "./form/formGrid";
import { formRows } from "./form/formRows";
import { type FormStamp, readStamp } from "./form/formStamp";
import { readFigure, readText } from "./form/readCell";
import { listFaults, readDocuments } from "./form/readDocuments";
import { assembled, cellLocation, type Reading, reading } from "./form/reading";
import { readRows, tableFaults } from "./form/readRows";
import { type FilledSheet, safeReadSheets } from "./readSheets";

/**
 * The report (báo cáo) that a filled form holds, checked as `parseEvidence` checks it. Rows and columns that were moved are followed by
 * the anchors of the form; what is gone, stands twice, was renamed or came in is reported. A blank cell is missing, never zero;
 * `95%` that a cell holds as 0.95 is 95 percent; of a number that was computed, what the spreadsheet shows is read. No macro runs
 * and no other file is opened; the hints are not read.
 *
 * **Errors:** {@link ParError} with every issue at once, each with its sheet and cell.
 *
 * @example
 * ```ts
 * import { parseEvidence } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { formWorkbook, parseFormWorkbook } from "par-index/workbook";
 *
 * const tiny = loadCriteria("example/tiny");
 * const unit = { id: "a", name: "Xã A", group: "commune" };
 * const filled = parseEvidence(tiny, { unit, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } } });
 * const form = await formWorkbook(tiny, { unit, period: "2021", filled });
 * (await parseFormWorkbook(tiny, form)).items["1.2"]; // => { done: 955, due: 1000 }
 * ```
 */
export async function parseFormWorkbook(criteria: CriteriaSet, bytes: Uint8Array): Promise<Evidence> {
  return unwrap(await safeParseFormWorkbook(criteria, bytes));
}

/** {@link parseFormWorkbook} that answers a {@link Result} and never throws. */
export async function safeParseFormWorkbook(criteria: CriteriaSet, bytes: Uint8Array): Promise<Result<Evidence>> {
  const sheets = await safeReadSheets(bytes);
  if (!sheets.ok) return sheets;
  const stamp = readStamp(sheets.value);
  const figures = formGrid(sheets.value, anchors.figures);
  if (stamp === undefined || figures === undefined) return failed(issue("notAForm", {}));
  const other = otherTextFault(criteria, stamp);
  if (other !== undefined) return failed(other);
  const rows = formRows(criteria, stamp).filter((row) => row.kind === "figure");
  const columns = formColumns(criteria, stamp.round);
  const documents = formGrid(sheets.value, anchors.documents);
  const readings = [
    ...readSender(sheets.value),
    ...readRows(figures, rows, columns),
    ...(documents === undefined ? [] : readDocuments(documents, rows)),
  ];
  const report = reportOf(stamp, readings);
  const checked = safeParseEvidence(criteria, report);
  const found = (checked.ok ? checked.warnings : checked.issues).filter((one) => !isToldByCell(one, readings));
  const issues = [
    ...tableFaults(figures, rows, columns),
    ...(documents === undefined ? [issue("formColumnMissing", { heading: documentsName })] : listFaults(documents)),
    ...readings.flatMap((read) => read.issues),
    ...found.map((one) => inItsCell(one, readings)),
  ];
  const unit = report.unit.id;
  const told = issues.map((one) => (typeof unit === "string" ? at({ unit }, one) : one));
  return checked.ok ? result(told, () => checked.value) : { ok: false, issues: told };
}

/**
 * Which criteria set a form was made from, so that a program can find it; `undefined` for a file that is no form.
 *
 * @example
 * ```ts
 * import { loadCriteria } from "par-index/node";
 * import { formEdition, formWorkbook } from "par-index/workbook";
 *
 * const form = await formWorkbook(loadCriteria("example/tiny"), { unit: { group: "commune" } });
 * (await formEdition(form))?.id; // => "example/tiny"
 * ```
 */
export async function formEdition(bytes: Uint8Array): Promise<Pick<FormStamp, "id" | "revision" | "digest"> | undefined> {
  const sheets = await safeReadSheets(bytes);
  const stamp = sheets.ok ? readStamp(sheets.value) : undefined;
  return stamp === undefined ? undefined : { id: stamp.id, revision: stamp.revision, digest: stamp.digest };
}

function failed(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}

/** A form of another set, or of another text of it, whose rows may mean something else. */
function otherTextFault({ file }: CriteriaSet, { id, revision, digest }: FormStamp): Issue | undefined {
  const [expected, received] = [`${file.id}@${file.revision}`, `${id}@${revision}`];
  if (expected !== received) return issue("otherCriteria", { expected, received });
  return digest === editionDigest(file) ? undefined : issue("formOfOtherText", { criteria: file.id });
}

/** The line of who sends the form: each value stands below its key. */
function readSender(sheets: readonly FilledSheet[]): readonly Reading[] {
  const grid = formGrid(sheets, anchors.sender);
  const row = grid?.rows.get(anchors.senderLine);
  if (grid === undefined || row === undefined) return [];
  return Object.entries(senderPaths).flatMap(([key, path]) => {
    const column = grid.columns.get(key);
    if (column === undefined) return [];
    const cell = grid.cell(row, column);
    const read = cell === undefined ? { value: undefined, issues: [] } : key === "sentOn" ? readFigure(sentOn, cell) : readText(cell);
    return [reading(path, cellLocation(grid.sheet, row, column), read)];
  });
}

const senderPaths = { name: ["unit", "name"], id: ["unit", "id"], period: ["period"], sentOn: ["sentOn"] } as const;
const sentOn = { key: "sentOn", type: "date", label: { vi: "Ngày gửi" } } as const;

function reportOf({ id, revision, group, round, appraiser, notRated }: FormStamp, readings: readonly Reading[]) {
  const { unit, ...said } = assembled(readings);
  return {
    items: {},
    ...said,
    criteria: { id, revision },
    unit: { ...(unit as { readonly id?: unknown } | undefined), group, ...(notRated === undefined ? {} : { notRated }) },
    round,
    ...(appraiser === undefined ? {} : { appraiser }),
  };
}

/** An issue of the report in the cell that its value came from, or that its value is wanted in. */
function inItsCell(found: Issue, readings: readonly Reading[]): Issue {
  const { path = [], ...location } = found.location;
  const cell = cellOf(found, readings);
  return cell === undefined ? found : { ...found, location: { ...location, ...cell.location } };
}

/** The reading whose keys are those of the issue; else the first below them, which is that of the whole. */
function cellOf({ code, payload, location: { path = [] } }: Issue, readings: readonly Reading[]): Reading | undefined {
  const wanted = code === "missingKey" ? [...path, (payload as { readonly key: string }).key] : path;
  const leadsTo = (keys: readonly (string | number)[]) => (read: Reading) =>
    keys.length > 0 && keys.every((key, index) => read.path[index] === key);
  const candidates = [wanted, path, path.slice(0, 2)];
  return candidates.map((keys) => readings.find(leadsTo(keys))).find((read) => read !== undefined);
}

/** True of a figure that is missing only because its cell, or another of its item, could not be read. */
function isToldByCell({ code, location: { path = [] } }: Issue, readings: readonly Reading[]): boolean {
  if (code !== "missingKey") return false;
  return readings.some(
    (read) =>
      read.issues.some(({ severity }) => severity === "error") && path.length > 1 && read.path[0] === path[0] && read.path[1] === path[1],
  );
}

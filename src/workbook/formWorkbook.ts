import type { DataValidation } from "hucre/xlsx";
import { type CriteriaNode, type CriteriaSet, isLeaf, type Leaf } from "../criteria/criteriaSet";
import type { ReportedRound } from "../criteria/policies";
import type { EventRecord, Evidence, EvidenceItem, FactRecord, Unit } from "../evidence/evidence";
import { safeParseEvidence } from "../evidence/parseEvidence";
import { isUnitsRound } from "../evidence/roundsHeld";
import { type Issue, issue } from "../issue/issue";
import { type Result, result, unwrap } from "../issue/result";
import { roundTitle } from "../report/explain";
import { ruleInWords } from "../report/ruleInWords";
import type { Figure } from "../rules/ruleKind";
import { cellWords, pickedWords } from "./cellWords";
import { anchored, anchors, fixedRow, keyRow } from "./form/anchors";
import { documentsSheet } from "./form/documentsSheet";
import { figureLook, figureValue, figureWords, howToFill, numberOrText } from "./form/figureCell";
import { type FormColumn, type FormColumnKey, formColumns } from "./form/formColumns";
import { anchorOf, type FigureRow, type FormRow, type FormScope, formRows, labelOf, type PrintedRow } from "./form/formRows";
import { type FormStamp, stampOf, stampSheet } from "./form/formStamp";
import { guideSheet } from "./form/guideSheet";
import { headLines, signatureLines } from "./form/headLines";
import { type Standing, standingOf } from "./form/standing";
import { type WordLists, wordLists } from "./form/wordLists";
import { blank, type Formula, when } from "./hints/formula";
import { type HintCell, hintFormula } from "./hints/hintFormula";
import { numberCell } from "./numberCell";
import { cellName, fixedCell, type SheetCell, type SheetContent, type SheetRow, writeSheets } from "./sheet";

/** For whom a form is, and what stands in it already. */
export interface FormOptions {
  /** What is not stated is left to fill in; the group must be stated where the set has several. */
  readonly unit?: Partial<Unit> | undefined;
  readonly period?: string | undefined;
  /** `selfAssessed` unless stated. */
  readonly round?: ReportedRound | undefined;
  /** The agency whose appraisal it is; the form then asks only for what that agency appraises. */
  readonly appraiser?: string | undefined;
  /** A report that is written into the cells. */
  readonly filled?: Pick<Evidence, "items" | "facts" | "events" | "sentOn"> | undefined;
  /** The reports of earlier rounds, of this unit at least: what stands is shown beside the cells of this round. */
  readonly before?: readonly Evidence[] | undefined;
}

/**
 * A form (phiếu tự đánh giá, phiếu thẩm định) as an Excel file that an officer fills in: a row for each figure under its area and
 * criterion, lists to pick from, the rule in words, the points that the figures would earn as a hint that is never read back, a list
 * of supporting documents. `parseFormWorkbook` reads it again. The same set and options give the same bytes.
 *
 * **Errors:** {@link ParError} where the group, round, period or appraiser is not of the set.
 *
 * @example
 * ```ts
 * import { loadCriteria } from "par-index/node";
 * import { formWorkbook } from "par-index/workbook";
 *
 * const form = await formWorkbook(loadCriteria("example/tiny"), { unit: { id: "a", name: "Xã A", group: "commune" } });
 * form.length > 5000; // => true
 * ```
 */
export async function formWorkbook(criteria: CriteriaSet, options: FormOptions = {}): Promise<Uint8Array> {
  return unwrap(await safeFormWorkbook(criteria, options));
}

/** {@link formWorkbook} that answers a {@link Result} and never throws. */
export async function safeFormWorkbook(criteria: CriteriaSet, options: FormOptions = {}): Promise<Result<Uint8Array>> {
  const { before, period, unit } = options;
  const issues = scopeFaults(criteria, options);
  if (issues.length > 0) return { ok: false, issues };
  const standing = before === undefined ? undefined : standingOf(criteria, before, period).get(unit?.id ?? "");
  const bytes = await writeForm(criteria, options, standing);
  return result([], () => bytes);
}

/** What is wrong with whom and what a form is for: what would be wrong with the report that it gives. */
export function scopeFaults(criteria: CriteriaSet, { unit, period, round = "selfAssessed", appraiser }: FormOptions): readonly Issue[] {
  const { groups, periods } = criteria.file;
  const group = unit?.group ?? (groups.length === 1 ? groups[0]?.id : undefined);
  if (group === undefined) return [issue("missingKey", { key: "group" }, { path: ["unit"] })];
  const report = {
    unit: { id: "unit", name: "unit", ...unit, group },
    period: period ?? periods[0] ?? "",
    round,
    ...(appraiser === undefined ? {} : { appraiser }),
    items: {},
  };
  const read = safeParseEvidence(criteria, report);
  // What is wrong is wrong with the call: the report stands in for one that nobody has made yet.
  return read.ok ? [] : read.issues.map((found) => ({ ...found, location: { path: found.location.path ?? [] } }));
}

/** The bytes of a form whose options are known to fit its set. */
export async function writeForm(criteria: CriteriaSet, options: FormOptions, standing: Standing | undefined): Promise<Uint8Array> {
  const { unit, round = "selfAssessed", appraiser } = options;
  const scope: FormScope = { group: unit?.group ?? criteria.file.groups[0]?.id ?? "", round, appraiser };
  const stamp = stampOf(criteria, scope, unit?.notRated);
  const rows = formRows(criteria, scope);
  const lists = wordLists();
  const figures = figuresSheet({ criteria, options, scope, stamp, rows, lists, standing });
  const documents = documentsSheet(rows, lists, options.filled);
  const title = `${titleOf(criteria, round)}${unit?.name === undefined ? "" : `: ${unit.name}`}`;
  return writeSheets(title, [figures, documents, guideSheet(criteria, scope), lists.sheet(), stampSheet(stamp)]);
}

function titleOf(criteria: CriteriaSet, round: ReportedRound): string {
  return `Phiếu ${roundTitle(criteria, round, "vi").toLowerCase()}`;
}

interface FormParts {
  readonly criteria: CriteriaSet;
  readonly options: FormOptions;
  readonly scope: FormScope;
  readonly stamp: FormStamp;
  readonly rows: readonly FormRow[];
  readonly lists: WordLists;
  readonly standing: Standing | undefined;
}

/** The hidden column of anchors. */
const anchorWidth = 0;

function figuresSheet(parts: FormParts): SheetContent {
  const { criteria, options, scope, stamp } = parts;
  const columns = formColumns(criteria, scope.round);
  const office = options.unit?.name?.toUpperCase() ?? "…………………………………";
  const byUnit = isUnitsRound(criteria, scope.round);
  const head = [
    ...headLines(criteria, {
      title: titleOf(criteria, scope.round).toUpperCase(),
      office: byUnit ? office : "CƠ QUAN THẨM ĐỊNH",
      columns: columns.length,
    }),
    ...senderRows(options),
    keyRow(
      anchors.figures,
      columns.map(({ key }) => key),
    ),
    fixedRow(columns.map(({ heading }) => ({ value: heading, look: "heading" }))),
  ];
  const body = bodyOf(parts, columns, head.length);
  const signatures = signatureLines(
    byUnit ? "NGƯỜI LẬP PHIẾU" : "NGƯỜI THẨM ĐỊNH",
    byUnit ? "THỦ TRƯỞNG ĐƠN VỊ" : "THỦ TRƯỞNG CƠ QUAN",
    columns.length,
  );
  return {
    name: "Phiếu",
    widths: [anchorWidth, ...columns.map(({ width }) => width)],
    rows: [...head, ...body.map(({ row }) => row), ...signatures],
    frozen: { rows: head.length, columns: 3 },
    repeated: head.length - 1,
    validations: body.flatMap(({ validations }) => validations),
    locked: true,
    footer: `${stamp.id} · ${stamp.revision} · ${stamp.digest.slice(0, 16)}`,
  };
}

/** Who sends the form: a hidden row of keys, and the line below it. */
function senderRows({ unit = {}, period, filled }: FormOptions): readonly SheetRow[] {
  const label = (value: string): SheetCell => ({ value, look: "label" });
  const cell = (value: string | undefined): SheetCell => (value === undefined ? { look: "inputText" } : { value, look: "label" });
  const sentOn = filled?.sentOn;
  return [
    keyRow(anchors.sender, [undefined, "name", undefined, "id", undefined, "period", undefined, "sentOn"]),
    anchored(anchors.senderLine, [
      label("Đơn vị:"),
      cell(unit.name),
      label("Mã:"),
      cell(unit.id),
      label("Kỳ:"),
      cell(period),
      label("Ngày gửi:"),
      { look: "inputDate", across: 2, value: sentOn === undefined ? undefined : figureValue(sentOnField, sentOn) },
    ]),
  ];
}

const sentOnField = { key: "sentOn", type: "date", label: { vi: "Ngày gửi" } } as const;

interface BodyRow {
  readonly row: SheetRow;
  readonly validations: readonly DataValidation[];
}

/** The rows of the table, the first of which is the row `top` of the sheet. */
function bodyOf(parts: FormParts, columns: readonly FormColumn[], top: number): readonly BodyRow[] {
  const { criteria, rows } = parts;
  const columnOf = (key: FormColumnKey) => columns.findIndex((column) => column.key === key) + 1;
  const rowOf = new Map(rows.flatMap((row, index) => codeOf(row).map((code) => [code, top + index] as const)));
  const hintAt = (code: string) => cellName(rowOf.get(code) ?? 0, columnOf("hint"));
  return rows.map((row, index) => {
    if (row.kind === "section") return { row: fixedRow([{ value: row.title, look: "area", across: columns.length }]), validations: [] };
    if (row.kind !== "figure") return printedRow(criteria, row, columns, hintAt);
    return figureRow(parts, row, columns, { sheetRow: top + index, columnOf });
  });
}

/** The code under which the points of a row are added up: its first row's. */
function codeOf(row: FormRow): readonly string[] {
  if (row.kind === "branch" || row.kind === "closed") return [row.node.code];
  return row.kind === "figure" && row.isFirst && row.leaf !== undefined ? [row.leaf.code] : [];
}

function printedRow(
  criteria: CriteriaSet,
  { kind, node, level }: PrintedRow,
  columns: readonly FormColumn[],
  hintAt: (code: string) => string,
): BodyRow {
  const isArea = level <= 1 && kind === "branch";
  const [words, number] = isArea
    ? (["area", "areaNumber"] as const)
    : kind === "branch"
      ? (["criterion", "criterionNumber"] as const)
      : (["text", "number"] as const);
  const sum = isLeaf(node) ? undefined : sumOf(criteria, node.children, hintAt);
  const cells: Partial<Record<FormColumnKey, SheetCell>> = {
    number: { value: level === 0 ? "" : node.code, look: words },
    title: { value: level === 0 ? "Tổng điểm" : node.title.vi, look: words, indent: Math.max(1, level) },
    maxPoints: { value: numberOrText(node.node.maxPoints), look: number },
    hint: sum === undefined ? { look: number } : { formula: sum, look: number, format: "0.00##" },
    ...(kind === "closed" ? { label: { value: "Không kê khai ở phiếu này", look: "text" } as const } : {}),
  };
  return { row: fixedRow(columns.map(({ key }) => cells[key] ?? { look: words })), validations: [] };
}

/** What the hints of a branch come to: shown once all are there where one that is left out changes what the others count. */
function sumOf({ file }: CriteriaSet, children: readonly CriteriaNode[], hintAt: (code: string) => string): Formula | undefined {
  if (children.length > mostArguments) return undefined;
  const cells = children.map(({ code }) => hintAt(code)).join(",");
  const policies = [file.policies.notApplicable.policy, ...children.flatMap(({ node }) => [node.notApplicable, node.nothingDue])];
  const isThere = policies.includes("splitEqually") ? `COUNT(${cells})=${children.length}` : `COUNT(${cells})>0`;
  return when(isThere, `SUM(${cells})`, blank);
}

/** Excel takes no more arguments of a function than 255. */
const mostArguments = 250;

interface CellPlaces {
  readonly sheetRow: number;
  columnOf(key: FormColumnKey): number;
}

function figureRow(parts: FormParts, row: FigureRow, columns: readonly FormColumn[], places: CellPlaces): BodyRow {
  const { lists } = parts;
  const said = saidOf(parts.options.filled, row);
  const own = figureCells(parts, row, places, said);
  const beside = row.isFirst ? wholeCells(parts, row, places, said) : {};
  const cells = columns.map(({ key }) => {
    const cell = own[key] ?? beside[key];
    if (cell === undefined) return row.isFirst ? ({ look: "text", down: row.rows } as const) : undefined;
    return key in own || row.rows === 1 ? cell : { ...cell, down: row.rows };
  });
  const figureCell = cellName(places.sheetRow, places.columnOf("figure"));
  const acceptedCell = cellName(places.sheetRow, places.columnOf("accepted"));
  const accepts = row.isFirst && beside.accepted !== undefined;
  return {
    row: anchored(anchorOf(row), cells),
    validations: [
      ...(row.field === undefined ? [] : [figureValidation(row, lists, figureCell)]),
      ...(accepts ? [{ ...listValidation, formula1: lists.rangeOf([cellWords.accepted]), range: acceptedCell }] : []),
    ],
  };
}

type Said = EvidenceItem | FactRecord | EventRecord | undefined;

function saidOf(filled: FormOptions["filled"], { place: { part, id } }: FigureRow): Said {
  return filled?.[part]?.[id];
}

/** The cells of one figure: what it is, what stood before, and where it is filled in. */
function figureCells(
  { standing }: FormParts,
  row: FigureRow,
  { columnOf }: CellPlaces,
  said: Said,
): Partial<Record<FormColumnKey, SheetCell>> {
  const { field, place } = row;
  if (field === undefined) return {};
  const stood = place.part === "items" ? standing?.items[place.id] : undefined;
  return {
    label: { value: labelOf(field), look: "text" },
    ...(columnOf("standing") === 0 ? {} : { standing: { value: stoodWords(row, stood), look: "text" } as const }),
    figure: { ...figureLook(field), ...filledValue(row, said) },
  };
}

function stoodWords({ field, isFirst }: FigureRow, stood: EvidenceItem | undefined): string {
  if (stood === undefined || field === undefined) return "";
  if (stood.notApplicable === true) return isFirst ? cellWords.notApplicable : "";
  const figure = stood[field.key] as Figure | undefined;
  return figure === undefined ? "" : figureWords(field, figure);
}

function filledValue({ field, isFirst, place }: FigureRow, said: Said): Pick<SheetCell, "value"> {
  if (said === undefined || field === undefined) return {};
  if (place.part === "items" && (said as EvidenceItem).notApplicable === true) return isFirst ? { value: cellWords.notApplicable } : {};
  const figure = (said as Readonly<Record<string, unknown>>)[field.key] as Figure | undefined;
  return figure === undefined ? {} : { value: figureValue(field, figure) };
}

/** The cells that are one for a leaf, fact or event, however many figures it has. */
function wholeCells(parts: FormParts, row: FigureRow, places: CellPlaces, said: Said): Partial<Record<FormColumnKey, SheetCell>> {
  const { leaf, number, title, level, place } = row;
  const { columnOf } = places;
  const item = place.part === "items" ? (said as EvidenceItem | undefined) : undefined;
  const input = (key: FormColumnKey, value: string | undefined): Partial<Record<FormColumnKey, SheetCell>> =>
    columnOf(key) === 0 ? {} : { [key]: { look: "inputText", value } };
  const shared: Partial<Record<FormColumnKey, SheetCell>> = {
    number: { value: number, look: "text" },
    title: { value: title, look: "text", indent: level },
    ...input("note", said?.note),
  };
  if (leaf === undefined) return shared;
  const standing = parts.standing;
  const points = standing?.points.get(leaf.code);
  return {
    ...shared,
    maxPoints: { value: numberOrText(leaf.node.maxPoints), look: "number" },
    rule: { value: ruleWords(parts.criteria, leaf), look: "text" },
    proof: { value: proofWords(leaf), look: "text" },
    ...(columnOf("standingPoints") === 0
      ? {}
      : { standingPoints: points === undefined ? ({ look: "number" } as const) : numberCell(points, "vi") }),
    ...(columnOf("asked") === 0 ? {} : { asked: { value: standing?.asked.get(leaf.code) ?? "", look: "text" } as const }),
    ...(columnOf("accepted") === 0
      ? {}
      : { accepted: { look: "input", value: item?.accepted === true ? cellWords.accepted : undefined } as const }),
    ...(columnOf("givenPoints") === 0
      ? {}
      : {
          givenPoints: {
            look: "inputNumber",
            value: item?.givenPoints === undefined ? undefined : numberOrText(item.givenPoints),
          } as const,
        }),
    ...input("reason", item?.reason),
    ...input("asks", item?.asks),
    hint: hintCell(parts, leaf, places),
  };
}

function ruleWords(criteria: CriteriaSet, leaf: Leaf): string {
  const { note } = leaf.node;
  return [...ruleInWords(criteria, leaf, "vi"), ...(note === undefined ? [] : [note.vi])].join("\n");
}

function proofWords({ node: { proof, documents = [] } }: Leaf): string {
  return [...(proof === undefined ? [] : [proof.vi]), ...documents.map(({ title }) => `– ${title.vi}`)].join("\n");
}

/** The points that the cells of a leaf would earn: those given or that stand, else those of its figures. */
function hintCell({ criteria, lists }: FormParts, leaf: Leaf, { sheetRow, columnOf }: CellPlaces): SheetCell {
  const cells = Object.fromEntries(
    leaf.fields.map((field, index): [string, HintCell] => {
      const words = pickedWords(field).map((picked) => picked.words);
      const cell = fixedCell(sheetRow + index, columnOf("figure"));
      return [field.key, words.length === 0 ? { cell } : { cell, list: lists.rangeOf(words) }];
    }),
  );
  const points = hintFormula(leaf, cells, criteria.file.policies);
  const beside = (key: FormColumnKey) => (columnOf(key) === 0 ? undefined : fixedCell(sheetRow, columnOf(key)));
  const [given, accepted, standing] = [beside("givenPoints"), beside("accepted"), beside("standingPoints")];
  if (points === undefined) return { look: "hint" };
  const signed = leaf.beyondMax === "penalty" ? when(`ISNUMBER(${points})`, `-${points}`, blank) : points;
  const orAccepted = accepted === undefined || standing === undefined ? signed : when(`${accepted}<>""`, standing, signed);
  return { look: "hint", formula: given === undefined ? orAccepted : when(`${given}<>""`, given, orAccepted) };
}

const listValidation = { type: "list", allowBlank: true, showErrorMessage: true, errorStyle: "warning" } as const;

/** What may stand in the cell of a figure: words of a list, or a number beside which only "không áp dụng" is picked. */
function figureValidation({ field, mayNotApply }: FigureRow, lists: WordLists, range: string): DataValidation {
  const inputMessage = field === undefined ? "" : howToFill(field, mayNotApply);
  const prompt = { showInputMessage: true, inputMessage, range, allowBlank: true };
  const words = field === undefined ? [] : pickedWords(field).map((picked) => picked.words);
  const notApplicable = mayNotApply ? [cellWords.notApplicable] : [];
  if (words.length > 0) {
    const errorMessage = "Chọn một dòng trong danh sách.";
    return { ...listValidation, ...prompt, formula1: lists.rangeOf([...words, ...notApplicable]), errorMessage };
  }
  if (mayNotApply) return { type: "list", ...prompt, formula1: lists.rangeOf(notApplicable), showErrorMessage: false };
  if (field?.type !== "count") return { type: "custom", formula1: "TRUE", ...prompt };
  return {
    type: "whole",
    operator: "greaterThanOrEqual",
    formula1: "0",
    ...prompt,
    showErrorMessage: true,
    errorMessage: "Cần số nguyên không âm.",
  };
}

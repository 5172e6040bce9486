import type { Evidence, SupportingDocument } from "../../evidence/evidence";
import type { Look } from "../looks";
import { cellName, type SheetCell, type SheetContent } from "../sheet";
import { anchored, anchors, fixedRow, keyRow } from "./anchors";
import { dayValue } from "./figureCell";
import type { FigureRow, FormRow, ItemPlace } from "./formRows";
import type { WordLists } from "./wordLists";

/** The columns of the list of documents: `code` says of what, the others are the document's own. */
export const documentColumns = [
  { key: "code", heading: "Mã tiêu chí", width: 14, look: "inputText" },
  { key: "number", heading: "Số, ký hiệu", width: 20, look: "inputText" },
  { key: "issuedOn", heading: "Ngày ban hành", width: 14, look: "inputDate" },
  { key: "issuer", heading: "Cơ quan ban hành", width: 24, look: "inputText" },
  { key: "title", heading: "Trích yếu", width: 42, look: "inputText" },
  { key: "place", heading: "Mục, trang chứng minh", width: 20, look: "inputText" },
  { key: "file", heading: "Tên tệp", width: 26, look: "inputText" },
  { key: "sha256", heading: "Mã băm SHA-256 của tệp (nếu có)", width: 22, look: "inputText" },
  { key: "proves", heading: "Là tài liệu yêu cầu (mã)", width: 18, look: "inputText" },
] as const satisfies readonly {
  readonly key: "code" | keyof SupportingDocument;
  readonly heading: string;
  readonly width: number;
  readonly look: Look;
}[];

/** The name of the sheet. */
export const documentsName = "Tài liệu";

/** Lines that are ready to be filled in; more may be added below. */
const readyLines = 40;

/** The sheet on which supporting documents are listed, those of a report in their lines. */
export function documentsSheet(
  rows: readonly FormRow[],
  lists: WordLists,
  filled: Partial<Pick<Evidence, "items" | "facts" | "events">> | undefined,
): SheetContent {
  const places = rows.flatMap((row) => (row.kind === "figure" && row.isFirst ? [row] : []));
  const listed = places.flatMap((row) => documentsOf(filled, row.place).map((document) => ({ code: row.number, document })));
  const head = [
    fixedRow([{ value: "DANH MỤC TÀI LIỆU KIỂM CHỨNG", look: "title", across: documentColumns.length }]),
    fixedRow([{ value: requiredWords(places), look: "remark", across: documentColumns.length }]),
    keyRow(
      anchors.documents,
      documentColumns.map(({ key }) => key),
    ),
    fixedRow(documentColumns.map(({ heading }) => ({ value: heading, look: "heading" }))),
  ];
  const lines = Array.from({ length: Math.max(readyLines, listed.length + 20) }, (_, index) => {
    const line = listed[index];
    return anchored(
      "",
      documentColumns.map(({ key, look }) => ({ look, value: line === undefined ? undefined : shownOf(line, key) })),
    );
  });
  const range = `${cellName(head.length, 1)}:${cellName(head.length + lines.length - 1, 1)}`;
  return {
    name: documentsName,
    widths: [0, ...documentColumns.map(({ width }) => width)],
    rows: [...head, ...lines],
    frozen: { rows: head.length, columns: 2 },
    repeated: head.length - 1,
    validations: [
      {
        type: "list",
        formula1: lists.rangeOf(places.map(({ number }) => number)),
        range,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: "warning",
        errorMessage: "Chọn mã tiêu chí trong danh sách.",
      },
    ],
    locked: true,
  };
}

/** The documents that a report has of a leaf, fact or event. */
function documentsOf(
  filled: Partial<Pick<Evidence, "items" | "facts" | "events">> | undefined,
  { part, id }: ItemPlace,
): readonly SupportingDocument[] {
  return filled?.[part]?.[id]?.documents ?? [];
}

function shownOf(
  { code, document }: { readonly code: string; readonly document: SupportingDocument },
  key: (typeof documentColumns)[number]["key"],
): SheetCell["value"] {
  if (key === "code") return code;
  const said = document[key];
  return key === "issuedOn" && said !== undefined ? dayValue(said) : said;
}

function requiredWords(places: readonly FigureRow[]): string {
  const required = places.flatMap(({ leaf }) => (leaf?.node.documents ?? []).map(({ id, title }) => `${leaf?.code}: ${id} (${title.vi})`));
  const first = "Mỗi tài liệu một dòng; một tài liệu chứng minh nhiều tiêu chí thì ghi nhiều dòng.";
  return required.length === 0 ? first : `${first} Tài liệu yêu cầu: ${required.join("; ")}.`;
}

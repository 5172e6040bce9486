import type * as Docx from "docx";
import { fixedTimes } from "./fixedTimes";
import type { Block, Line, LineLook, Paper, Table, TableCell, TableRow } from "./paper";

/** The typeface and page of Vietnamese administrative documents. */
const family = "Times New Roman";
const pageInMillimetres = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

/** A Word file (.docx) of a paper: the same bytes for the same content. `docx` is loaded only here. */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const docx = await import("docx");
  const { width, height, top, bottom, left, right } = pageInMillimetres;
  const { convertMillimetersToTwip: mm } = docx;
  const page = {
    size: { width: mm(width), height: mm(height) },
    margin: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right), header: mm(10), footer: mm(8) },
  };
  const footer = () => new docx.Footer({ children: [paragraphOf(docx, { text: paper.footer, look: "small" })] });
  const file = new docx.Document({
    title: paper.title,
    creator: "par-index",
    lastModifiedBy: "par-index",
    styles: { default: { document: { run: { font: family, size: halfPoints(13) } } } },
    sections: [
      {
        // Official documents bear no page number on the first page.
        properties: { page, titlePage: true },
        headers: { default: new docx.Header({ children: [pageNumber(docx)] }), first: new docx.Header({ children: [] }) },
        footers: { default: footer(), first: footer() },
        children: paper.blocks.map((block) => blockOf(docx, block)),
      },
    ],
  });
  const properties = { path: "docProps/core.xml", data: coreProperties(paper.title) };
  return fixedTimes(await docx.Packer.pack(file, "uint8array", undefined, [properties]));
}

/** What docx writes of a document's origin, but for the hour at which it was written. */
function coreProperties(title: string): string {
  const day = '<dcterms:X xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:X>';
  const names = {
    cp: "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    dc: "http://purl.org/dc/elements/1.1/",
    dcterms: "http://purl.org/dc/terms/",
    xsi: "http://www.w3.org/2001/XMLSchema-instance",
  };
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${Object.entries(names)
      .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
      .join(" ")}>`,
    `<dc:title>${escaped(title)}</dc:title><dc:creator>par-index</dc:creator>`,
    day.replaceAll("X", "created"),
    day.replaceAll("X", "modified"),
    "</cp:coreProperties>",
  ].join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function pageNumber(docx: typeof Docx): Docx.Paragraph {
  return new docx.Paragraph({ alignment: "center", children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT] })] });
}

function blockOf(docx: typeof Docx, block: Block): Docx.Paragraph | Docx.Table {
  return "rows" in block ? tableOf(docx, block) : paragraphOf(docx, block, { spacing: { before: 60, after: 60 } });
}

function halfPoints(points: number): number {
  return points * 2;
}

const runs: Readonly<Record<LineLook, Docx.IRunOptions>> = {
  body: {},
  bold: { bold: true },
  title: { bold: true, size: halfPoints(14) },
  centred: {},
  centredBold: { bold: true },
  italic: { italics: true },
  centredItalic: { italics: true },
  notice: { bold: true, color: "9C0006" },
  underlined: { bold: true, underline: {} },
  small: { size: halfPoints(8) },
  cell: { size: halfPoints(12) },
  cellBold: { size: halfPoints(12), bold: true },
  remark: { size: halfPoints(11) },
};
const centred: ReadonlySet<LineLook> = new Set(["title", "centred", "centredBold", "centredItalic", "underlined"]);

function paragraphOf(docx: typeof Docx, { text, look = "body", dots }: Line, around: Docx.IParagraphOptions = {}): Docx.Paragraph {
  const { width, left, right } = pageInMillimetres;
  const end = docx.convertMillimetersToTwip(width - left - right);
  const children = dots === true ? [text === "" ? "" : `${text} `, new docx.Tab()] : [text];
  return new docx.Paragraph({
    ...around,
    ...(dots === true ? { tabStops: [{ type: "right", position: end, leader: "dot" }] } : {}),
    ...(centred.has(look) ? { alignment: "center" } : {}),
    children: [new docx.TextRun({ ...runs[look], children })],
  });
}

function tableOf(docx: typeof Docx, { widths, heading, rows, bare = false }: Table): Docx.Table {
  const columns = widths.map((width) => docx.convertMillimetersToTwip(width));
  const row = ({ cells, bold = false }: TableRow, tableHeader = false) =>
    new docx.TableRow({
      cantSplit: true,
      tableHeader,
      children: cells.map(({ lines, align = "left" }, column) => {
        const plain: LineLook = bare ? "body" : bold ? "cellBold" : "cell";
        return new docx.TableCell({
          width: { size: columns[column] ?? 0, type: "dxa" },
          verticalAlign: bare ? "top" : "center",
          ...(bare ? {} : { margins: { top: 30, bottom: 30, left: 60, right: 60 } }),
          // A cell holds at least one paragraph.
          children: (lines.length === 0 ? [{ text: "" }] : lines).map((line) =>
            paragraphOf(docx, { look: plain, ...line }, { alignment: align }),
          ),
        });
      }),
    });
  return new docx.Table({
    columnWidths: columns,
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: "dxa" },
    layout: "fixed",
    ...(bare ? { borders: docx.TableBorders.NONE } : {}),
    rows: [
      ...(heading === undefined
        ? []
        : [row({ bold: true, cells: heading.map((text): TableCell => ({ align: "center", lines: [{ text }] })) }, true)]),
      ...rows.map((one) => row(one)),
    ],
  });
}

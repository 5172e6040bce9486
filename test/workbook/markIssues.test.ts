import fc from "fast-check";
import { type Cell, openXlsx, parseCellRef, readXlsx, type Sheet } from "hucre/xlsx";
import { formatIssue, type Issue, issue, type Language } from "par-index";
import { markIssues, safeParseFormWorkbook } from "par-index/workbook";
import { expect, test } from "vitest";
import { zipParts } from "./minutes/zipParts";
import { criteria, edited, form, readBack, sheetOf, write } from "./spoiledForm";

async function issuesOf(bytes: Uint8Array): Promise<readonly Issue[]> {
  const read = await safeParseFormWorkbook(criteria, bytes);
  return read.ok ? read.warnings : read.issues;
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  return (await openXlsx(bytes, { readStyles: true })).sheets;
}

async function marked(bytes: Uint8Array, language: Language = "vi"): Promise<Uint8Array> {
  return markIssues(bytes, await issuesOf(bytes), language);
}

function cellAt(sheets: readonly Sheet[], sheet: string, name: string): Cell | undefined {
  const { row, col } = parseCellRef(name);
  return sheetOf(sheets, sheet).cells?.get(`${row},${col}`);
}

/** All that a sheet holds but the marks: comments, and shades of cells to fill in. */
function unmarked({ cells, rows, ...sheet }: Sheet) {
  return {
    ...sheet,
    cells: [...(cells ?? [])].map(([place, { comment: _, style, ...cell }]) => {
      const { fill: __, ...looks } = style ?? {};
      return [place, cell, looks];
    }),
  };
}

/** A count below zero, a choice that is none, and a document of no criterion. */
function spoilt(): Promise<Uint8Array> {
  return edited((sheets) => {
    write(sheetOf(sheets), "F18", { value: -5 });
    write(sheetOf(sheets), "F11", { value: "Ban hành" });
    write(sheetOf(sheets, "Tài liệu"), "C6", { value: "13/KH-UBND" });
  });
}

test.each(["vi", "en"] as const)("each issue stands in a comment on its cell, in %s", async (language) => {
  const bytes = await spoilt();
  const sheets = await sheetsOf(await marked(bytes, language));
  for (const [sheet, cell] of [
    ["Phiếu", "F18"],
    ["Phiếu", "F11"],
    ["Tài liệu", "B6"],
  ] as const) {
    const found = (await issuesOf(bytes)).find(({ location }) => location.sheet === sheet && location.cell === cell) as Issue;
    expect(cellAt(sheets, sheet, cell)?.comment?.text).toBe(`par-index:\n${formatIssue({ ...found, location: {} }, language)}`);
  }
  expect(sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]).filter(({ comment }) => comment !== undefined).length).toBe(3);
});

test("cells with issues are shaded, others are not", async () => {
  const [before, after] = [await sheetsOf(await spoilt()), await sheetsOf(await marked(await spoilt()))];
  for (const name of ["F18", "F11"])
    expect(cellAt(after, "Phiếu", name)?.style?.fill).not.toEqual(cellAt(before, "Phiếu", name)?.style?.fill);
  expect(cellAt(after, "Phiếu", "F19")?.style?.fill).toEqual(cellAt(before, "Phiếu", "F19")?.style?.fill);
});

test("all issues are listed on a sheet at the front, also those that have no cell", async () => {
  const gone = await edited((sheets) => sheets.splice(sheets.indexOf(sheetOf(sheets, "Tài liệu")), 1));
  const [list] = (await readXlsx(await marked(gone))).sheets;
  expect(list?.name).toBe("Cần sửa");
  expect(list?.rows).toEqual([
    ["STT", "Trang", "Ô", "Tiêu chí", "Nội dung cần sửa"],
    [1, "", "", "", "cột “Tài liệu” của phiếu không còn. Lấy lại phiếu gốc và chép số liệu sang."],
  ]);
});

test("nothing that stands in the form is lost: cells, formulas, lists, locks, widths, what is printed", async () => {
  const bytes = await spoilt();
  const [, ...sheets] = await sheetsOf(await marked(bytes));
  expect(sheets.map(unmarked)).toEqual((await sheetsOf(bytes)).map(unmarked));
});

test("what is printed is named with quotes, as Excel wants it where a sheet's name has a blank", async () => {
  const namesIn = (bytes: Uint8Array) => zipParts(bytes).flatMap(({ text }) => text.match(/<definedName .*?<\/definedName>/g) ?? []);
  const bytes = await spoilt();
  expect(namesIn(await marked(bytes))).toEqual([
    `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Phiếu'!$9:$9</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="2">'Tài liệu'!$4:$4</definedName>`,
  ]);
});

test("a form reads after it was marked as it read before, whatever was entered", async () => {
  const cells = fc.constantFrom("F11", "F12", "F14", "F18", "F19", "F20", "F22", "F24", "J11", "K18", "F25", "L12");
  const values = fc.oneof(
    fc.constantFrom("x", "95 %", "1.250", "=1+1", "<script>", "2/1/2021", null),
    fc.double({ noNaN: true, min: -10, max: 2000 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cells, values), { maxLength: 4 }), async (entered) => {
      const bytes = await edited((sheets) => {
        for (const [cell, value] of entered) write(sheetOf(sheets), cell, { value });
      });
      expect(await readBack(await marked(bytes))).toEqual(await readBack(bytes));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("marking twice marks once", async () => {
  const once = await marked(await spoilt());
  expect(await sheetsOf(await marked(once))).toEqual(await sheetsOf(once));
});

test("a form that was mended loses its marks", async () => {
  const mended = await edited(
    (sheets) => {
      write(sheetOf(sheets), "F18", { value: 955 });
      write(sheetOf(sheets), "F11", { value: "Ban hành đúng hạn" });
      write(sheetOf(sheets, "Tài liệu"), "C6", { value: null });
    },
    await marked(await spoilt()),
  );
  expect((await sheetsOf(await marked(mended))).map(unmarked)).toEqual((await sheetsOf(await form())).map(unmarked));
  expect(cellAt(await sheetsOf(await marked(mended)), "Phiếu", "F18")).toEqual(cellAt(await sheetsOf(await form()), "Phiếu", "F18"));
});

test("comments that people wrote stay, above the marks and after them", async () => {
  const theirs = { author: "Người lập phiếu", text: "Chờ số liệu của bộ phận một cửa" };
  const bytes = await edited((sheets) => {
    for (const cell of ["F18", "F22"]) write(sheetOf(sheets), cell, { value: -5, comment: theirs });
  });
  const sheets = await sheetsOf(await marked(await marked(bytes)));
  expect(cellAt(sheets, "Phiếu", "F18")?.comment).toEqual({
    ...theirs,
    text: `${theirs.text}\npar-index:\n-5 nhỏ hơn 0. Số liệu này không thể âm; kiểm tra lại.`,
  });
  const cleared = await sheetsOf(await markIssues(await marked(bytes), [], "vi"));
  expect(cellAt(cleared, "Phiếu", "F18")?.comment).toEqual(theirs);
});

test("a cell that the form does not have gets its mark", async () => {
  const found = issue("strayCell", { received: "7" }, { sheet: "Phiếu", cell: "Z40" });
  const sheets = await sheetsOf(await markIssues(await form(), [found], "vi"));
  expect(cellAt(sheets, "Phiếu", "Z40")?.comment?.text).toContain("ghi ngoài các ô của phiếu");
});

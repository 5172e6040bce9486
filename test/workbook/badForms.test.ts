import { writeXlsx } from "hucre/xlsx";
import { parseCriteria } from "par-index";
import { loadCriteria } from "par-index/node";
import { formWorkbook } from "par-index/workbook";
import { describe, expect, test } from "vitest";
import { workbookLimits } from "../../src/workbook/readSheets";
import everyCell from "./everyCell.criteria.json";
import { arrange, edited, filled, form, type Order, readBack, sheetOf, unit, write } from "./spoiledForm";
import { rezipped, zipOf } from "./zipOf";

/** Everything that was entered, and nothing told. */
const followed = { told: [], items: filled.items };
const refused = (...told: readonly string[]) => ({ told, items: undefined });

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Rows and columns by their places from 0: row 17 is that of cell F18, column 5 is F. */
const without =
  (...gone: readonly number[]) =>
  (order: Order) =>
    order.filter((_, at) => !gone.includes(at));
const moved = (from: number, to: number) => (order: Order) => {
  const rest = without(from)(order);
  return [...rest.slice(0, to), order[from], ...rest.slice(to)];
};
const inserted = (at: number) => (order: Order) => [...order.slice(0, at), undefined, ...order.slice(at)];
const copied = (from: number, to: number) => (order: Order) => [...order.slice(0, to), order[from], ...order.slice(to)];

test("as it was filled in", async () => {
  expect(await readBack(await form())).toEqual(followed);
});

describe("rows", () => {
  test("one moved", async () => {
    expect(await readBack(await edited((sheets) => arrange(sheetOf(sheets), { rows: moved(17, 10) })))).toEqual(followed);
  });

  test("all in the opposite order", async () => {
    const upsideDown = (order: Order) => [...order.slice(0, 9), ...order.slice(9, 24).reverse(), ...order.slice(24)];
    expect(await readBack(await edited((sheets) => arrange(sheetOf(sheets), { rows: upsideDown })))).toEqual(followed);
  });

  test("an empty one inserted, in the table and above its headings", async () => {
    expect(await readBack(await edited((sheets) => arrange(sheetOf(sheets), { rows: inserted(14) })))).toEqual(followed);
    expect(await readBack(await edited((sheets) => arrange(sheetOf(sheets), { rows: inserted(8) })))).toEqual(followed);
  });

  test("one inserted with a figure in it", async () => {
    const spoilt = await edited((sheets) => {
      arrange(sheetOf(sheets), { rows: inserted(14) });
      write(sheetOf(sheets), "F15", { value: 7 });
    });
    expect(await readBack(spoilt)).toEqual(refused("strayCell Phiếu!F15"));
  });

  test("one deleted", async () => {
    const spoilt = await edited((sheets) => arrange(sheetOf(sheets), { rows: without(18) }));
    expect(await readBack(spoilt)).toEqual(refused("formRowMissing Phiếu", "missingKey Phiếu!F18"));
  });

  test("all of a criterion deleted", async () => {
    const spoilt = await edited((sheets) => arrange(sheetOf(sheets), { rows: without(17, 18) }));
    expect(await readBack(spoilt)).toEqual(refused("formRowMissing Phiếu", "formRowMissing Phiếu"));
  });

  test("one copied", async () => {
    const spoilt = await edited((sheets) => arrange(sheetOf(sheets), { rows: copied(17, 19) }));
    expect(await readBack(spoilt)).toEqual(refused("formRowTwice Phiếu!A20"));
  });

  test("one with another title, another number, another label", async () => {
    const spoilt = (cell: string, value: string) => edited((sheets) => write(sheetOf(sheets), cell, { value }));
    expect(await readBack(await spoilt("C18", "Hồ sơ quá hạn"))).toEqual(refused("formRowChanged Phiếu!C18"));
    expect(await readBack(await spoilt("B18", "2.7"))).toEqual(refused("formRowChanged Phiếu!B18"));
    expect(await readBack(await spoilt("E19", "Hồ sơ quá hạn"))).toEqual(refused("formRowChanged Phiếu!E19"));
  });

  test("two that were sorted without their hidden names", async () => {
    const spoilt = await edited((sheets) => {
      const sheet = sheetOf(sheets);
      const [one, other] = [[...(sheet.rows[17] ?? [])], [...(sheet.rows[18] ?? [])]];
      for (const [column, letter] of ["E", "F"].entries()) {
        write(sheet, `${letter}18`, { value: other[column + 4] ?? null });
        write(sheet, `${letter}19`, { value: one[column + 4] ?? null });
      }
    });
    expect(await readBack(spoilt)).toEqual(refused("formRowChanged Phiếu!E18", "formRowChanged Phiếu!E19", "doneAboveDue Phiếu!F18"));
  });

  test("one whose hidden name was written over", async () => {
    const spoilt = await edited((sheets) => write(sheetOf(sheets), "A24", { value: "items/9.9/points" }));
    expect(await readBack(spoilt)).toEqual(refused("formRowMissing Phiếu", "formRowUnknown Phiếu!F24"));
  });

  test("one that is hidden, with a figure in it", async () => {
    const spoilt = await edited((sheets) => sheetOf(sheets).rowDefs?.set(17, { hidden: true }));
    expect(await readBack(spoilt)).toEqual({ told: ["~cellHidden Phiếu!F18"], items: filled.items });
  });
});

describe("columns", () => {
  test("one moved", async () => {
    expect(await readBack(await edited((sheets) => arrange(sheetOf(sheets), { columns: moved(5, 2) })))).toEqual(followed);
  });

  test("an empty one inserted", async () => {
    expect(await readBack(await edited((sheets) => arrange(sheetOf(sheets), { columns: inserted(5) })))).toEqual(followed);
  });

  test("that of the figures deleted", async () => {
    const spoilt = await edited((sheets) => arrange(sheetOf(sheets), { columns: without(5) }));
    expect(await readBack(spoilt)).toEqual(refused("formColumnMissing Phiếu"));
  });

  test("that of the figures copied", async () => {
    const spoilt = await edited((sheets) => arrange(sheetOf(sheets), { columns: copied(5, 6) }));
    expect(await readBack(spoilt)).toEqual(refused("formColumnTwice Phiếu!G8"));
  });

  test("two exchanged without their hidden names", async () => {
    const spoilt = await edited((sheets) => {
      write(sheetOf(sheets), "F9", { value: "Ghi chú" });
      write(sheetOf(sheets), "K9", { value: "Số liệu kê khai" });
    });
    expect(await readBack(spoilt)).toEqual(refused("formRowChanged Phiếu!F9", "formRowChanged Phiếu!K9"));
  });

  test("the hidden one deleted", async () => {
    expect(await readBack(await edited((sheets) => arrange(sheetOf(sheets), { columns: without(0) })))).toEqual(refused("notAForm"));
  });

  test("that of the figures hidden", async () => {
    const spoilt = await edited((sheets) => Object.assign(sheetOf(sheets).columns?.[5] ?? {}, { hidden: true }));
    const { told, items } = await readBack(spoilt);
    expect(items).toEqual(filled.items);
    expect(new Set(told.map((one) => one.split(" ")[0]))).toEqual(new Set(["~cellHidden"]));
  });
});

describe("figures out of their place", () => {
  test.each([
    ["on the row of an area", "F10", ["strayCell Phiếu!F10"]],
    ["on the row of the total", "F25", ["strayCell Phiếu!F25"]],
    ["beside the table", "L18", ["~strayCell Phiếu!L18"]],
    ["a reason on the second row of a criterion", "J19", ["strayCell Phiếu!J19"]],
  ])("%s", async (_, cell, told) => {
    const { told: found } = await readBack(await edited((sheets) => write(sheetOf(sheets), cell, { value: 7 })));
    expect(found).toEqual(told);
  });

  test("names where people sign", async () => {
    const signed = await edited((sheets) => {
      write(sheetOf(sheets), "G27", { value: "Xã A, ngày 5 tháng 1 năm 2022" });
      write(sheetOf(sheets), "B32", { value: "Chữ ký" });
    });
    expect(await readBack(signed)).toEqual(followed);
  });
});

describe("sheets", () => {
  test("the hidden one gone", async () => {
    const spoilt = await edited((sheets) => sheets.splice(sheets.indexOf(sheetOf(sheets, "par-index")), 1));
    expect(await readBack(spoilt)).toEqual(refused("notAForm"));
  });

  test("renamed and in another order", async () => {
    const followedTo = await edited((sheets) => {
      sheetOf(sheets).name = "Bieu 1";
      sheets.reverse();
    });
    expect(await readBack(followedTo)).toEqual(followed);
  });

  test("the list of documents gone", async () => {
    const spoilt = await edited((sheets) => sheets.splice(sheets.indexOf(sheetOf(sheets, "Tài liệu")), 1));
    expect(await readBack(spoilt)).toEqual(refused("formColumnMissing"));
  });

  test("copied, and the copy filled in", async () => {
    const spoilt = await edited((sheets) => sheets.splice(1, 0, { ...sheetOf(sheets), name: "Phiếu (2)" }));
    expect(await readBack(spoilt)).toEqual(refused("formSheetTwice Phiếu (2)"));
  });

  test("another one added", async () => {
    expect(await readBack(await edited((sheets) => sheets.push({ name: "Tính toán", rows: [["Nháp", 5]] })))).toEqual(followed);
  });
});

describe("the list of documents", () => {
  const spoilt = (cell: string, value: string | Date) =>
    edited((sheets) => write(sheetOf(sheets, "Tài liệu"), cell, { value }, value instanceof Date ? "mm/yyyy" : undefined));

  test.each([
    ["a document of no criterion", "C6", "13/KH-UBND", ["documentUnnamed Tài liệu!B6"]],
    ["a criterion that there is not", "B6", "7.7", ["notPicked Tài liệu!B6"]],
    ["something beside the list", "L5", "xem thêm", ["~strayCell Tài liệu!L5"]],
    ["a number that became a day", "C5", day("2021-02-01"), ["cellIsDay Tài liệu!C5"]],
    ["a day in American order", "D5", "1/15/2021", ["notADate Tài liệu!D5"]],
  ])("%s", async (_, cell, value, told) => {
    expect((await readBack(await spoilt(cell, value))).told).toEqual(told);
  });

  test("a column deleted", async () => {
    const gone = await edited((sheets) => arrange(sheetOf(sheets, "Tài liệu"), { columns: without(3) }));
    expect(await readBack(gone)).toEqual(refused("formColumnMissing Tài liệu"));
  });
});

describe("a form of something else", () => {
  test("of another edition", async () => {
    const other = await formWorkbook(loadCriteria("example/tiny"), { unit, period: "2021" });
    expect(await readBack(other)).toEqual(refused("otherCriteria"));
  });

  test("of another revision", async () => {
    const other = await form(parseCriteria({ ...everyCell, revision: 2 }));
    expect(await readBack(other)).toEqual(refused("otherCriteria"));
  });

  test("of another text under the same name", async () => {
    const other = await form(parseCriteria({ ...everyCell, title: { ...everyCell.title, vi: "Bộ tiêu chí đã sửa" } }));
    expect(await readBack(other)).toEqual(refused("formOfOtherText"));
  });

  test("of another period", async () => {
    expect(await readBack(await edited((sheets) => write(sheetOf(sheets), "G7", { value: 2019 })))).toEqual(
      refused("periodNotListed Phiếu!G7"),
    );
  });
});

describe("a cell", () => {
  test.each([
    ["a count in text, with blanks around it", "F18", " 950 \u00a0", undefined, { done: 950, due: 1000 }],
    ["a count of zero", "F18", 0, undefined, { done: 0, due: 1000 }],
    ["a percentage that a spreadsheet keeps as 0.95", "F20", 0.95, "0%", { percent: "95" }],
    ["a percentage as a number", "F20", 95.25, undefined, { percent: "95.25" }],
    ["a percentage in text, with a comma and the sign", "F20", "95,25 %", undefined, { percent: "95.25" }],
    ["a percentage beside a sign in quotes", "F20", 95.25, '0.00"%"', { percent: "95.25" }],
    ["a sum that is 0.30000000000000004", "F22", 0.1 + 0.2, undefined, { actual: "0.3", plan: "1001" }],
    ["three decimals, which are no thousands", "F22", 1.234, undefined, { actual: "1.2340", plan: "1001" }],
    ["millions that are shown as such", "F22", 5_000_000, "#,##0,,", { actual: "5", plan: "1001" }],
    ["an amount in text, with a comma", "F22", "750,5", undefined, { actual: "750.5", plan: "1001" }],
    ["an amount with words in its format", "F22", 750.5, '#,##0.0 "đồng"', { actual: "750.5", plan: "1001" }],
    ["a day as text in Vietnamese order", "F14", "5/12/2021", undefined, { dueOn: "2021-12-05", doneOn: "2021-12-20" }],
    ["a day as text, year first", "F14", "2021-12-05", undefined, { dueOn: "2021-12-05", doneOn: "2021-12-20" }],
    ["a day as its serial number", "F14", 44_535, "General", { dueOn: "2021-12-05", doneOn: "2021-12-20" }],
    ["a day in a format of its own", "F14", day("2021-12-05"), "dd-mmm-yy", { dueOn: "2021-12-05", doneOn: "2021-12-20" }],
    ["an x for yes", "F13", "x", undefined, { budget: true, report: true }],
    ["a tick for yes", "F13", "✓", undefined, { budget: true, report: true }],
    ["TRUE for yes", "F13", true, undefined, { budget: true, report: true }],
    ["a word in small letters, with blanks", "F13", " không ", undefined, { budget: true, report: false }],
    ["a choice whose marks are written apart (NFD)", "F11", "Không ban hành".normalize("NFD"), undefined, { option: "none" }],
    ["a choice with blanks around it", "F11", "  Không  ban hành ", undefined, { option: "none" }],
    ["points with a comma", "F24", "0,75", undefined, { points: "0.75" }],
  ] as const)("%s is read right", async (_, cell, value, numFmt, item) => {
    const { told, items } = await readBack(await edited((sheets) => write(sheetOf(sheets), cell, { value }, numFmt)));
    expect(told).toEqual([]);
    expect(Object.values(items ?? {})).toContainEqual(expect.objectContaining(item));
  });

  test.each([
    ["a count that is a day", "F18", day("2021-02-01"), "d/m", "cellIsDay"],
    ["a count that is a percentage", "F18", 0.95, "0%", "cellIsPercent"],
    ["a count with decimals", "F18", 95.5, undefined, "notWhole"],
    ["a count in words", "F18", "chín trăm", undefined, "notWhole"],
    ["a count with a dash for nothing", "F18", "-", undefined, "notWhole"],
    ["a count that is a time", "F18", 0.354166666666667, "h:mm", "notWhole"],
    ["a count below zero", "F18", -5, undefined, "negative"],
    ["a count that is yes", "F18", true, undefined, "notWhole"],
    ["a percentage that is a ratio", "F20", 0.955, undefined, "percentLooksLikeRatio"],
    ["a percentage above 100", "F20", 1.2, "0%", "percentAbove100"],
    ["an amount with a point for thousands, as text", "F22", "1.250", undefined, "ambiguousSeparator"],
    ["a day in American order", "F14", "12/25/2021", undefined, "notADate"],
    ["a day that does not exist", "F14", "30/2/2021", undefined, "notADate"],
    ["a day that is a time", "F14", 0.354166666666667, "h:mm", "notADate"],
    ["a day with its time", "F14", 44_535.5, "General", "notADate"],
    ["a day past the end of time", "F14", 9e9, "dd/mm/yyyy", "cellError"],
    ["a yes that is 1", "F13", 1, undefined, "notPicked"],
    ["a choice that is not in the list", "F11", "Ban hành", undefined, "notPicked"],
    ["points above the maximum", "F24", 1.5, undefined, "pointsAboveMax"],
  ] as const)("%s is told", async (_, cell, value, numFmt, code) => {
    const spoilt = await edited((sheets) => write(sheetOf(sheets), cell, { value }, numFmt));
    expect(await readBack(spoilt)).toEqual(refused(`${code} Phiếu!${cell}`));
  });

  test("one that is blank is missing, and so the other of its criterion is told", async () => {
    const spoilt = await edited((sheets) => write(sheetOf(sheets), "F19", { value: null }));
    expect(await readBack(spoilt)).toEqual(refused("missingKey Phiếu!F19"));
  });

  test("all of a criterion that are blank are missing, which nobody is told", async () => {
    const { told, items } = await readBack(
      await edited((sheets) => {
        for (const cell of ["F18", "F19"]) write(sheetOf(sheets), cell, { value: null });
      }),
    );
    expect(told).toEqual([]);
    expect(Object.keys(items ?? {})).not.toContain("2.1");
  });

  test("an error", async () => {
    const spoilt = await edited((sheets) => write(sheetOf(sheets), "F18", { value: "#DIV/0!", type: "error" }));
    expect(await readBack(spoilt)).toEqual(refused("cellError Phiếu!F18"));
  });

  test("a formula with its result", async () => {
    const summed = await edited((sheets) => write(sheetOf(sheets), "F18", { value: 950, formula: "900+50", formulaResult: 950 }));
    expect(await readBack(summed)).toMatchObject({ told: [], items: { "2.1": { done: 950, due: 1000 } } });
  });

  test("a formula without a result", async () => {
    const spoilt = await edited((sheets) => write(sheetOf(sheets), "F18", { value: null, formula: "900+50" }));
    expect(await readBack(spoilt)).toEqual(refused("cellNoResult Phiếu!F18"));
  });

  test("a formula that shows nothing", async () => {
    const spoilt = await edited((sheets) => write(sheetOf(sheets), "F18", { value: "", formula: '""', formulaResult: "" }));
    expect(await readBack(spoilt)).toEqual(refused("missingKey Phiếu!F18"));
  });

  test("a formula that takes its value from another file", async () => {
    const linked = await edited((sheets) => write(sheetOf(sheets), "F18", { value: 950, formula: "[1]Sheet1!$B$2", formulaResult: 950 }));
    expect(await readBack(linked)).toMatchObject({ told: ["~cellLinked Phiếu!F18"], items: { "2.1": { done: 950 } } });
  });

  test("two that were merged", async () => {
    const merge = { startRow: 17, startCol: 5, endRow: 18, endCol: 5 };
    const merged = await edited((sheets) => {
      sheetOf(sheets).merges?.push(merge);
      write(sheetOf(sheets), "F19", { value: null });
    });
    expect(await readBack(merged)).toEqual(refused("cellInBlock Phiếu!F19"));
    // Some programs keep what a merged cell held; nobody sees it.
    const keptBelow = await edited((sheets) => sheetOf(sheets).merges?.push(merge));
    expect(await readBack(keptBelow)).toEqual(refused("cellInBlock Phiếu!F19"));
  });
});

describe("a file", () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  test("of tables as text, renamed", async () => {
    expect(await readBack(bytesOf("Mã;Số liệu\n1.1;95\n"))).toEqual(refused("workbookUnreadable"));
  });

  test("of the old format, or under a password", async () => {
    expect(await readBack(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]))).toEqual(
      refused("workbookUnreadable"),
    );
  });

  test("that is empty, or a zip of something else", async () => {
    expect(await readBack(new Uint8Array())).toEqual(refused("workbookUnreadable"));
    expect(await readBack(zipOf({ "word/document.xml": "<w:document/>" }))).toEqual(refused("workbookUnreadable"));
  });

  test("that was cut off", async () => {
    const whole = await form();
    expect(await readBack(whole.slice(0, whole.length / 2))).toEqual(refused("workbookUnreadable"));
  });

  test("of a table of one's own", async () => {
    expect(
      await readBack(
        await writeXlsx({
          sheets: [
            {
              name: "Biểu",
              rows: [
                ["Mã", "Số liệu"],
                ["1.1", 95],
              ],
            },
          ],
        }),
      ),
    ).toEqual(refused("notAForm"));
  });

  test("with macros, which are not run", async () => {
    const withMacros = rezipped(
      await form(),
      (text, name) => (name === "[Content_Types].xml" ? text.replace("sheet.main+xml", "sheet.macroEnabled.main+xml") : text),
      {
        "xl/vbaProject.bin": "macros",
      },
    );
    expect(await readBack(withMacros)).toEqual(followed);
  });

  test("with too many rows, also where they are blank", async () => {
    const row = (at: number) => `<row r="${at}"><c r="A${at}"><v>1</v></c></row>`;
    const withRows = async (...rows: readonly number[]) =>
      rezipped(await form(), (text, name) =>
        name === "xl/worksheets/sheet1.xml" ? text.replace("</sheetData>", `${rows.map(row).join("")}</sheetData>`) : text,
      );
    const many = Array.from({ length: workbookLimits.rows + 1 }, (_, at) => at + 100);
    expect(await readBack(await withRows(...many))).toEqual(refused("workbookTooLarge"));
    expect(await readBack(await withRows(1_048_576))).toEqual(refused("workbookTooLarge"));
  });

  test("with too many columns", async () => {
    const spoilt = await edited((sheets) => write(sheetOf(sheets), "XFD18", { value: 1 }));
    expect(await readBack(spoilt)).toEqual(refused("workbookTooLarge"));
  });

  test("that is larger than any form", async () => {
    expect(await readBack(new Uint8Array(workbookLimits.bytes + 1))).toEqual(refused("workbookTooLarge"));
  });

  test("a zip bomb, whether it says how large it is or not", async () => {
    const saying = async (size: number) => {
      const bytes = Buffer.from(await form());
      const directory = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
      bytes.writeUInt32LE(size, directory + 24);
      return new Uint8Array(bytes);
    };
    expect(await readBack(await saying(4_000_000_000))).toEqual(refused("workbookTooLarge"));
    expect(await readBack(await saying(0))).toEqual(refused("workbookTooLarge"));
    expect(await readBack(await saying(10))).toEqual(refused("workbookUnreadable"));
  });
});

import { openXlsx, type Sheet } from "hucre/xlsx";
import { markIssues, safeParseFormWorkbook } from "par-index/workbook";
import { beforeAll, describe, expect, test } from "vitest";
import { hasLibreOffice, savedAgain } from "./hints/libreOffice";
import { arrange, criteria, edited, readBack, sheetOf, write } from "./spoiledForm";

/** What is entered, as LibreOffice would save it in formats of its own. */
const spoilt: Readonly<Record<string, (sheet: Sheet) => void>> = {
  "nothing else": () => {},
  "a percentage by its format": (sheet) => write(sheet, "F20", { value: 0.955 }, "0.0%"),
  "a percent sign in quotes": (sheet) => write(sheet, "F20", { value: 95.5 }, '0.0"%"'),
  millions: (sheet) => write(sheet, "F22", { value: 750_750_000 }, "#,##0.00,,"),
  "a sum with noise": (sheet) => write(sheet, "F22", { value: null, formula: "0.1+0.2" }),
  "text for a number": (sheet) => write(sheet, "F18", { value: " 955 " }),
  "a day for a count": (sheet) => write(sheet, "F18", { value: new Date("2021-02-01T00:00:00Z") }, "d/m"),
  "an error": (sheet) => write(sheet, "F18", { value: null, formula: "1/0" }),
  "merged cells": (sheet) => sheet.merges?.push({ startRow: 17, startCol: 5, endRow: 18, endCol: 5 }),
  "a hidden row": (sheet) => sheet.rowDefs?.set(17, { hidden: true }),
  "rows and columns that were moved": (sheet) =>
    arrange(sheet, {
      rows: (order) => [...order.slice(0, 17), order[18], order[17], ...order.slice(19)],
      columns: (order) => [...order.slice(0, 5), order[6], order[5], ...order.slice(7)],
    }),
  "a figure below zero": (sheet) => write(sheet, "F18", { value: -5 }),
};

/** The forms that are read otherwise before LibreOffice worked their formulas out. */
const workedOut = { "a sum with noise": "0.3", "an error": ["cellError Phiếu!F18"] } as const;

describe.skipIf(!hasLibreOffice)("a form that LibreOffice saved", () => {
  const names = Object.keys(spoilt);
  const before = new Map<string, Uint8Array>();
  const after = new Map<string, Uint8Array>();
  let marked: Uint8Array | undefined;

  beforeAll(async () => {
    for (const [name, spoil] of Object.entries(spoilt)) before.set(name, await edited((sheets) => spoil(sheetOf(sheets))));
    marked = await markedOf(before.get("a figure below zero") as Uint8Array);
    const saved = savedAgain([...before.values(), marked]);
    for (const [index, name] of names.entries()) after.set(name, saved[index] as Uint8Array);
    marked = saved[names.length];
  }, 120_000);

  test.each(names.filter((name) => !(name in workedOut)))("with %s is read, or told, as before", async (name) => {
    expect(await readBack(after.get(name) as Uint8Array)).toEqual(await readBack(before.get(name) as Uint8Array));
  });

  test("has the results of its formulas", async () => {
    const summed = await readBack(after.get("a sum with noise") as Uint8Array);
    expect([summed.told, summed.items?.["2.3"]]).toEqual([[], { actual: workedOut["a sum with noise"], plan: "1001" }]);
    expect(await readBack(after.get("an error") as Uint8Array)).toEqual({ told: workedOut["an error"], items: undefined });
  });

  test("with marks keeps them, and they are taken away again", async () => {
    expect(await commentsIn(marked as Uint8Array)).toEqual(["par-index:\n-5 nhỏ hơn 0. Số liệu này không thể âm; kiểm tra lại."]);
    expect(await commentsIn(await markedOf(marked as Uint8Array))).toEqual(await commentsIn(marked as Uint8Array));
    expect(await commentsIn(await markIssues(marked as Uint8Array, [], "vi"))).toEqual([]);
    expect(await readBack(await markIssues(marked as Uint8Array, [], "vi"))).toEqual(
      await readBack(before.get("a figure below zero") as Uint8Array),
    );
  });
});

async function markedOf(bytes: Uint8Array): Promise<Uint8Array> {
  const read = await safeParseFormWorkbook(criteria, bytes);
  return markIssues(bytes, read.ok ? read.warnings : read.issues, "vi");
}

async function commentsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const { sheets } = await openXlsx(bytes);
  return sheets.flatMap(({ cells }) =>
    [...(cells?.values() ?? [])].flatMap(({ comment }) => (comment === undefined ? [] : [comment.text])),
  );
}

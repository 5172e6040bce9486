import fc from "fast-check";
import { markIssues, safeParseFormWorkbook } from "par-index/workbook";
import { expect, test } from "vitest";
import { criteria, edited, filled, form, readBack, sheetOf, toldOf, write } from "./spoiledForm";
import { rezipped } from "./zipOf";

type Sort = "option" | "yesNo" | "date" | "number" | "percent" | "ratio";

/** The cells of the form, each with what it reports: the code, the key, and of which sort its figure is. */
const cells: readonly (readonly [cell: string, code: string, key: string, sort: Sort])[] = [
  ["F11", "1.1", "option", "option"],
  ["F12", "1.2", "budget", "yesNo"],
  ["F13", "1.2", "report", "yesNo"],
  ["F14", "1.3", "dueOn", "date"],
  ["F15", "1.3", "doneOn", "date"],
  ["F16", "1.3", "notDone", "yesNo"],
  ["F18", "2.1", "done", "number"],
  ["F19", "2.1", "due", "number"],
  ["F20", "2.2", "percent", "percent"],
  ["F21", "2.2", "ratio", "ratio"],
  ["F22", "2.3", "actual", "number"],
  ["F23", "2.3", "plan", "number"],
  ["F24", "2.4", "points", "number"],
];

/** What is entered into a cell, and what it then shows, by the sort of the figure that it may be read as. */
interface Entry {
  readonly value: string | number | boolean | Date | null;
  readonly numFmt?: string;
  readonly shows: Partial<Record<Sort, string | boolean>>;
}

/** A number of a few digits, by its whole part and its decimals, of which the last is no zero. */
const decimals = fc
  .tuple(fc.oneof(fc.nat(100), fc.nat(3000)), fc.constantFrom("", "5", "25", "125", "0625"))
  .map(([whole, part]) => (part === "" ? String(whole) : `${whole}.${part}`));

/** Moves the point of a decimal two places to the left. */
function hundredth(decimal: string): string {
  const [whole = "", part = ""] = decimal.split(".");
  const padded = whole.padStart(3, "0");
  return trimmed(`${padded.slice(0, -2)}.${padded.slice(-2)}${part}`);
}

function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

const everyNumber = (text: string) => ({ number: text, percent: text, ratio: text });
const pad = (number: number) => String(number).padStart(2, "0");

const days = fc.tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));

const entries: fc.Arbitrary<Entry> = fc.oneof(
  fc.tuple(decimals, fc.constantFrom("General", "#,##0", '0.0"%"', "0.00 ", '#,##0 "đồng"')).map(([text, numFmt]) => ({
    value: Number(text),
    numFmt,
    shows: everyNumber(text),
  })),
  fc.tuple(decimals, fc.constantFrom("0%", "0.00%")).map(([text, numFmt]) => ({
    value: Number(hundredth(text)),
    numFmt,
    shows: { percent: text, ratio: hundredth(text) },
  })),
  fc.tuple(decimals, fc.constantFrom("#,##0,", "0.0,,")).map(([text, numFmt]) => ({
    value: Number(text) * (numFmt.endsWith(",,") ? 1_000_000 : 1000),
    numFmt,
    shows: everyNumber(text),
  })),
  fc.tuple(decimals, fc.constantFrom("", " ", "\u00a0")).map(([text, blank]) => ({
    value: `${blank}${text.replace(".", ",")}${blank}`,
    shows: everyNumber(text),
  })),
  decimals.map((text) => ({ value: `${text.replace(".", ",")} %`, shows: { percent: text } })),
  days.map(([year, month, day]) => ({
    value: new Date(Date.UTC(year, month - 1, day)),
    numFmt: "dd/mm/yyyy",
    shows: { date: `${year}-${pad(month)}-${pad(day)}` },
  })),
  days.map(([year, month, day]) => ({ value: `${day}/${month}/${year}`, shows: { date: `${year}-${pad(month)}-${pad(day)}` } })),
  fc.constantFrom<Entry>(
    { value: true, shows: { yesNo: true } },
    { value: "x", shows: { yesNo: true } },
    { value: "Không", shows: { yesNo: false } },
    { value: "Không ban hành".normalize("NFD"), shows: { option: "none" } },
    { value: "khoảng 95", shows: {} },
    { value: "1/2", shows: { ratio: "1/2" } },
    { value: "=1+1", shows: {} },
    { value: 0.3541666, numFmt: "h:mm", shows: {} },
    { value: null, shows: {} },
  ),
);

/** An entry, mostly in a cell that may hold such. */
const entered = fc.tuple(entries, fc.nat(), fc.integer({ min: 0, max: 3 })).map(([entry, at, chance]) => {
  const fitting = cells.filter(([, , , sort]) => sort in entry.shows);
  const among = fitting.length === 0 || chance === 0 ? cells : fitting;
  return [among[at % among.length] as (typeof cells)[number], entry] as const;
});

test("a cell is read as what it shows, or told; and no other is read otherwise for it", async () => {
  const whole = await form();
  const seen = { read: 0, told: 0 };
  await fc.assert(
    fc.asyncProperty(entered, async ([[cell, code, key, sort], { value, numFmt, shows }]) => {
      const { told, items } = await readBack(await edited((sheets) => write(sheetOf(sheets), cell, { value }, numFmt), whole));
      if (items === undefined) {
        const own = cells.filter(([, other]) => other === code).map(([name]) => `Phiếu!${name}`);
        expect(own).toContain(told[0]?.split(" ")[1]);
        seen.told += 1;
        return;
      }
      const { [code]: item, ...others } = items;
      const { [code]: before, ...othersBefore } = filled.items;
      expect(others).toEqual(othersBefore);
      const { [key]: figure, ...rest } = (item ?? {}) as Readonly<Record<string, unknown>>;
      const { [key]: _, ...restBefore } = (before ?? {}) as Readonly<Record<string, unknown>>;
      expect(rest).toEqual(restBefore);
      const shown = value === null ? undefined : shows[sort];
      expect(typeof figure === "boolean" || figure === undefined ? figure : trimmed(String(figure))).toBe(shown);
      seen.read += 1;
    }),
    { numRuns: 400 },
  );
  expect(Math.min(seen.read, seen.told)).toBeGreaterThan(80);
}, 120_000);

test("whatever becomes of a file's bytes, it is read as it was, or told", async () => {
  const whole = await form();
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
  const spoilt = fc.oneof(
    fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, by] of changes) bytes[at] = ((bytes[at] ?? 0) + by) % 256;
      return bytes;
    }),
    fc.nat(whole.length).map((length) => whole.slice(0, length)),
    fc.uint8Array({ maxLength: 400 }),
  );
  await fc.assert(
    fc.asyncProperty(spoilt, async (bytes) => {
      const { told, items } = await readBack(bytes);
      if (items === undefined) expect(told.length).toBeGreaterThan(0);
      else expect(items).toEqual(filled.items);
    }),
    { numRuns: 400 },
  );
}, 120_000);

test("whatever becomes of its parts as text, a form is read or told, and can be marked", async () => {
  const whole = rezipped(await form(), (text) => text);
  const edits = fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    part: fc.constantFrom(
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
      "xl/sharedStrings.xml",
      "xl/styles.xml",
      "xl/workbook.xml",
    ),
    written: fc.oneof(
      fc.constantFrom("", '"', "<", ">", "</row>", 's="999"', 't="s"', "<v>-1</v>", 'r="XFE1"', "&#0;", "1e309"),
      fc.string({ maxLength: 4 }),
    ),
    cut: fc.nat(8),
  });
  await fc.assert(
    fc.asyncProperty(edits, async ({ at, part, written, cut }) => {
      const bytes = rezipped(whole, (text, name) => {
        const place = Math.floor(at * text.length);
        return name === part ? `${text.slice(0, place)}${written}${text.slice(place + cut)}` : text;
      });
      const read = await safeParseFormWorkbook(criteria, bytes);
      const told = (read.ok ? read.warnings : read.issues).map(toldOf);
      if (!read.ok) expect(told.length).toBeGreaterThan(0);
      if (!told.some((one) => one.startsWith("workbook"))) await markIssues(bytes, read.ok ? read.warnings : read.issues, "vi");
    }),
    { numRuns: 400 },
  );
}, 120_000);

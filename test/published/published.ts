import { readdirSync, readFileSync } from "node:fs";
import type { Issue } from "../../src/issue/issue";
import type { PublishedRow, PublishedTable } from "../../src/report/publishedTable";

/** A table copied from a publication, with the addresses it was read at. */
interface Fixture {
  readonly what: string;
  readonly note?: string;
  readonly sources: readonly string[];
}

/** What was published of all units together in one year; its rows are in the excerpts. */
interface NationalFixture extends Omit<PublishedTable, "extent" | "rows"> {
  readonly year: string;
  readonly level: "province" | "ministry";
  readonly sources: readonly string[];
}

/** The one table of a fixture. */
export function published(name: string): PublishedTable {
  return (fixture(name) as Fixture & { readonly table: PublishedTable }).table;
}

/** All tables of a fixture: one, or several. */
export function publishedTables(name: string): readonly PublishedTable[] {
  const { table, tables } = fixture(name) as Fixture & { readonly table?: PublishedTable; readonly tables?: readonly PublishedTable[] };
  return tables ?? (table === undefined ? [] : [table]);
}

/** A row that was found by itself, with the address it was read at. */
interface FoundRow extends PublishedRow {
  readonly level: NationalFixture["level"];
  readonly year: string;
  readonly source: string;
}

function foundRows(): readonly FoundRow[] {
  const files = { province: "provinces.csv", ministry: "ministries.csv" };
  return (["province", "ministry"] as const).flatMap((level) =>
    readCsv(textOf(files[level])).map(([year = "", unit = "", value, rank, , , source = ""]) => ({
      level,
      year,
      unit,
      value,
      rank,
      source,
    })),
  );
}

/** One excerpt a year: the rows found, with what was published of all units together. */
export function excerpts(): readonly { readonly title: string; readonly table: PublishedTable }[] {
  const { national } = fixture("national") as { readonly national: readonly NationalFixture[] };
  const rows = foundRows();
  const titles = new Set(rows.map(({ level, year }) => `${level} ${year}`));
  return [...titles].map((title) => {
    const whole = national.find(({ level, year }) => title === `${level} ${year}`);
    const { mean, counts, groups } = whole ?? {};
    return {
      title,
      table: { extent: "excerpt", mean, counts, groups, rows: rows.filter(({ level, year }) => title === `${level} ${year}`) },
    };
  });
}

/** Names of all fixtures. */
export function fixtureNames(): readonly string[] {
  return readdirSync(new URL("tables/", import.meta.url))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(".json", ""))
    .sort();
}

/** The addresses of everything that was copied: those of a fixture, and that of each row found by itself. */
export function addresses(): readonly string[] {
  const names = fixtureNames().filter((name) => name !== "national");
  const { national } = fixture("national") as { readonly national: readonly NationalFixture[] };
  const ofFixtures = [...names.map((name) => fixture(name) as Fixture), ...national].map(({ sources }) => sources.join(" "));
  return [...ofFixtures, ...foundRows().map(({ source }) => source)];
}

export function rowOf(table: PublishedTable, unit: string): PublishedRow {
  const row = table.rows.find((candidate) => candidate.unit === unit);
  if (row === undefined) throw new Error(`no row of ${unit}`);
  return row;
}

/** Issues in short: `totalDiffers Hòa Bình`, `meanDiffers`; a warning with a question mark. */
export function inShort(issues: readonly Issue[]): string[] {
  return issues.map(({ code, severity, location }) =>
    [`${code}${severity === "warning" ? "?" : ""}`, location.unit].filter((part) => part !== undefined).join(" "),
  );
}

function fixture(name: string): unknown {
  return JSON.parse(textOf(`${name}.json`));
}

function textOf(file: string): string {
  return readFileSync(new URL(`tables/${file}`, import.meta.url), "utf8");
}

/** Lines of cells, without the header; a cell with a comma stands in double quotes. */
function readCsv(text: string): string[][] {
  const [, ...lines] = text.trimEnd().split("\n");
  return lines.map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""));
}

import type { Location } from "../issue/issue";
import { roundWords } from "../issue/roundWords";
import { plainName } from "./plainName";
import { type ReportColumnKey, recordPrefixes } from "./reportColumns";

const listKeys = ["items", "facts", "events"] as const;
export type ListKey = (typeof listKeys)[number];

export type Path = readonly (string | number)[];
export type Place = Pick<Location, "line" | "column">;

/** A report as rows tell it piece by piece, and where each piece stands. */
export interface ToldReport {
  readonly heading: Map<ReportColumnKey, string>;
  readonly values: Map<string, unknown>;
  readonly records: Readonly<Record<ListKey, Map<string, ToldRecord>>>;
  readonly places: Map<string, Place>;
}

export interface ToldRecord {
  readonly values: Map<string, unknown>;
  /** By the numbers that the rows give them. */
  documents?: Map<number, Map<string, unknown>>;
}

/** A report of which nothing is told yet. */
export function newReport(): ToldReport {
  return {
    heading: new Map(),
    values: new Map(),
    records: { items: new Map(), facts: new Map(), events: new Map() },
    places: new Map(),
  };
}

/** A blank document, or one of which a figure is blank, is there only when a row says nothing else than that it is. */
export function readDocument(record: ToldRecord, number: string | undefined, key: string | undefined, value: string): void {
  if (key !== undefined && value === "") return;
  const documents = record.documents ?? new Map<number, Map<string, unknown>>();
  record.documents = documents;
  if (number === undefined) return;
  const document = documents.get(Number(number)) ?? new Map<string, unknown>();
  documents.set(Number(number), document);
  if (key !== undefined) document.set(key, value);
}

/** The report as `parseReports` reads it. */
export function reportOf({ heading, values, records }: ToldReport): object {
  const given = (key: ReportColumnKey) => heading.get(key) ?? "";
  const optional = (key: string, value: unknown) => (value === undefined || value === "" ? {} : { [key]: value });
  const [vi, en] = [values.get("notRated") || undefined, values.get("notRated.en") || undefined];
  const notRated = vi === undefined && en === undefined ? undefined : { vi, ...optional("en", en) };
  const lists = listKeys.filter((key) => key === "items" || records[key].size > 0);
  return {
    ...optional("criteria", criteriaNamed(values.get("criteria"))),
    unit: { id: given("unit"), name: given("unitName"), ...optional("group", given("group")), ...optional("notRated", notRated) },
    period: given("period"),
    round: roundOf(given("round")),
    ...optional("appraiser", given("appraiser")),
    ...optional("sentOn", given("sentOn")),
    ...Object.fromEntries(
      lists.map((key) => [key, Object.fromEntries([...records[key]].map(([id, record]) => [id, recordValue(record)]))]),
    ),
  };
}

function recordValue({ values, documents }: ToldRecord): object {
  const listed = documents === undefined ? {} : { documents: inNumber(documents).map(([, document]) => Object.fromEntries(document)) };
  return { ...Object.fromEntries(values), ...listed };
}

function inNumber(documents: ReadonlyMap<number, ReadonlyMap<string, unknown>>) {
  return [...documents].sort(([a], [b]) => a - b);
}

/** The keys by which a table names what stands at a path: documents by the numbers of its rows. */
export function writtenPath({ records }: ToldReport, path: Path): Path {
  const [list, id, key, index, ...rest] = path;
  if (key !== "documents" || typeof index !== "number" || (list !== "items" && list !== "facts" && list !== "events")) return path;
  const number = inNumber(records[list].get(String(id))?.documents ?? new Map())[index]?.[0];
  return number === undefined ? path : [list, id ?? "", key, number, ...rest];
}

/** A path as a key of a map. */
export function pathKey(path: Path): string {
  return JSON.stringify(path.map(String));
}

/** Which list a code is of, and its name there. */
export function recordOf(code: string): readonly [ListKey, string] {
  for (const [list, prefix] of Object.entries(recordPrefixes)) {
    if (code.startsWith(prefix)) return [list as ListKey, code.slice(prefix.length)];
  }
  return ["items", code];
}

/** `example/tiny@1`; what is not written like that is left for its reader to refuse. */
function criteriaNamed(written: unknown): unknown {
  if (typeof written !== "string" || written === "") return undefined;
  const [, id, revision] = /^(.*)@(\d{1,15})$/.exec(written) ?? [];
  return id === undefined || revision === undefined ? written : { id, revision: Number(revision) };
}

/** A round by its id, or as it is called. */
export function roundOf(written: string): string {
  const known = Object.entries(roundWords).find(([, { vi, en }]) => [vi, en].some((words) => plainName(words) === plainName(written)));
  return known?.[0] ?? written;
}

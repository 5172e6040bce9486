import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { guarded } from "../csv/formulaGuard";
import { writeCsv } from "../csv/writeCsv";
import type { Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import type { Field } from "../rules/ruleKind";
import type { Evidence } from "./evidence";
import type { EvidenceForm } from "./evidenceForm";
import { type ReportColumnKey, recordPrefixes, reportColumns } from "./reportColumns";

/**
 * Reports as a table (bảng số liệu CSV), one row for each thing said, which `parseReportsCsv` reads back without loss; blank forms,
 * too. Written for the Excel of a language: headings, `;` and a decimal comma in Vietnamese, `,` and a point in English. Text that
 * a spreadsheet would take for a formula is led by an apostrophe.
 *
 * **Exactness:** every digit is written as it was reported.
 *
 * @example
 * ```ts
 * import { evidenceForm, reportsToCsv } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const form = evidenceForm(tiny, { id: "xa-a", name: "Xã A", group: "commune" }, "2021");
 * reportsToCsv(tiny, [form], { language: "en" }).split("\r\n")[3]; // => "\"xa-a\",\"Xã A\",\"commune\",\"2021\",\"selfAssessed\",\"\",\"\",\"1.2\",\"Dossiers settled on time\",\"done\",\"Dossiers settled on time\",\"\""
 * ```
 */
export function reportsToCsv(
  criteria: CriteriaSet,
  reports: readonly (Evidence | EvidenceForm)[],
  { language = "vi" }: { readonly language?: Language | undefined } = {},
): string {
  const headings = reportColumns.map(({ heading }) => heading[language]);
  const rows = reports.flatMap((report) =>
    reportRows(criteria, report, language).map((said) => reportColumns.map(({ key }) => guarded(said[key] ?? ""))),
  );
  return writeCsv([headings, ...rows], language === "vi" ? ";" : ",");
}

type Row = Readonly<Partial<Record<ReportColumnKey, string>>>;

/** What a report says, a row for each thing, by the keys of `reportColumns`; decimals as a language writes them. */
export function reportRows(criteria: CriteriaSet, report: Evidence | EvidenceForm, language: Language): readonly Row[] {
  const { unit, period, round, items, facts = {}, events = {} } = report;
  const { appraiser = "", sentOn = "" } = "appraiser" in report || "sentOn" in report ? report : {};
  const heading = { unit: unit.id, unitName: unit.name, group: unit.group, period, round, appraiser, sentOn };
  const { vi, en } = unit.notRated ?? {};
  const ofReport = Object.entries({ criteria: `${report.criteria.id}@${report.criteria.revision}`, notRated: vi, "notRated.en": en });
  const { nodes } = treeOf(criteria, unit.group);
  const leaf = (code: string) => {
    const node = nodes.get(code);
    return node === undefined ? {} : { title: wordsIn(node.title, language), fields: node.children === undefined ? node.fields : [] };
  };
  const fact = (id: string) => {
    const bound = criteria.facts.get(id);
    return bound === undefined ? {} : { title: wordsIn(bound.fact.title, language), fields: bound.fields };
  };
  const event = (id: string) => {
    const title = criteria.file.grading?.events?.find((known) => known.id === id)?.title;
    return title === undefined ? {} : { title: wordsIn(title, language) };
  };
  return [
    ...ofReport.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }])),
    ...inOrder<object>(items, [...nodes.keys()]).flatMap(([code, item]) => recordRows(code, item, leaf(code), language)),
    ...Object.entries(facts).flatMap(([id, said]) => recordRows(`${recordPrefixes.facts}${id}`, said, fact(id), language)),
    ...Object.entries(events).flatMap(([id, said]) => recordRows(`${recordPrefixes.events}${id}`, said, event(id), language)),
  ].map((said) => ({ ...heading, ...said }));
}

/** Entries in the order of a tree, which an object does not keep: it puts the code 2 before 1.1. */
function inOrder<T>(entries: Readonly<Record<string, T>>, codes: readonly string[]): readonly (readonly [string, T])[] {
  const places = new Map(codes.map((code, place) => [code, place]));
  const placeOf = ([code]: readonly [string, T]) => places.get(code) ?? codes.length;
  return Object.entries(entries).sort((a, b) => placeOf(a) - placeOf(b));
}

interface Known {
  readonly title?: string;
  readonly fields?: readonly Field[];
}

function recordRows(code: string, record: object, { title = "", fields = [] }: Known, language: Language): readonly Row[] {
  return flatten(record).map(({ key, value }) => {
    const field = fields.find((one) => one.key === key);
    const isDecimal = key === "givenPoints" || (field !== undefined && decimalTypes.includes(field.type));
    const label = field === undefined ? "" : wordsIn(field.label, language);
    return { code, title, key, label, value: isDecimal && language === "vi" ? value.replace(".", ",") : value };
  });
}

const decimalTypes: readonly Field["type"][] = ["amount", "points", "percent", "ratio"];

/** Every value inside a record with the keys that lead to it; what is left blank, or holds nothing, with a blank value. */
function flatten(value: unknown, path: readonly string[] = []): readonly { readonly key: string; readonly value: string }[] {
  const key = path.join(".");
  if (value === null || value === undefined) return [{ key, value: "" }];
  if (typeof value !== "object") return [{ key, value: String(value) }];
  const inside = Array.isArray(value) ? value.map((one, index) => [String(index + 1), one] as const) : definedEntries(value);
  return inside.length === 0 ? [{ key, value: "" }] : inside.flatMap(([name, below]) => flatten(below, [...path, name]));
}

/** A key that is `undefined` is not there; one that is `null` is left blank. */
function definedEntries(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, below]) => below !== undefined);
}

import { fold } from "../criteria/tree";
import type { Bilingual, Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { type Issue, totalCode } from "../issue/issue";
import { compareYears, type RemovedCriterion, type ScoredYear, type YearChange, type YearsCompared } from "../report/compareYears";
import { formatRefusal } from "../report/formatYears";
import { whenLine } from "../report/groupTitle";
import { signedNumber, yearWords } from "../report/yearWords";
import { type CommonOptions, criteriaOf, scoreOf, scoresOf, type UnitOptions, UsageError } from "./context";
import { type Column, describeSet, noNumber, type Output, type Row, titleLines } from "./output";

export interface YearsOptions extends CommonOptions, UnitOptions {
  /** The edition of the earlier year, then its reports; those of the later year unless given. */
  readonly before?: readonly string[];
  readonly periodBefore?: string;
  readonly roundBefore?: string;
  readonly readingBefore?: readonly string[];
}

/** `par-index years EDITION REPORTS… --before EDITION REPORTS…`: what changed for one unit from one year to another. */
export async function yearsCommand(edition: string, files: readonly string[], options: YearsOptions): Promise<Output> {
  const after = await yearOf(edition, files, options);
  const before = await earlierYear(edition, files, options, after);
  const compared = compareYears(before, after);
  const status = `${compared.before.criteria.status} → ${compared.after.criteria.status}`;
  return {
    command: "years",
    warnings: [...before.warnings, ...after.warnings],
    before: [
      { vi: `${compared.unit.name} · so sánh hai năm`, en: `${compared.unit.name} · two years compared` },
      { vi: "Năm trước:", en: "The earlier year:" },
      ...titleLines(before.criteria),
      whenLine(before.criteria, compared.before.period, compared.before.round),
      { vi: "Năm sau:", en: "The later year:" },
      ...titleLines(after.criteria),
      whenLine(after.criteria, compared.after.period, compared.after.round),
    ],
    sections: [
      {
        columns: [...columns, ...(options.format === "csv" ? [statusColumn] : [])],
        rows: rowsOf(compared, options).map((row) => ({ ...row, status })),
      },
    ],
    data: {
      ...compared,
      before: { ...compared.before, criteria: describeSet(before.criteria) },
      after: { ...compared.after, criteria: describeSet(after.criteria) },
    },
  };
}

interface Year extends ScoredYear {
  readonly warnings: readonly Issue[];
}

/** A year's set and the one score of it that the options choose. */
async function yearOf(edition: string, files: readonly string[], options: CommonOptions & UnitOptions, chosenBy?: string): Promise<Year> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, warnings: more } = await scoresOf(criteria, files, options);
  return { criteria, score: scoreOf(scores, options, chosenBy), warnings: [...warnings, ...more] };
}

/** The earlier year of the same unit: of another edition and other reports with `--before`, else of the same ones. */
async function earlierYear(
  edition: string,
  files: readonly string[],
  options: YearsOptions,
  { score: { unit, period, round } }: Year,
): Promise<Year> {
  const { before, lang, format } = options;
  const [earlier = edition, ...reports] = before ?? [edition, ...files];
  if (reports.length === 0) throw new UsageError(withoutReports);
  const reading = options.readingBefore ?? (before === undefined ? options.reading : undefined);
  const which = { unit: unit.id, period: options.periodBefore, round: options.roundBefore ?? options.round };
  const year = await yearOf(earlier, reports, { lang, format, reading, ...which }, "--period-before, --round-before");
  if (before === undefined && year.score.period === period && year.score.round === round) throw new UsageError(sameYear);
  return year;
}

const withoutReports: Bilingual = {
  vi: "--before cần bộ tiêu chí của năm trước, rồi ít nhất một tệp báo cáo.",
  en: "--before needs the edition of the earlier year, then at least one file of reports.",
};
const sameYear: Bilingual = {
  vi: "Năm trước và năm sau là một. Chọn năm trước bằng --period-before, hoặc nêu bộ tiêu chí và báo cáo của năm trước bằng --before.",
  en: "Both years are the same. Choose the earlier one with --period-before, or name its edition and reports with --before.",
};

const columns: readonly Column[] = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "from", heading: { vi: "Mã cũ", en: "Old code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" } },
  { key: "before", heading: { vi: "Điểm trước", en: "Points before" }, number: true },
  { key: "after", heading: { vi: "Điểm sau", en: "Points after" }, number: true },
  { key: "change", heading: { vi: "Tăng, giảm", en: "Difference" }, number: true },
  { key: "remark", heading: { vi: "Lý do không so sánh", en: "Why not compared" }, wide: true },
];
const statusColumn: Column = { key: "status", heading: { vi: "Tình trạng", en: "Status" } };

/** Every criterion of the later set, indented by level in a table, then what is no longer there. */
function rowsOf({ root, removed }: YearsCompared, options: CommonOptions): Row[] {
  const rows = fold<YearChange, readonly (Row & { readonly title: string })[]>(root, (change, children) => {
    const indent = options.format === "table" && change.code !== totalCode ? "· " : "";
    return [changeRow(change, options), ...children.flat().map((row) => ({ ...row, title: `${indent}${row.title}` }))];
  });
  return [...rows, ...removed.map((one) => removedRow(one, options.lang))];
}

function changeRow({ code, from, title, before, after, published, refused }: YearChange, { lang, format }: CommonOptions) {
  const inTable = format === "table";
  const total = code === totalCode;
  const added = refused.some(({ reason }) => reason === "added");
  return {
    code: total && inTable ? "" : code,
    // A table tells an earlier code only where it was another; a spreadsheet needs it in every row.
    from: from ?? (inTable || added ? "" : code),
    title: total ? yearWords[lang].total : wordsIn(title, lang),
    before: before ?? noNumber,
    after: after ?? noNumber,
    change: published === null ? noNumber : inTable ? signedNumber(published, lang) : published,
    remark: refused.map((refusal) => formatRefusal(refusal, lang)).join("; "),
  };
}

function removedRow({ code, title, before }: RemovedCriterion, lang: Language): Row {
  const remark = { vi: "năm sau không còn", en: "not there in the later year" }[lang];
  return { code: "", from: code, title: wordsIn(title, lang), before: before ?? noNumber, after: noNumber, change: noNumber, remark };
}

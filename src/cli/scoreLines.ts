import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { repeatedUnits } from "../evidence/readReport";
import type { Issue } from "../issue/issue";
import { type Result, result } from "../issue/result";
import { readReportLines } from "../node/readReportLines";
import type { Score } from "../score/score";
import { type CohortPart, cohortParts, mergeCohorts, scorePart } from "../score/scorePart";
import { type CommonOptions, chosenScores, criteriaOf, orThrow, scoreOf, scoresOf, type UnitOptions, UsageError } from "./context";
import { headLine } from "./output";
import { type RegisterOptions, registerOf } from "./register";

type Options = Omit<CommonOptions, "format"> & UnitOptions & RegisterOptions;

/**
 * `par-index score EDITION REPORTS… --format jsonl`: a line that says what the set is, then a line for each score. Where every
 * file has one report a line, and a unit has one report, the files are read twice, and never more than a few reports are held:
 * first to find what is wrong and what cohorts come to, then to score. Nothing is printed before all reports are known to be right.
 */
export async function* scoreLines(edition: string, files: readonly string[], options: Options): AsyncGenerator<string> {
  const { criteria, warnings } = criteriaOf(edition, { ...options, format: "json" });
  const isStreamed = files.every(isLines) && criteria.file.policies.rounds === undefined && options.units === undefined;
  const found = isStreamed ? scoresInTurn(criteria, files, options) : await scoresAtOnce(criteria, files, options);
  yield headLine({ command: "score", criteria, warnings: [...warnings, ...found.warnings] });
  for (const score of found.scores) yield `${JSON.stringify(score)}\n`;
}

interface FoundScores {
  readonly scores: Iterable<Score>;
  readonly warnings: readonly Issue[];
}

async function scoresAtOnce(criteria: CriteriaSet, files: readonly string[], options: Options): Promise<FoundScores> {
  const { scores: all, reports, warnings } = await scoresOf(criteria, files, options);
  const { warnings: ofUnits } = registerOf(criteria, reports, options);
  const scores = chosenScores(all, options);
  if (scores.length === 0) scoreOf(all, options);
  return { scores, warnings: [...warnings, ...ofUnits] };
}

function scoresInTurn(criteria: CriteriaSet, files: readonly string[], options: Options): FoundScores {
  const { headings, cohorts, issues } = firstReading(criteria, files);
  const { warnings } = orThrow(result([...issues, ...repeatedUnits(headings.map((report) => ({ report })))], () => undefined));
  if (!headings.some((heading) => isChosen(heading, options))) throw noSuchReport;
  return { scores: secondReading(criteria, files, cohorts, options), warnings };
}

type Heading = Pick<Evidence, "unit" | "period" | "round">;

/** What is wrong in any line; of each report only whose it is; and what the cohorts of all come to. */
function firstReading(criteria: CriteriaSet, files: readonly string[]) {
  const issues: Issue[] = [];
  const headings: Heading[] = [];
  let cohorts: readonly CohortPart[] = [];
  for (const read of inStretches(readAll(criteria, files))) {
    const reports = read.flatMap((line) => (line.ok ? [line.value] : []));
    issues.push(...read.flatMap((line) => (line.ok ? line.warnings : line.issues)));
    headings.push(...reports.map(({ unit, period, round }) => ({ unit, period, round })));
    cohorts = mergeCohorts(criteria, [cohorts, cohortParts(criteria, distinct(reports))]);
  }
  return { headings, cohorts, issues };
}

/** The last report of each unit: that one has two is told at the end, with all else that is wrong. */
function distinct(reports: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(reports.map((report) => [JSON.stringify([report.unit.id, report.period, report.round]), report])).values()];
}

function* secondReading(
  criteria: CriteriaSet,
  files: readonly string[],
  cohorts: readonly CohortPart[],
  options: Options,
): Generator<Score> {
  for (const read of readAll(criteria, files)) {
    if (read.ok && isChosen(read.value, options)) yield* scorePart(criteria, [read.value], cohorts);
  }
}

function* readAll(criteria: CriteriaSet, files: readonly string[]): Generator<Result<Evidence>> {
  for (const file of files) yield* readReportLines(criteria, file);
}

/** So many reports are held at once. */
const stretch = 1000;

function* inStretches<T>(items: Iterable<T>): Generator<readonly T[]> {
  let together: T[] = [];
  for (const item of items) {
    together.push(item);
    if (together.length < stretch) continue;
    yield together;
    together = [];
  }
  if (together.length > 0) yield together;
}

function isLines(file: string): boolean {
  return /\.jsonl$/i.test(file);
}

function isChosen({ unit: { id, name }, period, round }: Heading, wanted: UnitOptions): boolean {
  const { unit = id } = wanted;
  return (unit === id || unit === name) && (wanted.period ?? period) === period && (wanted.round ?? round) === round;
}

const noSuchReport = new UsageError({ vi: "Không có báo cáo như vậy trong các tệp.", en: "The files hold no such report." });

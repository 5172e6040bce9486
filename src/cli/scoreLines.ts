import type { CriteriaSet } from "../criteria/criteriaSet";
import { repeatedUnits } from "../evidence/readReport";
import type { Issue } from "../issue/issue";
import { result } from "../issue/result";
import { readLines } from "../node/readLines";
import { type CohortPart, mergeCohorts } from "../score/scorePart";
import { type CommonOptions, chosenScores, criteriaOf, orThrow, scoreOf, scoresOf, type UnitOptions, UsageError } from "./context";
import { alone, type Crew, workers } from "./crew";
import { headLine } from "./output";
import { type RegisterOptions, registerOf } from "./register";
import { type Heading, isChosen, type Stretch } from "./stretch";

type Options = Omit<CommonOptions, "format"> & UnitOptions & RegisterOptions & { readonly workers?: string };

/**
 * `par-index score EDITION REPORTS… --format jsonl`: a line that says what the set is, then a line for each score. Where every
 * file has one report a line, and a unit has one report, the files are read twice, and never more than some hundred reports are
 * held: first to find what is wrong and what cohorts come to, then to score, in as many threads as are asked for. Nothing is
 * printed before all reports are known to be right.
 */
export async function* scoreLines(edition: string, files: readonly string[], options: Options): AsyncGenerator<string> {
  const { criteria, warnings } = criteriaOf(edition, { ...options, format: "json" });
  const count = workersOf(options);
  const isStreamed = files.every(isLines) && criteria.file.policies.rounds === undefined && options.units === undefined;
  if (!isStreamed) {
    const found = await scoresAtOnce(criteria, files, options);
    yield headLine({ command: "score", criteria, warnings: [...warnings, ...found.warnings] });
    yield* found.lines;
    return;
  }
  const task = { edition, options: { ...options, format: "json" as const } };
  const crew = count === 1 ? alone(criteria, options) : workers(count, task);
  try {
    const found = await firstReading(criteria, files, crew);
    const ofUnits = repeatedUnits(found.headings.map((report) => ({ report })));
    const { warnings: ofLines } = orThrow(result([...found.issues, ...ofUnits], () => undefined));
    if (!found.headings.some((heading) => isChosen(heading, options))) throw noSuchReport;
    yield headLine({ command: "score", criteria, warnings: [...warnings, ...ofLines] });
    crew.know(found.cohorts);
    for await (const lines of inTurn(stretches(files), (stretch) => crew.score(stretch), crew.ahead)) yield* lines;
  } finally {
    await crew.close();
  }
}

async function scoresAtOnce(criteria: CriteriaSet, files: readonly string[], options: Options) {
  const { scores: all, reports, warnings } = await scoresOf(criteria, files, options);
  const { warnings: ofUnits } = registerOf(criteria, reports, options);
  const scores = chosenScores(all, options);
  if (scores.length === 0) scoreOf(all, options);
  return { lines: scores.map((score) => `${JSON.stringify(score)}\n`), warnings: [...warnings, ...ofUnits] };
}

/** What is wrong in any line; of each report only whose it is; and what the cohorts of all come to. */
async function firstReading(criteria: CriteriaSet, files: readonly string[], crew: Crew) {
  const issues: Issue[] = [];
  const headings: Heading[] = [];
  let cohorts: readonly CohortPart[] = [];
  for await (const read of inTurn(stretches(files), (stretch) => crew.read(stretch), crew.ahead)) {
    issues.push(...read.issues);
    headings.push(...read.headings);
    cohorts = mergeCohorts(criteria, [cohorts, read.cohorts]);
  }
  return { headings, cohorts, issues };
}

/** The answers to all items in their order, so many of them asked for ahead. */
async function* inTurn<Item, Answer>(items: Iterable<Item>, ask: (item: Item) => Promise<Answer>, ahead: number): AsyncGenerator<Answer> {
  const asked: Promise<Answer>[] = [];
  for (const item of items) {
    const answer = ask(item);
    // Whoever waits for it is told; until then nobody is.
    answer.catch(() => undefined);
    asked.push(answer);
    if (asked.length >= ahead) yield await (asked.shift() as Promise<Answer>);
  }
  for (const answer of asked) yield await answer;
}

/** So many lines are held at once, by each who works on them. */
const stretchLength = 100;

function* stretches(files: readonly string[]): Generator<Stretch> {
  for (const file of files) {
    let together: Stretch[number][] = [];
    let line = 0;
    for (const bytes of readLines(file)) {
      line += 1;
      together.push({ file, line, bytes });
      if (together.length < stretchLength) continue;
      yield together;
      together = [];
    }
    if (together.length > 0) yield together;
  }
}

function isLines(file: string): boolean {
  return /\.jsonl$/i.test(file);
}

function workersOf({ workers: written = "1" }: Options): number {
  if (/^[1-9]\d?$/.test(written)) return Number(written);
  throw new UsageError({
    vi: `--workers cần một số nguyên từ 1 đến 99, không phải “${written}”.`,
    en: `--workers needs a whole number from 1 to 99, not "${written}".`,
  });
}

const noSuchReport = new UsageError({ vi: "Không có báo cáo như vậy trong các tệp.", en: "The files hold no such report." });

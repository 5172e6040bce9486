import { type CheapestPath, safeCheapestPath } from "../analysis/cheapestPath";
import { type Cost, safeParseCosts } from "../analysis/costs";
import type { Goal } from "../analysis/goal";
import { wordsIn } from "../issue/fields";
import type { Result } from "../issue/result";
import { inFile } from "../node/inFile";
import { readTextFile } from "../node/readTextFile";
import { whenLine } from "../report/groupTitle";
import { type CommonOptions, criteriaOf, orThrow, scoreOf, scoresOf, type UnitOptions, UsageError } from "./context";
import { type Column, type Output, type Row, titleLines } from "./output";

export interface PathOptions extends CommonOptions, UnitOptions {
  readonly costs: string;
  readonly total?: string;
  readonly grade?: string;
  readonly rank?: string;
}

/** `par-index path EDITION REPORTS… --unit ID --costs FILE --rank 3`: the cheapest way to a total, a grade or a rank. */
export async function pathCommand(edition: string, files: readonly string[], options: PathOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, reports, warnings: more } = await scoresOf(criteria, files, options);
  const { unit, period, round } = scoreOf(scores, options);
  const goal = goalOf(options);
  const costs = orThrow(inFile(options.costs, readCosts(options.costs))).value;
  const path = orThrow(await safeCheapestPath(criteria, reports, { unit: unit.id, period, round }, costs, goal)).value;
  return {
    command: "path",
    criteria,
    warnings: [...warnings, ...more],
    before: [...titleLines(criteria), whenLine(criteria, period, round), path.sentence],
    sections: path.moves.length === 0 ? [] : [{ columns: moveColumns, rows: path.moves.map((move) => moveRow(move, options)) }],
    data: path,
  };
}

const moveColumns: readonly Column[] = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" } },
  { key: "sentence", heading: { vi: "Việc cần làm", en: "What to do" }, wide: true },
  { key: "difference", heading: { vi: "Thêm điểm", en: "Points gained" }, number: true },
  { key: "cost", heading: { vi: "Chi phí", en: "Cost" }, number: true },
];

function moveRow({ code, title, difference, cost, sentence }: CheapestPath["moves"][number], { lang }: PathOptions): Row {
  return { code, title: wordsIn(title, lang), sentence: sentence[lang], difference, cost };
}

function readCosts(file: string): Result<readonly Cost[]> {
  const text = readTextFile(file);
  return text.ok ? safeParseCosts(text.value) : text;
}

function goalOf({ total, grade, rank }: PathOptions): Goal {
  const goals: readonly Goal[] = [
    ...(total === undefined ? [] : [{ total: total.replace(",", ".") }]),
    ...(grade === undefined ? [] : [{ grade }]),
    ...(rank === undefined ? [] : [{ rank: Number(rank) }]),
  ];
  const [goal] = goals;
  if (goal === undefined || goals.length > 1) {
    throw new UsageError({
      vi: "Nêu đúng một mục tiêu: --total, --grade hoặc --rank.",
      en: "Name just one goal: --total, --grade or --rank.",
    });
  }
  return goal;
}

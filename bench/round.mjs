// A province's whole round: 45 agencies and 225 communes, about a hundred leaves, four rounds, resolved, scored, ranked, graded and
// compared leaf by leaf; medians in milliseconds.
import { applyQuota, classify, compareRounds, parseReports, rank, scoreRounds, selfScoreGap, summarize } from "../dist/index.js";
import { criteria, reportsOf } from "./province.mjs";
import { milliseconds } from "./timing.mjs";

console.log(`${criteria.leaves.length} leaves, 270 units, four rounds and what counts; medians of 5 runs, in milliseconds\n`);
const raw = reportsOf(270);
const reports = parseReports(criteria, raw);
const scores = scoreRounds(criteria, reports);
const byUnit = groupByUnit([...scores.rounds, ...scores.counted]);
const times = {
  parse: milliseconds(() => parseReports(criteria, raw), 3),
  "resolve and score": milliseconds(() => scoreRounds(criteria, reports), 5),
  "rank and summarize": milliseconds(() => [rank(criteria, scores.counted), summarize(criteria, scores.counted)], 5),
  grade: milliseconds(() => applyQuota(criteria, classify(criteria, scores.counted)), 5),
  "compare rounds": milliseconds(() => [...byUnit.values()].map((own) => compareRounds(criteria, own)), 5),
  "self-score gap": milliseconds(() => selfScoreGap(criteria, scores), 5),
};
for (const [name, time] of Object.entries(times)) console.log(`${name.padEnd(20)} ${time.toFixed(0).padStart(6)}`);
const { parse, ...rest } = times;
console.log(
  `\nafter parsing, all together: ${Object.values(rest)
    .reduce((total, time) => total + time, 0)
    .toFixed(0)} ms; parsing ${parse.toFixed(0)} ms`,
);

function groupByUnit(all) {
  const units = new Map();
  for (const score of all) units.set(score.unit.id, [...(units.get(score.unit.id) ?? []), score]);
  return units;
}

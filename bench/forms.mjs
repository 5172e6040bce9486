// Forms as Excel files: one of about a hundred leaves is written, 270 filled ones are read and scored one after the other, as the
// command line does; milliseconds, and how much memory is held after each ninety.
import { performance } from "node:perf_hooks";
import { parseReports, scoreRounds } from "../dist/index.js";
import { formWorkbook, parseFormWorkbook } from "../dist/workbook/index.js";
import { criteria, reportsOf } from "./province.mjs";

const filled = parseReports(criteria, reportsOf(270)).filter(({ round }) => round === "selfAssessed");
const formOf = (report) => formWorkbook(criteria, { unit: report.unit, period: report.period, filled: report });
const megabytes = () => (process.memoryUsage().rss / 1e6).toFixed(0);

await formOf(filled[0]);
const writing = [];
const forms = [];
for (const report of filled) {
  const start = performance.now();
  forms.push(await formOf(report));
  writing.push(performance.now() - start);
}
writing.sort((a, b) => a - b);
console.log(
  `${criteria.leaves.length} leaves: a form takes ${writing[writing.length >> 1].toFixed(0)} ms to write (slowest ${writing.at(-1).toFixed(0)}), ${(forms[0].length / 1e3).toFixed(0)} kB`,
);

const start = performance.now();
const read = [];
for (const form of forms) {
  read.push(await parseFormWorkbook(criteria, form));
  if (read.length % 90 === 0) console.log(`${read.length} forms read: ${megabytes()} MB`);
}
scoreRounds(criteria, read);
console.log(`${read.length} forms read and scored in ${((performance.now() - start) / 1e3).toFixed(1)} s`);

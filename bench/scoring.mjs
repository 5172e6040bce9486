// How long a round takes to score with full explanation data, how the time grows with the number of units, and how that
// compares with plain floating-point arithmetic, which is what spreadsheets do and cannot be trusted with a rank.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseReports, scoreAll } from "../dist/index.js";
import { loadCriteria } from "../dist/node/index.js";
import { milliseconds } from "./timing.mjs";

const id = "reconstructed/vn/moha/par-index-province/2020-1149-qd-bnv";
const criteria = loadCriteria(id);
const file = fileURLToPath(new URL(`../criteria/${id}/examples.json`, import.meta.url));
const [sample] = JSON.parse(readFileSync(file, "utf8")).reports;

/** Units whose counts differ, so that no two have the same fractions. */
function reportsOf(units) {
  return Array.from({ length: units }, (_, index) => ({
    ...sample,
    unit: { ...sample.unit, id: `u${index}`, name: `Unit ${index}` },
    items: Object.fromEntries(Object.entries(sample.items).map(([code, item]) => [code, shifted(item, index)])),
  }));
}

function shifted(item, index) {
  return Number.isInteger(item.done) && Number.isInteger(item.due) && item.due > 0
    ? { ...item, done: item.done * 1000 + ((index * 37) % 500), due: item.due * 1000 + 500 }
    : item;
}

/** The rival: shares of the same reports in plain numbers, added up, without steps, states or checks. */
function plain(reports) {
  return reports.map(({ items }) =>
    criteria.leaves.reduce((total, { code, node }) => {
      const { done, due } = items[code] ?? {};
      return total + (due > 0 ? Math.min(Number(node.maxPoints), (Number(node.maxPoints) * done) / due) : Number(node.maxPoints));
    }, 0),
  );
}

console.log(`${criteria.leaves.length} leaves a unit; medians, in milliseconds\n`);
console.log("units   parse    score   score a leaf (µs)   plain numbers   ratio");
let perLeafAt63;
for (const [units, runs] of [
  [63, 15],
  [630, 5],
  [6300, 3],
]) {
  const raw = reportsOf(units);
  const reports = parseReports(criteria, raw);
  const parsing = milliseconds(() => parseReports(criteria, raw), runs);
  const scoring = milliseconds(() => scoreAll(criteria, reports), runs);
  const rival = milliseconds(() => plain(raw), runs);
  const perLeaf = (scoring * 1000) / (units * criteria.leaves.length);
  perLeafAt63 ??= perLeaf;
  console.log(
    `${String(units).padStart(5)} ${parsing.toFixed(1).padStart(7)} ${scoring.toFixed(1).padStart(8)} ${perLeaf.toFixed(2).padStart(19)} ${rival.toFixed(2).padStart(15)} ${(scoring / rival).toFixed(0).padStart(7)}` +
      `   growth a leaf against 63 units: ${(perLeaf / perLeafAt63).toFixed(2)}`,
  );
}

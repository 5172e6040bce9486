// Batch scoring and its rivals on the same jobs: how long a leaf takes, and how many published digits and ranks come out wrong.
//   npm ci --prefix bench/rivals && npm run build && node --expose-gc --max-old-space-size=12000 bench/batch.mjs
// Without the first command rivals that are not installed are left out, and named.
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { awardedBy, columnsOf, compileBatch, publishedColumn, rankColumn, rankedBy, reweigh, scoreColumns } from "../dist/batch/index.js";
import { parseCriteria, parseReports, rank, scoreAll } from "../dist/index.js";
import { loadCriteria } from "../dist/node/index.js";
import { file, id, jobOf, reportsOf, weightingsOf } from "./rivals/cohort.mjs";
import { floor } from "./rivals/floor.mjs";
import { fractions } from "./rivals/fractions.mjs";

const leastRuns = 7;
/** What one run may take, in milliseconds; a rival that needs longer runs a smaller share of the job, and one that needs less runs more often. */
const budget = 600;
/** Jobs that are shorter are done several times in one run. */
const shortest = 10;
const criteria = loadCriteria(id);
const leaves = criteria.leaves.length;
let floorTime;

const columns = {
  name: "par-index/batch",
  prepare({ reports }) {
    const batch = compileBatch(criteria);
    return { batch, cohort: columnsOf(batch, parseReports(criteria, reports)) };
  },
  score({ batch, cohort }) {
    const scores = scoreColumns(batch, cohort);
    return columnResults(scores);
  },
  reweigh({ batch, cohort }, weightings) {
    const awarded = awardedBy(scoreColumns(batch, cohort), rankedBy(criteria));
    let scores;
    return weightings.map((weights) => {
      const factors = Object.fromEntries(criteria.leaves.map(({ code }, leaf) => [code, weights[leaf]]));
      scores = reweigh(awarded, { one: 100, factors }, scores);
      return columnResults(scores);
    });
  },
};

function columnResults(scores) {
  return { steps: publishedColumn(scores), ranks: rankColumn(scores), exact: scores.exact.taken };
}

const engine = {
  name: "par-index, scoreAll with all steps",
  prepare: ({ reports }) => ({ raw: reports, reports: parseReports(criteria, reports) }),
  score: ({ reports }) => resultsOf(criteria, reports),
  /** A set made anew for each weighting, and the reports read under it. */
  reweigh: ({ raw }, weightings) =>
    weightings.map((weights) => {
      const weighted = parseCriteria(weightedFile(weights));
      return resultsOf(weighted, parseReports(weighted, raw));
    }),
};

function resultsOf(set, reports) {
  const scores = scoreAll(set, reports);
  const places = new Map(rank(set, scores).groups.flatMap(({ places }) => places.map(({ unit, rank: place }) => [unit.id, place])));
  return {
    steps: scores.map(({ published }) => Number(published.replace(".", ""))),
    ranks: scores.map(({ unit }) => places.get(unit.id)),
  };
}

/** The set with the maximum and the worths of each leaf at so many percent. */
function weightedFile(weights) {
  const remaining = [...weights];
  const sumOf = (nodes) => String(nodes.reduce((sum, { maxPoints }) => sum + Math.round(Number(maxPoints) * 1e6), 0) / 1e6);
  const weigh = (node) => {
    if (node.children === undefined) return scaled(node, remaining.shift());
    const children = node.children.map(weigh);
    return { ...node, maxPoints: sumOf(children), children };
  };
  const children = file.children.map(weigh);
  return { ...file, id: "bench/weighted", status: "example", maxPoints: sumOf(children), children };
}

function scaled(value, weight, key = "") {
  if (["maxPoints", "points", "notDone"].includes(key) && typeof value === "string")
    return String(Math.round(Number(value) * weight * 1e4) / 1e6);
  if (Array.isArray(value)) return value.map((one) => scaled(one, weight));
  if (typeof value !== "object" || value === null || key === "provenance") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, scaled(part, weight, name)]));
}

const rivals = [floor, columns, engine, fractions];
const missing = [];
for (const [module, name] of [
  ["floats", "floats"],
  ["decimals", "decimals"],
  ["zen", "zen"],
  ["hyperformula", "hyperformula"],
  ["jsonRules", "jsonRules"],
  ["publicodes", "publicodes"],
]) {
  try {
    rivals.push((await import(`./rivals/${module}.mjs`))[name]);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    missing.push(module);
  }
}

printMachine();
await printScoring("A: 63 units", 63);
await printScoring("B: 10,600 units", 10_600);
await printWeightings("C: 63 units under 10,000 weightings", 63, 10_000);
await printGrowth();

/** Scores so many units by every rival. */
async function printScoring(title, units) {
  const job = cohortOf(units);
  const expected = fractions.score(fractions.prepare(job));
  printHeading(title, "units");
  for (const rival of rivals) {
    const share = await shareOf(units, 21, (some) => {
      const prepared = rival.prepare(firstUnits(job, some));
      return () => rival.score(prepared);
    });
    const prepared = rival.prepare(firstUnits(job, share));
    const { result, time } = await medianOf(() => rival.score(prepared));
    const right = share === units ? expected : fractions.score(fractions.prepare(firstUnits(job, share)));
    printRow({ rival, share, time, leaves: share * leaves, wrong: wrongIn([result], [right]), exact: result.exact });
  }
}

/** Scores the units again under so many weightings, by every rival that can. */
async function printWeightings(title, units, count) {
  const job = cohortOf(units);
  const weightings = weightingsOf(count);
  const expected = fractions.reweigh(fractions.prepare(job), weightings);
  printHeading(title, "weightings");
  for (const rival of rivals.filter(({ reweigh }) => reweigh !== undefined)) {
    const prepared = rival.prepare(job);
    const share = await shareOf(count, 1, (some) => () => rival.reweigh(prepared, weightings.slice(0, some)));
    const { result, time } = await medianOf(() => rival.reweigh(prepared, weightings.slice(0, share)));
    printRow({ rival, share, time, leaves: share * units * leaves, wrong: wrongIn(result, expected) });
  }
}

/** How much of a job a rival can do within the budget: all of it, or what a small run says. */
async function shareOf(all, few, workOn) {
  const work = workOn(Math.min(all, few));
  const each = (await warmed(work)).time / Math.min(all, few);
  return Math.min(all, Math.max(few, Math.floor(budget / each)));
}

/** A job done until it is as fast as it gets, or the budget is spent: the time of the fastest run. */
async function warmed(work) {
  let [spent, fastest, result] = [0, Number.POSITIVE_INFINITY];
  for (let done = 0; done < 2 || (spent < budget && done < 500); done += 1) {
    const { time, result: now } = await timed(work);
    [spent, fastest, result] = [spent + time, Math.min(fastest, time), now];
  }
  return { time: fastest, result };
}

/** The median of at least seven runs, and of as many as half the budget allows, of a job that is warm. */
async function medianOf(work) {
  const { time: first, result } = await warmed(work);
  const times = Math.max(1, Math.ceil(shortest / first));
  const runs = Math.max(leastRuns, Math.ceil(budget / 2 / (first * times)));
  const taken = [];
  for (let run = 0; run < runs; run += 1) taken.push((await timed(work, times)).time);
  return { result, time: taken.sort((one, other) => one - other)[Math.floor(runs / 2)] };
}

/** The time that the processor worked on a job, in milliseconds, whatever else the machine does. */
async function timed(work, times = 1) {
  const before = process.cpuUsage();
  let result;
  for (let done = 0; done < times; done += 1) result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, time: (user + system) / 1000 / times };
}

/** Published values and ranks that differ from the exact ones. */
function wrongIn(results, expected) {
  const count = (key) =>
    results.reduce((sum, result, index) => sum + [...result[key]].filter((value, row) => value !== expected[index][key][row]).length, 0);
  return { digits: count("steps"), ranks: count("ranks") };
}

function cohortOf(units) {
  const reports = reportsOf(units);
  return { reports, ...jobOf(reports) };
}

function firstUnits({ reports, formulas, units }, count) {
  return { formulas, reports: reports.slice(0, count), units: units.slice(0, count) };
}

function printMachine() {
  const versions = ["decimal.js", "@gorules/zen-engine", "hyperformula", "json-rules-engine", "publicodes"];
  const rivalsOwn = JSON.parse(readFileSync(new URL("rivals/package.json", import.meta.url), "utf8")).dependencies;
  console.log(
    `${cpus().length} × ${cpus()[0].model}, Node ${process.version}, load ${loadavg()[0].toFixed(1)}; processor time, medians of at least ${leastRuns} runs`,
  );
  console.log(versions.map((name) => `${name} ${rivalsOwn[name]}`).join(", "));
  console.log(`${leaves} leaves of ${id}`);
  if (missing.length > 0) console.log(`not installed, so left out: ${missing.join(", ")}`);
}

function printHeading(title, share) {
  floorTime = undefined;
  console.log(`\n${title}\n`);
  console.log(`| who | ${share} run | ms | ns a leaf | × floor | wrong published values | wrong ranks |`);
  console.log("|---|--:|--:|--:|--:|--:|--:|");
}

function printRow({ rival, share, time, leaves: scored, wrong, exact }) {
  const perLeaf = (time * 1e6) / scored;
  floorTime ??= perLeaf;
  const cells = [
    rival.name,
    share,
    time.toFixed(1),
    perLeaf.toPrecision(3),
    (perLeaf / floorTime).toPrecision(2),
    wrong.digits,
    wrong.ranks,
  ];
  console.log(`| ${cells.map((cell) => plain(cell)).join(" | ")} |`);
  if (exact !== undefined) console.log(`|   exactly: ${exact.leaves} leaves, ${exact.rows} rows, ${exact.orders} orders | | | | | | |`);
}

/** Without exponents: `1.2e+3` is 1200. */
function plain(cell) {
  return /e\+/.test(cell) ? String(Number(cell)) : String(cell);
}

/** How time and memory of batch scoring grow with the number of units. */
async function printGrowth() {
  console.log("\nGrowth: columns and scores, in nanoseconds and bytes a leaf\n");
  console.log("| units | columns of reports, ns | score, publish, rank, ns | columns, bytes | scores, bytes | growth of time |");
  console.log("|--:|--:|--:|--:|--:|--:|");
  const batch = compileBatch(criteria);
  let first;
  for (const units of [1000, 10_000, 100_000]) {
    const reports = parsedReports(units);
    const all = units * leaves;
    const start = performance.now();
    const cohort = columnsOf(batch, reports);
    const columnsTime = ((performance.now() - start) * 1e6) / all;
    const { time: whole } = await medianOf(() => columns.score({ batch, cohort }));
    const time = (whole * 1e6) / all;
    first ??= time;
    const cells = [units, columnsTime.toFixed(0), time.toPrecision(3)];
    const bytes = [bytesIn(cohort.leaves) / all, bytesIn(scoreColumns(batch, cohort).nodes) / all];
    console.log(`| ${[...cells, ...bytes.map((one) => one.toFixed(1)), (time / first).toFixed(2)].join(" | ")} |`);
  }
}

/** Read a thousand at a time, so that only what was read stays. */
function parsedReports(units) {
  const raw = reportsOf(1000);
  return Array.from({ length: units / 1000 }, (_, block) =>
    parseReports(
      criteria,
      raw.map((report) => ({ ...report, unit: { ...report.unit, id: `${block}-${report.unit.id}` } })),
    ),
  ).flat();
}

/** The bytes of all typed arrays in a value. */
function bytesIn(value) {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Map) return bytesIn([...value.values()]);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum, part) => sum + bytesIn(part), 0);
}

// The library inside partitions: units are parted among 1, 2, 4 and 8 processes, each of which reads its own reports and scores them;
// what crosses between processes is what cohorts come to, and sorted runs of the ranking. Every run ends in the same bytes.
//   npm run build && node bench/partitions.mjs 2000
import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { cohortParts, mergeCohorts, mergeRuns, parseCriteria, parseReports, rankRun, scorePart, sortedRun } from "../dist/index.js";
import { file, reportsOf } from "./rivals/cohort.mjs";

/** The reconstructed set of 2020, of which one leaf compares units, so that there is a cohort to be merged. */
const criteria = parseCriteria({ ...file, id: "bench/partitions", status: "example", children: file.children.map(comparing) });

function comparing(node) {
  if (node.children !== undefined) return { ...node, children: node.children.map(comparing) };
  if (node.code !== "1.7") return node;
  const { of } = node.rule.reads;
  return { ...node, rule: { ...node.rule, reads: { measure: "peerMean", of } } };
}

if (process.send === undefined) await compareParts(Number(process.argv[2] ?? 2000));
else scoreOnePart();

/** One partition: its reports go in, what they come to goes out; merged cohorts come in, its part of the results goes out. */
function scoreOnePart() {
  let reports;
  process.on("message", (message) => {
    if (message.units !== undefined) {
      const raw = reportsOf(message.units).slice(message.from, message.to);
      const before = process.cpuUsage();
      reports = parseReports(criteria, raw);
      process.send({ cohorts: cohortParts(criteria, reports), milliseconds: processorTime(before) });
    } else {
      const before = process.cpuUsage();
      const scores = scorePart(criteria, reports, message.cohorts);
      const run = sortedRun(criteria, scores);
      const milliseconds = processorTime(before);
      const digests = scores.map((score) => createHash("sha256").update(JSON.stringify(score)).digest());
      process.send({ run, digests, milliseconds }, () => process.disconnect());
    }
  });
}

/** What this process has worked since, whatever else the machine does, in milliseconds. */
function processorTime(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function compareParts(units) {
  console.log(
    `${units} units × ${criteria.leaves.length} leaves; ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}; milliseconds of processor time\n`,
  );
  console.log(
    "| parts | read and gather, slowest part | merge cohorts | score and sort, slowest part | merge runs and rank | digest of all scores and the ranking |",
  );
  console.log("|--:|--:|--:|--:|--:|---|");
  const digests = new Set();
  for (const parts of [1, 2, 4, 8]) {
    const { times, digest } = await scoreInParts(units, parts);
    digests.add(digest);
    console.log(`| ${[parts, ...times.map((time) => time.toFixed(0)), digest.slice(0, 16)].join(" | ")} |`);
  }
  if (digests.size > 1) throw new Error("partitions came to different bytes");
}

async function scoreInParts(units, parts) {
  const workers = Array.from({ length: parts }, () => fork(fileURLToPath(import.meta.url), [], { serialization: "advanced" }));
  const bounds = Array.from({ length: parts + 1 }, (_, part) => Math.floor((units * part) / parts));
  const read = await askAll(workers, (part) => ({ units, from: bounds[part], to: bounds[part + 1] }));
  const merging = timed(() =>
    mergeCohorts(
      criteria,
      read.map(({ cohorts }) => cohorts),
    ),
  );
  const scored = await askAll(workers, () => ({ cohorts: merging.result }));
  const ranking = timed(() =>
    rankRun(
      criteria,
      mergeRuns(
        criteria,
        scored.map(({ run }) => run),
      ),
    ),
  );
  const hash = createHash("sha256");
  for (const digest of scored.flatMap(({ digests }) => digests)) hash.update(digest);
  hash.update(JSON.stringify(ranking.result));
  return { times: [slowest(read), merging.time, slowest(scored), ranking.time], digest: hash.digest("hex") };
}

/** Sends each worker its message at once, and waits for all answers. */
function askAll(workers, messageOf) {
  return Promise.all(
    workers.map(
      (worker, part) =>
        new Promise((resolve, reject) => {
          worker.once("message", resolve);
          worker.once("error", reject);
          worker.send(messageOf(part));
        }),
    ),
  );
}

function slowest(answers) {
  return Math.max(...answers.map(({ milliseconds }) => milliseconds));
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return { result, time: performance.now() - start };
}

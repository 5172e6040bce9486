/** A worker thread of `score --workers`: does with stretches of lines what the main thread would do. */
import { parentPort, workerData } from "node:worker_threads";
import type { CohortPart } from "../score/scorePart";
import { criteriaOf } from "./context";
import type { StretchJob, WorkerTask } from "./crew";
import { readStretch, scoreStretch } from "./stretch";

const { edition, options } = workerData as WorkerTask;
const { criteria } = criteriaOf(edition, options);
let cohorts: readonly CohortPart[] = [];

parentPort?.on("message", (job: StretchJob) => {
  if (job.kind === "cohorts") cohorts = job.cohorts;
  else if (job.kind === "read") parentPort?.postMessage(readStretch(criteria, job.stretch));
  else parentPort?.postMessage(scoreStretch(criteria, job.stretch, cohorts, options));
});

import { Worker } from "node:worker_threads";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { CohortPart } from "../score/scorePart";
import { type CommonOptions, type UnitOptions, UsageError } from "./context";
import { readStretch, type Stretch, type StretchRead, scoreStretch } from "./stretch";

/** Who reads and scores stretches of lines: this thread, or several workers. Answers are those of the stretch, whoever gave them. */
export interface Crew {
  /** How many stretches are given out before the first answer is waited for. */
  readonly ahead: number;
  read(stretch: Stretch): Promise<StretchRead>;
  /** Tells what the cohorts of all stretches come to, before any is scored. */
  know(cohorts: readonly CohortPart[]): void;
  score(stretch: Stretch): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What a worker is told first. */
export interface WorkerTask {
  readonly edition: string;
  readonly options: CommonOptions & UnitOptions;
}

/** What a worker is told then; `read` and `score` are answered, one after the other. */
export type StretchJob =
  | { readonly kind: "read" | "score"; readonly stretch: Stretch }
  | { readonly kind: "cohorts"; readonly cohorts: readonly CohortPart[] };

/** This thread alone. */
export function alone(criteria: CriteriaSet, wanted: UnitOptions): Crew {
  let cohorts: readonly CohortPart[] = [];
  return {
    ahead: 1,
    read: async (stretch) => readStretch(criteria, stretch),
    know: (all) => {
      cohorts = all;
    },
    score: async (stretch) => scoreStretch(criteria, stretch, cohorts, wanted),
    close: async () => undefined,
  };
}

/** So many worker threads, each of which loads the set anew and takes stretches in turn. */
export function workers(count: number, task: WorkerTask): Crew {
  const crew = Array.from({ length: count }, () => workerOf(task));
  let turn = 0;
  const give = (job: StretchJob) => {
    const worker = crew[turn % count] as StretchWorker;
    turn += 1;
    return worker.ask(job);
  };
  return {
    ahead: 2 * count,
    read: (stretch) => give({ kind: "read", stretch: owned(stretch) }) as Promise<StretchRead>,
    know: (cohorts) => {
      for (const worker of crew) worker.tell({ kind: "cohorts", cohorts });
    },
    score: (stretch) => give({ kind: "score", stretch: owned(stretch) }) as Promise<readonly string[]>,
    close: async () => {
      await Promise.all(crew.map((worker) => worker.close()));
    },
  };
}

/** Lines whose bytes are theirs alone: what is sent would else be the whole of what they are views of. */
function owned(stretch: Stretch): Stretch {
  return stretch.map((line) => ({ ...line, bytes: new Uint8Array(line.bytes) }));
}

interface StretchWorker {
  ask(job: StretchJob): Promise<unknown>;
  tell(job: StretchJob): void;
  close(): Promise<unknown>;
}

interface Awaited {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

function workerOf(workerData: WorkerTask): StretchWorker {
  const worker = new Worker(new URL("./stretchWorker.js", import.meta.url), { workerData });
  const waiting: Awaited[] = [];
  let stopped: UsageError | undefined;
  const stop = (why: string) => {
    stopped ??= new UsageError({
      vi: `Một luồng chấm điểm dừng giữa chừng (${why}). Chạy lại không có --workers.`,
      en: `A worker thread stopped midway (${why}). Run it again without --workers.`,
    });
    for (const { reject } of waiting.splice(0)) reject(stopped);
  };
  worker.on("message", (answer) => waiting.shift()?.resolve(answer));
  worker.on("error", (error) => stop(error instanceof Error ? error.message : String(error)));
  worker.on("exit", (code) => stop(`exit ${code}`));
  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        if (stopped !== undefined) return reject(stopped);
        waiting.push({ resolve, reject });
        worker.postMessage(job);
      }),
    tell: (job) => worker.postMessage(job),
    close: () => worker.terminate(),
  };
}

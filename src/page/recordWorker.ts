import type { Answer, Question } from "./worker";

/** A worker that reads records: one at a time, each in a worker of its own, so that a file chosen by mistake is dropped at once. */
export interface RecordWorker {
  readonly ask: (question: Question) => void;
}

/** Starts workers on the script of the page, and passes on what the latest of them answers. */
export function recordWorker(script: string, hear: (answer: Answer) => void): RecordWorker {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  let worker: Worker | undefined;
  const start = (): Worker => {
    worker?.terminate();
    const started = new Worker(address);
    started.onmessage = ({ data }: MessageEvent<Answer>) => hear(data);
    started.onerror = ({ message }) => hear({ tell: "failed", reason: message });
    return started;
  };
  return {
    ask: (question) => {
      if (question.ask === "open") worker = start();
      worker?.postMessage(question);
    },
  };
}

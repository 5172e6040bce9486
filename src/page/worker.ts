import type { VerifyOptions } from "../audit/verifyTrail";
import type { Language } from "../exact/formatNumber";
import { type Examination, type OpenedRecord, openRecord, verifyAgain } from "./examination";
import type { UnitResult } from "./unitResult";
import { type UnitSheet, unitSheet } from "./unitSheet";

/** What the page asks its worker. */
export type Question =
  | { readonly ask: "open"; readonly file: Blob; readonly against: VerifyOptions }
  | { readonly ask: "verifyAgain"; readonly against: VerifyOptions }
  | { readonly ask: "sheet"; readonly unit: UnitResult; readonly language: Language };

/** What the worker answers: how far it is, then what was asked for. `failed` is a mistake of ours, or a file that cannot be read. */
export type Answer =
  | { readonly tell: "verified"; readonly bytes: number; readonly of: number }
  | { readonly tell: "examined"; readonly examination: Examination }
  | { readonly tell: "sheet"; readonly sheet: UnitSheet }
  | { readonly tell: "failed"; readonly reason: string };

/** The side of a worker on which questions arrive. */
export interface Desk {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  postMessage(answer: Answer): void;
}

/** Answers the page's questions about one record, away from the page, so that the page stays alive meanwhile. */
export function answerAt(desk: Desk): void {
  let record: OpenedRecord | undefined;
  const answer = async (question: Question): Promise<void> => {
    if (question.ask === "open") {
      const bytes = new Uint8Array(await question.file.arrayBuffer());
      record = openRecord(bytes, question.against, tellProgress(desk, bytes.length));
    } else if (record === undefined) return;
    else if (question.ask === "verifyAgain") record = verifyAgain(record, question.against);
    else return tellSheet(desk, record, question);
    desk.postMessage({ tell: "examined", examination: record.examination });
  };
  desk.onmessage = ({ data }) => {
    answer(data).catch((error: unknown) => desk.postMessage({ tell: "failed", reason: String(error) }));
  };
}

function tellSheet(desk: Desk, { replay }: OpenedRecord, { unit, language }: Extract<Question, { readonly ask: "sheet" }>): void {
  const sheet = replay === undefined ? undefined : unitSheet(replay, unit, language);
  if (sheet !== undefined) desk.postMessage({ tell: "sheet", sheet });
}

/** Tells each hundredth of the file, rather than each line. */
function tellProgress(desk: Desk, of: number): (bytes: number) => void {
  let told = 0;
  return (bytes) => {
    if (bytes - told < of / 100 && bytes < of) return;
    told = bytes;
    desk.postMessage({ tell: "verified", bytes, of });
  };
}

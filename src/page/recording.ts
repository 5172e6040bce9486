import type { Disclosures, EntryKind } from "../audit/entry";
import { kindOf } from "../audit/entry";
import type { EntryLine } from "../audit/sealedLine";
import { disclose } from "../audit/withholding";
import { isPlainObject } from "../issue/fields";

/** Entries in a row of one kind that one office recorded on one day. What is withheld is left out. */
export interface Recording {
  readonly kind: EntryKind;
  /** Numbers of the first and the last. */
  readonly from: number;
  readonly to: number;
  readonly recordedAt: string;
  readonly recordedBy?: string;
  /** Why something was corrected or withdrawn. */
  readonly reason?: string;
}

/** Who recorded what, and when, in the order of the record. */
export function listRecordings(lines: readonly EntryLine[]): readonly Recording[] {
  const recordings: Recording[] = [];
  for (const line of lines) {
    const next = recordingOf(line);
    const last = recordings.at(-1);
    if (last !== undefined && continues(last, next)) recordings[recordings.length - 1] = { ...last, to: next.to };
    else recordings.push(next);
  }
  return recordings;
}

function recordingOf({ entry, texts }: EntryLine): Recording {
  const { number, recordedAt, recordedBy, content } = entry.predicate;
  const by = textOf(recordedBy, texts);
  const reason = textOf(content.reason, texts);
  return {
    kind: kindOf(entry),
    from: number,
    to: number,
    recordedAt,
    ...(by === undefined ? {} : { recordedBy: by }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function textOf(withheld: unknown, texts: Disclosures): string | undefined {
  if (!isPlainObject(withheld)) return undefined;
  const { text } = disclose({ text: withheld }, texts) as { readonly text?: unknown };
  return typeof text === "string" ? text : undefined;
}

function continues(last: Recording, next: Recording): boolean {
  const same = (["kind", "recordedAt", "recordedBy", "reason"] as const).every((key) => last[key] === next[key]);
  return same && next.from === last.to + 1;
}

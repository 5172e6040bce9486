import { type Digest, digestOf } from "../audit/digest";
import { type CausedDifference, type Replay, safeReplay } from "../audit/replay";
import { linesOf } from "../audit/sealedLine";
import { readSealedLines, type TrailVerdict, type VerifyOptions, verifyTrail } from "../audit/verifyTrail";
import type { CriteriaFile } from "../criteria/criteriaFile";
import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import type { Round } from "../evidence/evidence";
import type { Words } from "../issue/fields";
import type { Issue } from "../issue/issue";
import { listRecordings, type Recording } from "./recording";
import { listUnits, type UnitResult } from "./unitResult";

/** All that the page shows of a record but for the sheets: plain data, so that it can leave the worker. */
export interface Examination {
  readonly verdict: TrailVerdict;
  /** The verdict's issues. */
  readonly issues: readonly PlacedIssue[];
  readonly recomputed: Recomputed;
  readonly criteria?: RecordedCriteria;
  readonly recordings: readonly Recording[];
  readonly units: readonly UnitResult[];
}

/** The names of the unit and the criterion that something points at. */
interface PlaceNames {
  readonly unitName?: string;
  readonly title?: Words;
}

export interface PlacedIssue extends PlaceNames {
  readonly issue: Issue;
}

export interface PlacedDifference extends PlaceNames {
  readonly difference: CausedDifference;
}

/** What came of recomputing. */
export interface Recomputed {
  /** False where the record could not be scored at all; the issues say why. */
  readonly possible: boolean;
  readonly engine?: Replay["engine"];
  readonly compared: number;
  readonly differences: readonly PlacedDifference[];
  /** What there is to say beside digits that differ. */
  readonly issues: readonly PlacedIssue[];
}

/** The set that the record holds, by which it was scored and recomputed. */
export interface RecordedCriteria extends Pick<CriteriaFile, "id" | "revision" | "status" | "title" | "notice"> {
  readonly digest: Digest;
  readonly readings: CriteriaSet["readings"];
  /** How it calls its rounds. */
  readonly rounds: readonly { readonly id: Round; readonly title: Words }[];
}

/** A record that was read, for what is asked about it later. */
export interface OpenedRecord {
  readonly bytes: Uint8Array;
  readonly replay?: Replay;
  readonly examination: Examination;
}

/** Verifies a sealed file and recomputes it. `onProgress` hears how many of its bytes were verified. Total for any bytes. */
export function openRecord(bytes: Uint8Array, against: VerifyOptions, onProgress: (bytes: number) => void): OpenedRecord {
  const outcome = safeReplay(counted(linesOf(bytes), onProgress), against);
  const replay = outcome.ok ? outcome.value : undefined;
  const verdict = replay?.verdict ?? verifyTrail(linesOf(bytes), against);
  const units = replay === undefined ? [] : listUnits(replay);
  const namesOf = (place: PlaceCodes) => placeNames(place, replay?.criteria, units);
  const place = (issue: Issue) => ({ issue, ...namesOf(issue.location) });
  // After the issues of the verdict come those of recomputing.
  const told = (outcome.ok ? outcome.value : outcome).issues.slice(verdict.issues.length);
  const examination: Examination = {
    verdict,
    issues: verdict.issues.map(place),
    recomputed: {
      possible: replay?.scores !== undefined,
      ...(replay === undefined ? {} : { engine: replay.engine }),
      compared: replay?.compared ?? 0,
      differences: (replay?.differences ?? []).map((difference) => ({ difference, ...namesOf(difference) })),
      issues: told.filter(({ code }) => code !== "resultDiffers").map(place),
    },
    ...(replay?.criteria === undefined ? {} : { criteria: recordedCriteria(replay.criteria) }),
    recordings: listRecordings([...readSealedLines(linesOf(bytes))].flatMap(({ entry }) => (entry === undefined ? [] : [entry]))),
    units,
  };
  return { bytes, ...(replay === undefined ? {} : { replay }), examination };
}

/** The same record held against other roots and keys: nothing is recomputed. */
export function verifyAgain(record: OpenedRecord, against: VerifyOptions): OpenedRecord {
  const { bytes, replay, examination } = record;
  const verdict = verifyTrail(linesOf(bytes), against);
  const issues = verdict.issues.map((issue) => ({ issue, ...placeNames(issue.location, replay?.criteria, examination.units) }));
  return { ...record, examination: { ...examination, verdict, issues } };
}

function* counted(lines: Iterable<Uint8Array>, onProgress: (bytes: number) => void): Generator<Uint8Array> {
  let done = 0;
  for (const line of lines) {
    yield line;
    done += line.length + 1;
    onProgress(done);
  }
}

function recordedCriteria({ file, readings }: CriteriaSet): RecordedCriteria {
  const { id, revision, status, title, notice, policies } = file;
  return { id, revision, status, title, notice, digest: digestOf(file), readings, rounds: policies.rounds?.list ?? [] };
}

/** What says where something is: the id of a unit, the code of a criterion. */
interface PlaceCodes {
  readonly unit?: string;
  readonly code?: string;
}

function placeNames({ unit, code }: PlaceCodes, criteria: CriteriaSet | undefined, units: readonly UnitResult[]): PlaceNames {
  const whose = units.find(({ id }) => id === unit);
  const title = criteria === undefined || code === undefined ? undefined : treeOf(criteria, whose?.group).nodes.get(code)?.title;
  return { ...(whose === undefined ? {} : { unitName: whose.name }), ...(title === undefined ? {} : { title }) };
}

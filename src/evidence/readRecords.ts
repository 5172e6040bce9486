import type { BoundFact, CriteriaSet } from "../criteria/criteriaSet";
import { eventsOf } from "../criteria/grading";
import { isPlainObject, nameOfType, type Words } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue, under } from "../issue/issue";
import type { Read } from "../issue/readInput";
import { measureEvidenceFaults } from "../rules/boundRule";
import { type EventRecord, type Evidence, eventSchema, type FactRecord, factSchema } from "./evidence";

/** What a report says for grading alone: facts that conditions speak of, and events. */
export type Records = Pick<Evidence, "facts" | "events">;

type Reported = Readonly<Record<string, unknown>>;

/** The facts and events of a report in the order of the set; those of which nothing was reported are not there. */
export function readRecords(
  criteria: CriteriaSet,
  group: string | undefined,
  report: Reported,
): { readonly records: Records; readonly issues: readonly Issue[] } {
  const [facts, events] = [entriesOf(report.facts), entriesOf(report.events)];
  const { grading } = criteria.file;
  if (grading === undefined) {
    const spoken = Object.entries({ facts, events }).filter(([, entries]) => Object.keys(entries).length > 0);
    return { records: {}, issues: spoken.map(([key]) => issue("noGrading", {}, { path: [key] })) };
  }
  const ofFacts = readEach(facts, grading.facts ?? [], (filled, { id }) => readFact(criteria.facts.get(id) as BoundFact, filled));
  const ofEvents = readEach(events, group === undefined ? (grading.events ?? []) : eventsOf(grading, group), readEvent);
  return {
    records: recordsOf({ facts: ofFacts.records, events: ofEvents.records }),
    issues: [
      ...ofFacts.issues.map((found) => under(["facts"], found)),
      ...ofFacts.strange.map((fact) => issue("unknownFact", { fact, facts: ofFacts.known }, { path: ["facts", fact] })),
      ...ofEvents.issues.map((found) => under(["events"], found)),
      ...ofEvents.strange.map((event) => issue("unknownEvent", { event, events: ofEvents.known }, { path: ["events", event] })),
    ],
  };
}

/** The facts and events that are there. */
export function recordsOf({ facts, events }: { readonly [Key in keyof Records]: Records[Key] | undefined }): Records {
  return { ...(facts === undefined ? {} : { facts }), ...(events === undefined ? {} : { events }) };
}

function entriesOf(value: unknown): Reported {
  return isPlainObject(value) ? value : {};
}

/** Each record that the set knows, and the names that it does not know. */
function readEach<L extends { readonly id: string; readonly title: Words }, T>(
  reported: Reported,
  listed: readonly L[],
  read: (filled: Reported, one: L) => Read<T>,
) {
  const records: Record<string, T> = {};
  const issues: Issue[] = [];
  for (const one of listed) {
    if (!Object.hasOwn(reported, one.id)) continue;
    const { value, issues: found } = readFilled(reported[one.id], (filled) => read(filled, one));
    if (value !== undefined) records[one.id] = Object.freeze(value);
    issues.push(...found.map((fault) => at({ title: one.title.vi }, under([one.id], fault))));
  }
  const known = listed.map(({ id }) => id);
  return {
    records: Object.keys(records).length === 0 ? undefined : Object.freeze(records),
    issues,
    known,
    strange: Object.keys(reported).filter((id) => !known.includes(id)),
  };
}

/** Reads what is filled in of a record; one that is left blank altogether is not there. */
function readFilled<T>(reported: unknown, read: (filled: Reported) => Read<T>): Read<T> {
  if (reported === null || reported === undefined) return { value: undefined, issues: [] };
  if (!isPlainObject(reported)) {
    return { value: undefined, issues: [issue("wrongType", { expected: "object", received: nameOfType(reported) })] };
  }
  const filled = Object.entries(reported).filter(([, value]) => value !== null && value !== undefined);
  return filled.length === 0 ? { value: undefined, issues: [] } : read(Object.fromEntries(filled));
}

function readFact({ measure, figures }: BoundFact, reported: Reported): Read<FactRecord> {
  const isBeside = ([key]: readonly [string, unknown]) => Object.hasOwn(factSchema.shape, key);
  const entries = Object.entries(reported);
  const beside = readWith(factSchema, Object.fromEntries(entries.filter(isBeside)));
  const given = entries.filter((entry) => !isBeside(entry));
  if (given.length === 0) return beside;
  const read = readWith(figures, Object.fromEntries(given));
  const faults = read.value === undefined ? read.issues : measureEvidenceFaults(measure, read.value);
  return { value: { ...read.value, ...beside.value } as FactRecord, issues: [...beside.issues, ...faults] };
}

function readEvent(reported: Reported): Read<EventRecord> {
  return readWith(eventSchema, reported);
}

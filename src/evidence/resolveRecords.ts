import type { CriteriaSet } from "../criteria/criteriaSet";
import { eventsOf } from "../criteria/grading";
import type { ReportedRound, RoundsPolicy } from "../criteria/policies";
import { type Issue, issue } from "../issue/issue";
import type { EventRecord, Evidence, FactRecord } from "./evidence";
import { figuresOf } from "./readItem";
import { type Records, recordsOf } from "./readRecords";

/** What a unit's facts and events come to through the rounds. */
export interface ResolvedRecords {
  /** As they stand after each round. */
  readonly standing: ReadonlyMap<ReportedRound, Records>;
  readonly counted: Records;
  readonly issues: readonly Issue[];
}

/**
 * Facts count like leaves: of each, what the first of the counting rounds says that speaks of it. So do events, but one of
 * which no counting round speaks stays as it was recorded last: that something happened is not undone by silence.
 */
export function resolveRecords(criteria: CriteriaSet, policy: RoundsPolicy, reports: readonly Evidence[]): ResolvedRecords {
  const { grading } = criteria.file;
  const [first] = reports;
  if (grading === undefined || first === undefined) return { standing: new Map(), counted: {}, issues: [] };
  const events = eventsOf(grading, first.unit.group).map(({ id }) => id);
  const ofFacts = [...criteria.facts.keys()].map((id) => follow(id, policy, reports, (report) => factOf(report, id), ["facts", id]));
  const ofEvents = events.map((id) => follow(id, policy, reports, (report) => report.events?.[id], ["events", id]));
  const standing = policy.list.map(({ id: round }) => {
    const after = <T>({ standing }: Course<T>) => standing.get(round);
    return [round, recordsOf({ facts: gather(ofFacts, after), events: gather(ofEvents, after) })] as const;
  });
  return {
    standing: new Map(standing),
    counted: recordsOf({
      facts: gather(ofFacts, ({ counted }) => counted),
      events: gather(ofEvents, ({ counted, last }) => counted ?? last),
    }),
    issues: [...ofFacts, ...ofEvents].flatMap(({ issues }) => issues),
  };
}

/** One fact or event through the rounds. */
interface Course<T> {
  readonly id: string;
  readonly standing: ReadonlyMap<ReportedRound, T>;
  /** What the first counting round says that speaks of it, and what was said last. */
  readonly counted: T | undefined;
  readonly last: T | undefined;
  readonly issues: readonly Issue[];
}

function follow<T extends FactRecord | EventRecord>(
  id: string,
  policy: RoundsPolicy,
  reports: readonly Evidence[],
  recordOf: (report: Evidence) => T | undefined,
  path: readonly string[],
): Course<T> {
  const issues: Issue[] = [];
  const said = new Map<ReportedRound, T>();
  const standing = new Map<ReportedRound, T>();
  let last: T | undefined;
  for (const { id: round } of policy.list) {
    const speaking = reports.filter((report) => report.round === round && recordOf(report) !== undefined);
    const [own] = speaking.map(recordOf);
    if (own !== undefined) said.set(round, own);
    if (speaking.length > 1) {
      issues.push(issue("appraisedTwice", { round, appraisers: speaking.map(({ appraiser }) => appraiser ?? null) }, { path }));
    }
    last = own ?? last;
    if (last !== undefined) standing.set(round, last);
  }
  const counting = policy.counts.find((round) => said.has(round));
  return { id, standing, counted: counting === undefined ? undefined : said.get(counting), last, issues };
}

/** A fact with figures; one that is only remarked upon says nothing. */
function factOf({ facts }: Evidence, id: string): FactRecord | undefined {
  const fact = facts?.[id];
  return figuresOf(fact) === undefined ? undefined : fact;
}

function gather<T>(courses: readonly Course<T>[], choose: (course: Course<T>) => T | undefined): Readonly<Record<string, T>> | undefined {
  const chosen = courses.flatMap((course): (readonly [string, T])[] => {
    const record = choose(course);
    return record === undefined ? [] : [[course.id, record]];
  });
  return chosen.length === 0 ? undefined : Object.freeze(Object.fromEntries(chosen));
}

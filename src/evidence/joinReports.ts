import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { type Issue, issue, type Location } from "../issue/issue";
import { attempt, type Result, result, unwrap } from "../issue/result";
import type { Evidence, Unit } from "./evidence";
import { checkedReports } from "./parseEvidence";
import { asChecked } from "./readReport";

/**
 * Reports that come in parts (báo cáo gửi thành nhiều phần), such as the forms of several divisions of one unit, joined: those of one
 * unit, period, round and appraiser become one report, in the place of the first, sent on the last of their days. What two parts say of
 * a criterion, or of the unit, must be the same.
 *
 * **Errors:** {@link ParError} with every criterion, fact and event of which two parts say different things.
 *
 * @example
 * ```ts
 * import { joinReports, parseEvidence } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const heading = { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed" };
 * const parts = [{ "1.2": { done: 9, due: 10 } }, { "2": { percent: "90" } }].map((items) => parseEvidence(tiny, { ...heading, items }));
 * joinReports(tiny, parts).map(({ items }) => Object.keys(items).sort()); // => [["1.2", "2"]]
 * ```
 */
export function joinReports(criteria: CriteriaSet, reports: readonly Evidence[]): readonly Evidence[] {
  return unwrap(safeJoinReports(criteria, reports));
}

/** {@link joinReports} that answers a {@link Result} and never throws. */
export function safeJoinReports(criteria: CriteriaSet, reports: readonly Evidence[]): Result<readonly Evidence[]> {
  const checked = attempt(() => checkedReports(criteria, reports));
  if (!checked.ok) return checked;
  const parts = new Map<string, Evidence[]>();
  for (const report of checked.value) {
    const key = JSON.stringify([report.unit.id, report.period, report.round, report.appraiser]);
    parts.set(key, [...(parts.get(key) ?? []), report]);
  }
  const joined = [...parts.values()].map((ofOne) => joinParts(criteria, ofOne as [Evidence, ...Evidence[]]));
  return result(
    joined.flatMap(({ issues }) => issues),
    () => joined.map(({ report }) => report),
  );
}

function joinParts(
  criteria: CriteriaSet,
  [first, ...others]: readonly [Evidence, ...Evidence[]],
): { readonly report: Evidence; readonly issues: readonly Issue[] } {
  if (others.length === 0) return { report: first, issues: [] };
  const all = [first, ...others];
  const tree = treeOf(criteria, first.unit.group);
  const items = joinRecords(all.map((report) => report.items));
  const facts = joinRecords(all.map((report) => report.facts ?? {}));
  const events = joinRecords(all.map((report) => report.events ?? {}));
  const inOrder = Object.fromEntries(
    tree.leaves.flatMap(({ code }) => (items.joined[code] === undefined ? [] : [[code, items.joined[code]]])),
  );
  const sentOn = all
    .flatMap((report) => (report.sentOn === undefined ? [] : [report.sentOn]))
    .sort()
    .at(-1);
  const report = {
    ...first,
    ...(sentOn === undefined ? {} : { sentOn }),
    items: Object.freeze(inOrder),
    ...(Object.keys(facts.joined).length === 0 ? {} : { facts: Object.freeze(facts.joined) }),
    ...(Object.keys(events.joined).length === 0 ? {} : { events: Object.freeze(events.joined) }),
  };
  const differing: readonly Location[] = [
    ...differingOfUnit(all).map((key) => ({ path: ["unit", key] })),
    ...items.differing.map((code) => ({ code, title: tree.nodes.get(code)?.title.vi ?? "", path: ["items", code] })),
    ...facts.differing.map((id) => ({ path: ["facts", id] })),
    ...events.differing.map((id) => ({ path: ["events", id] })),
  ];
  return {
    report: asChecked(criteria, Object.freeze(report)),
    issues: differing.map((place) => issue("partsDiffer", {}, { unit: first.unit.id, ...place })),
  };
}

/** What the parts say differently of their unit: of another group, it would be scored by another tree. */
function differingOfUnit(parts: readonly Evidence[]): readonly (keyof Unit)[] {
  const keys = ["name", "group", "notRated"] as const;
  return keys.filter((key) => new Set(parts.map(({ unit }) => JSON.stringify(unit[key]))).size > 1);
}

/** What several parts record under each name, and the names under which they record different things. */
function joinRecords<T extends object>(parts: readonly Readonly<Record<string, T>>[]) {
  const joined: Record<string, T> = {};
  const differing = new Set<string>();
  for (const [name, record] of parts.flatMap((part) => Object.entries(part))) {
    const other = joined[name];
    // Records are read by one schema, so that their keys stand in one order.
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(record)) differing.add(name);
    joined[name] ??= record;
  }
  return { joined, differing: [...differing] };
}

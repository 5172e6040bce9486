import { type CriteriaSet, type Leaf, treeOf } from "../criteria/criteriaSet";
import type { ReportedRound, RoundsPolicy } from "../criteria/policies";
import { at, type Issue, issue } from "../issue/issue";
import { attempt, type Result, result, unwrap } from "../issue/result";
import type { Evidence, EvidenceItem } from "./evidence";
import { checkedReports } from "./parseEvidence";
import { figuresOf } from "./readItem";
import type { Records } from "./readRecords";
import { asChecked, repeatedUnits } from "./readReport";
import { resolveRecords } from "./resolveRecords";
import { heldRound, isUnitsRound } from "./roundsHeld";

/** Evidence as it stands after each round, and what counts. */
export interface ResolvedRounds {
  /** For each unit and round that was reported: the round's own items, and those before it that it accepts or leaves. */
  readonly rounds: readonly Evidence[];
  /** For each unit, with the round `counted`: of every leaf the item of the round that counts for it, named in `origins`. */
  readonly counted: readonly Evidence[];
}

/**
 * What the rounds of assessment come to (kết quả qua các vòng): a later round accepts what stands, changes a figure or gives
 * points with a reason, and the set says for each leaf which round counts. A later zero is a zero; a leaf of which no counting
 * round speaks is missing, whatever the unit gave itself. Appraisals of several agencies are put together.
 *
 * **Errors:** {@link ParError} with every issue: an appraisal of what was never reported, nothing to accept, a figure changed
 * without a reason, two appraisals of one leaf, a unit in two groups, a set that holds no rounds.
 *
 * @example
 * ```ts
 * import { parseReports, resolveRounds } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/rounds");
 * const unit = { id: "a", name: "Sở A" };
 * const reports = parseReports(criteria, [
 *   { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } },
 *   { unit, period: "2021", round: "appraised", items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn" } } },
 * ]);
 * const [counted] = resolveRounds(criteria, reports).counted;
 * [counted?.items["1"]?.done, counted?.origins?.["1"]]; // => [17, "appraised"]
 * ```
 */
export function resolveRounds(criteria: CriteriaSet, reports: readonly Evidence[]): ResolvedRounds {
  return unwrap(safeResolveRounds(criteria, reports));
}

/** {@link resolveRounds} that answers a {@link Result} and never throws. */
export function safeResolveRounds(criteria: CriteriaSet, reports: readonly Evidence[]): Result<ResolvedRounds> {
  const { rounds } = criteria.file.policies;
  if (rounds === undefined) return { ok: false, issues: [issue("roundsNotStated", {}, { path: ["policies", "rounds"] })] };
  const checked = attempt(() => checkedReports(criteria, reports));
  if (!checked.ok) return checked;
  const repeated = repeatedUnits(checked.value.map((report) => ({ report })));
  const units = byUnitAndPeriod(checked.value).map((own) => resolveUnit(criteria, rounds, own));
  return result([...repeated, ...units.flatMap(({ issues }) => issues)], () => ({
    rounds: units.flatMap((unit) => unit.rounds),
    counted: units.map((unit) => unit.counted),
  }));
}

function byUnitAndPeriod(reports: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const units = new Map<string, Evidence[]>();
  for (const report of reports) {
    const key = JSON.stringify([report.unit.id, report.period]);
    const own = units.get(key);
    if (own === undefined) units.set(key, [report]);
    else own.push(report);
  }
  return [...units.values()];
}

interface ResolvedUnit {
  readonly rounds: readonly Evidence[];
  readonly counted: Evidence;
  readonly issues: readonly Issue[];
}

/** The rounds of one unit, one upon the other in the order in which the set holds them, whatever the order of the reports. */
function resolveUnit(criteria: CriteriaSet, policy: RoundsPolicy, given: readonly Evidence[]): ResolvedUnit {
  const reports = inOrder(policy, given);
  const [first] = reports as readonly [Evidence];
  const { leaves } = treeOf(criteria, first.unit.group);
  const issues: Issue[] = [...reportFaults(policy, first, reports)];
  const rounds: Evidence[] = [];
  const said = new Map<ReportedRound, Evidence["items"]>();
  let standing: Evidence["items"] = {};
  const self = reports.some(({ round }) => round === policy.list[0]?.id);
  const records = resolveRecords(criteria, policy, reports);
  for (const { id } of policy.list) {
    const own = reports.filter(({ round, unit }) => round === id && unit.group === first.unit.group);
    // Where several appraise, one who says that the unit is not rated is heard, whoever else says nothing of it.
    const heading = own.find(({ unit }) => unit.notRated !== undefined) ?? own[0];
    if (heading === undefined) continue;
    if (!self) issues.push(issue("roundWithoutReport", { round: id }));
    const { items, issues: twice } = mergeAppraisals(leaves, own);
    const found = self ? leaves.flatMap((leaf) => verdictFaults(criteria, leaf, id, items[leaf.code], standing[leaf.code])) : [];
    issues.push(...twice, ...found);
    said.set(id, items);
    standing = stand(leaves, items, standing);
    rounds.push(evidenceOf(criteria, heading, id, standing, records.standing.get(id)));
  }
  issues.push(...records.issues);
  const { items, origins } = countedItems(policy, leaves, said, rounds);
  return {
    rounds,
    counted: evidenceOf(criteria, countedHeading(policy, rounds, first), "counted", items, records.counted, origins),
    issues: issues.map((one) => at({ unit: first.unit.id }, one)),
  };
}

/** What a unit is called as the last round calls it; whether it is rated as the first round says that counts, else the last. */
function countedHeading({ counts }: RoundsPolicy, rounds: readonly Evidence[], first: Evidence): Evidence {
  const last = rounds.at(-1) ?? first;
  const counting = counts.map((id) => rounds.find(({ round }) => round === id)).find((found) => found !== undefined) ?? last;
  const { notRated: _, ...named } = last.unit;
  const { notRated } = counting.unit;
  return { ...last, unit: Object.freeze({ ...named, ...(notRated === undefined ? {} : { notRated }) }) };
}

/** Reports by round, then by appraiser; one that names none comes last, since `~` comes after every letter. */
function inOrder({ list }: RoundsPolicy, reports: readonly Evidence[]): readonly Evidence[] {
  const placeOf = ({ round }: Evidence) => list.findIndex(({ id }) => id === round);
  const nameOf = ({ appraiser = "~" }: Evidence) => appraiser;
  const byName = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
  return [...reports].sort((a, b) => placeOf(a) - placeOf(b) || byName(nameOf(a), nameOf(b)));
}

/** What is wrong between the reports of a unit: one of a round that the set does not hold, or of another group than the first. */
function reportFaults(policy: RoundsPolicy, { unit }: Evidence, reports: readonly Evidence[]): readonly Issue[] {
  const held = policy.list.map(({ id }) => id);
  return reports.flatMap(({ round, unit: { group } }) => [
    ...(heldRound(policy, round) === undefined ? [issue("roundNotHeld", { round, rounds: held })] : []),
    ...(group === unit.group ? [] : [issue("groupDiffers", { round, group, other: unit.group })]),
  ]);
}

/** Of every leaf the item that counts: as it stands after the first of the counting rounds that speaks of it. */
function countedItems(
  policy: RoundsPolicy,
  leaves: readonly Leaf[],
  said: ReadonlyMap<ReportedRound, Evidence["items"]>,
  rounds: readonly Evidence[],
): { readonly items: Evidence["items"]; readonly origins: NonNullable<Evidence["origins"]> } {
  const items: Record<string, EvidenceItem> = {};
  const origins: Record<string, ReportedRound> = {};
  for (const { code } of leaves) {
    const round = policy.counts.find((candidate) => speaksOf(said.get(candidate)?.[code]));
    const item = round === undefined ? undefined : rounds.find((one) => one.round === round)?.items[code];
    if (round === undefined || item === undefined) continue;
    origins[code] = round;
    items[code] = item;
  }
  return { items, origins };
}

/** The items of one round by all who appraised in it; a leaf that two appraised is an issue. */
function mergeAppraisals(
  leaves: readonly Leaf[],
  reports: readonly Evidence[],
): { readonly items: Evidence["items"]; readonly issues: Issue[] } {
  const items: Record<string, EvidenceItem> = {};
  const issues: Issue[] = [];
  for (const leaf of leaves) {
    const speaking = reports.filter(({ items: own }) => Object.keys(own[leaf.code] ?? {}).length > 0);
    const first = speaking.find(({ items: own }) => speaksOf(own[leaf.code])) ?? speaking[0];
    const item = first?.items[leaf.code];
    if (first === undefined || item === undefined) continue;
    items[leaf.code] = item;
    if (speaking.length > 1) {
      const appraisers = speaking.map(({ appraiser }) => appraiser ?? null);
      issues.push(inLeaf(issue("appraisedTwice", { round: first.round, appraisers }), leaf));
    }
  }
  return { items, issues };
}

/** What is wrong with what a round says of a leaf, given what stands before it. */
function verdictFaults(
  criteria: CriteriaSet,
  leaf: Leaf,
  round: ReportedRound,
  item: EvidenceItem | undefined,
  before: EvidenceItem | undefined,
): readonly Issue[] {
  if (round === criteria.file.policies.rounds?.list[0]?.id || item === undefined || !speaksOf(item)) return [];
  const known = before !== undefined && speaksOf(before);
  if (item.accepted === true) return known ? [] : [inLeaf(issue("nothingToAccept", { round }), leaf)];
  const mayBeFirst = leaf.node.selfScored === false || isUnitsRound(criteria, round);
  if (!known) return mayBeFirst ? [] : [inLeaf(issue("appraisalWithoutReport", { round }), leaf)];
  const stood = settledBy(before);
  const changed = JSON.stringify(settledBy(item)) !== JSON.stringify(stood);
  return changed && item.reason === undefined ? [inLeaf(issue("changeWithoutReason", { round, before: stood }), leaf)] : [];
}

/** What stands after a round: what it says of a leaf, upon what stood before. */
function stand(leaves: readonly Leaf[], said: Evidence["items"], before: Evidence["items"]): Evidence["items"] {
  const standing: Record<string, EvidenceItem> = {};
  for (const { code } of leaves) {
    const item = upon(before[code], said[code]);
    if (item !== undefined) standing[code] = Object.freeze(item);
  }
  return standing;
}

/** What a round says upon what stood before it. Documents that prove what is accepted, or asked about, still prove it. */
function upon(before: EvidenceItem | undefined, said: EvidenceItem | undefined): EvidenceItem | undefined {
  if (said === undefined) return before;
  if (before === undefined) return speaksOf(said) ? said : undefined;
  if (speaksOf(said) && said.accepted !== true) return said;
  const { accepted: _, ...beside } = said;
  if (Object.keys(beside).length === 0) return before;
  const documents = [...(before.documents ?? []), ...(said.documents ?? [])];
  return { ...before, ...beside, ...(documents.length === 0 ? {} : { documents }) };
}

/** True when an item settles something, rather than only ask for an explanation or note something. */
function speaksOf(item: EvidenceItem | undefined): boolean {
  return item !== undefined && (item.accepted === true || Object.keys(settledBy(item)).length > 0);
}

/** What settles a leaf, as text by its key, in one order, so that two items can be compared and shown. */
function settledBy({ notApplicable, givenPoints, ...item }: EvidenceItem): Readonly<Record<string, string>> {
  if (notApplicable === true) return { notApplicable: "true" };
  if (givenPoints !== undefined) return { givenPoints };
  const figures = Object.entries(figuresOf(item) ?? {}).map(([key, value]) => [key, String(value)] as const);
  return Object.fromEntries(figures.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inLeaf(found: Issue, { code, title }: Leaf): Issue {
  return at({ code, title: title.vi, path: ["items", code] }, found);
}

function evidenceOf(
  criteria: CriteriaSet,
  { unit, period, criteria: named }: Evidence,
  round: Evidence["round"],
  items: Evidence["items"],
  records: Records = {},
  origins?: Evidence["origins"],
): Evidence {
  const evidence: Evidence = {
    criteria: named,
    unit,
    period,
    round,
    items: Object.freeze(items),
    ...records,
    ...(origins === undefined ? {} : { origins }),
  };
  return asChecked(criteria, Object.freeze(evidence));
}

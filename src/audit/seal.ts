import type { CriteriaSet } from "../criteria/criteriaSet";
import { type ReportedRound, rounds } from "../criteria/policies";
import type { Evidence } from "../evidence/evidence";
import { civilDate, text } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result, unwrap } from "../issue/result";
import { safeScoreRounds } from "../score/scoreRounds";
import { canonicalText, inOrder } from "./canonicalText";
import { type Digest, digestOf, digestOfText, leafHash, saltFrom } from "./digest";
import { engine } from "./engine";
import { type Disclosures, type Entry, type EntryKind, predicateTypeOf, type StandingKind, statementType } from "./entry";
import { appendLeaf, emptyFrontier, type Frontier, frontierRoot } from "./merkleTree";
import { subjectOf } from "./parts";
import { recordResults } from "./recordedScore";
import { lineText } from "./sealedLine";
import { aboutOf, type Standing, standingOf } from "./standing";
import { readSealedLines, verifyLines } from "./verifyTrail";
import { withhold, withholdEvidence } from "./withholding";

/** A scored round, and who records it. */
export interface SealOptions {
  readonly criteria: CriteriaSet;
  /** Every report of every round. */
  readonly reports: readonly Evidence[];
  /** The office that records, and the day: given, never read from a clock. */
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** What salts are made of: long, random, and kept. The same secret gives the same bytes again. It never enters the record. */
  readonly secret: string;
  /** The lines of an earlier record of the round, to which what has changed is added as corrections. */
  readonly onto?: Iterable<Uint8Array> | undefined;
  /** Why earlier entries are corrected or withdrawn. */
  readonly reason?: string | undefined;
}

/**
 * Seals a scored round (niêm phong một kỳ đánh giá): the text of a file with the criteria set, every report of every round,
 * every digit that came out, place and grade, each an entry chained to the one before, and the root over all of them.
 *
 * **Shape:** one canonical JSON object a line, entries, then a head; see `docs/sealed-records.md`.
 * **Exactness:** the same round, day and secret give the same bytes, whatever the order of the reports.
 * **Errors:** {@link ParError} as `scoreRounds`; an earlier record that does not hold, or of which texts are withheld;
 * corrections without a reason.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { linesOf, seal, verifyTrail } from "par-index/audit";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const reports = parseReports(criteria, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } } },
 * ]);
 * const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" });
 * const { holds, entries } = verifyTrail(linesOf(new TextEncoder().encode(file)));
 * [holds, entries]; // => [true, 4]
 * ```
 */
export function seal(options: SealOptions): string {
  const { criteria, reports, onto } = options;
  const { recordedBy, recordedAt, reason } = checkedOptions(options);
  const scores = unwrap(safeScoreRounds(criteria, reports));
  const earlier = onto === undefined ? nothingYet : readEarlier(onto);
  const stated = statementsOf(criteria, reports, scores);
  const changes = changesSince(earlier.standing, stated);
  const superseded = changes.filter(({ replaces }) => replaces !== undefined).length;
  if (changes.length === 0) throw new ParError([issue("nothingToRecord", {})]);
  if (superseded > 0 && reason === undefined) throw new ParError([issue("correctionWithoutReason", { entries: superseded })]);
  const writer = { secret: options.secret, recordedBy, recordedAt, reason: reason ?? "", known: new Map<string, Digest>() };
  let chain: Chain = earlier.chain;
  const lines: string[] = [];
  for (const change of [...changes, publication(criteria, reports)]) {
    const written = writeEntry(writer, chain, change);
    lines.push(written.line);
    chain = written.chain;
  }
  const head = { root: frontierRoot(chain.tree), size: chain.tree.size };
  return `${[...earlier.lines, ...lines, canonicalText({ head })].join("\n")}\n`;
}

/** {@link seal} that answers a {@link Result} and never throws. */
export function safeSeal(options: SealOptions): Result<string> {
  return attempt(() => seal(options));
}

/** Long enough that nobody finds it by trying. */
const leastSecret = 16;

function checkedOptions({ recordedBy, recordedAt, reason, secret }: SealOptions) {
  const by = readWith(text, recordedBy, { path: ["recordedBy"] });
  const day = readWith(civilDate, recordedAt, { path: ["recordedAt"] });
  const why = reason === undefined ? { value: undefined, issues: [] } : readWith(text, reason, { path: ["reason"] });
  const short = secret.length < leastSecret ? [issue("secretTooShort", { least: leastSecret }, { path: ["secret"] })] : [];
  const issues: readonly Issue[] = [...by.issues, ...day.issues, ...why.issues, ...short];
  if (by.value === undefined || day.value === undefined || issues.length > 0) throw new ParError(issues);
  return { recordedBy: by.value, recordedAt: day.value, reason: why.value };
}

type Content = Readonly<Record<string, unknown>>;

/** Something to be recorded: a statement, or that an earlier one is replaced by it, or by nothing. */
interface Change {
  readonly kind: StandingKind;
  readonly content: Content;
  readonly replaces?: Standing;
  readonly withdrawn?: true;
}

/** All that a round states, in the one order in which it is recorded. */
function statementsOf(criteria: CriteriaSet, reports: readonly Evidence[], scores: Parameters<typeof recordResults>[2]): readonly Change[] {
  const { file, readings } = criteria;
  const digest = digestOf(file);
  const { scored, graded } = recordResults(criteria, { criteria: digest, engine }, scores);
  const adopted = { id: file.id, revision: file.revision, digest, readings, file };
  return [
    { kind: "criteriaAdopted", content: adopted },
    ...[...reports].sort(byRoundAndUnit).map((report) => ({ kind: kindOfRound[report.round as ReportedRound], content: { ...report } })),
    ...[...scored].sort(byUnit).map((result) => ({ kind: "scored" as const, content: { ...result } })),
    ...[...graded].sort(byUnit).map((result) => ({ kind: "graded" as const, content: { ...result } })),
  ];
}

const kindOfRound = {
  selfAssessed: "evidenceReceived",
  appraised: "appraised",
  explained: "explained",
  reappraised: "appraised",
} as const satisfies Record<ReportedRound, StandingKind>;

function byRoundAndUnit(a: Evidence, b: Evidence): number {
  const order = (round: Evidence["round"]) => rounds.indexOf(round as ReportedRound);
  return order(a.round) - order(b.round) || byUnit(a, b) || compareText(a.appraiser ?? "", b.appraiser ?? "");
}

function byUnit(a: Pick<Evidence, "period"> & { readonly unit: { readonly id: string } }, b: typeof a): number {
  return compareText(a.unit.id, b.unit.id) || compareText(a.period, b.period);
}

/** By code units, as everywhere: the order of a language would differ from machine to machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function publication({ file }: CriteriaSet, reports: readonly Evidence[]): Change {
  const units = new Set(reports.map(({ unit }) => unit.id)).size;
  return { kind: "published", content: { criteria: digestOf(file), engine, units } };
}

/** What has to be recorded so that a record states this and nothing else. */
function changesSince(standing: readonly Standing[], stated: readonly Change[]): readonly Change[] {
  const before = new Map(standing.filter(({ kind }) => kind !== "published").map((one) => [aboutOf(one.kind, one.content), one] as const));
  const changes = stated.flatMap((change): readonly Change[] => {
    const about = aboutOf(change.kind, change.content);
    const replaces = before.get(about);
    before.delete(about);
    if (replaces === undefined) return [change];
    return canonicalText(replaces.content) === canonicalText(change.content) ? [] : [{ ...change, replaces }];
  });
  const gone = [...before.values()].map(
    (replaces): Change => ({ kind: replaces.kind, content: replaces.content, replaces, withdrawn: true }),
  );
  return [...changes, ...gone];
}

/** Where a record ends: what the next entry is chained to. */
interface Chain {
  readonly tree: Frontier;
  readonly previous?: Digest;
}

interface Earlier {
  readonly lines: readonly string[];
  readonly standing: readonly Standing[];
  readonly chain: Chain;
}

const nothingYet: Earlier = { lines: [], standing: [], chain: { tree: emptyFrontier } };

/** An earlier record, which must hold, and hide nothing. */
function readEarlier(onto: Iterable<Uint8Array>): Earlier {
  const bytes = [...onto];
  const read = [...readSealedLines(bytes)];
  const { issues, holds, withheld } = verifyLines(read);
  if (!holds) throw new ParError(issues);
  if (withheld > 0) throw new ParError([issue("recordRedacted", { withheld })]);
  const entries = read.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  const tree = entries.reduce<Frontier>((grown, { leaf }) => appendLeaf(grown, leaf), emptyFrontier);
  const previous = entries.at(-1)?.found;
  const decoder = new TextDecoder();
  return {
    lines: bytes.map((line) => decoder.decode(line)),
    standing: standingOf(entries),
    chain: { tree, ...(previous === undefined ? {} : { previous }) },
  };
}

interface Writer {
  readonly secret: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly reason: string;
  /** Digests of parts that were made already, by their text. */
  readonly known: Map<string, Digest>;
}

/** The line of one entry, and where the record ends after it. */
function writeEntry(writer: Writer, { tree, previous }: Chain, change: Change): { readonly line: string; readonly chain: Chain } {
  const { secret, recordedBy, recordedAt, known } = writer;
  const number = tree.size + 1;
  const place = String(number);
  const by = withhold(secret, `${place}/recordedBy`, recordedBy);
  const { kind, content: said, texts } = contentOf(writer, place, change);
  const content = inOrder(said) as Content;
  const entry: Entry = {
    _type: statementType,
    predicate: {
      content,
      number,
      ...(previous === undefined ? {} : { previous }),
      recordedAt,
      recordedBy: by.visible,
      salt: saltFrom(secret, `${place}/${previous ?? ""}`),
    },
    predicateType: predicateTypeOf(kind),
    subject: subjectOf(content, known),
  };
  const written = canonicalText(entry);
  const digest = digestOfText(written);
  return {
    line: lineText(digest, written, canonicalText({ ...by.texts, ...texts })),
    chain: { tree: appendLeaf(tree, leafHash(written)), previous: digest },
  };
}

/** What an entry holds, with its texts behind their digests. */
function contentOf(
  { secret, reason }: Writer,
  place: string,
  { kind, content, replaces, withdrawn }: Change,
): { readonly kind: EntryKind; readonly content: Content; readonly texts: Disclosures } {
  const isReport = kind === "evidenceReceived" || kind === "appraised" || kind === "explained";
  if (replaces === undefined) {
    if (!isReport) return { kind, content, texts: {} };
    const { visible, texts } = withholdEvidence(secret, place, content as unknown as Evidence);
    return { kind, content: visible, texts };
  }
  const why = withhold(secret, `${place}/reason`, reason);
  const { number, digest } = replaces;
  if (withdrawn === true) {
    const unit = content.unit as Evidence["unit"] | undefined;
    const whose = unit === undefined ? {} : { unit: { id: unit.id, group: unit.group } };
    return { kind: "withdrawn", content: { withdraws: { number, digest }, reason: why.visible, ...whose }, texts: why.texts };
  }
  const now = isReport ? withholdEvidence(secret, place, content as unknown as Evidence) : { visible: content, texts: {} };
  return {
    kind: "corrected",
    content: { kind, replaces: { number, digest }, reason: why.visible, now: now.visible },
    texts: { ...why.texts, ...now.texts },
  };
}

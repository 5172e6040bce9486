import { isPlainObject } from "../issue/fields";
import { isDigest } from "./digest";
import { type Entry, type EntryKind, type EntryReference, kindOf, type StandingKind } from "./entry";
import type { EntryLine } from "./sealedLine";
import { disclose } from "./withholding";

/** What stands of a record (nội dung còn hiệu lực): a statement that nothing later corrected or withdrew. */
export interface Standing extends EntryReference {
  readonly kind: StandingKind;
  /** The content with its texts in their places; of those that are withheld, remarks leave a mark. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** What stands after these entries, in their order; a correction stands in the place of what it corrects. */
export function standingOf(lines: readonly EntryLine[]): readonly Standing[] {
  const standing = new Map<number, Standing>();
  for (const { entry, found, texts } of lines) {
    const { number, content } = entry.predicate;
    const superseded = supersededBy(entry);
    if (superseded !== undefined) standing.delete(superseded.number);
    const { kind, now } = statedBy(kindOf(entry), content);
    if (kind === undefined) continue;
    standing.set(number, {
      number,
      digest: found,
      kind,
      content: holdsTexts(kind) ? (disclose(now, texts) as Standing["content"]) : (now ?? {}),
    });
  }
  return [...standing.values()];
}

/** True for what holds texts that may be withheld: reports. */
function holdsTexts(kind: StandingKind): boolean {
  return kind === "evidenceReceived" || kind === "appraised" || kind === "explained";
}

/** What an entry states anew: its content, or that of a correction; a withdrawal states nothing. */
export function statedBy(
  kind: EntryKind,
  content: Standing["content"],
): { readonly kind?: StandingKind; readonly now?: Standing["content"] } {
  if (kind === "withdrawn") return {};
  if (kind !== "corrected") return { kind, now: content };
  return isPlainObject(content.now) ? { kind: content.kind as StandingKind, now: content.now } : {};
}

/** The entry that an entry corrects or withdraws; none also where it names none as it should. */
export function supersededBy(entry: Entry): EntryReference | undefined {
  const { replaces, withdraws } = entry.predicate.content;
  const named = kindOf(entry) === "corrected" ? replaces : kindOf(entry) === "withdrawn" ? withdraws : undefined;
  if (!isPlainObject(named)) return undefined;
  const { number, digest } = named;
  return typeof number === "number" && isDigest(digest) ? { number, digest } : undefined;
}

/** What a statement is about: of one thing one statement stands. */
export function aboutOf(kind: StandingKind, content: Standing["content"]): string {
  if (kind === "criteriaAdopted") return kind;
  const { unit, period, round, appraiser } = content;
  const id = isPlainObject(unit) ? unit.id : undefined;
  if (kind === "scored" || kind === "graded") return JSON.stringify([kind, id, period]);
  return JSON.stringify(["report", id, period, round, appraiser]);
}

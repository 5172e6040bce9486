import * as z from "zod/mini";
import type { CriteriaFile } from "../criteria/criteriaFile";
import type { Evidence } from "../evidence/evidence";
import { isPlainObject, plainObject } from "../issue/fields";
import { type Digest, digestPattern, emptyRoot, isDigest } from "./digest";
import type { RecordedGrade, RecordedScore } from "./recordedScore";

/** What entries state, of what they are about: the shape of an in-toto Statement, version 1. */
export const statementType = "https://in-toto.io/Statement/v1";

/** The type of a statement of ours, with the version of its shape: `par-index:scored/1`. */
export function predicateTypeOf(kind: EntryKind): string {
  return `par-index:${kind}/1`;
}

/** What is recorded (các loại bản ghi), in the order in which a round goes. */
export const entryKinds = [
  "criteriaAdopted",
  "evidenceReceived",
  "appraised",
  "explained",
  "scored",
  "graded",
  "published",
  "corrected",
  "withdrawn",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What can be corrected or withdrawn. */
export type StandingKind = Exclude<EntryKind, "corrected" | "withdrawn">;

/** A text that stands behind its digest, so that it can be withheld (ẩn khi công khai) while the proof still holds. */
export interface Withheld {
  readonly withheld: Digest;
}

/** A text as it is disclosed beside its entry: with a salt, so that a short one cannot be found by trying. */
export interface Disclosure {
  readonly salt: string;
  readonly value: unknown;
}

export type Disclosures = Readonly<Record<Digest, Disclosure>>;

/** Where an entry stands and what its digest is: how one entry names another. */
export interface EntryReference {
  readonly number: number;
  readonly digest: Digest;
}

/** The criteria set that a round is scored by, whole, under the readings chosen. */
export interface AdoptedCriteria {
  readonly id: string;
  readonly revision: number;
  readonly digest: Digest;
  readonly readings: Readonly<Record<string, string>>;
  readonly file: CriteriaFile;
}

/** What a publication says of the round: how many units, which engine, under which set. */
export interface Publication {
  readonly criteria: Digest;
  readonly engine: Engine;
  readonly units: number;
}

/** The program that computed a result. */
export interface Engine {
  readonly name: string;
  readonly version: string;
}

/** What each kind of entry holds. Texts that may be withheld are {@link Withheld} in the entry itself. */
export interface EntryContents {
  readonly criteriaAdopted: AdoptedCriteria;
  readonly evidenceReceived: Evidence;
  readonly appraised: Evidence;
  readonly explained: Evidence;
  readonly scored: RecordedScore;
  readonly graded: RecordedGrade;
  readonly published: Publication;
  readonly corrected: { readonly kind: StandingKind; readonly replaces: EntryReference; readonly reason: string; readonly now: object };
  readonly withdrawn: { readonly withdraws: EntryReference; readonly reason: string };
}

/** One entry of a sealed record (bản ghi): a statement about parts that are named by their digests, chained to the entry before. */
export interface Entry {
  readonly _type: typeof statementType;
  readonly predicateType: string;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: Digest } }[];
  readonly predicate: {
    readonly number: number;
    /** The digest of the entry before; the first has none. */
    readonly previous?: Digest | undefined;
    readonly salt: string;
    /** The day, as given by who recorded it: no clock is read. */
    readonly recordedAt: string;
    readonly recordedBy: Withheld;
    readonly content: Readonly<Record<string, unknown>>;
  };
}

/** The root of the tree over the first entries of a record, as it is printed and signed. */
export interface Head {
  readonly root: Digest;
  readonly size: number;
}

export const digestSchema = z.string().check(z.regex(digestPattern, { error: emptyRoot }));

const withheld = z.strictObject({ withheld: digestSchema });

const kindPattern = new RegExp(`^par-index:(${entryKinds.join("|")})/1$`);

/** A hundred parts in each of thousands of entries: looked at by hand, several times faster than by a schema. */
function isSubject(value: unknown): value is Entry["subject"] {
  return Array.isArray(value) && value.length > 0 && value.every(isPart);
}

function isPart(value: unknown): boolean {
  if (!isPlainObject(value) || Object.keys(value).length !== 2) return false;
  const { name, digest } = value;
  return typeof name === "string" && isPlainObject(digest) && isDigest(digest.sha256) && Object.keys(digest).length === 1;
}

const entrySchema = z.strictObject({
  _type: z.literal(statementType),
  predicateType: z.string().check(z.regex(kindPattern, { error: predicateTypeOf("scored") })),
  subject: z.custom<Entry["subject"]>(isSubject),
  predicate: z.strictObject({
    number: z.int().check(z.minimum(1)),
    previous: z.optional(digestSchema),
    salt: z.string(),
    recordedAt: z.string(),
    recordedBy: withheld,
    content: plainObject,
  }),
});

export const headSchema = z.strictObject({ root: digestSchema, size: z.int().check(z.minimum(1)) });

/** The three sorts of lines of a sealed file. */
export const entryLineSchema = z.strictObject({
  digest: digestSchema,
  entry: entrySchema,
  texts: z.record(digestSchema, z.strictObject({ salt: z.string(), value: z.unknown() })),
});
export const headLineSchema = z.strictObject({ head: headSchema });
export const signatureLineSchema = z.strictObject({
  signature: z.strictObject({
    head: headSchema,
    signer: z.strictObject({ name: z.string(), role: z.enum(["unit", "appraiser", "council", "publisher"]) }),
    signedAt: z.string(),
    keyId: digestSchema,
    value: z.string(),
  }),
});

/** The kind of an entry. */
export function kindOf({ predicateType }: Entry): EntryKind {
  return kindPattern.exec(predicateType)?.[1] as EntryKind;
}

import type * as z from "zod/mini";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue } from "../issue/issue";
import { type Read, readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import { standardRuleKinds } from "../rules/index";
import { standardMeasures } from "../rules/measures/index";
import { type CriteriaDraft, type CriteriaFile, criteriaFileSchema } from "./criteriaFile";
import { type CriteriaSet, compileCriteria, type RuleBook, rootOf } from "./criteriaSet";
import { criteriaFaults } from "./invariants";
import { openPoints } from "./openPoints";
import { listNodes } from "./tree";

/** How a criteria file is read. */
export interface ParseCriteriaOptions {
  /** The rule kinds that the file may name; {@link standardRuleKinds} unless given. */
  readonly kinds?: RuleBook["kinds"] | undefined;
  /** The measures that its rules may read; {@link standardMeasures} unless given. */
  readonly measures?: RuleBook["measures"] | undefined;
  /** For leaves on which sources disagree, the reading (cách hiểu) to apply instead of the one the file takes: `{ "4.2": "portal" }`. */
  readonly readings?: Readonly<Record<string, string>> | undefined;
}

/**
 * A criteria set (bộ tiêu chí) from its file: JSON text, or the value that such text holds.
 * The set proves itself first: its parts add up, every leaf can reach its maximum, bands have no gap, every number has a
 * source or a stated confidence, every policy is stated.
 *
 * **Errors:** {@link ParError} with every issue at once, in the order of the tree; {@link safeParseCriteria} answers them instead.
 *
 * @example
 * ```ts
 * import { safeParseCriteria } from "par-index";
 * safeParseCriteria("{}").ok; // => false
 * ```
 */
export function parseCriteria(file: unknown, options: ParseCriteriaOptions = {}): CriteriaSet {
  return unwrap(safeParseCriteria(file, options));
}

/** {@link parseCriteria} that answers a {@link Result} and never throws. */
export function safeParseCriteria(file: unknown, options: ParseCriteriaOptions = {}): Result<CriteriaSet> {
  const book: RuleBook = { kinds: options.kinds ?? standardRuleKinds, measures: options.measures ?? standardMeasures };
  const readings = options.readings ?? {};
  return readInput(file, (value) => {
    const { value: draft, issues } = readDraft(value, book);
    if (draft === undefined) return { value: undefined, issues };
    const open = openPoints(draft).map((one): Issue => ({ ...one, severity: "error" }));
    const all = [...issues, ...readingFaults(draft, readings), ...open];
    const holds = all.every(({ severity }) => severity === "warning");
    return { value: holds ? compileCriteria(draft as CriteriaFile, book, readings) : undefined, issues: all };
  });
}

/** A criteria set that may still be open, and what it leaves open, each as a warning with its place: in a text, its line. */
export interface ParsedDraft {
  readonly file: CriteriaDraft;
  readonly open: readonly Issue[];
}

/**
 * A criteria set that is still being written (bộ tiêu chí đang soạn): checked as far as it goes, with a list of what is open.
 * It can be printed and filled in; only once nothing is open does `parseCriteria` accept it for scoring.
 *
 * **Errors:** as {@link parseCriteria}, but for what is open.
 *
 * @example
 * ```ts
 * import { safeParseDraft } from "par-index";
 * safeParseDraft("{}").ok; // => false
 * ```
 */
export function parseDraft(file: unknown, options: Omit<ParseCriteriaOptions, "readings"> = {}): ParsedDraft {
  return unwrap(safeParseDraft(file, options));
}

/** {@link parseDraft} that answers a {@link Result} and never throws. */
export function safeParseDraft(file: unknown, options: Omit<ParseCriteriaOptions, "readings"> = {}): Result<ParsedDraft> {
  const book: RuleBook = { kinds: options.kinds ?? standardRuleKinds, measures: options.measures ?? standardMeasures };
  const outcome = readInput(file, (value) => {
    const { value: draft, issues } = readDraft(value, book);
    return { value: draft, issues: [...issues, ...(draft === undefined ? [] : openPoints(draft))] };
  });
  if (!outcome.ok) return { ok: false, issues: outcome.issues.filter((found) => !isOpen(found)) };
  const { value, warnings } = outcome;
  return { ok: true, value: { file: value, open: warnings.filter(isOpen) }, warnings: warnings.filter((found) => !isOpen(found)) };
}

function isOpen({ code }: Issue): boolean {
  return code === "stillOpen";
}

function readDraft(value: unknown, book: RuleBook): Read<CriteriaDraft> {
  const read = readWith(schemaOf(book), value);
  if (read.value === undefined) return { value: undefined, issues: read.issues.map((found) => named(found, value)) };
  return { value: read.value, issues: criteriaFaults(read.value, book) };
}

const standardSchema: { value?: z.ZodMiniType<CriteriaDraft> } = {};

/** The schema of a rule book, made once for the standard one. */
function schemaOf({ kinds, measures }: RuleBook): z.ZodMiniType<CriteriaDraft> {
  if (kinds !== standardRuleKinds || measures !== standardMeasures) return criteriaFileSchema(kinds, measures);
  standardSchema.value ??= criteriaFileSchema(kinds, measures);
  return standardSchema.value;
}

function readingFaults(file: CriteriaDraft, readings: Readonly<Record<string, string>>): Issue[] {
  const nodes = listNodes(rootOf(file));
  return Object.entries(readings).flatMap(([code, reading]) => {
    const disputed = nodes.flatMap((node) => (node.code === code ? (node.interpretation ?? []) : []));
    if (disputed.length === 0) return [issue("noInterpretation", { code })];
    const known = [...new Set(disputed.flatMap(({ taken, others }) => [taken, ...others].map(({ id }) => id)))];
    return known.includes(reading) ? [] : [issue("unknownReading", { reading, readings: known }, { code })];
  });
}

/** An issue of shape, told with the code of the criterion in which it lies. */
function named(found: Issue, root: unknown): Issue {
  const path = found.location.path ?? [];
  let value: unknown = root;
  let place = {};
  for (const key of path) {
    value = typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
    const { code, title } = (value ?? {}) as { code?: unknown; title?: { vi?: unknown } };
    if (typeof code === "string" && code !== "") place = { code, ...(typeof title?.vi === "string" ? { title: title.vi } : {}) };
  }
  return at(place, found);
}

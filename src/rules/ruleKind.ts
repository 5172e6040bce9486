import type * as z from "zod/mini";
import type { Language } from "../exact/formatNumber";
import type { Ratio } from "../exact/ratio";
import type { Words } from "../issue/fields";
import type { Issue } from "../issue/issue";
import type { FigureColumns, LeafRows, MeasureColumns } from "./columnForm";

/**
 * The contract of a rule (cách chấm điểm). A leaf's rule is a *kind* (`proportional`, `choice`, …), and a kind either reads
 * an officer's figures directly or reads the number that a *measure* (`share`, `count`, …) makes of them.
 *
 * A kind or measure is one object in one file. Code outside its file never asks for its name: it asks what it declares.
 * `P` is what a criteria file says of the rule, `E` what an officer reports.
 */
export type RuleKind<P = unknown, E = Figures> = DirectKind<P, E> | MeasuredKind<P>;

/** One figure of a leaf's evidence, in canonical form: a count, exact decimal text, a day, an option's id, or yes and no. */
export type Figure = number | string | boolean;
export type Figures = Readonly<Record<string, Figure | undefined>>;

/** What an officer fills in (ô nhập liệu): the form, the check of what comes back and the reading all follow this list. */
export interface Field {
  readonly key: string;
  readonly label: Words;
  readonly type: "count" | "amount" | "points" | "percent" | "ratio" | "date" | "option" | "yesNo";
  readonly unit?: Words;
  readonly options?: readonly { readonly id: string; readonly label: Words }[];
  /** True when the field may stay blank beside others that are filled. */
  readonly optional?: boolean;
}

/** One step of an award, as data: who made it, what it was, and its numbers as exact text. Its words are in `words`. */
export interface Step {
  readonly by: string;
  readonly step: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The points of a leaf and the steps that led there. */
export interface Award {
  readonly points: Ratio;
  readonly steps: readonly Step[];
}

/** Nothing was due (không phát sinh): 0 of 0. The leaf says what that earns, the rule does not. */
export interface NothingDue {
  readonly nothingDue: true;
  readonly steps: readonly Step[];
}

/** How a step reads in each language. `say.number` writes a number as people print it, `say.words` picks the language. */
export type StepWords<P> = Readonly<
  Record<string, Readonly<Record<Language, (values: Readonly<Record<string, string>>, params: P, say: Say) => string>>>
>;

export interface Say {
  number(exact: string): string;
  words(words: Words): string;
}

/** What a kind may speak of beside its settings when it describes itself before any figures. */
export interface Described {
  readonly maxPoints: Ratio;
  readonly say: Say;
}

/** The same for a kind that reads a measure: what stands behind a value, space included (`" %"`, `" ngày"`), and what values there are. */
export interface DescribedMeasured extends Described {
  readonly unit: string;
  readonly range: Measure["range"];
}

interface Declared<P> {
  /** The rule's own settings in a criteria file, each as a schema. */
  readonly params: Readonly<Record<string, z.ZodMiniType>>;
  readonly words: StepWords<P>;
}

interface Kind<P> extends Declared<P> {
  readonly kind: string;
  /** The most that the rule can give; a criteria set is refused when this is not the leaf's maximum. */
  best(params: P, maxPoints: Ratio): Ratio;
  /** What is wrong with the settings, beyond their shape. */
  faults(params: P, maxPoints: Ratio, measure?: BoundMeasure): readonly Issue[];
}

/** A kind that reads the officer's figures itself. */
export interface DirectKind<P = unknown, E = Figures> extends Kind<P> {
  readonly reads: "evidence";
  /** How points are earned (cách tính điểm), each line to be read by itself. */
  describe?(params: P, described: Described): readonly string[];
  fields(params: P): readonly Field[];
  evidenceFaults?(args: { readonly params: P; readonly evidence: E; readonly maxPoints: Ratio }): readonly Issue[];
  /** True when figures that mean "nothing was due" are possible under these settings. */
  mayBeNothingDue?(params: P): boolean;
  /** Names of figures with which points never fall, and never rise. */
  increasesWith?(params: P): readonly string[];
  decreasesWith?(params: P): readonly string[];
  /**
   * For figures that points follow in no one direction: values of each, the others as they stand, among which is one for every
   * award that the figure can bring, and the one nearest to it. Whoever looks for the figure that brings an award tries these.
   */
  decisiveFigures?(args: { readonly params: P; readonly evidence: E }): Readonly<Record<string, readonly Figure[]>>;
  /** Pure and total: the same figures give the same points. */
  award(args: { readonly params: P; readonly evidence: E; readonly maxPoints: Ratio }): Award | NothingDue;
  /** The same awards for columns of figures; a kind without it is awarded leaf by leaf. */
  columns?(args: {
    readonly params: P;
    readonly maxPoints: Ratio;
    readonly scale: bigint;
    readonly figures: FigureColumns;
  }): (rows: LeafRows) => void;
}

/** A kind that reads one exact number, whichever measure made it. */
export interface MeasuredKind<P = unknown> extends Kind<P> {
  readonly reads: "measure";
  readonly scales: readonly Scale[];
  /** How points are earned (cách tính điểm) with values of the measure, each line to be read by itself. */
  describe?(params: P, described: DescribedMeasured): readonly string[];
  /** Whether more points come with a higher or a lower value. */
  better(params: P): "higher" | "lower";
  award(args: { readonly params: P; readonly measured: MeasuredValue; readonly scale: Scale; readonly maxPoints: Ratio }): Award;
  /** The award when the thing was not done at all, for kinds that can say. */
  awardNotDone?(args: { readonly params: P; readonly maxPoints: Ratio }): Award;
  /** The same awards for columns of values. */
  columns?(args: { readonly params: P; readonly maxPoints: Ratio; readonly scale: bigint }): (rows: LeafRows) => void;
}

/** In what a measure's value is given, and so the thresholds that are compared with it: 95 means 95 %, 95 things or 95 days. */
export type Scale = "percent" | "count" | "days";

/** The number that evidence gives, or why it gives none. */
export type Measurement = MeasuredValue | NothingDue | { readonly notDone: true; readonly steps: readonly Step[] };

export interface MeasuredValue {
  readonly value: Ratio;
  /** The division that made a percentage, kept so that an explanation can show it. */
  readonly dividend?: Ratio;
  readonly divisor?: Ratio;
  readonly steps: readonly Step[];
}

/**
 * A measure (số đo): turns an officer's figures into one exact number. `C` is what a measure that compares units makes of
 * their cohort (các đơn vị cùng so sánh).
 */
export interface Measure<P = unknown, E = Figures, C = unknown> extends Declared<P> {
  readonly measure: string;
  readonly scale: Scale;
  /** What is measured, in one phrase: *Hồ sơ đúng hạn ÷ Hồ sơ phải giải quyết (hồ sơ)*. */
  describe?(params: P, say: Say): string;
  /** What its value counts, where that is neither percent nor days. */
  unit?(params: P): Words;
  /** The values it can take; whole when it only takes whole ones. Bands must cover them without a gap. */
  readonly range: { readonly least?: string; readonly most?: string; readonly whole: boolean };
  fields(params: P): readonly Field[];
  faults?(params: P): readonly Issue[];
  evidenceFaults?(args: { readonly params: P; readonly evidence: E }): readonly Issue[];
  readonly mayBeNothingDue?: true;
  readonly mayBeNotDone?: true;
  /** Names of figures with which the value never falls, and never rises. */
  increasesWith?(params: P): readonly string[];
  decreasesWith?(params: P): readonly string[];
  /**
   * What the whole cohort comes to, from the figures of every unit in it, one at least: made once for each leaf and cohort, so
   * that scoring stays linear in units. A leaf whose measure has this waits until the cohort is at hand.
   */
  gather?(args: { readonly params: P; readonly cohort: readonly E[] }): C;
  /** Pure and total. `cohort` is what `gather` made, of units among which is the one that is read. */
  read(args: { readonly params: P; readonly evidence: E; readonly cohort: C }): Measurement;
  /** The same values for columns of figures; a measure without it is read leaf by leaf. */
  columns?(args: { readonly params: P; readonly figures: FigureColumns }): MeasureColumns;
}

/** A measure with the settings that a criteria file gives it. */
export interface BoundMeasure {
  readonly measure: Measure;
  readonly params: unknown;
}

/**
 * A rule kind of your own, ready to stand beside the library's: `parseCriteria(file, { kinds: [...standardRuleKinds, mine] })`.
 * It forgets the types of its settings and figures, which only the kind itself reads.
 *
 * @example
 * ```ts
 * import { ratio, ruleKind, standardRuleKinds } from "par-index";
 *
 * const mine = ruleKind({
 *   kind: "always", reads: "evidence", params: {}, words: {},
 *   fields: () => [], faults: () => [], best: (_, maxPoints) => maxPoints,
 *   award: ({ maxPoints }) => ({ points: maxPoints ?? ratio(0), steps: [] }),
 * });
 * [...standardRuleKinds, mine].length; // => 9
 * ```
 */
export function ruleKind<P, E>(kind: RuleKind<P, E>): RuleKind {
  return kind as unknown as RuleKind;
}

/**
 * A measure of your own, ready to stand beside the library's: `parseCriteria(file, { measures: [...standardMeasures, mine] })`.
 *
 * @example
 * ```ts
 * import { measure, ratio, standardMeasures } from "par-index";
 *
 * const mine = measure({
 *   measure: "half", scale: "percent", range: { least: "0", most: "100", whole: false }, params: {}, words: {},
 *   fields: () => [], read: () => ({ value: ratio(50), steps: [] }),
 * });
 * [...standardMeasures, mine].length; // => 10
 * ```
 */
export function measure<P, E, C>(own: Measure<P, E, C>): Measure {
  return own as unknown as Measure;
}

import * as z from "zod/mini";
import type { Ratio } from "../exact/ratio";
import { amount, civilDate, count, percent, points, ratioOfOne } from "../issue/fields";
import type { Issue } from "../issue/issue";
import { signOf } from "./bounds";
import type { Award, BoundMeasure, Field, Figure, Figures, Measurement, NothingDue, RuleKind, Say } from "./ruleKind";

/** A leaf's rule, ready to award: the kind with the leaf's settings, and the measure that it reads where it reads one. */
export interface BoundRule {
  readonly kind: RuleKind;
  readonly params: unknown;
  readonly measure?: BoundMeasure;
}

/** Said of a leaf whose measure compares units, while the others are not at hand. */
interface Waiting {
  readonly waiting: true;
}

/** What a measure made of a cohort. It stands in a box of its own, since a measure may make anything of it. */
export interface Gathered {
  readonly value: unknown;
}

/** What a rule makes of a leaf's figures. */
export type Outcome = Award | NothingDue | Waiting;

export function fieldsOf({ kind, params, measure }: BoundRule): readonly Field[] {
  return kind.reads === "evidence" ? kind.fields(params) : measureFields(measure);
}

export function measureFields(bound: BoundMeasure | undefined): readonly Field[] {
  return bound?.measure.fields(bound.params) ?? [];
}

export function evidenceFaults({ kind, params, measure }: BoundRule, evidence: Figures, maxPoints: Ratio): readonly Issue[] {
  return kind.reads === "evidence"
    ? (kind.evidenceFaults?.({ params, evidence, maxPoints }) ?? [])
    : measureEvidenceFaults(measure, evidence);
}

export function measureEvidenceFaults(bound: BoundMeasure | undefined, evidence: Figures): readonly Issue[] {
  return bound?.measure.evidenceFaults?.({ params: bound.params, evidence }) ?? [];
}

export function mayBeNothingDue({ kind, params, measure }: BoundRule): boolean {
  return kind.reads === "evidence" ? (kind.mayBeNothingDue?.(params) ?? false) : measure?.measure.mayBeNothingDue === true;
}

/** By the figures' names, whether points never fall as a figure grows (1) or never rise (-1), as kind and measure declare it. */
export function directionsOf({ kind, params, measure }: BoundRule): ReadonlyMap<string, 1 | -1> {
  if (kind.reads === "evidence") return directions(kind.increasesWith?.(params), kind.decreasesWith?.(params));
  const up = measure?.measure.increasesWith?.(measure.params);
  const down = measure?.measure.decreasesWith?.(measure.params);
  return kind.better(params) === "higher" ? directions(up, down) : directions(down, up);
}

function directions(up: readonly string[] = [], down: readonly string[] = []): ReadonlyMap<string, 1 | -1> {
  return new Map([...up.map((key) => [key, 1] as const), ...down.map((key) => [key, -1] as const)]);
}

/** For figures that points follow in no one direction, values of which one brings each award that the figure can bring. */
export function decisiveFigures({ kind, params }: BoundRule, evidence: Figures): Readonly<Record<string, readonly Figure[]>> {
  return kind.reads === "evidence" ? (kind.decisiveFigures?.({ params, evidence }) ?? {}) : {};
}

/** What a measure measures, in one phrase; nothing where it cannot say. */
export function describeMeasure({ measure, params }: BoundMeasure, say: Say): string | undefined {
  return measure.describe?.(params, say);
}

/** How a rule earns points, before any figures: the lines of its kind, none where it cannot say. */
export function describeRule({ kind, params, measure }: BoundRule, maxPoints: Ratio, say: Say): readonly string[] {
  if (kind.reads === "evidence") return kind.describe?.(params, { maxPoints, say }) ?? [];
  if (measure === undefined) return [];
  return kind.describe?.(params, { maxPoints, say, unit: unitInWords(measure, say), range: measure.measure.range }) ?? [];
}

/** What stands behind a value of a measure. */
function unitInWords({ measure, params }: BoundMeasure, say: Say): string {
  if (measure.scale === "percent") return signOf(measure.scale);
  const unit = measure.scale === "days" ? { vi: "ngày", en: "days" } : measure.unit?.(params);
  return unit === undefined ? "" : ` ${say.words(unit)}`;
}

/** True of a measure whose value depends on the figures of other units. */
export function needsCohort(bound: BoundMeasure | undefined): bound is BoundMeasure {
  return bound?.measure.gather !== undefined;
}

export function gather({ measure, params }: BoundMeasure, cohort: readonly Figures[]): Gathered {
  return { value: measure.gather?.({ params, cohort }) };
}

/** The points that a leaf's figures earn, or why they earn none yet. Pure and total for figures that were checked. */
export function award({ kind, params, measure }: BoundRule, evidence: Figures, maxPoints: Ratio, cohort?: Gathered): Outcome {
  if (kind.reads === "evidence") return kind.award({ params, evidence, maxPoints });
  if (measure === undefined) throw new TypeError(`the kind ${kind.kind} reads a measure and has none`);
  const measured = measureFigures(measure, evidence, cohort);
  if ("waiting" in measured || "nothingDue" in measured) return measured;
  const awarded =
    "notDone" in measured
      ? kind.awardNotDone?.({ params, maxPoints })
      : kind.award({ params, measured, scale: measure.measure.scale, maxPoints });
  if (awarded === undefined) throw new TypeError(`the kind ${kind.kind} cannot award what was not done`);
  return { points: awarded.points, steps: [...measured.steps, ...awarded.steps] };
}

export function measureFigures(bound: BoundMeasure, evidence: Figures, cohort?: Gathered): Measurement | Waiting {
  if (needsCohort(bound) && cohort === undefined) return { waiting: true };
  return bound.measure.read({ params: bound.params, evidence, cohort: cohort?.value });
}

/** The schema that a leaf's figures must fit, from the fields that an officer fills in. */
export function figuresSchema(fields: readonly Field[]): z.ZodMiniType<Figures> {
  const shape = Object.fromEntries(
    fields.map((field) => [field.key, field.optional === true ? z.optional(fieldSchema(field)) : fieldSchema(field)]),
  );
  return z.strictObject(shape) as unknown as z.ZodMiniType<Figures>;
}

/** The schema of one figure. */
export function fieldSchema({ type, options = [] }: Field): z.ZodMiniType {
  switch (type) {
    case "count":
      return count;
    case "amount":
      return amount;
    case "points":
      return points;
    case "percent":
      return percent;
    case "ratio":
      return ratioOfOne;
    case "date":
      return civilDate;
    case "yesNo":
      return z.boolean();
    case "option":
      return z.enum(options.map(({ id }) => id) as [string, ...string[]]);
  }
}

import * as z from "zod/mini";
import { type CriteriaSet, differsByGroup, type Leaf, treeOf } from "../criteria/criteriaSet";
import { eventsOf } from "../criteria/grading";
import { jsonSchemaOf } from "../issue/jsonSchema";
import { fieldSchema } from "../rules/boundRule";
import type { Field } from "../rules/ruleKind";
import { eventSchema, factSchema, itemSchema, reportShape } from "./evidence";

/**
 * The JSON Schema (draft 2020-12) of a report under one criteria set (mẫu báo cáo dạng JSON Schema), so that programs in other
 * languages can check what they send: the codes of its leaves and the figures of each, its groups, periods and rounds. It tells
 * the shape; what must hold beyond it, such as a part that is no larger than its whole, {@link parseEvidence} checks.
 *
 * @example
 * ```ts
 * import { reportSchema } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const schema = reportSchema(loadCriteria("example/tiny"));
 * [schema.$schema, schema.title]; // => ["https://json-schema.org/draft/2020-12/schema", "example/tiny@1"]
 * ```
 */
export function reportSchema(criteria: CriteriaSet): Readonly<Record<string, unknown>> {
  const { id, revision, groups } = criteria.file;
  const [first = "", ...others] = groups.map((group) => group.id);
  const [only, ...more] = differsByGroup(criteria)
    ? [first, ...others].map((group) => reportOf(criteria, [group]))
    : [reportOf(criteria, [first, ...others])];
  const { $schema, ...schema } = jsonSchemaOf(more.length === 0 ? (only as z.ZodMiniType) : z.union([only as z.ZodMiniType, ...more]));
  return { $schema, title: `${id}@${revision}`, ...schema };
}

/** A report of units that are scored by one tree. */
function reportOf(criteria: CriteriaSet, groups: readonly string[]): z.ZodMiniType {
  const { file, facts } = criteria;
  const { shape } = reportShape;
  const { list } = file.policies.rounds ?? {};
  const group = z.enum(groups as [string, ...string[]]);
  const ofUnit = { ...shape.unit.shape, group: file.groups.length === 1 ? blank(group) : group };
  const ofFacts = [...facts.values()].map(({ fact, fields }) => [fact.id, blank(recordOf(factSchema.shape, fields))] as const);
  const ofEvents = [
    ...new Map(groups.flatMap((id) => eventsOfGroup(criteria, id)).map((event) => [event, blank(filled(eventSchema.shape))])),
  ];
  return z.strictObject({
    ...shape,
    criteria: z.optional(z.strictObject({ id: z.literal(file.id), revision: z.literal(file.revision) })),
    unit: z.strictObject(ofUnit),
    period: z.enum(file.periods as [string, ...string[]]),
    round: list === undefined ? shape.round : z.enum(list.map(({ id }) => id) as [string, ...string[]]),
    items: z.strictObject(Object.fromEntries(treeOf(criteria, groups[0]).leaves.map((leaf) => [leaf.code, blank(itemOf(leaf))]))),
    facts: blank(z.strictObject(Object.fromEntries(ofFacts))),
    events: blank(z.strictObject(Object.fromEntries(ofEvents))),
  });
}

function eventsOfGroup({ file: { grading } }: CriteriaSet, group: string): readonly string[] {
  return grading === undefined ? [] : eventsOf(grading, group).map(({ id }) => id);
}

function itemOf({ fields }: Leaf): z.ZodMiniType {
  return recordOf(itemSchema.shape, fields);
}

/** What may stand beside figures, and the figures, of which none need be there. */
function recordOf(beside: Readonly<Record<string, z.ZodMiniType>>, fields: readonly Field[]): z.ZodMiniType {
  return filled({ ...beside, ...Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field)])) });
}

/** An object of which every part may be blank. */
function filled(shape: Readonly<Record<string, z.ZodMiniType>>): z.ZodMiniType {
  return z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, blank(schema)])));
}

/** What may be left out, or be `null`. */
function blank(schema: z.ZodMiniType): z.ZodMiniType {
  return z.optional(z.nullable(schema));
}

import * as z from "zod/mini";
import {
  amount,
  civilDate,
  count,
  decimal,
  filePath,
  nonNegativeDecimal,
  percent,
  plainObject,
  points,
  ratioOfOne,
  sha256,
  text,
} from "./fields";

const reportedDecimal = "^\\s*\\d+([.,]\\d+)?\\s*$";

/** How the fields that read values in our own way look in JSON Schema. */
const fields = new Map<unknown, object>([
  [decimal, { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" }],
  [nonNegativeDecimal, { type: "string", pattern: "^\\d+(\\.\\d+)?$" }],
  [text, { type: "string", minLength: 1 }],
  [filePath, { type: "string", minLength: 1 }],
  [plainObject, { type: "object" }],
  [count, { type: ["integer", "string"], minimum: 0, pattern: "^\\d+$" }],
  [amount, { type: ["integer", "string"], minimum: 0, pattern: reportedDecimal }],
  [points, { type: ["integer", "string"], minimum: 0, pattern: reportedDecimal }],
  [percent, { type: ["integer", "string"], minimum: 0, maximum: 100, pattern: "^\\d+([.,]\\d+)?$" }],
  [ratioOfOne, { type: ["integer", "string"], minimum: 0, maximum: 1, pattern: "^\\s*\\d+([.,]\\d+|\\s*/\\s*\\d+)?\\s*$" }],
  [sha256, { type: "string", pattern: "^\\s*[0-9a-fA-F]{64}\\s*$" }],
  [civilDate, { type: "string", pattern: "^(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})$" }],
]);

/** The JSON Schema (draft 2020-12) of what a schema of ours reads. It tells the shape, not what else must hold. */
export function jsonSchemaOf(schema: z.ZodMiniType): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(schema, {
    io: "input",
    reused: "ref",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => void Object.assign(jsonSchema, fields.get(zodSchema)),
  });
}

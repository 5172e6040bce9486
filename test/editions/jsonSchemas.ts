import * as z from "zod/mini";
import { criteriaFileSchema } from "../../src/criteria/criteriaFile";
import { reportSchema } from "../../src/evidence/evidence";
import { unitRegisterSchema } from "../../src/evidence/unitRegister";
import { civilDate, count, decimal, nonNegativeDecimal, percent, plainObject, text } from "../../src/issue/fields";
import { planFileSchema } from "../../src/plan/planFile";
import { progressFileSchema } from "../../src/plan/progressFile";
import { standardRuleKinds } from "../../src/rules/index";
import { standardMeasures } from "../../src/rules/measures/index";
import { questionnaireFileSchema } from "../../src/survey/questionnaireFile";

/** How the fields that read values in our own way look in JSON Schema. */
const fields = new Map<unknown, object>([
  [decimal, { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" }],
  [nonNegativeDecimal, { type: "string", pattern: "^\\d+(\\.\\d+)?$" }],
  [text, { type: "string", minLength: 1 }],
  [plainObject, { type: "object" }],
  [count, { type: ["integer", "string"], minimum: 0, pattern: "^\\d+$" }],
  [percent, { type: ["integer", "string"], minimum: 0, maximum: 100, pattern: "^\\d+([.,]\\d+)?$" }],
  [civilDate, { type: "string", pattern: "^(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})$" }],
]);

/**
 * The JSON Schemas (draft 2020-12) of our files, for editors and for other languages. They tell the shape; what a file must
 * prove beyond its shape, the library checks.
 */
export const jsonSchemas = {
  "criteria.schema.json": schemaText(criteriaFileSchema(standardRuleKinds, standardMeasures)),
  "plan.schema.json": schemaText(planFileSchema),
  "progress.schema.json": schemaText(progressFileSchema),
  "questionnaire.schema.json": schemaText(questionnaireFileSchema),
  "report.schema.json": schemaText(reportSchema),
  "units.schema.json": schemaText(unitRegisterSchema),
};

function schemaText(schema: z.ZodMiniType): string {
  const json = z.toJSONSchema(schema, {
    io: "input",
    reused: "ref",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => void Object.assign(jsonSchema, fields.get(zodSchema)),
  });
  return `${JSON.stringify(json, null, 2)}\n`;
}

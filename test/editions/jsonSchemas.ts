import type * as z from "zod/mini";
import { criteriaFileSchema } from "../../src/criteria/criteriaFile";
import { campaignSchema } from "../../src/evidence/campaign";
import { reportShape } from "../../src/evidence/evidence";
import { unitRegisterSchema } from "../../src/evidence/unitRegister";
import { jsonSchemaOf } from "../../src/issue/jsonSchema";
import { planFileSchema } from "../../src/plan/planFile";
import { progressFileSchema } from "../../src/plan/progressFile";
import { standardRuleKinds } from "../../src/rules/index";
import { standardMeasures } from "../../src/rules/measures/index";
import { questionnaireFileSchema } from "../../src/survey/questionnaireFile";

/**
 * The JSON Schemas (draft 2020-12) of our files, for editors and for other languages. They tell the shape; what a file must
 * prove beyond its shape, the library checks.
 */
export const jsonSchemas = {
  "campaign.schema.json": schemaText(campaignSchema),
  "criteria.schema.json": schemaText(criteriaFileSchema(standardRuleKinds, standardMeasures)),
  "plan.schema.json": schemaText(planFileSchema),
  "progress.schema.json": schemaText(progressFileSchema),
  "questionnaire.schema.json": schemaText(questionnaireFileSchema),
  "report.schema.json": schemaText(reportShape),
  "units.schema.json": schemaText(unitRegisterSchema),
};

function schemaText(schema: z.ZodMiniType): string {
  return `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n`;
}

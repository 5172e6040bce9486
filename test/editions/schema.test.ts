import { expect, test } from "vitest";
import { criteriaPath } from "./editionFiles";
import { jsonSchemas } from "./jsonSchemas";

test.each(Object.entries(jsonSchemas))("%s is that of the code (vitest -u makes it anew)", async (file, text) => {
  await expect(text).toMatchFileSnapshot(`${criteriaPath}${file}`);
});

import { expect, test } from "vitest";
import { catalogueText, criteriaPath } from "./editionFiles";

test("the catalogue names every edition with the digest of what it says (vitest -u makes it anew)", async () => {
  await expect(catalogueText()).toMatchFileSnapshot(`${criteriaPath}index.json`);
});

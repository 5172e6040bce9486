import { expect, test } from "vitest";
import { catalogueText, criteriaPath } from "./editionFiles";

test("the catalogue names every edition with the digest of its file (vitest -u makes it anew)", async () => {
  await expect(catalogueText()).toMatchFileSnapshot(`${criteriaPath}index.json`);
});

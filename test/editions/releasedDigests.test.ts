import { type CatalogueEntry, editions } from "par-index/node";
import { describe, expect, test } from "vitest";
import released from "./releasedDigests.json";

/**
 * Every revision of every edition by which anything could ever be computed, sets of criteria and questionnaires, with the digest under which it was released. Rounds are sealed
 * under these digests, so a line of that file is written by hand, once, and stays: `vitest -u` never writes it.
 */
const scored = editions().filter(({ holds }) => holds === "criteria" || holds === "questionnaire");
const revisionsOf = (id: string) => released.filter((one) => one.id === id).map(({ revision }) => revision);
const named = ({ id, revision }: Pick<CatalogueEntry, "id" | "revision">) => `${id}, revision ${revision}`;

test.each(scored.map((entry) => [named(entry), entry] as const))("%s has the digest it was released with", (name, { digest }) => {
  // What differs is corrected under a new revision, which is then added to releasedDigests.json; so is a new edition.
  expect(released.filter((one) => named(one) === name).map((one) => one.digest)).toEqual([digest]);
});

describe.each([...new Set(released.map(({ id }) => id))])("%s, once released,", (id) => {
  test("is still in the catalogue", () => {
    expect(scored.map((entry) => entry.id)).toContain(id);
  });

  test("keeps every revision from the first to the one at hand, each with its own digest", () => {
    const latest = scored.find((entry) => entry.id === id)?.revision ?? 0;
    expect(revisionsOf(id)).toEqual(Array.from({ length: latest }, (_, index) => index + 1));
    expect(new Set(released.filter((one) => one.id === id).map(({ digest }) => digest)).size).toBe(latest);
  });
});

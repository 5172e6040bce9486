import { formatIssue, safeParseCriteria } from "par-index";
import { type CatalogueEntry, editions, loadCriteria, loadDraft, loadPlan, loadQuestionnaire, loadUnits } from "par-index/node";
import { describe, expect, test } from "vitest";
import { unrecordable } from "../../src/audit/canonicalText";
import { isDigest } from "../../src/audit/digest";
import { editionDigest } from "../../src/audit/editionDigest";
import { changeOf } from "../../src/node/locateEdition";
import { readText } from "./editionFiles";

const known = editions();
const scored = known.filter(({ holds }) => holds === "criteria");

/** What is loaded of an edition: a set, a draft, a register, a questionnaire or a plan. */
function loaded({ id, holds }: CatalogueEntry): object {
  if (holds === "units") return loadUnits(id);
  if (holds === "questionnaire") return loadQuestionnaire(id).file;
  if (holds === "plan") return loadPlan(id).file;
  return holds === "draft" ? loadDraft(id).file : loadCriteria(id).file;
}

test("every edition has a digest of its own", () => {
  expect(known.every(({ digest }) => isDigest(digest))).toBe(true);
  expect(new Set(known.map(({ digest }) => digest)).size).toBe(known.length);
});

test.each(scored)("$id can be put on record: nothing in it is uncomposed, a fraction or null", ({ file }) => {
  expect(unrecordable(JSON.parse(readText(file)))).toBeUndefined();
});

test.each(known.filter(({ holds }) => holds !== "structure"))("$id, once loaded, has the digest of the catalogue", (entry) => {
  expect(editionDigest(loaded(entry))).toBe(entry.digest);
});

describe("the file of an edition", () => {
  const tiny = known.find(({ id }) => id === "example/tiny") as CatalogueEntry;
  const text = readText(tiny.file);
  const value = JSON.parse(text);
  const backwards = (_: string, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).reverse()) : item;

  test.each([
    ["as it is", text],
    ["on one line", JSON.stringify(value)],
    ["laid out in tabs, with the line ends of Windows", JSON.stringify(value, null, "\t").replaceAll("\n", "\r\n")],
    ["with its keys in another order", JSON.stringify(value, backwards)],
    ["with its letters escaped", text.replaceAll("ộ", "\\u1ed9")],
    ["from another folder, whose schema lies elsewhere", text.replace("../../criteria.schema.json", "../criteria.schema.json")],
    ["without a schema", JSON.stringify({ ...value, $schema: undefined })],
  ])("%s says what the catalogue knows", (_, written) => {
    expect(changeOf(tiny, written)).toBeUndefined();
  });

  test.each([
    ["with one digit changed", text.replace('"maxPoints": "2"', '"maxPoints": "3"')],
    ["with another title", text.replace("rất nhỏ", "nhỏ")],
    ["with its text decomposed", text.normalize("NFD")],
    ["with its criteria in another order", JSON.stringify({ ...value, children: value.children.toReversed() })],
    ["with a key that stands twice, last changed", text.replace('"maxPoints": "2"', '"maxPoints": "2", "maxPoints": "3"')],
    ["with half a character, which has no canonical text", text.replace("rất nhỏ", "rất \\ud800")],
    ["with a byte order mark", `\uFEFF${text}`],
    ["cut off", text.slice(0, -100)],
    ["that is empty", ""],
    ["that is no object", "null"],
    ["nested without end", "[".repeat(100_000) + "]".repeat(100_000)],
  ])("%s is noticed", (_, written) => {
    const change = changeOf(tiny, written);
    expect(change).toMatchObject({ code: "editionChanged", payload: { id: "example/tiny", expected: tiny.digest } });
    expect(change && formatIssue(change, "vi")).toMatch(/không khớp mã băm .* thấy [0-9a-f]{64}\)/);
  });

  test("with a key that stands twice, last as it was, has the digest, and is refused by its reader", () => {
    const written = text.replace('"maxPoints": "2"', '"maxPoints": "3", "maxPoints": "2"');
    expect(changeOf(tiny, written)).toBeUndefined();
    const read = safeParseCriteria(written);
    expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(["duplicateKey"]);
  });
});

import { join } from "node:path";
import { type Digest, digestOfText } from "../audit/digest";
import { editionDigest } from "../audit/editionDigest";
import { type Issue, type IssuePayloads, issue } from "../issue/issue";
import type { Result } from "../issue/result";
import { type CatalogueEntry, criteriaFolder, editions } from "./catalogue";
import { readTextFile } from "./readTextFile";

/** What can be loaded of an edition. */
type Loadable = IssuePayloads["editionHoldsOther"]["wanted"];

/** Where what is wanted stands and what its file says: an edition of the catalogue whose digest holds, or a file by its path. */
export function locateEdition(edition: string, wanted: Loadable): Result<{ readonly file: string; readonly text: string }> {
  if (typeof edition === "string" && edition.endsWith(".json")) return withFile(edition);
  if (typeof edition !== "string" || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(edition))
    return failure(issue("badEditionId", { id: String(edition) }));
  const known = editions();
  const entry = known.find(({ id, alias }) => id === edition || alias === edition);
  if (entry === undefined) return failure(issue("unknownEdition", { id: edition, nearest: nearest(edition, known) }));
  if (entry.holds === "structure") return failure(issue("structureOnly", { id: entry.id }));
  const holds: Loadable = entry.holds === "draft" ? "criteria" : entry.holds;
  if (holds !== wanted) return failure(issue("editionHoldsOther", { id: entry.id, holds, wanted }));
  const read = withFile(join(criteriaFolder(), entry.file));
  if (!read.ok) return read;
  const change = changeOf(entry, read.value.text);
  return change === undefined ? read : failure(change);
}

/** That the text of an edition's file does not say what the catalogue knows it to say; nothing where it does, however it is laid out. */
export function changeOf({ id, digest }: Pick<CatalogueEntry, "id" | "digest">, text: string): Issue | undefined {
  const found = digestIn(text);
  return found === digest ? undefined : issue("editionChanged", { id, expected: digest, found });
}

/** The digest of what a file says; of its text as it stands where that is not JSON, or nothing that has a canonical text. */
function digestIn(text: string): Digest {
  try {
    return editionDigest(JSON.parse(text));
  } catch {
    return digestOfText(text);
  }
}

function withFile(file: string): Result<{ readonly file: string; readonly text: string }> {
  const read = readTextFile(file);
  return read.ok ? { ...read, value: { file, text: read.value } } : read;
}

function failure(found: Issue): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [found] };
}

/** Editions whose id shares a part with what was asked for, those that begin most alike first. */
function nearest(edition: string, known: readonly CatalogueEntry[]): string[] {
  const asked = edition.split("/");
  return known
    .filter(({ id, alias }) => [...id.split("/"), alias].some((part) => part !== undefined && asked.some((word) => part.includes(word))))
    .map(({ id }) => id)
    .sort((a, b) => alike(b, edition) - alike(a, edition))
    .slice(0, 3);
}

/** How many letters two ids have in common from their beginning. */
function alike(a: string, b: string): number {
  const differing = [...a].findIndex((letter, index) => letter !== b[index]);
  return differing < 0 ? a.length : differing;
}

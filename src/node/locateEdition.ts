import { join } from "node:path";
import { type Issue, issue } from "../issue/issue";
import type { Result } from "../issue/result";
import { type CatalogueEntry, criteriaFolder, editions, sha256 } from "./catalogue";
import { readTextFile } from "./readTextFile";

/** Where a criteria set or a register is and what its file says: an edition of the catalogue whose digest holds, or a file by its path. */
export function locateEdition(edition: string, wanted: "criteria" | "units"): Result<{ readonly file: string; readonly text: string }> {
  if (typeof edition === "string" && edition.endsWith(".json")) return withFile(edition);
  if (typeof edition !== "string" || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(edition))
    return failure(issue("badEditionId", { id: String(edition) }));
  const known = editions();
  const entry = known.find(({ id, alias }) => id === edition || alias === edition);
  if (entry === undefined) return failure(issue("unknownEdition", { id: edition, nearest: nearest(edition, known) }));
  if (entry.holds === "structure") return failure(issue("structureOnly", { id: entry.id }));
  const holds = entry.holds === "units" ? "units" : "criteria";
  if (holds !== wanted) return failure(issue("editionHoldsOther", { id: entry.id, holds }));
  const read = withFile(join(criteriaFolder(), entry.file));
  if (read.ok && sha256(read.value.text) !== entry.sha256) {
    return failure(issue("editionChanged", { id: entry.id, expected: entry.sha256, found: sha256(read.value.text) }));
  }
  return read;
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

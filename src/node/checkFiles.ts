import { realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { digestOfChunks } from "../audit/digest";
import type { Evidence, SupportingDocument } from "../evidence/evidence";
import { type Issue, issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { readChunks } from "./readChunks";
import { fileFault } from "./readTextFile";

/**
 * What is wrong with the files of supporting documents (đối chiếu tệp tài liệu kiểm chứng) that reports name, in a folder: a file that
 * cannot be read, or leads out of the folder by a link, or has another digest than the report says. Of a file without a digest it
 * is only seen that it is there.
 *
 * @example
 * ```ts
 * import { parseEvidence } from "par-index";
 * import { checkFiles, loadCriteria } from "par-index/node";
 *
 * const evidence = parseEvidence(loadCriteria("example/tiny"), {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed",
 *   items: { "1.1": { option: "onTime", documents: [{ file: "criteria.json" }, { file: "ke-hoach.pdf" }] } },
 * });
 * checkFiles([evidence], "criteria/example/tiny").map(({ code, location }) => [code, location.path?.[3]]); // => [["fileUnreadable", 1]]
 * ```
 */
export function checkFiles(reports: readonly Evidence[], folder: string): readonly Issue[] {
  return reports.flatMap(({ unit, items, facts = {}, events = {} }) =>
    Object.entries({ items, facts, events }).flatMap(([list, records]) =>
      Object.entries(records as Readonly<Record<string, { readonly documents?: readonly SupportingDocument[] }>>).flatMap(
        ([code, { documents = [] }]) =>
          documents.flatMap((document, index) => {
            const place = { unit: unit.id, ...(list === "items" ? { code } : {}), path: [list, code, "documents", index, "file"] };
            return fileFaults(document, folder).map((found) => ({ ...found, location: { ...place, ...found.location } }));
          }),
      ),
    ),
  );
}

function fileFaults({ file, sha256: expected }: SupportingDocument, folder: string): readonly Issue[] {
  if (file === undefined) return [];
  const path = join(folder, file);
  try {
    if (!realpathSync(path).startsWith(realpathSync(folder) + sep)) return [issue("pathLeadsOut", { received: file }, { file: path })];
    const found = digestOfChunks(readChunks(path));
    return expected === undefined || found === expected ? [] : [issue("documentFileDiffers", { expected, found }, { file: path })];
  } catch (error) {
    return error instanceof ParError ? error.issues : [fileFault(path, error)];
  }
}

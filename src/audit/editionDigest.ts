import { isPlainObject } from "../issue/fields";
import { type Digest, digestOf } from "./digest";

/**
 * What an edition says, apart from where its JSON Schema lies: that is told to editors, differs from folder to folder, and says
 * nothing of the law.
 */
export function editionContent(file: unknown): unknown {
  if (!isPlainObject(file)) return file;
  const { $schema: _, ...content } = file;
  return content;
}

/** The digest (mã băm) of an edition, from its file's JSON value or from what was parsed of it: the same wherever it is kept. */
export function editionDigest(file: unknown): Digest {
  return digestOf(editionContent(file));
}

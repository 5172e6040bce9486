import { type Digest, digestOf } from "./digest";

/**
 * What an edition says, without where its JSON Schema lies: that is for editors, differs from folder to folder, and says
 * nothing of the law.
 */
export function editionContent<File extends object>({ $schema: _, ...content }: File & { readonly $schema?: unknown }) {
  return content;
}

/** The digest (mã băm) of an edition, from the value of its file or from what was parsed of it: the same in whatever folder. */
export function editionDigest(file: object): Digest {
  return digestOf(editionContent(file));
}

import type { Words } from "../issue/fields";

/** A title as titles are compared: composed, in small letters, with single blanks, without punctuation at its end. */
export function plainTitle({ vi }: Words): string {
  return vi
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s.,;:…]+$/, "");
}

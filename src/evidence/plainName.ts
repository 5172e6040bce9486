/**
 * A unit's name as names are compared: without capitals and punctuation, and the same wherever its tones are written
 * (Hoà, Hòa), since offices write them either way.
 */
export function plainName(name: string): string {
  const words =
    name
      .normalize("NFD")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map(toneLast).join(" ");
}

/** The grave, acute, tilde, hook and dot below of a syllable behind its last letter. */
function toneLast(word: string): string {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return `${word.replace(tones, "")}${word.match(tones)?.join("") ?? ""}`;
}

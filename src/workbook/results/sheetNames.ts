/** The longest name that Excel takes for a sheet. */
const longest = 31;

/** Names that Excel takes for sheets, in the same order: none twice, whatever their capitals, and each as like its title as may be. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  // Excel keeps this name for itself.
  const taken = new Set(["history"]);
  return titles.map((title) => {
    const name = firstFree(fitting(title), taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

function fitting(title: string): string {
  const plain = title
    .normalize("NFC")
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s']+|[\s']+$/g, "");
  return plain === "" ? "–" : plain;
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const mark = number === 1 ? "" : ` (${number})`;
    const candidate = `${cut(name, longest - mark.length)}${mark}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** The beginning of a text, without half a character or a mark that Excel refuses at its end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$|[\s']+$/g, "");
}

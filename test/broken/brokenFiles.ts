import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../fixtures/broken/", import.meta.url));

/** Names of the broken criteria files, each named by its mistake. */
export const brokenFiles: readonly string[] = readdirSync(folder).sort();

export function textOf(file: string): string {
  return readFileSync(`${folder}${file}`, "utf8");
}

/** The lines from a criterion to the next one in its file, from 1, for every place where its code stands. */
export function linesOfCriterion(text: string, code: string): readonly { readonly from: number; readonly to: number }[] {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, index) => {
    const found = /^\s*(?:\{ )?"code": "([^"]*)"/.exec(line)?.[1];
    return found === undefined ? [] : [{ code: found, from: line.includes("{") ? index + 1 : index }];
  });
  return starts.flatMap((start, index) =>
    start.code === code ? [{ from: start.from, to: (starts[index + 1]?.from ?? lines.length + 1) - 1 }] : [],
  );
}

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of this checkout. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

export interface SourceFile {
  /** Path below `src`, such as `rules/measures/share.ts`. */
  readonly path: string;
  /** The top folder; `index` for the public entry. */
  readonly room: string;
  readonly text: string;
  /** What it imports, as written. */
  readonly imports: readonly string[];
}

export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(`${root}src`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => {
      const text = readFileSync(`${root}src/${path}`, "utf8");
      const code = text.replace(/\/\*\*[\s\S]*?\*\//g, "");
      const imports = [...code.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"/gms)].map(([, from]) => from ?? "");
      return { path, room: path.includes("/") ? (path.split("/")[0] ?? "") : "index", text, imports };
    });
}

/** The code of a file without its comments, for rules about what code may do. */
export function codeOf({ text }: SourceFile): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The command line as it is installed: the built package, in a process of its own. */
export const main: string = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a call prints, and its exit code. */
export function run(args: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): Promise<Ran> {
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], { maxBuffer: 2 ** 27, ...options }, (error, out, err) => {
      done({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, out, err });
    });
  });
}

/** Many calls, a few at a time. */
export async function runAll(calls: readonly (readonly string[])[]): Promise<readonly Ran[]> {
  const ran: Ran[] = [];
  const waiting = [...calls.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) ran[next[0]] = await run(next[1]);
  };
  await Promise.all([work(), work(), work()]);
  return ran;
}

/** A folder that is removed after the tests of the file that asked for it. */
export function temporaryFolder(): { readonly path: string; write(name: string, content: string | Uint8Array): string } {
  const path = mkdtempSync(join(tmpdir(), "par-index-cli-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
  };
}

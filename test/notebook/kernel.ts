import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../repository/sources";

const installed = join(root, "test/notebook/kernel/node_modules");
const tslab = join(installed, "tslab/bin/tslab");

/** The notebooks run where Jupyter is (Debian: `jupyter-nbconvert`) and the kernel (`npm ci --prefix test/notebook/kernel`). */
export const hasKernel = existsSync(tslab) && hasJupyter();

function hasJupyter(): boolean {
  try {
    return execFileSync("jupyter-nbconvert", ["--version"], { encoding: "utf8", stdio: "pipe" }) !== "";
  } catch {
    return false;
  }
}

export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface Cell {
  readonly cell_type: string;
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

export interface Notebook {
  readonly cells: readonly Cell[];
}

/**
 * Runs a notebook as an analyst would who has the built package installed: in a folder of its own, with a kernel that is registered
 * there and nowhere else. Answers the notebook with what its cells came to now. {@link failures} says which of them failed.
 */
export function executed(notebook: Notebook): Notebook {
  const folder = mkdtempSync(join(tmpdir(), "par-index-notebook-"));
  try {
    const kernel = join(folder, "jupyter", "kernels", "tslab");
    mkdirSync(kernel, { recursive: true });
    const argv = [process.execPath, tslab, "kernel", "--config-path", "{connection_file}"];
    writeFileSync(join(kernel, "kernel.json"), JSON.stringify({ argv, display_name: "TypeScript", language: "typescript" }));
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(root, join(folder, "node_modules", "par-index"));
    symlinkSync(join(installed, "@types"), join(folder, "node_modules", "@types"));
    writeFileSync(join(folder, "given.ipynb"), JSON.stringify(notebook));
    execFileSync("jupyter-nbconvert", ["--to", "notebook", "--execute", "--allow-errors", "given.ipynb", "--output", "done.ipynb"], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
      env: { ...process.env, JUPYTER_PATH: join(folder, "jupyter"), JUPYTER_CONFIG_DIR: folder, JUPYTER_RUNTIME_DIR: folder },
    });
    const done = JSON.parse(readFileSync(join(folder, "done.ipynb"), "utf8")) as Notebook;
    return { ...notebook, cells: withOutputs(notebook.cells, done.cells) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What cells say that failed: the kernel tells of a fault in types, or of one that was thrown, on the stream of errors. */
export function failures({ cells }: Notebook): readonly string[] {
  const outputs = cells.flatMap(({ outputs = [] }) => outputs);
  return outputs
    .filter(({ output_type, name }) => output_type === "error" || name === "stderr")
    .map(({ text = [] }) => [text].flat().join(""));
}

/**
 * Only what a cell came to is taken: when it ran, and what the kernel says of itself, differs each time. Cells are numbered as they ran,
 * one after another, which this kernel does not tell.
 */
function withOutputs(cells: readonly Cell[], done: readonly Cell[]): readonly Cell[] {
  let count = 0;
  return cells.map((cell, place) => {
    if (cell.cell_type !== "code") return cell;
    count += 1;
    return { ...cell, execution_count: count, outputs: done[place]?.outputs ?? [] };
  });
}

/** As Jupyter writes a notebook. */
export function notebookText(notebook: Notebook): string {
  return `${JSON.stringify(notebook, undefined, 1)}\n`;
}

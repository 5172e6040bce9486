import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { root } from "../repository/sources";
import { executed, failures, hasKernel, type Notebook, notebookText } from "./kernel";

const folder = `${root}docs/notebooks/`;
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const read = (name: string) => JSON.parse(readFileSync(`${folder}${name}`, "utf8")) as Notebook;
const outputsOf = ({ cells }: Notebook) => cells.flatMap(({ outputs = [] }) => outputs);

describe.each(names)("%s", (name) => {
  test("is stored as it was run, with tables and pictures, and without a failed cell", () => {
    const notebook = read(name);
    const outputs = outputsOf(notebook);
    expect(failures(notebook)).toEqual([]);
    const shown = outputs.flatMap(({ data = {} }) => [data["text/html"] ?? []].flat().join(""));
    expect(shown.filter((html) => html.includes("<table>")).length).toBeGreaterThan(2);
    expect(shown.filter((html) => html.includes('<img src="data:image/svg+xml;base64,')).length).toBeGreaterThan(0);
    const code = notebook.cells.filter(({ cell_type }) => cell_type === "code");
    expect(code.map(({ execution_count }) => execution_count)).toEqual(code.map((_, place) => place + 1));
  });

  // With `vitest -u` the outputs are stored anew.
  test.skipIf(!hasKernel)(
    "comes to the same again (needs jupyter-nbconvert, and npm ci --prefix test/notebook/kernel)",
    async () => {
      const done = executed(read(name));
      expect(failures(done)).toEqual([]);
      await expect(notebookText(done)).toMatchFileSnapshot(`${folder}${name}`);
    },
    240_000,
  );
});

test("a fault in a cell is found", { skip: !hasKernel, timeout: 240_000 }, () => {
  const cell = (source: string) => ({ cell_type: "code", execution_count: null, metadata: {}, outputs: [], source });
  const notebook = { ...read(names[0] ?? ""), cells: [cell('import { rank } from "par-index";\nrank(1, 2, 3, 4);')] };
  expect(failures(executed(notebook))).toEqual([expect.stringContaining("Expected 2-3 arguments, but got 4")]);
});

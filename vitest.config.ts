import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
// @ts-expect-error: Vite asks for the extension, which TypeScript allows only where nothing is built.
import { scriptModule } from "./tsup.config.ts";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [
    {
      name: "page-scripts",
      enforce: "pre",
      load: (id) => (id.endsWith("?script") ? scriptModule(id.replace(/(\.ts)?\?script$/, ".ts")) : undefined),
    },
  ],
  resolve: {
    alias: [
      { find: /^par-index\/node$/, replacement: source("./src/node/index.ts") },
      { find: /^par-index\/audit$/, replacement: source("./src/audit/index.ts") },
      { find: /^par-index\/survey$/, replacement: source("./src/survey/index.ts") },
      { find: /^par-index\/analysis$/, replacement: source("./src/analysis/index.ts") },
      { find: /^par-index\/plan$/, replacement: source("./src/plan/index.ts") },
      { find: /^par-index\/batch$/, replacement: source("./src/batch/index.ts") },
      { find: /^par-index\/arrow$/, replacement: source("./src/arrow/index.ts") },
      { find: /^par-index\/workbook$/, replacement: source("./src/workbook/index.ts") },
      { find: /^par-index\/page$/, replacement: source("./src/page/index.ts") },
      { find: /^par-index\/chart$/, replacement: source("./src/chart/index.ts") },
      { find: /^par-index\/notebook$/, replacement: source("./src/notebook/index.ts") },
      { find: /^par-index$/, replacement: source("./src/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Its modules name folders, which Node does not follow.
    server: { deps: { inline: ["dt-sql-parser"] } },
  },
});

import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: { index: "src/index.ts", "node/index": "src/node/index.ts", "audit/index": "src/audit/index.ts" },
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    shims: true,
    splitting: true,
    target: "node20",
  },
  { entry: { "cli/main": "src/cli/main.ts" }, format: ["esm"], splitting: false, target: "node20" },
]);

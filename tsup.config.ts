import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { defineConfig, type Options } from "tsup";

export default defineConfig([
  {
    entry: {
      index: "src/index.ts",
      "node/index": "src/node/index.ts",
      "audit/index": "src/audit/index.ts",
      "survey/index": "src/survey/index.ts",
      "analysis/index": "src/analysis/index.ts",
      "plan/index": "src/plan/index.ts",
      "batch/index": "src/batch/index.ts",
      "arrow/index": "src/arrow/index.ts",
      "workbook/index": "src/workbook/index.ts",
      "page/index": "src/page/index.ts",
      "chart/index": "src/chart/index.ts",
      "notebook/index": "src/notebook/index.ts",
    },
    format: ["esm", "cjs"],
    dts: true,
    clean: ["!cli/**", "!page/**"],
    shims: true,
    splitting: true,
    // It comes as an ES module only, which CommonJS cannot name.
    noExternal: ["canonicalize"],
    target: "node20",
    esbuildPlugins: [pageScripts()],
    plugins: [importsThatWait()],
  },
  // In parts, so that what writes Excel and Word is loaded by the commands that do.
  {
    entry: { main: "src/cli/main.ts", stretchWorker: "src/cli/stretchWorker.ts" },
    outDir: "dist/cli",
    format: ["esm"],
    splitting: true,
    clean: true,
    target: "node20",
    esbuildPlugins: [pageScripts()],
  },
  {
    entry: { "page/verify": "src/page/main.ts" },
    format: ["iife"],
    platform: "browser",
    target: "es2022",
    noExternal: [/./],
    minify: true,
    splitting: false,
    esbuildOptions: (options) => {
      options.charset = "utf8";
    },
    plugins: [oneFile("src/page/verifyPage.html", "dist/page/verify.html")],
  },
]);

/** Answers `./main?script` with the script of a page as text: the module and all that it imports, for a browser. */
function pageScripts(): NonNullable<Options["esbuildPlugins"]>[number] {
  return {
    name: "page-scripts",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /\?script$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace("?script", ".ts")),
        namespace: "page-script",
      }));
      onLoad({ filter: /.*/, namespace: "page-script" }, ({ path }) => ({ contents: scriptModule(path) }));
    },
  };
}

/** A module whose only export is the text of a page's script. The tests load it by the same function. */
export function scriptModule(path: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [path],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
  });
  const script = outputFiles[0]?.text ?? "";
  if (/<\/script|<!--/i.test(script)) throw new Error(`${path} would be cut short by its own text`);
  return `export const script = ${JSON.stringify(script)};`;
}

/** In CommonJS, too, what is loaded when it is needed is imported: a package that comes as an ES module only cannot be required. */
function importsThatWait(): NonNullable<Options["plugins"]>[number] {
  return {
    name: "imports-that-wait",
    buildEnd: ({ writtenFiles }) => {
      for (const { name } of writtenFiles.filter((file) => file.name.endsWith(".cjs"))) {
        const code = readFileSync(name, "utf8");
        const required = /Promise\.resolve\(\)\.then\(\(\) => _interopRequireWildcard\(require\(("[^."][^"]*")\)\)\)/g;
        if (required.test(code)) writeFileSync(name, code.replace(required, "import($1)"));
      }
    },
  };
}

/** Puts the script into the template, so that the page is one file, under a policy that lets it load nothing else. */
function oneFile(template: string, page: string): NonNullable<Options["plugins"]>[number] {
  return {
    name: "one-file",
    buildEnd: ({ writtenFiles }) => {
      const [built] = writtenFiles;
      if (built === undefined || writtenFiles.length !== 1) throw new Error(`expected one script for ${page}`);
      const script = readFileSync(built.name, "utf8");
      rmSync(built.name);
      // Inside <script> these end or hide what follows, whatever string they stand in.
      if (/<\/script|<!--/i.test(script)) throw new Error(`${page} would be cut short by its own script`);
      const html = readFileSync(template, "utf8");
      const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
      const policy = [
        "default-src 'none'",
        `script-src '${sourceHash(script)}'`,
        `style-src '${sourceHash(style)}'`,
        "worker-src blob:",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; ");
      const closed = putInto(html, "POLICY", policy);
      writeFileSync(page, putInto(closed, "<script></script>", `<script>${script}</script>`));
    },
  };
}

function sourceHash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function putInto(html: string, place: string, text: string): string {
  const parts = html.split(place);
  if (parts.length !== 2) throw new Error(`the template needs one ${place}`);
  return parts.join(text);
}

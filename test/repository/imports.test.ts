import { posix } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "./sources";

/** From which rooms each room may import. Data flows one way, so imports run downhill only. */
const downhill: Readonly<Record<string, readonly string[]>> = {
  exact: [],
  issue: ["exact"],
  csv: ["issue"],
  rules: ["exact", "issue"],
  criteria: ["rules", "exact", "issue"],
  evidence: ["criteria", "rules", "csv", "exact", "issue"],
  batch: ["rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  score: ["evidence", "criteria", "rules", "exact", "issue"],
  rank: ["score", "evidence", "criteria", "rules", "exact", "issue"],
  report: ["rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  audit: ["report", "rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  analysis: ["survey", "batch", "report", "rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  survey: ["criteria", "rules", "csv", "exact", "issue"],
  plan: ["evidence", "criteria", "rules", "exact", "issue"],
  workbook: ["audit", "report", "rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  page: ["audit", "report", "rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  chart: ["analysis", "survey", "report", "rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  // Of page it takes what makes tags and escapes, of chart the pictures and their words: neither is written twice.
  notebook: ["page", "chart", "report", "rank", "score", "evidence", "criteria", "exact", "issue"],
  node: ["plan", "survey", "audit", "evidence", "criteria", "csv", "issue"],
  arrow: ["batch", "rank", "score", "evidence", "criteria", "issue"],
  index: ["report", "rank", "score", "evidence", "criteria", "rules", "csv", "exact", "issue"],
  cli: [
    "chart",
    "csv",
    "node",
    "page",
    "workbook",
    "analysis",
    "plan",
    "survey",
    "audit",
    "report",
    "rank",
    "score",
    "evidence",
    "criteria",
    "rules",
    "exact",
    "issue",
  ],
};

/** Which rooms may use which packages. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "decimal.js": ["exact"],
  "date-fns": ["exact"],
  "zod/mini": ["issue", "rules", "criteria", "evidence", "audit", "survey", "plan", "analysis"],
  "jsonc-parser": ["issue"],
  canonicalize: ["audit"],
  "@noble/hashes": ["audit"],
  "@noble/curves": ["audit"],
  "@stdlib/stats-base-dists-beta-quantile": ["survey"],
  "@stdlib/stats-base-dists-normal-quantile": ["survey", "analysis"],
  "@stdlib/stats-base-dists-t-quantile": ["survey"],
  "hucre/xlsx": ["workbook"],
  docx: ["workbook"],
  "apache-arrow": ["arrow"],
  vega: ["chart"],
  "vega-lite": ["chart"],
  highs: ["analysis"],
  commander: ["cli"],
  "cli-table3": ["cli"],
  "csv-stringify": ["cli"],
  "node:": ["node", "cli"],
};

const files = sourceFiles();

test("every room is known to the rule", () => {
  expect([...new Set(files.map(({ room }) => room))].sort()).toEqual(Object.keys(downhill).sort());
});

test("imports run downhill only", () => {
  const uphill = files.flatMap(({ path, room, imports }) =>
    imports
      .filter((from) => from.startsWith("."))
      .map((from) => posix.normalize(posix.join(posix.dirname(path), from)))
      .filter((target) => !target.startsWith(".."))
      .map((target) => (target.includes("/") ? (target.split("/")[0] ?? "") : target))
      .filter((target) => target !== room && !downhill[room]?.includes(target))
      .map((target) => `${path} → ${target}`),
  );
  expect(uphill).toEqual([]);
});

test("a package is used only where it has its room", () => {
  const strays = files.flatMap(({ path, room, imports }) =>
    imports
      .filter((from) => !from.startsWith("."))
      .filter((from) => !packages[packageOf(from)]?.includes(room))
      .map((from) => `${path} → ${from}`),
  );
  expect(strays).toEqual([]);
});

/** The package of an import: `date-fns/parseISO` is of `date-fns`, `node:fs` of `node:`. */
function packageOf(from: string): string {
  return Object.keys(packages).find((name) => from === name || from.startsWith(name.endsWith(":") ? name : `${name}/`)) ?? from;
}

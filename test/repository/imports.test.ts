import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "./sources";

/** From which rooms each room may import. Data flows one way, so imports run downhill only. */
const downhill: Readonly<Record<string, readonly string[]>> = {
  exact: [],
  issue: ["exact"],
  rules: ["exact", "issue"],
  criteria: ["rules", "exact", "issue"],
  evidence: ["criteria", "rules", "exact", "issue"],
  score: ["evidence", "criteria", "rules", "exact", "issue"],
  rank: ["score", "evidence", "criteria", "exact", "issue"],
  report: ["rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  node: ["evidence", "criteria", "issue"],
  index: ["report", "rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
  cli: ["node", "report", "rank", "score", "evidence", "criteria", "rules", "exact", "issue"],
};

/** Which rooms may use which packages. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "decimal.js": ["exact"],
  "date-fns": ["exact"],
  "zod/mini": ["issue", "rules", "criteria", "evidence"],
  "jsonc-parser": ["issue"],
  commander: ["cli"],
  "cli-table3": ["cli"],
  "csv-stringify": ["cli"],
  "node:": ["node", "cli"],
};

const files = sourceFiles();

test("every room is known to the rule", () => {
  expect([...new Set(files.map(({ room }) => room))].sort()).toEqual(Object.keys(downhill).sort());
});

describe.each(files.map((file) => [file.path, file] as const))("%s", (path, { room, imports }) => {
  test("imports downhill only", () => {
    const rooms = imports
      .filter((from) => from.startsWith("."))
      .map((from) => posix.normalize(posix.join(posix.dirname(path), from)))
      .map((target) => (target.includes("/") ? (target.split("/")[0] ?? "") : target))
      .filter((target) => target !== room && !target.startsWith(".."));
    expect(rooms.filter((target) => !downhill[room]?.includes(target))).toEqual([]);
  });

  test("uses a package only where it has its room", () => {
    const foreign = imports.filter((from) => !from.startsWith("."));
    const allowed = (from: string) =>
      Object.entries(packages).some(
        ([name, rooms]) =>
          (from === name || from.startsWith(`${name.replace(/:$/, "")}${name.endsWith(":") ? ":" : "/"}`)) && rooms.includes(room),
      );
    expect(foreign.filter((from) => !allowed(from))).toEqual([]);
  });
});

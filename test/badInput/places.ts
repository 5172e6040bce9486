import { findNodeAtLocation, parseTree } from "jsonc-parser";
import type { Issue } from "par-index";
import { expect } from "vitest";

/** The line and column of an issue are those of the value that its path names, or of the nearest one around what is absent. */
export function expectToPointAtIts({ location }: Issue, text: string): void {
  const { line, column, path = [] } = location;
  const root = parseTree(text);
  if (root === undefined) throw new TypeError("the text is not JSON");
  const around = path.map((_, index) => findNodeAtLocation(root, path.slice(0, path.length - index)));
  const offset = (around.find((node) => node !== undefined) ?? root).offset;
  const before = text.slice(0, offset).split("\n");
  expect({ line, column }).toEqual({ line: before.length, column: (before.at(-1) ?? "").length + 1 });
}

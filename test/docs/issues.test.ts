import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messagesVi } from "../../src/issue/messages.vi";
import { root } from "../repository/sources";

test("docs/issues.md tells every issue code, and no other", () => {
  const page = readFileSync(`${root}docs/issues.md`, "utf8");
  const told = [...page.matchAll(/^\|\s*`(\w+)`/gm)].map(([, code]) => code ?? "");
  expect(told.sort()).toEqual(Object.keys(messagesVi).sort());
});

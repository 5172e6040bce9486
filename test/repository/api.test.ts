import * as core from "par-index";
import * as audit from "par-index/audit";
import * as node from "par-index/node";
import { expect, test } from "vitest";

test("the public names are these, and each is a promise (vitest -u after a change that is meant)", async () => {
  const list = (entry: object) => Object.keys(entry).sort().join("\n");
  await expect(`par-index\n\n${list(core)}\n\npar-index/node\n\n${list(node)}\n\npar-index/audit\n\n${list(audit)}\n`).toMatchFileSnapshot(
    "./api.txt",
  );
});

test("every function that can fail on data has a twin that answers instead of throwing", () => {
  const failing = [...Object.keys(core), ...Object.keys(node), ...Object.keys(audit)].filter((name) => /^(parse|load)[A-Z]/.test(name));
  const twins = failing.map((name) => `safe${name[0]?.toUpperCase()}${name.slice(1)}`);
  expect(twins.filter((twin) => !(twin in core) && !(twin in node) && !(twin in audit))).toEqual([]);
});

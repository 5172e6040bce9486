import * as core from "par-index";
import * as audit from "par-index/audit";
import * as node from "par-index/node";
import * as plan from "par-index/plan";
import * as survey from "par-index/survey";
import { expect, test } from "vitest";

test("the public names are these, and each is a promise (vitest -u after a change that is meant)", async () => {
  const list = (entry: object) => Object.keys(entry).sort().join("\n");
  const entries = {
    "par-index": core,
    "par-index/node": node,
    "par-index/audit": audit,
    "par-index/survey": survey,
    "par-index/plan": plan,
  };
  const text = Object.entries(entries).map(([name, entry]) => `${name}\n\n${list(entry)}\n`);
  await expect(text.join("\n")).toMatchFileSnapshot("./api.txt");
});

test("every function that can fail on data has a twin that answers instead of throwing", () => {
  const entries = [core, node, audit, survey, plan];
  const failing = entries.flatMap(Object.keys).filter((name) => /^(parse|load)[A-Z]/.test(name));
  const twins = failing.map((name) => `safe${name[0]?.toUpperCase()}${name.slice(1)}`);
  expect(twins.filter((twin) => entries.every((entry) => !(twin in entry)))).toEqual([]);
});

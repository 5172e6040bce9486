import * as core from "par-index";
import * as analysis from "par-index/analysis";
import * as arrow from "par-index/arrow";
import * as audit from "par-index/audit";
import * as batch from "par-index/batch";
import * as chart from "par-index/chart";
import * as node from "par-index/node";
import * as notebook from "par-index/notebook";
import * as page from "par-index/page";
import * as plan from "par-index/plan";
import * as survey from "par-index/survey";
import * as workbook from "par-index/workbook";
import { expect, test } from "vitest";

const entries = {
  "par-index": core,
  "par-index/node": node,
  "par-index/audit": audit,
  "par-index/survey": survey,
  "par-index/plan": plan,
  "par-index/workbook": workbook,
  "par-index/page": page,
  "par-index/chart": chart,
  "par-index/analysis": analysis,
  "par-index/batch": batch,
  "par-index/arrow": arrow,
  "par-index/notebook": notebook,
};

test("the public names are these, and each is a promise (vitest -u after a change that is meant)", async () => {
  const text = Object.entries(entries).map(([name, entry]) => `${name}\n\n${Object.keys(entry).sort().join("\n")}\n`);
  await expect(text.join("\n")).toMatchFileSnapshot("./api.txt");
});

test("every function that can fail on data has a twin that answers instead of throwing", () => {
  const names = Object.values(entries).flatMap((entry) => Object.keys(entry));
  const twins = names.filter((name) => /^(parse|load)[A-Z]/.test(name)).map((name) => `safe${name[0]?.toUpperCase()}${name.slice(1)}`);
  expect(twins.filter((twin) => !names.includes(twin))).toEqual([]);
});

import { applyQuota, classify, parseReports, scoreRounds } from "par-index";
import { loadCriteria } from "par-index/node";
import { expect, test } from "vitest";
import { nodeScore } from "../../src/score/nodeScore";
import { readText } from "./editionFiles";

/** Three invented heads under Article 7 of the decision of Hải Phòng; what is expected was concluded by hand. */
const criteria = loadCriteria("head-rating-212");
const { counted } = scoreRounds(criteria, parseReports(criteria, readText(`${criteria.file.id}/examples.json`)));
const { classifications } = applyQuota(criteria, classify(criteria, counted));
const grades = classifications.map(({ unit, value, grade }) => [unit.id, value?.published, grade]);

test("95.5 points with every condition is excellent; 78.83 is completed; 83.71 too, for who was off work over three months", () => {
  expect(grades).toEqual([
    ["head-a", "95.50", "excellent"],
    ["head-b", "78.83", "done"],
    ["head-c", "83.71", "done"],
  ]);
});

test("whoever has targets not assigned is scored out of 90, as note 7 prints it, and so can never be above 90", () => {
  expect(counted.map((score) => [score.unit.id, nodeScore(score, "II.5")?.countedMax, score.countedMax])).toEqual([
    ["head-a", "20", "100"],
    ["head-b", "10", "90"],
    ["head-c", "10", "90"],
  ]);
});

test("the rule that resolves a contradiction of the text says so, in a set that is official", () => {
  const rule = criteria.nodes.get("II.5.1.b")?.node.provenance.rule;
  expect([criteria.file.status, rule?.confidence, rule?.note?.vi]).toEqual(["official", "inferred", expect.stringMatching(/tự mâu thuẫn/)]);
});

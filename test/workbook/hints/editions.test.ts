import { treeOf } from "par-index";
import { editions, loadCriteria } from "par-index/node";
import { expect, test } from "vitest";
import type { CriteriaSet } from "../../../src/criteria/criteriaSet";
import { hintFormula } from "../../../src/workbook/hints/hintFormula";
import { hintCells } from "./hintCells";

/** Leaves of our editions whose points a form cannot show, each with the reason. */
const withoutHint = {
  "example/agency-quality 2.1": "peerMean",
  "vn/hai-phong/head-rating/2025-212-qd-ubnd II.5.1.a": "peerMean",
  "vn/hai-phong/head-rating/2025-212-qd-ubnd II.5.1.b": "peerMean",
};

test("every leaf of every edition has a hint, but for those that compare units", () => {
  const sets = editions()
    .filter(({ holds }) => holds === "criteria")
    .map(({ id }) => loadCriteria(id));
  expect(sets.length).toBeGreaterThan(5);
  expect(Object.fromEntries(sets.flatMap(leavesWithoutHint))).toEqual(withoutHint);
});

/** The scored leaves of a set, in the tree of any group, that have no formula, each with its measure. */
function leavesWithoutHint(criteria: CriteriaSet): readonly (readonly [leaf: string, reason: string])[] {
  const trees = [undefined, ...criteria.file.groups.map(({ id }) => id)].map((group) => treeOf(criteria, group));
  return [...new Set(trees)]
    .flatMap(({ leaves }) => leaves)
    .filter((leaf) => leaf.rule !== undefined)
    .filter(
      (leaf) =>
        hintFormula(
          leaf,
          hintCells(leaf, 7, () => "lists!$A$1:$A$9"),
          criteria.file.policies,
        ) === undefined,
    )
    .map((leaf) => [`${criteria.file.id} ${leaf.code}`, leaf.rule?.measure?.measure.measure ?? "no measure"] as const);
}

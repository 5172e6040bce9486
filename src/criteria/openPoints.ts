import { at, type Issue, under, warning } from "../issue/issue";
import type { CriteriaDraft } from "./criteriaFile";
import { rootOf } from "./criteriaSet";
import { listPlaces } from "./tree";

/** What a draft still leaves open (còn để trống), in the order of the file: maxima, rules, policies, the grading. */
export function openPoints(file: CriteriaDraft): Issue[] {
  const policies = Object.entries(file.policies).flatMap(([name, policy]) =>
    policy === null ? [warning("stillOpen", { what: "policy" }, { path: ["policies", name] })] : [],
  );
  const nodes = listPlaces(rootOf(file)).flatMap(({ node, path }) =>
    [
      ...(node.maxPoints === null ? [warning("stillOpen", { what: "maxPoints" }, { path: ["maxPoints"] })] : []),
      ...(node.rule === null ? [warning("stillOpen", { what: "rule" }, { path: ["rule"] })] : []),
    ].map((open) => at({ code: node.code, title: node.title.vi }, under(path, open))),
  );
  const grading = file.grading === null ? [warning("stillOpen", { what: "grading" }, { path: ["grading"] })] : [];
  return [...policies, ...nodes, ...grading];
}

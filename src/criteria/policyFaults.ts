import { type Issue, issue, under } from "../issue/issue";
import { duplicateFaults } from "../rules/options";
import type { CriteriaDraft } from "./criteriaFile";
import { rootOf } from "./criteriaSet";
import type { RoundsPolicy } from "./policies";
import { decisionFaults } from "./provenanceFaults";
import { listNodes } from "./tree";

/** What is wrong with the policies of a file; those that are still open are judged when they are filled in. */
export function policyFaults(file: CriteriaDraft): Issue[] {
  const { ranking, rounds } = file.policies;
  const stated = Object.entries(file.policies).flatMap(([name, policy]) => (policy ? [{ name, policy }] : []));
  return [
    ...stated.flatMap(({ name, policy }) =>
      decisionFaults(policy.provenance, file).map((found) => under(["policies", name, "provenance"], found)),
    ),
    ...tieBreakerFaults(file, ranking?.tieBreakers ?? []).map((found) => under(["policies", "ranking", "tieBreakers"], found)),
    ...(rounds ? roundFaults(rounds).map((found) => under(["policies", "rounds"], found)) : []),
  ];
}

function tieBreakerFaults(file: CriteriaDraft, codes: readonly string[]): Issue[] {
  const known = new Set(listNodes(rootOf(file)).map(({ code }) => code));
  return codes.flatMap((code, index) => (known.has(code) ? [] : [issue("unknownCode", { code }, { path: [index] })]));
}

function roundFaults({ list, counts }: RoundsPolicy): Issue[] {
  const held = list.map(({ id }) => id);
  return [
    ...duplicateFaults(list, ["list"]),
    ...duplicateFaults(
      counts.map((id) => ({ id })),
      ["counts"],
    ),
    ...counts.flatMap((round, index) =>
      held.includes(round) ? [] : [issue("roundNotHeld", { round, rounds: held }, { path: ["counts", index] })],
    ),
  ];
}

import { dayOrderFaults } from "../issue/fields";
import { type Issue, issue, under } from "../issue/issue";
import { duplicateFaults } from "../rules/options";
import type { CriteriaDraft } from "./criteriaFile";
import { rootOf } from "./criteriaSet";
import type { DocumentsPolicy, RoundsPolicy } from "./policies";
import { decisionFaults } from "./provenanceFaults";
import { listNodes } from "./tree";

/** What is wrong with the policies of a file; those that are still open are judged when they are filled in. */
export function policyFaults(file: CriteriaDraft): Issue[] {
  const { ranking, rounds, documents } = file.policies;
  const stated = Object.entries(file.policies).flatMap(([name, policy]) => (policy ? [{ name, policy }] : []));
  return [
    ...stated.flatMap(({ name, policy }) =>
      decisionFaults(policy.provenance, file).map((found) => under(["policies", name, "provenance"], found)),
    ),
    ...tieBreakerFaults(file, ranking?.tieBreakers ?? []).map((found) => under(["policies", "ranking", "tieBreakers"], found)),
    ...(rounds ? roundFaults(rounds).map((found) => under(["policies", "rounds"], found)) : []),
    ...(documents ? windowFaults(file, documents).map((found) => under(["policies", "documents", "windows"], found)) : []),
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

/** One window for each period, of the periods that the set lists; it ends after it begins. */
function windowFaults({ periods }: CriteriaDraft, { windows }: DocumentsPolicy): Issue[] {
  return [
    ...duplicateFaults(
      windows.map(({ period }) => ({ id: period })),
      [],
    ),
    ...windows.flatMap(({ period, from, to }, index) =>
      [
        ...(periods.includes(period) ? [] : [issue("periodNotListed", { period, periods }, { path: ["period"] })]),
        ...dayOrderFaults({ from, to }),
      ].map((found) => under([index], found)),
    ),
  ];
}

// Sealing, verifying and recomputing a province's round (270 units, about a hundred leaves, four rounds), against the floor: plain
// JSON.stringify and SHA-256 of the same data. Medians in milliseconds, and ratios to the floor, in one run.
import { createHash } from "node:crypto";
import { linesOf, replay, seal, verifyTrail } from "../dist/audit/index.js";
import { provinceRound } from "./province.mjs";
import { milliseconds } from "./timing.mjs";

const { criteria, reports } = provinceRound(270);
const who = { criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "a secret of the benchmark" };
const file = seal(who);
const bytes = new TextEncoder().encode(file);
const values = [...linesOf(bytes)].map((line) => JSON.parse(new TextDecoder().decode(line)));

const floor = milliseconds(() => {
  for (const value of values) createHash("sha256").update(JSON.stringify(value)).digest("hex");
}, 5);
const times = {
  seal: milliseconds(() => seal(who), 3),
  verify: milliseconds(() => verifyTrail(linesOf(bytes)), 3),
  replay: milliseconds(() => replay(linesOf(bytes)), 3),
};
const verdict = replay(linesOf(bytes));
if (!verdict.identical) throw new Error("the round is not recomputed alike");
console.log(`${criteria.leaves.length} leaves, 270 units, four rounds: ${values.length} lines, ${(bytes.length / 1e6).toFixed(1)} MB`);
console.log(`floor (stringify, SHA-256) ${floor.toFixed(0).padStart(6)} ms`);
for (const [name, time] of Object.entries(times)) {
  console.log(`${name.padEnd(26)} ${time.toFixed(0).padStart(6)} ms  ${(time / floor).toFixed(1)} × floor`);
}

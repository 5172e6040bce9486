// What importing the core costs, against importing its own few libraries by their narrowest paths: whole fresh processes, in turn.
import { spawnSync } from "node:child_process";

const root = new URL("..", import.meta.url);
const subjects = {
  "the core": 'import "./dist/index.js"',
  "its libraries": ["zod/mini", "decimal.js", "date-fns/parseISO", "date-fns/constants", "jsonc-parser"]
    .map((name) => `import ${JSON.stringify(name)}`)
    .join("; "),
  nothing: "",
};
const rounds = 15;
const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));

for (let round = 0; round <= rounds; round += 1) {
  for (const [name, code] of Object.entries(subjects)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    if (round > 0) times[name].push(performance.now() - start);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const base = median(times.nothing);
for (const [name, values] of Object.entries(times)) console.log(`${name.padEnd(14)} ${median(values).toFixed(1)} ms a process`);
const ratios = times["the core"].map((time, round) => (time - base) / (times["its libraries"][round] - base));
console.log(`\nimport of the core ÷ import of its libraries: ${median(ratios).toFixed(2)} (an empty process taken off both)`);
console.log(`whole processes: ${median(times["the core"].map((time, round) => time / times["its libraries"][round])).toFixed(2)}`);

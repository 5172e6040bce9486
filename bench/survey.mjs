// One million respondents × 40 questions: how long DuckDB alone takes to scan and count the file, and how long we take to the full
// result, from CSV by our own reader and from Parquet through DuckDB. Subjects take turns, and medians are compared, since no machine
// is quiet. The file is made once and kept in the folder for temporary files.
import { execFileSync } from "node:child_process";
import { createWriteStream, existsSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parseParquet, readChunks } from "../dist/node/index.js";
import { parseQuestionnaire, parseResponses, satisfaction, tallySql } from "../dist/survey/index.js";

const people = Number(process.env.PEOPLE ?? 1_000_000);
const runs = Number(process.env.RUNS ?? 5);
const invented = { confidence: "invented" };
const words = (vi) => ({ vi });
const by = ["province", "district", "group"];

const survey = parseQuestionnaire({
  format: "par-index/questionnaire/1",
  id: "bench/survey",
  revision: 1,
  status: "example",
  title: words("Phiếu đo thời gian"),
  notice: words("Đặt ra để đo thời gian."),
  instrument: { provenance: invented },
  periods: ["2024"],
  coverage: "complete",
  series: { id: "bench", by: "province", title: words("Đo thời gian"), provenance: invented },
  sources: {},
  scales: {
    five: {
      answers: [1, 2, 3, 4, 5].map((code) => ({ code: String(code), title: words(`Mức ${code}`), counts: code >= 4 ? "100" : "0" })),
      provenance: invented,
    },
  },
  blocks: [0, 1].map((block) => ({
    id: `B${block}`,
    title: words(`Nhóm ${block}`),
    factors: [0, 1, 2, 3].map((factor) => ({
      id: `F${block}${factor}`,
      title: words(`Yếu tố ${block} ${factor}`),
      provenance: invented,
      questions: [1, 2, 3, 4, 5].map((question) => {
        const id = `q${block * 20 + factor * 5 + question}`;
        return { id, title: words(`Câu ${id}`), provenance: invented, scale: "five" };
      }),
    })),
  })),
  policies: {
    combine: { overall: "pooled", within: "pooled", provenance: invented },
    rounding: { places: 2, mode: "halfUp", provenance: invented },
    leastAnswers: { count: 30, provenance: invented },
  },
});
const ids = survey.questions.map(({ id }) => id);

/** Writes the file once; a generator with a seed, so that it is the same everywhere. */
async function makeCsv(path) {
  if (existsSync(path)) return;
  const out = createWriteStream(`${path}.part`);
  out.write(`respondent,${by.join(",")},${ids.join(",")}\n`);
  let state = 20241126;
  const next = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * most);
  };
  for (let person = 0; person < people; person += 1000) {
    let text = "";
    for (let row = person; row < Math.min(person + 1000, people); row += 1) {
      const province = next(63);
      text += `p${row},Tỉnh ${province},Huyện ${province}-${next(3)},${next(2) === 0 ? "nam" : "nữ"}`;
      for (let question = 0; question < ids.length; question += 1) text += `,${next(20) === 0 ? "" : 1 + next(5)}`;
      text += "\n";
    }
    if (!out.write(text)) await new Promise((resolve) => out.once("drain", resolve));
  }
  await new Promise((resolve) => out.end(resolve));
  renameSync(`${path}.part`, path);
}

const csv = join(tmpdir(), `par-index-survey-${people}.csv`);
const parquet = join(tmpdir(), `par-index-survey-${people}.parquet`);

async function query(sql) {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return (await connection.run(sql)).getRowObjects();
}

/** The plainest way to count: every answer to every question by the same keys. */
const scanAndCount = (table) =>
  `SELECT ${[...by.map((key) => `"${key}"`), "question", "answer"].join(", ")}, COUNT(*) FROM (UNPIVOT (SELECT ${[...by.map((key) => `"${key}"`), ...ids].join(", ")} FROM ${table}) ON ${ids.join(", ")} INTO NAME question VALUE answer) GROUP BY ALL`;

const subjects = {
  duckdbCsv: () => query(scanAndCount(`'${csv}'`)),
  oursCsv: async () => satisfaction(survey, parseResponses(survey, readChunks(csv), { by }).tally, { by: ["province"] }),
  duckdbParquet: () => query(scanAndCount(`'${parquet}'`)),
  oursParquet: async () => satisfaction(survey, (await parseParquet(survey, parquet, { by })).tally, { by: ["province"] }),
  // The counts that a tally consists of, made by DuckDB alone: respondents by what they answered, beside answers.
  duckdbTally: () => query(tallySql(survey, "duckdb", { table: parquet, by, answersAre: "integers" })),
};

// Each run is a process of its own, so that its peak memory is its own.
const subject = process.argv[2];
if (subject !== undefined) {
  const start = performance.now();
  await subjects[subject]();
  console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
} else {
  await makeCsv(csv);
  if (!existsSync(parquet)) await query(`COPY (SELECT * FROM '${csv}') TO '${parquet}' (FORMAT parquet)`);
  const measured = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const name of Object.keys(subjects)) {
      measured[name].push(JSON.parse(execFileSync(process.execPath, [process.argv[1], name], { encoding: "utf8" })));
    }
  }
  const median = (name) => measured[name].map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(runs / 2)];
  console.log(`${people.toLocaleString("en")} respondents, ${ids.length} questions; medians of ${runs} runs`);
  for (const [name, found] of Object.entries(measured)) {
    const most = Math.max(...found.map(({ megabytes }) => megabytes));
    console.log(`${name.padEnd(14)} ${median(name).toFixed(2).padStart(7)} s ${most.toFixed(0).padStart(6)} MB at most`);
  }
  const share = (ours, theirs) => (median(ours) / median(theirs)).toFixed(2);
  console.log(
    `CSV: ${share("oursCsv", "duckdbCsv")} of DuckDB's time (allowed 1.5); Parquet: ${share("oursParquet", "duckdbParquet")} (allowed 1.2), and ${share("oursParquet", "duckdbTally")} of its time for all that a tally counts`,
  );
}

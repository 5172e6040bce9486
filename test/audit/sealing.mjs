// Seals an example and prints the digest of its bytes; run by other versions of Node, in other time zones and locales.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { seal } from "../../dist/audit/index.js";
import { parseCriteria, parseReports } from "../../dist/index.js";

const read = (name) => readFileSync(new URL(`../../criteria/example/agency-quality/${name}.json`, import.meta.url), "utf8");
const criteria = parseCriteria(read("criteria"));
const reports = parseReports(criteria, JSON.parse(read("examples")).reports);
const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "the same secret on every machine" });
process.stdout.write(`${createHash("sha256").update(file).digest("hex")}\n`);

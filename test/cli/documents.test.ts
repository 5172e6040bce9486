import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { documentedFile } from "../evidence/documented";
import { readCsv } from "./csv";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const edition = folder.write("documented.json", JSON.stringify(documentedFile));
folder.write("plan.pdf", "plan");
const digest = createHash("sha256").update("plan").digest("hex");

function reportsWith(document: object, others: object = {}): string {
  const unit = { id: "xa-a", name: "Xã A", group: "commune" };
  const items = { "1.1": { option: "onTime", documents: [document] }, ...others };
  return folder.write(`${Object.keys(others).length}.json`, JSON.stringify({ unit, period: "2021", round: "selfAssessed", items }));
}

describe("check of reports with documents", () => {
  test("tells what the set demands as notes, and what it does not demand only when asked", async () => {
    const reports = reportsWith({ issuedOn: "30/11/2020" }, { "1.2": { done: 955, due: 1000 }, "2": { percent: "82,5" } });
    const { code, out, err } = await run(["check", edition, reports]);
    expect(code).toBe(0);
    expect(err.split("\n").map((line) => /^Lưu ý: xa-a · (\S+)/.exec(line)?.[1])).toEqual(["1.1", "1.2", "1.2", undefined]);
    expect(out).not.toContain("1.2");

    const asked = await run(["check", edition, reports, "--documents", "--format", "csv", "--lang", "en"]);
    expect(readCsv(asked.out.replace(/^\uFEFF/, ""), ",").map(([, leaf]) => leaf)).toEqual(["Code", "1.1", "1.2", "1.2", "2"]);
    const { data, warnings } = JSON.parse((await run(["check", edition, reports, "--documents", "--format", "json"])).out);
    expect(data.documentGaps.map(({ gap }: { gap: string }) => gap)).toEqual([
      "outsideWindow",
      "requiredMissing",
      "requiredMissing",
      "noDocument",
    ]);
    expect(warnings).toEqual([]);
  });

  test("says that nothing is wanting", async () => {
    const { code, out, err } = await run(["check", edition, reportsWith({ proves: "plan" }), "--documents", "--lang", "en"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Every leaf that claims points has its supporting documents.");
  });

  test("does not say so of reports that claim nothing", async () => {
    const { out } = await run(["check", "example/tiny", "criteria/example/tiny/examples.json", "--documents", "--lang", "en"]);
    expect(out).not.toContain("Every leaf that claims points");
    expect(out).toContain("The files hold no self-assessment");
  });

  test("holds the files against their digests", async () => {
    const right = reportsWith({ file: "plan.pdf", sha256: digest });
    expect(await run(["check", edition, right, "--files", folder.path])).toMatchObject({ code: 0, err: "" });
    const wrong = reportsWith({ file: "plan.pdf", sha256: digest.replace(/^./, (digit) => (digit === "0" ? "1" : "0")) });
    const { code, err } = await run(["check", edition, wrong, "--files", folder.path]);
    expect(code).toBe(1);
    expect(err).toMatch(/plan\.pdf · xa-a · 1\.1 · documents\.0\.file: tệp có mã băm/);
  });
});

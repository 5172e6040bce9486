import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { parseEvidence, safeParseEvidence } from "par-index";
import { checkFiles } from "par-index/node";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, issuesOf, told } from "../badInput/issues";
import { temporaryFolder } from "../cli/run";
import { documented } from "./documented";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

function reportWith(...documents: readonly unknown[]) {
  const unit = { id: "xa-a", name: "Xã A", group: "commune" };
  return { unit, period: "2021", round: "selfAssessed", items: { "1.1": { option: "onTime", documents } } };
}

test("a document is kept in its canonical form", () => {
  const document = {
    number: "12/KH-UBND",
    issuedOn: "15/1/2021",
    place: "mục II, trang 3",
    file: " minh-chung/kế hoạch.pdf ".normalize("NFD"),
    sha256: digest("a").toUpperCase(),
    proves: "plan",
  };
  const once = parseEvidence(documented, reportWith(document));
  expect(once.items["1.1"]?.documents).toEqual([
    { ...document, issuedOn: "2021-01-15", file: "minh-chung/kế hoạch.pdf", sha256: digest("a") },
  ]);
  expect(parseEvidence(documented, once)).toStrictEqual(once);
});

test.each<[string, object, string]>([
  ["a digest cut short", { sha256: digest("a").slice(1) }, "1.1 documents.0.sha256: notSha256"],
  ["a digest of another kind", { sha256: "md5" }, "1.1 documents.0.sha256: notSha256"],
  ["a digest that is a number", { sha256: 12 }, "1.1 documents.0.sha256: notSha256"],
  ["a file of the root", { file: "/etc/passwd" }, "1.1 documents.0.file: pathLeadsOut"],
  ["a file above the folder", { file: "a/../../b.pdf" }, "1.1 documents.0.file: pathLeadsOut"],
  ["a file of a drive", { file: "C:/b.pdf" }, "1.1 documents.0.file: pathLeadsOut"],
  ["a file named as Windows does", { file: "a\\b.pdf" }, "1.1 documents.0.file: pathLeadsOut"],
  ["a file of the home folder", { file: "~/b.pdf" }, "1.1 documents.0.file: pathLeadsOut"],
  ["a file without a name", { file: " " }, "1.1 documents.0.file: emptyText"],
  ["a file named on two lines", { file: "a\nb.pdf" }, "1.1 documents.0.file: controlCharacters"],
  ["a document that is not required", { proves: "extract" }, "1.1 documents.0.proves: unknownDocument"],
])("%s is refused where it stands", (_, document, expected) => {
  const issues = issuesOf(safeParseEvidence(documented, reportWith(document)));
  expect(issues.map(told)).toEqual([expected]);
  issues.forEach(expectToBeSaidWell);
});

describe("the files of documents", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder.path, "proof"));
  folder.write("proof/plan.pdf", "plan");
  symlinkSync("/etc/hostname", join(folder.path, "proof", "link.pdf"));

  const foundFor = (...documents: readonly unknown[]) => checkFiles([parseEvidence(documented, reportWith(...documents))], folder.path);

  test("with the digests that the report says are in order, and those without one where they are there", () => {
    expect(foundFor({ file: "proof/plan.pdf", sha256: digest("plan") }, { file: "proof/plan.pdf" }, { number: "1" })).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["with another digest", { file: "proof/plan.pdf", sha256: digest("other") }, "documentFileDiffers"],
    ["that is not there", { file: "proof/report.pdf" }, "fileUnreadable"],
    ["that is a folder", { file: "proof" }, "fileUnreadable"],
    ["that a link takes elsewhere", { file: "proof/link.pdf" }, "pathLeadsOut"],
  ])("one %s is told with its place", (_, document, code) => {
    const issues = foundFor({ number: "1" }, document);
    expect(issues.map((found) => [found.code, found.location.unit, told(found).split(":")[0]])).toEqual([
      [code, "xa-a", "1.1 documents.1.file"],
    ]);
    issues.forEach(expectToBeSaidWell);
  });
});

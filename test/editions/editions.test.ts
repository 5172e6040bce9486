import { checkExpected, explain, formatIssue, type Issue, safeParseCriteria, safeParseReports, scoreAll } from "par-index";
import { editions, loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import { listNodes } from "../../src/criteria/tree";
import { nodeScore } from "../../src/score/nodeScore";
import { filesNamed, readText } from "./editionFiles";

const inWords = (issues: readonly Issue[]) => issues.map((issue) => formatIssue(issue, "en"));

describe.each(filesNamed("criteria.json"))("%s", (file) => {
  const parsed = safeParseCriteria(readText(file));
  const criteria = parsed.ok ? parsed.value : undefined;

  test("proves itself", () => {
    expect(inWords(parsed.ok ? parsed.warnings : parsed.issues)).toEqual([]);
  });

  test("stands in the folder that its id names", () => {
    expect(`${criteria?.file.id}/criteria.json`).toBe(file);
  });

  test("claims to be official only where the text of the instrument is held", () => {
    expect(criteria?.file.status === "official").toBe(file.startsWith("vn/"));
  });

  test("tells in every explanation of a leaf that it is not official, and how sure its numbers are", () => {
    if (criteria === undefined || criteria.file.status === "official") return;
    const unit = { id: "a", name: "A", group: criteria.file.groups[0]?.id };
    const empty = safeParseReports(criteria, [{ unit, period: criteria.file.periods[0], round: "selfAssessed", items: {} }]);
    const [score] = empty.ok ? scoreAll(criteria, empty.value.reports) : [];
    for (const { code } of criteria.leaves) {
      const basis = score === undefined ? [] : explain(criteria, score, code, "vi").basis;
      expect(basis.at(-1), code).toMatch(/không phải bộ tiêu chí/);
      expect(basis[0], code).toMatch(/^Căn cứ/);
    }
  });

  test("is told in both languages", () => {
    const untold = listNodes(criteria?.root ?? { children: [] }).filter((node) => "title" in node && node.title.en === undefined);
    expect(untold).toEqual([]);
  });
});

describe.each(filesNamed("examples.json"))("%s", (file) => {
  const criteria = loadCriteria(file.replace(/\/examples\.json$/, ""));
  const parsed = safeParseReports(criteria, readText(file));

  test("its reports hold", () => {
    expect(inWords(parsed.ok ? parsed.warnings : parsed.issues)).toEqual([]);
  });

  test("they come to the figures that it states", () => {
    const { reports, expected } = parsed.ok ? parsed.value : { reports: [], expected: [] };
    expect(expected.length).toBeGreaterThan(0);
    expect(inWords(checkExpected(criteria, reports, expected))).toEqual([]);
  });
});

describe("readings on which sources disagree", () => {
  const open = editions()
    .filter(({ holds }) => holds === "criteria")
    .flatMap(({ id }) =>
      loadCriteria(id).leaves.flatMap(({ code, node }) =>
        (node.interpretation?.others ?? []).map((other) => [id, code, other.id] as const),
      ),
    );

  test.each(open)("%s: %s is scored under the reading %s too", (id, code, reading) => {
    const criteria = loadCriteria(id, { readings: { [code]: reading } });
    const parsed = safeParseReports(criteria, readText(`${id}/examples.json`));
    const scores = parsed.ok ? scoreAll(criteria, parsed.value.reports) : [];
    expect(scores.every((score) => score.criteria.readings[code] === reading)).toBe(true);
    expect(scores.length).toBeGreaterThan(0);
  });

  test("index-766, 4.2: the portal gives the province 0.97, the document 1.21", () => {
    const points = ["portal", "document"].map((reading) => {
      const criteria = loadCriteria("index-766", { readings: { "4.2": reading } });
      const parsed = safeParseReports(criteria, readText(`${criteria.file.id}/examples.json`));
      const [province] = parsed.ok ? scoreAll(criteria, parsed.value.reports) : [];
      return province === undefined ? undefined : nodeScore(province, "4.2");
    });
    expect(points).toMatchObject([{ published: "0.97" }, { published: "1.21" }]);
  });
});

describe.each(filesNamed("structure.json"))("%s", (file) => {
  test("is a catalogue note: it says that it cannot be scored", () => {
    const { id } = JSON.parse(readText(file));
    expect(() => loadCriteria(id)).toThrow(/chưa chấm điểm được/);
  });
});

import {
  checkExpected,
  explain,
  formatIssue,
  type Issue,
  parseDraft,
  safeParseCriteria,
  safeParseDraft,
  safeParseReports,
  scoreAll,
  scoreRounds,
  treeOf,
} from "par-index";
import { editions, loadCriteria, loadDraft } from "par-index/node";
import { describe, expect, test } from "vitest";
import { listNodes } from "../../src/criteria/tree";
import { nodeScore } from "../../src/score/nodeScore";
import { filesNamed, isDraft, readText } from "./editionFiles";

const inWords = (issues: readonly Issue[]) => issues.map((issue) => formatIssue(issue, "en"));
const drafts = filesNamed("criteria.json").filter(isDraft);
const complete = filesNamed("criteria.json").filter((file) => !isDraft(file));

/** What an edition is warned of and means: its text prints a number that looks wrong. */
const meant: Readonly<Record<string, readonly string[]>> = {
  "vn/hai-phong/head-rating/2025-212-qd-ubnd/criteria.json": ["rescaledToOther"],
};

describe.each(filesNamed("criteria.json"))("%s", (file) => {
  const parsed = safeParseDraft(readText(file));
  const set = parsed.ok ? parsed.value.file : undefined;

  test("holds as far as it goes", () => {
    expect(inWords(parsed.ok ? [] : parsed.issues)).toEqual([]);
    expect((parsed.ok ? parsed.warnings : []).map(({ code }) => code)).toEqual(meant[file] ?? []);
  });

  test("stands in the folder that its id names", () => {
    expect(`${set?.id}/criteria.json`).toBe(file);
  });

  test("claims to be official only where the text of the instrument is held", () => {
    expect(set?.status === "official").toBe(file.startsWith("vn/"));
  });

  test("says what is held and which questions are open", () => {
    const { alias, held, openQuestions } = JSON.parse(readText(file.replace("criteria.json", "source.json")));
    expect(alias ?? "no-alias").toMatch(/^[a-z0-9-]+$/);
    expect(Object.keys(held)).toEqual(["vi", "en"]);
    if (isDraft(file)) expect(openQuestions.length).toBeGreaterThan(0);
  });

  test("is told in both languages", () => {
    const nodes = (set?.children ?? []).flatMap((area) => listNodes(area));
    expect(nodes.filter(({ title }) => title.en === undefined)).toEqual([]);
  });
});

describe.each(complete)("%s", (file) => {
  const parsed = safeParseCriteria(readText(file));
  const criteria = parsed.ok ? parsed.value : undefined;

  test("proves itself", () => {
    expect(inWords(parsed.ok ? [] : parsed.issues)).toEqual([]);
  });

  test("tells in every explanation of a leaf that it is not official, and how sure its numbers are", () => {
    if (criteria === undefined || criteria.file.status === "official") return;
    for (const { id: group } of criteria.file.groups) {
      const unit = { id: "a", name: "A", group };
      const empty = safeParseReports(criteria, [{ unit, period: criteria.file.periods[0], round: "selfAssessed", items: {} }]);
      const [score] = empty.ok ? scoreAll(criteria, empty.value.reports) : [];
      for (const { code } of treeOf(criteria, group).leaves) {
        const basis = score === undefined ? [] : explain(criteria, score, code, "vi").basis;
        expect(basis.at(-1), code).toMatch(/không phải bộ tiêu chí/);
        expect(basis[0], code).toMatch(/^Căn cứ/);
      }
    }
  });
});

describe.each(drafts)("%s", (file) => {
  const { open } = parseDraft(readText(file));

  test("is refused for scoring because of its open points, and of nothing else", () => {
    const refused = safeParseCriteria(readText(file));
    const found = refused.ok ? [] : refused.issues.filter(({ severity }) => severity === "error");
    expect(found.map(({ code }) => code)).toEqual(open.map(() => "stillOpen"));
    expect(open.length).toBeGreaterThan(0);
  });

  test("is loaded as a draft, each open point in its file; loading it for scoring tells of them", () => {
    const id = file.replace(/\/criteria\.json$/, "");
    expect(loadDraft(id).open.map(({ code, location }) => [code, location.file?.endsWith(file)])).toEqual(
      open.map(() => ["stillOpen", true]),
    );
    expect(() => loadCriteria(id)).toThrow(/còn để trống/);
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
    const scores = parsed.ok ? scoreRounds(criteria, parsed.value.reports).counted : [];
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

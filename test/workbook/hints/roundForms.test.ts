import { parseReports, scoreRounds } from "par-index";
import { loadCriteria } from "par-index/node";
import { formWorkbook } from "par-index/workbook";
import { describe, expect, test } from "vitest";
import { anchors } from "../../../src/workbook/form/anchors";
import { formGrid } from "../../../src/workbook/form/formGrid";
import { safeReadSheets } from "../../../src/workbook/readSheets";
import { hasLibreOffice, savedAgain } from "./libreOffice";

const rounds = loadCriteria("example/rounds");
const unit = { id: "so-a", name: "Sở A", group: "department" };
const [self, appraisal] = parseReports(rounds, [
  { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 18, due: 20 }, "3": { count: 1 } } },
  {
    unit,
    period: "2021",
    round: "appraised",
    items: {
      "1": { done: 17, due: 20, reason: "Một hồ sơ trả muộn" },
      "2": { givenPoints: "4.25", reason: "Theo ý kiến của Chủ tịch" },
      "3": { accepted: true },
      "4": { count: 1 },
    },
  },
]);

describe.skipIf(!hasLibreOffice)("an appraiser's form", () => {
  test("adds up what is accepted, given, computed and taken away to the points of the score", async () => {
    if (self === undefined || appraisal === undefined) throw new Error("two reports");
    const form = await formWorkbook(rounds, { unit, period: "2021", round: "appraised", before: [self], filled: appraisal });
    const [saved] = savedAgain([form]);
    const sheets = await safeReadSheets(saved as Uint8Array);
    const grid = formGrid(sheets.ok ? sheets.value : [], anchors.figures);
    const hints = grid?.sheet.cells.filter(({ row, column }) => row > grid.headingRow && column === grid.columns.get("hint"));
    // 10 × 17 ÷ 20; points given; points of the round before; half a point less for a text that was criticised; and all of it.
    expect(hints?.map(({ content }) => (content.kind === "number" ? content.text : content))).toEqual([
      "8.5",
      "4.25",
      "1",
      "-0.5",
      "13.25",
    ]);
    expect(scoreRounds(rounds, [self, appraisal]).counted[0]?.points).toBe("13.25");
  }, 60_000);
});

import { wordsIn } from "../../issue/fields";
import { summarize } from "../../rank/summarize";
import { groupTitle } from "../../report/groupTitle";
import { placeRemark } from "../../report/placeRemark";
import { countCell, numberCell, textCell } from "../numberCell";
import type { SheetContent } from "../sheet";
import { headingRow, headings } from "./headings";
import { resultSheet } from "./resultSheet";
import type { ResultView } from "./resultView";

/** Units from the best on, ties and what is undecided as such; below them the mean. */
export function rankingSheet(view: ResultView, name: string): SheetContent {
  const { criteria, language, ranking, groups, say } = view;
  const { file } = criteria;
  const together = ranking.within === "all";
  const value = file.policies.published.value === "index" ? headings.publishedIndex : headings.publishedPoints;
  const heading = headingRow(view, [headings.rank, headings.unit, ...(together ? [headings.group] : []), value, headings.remark]);
  const means = summarize(
    criteria,
    groups.flatMap(({ members }) => members),
  );
  return resultSheet(view, {
    name,
    title: say({ vi: "XẾP HẠNG", en: "RANKING" }),
    widths: [8, 46, ...(together ? [24] : []), 14, 52],
    tables: ranking.groups.map((group, index) => {
      const mean = means[index]?.mean ?? null;
      return {
        title: groupTitle(criteria, group)[language],
        heading,
        rows: group.places.map((place) => ({
          cells: [
            place.rank === null ? { look: "ordinal" } : countCell(place.rank),
            textCell(place.unit.name),
            ...(together ? [textCell(wordsIn(file.groups.find(({ id }) => id === place.unit.group)?.title ?? { vi: "" }, language))] : []),
            place.published === null || place.reason === "missing" ? { look: "number" } : numberCell(place.published, language),
            textCell(placeRemark(criteria, place)[language]),
          ],
        })),
        below:
          mean === null
            ? []
            : [
                {
                  cells: [
                    { look: "area" },
                    textCell(say(headings.mean), "area"),
                    ...(together ? [{ look: "area" } as const] : []),
                    numberCell(mean.published, language, "areaNumber"),
                    { look: "area" },
                  ],
                },
              ],
      };
    }),
    kept: 2,
  });
}

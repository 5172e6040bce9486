import { type CriteriaSet, type Place, rank, type Score } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { leaf, scoresGiven, setOf } from "./smallSet";

/** Who stands where. */
export const ranks: Family = {
  "rank-competition": () => {
    const criteria = setOf([leaf("1", "1")], { places: 3, ranking: { compare: "published", ties: "share" } });
    const scores = scoresGiven(criteria, { "Đơn vị khác": "0.64", "Thanh Hóa": "0.633", "Bà Rịa - Vũng Tàu": "0.633", "Phú Thọ": "0.624" });
    expect(placesOf(criteria, scores).map(({ rank, unit }) => [rank, unit.id])).toEqual([
      [1, "Đơn vị khác"],
      [2, "Bà Rịa - Vũng Tàu"],
      [2, "Thanh Hóa"],
      [4, "Phú Thọ"],
    ]);
  },

  "rank-unrounded": () => {
    const points = { "Sở Tài chính": "90.05", "Sở Nội vụ": "90.0209", "Văn phòng UBND tỉnh": "90.0185" };
    const ranked = (compare: "exact" | "published") => {
      const criteria = setOf([leaf("1", "100")], { ranking: { compare } });
      return placesOf(criteria, scoresGiven(criteria, points)).map(({ rank, published, unit }) => [rank, published, unit.id]);
    };
    expect(ranked("exact")).toEqual([
      [1, "90.05", "Sở Tài chính"],
      [2, "90.02", "Sở Nội vụ"],
      [3, "90.02", "Văn phòng UBND tỉnh"],
    ]);
    expect(ranked("published").map(([place]) => place)).toEqual([1, 2, 2]);
  },

  "rank-tie-human": () => {
    const criteria = setOf([leaf("1", "100")], { ranking: { ties: "undecided" } });
    const places = placesOf(criteria, scoresGiven(criteria, { A: "97", B: "97", C: "96" }));
    expect(places.map(({ unit, rank, reason, between }) => [unit.id, rank, reason, between])).toEqual([
      ["A", null, "undecided", [1, 2]],
      ["B", null, "undecided", [1, 2]],
      ["C", 3, undefined, undefined],
    ]);
  },

  "rank-in-group": () => {
    const criteria = setOf([leaf("1", "100")], { groups: ["department", "district", "service", "central"] });
    const scores = [
      ...scoresGiven(criteria, { "Sở Y tế": "93.98", "Sở Giáo dục và Đào tạo": "91.71" }, { group: "department" }),
      ...scoresGiven(criteria, { "Việt Trì": "93.08", "Phù Ninh": "92.11" }, { group: "district" }),
      ...scoresGiven(criteria, { "Đài Phát thanh - Truyền hình": "95.5" }, { group: "service" }),
      ...scoresGiven(criteria, { "Cục Thuế": "95.36" }, { group: "central" }),
    ];
    const first = rank(criteria, scores).groups.map(({ group, places }) => [group, places[0]?.rank, places[0]?.unit.id]);
    expect(first).toEqual([
      ["department", 1, "Sở Y tế"],
      ["district", 1, "Việt Trì"],
      ["service", 1, "Đài Phát thanh - Truyền hình"],
      ["central", 1, "Cục Thuế"],
    ]);
  },
};

function placesOf(criteria: CriteriaSet, scores: readonly Score[]): readonly Place[] {
  return rank(criteria, scores).groups.flatMap(({ places }) => places);
}

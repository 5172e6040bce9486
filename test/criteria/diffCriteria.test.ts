import { type CriteriaSet, diffCriteria, parseCriteria } from "par-index";
import { describe, expect, test } from "vitest";
import { fileWith } from "../arbitraries/criteria";
import type { CriterionDocument } from "../oracle/documents";
import { criterion, edition, type Written } from "./writtenEdition";

/** The differences in short: `3.2 → 3.4`, `+ 1`, `- 2`, and `3: title.vi` for what changed inside one. */
function told(before: readonly Written[], after: readonly Written[]): readonly string[] {
  return diffCriteria(edition("before", before), edition("after", after)).flatMap(({ code, change, from, fields }) => {
    if (code === "total") return [];
    if (change === "added") return [`+ ${code}`];
    if (change === "removed") return [`- ${code}`];
    const numbers = from === undefined ? code : `${from} → ${code}`;
    return [change === "renumbered" ? numbers : `${numbers}: ${fields.map(({ path }) => path).join(", ")}`];
  });
}

describe("a criterion is followed", () => {
  test("by its title, where its number is another", () => {
    expect(told(["1 Kế hoạch", "2 Báo cáo"], ["1 Kiểm tra", "2 Kế hoạch", "3 Báo cáo"])).toEqual(["+ 1", "1 → 2", "2 → 3"]);
  });

  test("whatever the capitals, blanks and last point of its title", () => {
    expect(told(["1 Kế hoạch cải cách"], ["2 KẾ HOẠCH  cải cách."])).toEqual(["1 → 2: title.vi"]);
  });

  test("by what the later file says, against its title", () => {
    expect(told(["1 Kế hoạch", "2 Báo cáo"], ["1 Kế hoạch ← 2", "2 Sơ kết ← 1"])).toEqual(["2 → 1: title.vi", "1 → 2: title.vi"]);
  });

  test("by its title alone where the file speaks of a code that there was not", () => {
    expect(told(["1 Kế hoạch"], ["2 Kế hoạch ← 9"])).toEqual(["1 → 2"]);
  });

  test("within its area, where an area was put in front and areas have criteria of one title", () => {
    const before = [{ "1 Thể chế": ["1.1 Kế hoạch"] }, { "2 Bộ máy": ["2.1 Kế hoạch"] }];
    const after = [{ "1 Chỉ đạo": ["1.1 Kế hoạch"] }, { "2 Thể chế": ["2.1 Kế hoạch"] }, { "3 Bộ máy": ["3.1 Kế hoạch"] }];
    expect(told(before, after)).toEqual(["+ 1", "+ 1.1", "1 → 2", "1.1 → 2.1", "2 → 3", "2.1 → 3.1"]);
  });

  test("as a leaf rather than as a branch of the same title", () => {
    const before = [{ "1 Thể chế": ["1.1 Rà soát"] }, { "2 Bộ máy": [{ "2.1 Rà soát": ["2.1.1 Sắp xếp"] }] }];
    const after = [{ "1 Tổ chức": [{ "1.2 Rà soát": ["1.2.1 Sắp xếp"] }] }, { "2 Văn bản": ["2.3 Rà soát"] }];
    expect(told(before, after)).toEqual(["1: title.vi", "2.1 → 1.2", "2.1.1 → 1.2.1", "2: title.vi", "1.1 → 2.3"]);
  });

  test("by no title that two criteria have, of which nobody can say which is which", () => {
    const before = [{ "1 Thể chế": ["1.1 Kế hoạch"] }, { "2 Bộ máy": ["2.1 Kế hoạch"] }];
    const after = [{ "3 Văn bản": ["3.1 Kế hoạch"] }, { "4 Tổ chức": ["4.1 Kế hoạch"] }];
    expect(told(before, after)).toEqual(["+ 3", "+ 3.1", "+ 4", "+ 4.1", "- 1", "- 1.1", "- 2", "- 2.1"]);
  });

  test("by its code where its title is new and its sort is not", () => {
    expect(told(["1 Kế hoạch"], ["1 Chương trình công tác"])).toEqual(["1: title.vi"]);
    expect(told(["1 Kế hoạch"], [{ "1 Chương trình": ["1.1 Ban hành"] }])).toEqual(["+ 1", "+ 1.1", "- 1"]);
  });

  test("with all that changed in it beside its number", () => {
    const before = [{ "1 Thể chế": ["1.1 Kế hoạch"] }];
    const after = [{ "2 Thể chế": ["2.1 Kế hoạch", "2.2 Báo cáo"] }];
    expect(told(before, after)).toEqual(["1 → 2: maxPoints", "1.1 → 2.1", "+ 2.2"]);
  });
});

describe("where groups of units have criteria of one code", () => {
  const forGroups = (written: string, ...groups: readonly string[]) => ({ ...criterion(written), groups });
  const set = (id: string, children: readonly CriterionDocument[], renamed: readonly string[] = ["commune", "department"]) => {
    const groups = renamed.map((group) => ({ id: group, title: { vi: `Nhóm ${group}` } }));
    return parseCriteria({ ...fileWith(children), id: `example/${id}`, maxPoints: "2", groups });
  };
  const shared = criterion("1 Rà soát");
  const earlier = set("before", [shared, forGroups("2 Kiểm tra", "commune"), forGroups("2 Thanh tra", "department")]);
  const changes = (later: CriteriaSet) => diffCriteria(earlier, later).filter(({ code }) => code !== "total");

  test("a set is like itself", () => expect(diffCriteria(earlier, earlier)).toEqual([]));

  test("each is followed within its groups, and named with them", () => {
    const later = set("after", [shared, forGroups("2 Thanh tra", "commune"), forGroups("2 Giám sát", "department")]);
    expect(changes(later)).toMatchObject([
      { code: "2", groups: ["commune"], fields: [{ path: "title.vi", before: "Kiểm tra", after: "Thanh tra" }] },
      { code: "2", groups: ["department"], fields: [{ path: "title.vi", before: "Thanh tra", after: "Giám sát" }] },
    ]);
  });

  test("one that only other units have now is another one, though the title is the same", () => {
    const later = set("after", [shared, forGroups("2 Giám sát", "commune"), forGroups("3 Kiểm tra", "department")]);
    expect(changes(later).map(({ change, code, groups }) => [change, code, groups])).toEqual([
      ["changed", "2", undefined],
      ["added", "3", undefined],
      ["removed", "2", ["department"]],
    ]);
  });

  test("one that all units have now takes the place of one, and the other is removed, with its groups", () => {
    expect(changes(set("after", [shared, criterion("2 Kiểm tra")])).map(({ change, groups }) => [change, groups])).toEqual([
      ["changed", undefined],
      ["removed", ["department"]],
    ]);
  });

  test("each is followed where a group has a new id, which nobody can tell from a new group", () => {
    const later = set("after", [shared, forGroups("2 Kiểm tra", "commune"), forGroups("2 Thanh tra", "office")], ["commune", "office"]);
    expect(changes(later)).toMatchObject([{ change: "changed", groups: ["office"], fields: [{ path: "groups.0", before: "department" }] }]);
  });
});

describe("what the file says of former codes", () => {
  test("is of the edition that it names, and of no other", () => {
    const after = (named: string) =>
      parseCriteria({
        ...fileWith([{ ...criterion("2 Sơ kết"), formerly: { code: "1", edition: named } }]),
        id: "example/after",
      });
    const changes = (named: string) => diffCriteria(edition("before", ["1 Kế hoạch"]), after(named)).filter(({ code }) => code !== "total");
    expect(changes("example/before")).toMatchObject([{ code: "2", from: "1", change: "changed" }]);
    expect(changes("example/older").map(({ change }) => change)).toEqual(["added", "removed"]);
  });

  test("is not believed between two revisions of one edition, and is itself a change there", () => {
    const changes = diffCriteria(edition("same", ["1 Kế hoạch", "2 Báo cáo"]), edition("same", ["1 Kế hoạch", "2 Báo cáo ← 1"]));
    expect(changes).toMatchObject([{ code: "2", change: "changed", fields: [{ path: "formerly.code", before: "", after: "1" }] }]);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { criteriaPath } from "../editions/editionFiles";
import { readCsv } from "./csv";
import { type Ran, run, runAll, temporaryFolder } from "./run";

const folder = temporaryFolder();
const rated = `${criteriaPath}example/grading/examples.json`;
const grade = (...more: readonly string[]) => ["grade", "example/grading", ...more];

describe("the grades of the example", () => {
  const ran: Ran[] = [];
  beforeAll(async () => {
    ran.push(
      ...(await runAll([grade(rated), grade(rated, "--format", "csv"), grade(rated, "--format", "json"), grade(rated, "--unit", "so-b")])),
    );
  });

  test("are printed best first, with what lowered each", () => {
    const rows = readCsv((ran[1]?.out ?? "").slice(1), ";").slice(1);
    expect(rows.map(([id, , , , , value, given, remark]) => [id, value, given, remark])).toEqual([
      ["so-a", "98,00", "Hoàn thành xuất sắc", ""],
      ["so-b", "95,60", "Hoàn thành tốt", "vượt tỷ lệ khống chế"],
      ["so-c", "93,20", "Hoàn thành tốt", "không đạt điều kiện của mức cao hơn"],
      ["so-e", "83,00", "Hoàn thành tốt", ""],
      ["so-g", "96,80", "Hoàn thành", "có sự kiện khống chế"],
      ["so-d", "76,00", "Hoàn thành", "không đạt điều kiện của mức cao hơn"],
      ["xa-h", "96,00", "Hoàn thành xuất sắc", "đề nghị khen thưởng"],
      ["xa-i", "94,00", "Hoàn thành xuất sắc", "khen thưởng: chờ quyết định"],
      ["xa-m", "94,00", "Hoàn thành xuất sắc", "khen thưởng: chờ quyết định"],
      ["xa-k", "92,00", "Hoàn thành xuất sắc", ""],
      ["xa-l", "80,00", "Hoàn thành", "không đạt điều kiện của mức cao hơn"],
    ]);
  });

  test("are counted for each group, and the quotas told below them", () => {
    const lines = (ran[0]?.out ?? "").split("\n");
    expect(lines).toContain(
      "Sở, ban, ngành · kỳ 2021 · thẩm định: 6 đơn vị được xếp loại: Hoàn thành xuất sắc 1 (16,67 %), Hoàn thành tốt 3 (50,00 %), Hoàn thành 2 (33,33 %), Không hoàn thành 0 (0,00 %)",
    );
    expect(lines).toContain(
      "Sở, ban, ngành · kỳ 2021 · thẩm định: Tỷ lệ khống chế “Hoàn thành xuất sắc”: nhiều nhất 20 % của 4 đơn vị, tức 1 đơn vị; 2 đơn vị đạt; giữ mức này: Sở A; xuống mức dưới: Sở B",
    );
    expect(lines).toContain(
      "Xã, phường, thị trấn · kỳ 2021 · thẩm định: Khen thưởng “Hoàn thành xuất sắc”: nhiều nhất 2 đơn vị; 4 đơn vị đạt; đề nghị khen thưởng: Xã H; chưa quyết định được: Xã I, Xã M",
    );
  });

  test("are data with every stage, what each quota came to, and counts", () => {
    const { data } = JSON.parse(ran[2]?.out ?? "");
    expect(Object.keys(data)).toEqual(["classifications", "quotas", "commended", "counts"]);
    expect(data.classifications[1]).toMatchObject({ unit: { id: "so-b" }, value: { exact: "95.6", published: "95.60" }, grade: "good" });
    expect(data.classifications[1].stages.map(({ stage, after }: { stage: string; after: string }) => [stage, after])).toEqual([
      ["band", "excellent"],
      ["conditions", "excellent"],
      ["quota", "good"],
    ]);
    expect(data.quotas[0]).toMatchObject({ base: { least: 4, most: 4 }, allowed: { least: 1, most: 1 }, kept: ["so-a"], beyond: ["so-b"] });
    expect(data.commended.map(({ unit }: { unit: { id: string } }) => unit.id)).toEqual(["xa-h"]);
  });

  test("are explained unit by unit, among all the units that were given", () => {
    expect(ran[3]?.out).toContain(
      "  Tỷ lệ khống chế “Hoàn thành xuất sắc”: nhiều nhất 20 % của 4 đơn vị, tức 1 đơn vị; đề nghị 2, đơn vị này đứng thứ 2: vượt tỷ lệ → Hoàn thành tốt",
    );
    expect(ran[3]?.out).toContain("Ví dụ minh họa: không phải bộ tiêu chí của cơ quan nào");
  });
});

describe("what is not decided", () => {
  const report = (id: string, percent: string | null) => ({
    unit: { id, name: `Xã ${id}`, group: "commune" },
    period: "2021",
    round: "appraised",
    items: { "1.1": { done: 1, due: 1 }, "1.2": { late: 0 }, "2": { percent } },
  });
  const file = folder.write("open.json", JSON.stringify([report("a", "90"), report("b", null)]));

  test("is told below the table with what it may be and who settles it", async () => {
    const { out } = await run(grade(file));
    expect(out).toMatch(/│ Xã b +│ +– │ +│ chưa đủ số liệu, chưa xếp loại +│/);
    expect(out).toContain("Xã b: chưa đủ số liệu, chưa xếp loại (Hoàn thành xuất sắc, Hoàn thành, Không hoàn thành); cần bổ sung số liệu");
  });

  test("shares that do not add up to 100 say so", async () => {
    const three = folder.write(
      "three.json",
      JSON.stringify(
        [report("a", "90"), report("b", "10"), report("c", "10")].map((one, index) =>
          index < 2 ? one : { ...one, items: { ...one.items, "1.1": { done: 0, due: 1 } } },
        ),
      ),
    );
    const { out } = await run(grade(three, "--lang", "en"));
    expect(out).toContain(
      "3 units graded: Excellent 1 (33.33 %), Done 1 (33.33 %), Not done 1 (33.33 %). The shares are rounded apart and add up to 99.99 %",
    );
  });
});

import { parseCriteria, standardMeasures, standardRuleKinds } from "par-index";
import { describe, expect, test } from "vitest";
import type { Leaf } from "../../../src/criteria/criteriaSet";
import { hintFormula } from "../../../src/workbook/hints/hintFormula";
import { kindHints } from "../../../src/workbook/hints/index";
import { measureHints } from "../../../src/workbook/hints/measures/index";
import { fileWith, fileWithRule } from "../../arbitraries/criteria";
import type { CriterionDocument, Rule, Share } from "../../oracle/documents";
import { hintCells } from "./hintCells";

/** The formula of a leaf in row 7, whose figures stand in A7, B7, …; what is picked comes from the sheet "Danh mục". */
function formulaOf(rule: Rule, maxPoints: string, more: Partial<CriterionDocument> = {}): string | undefined {
  const file = fileWithRule(rule, maxPoints);
  const { leaves, file: read } = parseCriteria({ ...file, children: file.children.map((child) => ({ ...child, ...more })) });
  const leaf = leaves[0] as Leaf;
  const formula = hintFormula(
    leaf,
    hintCells(leaf, 7, (words) => `'Danh mục'!$A$1:$A$${words.length}`),
    read.policies,
  );
  return formula?.replaceAll("$", "");
}

const label = (vi: string) => ({ label: { vi } });
const dossiers: Share = {
  measure: "share",
  done: { vi: "Đúng hạn" },
  due: { vi: "Phải giải quyết" },
  quantity: "count",
  unit: { vi: "hồ sơ" },
};
const twoNumbers = "AND(COUNT(A7,B7)=2,MIN(A7,B7)>=0,INT(A7)=A7,INT(B7)=B7";

describe("an officer reads in the cell", () => {
  test("choice: đúng hạn 1 điểm, muộn 0,5 điểm, không báo cáo 0 điểm", () => {
    const options = [
      { id: "onTime", ...label("Đúng hạn"), points: "1" },
      { id: "late", ...label("Muộn"), percentOfMax: "50" },
      { id: "none", ...label("Không báo cáo"), points: "0" },
    ];
    expect(formulaOf({ kind: "choice", options }, "1")).toBe(`IFERROR(CHOOSE(MATCH(A7,'Danh mục'!A1:A3,0),1,0.5,0),"")`);
  });

  test("checklist: có kế hoạch 0,5 điểm, có báo cáo 1 điểm", () => {
    const parts = [
      { id: "plan", ...label("Kế hoạch"), points: "0.5" },
      { id: "report", ...label("Báo cáo"), points: "1" },
    ];
    expect(formulaOf({ kind: "checklist", parts }, "1.5")).toBe(
      `IFERROR(CHOOSE(MATCH(A7,'Danh mục'!A1:A2,0),0.5,0)+CHOOSE(MATCH(B7,'Danh mục'!A1:A2,0),1,0),"")`,
    );
  });

  test("deduction: trừ 0,25 điểm cho mỗi báo cáo muộn, 0,5 điểm cho mỗi báo cáo thiếu", () => {
    const breaches = [
      { id: "late", ...label("Báo cáo muộn"), points: "0.25" },
      { id: "absent", ...label("Báo cáo thiếu"), points: "0.5" },
    ];
    expect(formulaOf({ kind: "deduction", breaches }, "2")).toBe(`IFERROR(IF(${twoNumbers}),MAX(0,2-0.25*A7-0.5*B7),""),"")`);
  });

  test("cases: hoàn thành 100 % thì 1 điểm, từ 8 nhiệm vụ thì 0,5 điểm; không được giao thì 0 điểm", () => {
    const rule: Rule = {
      kind: "cases",
      counts: [
        { id: "due", ...label("Được giao") },
        { id: "done", ...label("Hoàn thành"), within: "due" },
      ],
      due: "due",
      cases: [
        { ...label("Hoàn thành 100 %"), when: [{ count: "done", is: "equalTo", than: "due" }], points: "1" },
        { ...label("Từ 8 nhiệm vụ"), when: [{ count: "done", is: "atLeast", than: "8" }], points: "0.5" },
      ],
      otherwise: { ...label("Còn lại"), points: "0" },
    };
    expect(formulaOf(rule, "1")).toBe(`IFERROR(IF(${twoNumbers},B7<=A7),IF(A7=0,0,IF(B7=A7,1,IF(B7>=8,0.5,0))),""),"")`);
  });

  test("given: điểm của hội đồng, tối đa 5", () => {
    expect(formulaOf({ kind: "given", by: { vi: "Hội đồng thẩm định" } }, "5")).toBe(
      `IFERROR(IF(AND(COUNT(A7)=1,MIN(A7)>=0,A7<=5),A7,""),"")`,
    );
  });

  test("perItem: mỗi sáng kiến 0,5 điểm, tối đa 2 điểm", () => {
    const reads = { measure: "count", of: { vi: "Sáng kiến" }, unit: { vi: "sáng kiến" } } as const;
    expect(formulaOf({ kind: "perItem", reads, each: { points: "0.5" } }, "2")).toBe(
      `IFERROR(IF(AND(COUNT(A7)=1,MIN(A7)>=0,INT(A7)=A7),MIN(2,0.5*A7),""),"")`,
    );
  });

  test("proportional: tỷ lệ % × 2 điểm, từ 80 % trở lên mới tính; không phát sinh thì trọn điểm", () => {
    expect(
      formulaOf({ kind: "proportional", reads: dossiers, target: "100", floor: { atLeast: "80" } }, "2", { nothingDue: "fullPoints" }),
    ).toBe(`IFERROR(IF(${twoNumbers},A7<=B7),IF(B7=0,2,IF(100*A7>=80*B7,MIN(2,2*A7/B7),0)),""),"")`);
  });

  test("bands: từ 95 % thì 1 điểm, từ 80 % thì 0,5 điểm; không phát sinh thì không tính", () => {
    const bands = [
      { atLeast: "95", points: "1" },
      { atLeast: "80", lessThan: "95", points: "0.5" },
      { lessThan: "80", points: "0" },
    ];
    expect(formulaOf({ kind: "bands", better: "higher", reads: dossiers, bands }, "1", { nothingDue: "leaveOut" })).toBe(
      `IFERROR(IF(${twoNumbers},A7<=B7),IF(B7=0,"",IF(100*A7>=95*B7,1,IF(100*A7>=80*B7,0.5,0))),""),"")`,
    );
  });

  test("that a leaf which does not apply has full points", () => {
    expect(formulaOf({ kind: "given", by: { vi: "Hội đồng" } }, "5", { notApplicable: "fullPoints" })).toBe(
      `IFERROR(IF(A7="Không áp dụng",5,IF(AND(COUNT(A7)=1,MIN(A7)>=0,A7<=5),A7,"")),"")`,
    );
  });
});

describe("there is no formula", () => {
  const given: Rule = { kind: "given", by: { vi: "Hội đồng" } };
  const options = (words: string, number = 2) =>
    Array.from({ length: number }, (_, index) => ({ id: `o${index}`, ...label(`${words} ${index}`), points: index === 0 ? "1" : "0" }));

  test("for a measure that compares units", () => {
    const reads = { measure: "peerMean", of: { vi: "Chỉ số" } } as const;
    expect(formulaOf({ kind: "proportional", reads, target: "100" }, "2")).toBeUndefined();
  });

  test("for a monitored leaf, which has no points", () => {
    const { leaves, file } = parseCriteria(fileWith([...fileWithRule(given, "2").children, monitored]));
    const leaf = leaves[1] as Leaf;
    expect(leaf.fields.length).toBeGreaterThan(0);
    expect(
      hintFormula(
        leaf,
        hintCells(leaf, 7, () => "lists!$A$1"),
        file.policies,
      ),
    ).toBeUndefined();
  });

  test("for a rule of one's own, even by the name of another", () => {
    const own = standardRuleKinds.map((kind) => ({ ...kind }));
    const { leaves, file } = parseCriteria(fileWithRule(given, "2"), { kinds: own });
    const leaf = leaves[0] as Leaf;
    expect(
      hintFormula(
        leaf,
        hintCells(leaf, 7, () => "lists!$A$1"),
        file.policies,
      ),
    ).toBeUndefined();
  });

  test("where a figure has no cell, or none of its words can be found in a list", () => {
    const { leaves, file } = parseCriteria(fileWithRule({ kind: "choice", options: options("Mức") }, "1"));
    const leaf = leaves[0] as Leaf;
    expect(hintFormula(leaf, {}, file.policies)).toBeUndefined();
    expect(hintFormula(leaf, { option: { cell: "$A$7" } }, file.policies)).toBeUndefined();
    expect(hintFormula(leaf, { option: { cell: "$A$7", list: "lists!$A$1:$A$2" } }, file.policies)).toBeDefined();
  });

  test("where MATCH would not find the words that are picked, or others", () => {
    expect(formulaOf({ kind: "choice", options: options("Mức") }, "1")).toBeDefined();
    expect(formulaOf({ kind: "choice", options: options("Đạt mức ".repeat(32)) }, "1")).toBeUndefined();
    expect(formulaOf({ kind: "choice", options: options("Đạt * mức") }, "1")).toBeUndefined();
  });

  test("where it would be too long or too deep for Excel", () => {
    const count = { measure: "count", of: { vi: "Sáng kiến" }, unit: { vi: "sáng kiến" } } as const;
    const banded = (number: number): Rule => ({
      kind: "bands",
      better: "higher",
      reads: count,
      bands: Array.from({ length: number }, (_, index) => ({
        atLeast: String(number - index - 1),
        ...(index === 0 ? {} : { lessThan: String(number - index) }),
        points: index === 0 ? "1" : "0",
      })),
    });
    expect(formulaOf(banded(50), "1")).toBeDefined();
    expect(formulaOf(banded(70), "1")).toBeUndefined();
    const listed = (conditions: number): Rule => ({
      kind: "cases",
      counts: [{ id: "done", ...label("Hoàn thành") }],
      cases: Array.from({ length: 10 }, (_, index) => ({
        ...label(`Trường hợp ${index}`),
        when: Array.from({ length: conditions }, () => ({ count: "done", is: "atLeast" as const, than: "100000000000" })),
        points: index === 0 ? "1" : "0",
      })),
      otherwise: { ...label("Còn lại"), points: "0" },
    });
    expect(formulaOf(listed(30), "1")).toBeDefined();
    expect(formulaOf(listed(60), "1")).toBeUndefined();
  });
});

describe("a twin has", () => {
  test("every rule kind of the library", () => {
    expect(kindHints.map(({ of }) => of.kind)).toEqual(standardRuleKinds.map(({ kind }) => kind));
    expect(kindHints.map(({ reads }) => reads)).toEqual(standardRuleKinds.map(({ reads }) => reads));
  });

  test("every measure that does not compare units", () => {
    const alone = standardMeasures.filter(({ gather }) => gather === undefined);
    expect(measureHints.map(({ of }) => of.measure)).toEqual(alone.map(({ measure }) => measure));
  });
});

const monitored: CriterionDocument = {
  code: "2",
  title: { vi: "Theo dõi" },
  maxPoints: "0",
  monitored: true,
  reads: dossiers,
  provenance: { points: { confidence: "invented" } },
};

import type { CriteriaSet } from "../../criteria/criteriaSet";
import type { SheetCell, SheetRow } from "../sheet";
import { anchored, anchors, fixedRow } from "./anchors";

/** The national name and motto that stand at the top of administrative documents, beside the office that sends them. */
const nationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const motto = "Độc lập – Tự do – Hạnh phúc";

/** The lines above a form's table, over so many columns. */
export function headLines(
  { file }: CriteriaSet,
  { title, office, columns }: { title: string; office: string; columns: number },
): readonly SheetRow[] {
  const half = Math.floor(columns / 2);
  const pair = (left: SheetCell, right: SheetCell) =>
    fixedRow([{ ...left, across: half }, ...gap(half - 1), { ...right, across: columns - half }]);
  const whole = (cell: SheetCell) => fixedRow([{ ...cell, across: columns }]);
  return [
    pair({ value: office, look: "centred" }, { value: nationalName, look: "centred" }),
    pair({ value: "", look: "centred" }, { value: motto, look: "centred" }),
    whole({ value: title, look: "title" }),
    whole({ value: file.title.vi, look: "subtitle" }),
    ...(file.notice === undefined ? [] : [whole({ value: file.notice.vi, look: "notice" })]),
  ];
}

/** Where who filled in the form, and who answers for it, sign by hand. */
export function signatureLines(left: string, right: string, columns: number): readonly SheetRow[] {
  const half = Math.floor(columns / 2);
  const signed = (cells: Parameters<typeof anchored>[1]) => anchored(anchors.signatures, cells);
  const pair = (one: SheetCell, other: SheetCell) =>
    signed([{ ...one, across: half }, ...gap(half - 1), { ...other, across: columns - half }]);
  return [
    signed([]),
    pair({ value: "", look: "plain" }, { value: "………………, ngày ……… tháng ……… năm ………", look: "subtitle" }),
    pair({ value: left, look: "centred" }, { value: right, look: "centred" }),
    pair({ value: "(Ký, ghi rõ họ tên)", look: "subtitle" }, { value: "(Ký, ghi rõ họ tên, đóng dấu)", look: "subtitle" }),
  ];
}

function gap(cells: number): undefined[] {
  return Array.from({ length: cells }, () => undefined);
}

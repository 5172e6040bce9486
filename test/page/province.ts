import { readFileSync } from "node:fs";
import { type CriteriaSet, parseReports, type RoundScores, scoreRounds } from "par-index";
import { loadCriteria } from "par-index/node";
import { criteriaPath } from "../editions/editionFiles";

const id = "reconstructed/vn/moha/par-index-province/2020-1149-qd-bnv";

/** A report of the edition's example, with figures that differ from unit to unit as they do in a province. */
interface Sample {
  readonly unit: { readonly group: string };
  readonly period: string;
  readonly round: string;
  readonly items: Readonly<Record<string, { readonly done?: number; readonly due?: number }>>;
}

const names = ["Sở Kế hoạch và Đầu tư", "Sở Tài nguyên và Môi trường", "Ủy ban nhân dân huyện", "Ban Quản lý các khu công nghiệp"];

/** A province of so many units, scored by a whole set of about a hundred leaves. */
export function province(units: number): { readonly criteria: CriteriaSet; readonly scores: RoundScores } {
  const criteria = loadCriteria(id);
  const [sample] = JSON.parse(readFileSync(`${criteriaPath}${id}/examples.json`, "utf8")).reports as readonly [Sample];
  const reports = Array.from({ length: units }, (_, index) => ({
    ...sample,
    unit: { ...sample.unit, id: `u${index}`, name: `${names[index % names.length]} ${index}` },
    items: Object.fromEntries(Object.entries(sample.items).map(([code, item], place) => [code, varied(item, index * 37 + place)])),
  }));
  return { criteria, scores: scoreRounds(criteria, parseReports(criteria, reports)) };
}

/** Shares of a few thousand, no two units' alike. */
function varied<Item extends Sample["items"][string]>(item: Item, by: number): Item {
  const { done, due } = item;
  if (!Number.isInteger(done) || !Number.isInteger(due) || due === undefined || done === undefined || due <= 0) return item;
  return { ...item, done: Math.floor((done * 1000) / due) + (by % 50), due: 1050 };
}

import { readFileSync } from "node:fs";
import { parseCriteria } from "par-index";

/** The text of a set that has a field of every type, with parts and a group named as JavaScript names its own things. */
export const everyFieldText: string = readFileSync(new URL("./everyField.json", import.meta.url), "utf8");

export const everyField = parseCriteria(everyFieldText);

/** A report whose head is in order. */
export function reportWith(items: unknown): object {
  return { unit: { id: "xa-a", name: "Xã A", group: "commune" }, period: "2021", round: "appraised", items };
}

import { editionDigest } from "../../audit/editionDigest";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import { rounds } from "../../criteria/policies";
import type { FilledSheet } from "../readSheets";
import type { SheetContent } from "../sheet";
import type { FormScope } from "./formRows";

/** Names the format, so that a later one can be told apart. */
const formFormat = "par-index/form/1";

/** What a form says of itself on a sheet that nobody sees: the text it was made from, and for whom. */
export interface FormStamp extends FormScope {
  readonly id: string;
  readonly revision: number;
  /** Digest of the criteria set. */
  readonly digest: string;
  /** Why the unit has no rank, where its form was made so. */
  readonly notRated?: { readonly vi: string; readonly en?: string | undefined } | undefined;
}

export function stampOf({ file }: CriteriaSet, scope: FormScope, notRated: FormStamp["notRated"]): FormStamp {
  return { id: file.id, revision: file.revision, digest: editionDigest(file), ...scope, notRated };
}

/** The hidden sheet: a key and its text in each row. */
export function stampSheet({ id, revision, digest, group, round, appraiser, notRated }: FormStamp): SheetContent {
  const entries = {
    format: formFormat,
    id,
    revision: String(revision),
    digest,
    group,
    round,
    appraiser,
    notRated: notRated?.vi,
    notRatedEn: notRated?.en,
  };
  return {
    name: "par-index",
    widths: [16, 70],
    rows: Object.entries(entries).flatMap(([key, value]) =>
      value === undefined ? [] : [{ cells: [{ value: key, look: "plain" } as const, { value, look: "plain" } as const] }],
    ),
    hidden: true,
  };
}

/** What the form among these sheets says of itself; `undefined` where none is a form. */
export function readStamp(sheets: readonly FilledSheet[]): FormStamp | undefined {
  for (const { cells } of sheets) {
    const values = new Map(
      cells.flatMap(({ row, column, content }) => (column === 1 && content.kind === "text" ? [[row, content.text]] : [])),
    );
    const said: Readonly<Record<string, string | undefined>> = Object.fromEntries(
      cells.flatMap(({ row, column, content }) => (column === 0 && content.kind === "text" ? [[content.text, values.get(row)]] : [])),
    );
    if (said.format !== formFormat) continue;
    const round = rounds.find((held) => held === said.round);
    const { id, revision, digest, group, appraiser, notRated, notRatedEn } = said;
    if (id === undefined || digest === undefined || round === undefined) return undefined;
    return {
      id,
      revision: Number(revision),
      digest,
      group: group ?? "",
      round,
      appraiser,
      notRated: notRated === undefined ? undefined : { vi: notRated, ...(notRatedEn === undefined ? {} : { en: notRatedEn }) },
    };
  }
  return undefined;
}

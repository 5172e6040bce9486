import * as z from "zod/mini";
import type { CivilDate } from "../exact/civilDate";
import { civilDate, dayOrderFaults } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, warning } from "../issue/issue";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import type { Evidence, SupportingDocument } from "./evidence";

/**
 * The days on which supporting documents (tài liệu kiểm chứng) of a period were issued, first and last included. It need not
 * be the period itself: a guidance may count documents of last December for the year that follows.
 */
export interface DocumentWindow {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const windowSchema = z.strictObject({ from: civilDate, to: civilDate });

/**
 * The supporting documents that were issued outside the days that count for the period (tài liệu ban hành ngoài thời gian
 * tính), as warnings located by unit and leaf. A document without a day of issue is not judged.
 *
 * **Errors:** {@link ParError} for a window whose days do not exist, or whose last comes before its first.
 *
 * @example
 * ```ts
 * import { documentsOutside, parseEvidence } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const evidence = parseEvidence(loadCriteria("example/tiny"), {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed",
 *   items: { "1.1": { option: "onTime", documents: [{ issuedOn: "20/12/2020" }, { issuedOn: "15/1/2022" }] } },
 * });
 * const window = { from: "2020-12-01", to: "2021-11-30" };
 * documentsOutside(window, evidence).map(({ location }) => location.path); // => [["items", "1.1", "documents", 1, "issuedOn"]]
 * ```
 */
export function documentsOutside(window: DocumentWindow, evidence: Evidence): readonly Issue[] {
  return unwrap(safeDocumentsOutside(window, evidence));
}

/** {@link documentsOutside} that answers a {@link Result} and never throws. */
export function safeDocumentsOutside(window: DocumentWindow, evidence: Evidence): Result<readonly Issue[]> {
  return readInput(window, (value) => {
    const read = readWith(windowSchema, value);
    if (read.value === undefined) return read;
    return { value: outside(read.value, evidence), issues: dayOrderFaults(read.value) };
  });
}

function outside({ from, to }: DocumentWindow, { items, period, unit }: Evidence): readonly Issue[] {
  const judge = (code: string, { issuedOn }: SupportingDocument, index: number) =>
    // Days written year first are in the order of their text.
    issuedOn === undefined || (from <= issuedOn && issuedOn <= to)
      ? []
      : [
          warning(
            "documentOutsideWindow",
            { issuedOn, period, from, to },
            { unit: unit.id, code, path: ["items", code, "documents", index, "issuedOn"] },
          ),
        ];
  return Object.entries(items).flatMap(([code, { documents = [] }]) =>
    documents.flatMap((document, index) => judge(code, document, index)),
  );
}

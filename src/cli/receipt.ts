import { safeReceipt, verifyReceipt } from "../audit/receipt";
import { readLines } from "../node/readLines";
import { type CommonOptions, orThrow } from "./context";
import type { Output } from "./output";
import { headLines, rootFrom, save, textOf } from "./record";
import { foundIn } from "./verify";

export interface ReceiptOptions extends CommonOptions {
  readonly unit: string;
  readonly out: string;
}

/** `par-index receipt FILE --unit X`: what proves to one unit that its entries belong to the root, and shows nobody else's. */
export function receiptCommand(file: string, { unit, out }: ReceiptOptions): Output {
  const { value } = orThrow(safeReceipt(readLines(file), unit));
  save(out, `${JSON.stringify(value, null, 2)}\n`);
  const { head, entries } = value;
  return {
    command: "receipt",
    before: [
      {
        vi: `Giấy chứng nhận của ${unit}: ${entries.length} bản ghi, lưu ở ${out}`,
        en: `Receipt of ${unit}: ${entries.length} entries, saved as ${out}`,
      },
      ...headLines(head),
      {
        vi: `Tiếp theo: par-index verify-receipt ${out} --root GỐC-ĐÃ-IN`,
        en: `Next: par-index verify-receipt ${out} --root PRINTED-ROOT`,
      },
    ],
    sections: [],
    data: { file: out, unit, head, entries: entries.length },
  };
}

/** `par-index verify-receipt FILE`: whether a receipt holds against the printed root. */
export function verifyReceiptCommand(file: string, { root }: CommonOptions & { readonly root?: string }): Output {
  const verdict = verifyReceipt(textOf(file), root === undefined ? undefined : rootFrom(root));
  const { holds, unit = "?", head, entries, issues } = verdict;
  return {
    command: "verify-receipt",
    ...foundIn(file, issues),
    before: [
      holds
        ? {
            vi: `✓ ĐÚNG: ${entries.length} bản ghi của ${unit} thuộc gốc này.`,
            en: `✓ HOLDS: ${entries.length} entries of ${unit} belong to this root.`,
          }
        : { vi: "✗ KHÔNG ĐÚNG, xem bên dưới.", en: "✗ DOES NOT HOLD, see below." },
      ...(head === undefined ? [] : headLines(head)),
      ...(root === undefined && holds
        ? [{ vi: "Chưa đối chiếu với gốc đã in: thêm --root.", en: "Not held against the printed root yet: add --root." }]
        : []),
    ],
    sections: [],
    data: verdict,
  };
}

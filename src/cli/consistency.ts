import { safeConsistency, verifyConsistency } from "../audit/consistency";
import { readLines } from "../node/readLines";
import { type CommonOptions, orThrow } from "./context";
import type { Output } from "./output";
import { headLines, rootFrom, save, textOf } from "./record";
import { foundIn } from "./verify";

/** `par-index consistency FILE --from ROOT`: what proves that the last publication only added to an earlier one. */
export function consistencyCommand(file: string, { from, out }: CommonOptions & { readonly from: string; readonly out: string }): Output {
  const { value } = orThrow(safeConsistency(readLines(file), rootFrom(from)));
  save(out, `${JSON.stringify(value, null, 2)}\n`);
  return {
    command: "consistency",
    before: [
      {
        vi: `Bằng chứng lần công bố sau giữ nguyên lần trước, lưu ở ${out}`,
        en: `Proof that the later publication holds the earlier one, saved as ${out}`,
      },
      ...headLines(value.from),
      ...headLines(value.to),
    ],
    sections: [],
    data: { file: out, ...value },
  };
}

/** `par-index verify-consistency FILE`: whether such a proof holds against the printed roots. */
export function verifyConsistencyCommand(
  file: string,
  { from, to }: CommonOptions & { readonly from?: string; readonly to?: string },
): Output {
  const printed = { ...(from === undefined ? {} : { from: rootFrom(from) }), ...(to === undefined ? {} : { to: rootFrom(to) }) };
  const verdict = verifyConsistency(textOf(file), printed);
  const { holds, issues } = verdict;
  return {
    command: "verify-consistency",
    ...foundIn(file, issues),
    before: [
      holds
        ? {
            vi: "✓ ĐÚNG: lần công bố sau giữ nguyên mọi bản ghi của lần trước.",
            en: "✓ HOLDS: the later publication keeps every entry of the earlier one.",
          }
        : { vi: "✗ KHÔNG ĐÚNG, xem bên dưới.", en: "✗ DOES NOT HOLD, see below." },
      ...(verdict.from === undefined ? [] : headLines(verdict.from)),
      ...(verdict.to === undefined ? [] : headLines(verdict.to)),
    ],
    sections: [],
    data: verdict,
  };
}

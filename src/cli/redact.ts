import { safeRedact } from "../audit/redact";
import { linesOf } from "../audit/sealedLine";
import { verifyTrail } from "../audit/verifyTrail";
import type { WithheldClass } from "../audit/withholding";
import { readLines } from "../node/readLines";
import { type CommonOptions, orThrow } from "./context";
import type { Output } from "./output";
import { save, verdictLines } from "./record";

/** `par-index redact FILE --hide …`: the record without names, documents or remarks; what it proves still holds. */
export function redactCommand(
  file: string,
  { hide, out }: CommonOptions & { readonly hide: readonly WithheldClass[]; readonly out: string },
): Output {
  const text = orThrow(safeRedact(readLines(file), hide)).value;
  save(out, text);
  const verdict = verifyTrail(linesOf(new TextEncoder().encode(text)));
  return {
    command: "redact",
    before: verdictLines(out, verdict, 0),
    sections: [],
    data: { file: out, hidden: hide, withheld: verdict.withheld },
  };
}

import type { Field } from "../rules/ruleKind";

/** What an officer reads and picks in a form's cells; reading also takes what people write instead. */
export const cellWords = { yes: "Có", no: "Không", notApplicable: "Không áp dụng", accepted: "Giữ nguyên" } as const;

/** What may be picked in the cell of a figure, in the order of the list: each with the figure it stands for. Empty where a figure is typed. */
export function pickedWords({
  type,
  options = [],
}: Pick<Field, "options"> & { readonly type: string }): readonly { readonly figure: string | boolean; readonly words: string }[] {
  if (type === "yesNo") {
    return [
      { figure: true, words: cellWords.yes },
      { figure: false, words: cellWords.no },
    ];
  }
  if (type !== "option") return [];
  const repeats = (label: string) => options.filter((option) => option.label.vi === label).length > 1;
  return options.map(({ id, label }) => ({ figure: id, words: repeats(label.vi) ? `${label.vi} (${id})` : label.vi }));
}

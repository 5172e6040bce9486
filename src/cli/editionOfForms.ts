import { editions } from "../node/catalogue";
import { readBytes } from "../node/readBytes";
import { orThrow, UsageError } from "./context";
import { isWorkbook } from "./forms";

/** Where a command is called on forms alone, the edition that they were made from. */
export async function editionOfForms(
  edition: string,
  files: readonly string[],
): Promise<{ readonly edition: string; readonly files: readonly string[] }> {
  if (!isWorkbook(edition)) return { edition, files };
  const { formEdition } = await import("../workbook/parseFormWorkbook");
  const made = await formEdition(orThrow(readBytes(edition)).value);
  if (made === undefined) {
    throw new UsageError({
      vi: `“${edition}” không phải phiếu do phần mềm lập, nên không rõ bộ tiêu chí. Nêu bộ tiêu chí trước tên tệp.`,
      en: `"${edition}" is no form made by the program, so the criteria set is not known. Name the set before the files.`,
    });
  }
  if (!editions().some(({ id }) => id === made.id)) {
    throw new UsageError({
      vi: `Phiếu lập theo “${made.id}”, không có trong danh mục. Nêu tệp bộ tiêu chí (.json) trước tên phiếu.`,
      en: `The form was made from "${made.id}", which is not in the catalogue. Name the file of the set (.json) before the forms.`,
    });
  }
  return { edition: made.id, files: [edition, ...files] };
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Digest } from "../audit/digest";
import type { CriteriaFile } from "../criteria/criteriaFile";
import type { Words } from "../issue/fields";

/** One edition (phiên bản bộ tiêu chí, danh mục đơn vị, phiếu khảo sát, kế hoạch) that comes with the package. */
export interface CatalogueEntry {
  readonly id: string;
  /** A short name that may stand for the id. */
  readonly alias?: string;
  /**
   * `criteria` can be scored; a `draft` leaves points open and can be printed and filled in; of a `structure` only the areas
   * are known; `units` is a register of units, `questionnaire` a questionnaire of a survey, `plan` the plan of a year.
   */
  readonly holds: "criteria" | "draft" | "structure" | "units" | "questionnaire" | "plan";
  readonly revision: number;
  readonly status: CriteriaFile["status"];
  readonly title: Words;
  readonly periods: readonly string[];
  /** Path inside the `criteria` folder. */
  readonly file: string;
  /** Digest of what the file says, by which a changed edition is noticed; sealed records name the set that they hold by it. */
  readonly digest: Digest;
}

/**
 * The editions that come with the package (danh mục phiên bản), in the order of their ids.
 *
 * @example
 * ```ts
 * import { editions } from "par-index/node";
 * editions().find(({ id }) => id === "example/tiny")?.status; // => "example"
 * ```
 */
export function editions(): readonly CatalogueEntry[] {
  return JSON.parse(readFileSync(join(criteriaFolder(), "index.json"), "utf8")).editions;
}

/** The folder of editions: the nearest one above this file, whether it runs from the source or from the built package. */
export function criteriaFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "criteria", "index.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new TypeError("the package is incomplete: its criteria folder is missing");
    folder = parent;
  }
  return join(folder, "criteria");
}

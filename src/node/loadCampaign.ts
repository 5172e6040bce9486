import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Campaign } from "../evidence/campaign";
import { safeParseCampaign } from "../evidence/parseCampaign";
import { type Result, unwrap } from "../issue/result";
import { inFile } from "./inFile";
import { readTextFile } from "./readTextFile";

/**
 * A campaign of assessment (đợt đánh giá) by the path of its file, checked against its criteria set.
 *
 * **Errors:** {@link ParError} with every issue, located by line; {@link safeLoadCampaign} answers them instead.
 *
 * @example
 * ```ts
 * import { loadCampaign, loadCriteria } from "par-index/node";
 *
 * const campaign = loadCampaign(loadCriteria("example/rounds"), "criteria/example/rounds/campaign.json");
 * campaign.windows.map(({ round, to }) => [round, to]); // => [["selfAssessed", "2021-12-15"], ["appraised", "2022-01-15"], ["explained", "2022-01-25"], ["reappraised", "2022-02-15"]]
 * ```
 */
export function loadCampaign(criteria: CriteriaSet, file: string): Campaign {
  return unwrap(safeLoadCampaign(criteria, file));
}

/** {@link loadCampaign} that answers a {@link Result} and never throws. */
export function safeLoadCampaign(criteria: CriteriaSet, file: string): Result<Campaign> {
  const text = readTextFile(file);
  return text.ok ? inFile(file, safeParseCampaign(criteria, text.value)) : text;
}
